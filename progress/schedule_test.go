// The schedule, held against FSRS-6 as another implementation has it.

package progress

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"slices"
	"testing"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v4"
	"pgregory.net/rapid"

	"probity/scenarios"
)

const day = 24 * time.Hour

// graded is an answer that earns a grade of FSRS: 1 Again, 2 Hard, 3 Good, 4 Easy.
func graded(grade int, seq int64, at time.Time) Answer {
	a := Answer{Seq: seq, Scenario: "s", Principle: "p", Topic: "x", Format: "best", Chosen: []string{"a"}, Marks: 1, Of: 1, Chance: 0.2, At: at}
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

// daysTo counts the days from one date to another.
func daysTo(to, from time.Time) int {
	return int(midday(to, time.UTC).Sub(midday(from, time.UTC)) / day)
}

// reviewed is a review of the reference's, and what it says afterwards.
type reviewed struct {
	since, minute, grade  int // days since the review before; minute of the day; grade
	sure                  int // 1 for an answer that was very sure
	interval              int // in days
	stability, difficulty float64
}

// reference returns histories of FSRS-6 as another implementation has them.
func reference(t *testing.T) [][]reviewed {
	t.Helper()
	text, err := os.ReadFile("testdata/fsrs6.json")
	var file struct{ Histories [][][7]float64 }
	if err := errors.Join(err, json.Unmarshal(text, &file)); err != nil {
		t.Fatal(err)
	}
	var all [][]reviewed
	for _, rows := range file.Histories {
		var h []reviewed
		for _, r := range rows {
			h = append(h, reviewed{int(r[0]), int(r[1]), int(r[2]), int(r[3]), int(r[4]), r[5], r[6]})
		}
		all = append(all, h)
	}
	return all
}

// agree fails the test unless a principle stands as the reference says.
func agree(t *testing.T, card fsrs.Card, want reviewed) {
	t.Helper()
	near := func(got, want float64) bool { return math.Abs(got-want) <= 1e-6*want }
	if int(card.ScheduledDays) != want.interval || !near(card.Stability, want.stability) || !near(card.Difficulty, want.difficulty) {
		t.Fatalf("%+v, want %+v", card, want)
	}
}

// Every review of the reference, also those of one day, which the record has as one: how a review is spaced.
func TestReviewsAreSpacedAsTheReferenceSays(t *testing.T) {
	for _, reviews := range reference(t) {
		s, r, on := &schedule{spacing: spacing()}, review{}, noon.Truncate(day)
		for _, want := range reviews {
			on = on.AddDate(0, 0, want.since)
			r = review{before: r.after, at: on.Add(time.Duration(want.minute) * time.Minute), grade: fsrs.Rating(want.grade)}
			r.after = s.space(r)
			agree(t, r.after, want)
		}
	}
}

// The same histories as answers in a record, up to the first day with two: at the times of day they have, where clocks change.
func TestTheScheduleIsWhatTheReferenceSays(t *testing.T) {
	zone := place(t, "Europe/London")
	for _, reviews := range reference(t) {
		h, on := NewHistory(), time.Date(2026, 3, 1, 0, 0, 0, 0, zone)
		for i, want := range reviews {
			if i > 0 && want.since == 0 {
				break
			}
			on = on.AddDate(0, 0, want.since)
			now := time.Date(on.Year(), on.Month(), on.Day(), 0, want.minute, 0, 0, zone)
			a := graded(want.grade, int64(i+1), now)
			if want.sure == 1 {
				a.Sure = int(scenarios.VerySure)
			}
			h.Apply(a)
			agree(t, h.scheduled(now).reviews["p"].after, want)
			due, _ := h.DueAt("p", now)
			if want.grade == 1 && want.sure == 1 { // our own rule
				want.interval = 1
			}
			same(t, "days", daysTo(due, now), want.interval)
		}
	}
}

// A first answer: the published weights give a stability of 0.2, 1.3, 2.3 and 8.3 days; a day is the least, and a better grade
// waits a day longer at least.
func TestGrades(t *testing.T) {
	base := Answer{Seq: 1, Principle: "p", Format: "best", Chosen: []string{"a"}, Marks: 1, Of: 1, Chance: 0.2, At: noon}
	for name, c := range map[string]struct {
		change func(*Answer)
		days   int
	}{
		"wrong":                         {func(a *Answer) { a.Marks = 0 }, 1},
		"wrong and very sure":           {func(a *Answer) { a.Marks, a.Sure = 0, 3 }, 1},
		"right and a guess":             {func(a *Answer) { a.Sure = 1 }, 2},
		"right and fairly sure":         {func(a *Answer) { a.Sure = 2 }, 3},
		"right and not asked":           {func(*Answer) {}, 3},
		"right and very sure":           {func(a *Answer) { a.Sure = 3 }, 8},
		"three quarters of the marks":   {func(a *Answer) { a.Format, a.Marks, a.Of, a.Chance = "rank", 15, 20, 0.6 }, 3},
		"under three quarters of them":  {func(a *Answer) { a.Format, a.Marks, a.Of, a.Chance = "rank", 14, 20, 0.6 }, 1},
		"a discussion is not scheduled": {func(a *Answer) { a.Format, a.Marks, a.Of, a.Chance = "discuss", 0, 0, 0 }, 0},
	} {
		a := base
		c.change(&a)
		due, known := folded(a).DueAt("p", noon)
		same(t, name, known, c.days > 0)
		if known {
			same(t, name, daysTo(due, noon), c.days)
		}
	}
}

// However well a principle is known, a confident mistake on it is back the next day; another mistake after its time.
func TestAConfidentMistakeComesBackTheNextDay(t *testing.T) {
	for sure, days := range map[scenarios.Certainty]int{scenarios.VerySure: 1, scenarios.FairlySure: 5} {
		h, now := NewHistory(), noon
		for i := range 4 {
			h.Apply(graded(3, int64(i+1), now))
			now, _ = h.DueAt("p", now)
		}
		wrong := graded(1, 9, now)
		wrong.Sure = int(sure)
		h.Apply(wrong)
		due, _ := h.DueAt("p", now)
		same(t, sure.Name(), daysTo(due, now), days)
	}
}

func TestScheduleGoesByTheDay(t *testing.T) {
	zone := time.FixedZone("", -9*3600)
	d := Due{Principle: "p", Day: time.Date(2026, 3, 2, 12, 0, 0, 0, zone)}
	for now, want := range map[time.Time]bool{
		time.Date(2026, 3, 1, 23, 59, 0, 0, zone): false, // it is the 2nd in London
		time.Date(2026, 3, 2, 0, 0, 0, 0, zone):   true,
		time.Date(2026, 3, 2, 23, 59, 0, 0, zone): true,
		time.Date(2026, 4, 11, 9, 0, 0, 0, zone):  true,
	} {
		same(t, now.String(), d.By(now), want)
	}
}

func TestScheduleOfSeveral(t *testing.T) {
	wrong, right := graded(1, 1, noon), graded(3, 2, noon)
	wrong.Principle, right.Principle = "late", "early"
	same(t, "soonest first", folded(wrong, right).Schedule(noon), []Due{{"late", noon.Add(day)}, {"early", noon.Add(3 * day)}})
	earlier := graded(3, 3, noon.Add(time.Hour))
	earlier.Principle = "again"
	same(t, "of one day, the one that was met earlier", folded(right, earlier).Schedule(noon), []Due{{"early", noon.Add(3 * day)}, {"again", noon.Add(3 * day)}})
}

// onDay is a time so many days after noon, -1 for one in 2036, -2 for one in 1970.
func onDay(n int) time.Time {
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
			clock, want = append(clock, onDay(c.clock[i])), append(want, onDay(c.want[i]))
		}
		same(t, name, believed(clock, noon.Add(40*day-time.Hour)), want)
	}
	same(t, "all ahead", believed([]time.Time{onDay(-1), onDay(-1)}, noon), make([]time.Time, 2))
}

