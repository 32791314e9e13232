// Package summary is the end of a sitting on one screen: what it amounted to, what comes back and when, and each answer, from which its
// feedback opens again.
package summary

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/editor"
	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	feedback.Parts
	Clock     *tutor.Clock
	Record    *tutor.Record
	Practices *tutor.Practices
}

// Screen sums up one practice.
type Screen struct {
	screen.Up
	env      screen.Env
	tutor    Parts
	was      *tutor.Practice
	answers  []tutor.Answered
	frame    screen.Frame
	menu     *list.List[choice]
	feedback *feedback.Feedback
	reading  *tutor.Answered // the answer whose feedback is up; nil for none

	editor  *editor.Editor                  // nil unless a reflection is being written
	writing *scenarios.Situation            // what it is about
	drafts  map[*scenarios.Situation]string // reflections begun and not saved
	written map[string]bool                 // families that one was written about here
	keeping bool                            // one is on its way to the disk
}

// choice is what a line stands for: an answer, something to reflect on, or nothing for going home.
type choice struct {
	answer  *tutor.Answered
	reflect *scenarios.Situation
}

// New sums up a practice.
func New(env screen.Env, parts Parts, to screen.ToSummary) *Screen {
	s := &Screen{
		env: env, tutor: parts, was: to.Practice, answers: to.Practice.Answered(),
		menu: list.New[choice](), feedback: feedback.New(env, parts.Parts), drafts: map[*scenarios.Situation]string{}, written: map[string]bool{},
	}
	s.Up = s.up
	return s
}

// Title names the screen.
func (s *Screen) Title() string { return "Summary" }

// Layout takes the room and the look.
func (s *Screen) Layout(f screen.Frame) {
	s.frame = f
	s.menu.Layout(f)
	s.feedback.Layout(f)
	if s.editor != nil {
		s.editor.Layout(f)
	}
	s.fill()
}

// Back goes back within an answer's feedback, and from there to the whole.
func (s *Screen) Back() bool {
	if s.feedback.Back() {
		return true
	}
	was := s.reading
	s.close()
	return was != nil
}

// stage is what enter can be meant for.
type stage struct {
	reading, writing bool
	card             string // of the feedback, which is read to its end
}

// Stage is the summary, a card of the feedback on an answer, or the reflection that is written.
func (s *Screen) Stage() any { return stage{s.reading != nil, s.editor != nil, s.feedback.Where()} }

// Update opens an answer's feedback, goes home, or goes into another practice.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		s.fill()
		s.sayKept()
	case tea.KeyPressMsg:
		if s.editor != nil {
			return s.write(msg)
		}
		if s.reading != nil {
			return s.read(msg)
		}
		return s.press(msg)
	default:
		if s.editor != nil {
			return s.write(msg)
		}
	}
	return nil
}

func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, again()):
		return s.env.Replace(screen.ToPracticeMenu{})
	case keymap.Is(msg, more()) && s.due() > 0:
		return s.env.Replace(screen.ToPractice{Ask: tutor.Selection{Review: true}})
	}
	switch c, ok := s.menu.Update(msg); {
	case ok && c.answer != nil:
		return s.open(c.answer)
	case ok && c.reflect != nil:
		return s.startWriting(c.reflect)
	case ok:
		return s.env.Pop()
	}
	return nil
}

func again() key.Binding { return keymap.New("p", "practise more", "p") }

func more() key.Binding { return keymap.New("r", "review what is due", "r") }

// open shows the feedback on an answer.
func (s *Screen) open(a *tutor.Answered) tea.Cmd {
	s.reading = a
	s.feedback.Show(feedback.Shown{
		Outcome: a.Outcome, Before: a.Before, Lines: a.Lines, Report: a.Report, Earlier: true,
	})
	return s.feedback.Ahead(a.Outcome.Situation, nil)
}

func (s *Screen) read(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Reflect()):
		return s.startWriting(s.reading.Outcome.Situation)
	case !keymap.Is(msg, keymap.Enter("")):
		s.feedback.Update(msg)
	case !s.feedback.Turn():
		s.close()
	}
	return nil
}

// close goes back from an answer's feedback.
func (s *Screen) close() {
	s.reading = nil
	s.feedback.Clear()
}

// due is how many principles are due once everything is saved.
func (s *Screen) due() int {
	if s.tutor.Record.Waiting() > 0 {
		return 0
	}
	return s.tutor.Practices.Reviews().Due
}

// fill lists the way home and each answer, below what they come to.
func (s *Screen) fill() {
	if s.frame.Theme == nil {
		return
	}
	th, width := s.frame.Theme, pane.Measure(s.frame.Width)
	text := "\n" + pane.Hang("  ", s.headline(), width, th.Title)
	score := scenarios.Summarise(s.was.Sitting.Outcomes()).Total
	working := tutor.Working(score)
	if !score.Enough() { // how many were right is said already
		working = tutor.Earned(score)
	}
	for _, line := range []string{working, s.next()} {
		if line != "" {
			text += "\n" + pane.Hang("  ", line, width, th.Faint)
		}
	}
	items := []list.Item[choice]{{Text: "Done"}}
	if of := s.toReflectOn(); of != nil {
		items = append(items, list.Item[choice]{Text: "Reflect on “" + of.Title + "”", Value: choice{reflect: of}})
	}
	s.menu.SetItems(append(items, s.rows()...))
	s.menu.SetIntro(text)
}

// up is the part of the screen that is up.
func (s *Screen) up() screen.Part {
	switch {
	case s.editor != nil:
		return s.editor
	case s.reading != nil:
		return s.feedback
	}
	return s.menu
}

// Keys are the bindings that work now.
func (s *Screen) Keys() []key.Binding {
	if s.editor != nil {
		return s.editor.Keys()
	}
	if s.reading != nil {
		enter := keymap.Enter("back to the summary")
		if s.feedback.Turns() {
			enter = keymap.Enter("read on")
		}
		keys := append([]key.Binding{enter}, s.feedback.Asides()...)
		return append(append(keys, keymap.Reflect(), keymap.Move()), slices.Concat(pane.Keys(), s.feedback.Elsewhere(), []key.Binding{keymap.Back()})...)
	}
	enter := keymap.Enter("done")
	switch c, _ := s.menu.Current(); {
	case c.answer != nil:
		enter = keymap.Enter("feedback")
	case c.reflect != nil:
		enter = keymap.Enter("write")
	}
	keys := s.menu.Now([]key.Binding{enter})
	if s.due() > 0 {
		keys = append(keys, more())
	}
	return append(append(keys, again(), keymap.Move()), pane.Keys()...)
}
