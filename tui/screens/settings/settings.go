// Package settings is what a learner can change: who they are, where they practise, how the screens look and behave.
package settings

import (
	"charm.land/bubbles/v2/key"
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

// Settings is the screen.
type Settings struct {
	env   screen.Env
	tutor *tutor.Tutor
	menu  *list.List[change]
}

// New makes the screen.
func New(env screen.Env) *Settings {
	return &Settings{env: env, tutor: env.Tutor, menu: list.New[change]()}
}

// Title names the screen.
func (s *Settings) Title() string { return "Settings" }

// Arrange takes the room and the look.
func (s *Settings) Arrange(f screen.Frame) {
	s.menu.Arrange(f)
	s.fill()
}

// holds tells whether a setting has this value now.
func (s *Settings) holds(c change) bool {
	switch c.name {
	case tutor.SettingRole:
		return string(s.tutor.Profile.Learner().Role) == c.value
	case tutor.SettingJurisdiction:
		return string(s.tutor.Profile.Learner().Jurisdiction) == c.value
	}
	now := s.tutor.Profile.Setting(c.name)
	return now == c.value || now == "" && c.value == usual(c.name)
}

func (s *Settings) fill() {
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
	s.menu.SetItems(items)
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

// Update changes what is chosen.
func (s *Settings) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	c, ok := s.menu.Update(press)
	if !ok {
		return nil
	}
	if !s.holds(c) {
		s.tutor.Profile.Change(c.name, c.value)
	}
	s.fill()
	if c.name == tutor.SettingTheme {
		return s.env.Ask(screen.Look{Kind: theme.Kind(c.value)})
	}
	return nil
}

// View draws the screen.
func (s *Settings) View() string { return s.menu.View() }

// More tells what stands outside the window.
func (s *Settings) More() (above, below bool) { return s.menu.More() }

// Keys are the bindings that work here.
func (s *Settings) Keys() []key.Binding { return append(list.Keys("choose"), keymap.Back()) }
