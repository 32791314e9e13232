package progress

import (
	"testing"

	"probity/scenarios"
)

// TestAnAnswerToCompareIsNoForgedOne: what has a key and no marks was answered to compare. It counts in no score and raises no doubt, and no
// assessment is passed with it.
func TestAnAnswerToCompareIsNoForgedOne(t *testing.T) {
	compared := Answer{Format: "best", Chosen: []string{"b"}}
	for name, c := range map[string]struct {
		answer             Answer
		compared, possible bool
	}{
		"to compare":         {compared, true, true},
		"a discussion":       {Answer{Format: "discuss"}, false, true},
		"scored":             {Answer{Format: "best", Of: 1, Marks: 1, Chance: 0.25}, false, true},
		"marks and no more":  {Answer{Format: "best", Marks: 1}, false, false},
		"chance and no more": {Answer{Format: "best", Chance: 0.25}, false, false},
		"an unknown format":  {Answer{Format: "quiz"}, false, false},
	} {
		same(t, name+": compared", c.answer.Compared(), c.compared)
		same(t, name+": possible", c.answer.Possible(), c.possible)
	}
	same(t, "scored", compared.Scored(), false)
	same(t, "total", Total([]Answer{compared}), scenarios.Score{})
	sat := Assessed{Answers: []Answer{{Format: "best", Of: 1, Marks: 1, Chance: 0.25}, compared}, Pass: 0.6, Rule: scenarios.ByShares, Submitted: noon}
	same(t, "passed with it", sat.Passed(), false)
	sat.Answers = sat.Answers[:1]
	same(t, "passed without it", sat.Passed(), true)
}

func TestParts(t *testing.T) {
	parts := Parts([]Answer{
		{Topic: "y", Format: "best", Chosen: chosen, Marks: 1, Of: 1, Chance: 0.25}, {Topic: "x", Format: "choose", Chosen: chosen, Marks: 8, Of: 12, Chance: 0.375},
		{Topic: "talk", Format: "discuss"}, {Topic: "y", Format: "best", Of: 1, Chance: 0.25}, {Topic: "z", Format: "choose", Marks: 999, Of: 12, Chance: 0.375},
	}, func(a Answer) string { return a.Topic })
	same(t, "parts", parts, []Part{
		{"y", best(1, 1), 1}, {"x", scenarios.ScoreOf("choose", scenarios.Marking{Marks: 8, Of: 12, Chance: 0.375}), 0}})
}
