package question

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// asked is how a situation is answered on screen.
type asked struct {
	keys   string // that are shown for putting an answer together
	enter  string // what enter does where nothing was pressed yet: a notice, or "submits"
	typed  string // the keys of an answer, with the options dealt in the file's order
	chosen string // what they come to
}

func TestEveryFormatIsAsked(t *testing.T) {
	scenariostest.Each(t, map[string]asked{
		"best":    {"a–d mark an answer", "Choose an answer first: a letter from a to d. Space marks at the cursor.", "c b", "b"},
		"choose":  {"a–h mark an answer", "Choose up to three answers first. Space marks at the cursor.", "a d f", "a d f"},
		"rank":    {"←/→ move it, 1–5 its place", "This is the order as it was dealt. Leave them so? Enter again submits it.", "3", "b c a d e"},
		"rate":    {"4–1 rate", "submits", "4 1 3 2", "a=4 b=1 c=3 d=2"},
		"discuss": {"a–c mark an answer", "Choose an answer first: a letter from a to c. Space marks at the cursor.", "c", "c"},
	}, func(t *testing.T, s *scenarios.Situation, want asked) {
		q, nav := ask(s)
		if got := shown(q.Keys()); got != want.keys {
			t.Errorf("the keys are %q, want %q", got, want.keys)
		}
		got := ""
		if q.Answer(tea.KeyPressMsg{Code: tea.KeyEnter}) {
			got = "submits"
		}
		for _, r := range nav.Drain() {
			got += r.(screen.Spoken).Words()
		}
		if got != want.enter {
			t.Errorf("enter: %q, want %q", got, want.enter)
		}
		q, _ = ask(s)
		for _, k := range strings.Fields(want.typed) {
			q.Answer(tea.KeyPressMsg{Code: rune(k[0]), Text: k})
		}
		if got := strings.Join(q.attempt.Chosen(), " "); got != want.chosen {
			t.Errorf("%s comes to %q, want %q", want.typed, got, want.chosen)
		}
		for _, o := range s.Options {
			if !strings.Contains(q.View(), o.Text) {
				t.Errorf("option %s is not on the screen", o.ID)
			}
		}
	})
}

// ask is a question with a situation put up, its options in the file's order.
func ask(s *scenarios.Situation) (*Question, *screen.Nav) {
	nav := &screen.Nav{}
	q := New(screen.Env{Markdown: markdown.New(), Nav: nav})
	q.Layout(screen.Frame{Width: 80, Height: 60, Theme: theme.New(theme.Mono, true)})
	order := s.OptionIDs()
	q.Ask(s, nil, s.Format.Begin(s, order), order)
	return q, nav
}

// shown is the bindings before the one that submits.
func shown(keys []key.Binding) string {
	var out []string
	for _, k := range keys {
		if k.Help().Desc == "submit" {
			break
		}
		out = append(out, k.Help().Key+" "+k.Help().Desc)
	}
	return strings.Join(out, ", ")
}
