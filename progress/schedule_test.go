// The schedule, held against the figures that the FSRS library's own tests state.

package progress

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

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
		due, _ := h.DueAt("p", now)
		same(t, "days", int(due.Sub(now)/day), days[i])
		card := h.scheduled(now).cards["p"]
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
		due, known := folded(a).DueAt("p", noon)
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
			now, _ = h.DueAt("p", now)
		}
		wrong := graded(1, 9, now)
		wrong.Sure = int(sure)
		h.Apply(wrong)
		due, _ := h.DueAt("p", now)
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
	same(t, "soonest first", folded(wrong, right).Schedule(noon), []Due{{"late", noon.Add(day)}, {"early", noon.Add(3 * day)}})
}

// dayOf is a time so many days after noon, -1 for one in 2036, -2 for one in 1970.
func dayOf(n int) time.Time {
	switch n {
	case -1:
		return time.Date(2036, 1, 1, 10, 0, 0, 0, time.UTC)
	case -2:
		return time.Unix(0, 0).UTC()
	}
	return noon.Add(time.Duration(n) * day)
}

// The rule for wrong clocks, told in days: those of the clock, and those that are believed forty days after the first.
func TestTimesThatAreBelieved(t *testing.T) {
	for name, c := range map[string]struct{ clock, want []int }{
		"none wrong":                    {[]int{0, 1, 1, 5}, []int{0, 1, 1, 5}},
		"one ahead":                     {[]int{0, 1, -1, 2, 3}, []int{0, 1, 1, 2, 3}},
		"one ahead and not after now":   {[]int{0, 1, 30, 2, 3}, []int{0, 1, 1, 2, 3}},
		"the first ahead":               {[]int{-1, 2, 3}, []int{2, 2, 3}},
		"the first ahead, and one more": {[]int{30, 2}, []int{2, 2}},
		"the last ahead":                {[]int{0, 1, -1}, []int{0, 1, 1}},
		"several ahead":                 {[]int{0, -1, -1, -1, 2}, []int{0, 0, 0, 0, 2}},
		"one behind":                    {[]int{0, 1, -2, 2}, []int{0, 1, 1, 2}},
		"the last behind":               {[]int{0, 1, 2, -2}, []int{0, 1, 2, 2}},
		"the first behind":              {[]int{-2, 1, 2}, []int{-2, 1, 2}},
		"either, the earlier":           {[]int{0, -2, 1}, []int{-2, -2, 1}},
		"behind and ahead":              {[]int{0, 1, -2, 2, -1, 3}, []int{0, 1, 1, 2, 2, 3}},
		"hours ahead of now":            {[]int{0, 40}, []int{0, 40}},
		"nothing":                       {nil, nil},
	} {
		var clock, want []time.Time
		for i := range c.clock {
			clock, want = append(clock, dayOf(c.clock[i])), append(want, dayOf(c.want[i]))
		}
		same(t, name, believed(clock, noon.Add(40*day-time.Hour)), want)
	}
	same(t, "all ahead", believed([]time.Time{dayOf(-1), dayOf(-1)}, noon), make([]time.Time, 2))
}

// One answer from a clock that was ahead puts its principle off neither until then nor beyond what the others say.
func TestFault46AClockThatWasAheadPutsNoReviewOff(t *testing.T) {
	wrong := func(seq int64, at time.Time) Answer {
		a := graded(1, seq, at)
		a.Sure = int(scenarios.VerySure)
		return a
	}
	for name, facts := range map[string][]Fact{
		"before the mistake": {graded(4, 1, dayOf(-1)), wrong(2, dayOf(0))},
		"the mistake itself": {graded(4, 1, dayOf(0)), wrong(2, dayOf(-1)), Answer{Seq: 3, Principle: "q", At: dayOf(1)}},
		"the last of all":    {graded(4, 1, dayOf(0)), wrong(2, dayOf(-1))},
		"all there are":      {graded(4, 1, dayOf(-1)), wrong(2, dayOf(-1))},
	} {
		now := dayOf(7)
		due := folded(facts...).Schedule(now)
		if len(due) != 1 || !due[0].By(now) {
			t.Errorf("%s: %v", name, due)
		}
	}
}

// The schedule that is kept while facts come is the one that is made from all of them, whenever it is looked at.
func TestTheScheduleKeptIsTheScheduleMadeAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kept, now := NewHistory(), noon
		var facts []Fact
		for seq := int64(1); seq <= 12; seq++ {
			now = now.Add(time.Duration(rapid.IntRange(-10, 60*24).Draw(t, "hours")) * time.Hour)
			at := now
			if rapid.IntRange(0, 3).Draw(t, "wrong") == 0 {
				at = now.Add(time.Duration(rapid.IntRange(-400, 400).Draw(t, "by")) * day)
			}
			var fact Fact = graded(rapid.IntRange(1, 4).Draw(t, "grade"), seq, at)
			if rapid.IntRange(0, 5).Draw(t, "undo") == 0 {
				fact = Undo{Seq: seq, Of: rapid.Int64Range(1, seq).Draw(t, "of"), At: at}
			}
			facts = append(facts, fact)
			kept.Apply(fact)
			if got, want := kept.Schedule(now), folded(facts...).Schedule(now); !slices.Equal(got, want) {
				t.Fatalf("after %v: kept %v, made %v", fact, got, want)
			}
		}
	})
}
