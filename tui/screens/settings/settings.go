// Package settings is what a learner can change: who they are, where they practise, how the screens look and behave.
package settings

import (
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// change is one line of the screen: a setting and the value it would take.
type change struct{ name, value string }

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Profile *tutor.Profile
}

// Screen lists every setting with its values.
type Screen struct {
	*list.Page[change]
	env   screen.Env
	tutor Parts
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	s := &Screen{env: env, tutor: parts}
	s.Page = list.NewPage(s.fill, s.change, append(list.Keys("choose"), keymap.Back())...)
	return s
}

// Title names the screen.
func (s *Screen) Title() string { return "Settings" }

// Layout takes the room and the look. At first the learner is at their own role, and not at somebody else's.
func (s *Screen) Layout(f screen.Frame) {
	opened := s.Frame.Theme != nil
	s.Page.Layout(f)
	if !opened {
		s.Seek(s.holds)
	}
}

func (s *Screen) fill() {
	var items []list.Item[change]
	for _, setting := range s.tutor.Profile.Settings() {
		for i, v := range setting.Values {
			item := list.Item[change]{Text: "( ) " + v.Words, Value: change{setting.Name, v.Value}}
			if s.holds(item.Value) {
				item.Text = "(•) " + v.Words
			}
			if i == 0 {
				item.Heading = setting.Heading
			}
			items = append(items, item)
		}
	}
	s.SetItems(items)
}

// holds reports whether a setting has this value now.
func (s *Screen) holds(c change) bool { return s.tutor.Profile.Holds(c.name, c.value) }

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
