// Package summary is the end of a sitting: what it amounted to, by topic, and what to look at again.
package summary

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock     *tutor.Clock
	Library   *tutor.Library
	Record    *tutor.Record
	Practices *tutor.Practices
}

// Screen sums up one practice.
type Screen struct {
	env   screen.Env
	tutor Parts
	sum   scenarios.Summary
	was   *tutor.Practice
	frame screen.Frame
	pane  *pane.Pane
}

// New sums up a practice.
func New(env screen.Env, parts Parts, to screen.ToSummary) *Screen {
	return &Screen{env: env, tutor: parts, sum: scenarios.Summarise(to.Practice.Sitting.Outcomes()), was: to.Practice, pane: pane.New()}
}

// Title names the screen.
func (s *Screen) Title() string { return "Summary" }

// Layout takes the room and the look.
func (s *Screen) Layout(f screen.Frame) {
	s.frame = f
	s.pane.Resize(f.Width, f.Height)
	s.draw()
}

// Update goes home, or into another practice.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		s.draw()
	case tea.KeyPressMsg:
		switch {
		case keymap.Is(msg, keymap.Enter("")):
			return s.env.Pop()
		case keymap.Is(msg, again()):
			return s.env.Replace(screen.ToPracticeMenu{})
		case keymap.Is(msg, more()) && s.due() > 0:
			return s.env.Replace(screen.ToPractice{Ask: tutor.Selection{Review: true}})
		default:
			s.pane.Read(msg)
		}
	}
	return nil
}

func again() key.Binding { return keymap.New("p", "practise more", "p") }

func more() key.Binding { return keymap.New("r", "review what is due", "r") }

// due is how many principles are due once everything is saved.
func (s *Screen) due() int {
	if s.tutor.Record.Waiting() > 0 {
		return 0
	}
	return s.tutor.Practices.Reviews().Due
}

func (s *Screen) draw() {
	th, width := s.frame.Theme, pane.Measure(s.frame.Width)
	text := "\n" + pane.Hang("  ", s.headline(), width, th.Title) + "\n" + pane.Hang("  ", tutor.Working(s.sum.Total), width, th.Faint) + "\n"
	if len(s.sum.Topics) > 1 {
		text += "\n" + pane.Hang("  ", "By topic", width, th.Accent) + "\n"
		for _, t := range s.sum.Topics {
			topic, _ := s.tutor.Library.Pack().Bank.Topic(t.Topic)
			score := fmt.Sprintf("%14s  ", t.Score.Figure())
			text += pane.Hang("  "+th.Strong.Render(score), prose.Line(topic.Title)+", "+tutor.Marks(t.Score), width, th.Text) + "\n"
		}
	}
	if len(s.sum.Again) > 0 {
		text += "\n" + pane.Hang("  ", "To look at again", width, th.Accent) + "\n"
		for _, o := range s.sum.Again {
			lesson := ""
			if p, ok := s.tutor.Library.Pack().Bank.Principle(o.Situation.Principle); ok {
				lesson = prose.Line(p.Lesson)
			}
			title := prose.Line(o.Situation.Title)
			if o.Sure == scenarios.VerySure {
				title += " (you were very sure)"
			}
			text += pane.Hang("  • ", title, width, th.Text) + "\n" + pane.Hang("    ", lesson, width, th.Faint) + "\n"
		}
	}
	text += "\n" + pane.Hang("  ", s.next(), width, th.Faint)
	s.pane.Set(text)
}

// next says what comes back for review, and when.
func (s *Screen) next() string {
	if s.tutor.Record.Waiting() > 0 {
		return "Saving your answers…"
	}
	switch r := s.tutor.Practices.Reviews(); {
	case r.Due == 1:
		return "One principle is due for review today: r meets it."
	case r.Due > 1:
		return fmt.Sprintf("%d principles are due for review today: r meets them.", r.Due)
	case !r.Next.IsZero():
		return "Nothing is due for review today; the next comes back " + s.tutor.Clock.Day(r.Next) + "."
	}
	return ""
}

func (s *Screen) headline() string {
	done := prose.Several(s.sum.Situations, "situation")
	if s.sum.Answers > s.sum.Situations { // there were turns
		return fmt.Sprintf("%s, %d answers.", done, s.sum.Answers)
	}
	return done + " done."
}

// View draws the screen.
func (s *Screen) View() string { return s.pane.View() }

// More reports whether there is more above and below the window.
func (s *Screen) More() (above, below bool) { return s.pane.More() }

// Keys are the bindings that work here.
func (s *Screen) Keys() []key.Binding {
	keys := []key.Binding{keymap.Enter("done")}
	if s.due() > 0 {
		keys = append(keys, more())
	}
	return append(append(keys, again(), keymap.Move()), pane.Keys()...)
}
