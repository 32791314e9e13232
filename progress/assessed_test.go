// Assessments in the record: nothing counts before they are handed in, and then the last answer to each situation does.

package progress

import (
	"math"
	"slices"
	"testing"

	"probity/scenarios"
)

func TestAnAssessmentCountsOnceItIsHandedIn(t *testing.T) {
	facts := assessment(1)
	before := folded(facts[:len(facts)-1]...)
	same(t, "total before", before.Total(), scenarios.Score{})
	same(t, "times before", before.Times("a"), 0)
	same(t, "due before", len(before.Schedule(noon)), 0)
	same(t, "seconds before", before.Seconds(), 120)
	same(t, "offered as a practice", len(before.Unfinished()), 0)

	after := folded(facts...)
	same(t, "total after", after.Total(), best(2, 1))
	same(t, "times b", after.Times("b"), 1)
	same(t, "seconds after", after.Seconds(), 120)
}

func TestWhereAnAssessmentStands(t *testing.T) {
	facts := assessment(1)
	for name, c := range map[string]struct {
		facts   int
		at      string
		goneOn  bool
		flagged bool
		answers []string
		passed  bool
	}{
		"begun":          {1, "", false, false, nil, false},
		"answered once":  {2, "b", true, false, []string{"b"}, false},
		"marked":         {3, "b", false, true, []string{"b"}, false},
		"two answers":    {4, "a", true, true, []string{"a", "b"}, false},
		"one changed":    {5, "b", true, true, []string{"a", "b"}, false},
		"no longer mark": {6, "b", false, false, []string{"a", "b"}, false},
		"all answered":   {7, "c", true, false, []string{"a", "b", "c"}, false},
		"handed in":      {8, "c", true, false, []string{"a", "b", "c"}, true},
	} {
		sat, ok := folded(facts[:c.facts]...).Assessment("exam")
		same(t, name, ok, true)
		same(t, name+", at", sat.At, c.at)
		same(t, name+", gone on", sat.GoneOn, c.goneOn)
		same(t, name+", flagged", sat.Flagged["b"], c.flagged)
		var answered []string
		for _, a := range sat.Answers {
			answered = append(answered, a.Scenario)
		}
		same(t, name+", answered", answered, c.answers)
		same(t, name+", passed", sat.Passed(), c.passed)
	}
}

// TestLeavingAnAssessmentChangesNoMark: another window may have set one, or taken it away, that the one which is left does not know of.
func TestLeavingAnAssessmentChangesNoMark(t *testing.T) {
	begun := Sitting{Seq: 1, ID: "e", Kind: Assessment, Drawn: []string{"a", "b"}}
	for name, c := range map[string]struct {
		marked, left int
	}{"set elsewhere": {1, 0}, "taken away elsewhere": {0, 1}} {
		sat, _ := folded(begun, Flag{Seq: 2, Sitting: "e", Scenario: "a", On: c.marked}, Flag{Seq: 3, Sitting: "e", Scenario: "b"},
			Flag{Seq: 4, Sitting: "e", Scenario: "a", On: c.left, Left: 1}).Assessment("e")
		same(t, name, sat.Flagged["a"], c.marked == 1)
		same(t, name+", where it was left", sat.At, "a")
	}
}

func TestPassedIsAboveChance(t *testing.T) {
	for name, c := range map[string]struct {
		marks, pass float64
		want        bool
	}{
		"chance is not enough":  {12, 0.6, false},
		"just short":            {16, 0.6, false}, // (16 − 12) / 8 is 50 %
		"more than there are":   {999, 0.6, false},
		"half a mark":           {17.5, 0.6, false},
		"reached":               {17, 0.6, true},
		"another rule":          {16, 0.5, true},
		"full marks pass any":   {20, 1, true},
		"nothing reaches above": {20, 1.01, false},
	} {
		sat, _ := folded(
			Sitting{Seq: 1, ID: "e", Kind: Assessment, Drawn: []string{"a"}},
			Answer{Seq: 2, Chosen: chosen, Sitting: "e", Scenario: "a", Format: "rank", Marks: c.marks, Of: 20, Chance: 0.6},
			Submit{Seq: 3, Sitting: "e", Pass: c.pass, At: noon},
		).Assessment("e")
		same(t, name, sat.Passed(), c.want)
	}
}

// A paper is judged by the rule that it was handed in under, for good: six single best answers wrong beside six rankings right
// are 88 % above chance by raw marks, and 55 % as each situation counts by its share.
func TestAPaperIsJudgedByTheRuleItWasHandedInUnder(t *testing.T) {
	facts := []Fact{Sitting{Seq: 1, ID: "e", Kind: Assessment}}
	for i := range int64(6) {
		id := string(rune('a' + i))
		facts = append(facts, Answer{Seq: 2 + 2*i, Chosen: chosen, Sitting: "e", Scenario: id, Format: "best", Of: 1, Chance: 0.25},
			Answer{Seq: 3 + 2*i, Chosen: chosen, Sitting: "e", Scenario: "r" + id, Format: "rank", Marks: 20, Of: 20, Chance: 0.6})
	}
	for rule, want := range map[int]struct {
		above  float64
		passed bool
	}{0: {46.5 / 52.5, true}, scenarios.RawMarks: {46.5 / 52.5, true}, scenarios.ByShares: {10.0 / 18, false}} {
		h := folded(append(slices.Clone(facts), Submit{Seq: 90, Sitting: "e", Pass: 0.6, Rule: rule, At: noon})...)
		sat, _ := h.Assessment("e")
		above, _ := sat.Score().Above()
		same(t, "above chance", math.Abs(above-want.above) < 1e-9, true)
		same(t, "passed", sat.Passed(), want.passed)
		total, _ := h.Total().Above()
		same(t, "in all, by the rule of now", math.Abs(total-10.0/18) < 1e-9, true)
	}
}

