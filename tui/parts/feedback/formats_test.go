package feedback

import (
	"strings"
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor/tutortest"
)

// screens is what is to be seen of an answer: on the first screen, and with every option.
type screens struct{ first, options []string }

// TestEveryFormatIsExplained: the answer of somebody who guesses in the file's order, beside the key.
func TestEveryFormatIsExplained(t *testing.T) {
	tutor := tutortest.Open(t, scenariostest.Pack(t))
	scenariostest.Each(t, map[string]screens{
		"best": {
			[]string{"✗ Not the best answer", "you: a", "Say who is speaking.", "✗ a  Your name and role\n       What speaks", "→ b  A pen name\n       What speaks", "SHOULD · in force · UK", "│ You should say who you are."},
			[]string{"0 of 1 mark. Chance alone brings 0.25.", "✗ a  Your name and role\n       your answer", "→ b  A pen name\n       best answer", "c  Your name alone"},
		},
		"choose": {
			[]string{"✗ Not this time, 4 of 12", "✓ right: a   ✗ should not be chosen: b, c   → missed: d, f", "✗ b  A pen name\n       What", "→ d  The name of the ward\n       What", "✗ c  Your name alone\n       What"},
			[]string{"4 of 12 marks.", "you chose it · should be chosen · 4 marks", "→ d  The name of the ward\n       should be chosen"},
		},
		"rank": {
			[]string{"✗ Not this time, 12 of 20", "\n  ◐ 1 c  Your name alone", "you 3rd\n       What speaks for and against c.\n  ◐ 2 a  Your name and role", "you 1st\n"},
			[]string{"12 of 20 marks.", "you: 1st · key: 2nd · 3 marks", "you: 3rd · key: 1st · 2 marks"},
		},
		"rate": {
			[]string{"✗ Not this time, 6 of 16", "\n  ✓ 4 a  Your name and role", "you 4\n  ✗ 1 b  A pen name", "you 3\n       What speaks for and against b.\n", "you 2\n       What", "you 1\n\n"},
			[]string{"6 of 16 marks.", "This way of marking a rating", "you: very appropriate · key: very appropriate · 4 marks", "you: very inappropriate · key: inappropriate but not awful · 2 marks"},
		},
		"discuss": {
			[]string{"There is no right answer here", "Reasonable people differ", "a  Your name and role\n       What speaks", "\n    b  A pen name\n    c  "},
			[]string{"Reasonable people differ", "your view", "b  A pen name\n       What speaks"},
		},
	}, func(t *testing.T, s *scenarios.Situation, want screens) {
		guess := s.Format.Guess(s, s.OptionIDs())
		f := New(screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}}, parts(tutor))
		f.Layout(screen.Frame{Width: 80, Height: 60, Theme: theme.New(theme.Mono, true)})
		out := scenarios.Outcome{Situation: s, Chosen: guess, Marking: s.Format.Mark(s, guess)}
		f.Show(Shown{Outcome: out, Lines: lines(out)})
		for key, texts := range map[string][]string{"": want.first, "space": want.options} {
			if key != "" {
				f.Update(screentest.Press(key))
			}
			for _, w := range texts {
				if !strings.Contains(view(f), w) {
					t.Errorf("after %q %q is not there:\n%s", key, w, view(f))
				}
			}
			f.Back()
		}
	})
}
