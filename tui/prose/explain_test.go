package prose_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"probity/scenarios"
	"probity/tui/prose"
)

// TestTheFiguresOfTheExplanationsAreThoseOfTheCode ties what help says to the rules it tells of.
func TestTheFiguresOfTheExplanationsAreThoseOfTheCode(t *testing.T) {
	said := map[string]string{}
	for _, e := range prose.Explanations() {
		said[e.Word] = e.Text
	}
	percent := func(f float64) string { return strconv.FormatFloat(math.Round(1000*f)/10, 'f', -1, 64) + " %" }
	chance := func(format string, options int) float64 {
		f, _ := scenarios.FormatNamed(format)
		return f.Chance(&scenarios.Situation{Options: make([]scenarios.Option, options), Key: []string{"a", "b", "c"}})
	}
	for _, c := range []struct{ word, figure string }{
		{"Chance", percent(chance("best", 4)) + " with one best of four"},
		{"Chance", percent(chance("choose", 8)) + " when you choose three of eight"},
		{"Chance", percent(chance("rank", 5)) + " in a ranking"},
		{"Chance", percent(chance("rate", 4)) + " in a rating"},
		{"Chance", percent((16/20.0-chance("rank", 5))/(1-chance("rank", 5))) + " above chance"},
	} {
		if !strings.Contains(said[c.word], c.figure) {
			t.Errorf("%s does not say %q", c.word, c.figure)
		}
	}
	for name, weight := range map[string]int{"best": 1, "choose": 2, "rank": 2, "rate": 2} {
		if f, _ := scenarios.FormatNamed(name); f.Weight() != weight {
			t.Errorf("%s weighs %d, and help says %d", name, f.Weight(), weight)
		}
	}
	if !(scenarios.Marking{Marks: 15, Of: 20}).Right() || (scenarios.Marking{Marks: 14, Of: 20}).Right() {
		t.Error("help says that 15 of 20 is right and 14 is not")
	}
	if scenarios.Enough(5) || !scenarios.Enough(6) {
		t.Error("help says that a percentage takes 6 answers")
	}
}
