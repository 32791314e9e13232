// Overview: what a record amounts to, for records as they come and as they should not come.
package tutor

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// outline is a record and what it amounts to.
type outline struct {
	options  Options
	facts    []progress.Fact
	headline string
	above    float64 // NaN where nothing is scored
	topics   string
	notes    []string
}

// outlines are records as they come and as they should not come.
func outlines() map[string]outline {
	reworded, gone := ago(1, "a-thread", 1, scenarios.NotAsked), ago(1, "a-rumour", 0, scenarios.NotAsked)
	reworded.Revision = 1
	talk := ago(0, "two-views", 0, scenarios.NotAsked)
	talk.Format, talk.Of, talk.Chance = "discuss", 0, 0
	return map[string]outline{
		"none": {headline: "0 answers on 0 days, less than a minute of active time", above: math.NaN(), topics: "[Boundaries 0/2][Honesty 0/3]"},
		"one": {
			facts:    []progress.Fact{ago(0, "a-request", 1, scenarios.VerySure)},
			headline: "One answer on 1 day, 2 minutes of active time", above: 1, topics: "[Boundaries 1/2 1.00][Honesty 0/3]",
		},
		"the weakest topic first": {
			facts:    []progress.Fact{ago(3, "a-request", 1, scenarios.Guess), ago(3, "a-thread", 0, scenarios.Guess), ago(0, "four-ways", 0, scenarios.Guess)},
			headline: "3 answers on 2 days, 5 minutes of active time", above: (1 - 0.75) / 2.25, topics: "[Honesty 2/3 -0.33][Boundaries 1/2 1.00]",
		},
		"only taken back: the time was spent all the same": {
			facts:    []progress.Fact{ago(0, "a-request", 1, scenarios.VerySure), progress.Undo{Of: 1}},
			headline: "One answer taken back on 1 day, 2 minutes of active time", above: math.NaN(), topics: "[Boundaries 0/2][Honesty 0/3]",
		},
		"only a discussion": {
			facts: []progress.Fact{talk}, headline: "One answer on 1 day, 2 minutes of active time", above: math.NaN(),
			topics: "[Boundaries 0/2][Honesty 1/3]",
		},
		"later today is today": {
			facts:    []progress.Fact{progress.Answer{Chosen: []string{"a"}, Scenario: "a-request", Topic: "boundaries", Revision: 1, Format: "best", Marks: 1, Of: 1, Chance: 0.25, At: starting().now.Add(14 * time.Hour)}},
			headline: "One answer on 1 day, less than a minute of active time", above: 1, topics: "[Boundaries 1/2 1.00][Honesty 0/3]",
		},
		"dated after today": {
			facts:    []progress.Fact{ago(0, "a-request", 1, scenarios.VerySure), ago(-1, "an-order", 1, scenarios.VerySure), ago(-400, "a-thread", 1, scenarios.VerySure)},
			headline: "3 answers on 1 day, 5 minutes of active time", above: 1, topics: "[Boundaries 2/2 1.00][Honesty 1/3 1.00]",
			notes: []string{"2 answers dated after today: a clock was wrong. They count, and are left out of the calendar."},
		},
		"what cannot be": {
			facts: []progress.Fact{
				ago(1, "a-request", 1, scenarios.VerySure), ago(1, "an-order", 999, scenarios.VerySure), ago(1, "a-thread", math.NaN(), scenarios.Guess),
				progress.Answer{Chosen: []string{"a"}, Scenario: "a-request", Topic: "boundaries", Revision: 1, Format: "best", Marks: 1, Of: 1, Chance: 0.25, Seconds: 1e18, At: starting().now},
				progress.Answer{Chosen: []string{"a"}, Scenario: "a-request", Topic: "boundaries", Revision: 1, Format: "best", Marks: 1, Of: 1, Chance: 0.25, Seconds: -9, At: starting().now},
			},
			headline: "5 answers on 2 days, 5 minutes of active time", above: 1, topics: "[Boundaries 2/2 1.00][Honesty 1/3]",
			notes: []string{"2 answers with marks that cannot be, left out of every score.", "2 answers with a time that cannot be, left out of the active time."},
		},
		"a gap of years": {
			facts:    []progress.Fact{ago(800, "a-request", 0, scenarios.VerySure), ago(0, "a-request", 1, scenarios.VerySure)},
			headline: "2 answers on 2 days, 3 minutes of active time", above: 0.5 / 1.5, topics: "[Boundaries 1/2 0.33][Honesty 0/3]",
		},
		"reworded since, and gone": {
			facts:    []progress.Fact{reworded, gone},
			headline: "2 answers on 1 day, 3 minutes of active time", above: 0.5 / 1.5, topics: "[Honesty 1/3 0.33][Boundaries 0/2]",
			notes: []string{
				"1 answer to situations reworded since, counted as marked then.", "1 answer to situations no longer in the library, counted as marked then.",
			},
		},
		"in another country: what was answered elsewhere counts, and only what is taught here is to be met": {
			options:  ireland(),
			facts:    []progress.Fact{ago(0, "a-request", 1, scenarios.VerySure), ago(0, "four-ways", 1, scenarios.VerySure), ago(0, "a-thread", 0, scenarios.VerySure)},
			headline: "3 answers on 1 day, 5 minutes of active time", above: (2 - 0.75) / 2.25, topics: "[Honesty 1/2 0.33]",
		},
	}
}

