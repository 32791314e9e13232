// Package settings is what a learner can change: who they are, where they practise, how the screens look.
package settings

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/tui/keymap"
	"probity/tui/menu"
	"probity/tui/screen"
	"probity/tui/theme"
	"probity/tui/tutor"
)

// change is one line of the screen: a setting and the value it would take.
type change struct{ name, value string }

// Settings is the screen.
type Settings struct {
	tutor *tutor.Tutor
	menu  *menu.Menu[change]
}

// New makes the screen.
func New(env screen.Env) *Settings {
	return &Settings{tutor: env.Tutor, menu: menu.New[change]()}
}

// Title names the screen.
func (s *Settings) Title() string { return "Settings" }

// Arrange takes the room and the look.
func (s *Settings) Arrange(f screen.Frame) {
	s.menu.Arrange(f)
	s.fill()
}

func (s *Settings) fill() {
	learner, look := s.tutor.Learner(), s.tutor.Setting(tutor.SettingTheme)
	if look == "" {
		look = string(theme.Auto)
	}
	var items []menu.Item[change]
	add := func(heading, text string, on bool, c change) {
		mark := "( ) "
		if on {
			mark = "(•) "
		}
		items = append(items, menu.Item[change]{Heading: heading, Text: mark + text, Value: c})
	}
	first := func(i int, heading string) string {
		if i == 0 {
			return heading
		}
		return ""
	}
	for i, r := range guidance.Roles() {
		add(first(i, "Your role"), r.Name(), r == learner.Role, change{tutor.SettingRole, string(r)})
	}
	for i, j := range guidance.Jurisdictions() {
		add(first(i, "Where you practise"), j.Name(), j == learner.Jurisdiction, change{tutor.SettingJurisdiction, string(j)})
	}
	for i, k := range theme.Kinds() {
		add(first(i, "Colours"), describe(k), string(k) == look, change{tutor.SettingTheme, string(k)})
	}
	s.menu.SetItems(items)
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
	s.tutor.Change(c.name, c.value)
	s.fill()
	if c.name == tutor.SettingTheme {
		return screen.SetTheme(theme.Kind(c.value))
	}
	return nil
}

// View draws the screen.
func (s *Settings) View() string { return s.menu.View() }

// More tells what stands outside the window.
func (s *Settings) More() (above, below bool) { return s.menu.More() }

// Keys are the bindings that work here.
func (s *Settings) Keys() []key.Binding { return append(menu.Keys("choose"), keymap.Back()) }
