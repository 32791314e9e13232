// Package settings is what a learner can change: who they are, where they practise, how the screens look and behave.
package settings

import (
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// change is one line of the screen: a setting and the value it would take.
type change struct{ name, value string }

// Screen lists every setting with its values.
type Screen struct {
	*list.Page[change]
	env   screen.Env
	tutor *tutor.Tutor
}

// New makes the screen.
func New(env screen.Env) *Screen {
	s := &Screen{env: env, tutor: env.Tutor}
	s.Page = list.NewPage(s.fill, s.change, append(list.Keys("choose"), keymap.Back())...)
	return s
}

// Title names the screen.
func (s *Screen) Title() string { return "Settings" }

// holds reports whether a setting has this value now.
func (s *Screen) holds(c change) bool {
	switch c.name {
	case tutor.SettingRole:
		return string(s.tutor.Profile.Learner().Role) == c.value
	case tutor.SettingJurisdiction:
		return string(s.tutor.Profile.Learner().Jurisdiction) == c.value
	}
	now := s.tutor.Profile.Setting(c.name)
	return now == c.value || now == "" && c.value == usual(c.name)
}

func (s *Screen) fill() {
	var items []list.Item[change]
	add := func(text string, c change) {
		mark := "( ) "
		if s.holds(c) {
			mark = "(•) "
		}
		items = append(items, list.Item[change]{Text: mark + text, Value: c})
	}
	group := func(heading string, from int) { items[from].Heading = heading }
	for _, r := range guidance.Roles() {
		add(r.Name(), change{tutor.SettingRole, string(r)})
	}
	group("Your role", 0)
	at := len(items)
	for _, j := range guidance.Jurisdictions() {
		add(j.Name(), change{tutor.SettingJurisdiction, string(j)})
	}
	group("Where you practise", at)
	at = len(items)
	for _, k := range theme.Kinds() {
		add(describe(k), change{tutor.SettingTheme, string(k)})
	}
	group("Colours", at)
	for _, o := range switches() {
		at = len(items)
		add(o.on, change{o.name, tutor.On})
		add(o.off, change{o.name, tutor.Off})
		group(o.heading, at)
	}
	s.SetItems(items)
}

// onOff is a setting that is on or off, and what either means.
type onOff struct{ name, heading, on, off string }

func switches() []onOff {
	return []onOff{
		{tutor.SettingCertainty, "How sure are you?", "asked after each answer", "not asked"},
		{tutor.SettingClock, "Time in an assessment", "shown", "hidden"},
		{tutor.SettingMotion, "Motion", "clocks count the seconds", "reduced: nothing moves oftener than each minute"},
	}
}

// usual is what holds for a setting that was never made.
func usual(name string) string {
	if name == tutor.SettingTheme {
		return string(theme.Auto)
	}
	return tutor.On
}

func describe(k theme.Kind) string {
	switch k {
	case theme.Light:
		return "for a light background"
	case theme.Dark:
		return "for a dark background"
	case theme.Mono:
		return "none"
	}
	return "as the terminal is"
}

// change makes a setting what is chosen.
func (s *Screen) change(c change) tea.Cmd {
	if !s.holds(c) {
		s.tutor.Profile.Change(c.name, c.value)
	}
	s.fill()
	if c.name == tutor.SettingTheme {
		return s.env.Request(screen.SetTheme{Kind: theme.Kind(c.value)})
	}
	return nil
}