// Seventeen of twenty-five with five options each are 60 % above chance, whatever adding fifths up 25 times comes to.
func TestAPassRuleThatIsJustReachedIsReached(t *testing.T) {
	facts := []Fact{Sitting{Seq: 1, ID: "e", Kind: Assessment}}
	for i := range int64(25) {
		a := Answer{Seq: 2 + i, Chosen: chosen, Sitting: "e", Scenario: string(rune('a' + i)), Format: "best", Of: 1, Chance: 0.2}
		if i < 17 {
			a.Marks = 1
		}
		facts = append(facts, a)
	}
	for pass, want := range map[float64]bool{0.6: true, 0.601: false} {
		sat, _ := folded(append(slices.Clone(facts), Submit{Seq: 90, Sitting: "e", Pass: pass, At: noon})...).Assessment("e")
		same(t, "passed", sat.Passed(), want)
	}
}

func TestALateAnswerHasNoPartInWhatWasHandedIn(t *testing.T) {
	h := folded(append(assessment(1), Answer{Seq: 20, Chosen: chosen, Sitting: "exam", Scenario: "c", Topic: "x", Format: "best", Marks: 1, Of: 1, Chance: 0.25, At: noon})...)
	sat, _ := h.Assessment("exam")
	same(t, "marks", sat.Score().Marks, 2.0)
	same(t, "total", h.Total().Marks, 2.0)
}

func TestAnUndoneAnswerCountsNowhereButInTime(t *testing.T) {
	given := func(seq int64, marks float64) Answer {
		return Answer{Seq: seq, Chosen: chosen, Sitting: "s", Scenario: "a", Topic: "x", Principle: "p", Format: "best", Marks: marks, Of: 1, Chance: 0.25, Seconds: 20, At: noon}
	}
	h := folded(Sitting{Seq: 1, ID: "s", Kind: Practice, Drawn: []string{"a", "b"}}, given(2, 1), given(3, 0), Undo{Seq: 4, Of: 3, At: noon})
	same(t, "total", h.Total(), best(1, 0))
	last, _ := h.Last("a")
	same(t, "last", last.Seq, int64(2))
	same(t, "kept", len(h.Answers()), 2)
	same(t, "counted", len(h.Counted()), 1)
	same(t, "seconds", h.Seconds(), 40)
	due, _ := h.DueAt("p", noon)
	alone, _ := folded(given(2, 1)).DueAt("p", noon)
	same(t, "due", due, alone)
}

func TestTheLastAssessment(t *testing.T) {
	_, ok := folded(Sitting{Seq: 1, ID: "p", Kind: Practice}).LastAssessment()
	same(t, "without one", ok, false)
	facts := append(assessment(1), Sitting{Seq: 20, ID: "next", Kind: Assessment}, Sitting{Seq: 21, ID: "p", Kind: Practice},
		Answer{Seq: 22, Chosen: chosen, Sitting: "next", Scenario: "a", Seconds: 7, At: noon})
	h := folded(facts...)
	last, ok := h.LastAssessment()
	all := h.Assessments()
	same(t, "there is one", ok, true)
	same(t, "the last of all", last, all[len(all)-1])
	same(t, "its answers", len(last.Answers), 1)
	first, _ := h.Assessment("exam")
	same(t, "each as it is alone", all[0], first)
}

// TestASittingHasOneActiveTime: all that was spent in it, to and fro and handing in included, until an assessment was handed in.
func TestASittingHasOneActiveTime(t *testing.T) {
	facts := []Fact{
		Sitting{Seq: 1, ID: "exam", Kind: Assessment, Drawn: []string{"a"}}, Sitting{Seq: 2, ID: "practice", Kind: Practice, Drawn: []string{"a"}},
		Answer{Seq: 3, Sitting: "exam", Scenario: "a", Seconds: 5, At: noon}, Answer{Seq: 4, Sitting: "exam", Scenario: "a", Chosen: chosen, Seconds: 10, At: noon},
		Flag{Seq: 5, Sitting: "exam", Scenario: "a", Seconds: 20, At: noon}, Answer{Seq: 6, Sitting: "practice", Scenario: "a", Chosen: chosen, Seconds: 7, At: noon},
		Answer{Seq: 7, Sitting: "exam", Scenario: "a", Chosen: chosen, Seconds: 1e9, At: noon}, Submit{Seq: 8, Sitting: "exam", Seconds: 40, At: noon},
		Flag{Seq: 9, Sitting: "exam", Scenario: "a", Seconds: 80, At: noon}, Flag{Seq: 10, Sitting: "practice", Scenario: "a", Left: 1, Seconds: 3, At: noon},
		Submit{Seq: 11, Sitting: "exam", Seconds: 160, At: noon},
	}
	forwards, backwards := NewHistory(), NewHistory()
	forwards.Apply(facts...)
	for _, f := range slices.Backward(facts) {
		backwards.Apply(f)
	}
	for _, h := range []*History{forwards, backwards} {
		exam, _ := h.Assessment("exam")
		same(t, "the assessment", []int{h.SecondsIn("exam"), exam.Seconds}, []int{75, 75})
		same(t, "the practice", h.SecondsIn("practice"), 10)
		sum := 0
		for s := range h.Spent() {
			sum += Active(s.Seconds)
		}
		same(t, "both", sum, 85)
	}
}
