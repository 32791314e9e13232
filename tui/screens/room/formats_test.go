package room

import (
	"slices"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/keymap"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor/tutortest"
)

// revealed is what the room is shown of the key: the heading, then some of the options; and whether another action can be put
// to the vote.
type revealed struct {
	says    []string
	then    []string // with the first rationales, one after the other
	actions bool
}

func TestEveryFormatIsRevealed(t *testing.T) {
	p := scenariostest.Pack(t)
	tutor := tutortest.Open(t, p)
	scenariostest.Each(t, map[string]revealed{
		"best":    {[]string{"✓ The answer: b", "  a  Your name and role", "✓ b  A pen name"}, []string{"A pen name"}, false},
		"choose":  {[]string{"✓ The answer: a, d, f", "✓ a  Your name and role", "  b  A pen name", "✓ d  The name of the ward"}, []string{"Your name and role"}, false},
		"rank":    {[]string{"✓ First: c", "  a  Your name and role", "✓ c  Your name alone"}, []string{"2nd"}, false},
		"rate":    {[]string{"✓ How appropriate: appropriate but not ideal", "✓ 3  appropriate but not ideal"}, []string{"  c  Your name alone\n     appropriate but not ideal", "  a  Your name and role\n     very appropriate"}, true},
		"discuss": {[]string{"There is no right answer", "  a  Your name and role"}, []string{"What speaks for"}, false},
	}, func(t *testing.T, s *scenarios.Situation, want revealed) {
		plan, err := induction.Build(p.Bank, "One", guidance.UK, 30, induction.Item{Situation: s.ID})
		if err != nil {
			t.Fatal(err)
		}
		open, err := tutor.Rooms.Begin(plan, 10)
		if err != nil {
			t.Fatal(err)
		}
		r := New(screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}}, parts(tutor), screen.ToRoom{Room: open})
		r.Layout(screen.Frame{Width: 80, Height: 60, Theme: theme.New(theme.Mono, true)})
		for r.session().Step() != induction.Reveal {
			if r.session().Round() > 0 {
				choice := r.session().Ballot().Choices[0].ID
				r.do(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Count(choice, 10, now) })
			}
			if !r.do((*induction.Session).Forward) {
				t.Fatal("the session does not go on")
			}
		}
		text := bare(r.reveal())
		for _, w := range want.says {
			if !strings.Contains(text, w) {
				t.Errorf("%q is not there:\n%s", w, text)
			}
		}
		for _, w := range want.then {
			if r.explain(+1); !strings.Contains(bare(r.reveal()), w) {
				t.Errorf("%q does not come then:\n%s", w, bare(r.reveal()))
			}
		}
		offered := slices.ContainsFunc(r.Keys(), func(k key.Binding) bool { return k.Help() == keymap.PutAction().Help() })
		if offered != want.actions {
			t.Errorf("another action is offered: %v, want %v", offered, want.actions)
		}
	})
}

// bare is the text without styles and what pads its lines.
func bare(text string) string {
	all := strings.Split(ansi.Strip(text), "\n")
	for i := range all {
		all[i] = strings.TrimRight(all[i], " ")
	}
	return strings.Join(all, "\n")
}
