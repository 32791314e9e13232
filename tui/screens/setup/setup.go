// Package setup asks, once, who is learning and where: it decides labels and which situations are offered.
package setup

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Setup is the first run's two questions.
type Setup struct {
	env     screen.Env
	given   tutor.Learner // what was known at the start
	learner tutor.Learner
	menu    *list.List[tutor.Learner]
	frame   screen.Frame
}

// New asks for what is not known of the learner yet.
func New(env screen.Env) *Setup {
	return &Setup{env: env, given: env.Tutor.Profile.Learner(), learner: env.Tutor.Profile.Learner(), menu: list.New[tutor.Learner]()}
}

// Title names the screen.
func (s *Setup) Title() string { return "Welcome" }

// Arrange takes the room and the look.
func (s *Setup) Arrange(f screen.Frame) {
	s.frame = f
	s.menu.Arrange(f)
	s.fill()
}

// fill shows the question that is open.
func (s *Setup) fill() {
	th, width := s.frame.Theme, pane.Measure(s.frame.Width)
	question, why := "What is your role?", "It decides how guidance is labelled for you. You can change it later."
	items := roles(s.learner)
	if s.learner.Role.Known() {
		question, why = "Where do you practise?", "Guidance differs between countries, so this decides which situations you are offered."
		items = countries(s.learner)
	}
	s.menu.SetIntro("\n" + pane.Hang("  ", question, width, th.Title) + "\n" + pane.Hang("  ", why, width, th.Faint))
	s.menu.SetItems(items)
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

// Update takes an answer; with the last one the tutor begins.
func (s *Setup) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	chosen, ok := s.menu.Update(press)
	if !ok {
		return nil
	}
	s.learner = chosen
	if !chosen.Complete() {
		s.fill()
		s.menu.SetPlace(0)
		return nil
	}
	s.env.Tutor.Profile.Settle(chosen)
	return s.env.Ask(screen.Begin{})
}

// Back goes back to the first question.
func (s *Setup) Back() bool {
	if s.learner == s.given {
		return false
	}
	s.learner = s.given
	s.fill()
	return true
}

// View draws the screen.
func (s *Setup) View() string { return s.menu.View() }

// More tells what stands outside the window.
func (s *Setup) More() (above, below bool) { return s.menu.More() }

// Keys are the bindings that work here.
func (s *Setup) Keys() []key.Binding { return list.Keys("choose") }
