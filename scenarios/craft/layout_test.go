package craft

import (
	"fmt"
	"strings"
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// paper is a layout on which some things do not fit.
type paper struct {
	lines    int             // fewest that anything needs
	question map[string]bool // situations whose question never fits
	feedback map[string]bool // answers whose feedback fits no 80 columns
}

func (p paper) Question(s *scenarios.Situation, _, height int) bool {
	return height >= p.lines && !p.question[s.ID]
}

func (p paper) Feedback(_ *scenarios.Situation, chosen []string, width, _ int) bool {
	return width > 80 || !p.feedback[strings.Join(chosen, " ")]
}

// TestWhatDoesNotFitIsNamed, with what of it does not.
func TestWhatDoesNotFitIsNamed(t *testing.T) {
	r := Check(scenariostest.Families(t), Request{Now: madeOn, Layout: paper{
		lines: 24, question: map[string]bool{"an-order/on-the-record": true}, feedback: map[string]bool{"c d e": true},
	}})
	for _, c := range []struct {
		key     string
		want    float64
		of      int
		verdict Verdict
	}{
		{"fits_80x24", 90, 10, Missed},       // nine of ten: four best, four orders, two ratings
		{"fits_80x24_several", 0, 2, Missed}, // c, d and e are an answer in both variants
		{"fits_100x30", 91.7, 12, Missed},
	} {
		if f := figure(t, r, c.key, "", ""); f.Value != c.want || f.Of != c.of || f.Verdict != c.verdict {
			t.Errorf("%s is %v of %d, %s; want %v of %d, %s", c.key, f.Value, f.Of, f.Verdict, c.want, c.of, c.verdict)
		}
	}
	told := fmt.Sprint(r.Warnings)
	for _, want := range []string{"an-order/on-the-record (the question)", "three-steps/all-true (the feedback on c d e)"} {
		if !strings.Contains(told, want) {
			t.Errorf("the author is not told %s: %s", want, told)
		}
	}
}

func TestWithoutALayoutNothingIsSaidOfIt(t *testing.T) {
	r := Check(scenariostest.Families(t), Request{Now: madeOn})
	if r.LaidOut {
		t.Error("it is said to be measured")
	}
	for _, f := range r.Figures {
		if strings.HasPrefix(f.Key, "fits") {
			t.Errorf("there is a figure: %+v", f)
		}
	}
}

// TestEveryKindOfAnswerIsTried: all right, all wrong, and what lies between.
func TestEveryKindOfAnswerIsTried(t *testing.T) {
	scenariostest.Each(t, map[string]string{
		"best":    "[[b] [a] [c] [d]]",
		"choose":  "[[a d f] [a b c] [b c d] [c d e] [d e f] [e f g] [f g h] [g h a] [h a b] [b c e]]",
		"rank":    "[[c a e b d] [a b c d e] [b c d e a] [c d e a b] [d e a b c] [e a b c d] [d b e a c]]",
		"rate":    "[[a=4 b=1 c=3 d=2] [a=4 b=3 c=2 d=1] [b=4 c=3 d=2 a=1] [c=4 d=3 a=2 b=1] [d=4 a=3 b=2 c=1] [a=1 b=4 c=2 d=3]]",
		"discuss": "[[] [a] [b] [c]]",
	}, func(t *testing.T, s *scenarios.Situation, want string) {
		if got := fmt.Sprint(tried(s)); got != want {
			t.Errorf("tried are %s, want %s", got, want)
		}
	})
}
