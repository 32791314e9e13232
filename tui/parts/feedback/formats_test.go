package feedback

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor/tutortest"
)

// TestEveryFormatIsExplained: the answer of somebody who guesses in the file's order, beside the key.
func TestEveryFormatIsExplained(t *testing.T) {
	tutor := tutortest.Open(t, scenariostest.Pack(t))
	scenariostest.Each(t, map[string][]string{
		"best":   {"✗ Not this time", "0 of 1 mark.", "✗ a  Your name and role", "your answer", "✓ b  A pen name", "best answer", "The guidance that decides it"},
		"choose": {"4 of 12 marks.", "✓ a  Your name and role", "you chose it · one to choose · 4 marks", "✗ b  A pen name", "you chose it", "✓ d  The name of the ward", "one to choose"},
		"rank":   {"12 of 20 marks.", "you: 1st · key: 2nd · 3 marks", "you: 3rd · key: 1st · 2 marks"},
		"rate": {"6 of 16 marks.", "This way of marking a rating", "✓ a  Your name and role", "you: very appropriate · key: very appropriate · 4 marks",
			"you: appropriate but not ideal · key: very inappropriate", "you: very inappropriate · key: inappropriate but not awful · 2 marks"},
		"discuss": {"There is no right answer here", "a  Your name and role", "your view", "The guidance that bears on it"},
	}, func(t *testing.T, s *scenarios.Situation, want []string) {
		var order []string
		for _, o := range s.Options {
			order = append(order, o.ID)
		}
		guess := s.Format.Guess(s, order)
		attempt := s.Format.Begin(s, order)
		attempt.Take(guess)
		f := New(screen.Env{Tutor: tutor, Markdown: markdown.New(), Nav: &screen.Nav{}})
		f.Layout(screen.Frame{Width: 100, Height: 50, Theme: theme.New(theme.Mono, true)})
		f.Show(Shown{
			Outcome: scenarios.Outcome{Situation: s, Chosen: guess, Marking: s.Format.Mark(s, guess)},
			Lines:   attempt.Lines(), Working: func() string { return "" },
		})
		view := ansi.Strip(f.View())
		for _, w := range want {
			if !strings.Contains(view, w) {
				t.Errorf("%q is not there:\n%s", w, view)
			}
		}
	})
}