// One answer from a clock that was ahead puts its principle off neither until then nor beyond what the others say.
func TestFault46AClockThatWasAheadPutsNoReviewOff(t *testing.T) {
	wrong := func(seq int64, at time.Time) Answer {
		a := graded(1, seq, at)
		a.Sure = int(scenarios.VerySure)
		return a
	}
	for name, facts := range map[string][]Fact{
		"before the mistake": {graded(4, 1, onDay(-1)), wrong(2, onDay(0))},
		"the mistake itself": {graded(4, 1, onDay(0)), wrong(2, onDay(-1)), Answer{Seq: 3, Chosen: chosen, Principle: "q", At: onDay(1)}},
		"the last of all":    {graded(4, 1, onDay(0)), wrong(2, onDay(-1))},
		"all there are":      {graded(4, 1, onDay(-1)), wrong(2, onDay(-1))},
	} {
		now := onDay(7)
		due := folded(facts...).Schedule(now)
		if len(due) != 1 || !due[0].By(now) {
			t.Errorf("%s: %v", name, due)
		}
	}
}

// someFact is the next fact of a record at a time: an answer of a practice or of one of two assessments, an assessment begun or handed
// in, or an answer taken back.
func someFact(t *rapid.T, seq int64, at time.Time) Fact {
	sitting := rapid.SampledFrom([]string{"practice", "practice", "first", "second"}).Draw(t, "sitting")
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0, 1:
		return Undo{Seq: seq, Of: rapid.Int64Range(1, seq).Draw(t, "of"), At: at}
	case 2:
		if sitting != "practice" {
			return Submit{Seq: seq, Sitting: sitting, Pass: 0.6, Rule: scenarios.ByShares, At: at}
		}
	case 3:
		if sitting != "practice" {
			return Sitting{Seq: seq, ID: sitting, Kind: Assessment, Drawn: []string{"s/x", "s/y"}, At: at}
		}
	}
	a := graded(rapid.IntRange(1, 4).Draw(t, "grade"), seq, at)
	a.Sitting, a.Variant = sitting, rapid.SampledFrom([]string{"", "x", "y"}).Draw(t, "variant")
	a.Principle = rapid.SampledFrom([]string{"p", "q"}).Draw(t, "principle")
	return a
}

