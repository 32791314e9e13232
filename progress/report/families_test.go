package report

import (
	"strings"
	"testing"

	"probity/guidance"
	"probity/progress/paper"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
)

// TestVariantsAreToldApart in a report on a room that went into two of one family.
func TestVariantsAreToldApart(t *testing.T) {
	p := scenariostest.Families(t)
	plan, err := induction.Build(p.Bank, "One thing is different", guidance.UK, 45,
		induction.Item{Situation: "a-request/from-the-ward"}, induction.Item{Situation: "a-request/numb-again"})
	if err != nil {
		t.Fatal(err)
	}
	r := reported(t, through(t, p, plan, 12, func(int, int) int { return 3 }), p)
	text := strings.ReplaceAll(string(paper.Markdown(r.Paper())), `\`, "")
	for _, want := range []string{"A request at eleven: You know him from the ward…", "A request at eleven: Under it he writes that his…"} {
		if strings.Count(text, want) < 2 { // how opinion shifted, and what to follow up
			t.Errorf("%q is not told:\n%s", want, text)
		}
	}
}
