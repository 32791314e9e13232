package cohort

import (
	"strings"
	"testing"

	"probity/progress/paper"
	"probity/scenarios"
)

// A topic's score above chance weighs its situations as every score does: a single best answer once, a ranking twice.
func TestATopicIsScoredAsEverythingIs(t *testing.T) {
	bank := scenarios.NewBank([]scenarios.Topic{{ID: "images", Title: "Photographs"}}, nil, nil)
	of := func(format string, facility, chance float64) Situation {
		return Situation{Topic: "images", Format: format, Facility: Share{facility}, Chance: chance}
	}
	for _, c := range []struct {
		situations []Situation
		people     int
		above      float64
		says       string
	}{
		{[]Situation{of("best", 0, 0.2), of("rank", 1, 0.6)}, 500, 0.58, "58 % above chance (50 % of the marks, chance 40 %)"},
		{[]Situation{of("best", 0, 0.2), of("rank", 1, 0.6)}, 10, 0.6, "60 % above chance (50 % of the marks, chance 40 %)"},
		{[]Situation{of("best", 1, 0.2), of("rate", 0, 0.375)}, 500, -0.07, "7 points below what guessing brings (50 % of the marks, chance 29 %)"},
	} {
		r := Report{People: c.people, Situations: c.situations}
		r.addTopics(bank)
		if len(r.Topics) != 1 || r.Topics[0].Above != c.above {
			t.Fatalf("%+v, want %v above chance", r.Topics, c.above)
		}
		if page := strings.ReplaceAll(string(paper.Markdown(r.Paper())), "\u00a0", " "); !strings.Contains(page, c.says) {
			t.Errorf("the page lacks %q:\n%s", c.says, page)
		}
	}
}