// The schedule that is kept while facts come is the one that is made from all of them, whenever and wherever it is looked at, with
// several answers on a day as well as months apart; and so are the scores.
func TestTheScheduleKeptIsTheScheduleMadeAnew(t *testing.T) {
	zones := []*time.Location{place(t, "Europe/London"), place(t, "Pacific/Kiritimati")}
	rapid.Check(t, func(t *rapid.T) {
		kept, now := NewHistory(), noon
		var facts []Fact
		for seq := int64(1); seq <= 16; seq++ {
			most := rapid.SampledFrom([]int{3, 30, 60 * 24}).Draw(t, "at most")
			now = now.Add(time.Duration(rapid.IntRange(-10, most).Draw(t, "hours")) * time.Hour)
			at := now
			if rapid.IntRange(0, 3).Draw(t, "wrong") == 0 {
				at = now.Add(time.Duration(rapid.IntRange(-400, 400).Draw(t, "by")) * day)
			}
			fact := someFact(t, seq, at)
			facts = append(facts, fact)
			kept.Apply(fact)
			made, there := NewHistory(), now.In(zones[rapid.IntRange(0, 9).Draw(t, "zone")/9])
			for _, f := range slices.Backward(facts) { // out of order: nothing can be kept
				made.Apply(f)
			}
			if got, want := kept.Schedule(there), made.Schedule(there); !slices.Equal(got, want) {
				t.Fatalf("after %v: kept %v, made %v", fact, got, want)
			}
			if got, want := kept.Total(), made.Total(); got != want {
				t.Fatalf("after %v: a score of %v is kept, of %v made", fact, got, want)
			}
			if got, want := kept.Total(), Total(kept.Counted()); got != want {
				t.Fatalf("after %v: a score of %v, and of %v from what counts", fact, got, want)
			}
		}
	})
}
