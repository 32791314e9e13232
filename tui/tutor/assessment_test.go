// Assessments: sat, handed in and marked.
package tutor

import (
	"math"
	"slices"
	"strings"
	"testing"

	"probity/scenarios"
)

// sit begins an assessment of the small pack: two situations of each topic.
func sit(t *testing.T, tutor *Tutor) *Assessment {
	t.Helper()
	d, err := tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	a := tutor.Assessments.Begin(d)
	flush(t, tutor)
	return a
}

// put answers a situation of an assessment, in the record's notation, and goes on to the next.
func put(t *testing.T, tutor *Tutor, a *Assessment, situation string, sure scenarios.Certainty, chosen ...string) {
	t.Helper()
	turn(t, a, situation)
	a.Exam.Attempt().Take(chosen)
	if err := a.Exam.Submit(); err != nil {
		t.Fatal(err)
	}
	a.Weigh(sure)
	a.Exam.Go(a.Exam.At() + 1)
	flush(t, tutor)
}

// turn goes to a situation.
func turn(t *testing.T, a *Assessment, situation string) {
	t.Helper()
	at := slices.IndexFunc(a.Exam.Items(), func(i scenarios.Item) bool { return i.Situation.ID == situation })
	if at < 0 {
		t.Fatalf("%s is not in the assessment", situation)
	}
	a.Exam.Go(at)
}

// TestAnAssessmentIsMarkedAsByHand: 1 of 1, 18 of 20, 8 of 12 and 12 of 16 are shares of 1, 0.75, 3.5/7.5 and 0.6 above chance.
// The first counts once and the others twice: (1 + 2 · 1.8167) / 7 is 66.2 % above chance. With a blank for the first, which is
// a third below chance, it is 47.1 %, and 60 passes.
func TestAnAssessmentIsMarkedAsByHand(t *testing.T) {
	for name, c := range map[string]struct {
		best   []string
		marks  float64
		above  float64
		passed bool
	}{
		"passed":     {[]string{"b"}, 39, (1 + 2*(0.75+3.5/7.5+0.6)) / 7, true},
		"left blank": {nil, 38, (-1.0/3 + 2*(0.75+3.5/7.5+0.6)) / 7, false},
	} {
		t.Run(name, func(t *testing.T) {
			tutor := open(t, t.TempDir(), small(t))
			a := sit(t, tutor)
			put(t, tutor, a, "an-order", scenarios.VerySure, "d", "b", "a", "c", "e")
			put(t, tutor, a, "a-thread", scenarios.Guess, "d", "e", "f")
			put(t, tutor, a, "four-ways", scenarios.NotAsked, "a=4", "b=4", "c=1", "d=1")
			put(t, tutor, a, "a-thread", scenarios.FairlySure, "a", "b", "c") // changed
			if c.best != nil {
				put(t, tutor, a, "a-request", scenarios.NotAsked, c.best...)
			}
			h := tutor.Record.History()
			if h.Total().Answers+h.Times("a-thread")+len(h.Schedule(tutor.Clock.Now()))+len(h.Counted()) > 0 {
				t.Errorf("something counts before it is handed in: %+v", h.Total())
			}
			a.HandIn()
			flush(t, tutor)
			sat, _ := tutor.Record.History().Assessment(a.ID())
			above, _ := sat.Score().Above()
			if s := sat.Score(); s.Marks != c.marks || s.Of != 49 || s.Chance != 22.75 || math.Abs(above-c.above) > 1e-9 || sat.Passed() != c.passed {
				t.Errorf("%+v, %v above chance, passed %v", s, above, sat.Passed())
			}
			all := 0
			for _, a := range sat.Answers {
				if !a.Blank() {
					all++
				}
			}
			if total := tutor.Record.History().Total(); len(sat.Answers) != 4 || total.Answers != all || total.Marks != c.marks || tutor.Record.History().Times("a-thread") != 1 || len(tutor.Record.History().Schedule(tutor.Clock.Now())) != 2 {
				t.Errorf("%d answers stand, and in all it is %+v", len(sat.Answers), total)
			}
			if _, open := tutor.Assessments.Unfinished(); open {
				t.Error("what was handed in can be carried on")
			}
		})
	}
}

// TestAnAnswerIsKeptWithoutItsCertaintyOnLeaving, as in a practice.
func TestAnAnswerIsKeptWithoutItsCertaintyOnLeaving(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	a := sit(t, tutor)
	turn(t, a, "a-request")
	a.Exam.Attempt().Take([]string{"b"})
	_ = a.Exam.Submit()
	a.Close()
	a.Close()
	if text := saved(t, tutor, dir); strings.Count(text, "[[answer]]") != 1 || strings.Contains(text, "sure =") {
		t.Errorf("the record is\n%s", text)
	}
}
