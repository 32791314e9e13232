// Package preview shows an author a situation as learners see it, all at once and to be scrolled: the question, the feedback on each answer
// that has one of its own, and what else stands one key away. It is laid out by the parts that the tutor's screens have.
package preview

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/parts/feedback"
	"probity/tui/parts/markdown"
	"probity/tui/parts/question"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// tall is the height of the window in which the parts are laid out: no situation is higher.
const tall = 200

// Preview lays out situations for one reader.
type Preview struct {
	env   screen.Env
	frame screen.Frame
	tutor *tutor.Tutor
}

// New is a preview as wide as a window, for the learner of a tutor.
func New(t *tutor.Tutor, width int, th *theme.Theme) *Preview {
	return &Preview{
		env:   screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}},
		frame: screen.Frame{Width: width, Height: tall, Theme: th}, tutor: t,
	}
}

// Question is the question, unanswered.
func (p *Preview) Question(s *scenarios.Situation) string {
	q := question.New(p.env)
	q.Layout(p.frame)
	q.Ask(s, nil, s.Format.Begin(s, s.OptionIDs()), s.OptionIDs())
	return trimmed(q.View())
}

// Feedback is the first screen of the feedback on an answer, in the record's notation.
func (p *Preview) Feedback(s *scenarios.Situation, chosen []string) string {
	return trimmed(p.feedback(s, chosen, p.frame.Width).View())
}

// Options is what is said of every option, where an answer was given.
func (p *Preview) Options(s *scenarios.Situation, chosen []string) string {
	f := p.feedback(s, chosen, narrow)
	f.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	return trimmed(f.View())
}

// Extracts is every extract that is cited.
func (p *Preview) Extracts(s *scenarios.Situation, chosen []string) string {
	f := p.feedback(s, chosen, narrow)
	f.Update(tea.KeyPressMsg{Code: 'g', Text: "g"})
	return trimmed(f.View())
}

// narrow is a width with one column: what is asked for in place of the first screen stands alone.
const narrow = 95

func (p *Preview) feedback(s *scenarios.Situation, chosen []string, width int) *feedback.Feedback {
	out, lines := scenarios.Answered(s, chosen)
	f := feedback.New(p.env, feedback.Parts{Copies: p.tutor.Copies, Library: p.tutor.Library, Profile: p.tutor.Profile})
	frame := p.frame
	frame.Width = min(width, frame.Width)
	f.Layout(frame)
	f.Show(feedback.Shown{Outcome: out, Lines: lines})
	return f
}

// trimmed is what is drawn without the room that is left around it.
func trimmed(view string) string {
	var out []string
	for line := range strings.Lines(view) {
		out = append(out, strings.TrimRight(strings.TrimSuffix(line, "\n"), " "))
	}
	blank := func(line string) bool { return strings.TrimSpace(ansi.Strip(line)) == "" }
	for len(out) > 0 && blank(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	for len(out) > 0 && blank(out[0]) {
		out = out[1:]
	}
	return strings.Join(out, "\n")
}
