package preview

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/theme"
	"probity/tui/tutor"
)

// TestEveryFormatIsPreviewed as wide as the window, with the question, the feedback on each answer that has its own, every rationale and every
// extract.
func TestEveryFormatIsPreviewed(t *testing.T) {
	scenariostest.Each(t, map[string]int{"best": 4, "choose": 1, "rank": 1, "rate": 1, "discuss": 1}, func(t *testing.T, s *scenarios.Situation, want int) {
		if got := scenarios.Previewed(s, true); s.Format.Name() != "best" && len(got) != want || s.Format.Name() == "best" && len(got) != len(s.Options) {
			t.Errorf("%d answers are shown", len(got))
		}
		pack := scenariostest.Pack(t)
		reader := tutor.Reading(pack, tutor.Learner{Role: guidance.Doctor, Jurisdiction: guidance.UK})
		for _, width := range []int{80, 120} {
			p := New(reader, width, theme.New(theme.Mono, true))
			question, all := p.Question(s), p.Options(s, s.Key)
			for _, o := range s.Options {
				first := strings.Fields(o.Text)[0]
				if !strings.Contains(question, first) || !strings.Contains(all, strings.Fields(o.Why)[0]) {
					t.Errorf("option %s or its rationale is not there:\n%s\n%s", o.ID, question, all)
				}
			}
			for _, chosen := range scenarios.Previewed(s, true) {
				if f := p.Feedback(s, chosen); strings.TrimSpace(f) == "" {
					t.Errorf("the feedback on %v is empty", chosen)
				}
			}
			for line := range strings.Lines(question + "\n" + all + "\n" + p.Extracts(s, s.Key)) {
				if n := ansi.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
					t.Errorf("a line of %d cells in a window of %d: %q", n, width, line)
				}
			}
			for _, clause := range pack.Guidance.Clauses(s.Cites()) {
				if words := strings.Fields(clause.Text); !strings.Contains(p.Extracts(s, s.Key), strings.Trim(words[len(words)-1], "*_")) {
					t.Errorf("the extract %s is not there", clause.ID)
				}
			}
		}
	})
}
