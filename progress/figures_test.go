package progress

import (
	"slices"
	"testing"
	"time"

	"probity/scenarios"
)

func sureAnswer(seq int64, scenario string, sure scenarios.Certainty, marks float64) Answer {
	return Answer{Seq: seq, Chosen: chosen, Scenario: scenario, Topic: "x", Format: "best", Marks: marks, Of: 1, Chance: 0.25, Sure: int(sure), Seconds: 60, At: noon.Add(time.Duration(seq) * time.Hour)}
}

func TestCalibration(t *testing.T) {
	ranked := func(seq int64, scenario string, marks float64) Answer {
		a := sureAnswer(seq, scenario, scenarios.VerySure, marks)
		a.Format, a.Of, a.Chance = "rank", 20, 0.6
		return a
	}
	h := folded(
		sureAnswer(1, "a", scenarios.VerySure, 1), ranked(2, "b", 15), ranked(3, "c", 14),
		sureAnswer(4, "d", scenarios.Guess, 0), sureAnswer(5, "e", scenarios.NotAsked, 0), sureAnswer(6, "f", 9, 0),
		Answer{Seq: 7, Chosen: chosen, Scenario: "talk", Sure: 3, At: noon},
	)
	same(t, "calibration", h.Calibration(), []Calibration{{scenarios.Guess, 1, 0}, {scenarios.FairlySure, 0, 0}, {scenarios.VerySure, 3, 2}})
}

func TestConfidentMistakes(t *testing.T) {
	h := folded(
		sureAnswer(1, "a", scenarios.VerySure, 0), sureAnswer(2, "b", scenarios.VerySure, 0), sureAnswer(3, "c", scenarios.FairlySure, 0),
		sureAnswer(4, "a", scenarios.VerySure, 0), sureAnswer(5, "b", scenarios.Guess, 1), sureAnswer(6, "d", scenarios.VerySure, 0), Undo{Seq: 7, Of: 6, At: noon},
	)
	mistakes := h.Mistakes()
	same(t, "how many", len(mistakes), 2)
	same(t, "the latest first", mistakes[0].Seq, int64(4))
	_, a := h.RightSince(mistakes[0])
	_, b := h.RightSince(mistakes[1])
	same(t, "a and b are put right", []bool{a, b}, []bool{false, true})
}

// TestWhatIsRightSinceIsNotMissed: of every answer that was not right, one or the other is said.
func TestWhatIsRightSinceIsNotMissed(t *testing.T) {
	of := func(a Answer, variant string) Answer { a.Variant = variant; return a }
	h := folded(
		of(sureAnswer(1, "a", scenarios.Guess, 0), "one"), of(sureAnswer(2, "a", scenarios.Guess, 1), "two"), sureAnswer(3, "b", scenarios.Guess, 0),
		sureAnswer(4, "c", scenarios.Guess, 0), sureAnswer(5, "c", scenarios.Guess, 1), sureAnswer(6, "c", scenarios.Guess, 0),
	)
	missed := h.Missed()
	for _, a := range h.Answers() {
		if _, since := h.RightSince(a); !a.Right() && since == slices.Contains(missed, a.Scenario) {
			t.Errorf("%s is among the missed %v, and right since: %v", a.Situation(), missed, since)
		}
	}
}

// TestAFamilyIsPutRightByWhicheverVariant, or by a sibling: rightly, afterwards, and by an answer that counts.
func TestAFamilyIsPutRightByWhicheverVariant(t *testing.T) {
	answer := func(seq int64, scenario, variant string, marks float64) Answer {
		a := sureAnswer(seq, scenario, scenarios.VerySure, marks)
		a.Variant, a.Principle = variant, "of "+scenario
		return a
	}
	mistake, sibling := answer(2, "a", "one", 0), answer(3, "b", "one", 1)
	sibling.Principle = mistake.Principle
	for name, c := range map[string]struct {
		after []Fact
		want  bool
	}{
		"nothing since":        {nil, false},
		"right before":         {[]Fact{answer(1, "a", "two", 1)}, false},
		"right, the same one":  {[]Fact{answer(3, "a", "one", 1)}, true},
		"right, another":       {[]Fact{answer(3, "a", "two", 1)}, true},
		"wrong, another":       {[]Fact{answer(3, "a", "two", 0)}, false},
		"right, and a slip":    {[]Fact{answer(3, "a", "two", 1), Undo{Seq: 4, Of: 3, At: noon}}, false},
		"right, other family":  {[]Fact{answer(3, "b", "one", 1)}, false},
		"right, a sibling":     {[]Fact{sibling}, true},
		"right and then wrong": {[]Fact{answer(3, "a", "two", 1), answer(4, "a", "two", 0)}, true},
	} {
		same(t, name, folded(append(c.after, mistake)...).PutRight(mistake), c.want)
	}
}

func TestScoresAroundATime(t *testing.T) {
	h := folded(sureAnswer(1, "a", scenarios.Guess, 1), sureAnswer(2, "b", scenarios.Guess, 0), sureAnswer(3, "c", scenarios.Guess, 1))
	since, before := h.Around(noon.Add(2 * time.Hour))
	same(t, "since", since.Words(), "1 of 2 right")
	same(t, "before", before.Words(), "1 of 1 right")
	since, before = h.Around(noon.Add(9 * time.Hour))
	same(t, "nothing since", since.Answers, 0)
	same(t, "all before", before.Answers, 3)
}

func TestRecentIsTheLatestTwenty(t *testing.T) {
	h := NewHistory()
	for i := range 30 {
		marks := 0.0
		if i >= 15 {
			marks = 1
		}
		h.Apply(sureAnswer(int64(i+1), "a", scenarios.NotAsked, marks))
	}
	same(t, "recent", h.Recent("x"), best(15, 5))
	same(t, "another topic", h.Recent("y"), scenarios.Score{})
}

// Days and weeks are those of where the learner is: an answer late on Sunday in London is Monday's in Auckland.
func TestDaysAndWeeksAreTheLearners(t *testing.T) {
	sunday := time.Date(2026, 11, 22, 23, 50, 0, 0, time.UTC)
	h := folded(
		Answer{Seq: 1, Chosen: chosen, Topic: "x", Format: "best", Marks: 1, Of: 1, Chance: 0.25, Seconds: 30, At: sunday},
		Answer{Seq: 2, Chosen: chosen, Topic: "x", Format: "best", Marks: 0, Of: 1, Chance: 0.25, Seconds: 40, At: sunday.Add(20 * time.Minute)},
		Answer{Seq: 3, Chosen: chosen, Topic: "x", Seconds: 50, At: sunday.Add(25 * time.Minute)}, // a discussion takes time and has no score
		Undo{Seq: 4, Of: 2, At: sunday},
	)
	auckland := time.FixedZone("NZDT", 13*3600)
	date := func(day int, loc *time.Location) time.Time { return time.Date(2026, 11, day, 0, 0, 0, 0, loc) }
	same(t, "days in London", h.Days(time.UTC), []Day{{date(22, time.UTC), 1, 30}, {date(23, time.UTC), 2, 90}})
	same(t, "days in Auckland", h.Days(auckland), []Day{{date(23, auckland), 3, 120}})
	same(t, "weeks in London", h.Weeks(time.UTC), []Week{{date(16, time.UTC), best(1, 0)}})
	same(t, "weeks in Auckland", h.Weeks(auckland), []Week{{date(23, auckland), best(1, 0)}})
}
