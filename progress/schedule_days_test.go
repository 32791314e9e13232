// The days of the schedule: the learner's, whatever the clock did and in whichever order things happened on them.

package progress

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/scenarios"
)

func place(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// studied is a day on which a principle was answered: how many days after the one before, and how well each time.
type studied struct {
	since  int
	grades []int
}

func someDays(t *rapid.T) []studied {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) studied {
		return studied{rapid.IntRange(1, 60).Draw(t, "since"), rapid.SliceOfN(rapid.IntRange(1, 4), 1, 3).Draw(t, "grades")}
	}), 1, 8).Draw(t, "days")
}

// intervals answers on days that begin with a date, at the minutes of the day that clock gives, and returns for each day how
// many days later the principle is due then.
func intervals(on time.Time, all []studied, clock func(answers int) []int) []int {
	h, seq := NewHistory(), int64(0)
	var out []int
	for _, d := range all {
		on = on.AddDate(0, 0, d.since)
		var now time.Time
		for i, minute := range clock(len(d.grades)) {
			seq++
			now = time.Date(on.Year(), on.Month(), on.Day(), 0, minute, 0, 0, on.Location())
			h.Apply(graded(d.grades[i], seq, now))
		}
		due, _ := h.DueAt("p", now)
		out = append(out, daysTo(due, now))
	}
	return out
}

func atNoon(answers int) []int { return slices.Repeat([]int{12 * 60}, answers) }

// Neither the time of day nor a zone nor its change of clocks makes any difference to the days.
func TestDaysAreCountedAndNotHours(t *testing.T) {
	var zones []*time.Location
	for _, name := range []string{"UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati"} {
		zones = append(zones, place(t, name))
	}
	rapid.Check(t, func(t *rapid.T) {
		zone, all := rapid.SampledFrom(zones).Draw(t, "zone"), someDays(t)
		month := time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
		anyTime := func(answers int) []int {
			minutes := rapid.SliceOfN(rapid.IntRange(0, 24*60-1), answers, answers).Draw(t, "minutes")
			slices.Sort(minutes)
			return minutes
		}
		got := intervals(time.Date(2026, month, 20, 12, 0, 0, 0, zone), all, anyTime)
		if want := intervals(noon, all, atNoon); !slices.Equal(got, want) {
			t.Fatalf("intervals %v, want %v", got, want)
		}
	})
}

func TestTheOrderOfADayMakesNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someDays(t)
		want := intervals(noon, all, atNoon)
		for i, d := range all {
			all[i].grades = rapid.Permutation(d.grades).Draw(t, "order")
		}
		if got := intervals(noon, all, atNoon); !slices.Equal(got, want) {
			t.Fatalf("intervals %v, want %v", got, want)
		}
	})
}

// A review at seven in the morning after one at eight in the evening is as many days later as the calendar says.
func TestAReviewBeforeTheHourCountsItsDay(t *testing.T) {
	all, evening := []studied{{1, []int{3}}, {3, []int{3}}, {11, []int{3}}, {34, []int{3}}}, false
	got := intervals(noon, all, func(int) []int {
		evening = !evening
		return map[bool][]int{true: {20 * 60}, false: {7 * 60}}[evening]
	})
	same(t, "intervals", got, intervals(noon, all, atNoon))
}

// All answers of a day are one review: the worst of them, of the principle as it stood before that day.
func TestOneDayIsOneReview(t *testing.T) {
	before := []Fact{graded(3, 1, noon), graded(3, 2, noon.Add(3*day))}
	today := noon.Add(14 * day)
	on := func(grade int, seq int64) Answer {
		return graded(grade, seq, today.Add(time.Duration(seq)*time.Minute))
	}
	slip := on(1, 11)
	slip.Sure = int(scenarios.VerySure)
	talk := on(1, 11)
	talk.Format, talk.Of, talk.Chance = "discuss", 0, 0
	early := on(1, 11)
	early.Sitting = "ahead"
	ahead := Sitting{Seq: 10, ID: "ahead", Kind: Review, Ahead: 1, At: today}
	for name, c := range map[string]struct{ today, as []Fact }{
		"one given ahead of its time":         {[]Fact{ahead, early, on(3, 12)}, []Fact{on(3, 12)}},
		"nothing but ahead of its time":       {[]Fact{ahead, early}, nil},
		"the worst is the first":              {[]Fact{on(1, 10), on(4, 11)}, []Fact{on(1, 10)}},
		"the worst is the last":               {[]Fact{on(4, 10), on(3, 11), on(2, 12)}, []Fact{on(2, 10)}},
		"the same again":                      {[]Fact{on(3, 10), on(3, 11), on(3, 12)}, []Fact{on(3, 10)}},
		"a confident mistake among them":      {[]Fact{on(3, 10), slip, on(4, 12)}, []Fact{slip}},
		"one that was taken back":             {[]Fact{on(1, 10), Undo{Seq: 11, Of: 10, At: today}, on(3, 12)}, []Fact{on(3, 12)}},
		"a confident mistake taken back":      {[]Fact{on(3, 10), slip, Undo{Seq: 12, Of: 11, At: today}}, []Fact{on(3, 10)}},
		"a discussion, which is not marked":   {[]Fact{on(3, 10), talk}, []Fact{on(3, 10)}},
		"the day's only ones were taken back": {[]Fact{on(1, 10), Undo{Seq: 11, Of: 10, At: today}}, nil},
	} {
		got, _ := folded(slices.Concat(before, c.today)...).DueAt("p", today)
		want, _ := folded(slices.Concat(before, c.as)...).DueAt("p", today)
		same(t, name, got, want)
	}
}

