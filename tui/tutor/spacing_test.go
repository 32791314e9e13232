// Days of review by a stopped clock: a season on the built-in library, and ten days on families.
package tutor

import (
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// TestNinetyDaysOfDailyReview: what is right is met at ever longer intervals, through a sibling of the last where there is one;
// a mistake that the learner was very sure of is back within the week.
func TestNinetyDaysOfDailyReview(t *testing.T) {
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir(), Count: 20}, library, c)
	meetAll(t, begin(t, tutor, Selection{}), func(*scenarios.Situation) bool { return true })
	siblings := map[string]int{}
	for _, s := range library.Bank.Offered(guidance.UK, "") {
		if s.Format.Available(s) > 0 {
			siblings[s.Principle]++
		}
	}
	last, met := map[string]string{}, map[string][]time.Time{}
	for _, a := range tutor.Record.History().Answers() {
		if a.Of == 0 { // a discussion, which is not scheduled
			continue
		}
		last[a.Principle], met[a.Principle] = a.Scenario, []time.Time{a.At}
	}
	var slip string // the principle that is answered wrong on the thirtieth day or the next on which there is something due
	var slipped time.Time
	for range 90 {
		c.pass(day)
		if tutor.Practices.Reviews().Due == 0 {
			continue
		}
		meetAll(t, begin(t, tutor, Selection{Review: true}), func(s *scenarios.Situation) bool {
			if last[s.Principle] == s.ID && siblings[s.Principle] > 1 {
				t.Errorf("%s comes back through %s twice running", s.Principle, s.ID)
			}
			last[s.Principle], met[s.Principle] = s.ID, append(met[s.Principle], c.now)
			if slip == "" && c.now.Sub(starting().now) >= 30*day {
				slip, slipped = s.Principle, c.now
				return false
			}
			return true
		})
	}
	for principle, days := range met {
		if principle == slip {
			next := slices.IndexFunc(days, func(at time.Time) bool { return at.Equal(slipped) }) + 1
			if next >= len(days) || days[next].Sub(slipped) > 7*day {
				t.Errorf("the confident mistake of %v was met again on %v", slipped, days[next:])
			}
			continue
		}
		for i := 2; i < len(days); i++ {
			if days[i].Sub(days[i-1]) <= days[i-1].Sub(days[i-2]) {
				t.Errorf("%s was met on %v: not spaced", principle, days)
			}
		}
		if len(days) < 3 || len(days) > 5 {
			t.Errorf("%s was met %d times in ninety days", principle, len(days))
		}
	}
	if slip == "" {
		t.Error("nothing was answered wrong, so this shows less than it should")
	}
}

// meetAll answers a whole sitting: the key and fairly sure, or where right says no, something else and very sure.
func meetAll(t *testing.T, p *Practice, right func(*scenarios.Situation) bool) {
	t.Helper()
	for ; p.Sitting.Current() != nil; p.Sitting.Next() {
		s := p.Sitting.Current()
		switch {
		case s.Format.Available(s) == 0:
			give(t, p, scenarios.NotAsked, s.Options[0].ID)
		case right(s):
			give(t, p, scenarios.FairlySure, s.Key...)
		default:
			give(t, p, scenarios.VerySure, wrong(s)...)
		}
	}
}

// wrong is an answer that is not right in any format.
func wrong(s *scenarios.Situation) []string {
	switch s.Format.Input() {
	case scenarios.PutInOrder:
		turned := slices.Clone(s.Key)
		slices.Reverse(turned)
		return turned
	case scenarios.GiveNumbers:
		var out []string
		for _, o := range s.Options {
			rating := o.ID + "=1"
			if slices.Contains(s.Key, rating) {
				rating = o.ID + "=4"
			}
			out = append(out, rating)
		}
		return out
	}
	for _, o := range s.Options {
		if !slices.Contains(s.Key, o.ID) {
			return []string{o.ID}
		}
	}
	return nil
}

// TestTenDaysOfReviewDoNotGoByTheHour: begun with everything and its turns, a principle comes back on the same days whenever in the day
// it is reviewed, and never through what was answered last of it.
func TestTenDaysOfReviewDoNotGoByTheHour(t *testing.T) {
	days := map[string][]string{}
	for name, hours := range map[string][]int{"in the morning": {7}, "late": {23}, "now and then": {22, 0, 13, 6, 23, 1}} {
		c, dir := starting(), t.TempDir()
		begun := time.Date(2026, 11, 22, 0, 30, 0, 0, time.UTC)
		for n := range 10 {
			c.now = begun.AddDate(0, 0, n).Add(time.Duration(hours[n%len(hours)]) * time.Hour)
			tutor := families(t, Options{Dir: dir}, c, int64(n))
			p, err := tutor.Practices.Begin(Selection{Review: n > 0})
			if err != nil {
				continue // nothing is due
			}
			last := map[string]string{}
			for _, a := range tutor.Record.History().Answers() {
				last[a.Principle] = a.Situation()
			}
			for p.Sitting.Stage() != scenarios.Finished {
				now := p.Sitting.Current()
				if p.Review && now.ID == last[now.Principle] {
					t.Errorf("%s, day %d: %s comes back through %s, which was answered last", name, n, now.Principle, now.ID)
				}
				if n == 3 {
					give(t, p, scenarios.VerySure, wrong(now)...)
				} else {
					right(t, p)
				}
				if p.Sitting.Turn(); p.Sitting.Stage() == scenarios.Showing {
					p.Sitting.Next()
				}
			}
			var due []string
			for _, d := range tutor.Record.History().Schedule(tutor.Clock.Now()) {
				due = append(due, d.Principle+" on "+d.Day.Format(time.DateOnly))
			}
			slices.Sort(due) // of one day, the one that was met earlier in its day is first
			days[name] = append(days[name], strings.Join(due, ", "))
		}
	}
	if late, early := days["late"], days["in the morning"]; len(early) < 4 || !slices.Equal(late, early) || !slices.Equal(days["now and then"], early) {
		t.Errorf("due are %v", days)
	}
}