func TestOverview(t *testing.T) {
	for name, c := range outlines() {
		t.Run(name, func(t *testing.T) {
			s := knowing(t, c.options, c.facts...).Progress.Overview()
			topics := ""
			for _, topic := range s.Topics {
				topics += fmt.Sprintf("[%s %d/%d", topic.Title, topic.Met, topic.Of)
				if above, ok := topic.Recent.Above(); ok {
					topics += fmt.Sprintf(" %.2f", above)
				}
				topics += "]"
			}
			above, scored := s.Score.Above()
			if scored == math.IsNaN(c.above) || scored && math.Abs(above-c.above) > 1e-9 {
				t.Errorf("%v above chance, want %v", above, c.above)
			}
			if s.Headline() != c.headline || topics != c.topics || !slices.Equal(s.Notes(), c.notes) {
				t.Errorf("\n%s\n%s\n%q, want\n%s\n%s\n%q", s.Headline(), topics, s.Notes(), c.headline, c.topics, c.notes)
			}
		})
	}
}

func TestOverviewGathersTheWeeksAndTheConfidentMistakes(t *testing.T) {
	s := knowing(t, Options{},
		ago(800, "a-request", 0, scenarios.VerySure), ago(8, "an-order", 1, scenarios.VerySure), ago(6, "a-thread", 0, scenarios.FairlySure),
		ago(0, "four-ways", 0, scenarios.VerySure), ago(0, "a-thread", 0, scenarios.VerySure), progress.Undo{Of: 5},
	).Progress.Overview()
	var weeks []string
	for _, w := range s.Weeks {
		weeks = append(weeks, fmt.Sprintf("%s %d", w.From.Format(time.DateOnly), w.Score.Answers))
	}
	if want := []string{"2024-09-09 1", "2026-11-09 1", "2026-11-16 2"}; !slices.Equal(weeks, want) {
		t.Errorf("the weeks are %q, want %q", weeks, want)
	}
	if ahead := knowing(t, Options{}, ago(-4000, "an-order", 1, scenarios.VerySure)).Progress.Overview(); len(ahead.Weeks) != 0 {
		t.Errorf("a week of a clock that was ahead: %v", ahead.Weeks)
	}
	if len(s.Mistakes) != 2 || s.Mistakes[0].Scenario != "four-ways" || s.Mistakes[1].Scenario != "a-request" {
		t.Errorf("the confident mistakes are %+v", s.Mistakes)
	}
}

