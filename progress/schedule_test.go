// The schedule, held against the figures that the FSRS library's own tests state.

package progress

import (
	"math"
	"testing"
	"time"

	"probity/scenarios"
)

const day = 24 * time.Hour

// graded is an answer that earns a grade of FSRS: 1 Again, 2 Hard, 3 Good, 4 Easy.
func graded(grade int, seq int64, at time.Time) Answer {
	a := Answer{Seq: seq, Scenario: "s", Principle: "p", Topic: "x", Format: "best", Marks: 1, Of: 1, Chance: 0.2, At: at}
	switch grade {
	case 1:
		a.Marks = 0
	case 2:
		a.Sure = int(scenarios.Guess)
	case 4:
		a.Sure = int(scenarios.VerySure)
	}
	return a
}

// The intervals, stabilities and difficulties of the library's example for its scheduler of whole days: thirteen reviews,
// each on the day it is due.
func TestTheScheduleIsTheLibrarysExample(t *testing.T) {
	days := []int{3, 11, 35, 101, 269, 669, 12, 2, 5, 12, 26, 55, 112}
	stability := []float64{3.173, 10.7389, 34.5776, 100.7483, 269.2838, 669.3093, 11.8987, 2.236, 5.2001, 11.8993, 26.4917, 55.4949, 111.9726}
	difficulty := []float64{5.2824, 5.273, 5.2635, 5.2542, 5.2448, 5.2355, 6.7654, 7.794, 7.773, 7.7521, 7.7312, 7.7105, 7.6899}
	now := time.Date(2022, 11, 29, 12, 30, 0, 0, time.UTC)
	h := NewHistory()
	for i, grade := range []int{3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3} {
		h.Apply(graded(grade, int64(i+1), now))
		due, _ := h.DueAt("p")
		same(t, "days", int(due.Sub(now)/day), days[i])
		card := h.tally().schedule.cards["p"]
		same(t, "stability", math.Round(card.Stability*1e4)/1e4, stability[i])
		same(t, "difficulty", math.Round(card.Difficulty*1e4)/1e4, difficulty[i])
		now = due
	}
}

// A first answer: the published weights give a stability of 0.4, 1.2, 3.2 and 15.7 days, and a day is the least.
func TestGrades(t *testing.T) {
	base := Answer{Seq: 1, Principle: "p", Format: "best", Marks: 1, Of: 1, Chance: 0.2, At: noon}
	for name, c := range map[string]struct {
		change func(*Answer)
		days   int
	}{
		"wrong":                         {func(a *Answer) { a.Marks = 0 }, 1},
		"wrong and very sure":           {func(a *Answer) { a.Marks, a.Sure = 0, 3 }, 1},
		"right and a guess":             {func(a *Answer) { a.Sure = 1 }, 2},
		"right and fairly sure":         {func(a *Answer) { a.Sure = 2 }, 3},
		"right and not asked":           {func(*Answer) {}, 3},
		"right and very sure":           {func(a *Answer) { a.Sure = 3 }, 16},
		"three quarters of the marks":   {func(a *Answer) { a.Format, a.Marks, a.Of, a.Chance = "rank", 15, 20, 0.6 }, 3},
		"under three quarters of them":  {func(a *Answer) { a.Format, a.Marks, a.Of, a.Chance = "rank", 14, 20, 0.6 }, 1},
		"a discussion is not scheduled": {func(a *Answer) { a.Format, a.Marks, a.Of, a.Chance = "discuss", 0, 0, 0 }, 0},
	} {
		a := base
		c.change(&a)
		due, known := folded(a).DueAt("p")
		same(t, name, known, c.days > 0)
		if known {
			same(t, name, int(due.Sub(noon)/day), c.days)
		}
	}
}

// However well a principle is known, a confident mistake on it is back the next day; another mistake after its time.
func TestAConfidentMistakeComesBackTheNextDay(t *testing.T) {
	for sure, days := range map[scenarios.Certainty]int{scenarios.VerySure: 1, scenarios.FairlySure: 6} {
		h, now := NewHistory(), noon
		for i := range 4 {
			h.Apply(graded(3, int64(i+1), now))
			now, _ = h.DueAt("p")
		}
		wrong := graded(1, 9, now)
		wrong.Sure = int(sure)
		h.Apply(wrong)
		due, _ := h.DueAt("p")
		same(t, sure.Name(), int(due.Sub(now)/day), days)
	}
}

func TestScheduleGoesByTheDay(t *testing.T) {
	early := time.Date(2026, 3, 2, 8, 30, 0, 0, time.UTC)
	d := Due{Principle: "p", At: early}
	for at, want := range map[time.Time]bool{
		early.Add(-2 * time.Hour):       true, // the same day, before the hour
		early.Add(-9 * time.Hour):       false,
		early.Add(40 * day):             true,
		early.In(time.FixedZone("", 0)): true,
		time.Date(2026, 3, 1, 23, 30, 0, 0, time.FixedZone("west", -9*3600)): true, // it is the 2nd there at the hour it falls due
	} {
		same(t, at.String(), d.By(at), want)
	}
}

func TestScheduleOfSeveral(t *testing.T) {
	wrong, right := graded(1, 1, noon), graded(3, 2, noon)
	wrong.Principle, right.Principle = "late", "early"
	same(t, "soonest first", folded(wrong, right).Schedule(), []Due{{"late", noon.Add(day)}, {"early", noon.Add(3 * day)}})
}

// A clock that was set back gives no schedule before the last review, and breaks nothing.
func TestScheduleWithAClockSetBack(t *testing.T) {
	h := folded(graded(3, 1, noon), graded(3, 2, noon.Add(-90*day)), graded(3, 3, noon.Add(-80*day)))
	due, _ := h.DueAt("p")
	if due.Before(noon.Add(day)) {
		t.Errorf("due on %s, before the last review and a day", due)
	}
}