// It is midnight where the learner is that parts two reviews.
func TestTheDaysAreTheLearners(t *testing.T) {
	late, night := time.Date(2026, 6, 10, 23, 50, 0, 0, place(t, "Europe/London")), 20*time.Minute
	h := folded(graded(3, 1, late), graded(3, 2, late.Add(night)))
	one, _ := folded(graded(3, 1, late)).DueAt("p", late.UTC())
	for name, c := range map[string]struct {
		zone    *time.Location
		reviews uint64
		date    string
	}{
		"midnight parts them":             {late.Location(), 2, "2026-06-18"},
		"it is ten to eleven":             {time.UTC, 1, "2026-06-13"},
		"the morning after":               {place(t, "Pacific/Kiritimati"), 1, "2026-06-14"},
		"midnight parts them, once again": {late.Location(), 2, "2026-06-18"},
	} {
		now := late.Add(night).In(c.zone)
		due, _ := h.DueAt("p", now)
		same(t, name, due.Format(time.DateOnly), c.date)
		same(t, name+": reviews", h.scheduled(now).reviews["p"].after.Reps, c.reviews)
	}
	same(t, "one answer", one.Format(time.DateOnly), "2026-06-13")
}

// In Santiago the 6th of September 2026 begins at one o'clock. What is due then is due on that day.
func TestADayWithoutMidnight(t *testing.T) {
	zone := place(t, "America/Santiago")
	h := folded(graded(3, 1, time.Date(2026, 9, 3, 0, 30, 0, 0, zone)))
	for now, want := range map[time.Time]bool{
		time.Date(2026, 9, 5, 23, 59, 0, 0, zone): false,
		time.Date(2026, 9, 6, 1, 0, 0, 0, zone):   true,
	} {
		same(t, now.String(), h.Schedule(now)[0].By(now), want)
	}
}

// What is met ahead of its time counts in the scores and leaves the schedule as it is, also where the schedule was asked for before, or where a
// merge has put the answer before its sitting.
func TestAheadOfItsTimeLeavesTheSchedule(t *testing.T) {
	ahead, early := Sitting{Seq: 2, ID: "ahead", Kind: Review, Ahead: 1, At: noon}, graded(1, 3, noon.Add(day))
	early.Sitting = "ahead"
	h := folded(graded(3, 1, noon))
	want := h.Schedule(noon.Add(day))
	h.Apply(ahead)
	h.Apply(early)
	same(t, "after the answer", h.Schedule(noon.Add(day)), want)
	same(t, "answers that count", len(h.Counted()), 2)
	merged := folded(graded(3, 1, noon))
	early.Seq, ahead.Seq = 2, 3
	merged.Apply(early)
	merged.Schedule(noon.Add(day))
	merged.Apply(ahead)
	same(t, "after a merge", merged.Schedule(noon.Add(day)), want)
}

// TestWhatWasLeftBlankLeavesTheSchedule: an assessment that is handed in without an answer to a situation says nothing of what is remembered.
func TestWhatWasLeftBlankLeavesTheSchedule(t *testing.T) {
	blank := graded(1, 2, noon.Add(5*day))
	blank.Chosen = nil
	before, after := folded(graded(3, 1, noon)), folded(graded(3, 1, noon), blank)
	same(t, "the schedule", after.Schedule(noon.Add(6*day)), before.Schedule(noon.Add(6*day)))
}