// TestNext: what is due, then what is weak, then what is new.
func TestNext(t *testing.T) {
	rated := func(id string, marks float64) progress.Answer {
		a := ago(0, id, marks, scenarios.NotAsked)
		a.Format, a.Of, a.Chance = "rate", 16, 0.375
		return a
	}
	all := func(marks float64) (facts []progress.Fact) {
		for _, id := range []string{"a-request", "an-order", "a-thread", "four-ways", "two-views"} {
			facts = append(facts, rated(id, marks))
		}
		return facts
	}
	due := ago(30, "a-request", 0, scenarios.NotAsked)
	due.Principle = "apart"
	for name, c := range map[string]struct {
		options Options
		facts   []progress.Fact
		text    string
		ask     Selection
	}{
		"nothing yet":      {Options{}, nil, "Meet what is new in Boundaries: 0 of 2 met", Selection{Topic: "boundaries"}},
		"due":              {Options{}, []progress.Fact{due}, "Review what is due today: 1 principle", Selection{Review: true}},
		"due elsewhere":    {ireland(), []progress.Fact{due}, "Meet what is new in Honesty: 0 of 2 met", Selection{Topic: "honesty"}},
		"weak":             {Options{}, slices.Concat(all(10), all(10), all(10)), "Practise Boundaries: 40\u00a0% above chance lately", Selection{Topic: "boundaries"}},
		"weak, and little": {Options{}, all(10), "Practise Boundaries: 0 of 2 right lately", Selection{Topic: "boundaries"}},
		"just good enough": {Options{}, all(12), "Practise all topics: every one is in good shape", Selection{}},
		"the weakest of two": {
			Options{}, append(slices.Repeat([]progress.Fact{rated("a-thread", 4)}, 6), rated("a-request", 8)),
			"Practise Honesty: 20 points below what guessing brings lately", Selection{Topic: "honesty"},
		},
		"new": {Options{}, all(16)[:3], "Meet what is new in Honesty: 1 of 3 met", Selection{Topic: "honesty"}},
	} {
		t.Run(name, func(t *testing.T) {
			if text, ask := knowing(t, c.options, c.facts...).Progress.Overview().Next(); text != c.text || ask != c.ask {
				t.Errorf("%q, %+v", text, ask)
			}
		})
	}
}

func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		veryRight, very, guessRight, guess int
		want                               string
	}{
		{0, 0, 9, 9, ""},
		{1, 1, 0, 0, "When very sure, right 1 of 1."},
		{0, 7, 0, 0, "When very sure, right 0 of 7."},
		{5, 8, 0, 0, "When very sure, right 5 of 8. Surer than right: look at the confident mistakes."},
		{6, 8, 0, 0, "When very sure, right 6 of 8."},
		{8, 9, 9, 9, "When very sure, right 8 of 9."},
		{9, 10, 0, 0, "When very sure, right 9 of 10. You know what you know."},
		{9, 10, 7, 7, "When very sure, right 9 of 10. You know what you know."},
		{9, 10, 4, 8, "When very sure, right 9 of 10. You know what you know."},
		{9, 10, 5, 8, "When very sure, right 9 of 10. You know what you know, and more than you think."},
	} {
		s := Overview{Sure: []progress.Calibration{
			{Sure: scenarios.Guess, Answers: c.guess, Right: c.guessRight}, {Sure: scenarios.FairlySure, Answers: 3},
			{Sure: scenarios.VerySure, Answers: c.very, Right: c.veryRight},
		}}
		if got := s.Verdict(); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	if got := knowing(t, Options{}).Progress.Overview().Verdict(); got != "" {
		t.Errorf("of nothing: %q", got)
	}
}

func TestMonths(t *testing.T) {
	tutor := knowing(t, Options{}, ago(0, "a-request", 1, 0), ago(21, "a-request", 1, 0), ago(22, "a-request", 1, 0), ago(330, "a-request", 1, 0),
		ago(365, "a-request", 1, 0), ago(-9, "a-request", 1, 0))
	var got []string
	for _, m := range tutor.Progress.Overview().Months(tutor.Clock.Now()) {
		got = append(got, fmt.Sprintf("%s %d", m.From.Format("2006-01-02"), m.Seconds))
	}
	want := []string{
		"2025-12-01 90", "2026-01-01 0", "2026-02-01 0", "2026-03-01 0", "2026-04-01 0", "2026-05-01 0", "2026-06-01 0", "2026-07-01 0",
		"2026-08-01 0", "2026-09-01 0", "2026-10-01 90", "2026-11-01 180",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the months are %q", got)
	}
	last := Overview{}.Months(time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)) // there is no 31 February
	if last[10].From.Format("2 Jan 2006") != "1 Feb 2026" || last[11].From.Format("2 Jan 2006") != "1 Mar 2026" {
		t.Errorf("the months before 31 March are %v", last)
	}
}
