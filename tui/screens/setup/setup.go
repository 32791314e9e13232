// Package setup is the welcome of a first run: what this is, then who is learning and where, which decides what situations are offered.
package setup

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Profile *tutor.Profile
	Hosted  bool // what is answered stays on a host
}

// Screen is the first run's two questions.
type Screen struct {
	*list.Page[tutor.Learner]
	env     screen.Env
	tutor   Parts
	given   tutor.Learner // what was known at the start
	learner tutor.Learner
	told    bool // what this is was read
}

// New asks for what is not known of the learner yet.
func New(env screen.Env, parts Parts) *Screen {
	s := &Screen{env: env, tutor: parts, given: parts.Profile.Learner(), learner: parts.Profile.Learner()}
	s.Page = list.NewPage(s.fill, s.answer, append(list.Keys("choose"), keymap.Quit())...)
	return s
}

// Update takes a message. Nothing is under this screen to go back to: q leaves the tutor.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok && keymap.Is(press, keymap.Quit()) {
		return s.env.Request(screen.Quit{})
	}
	return s.Page.Update(msg)
}

// Keys are the bindings that work now: esc too, once there is an answer to go back to.
func (s *Screen) Keys() []key.Binding {
	keys := s.Page.Keys()
	if s.learner != s.given {
		keys = append(keys, keymap.Back())
	}
	return keys
}

// Title names the screen.
func (s *Screen) Title() string { return "Welcome" }

// fill shows the question that is open.
func (s *Screen) fill() {
	th, width := s.Frame.Theme, pane.Measure(s.Frame.Width)
	question, why := "What is your role?", "Situations are told in your shoes; where there are none yet, in a colleague's. You can change it later."
	items := roles(s.learner)
	if s.learner.Role.Known() {
		question, why = "Where do you practise?", "Guidance differs between countries, so this decides which situations you are offered."
		items = countries(s.learner)
	}
	asked := "\n" + pane.Hang("  ", question, width, th.Title)
	if !s.small() {
		asked += "\n" + pane.Hang("  ", why, width, th.Faint)
	}
	s.Fill(s.welcome()+asked, items)
}

// small reports whether the window has no room for more than the questions.
func (s *Screen) small() bool { return s.Frame.Height < roomyHeight || s.Frame.Width < roomyWidth }

// The least room, in cells, in which what is asked is explained.
const (
	roomyWidth  = 60
	roomyHeight = 14
)

// welcome says what this is, above the first question, until that is answered.
func (s *Screen) welcome() string {
	if s.told {
		return ""
	}
	lines, text := prose.Welcome(s.tutor.Hosted), ""
	if s.small() {
		lines = prose.WelcomeBriefly(s.tutor.Hosted)
	}
	for _, line := range lines {
		text += "\n" + pane.Hang("  ", line, pane.Measure(s.Frame.Width), s.Frame.Theme.Text)
	}
	if s.small() {
		return text
	}
	return text + "\n"
}

func roles(l tutor.Learner) []list.Item[tutor.Learner] {
	var items []list.Item[tutor.Learner]
	for i, r := range guidance.Roles() {
		items = append(items, list.Item[tutor.Learner]{Key: digit(i), Text: r.Name(), Value: tutor.Learner{Role: r, Jurisdiction: l.Jurisdiction}})
	}
	return items
}

func countries(l tutor.Learner) []list.Item[tutor.Learner] {
	var items []list.Item[tutor.Learner]
	for i, j := range guidance.Jurisdictions() {
		items = append(items, list.Item[tutor.Learner]{Key: digit(i), Text: j.Name(), Value: tutor.Learner{Role: l.Role, Jurisdiction: j}})
	}
	return items
}

func digit(i int) string { return string(rune('1' + i)) }

// answer takes an answer; with the last one the tutor begins.
func (s *Screen) answer(chosen tutor.Learner) tea.Cmd {
	s.learner, s.told = chosen, true
	if !chosen.Complete() {
		s.fill()
		s.SetPlace(0)
		return nil
	}
	s.tutor.Profile.Settle(chosen)
	return s.env.Request(screen.Restart{})
}

// Stage is the question that is open.
func (s *Screen) Stage() any { return s.learner }

// Back goes back to the first question, to the answer that was given there.
func (s *Screen) Back() bool {
	if s.learner == s.given {
		return false
	}
	chosen := s.learner
	s.learner = s.given
	s.fill()
	s.Seek(func(l tutor.Learner) bool { return l == chosen })
	return true
}
