// Review: what is due, through which situation, and what is said when nothing is; and taking a slip of the key back.
package tutor

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
)

// give answers the current situation with options in the record's notation, and saves.
func give(t *testing.T, p *Practice, sure scenarios.Certainty, chosen ...string) {
	t.Helper()
	p.Sitting.Attempt().Take(chosen)
	if err := p.Submit(); err != nil {
		t.Fatal(err)
	}
	p.Weigh(sure)
	if err := p.in.record.flush(p.in.profile.Learner()); err != nil {
		t.Fatal(err)
	}
}

func flush(t *testing.T, tutor *Tutor) {
	t.Helper()
	if err := tutor.Flush(); err != nil {
		t.Fatal(err)
	}
}

func begin(t *testing.T, tutor *Tutor, ask Selection) *Practice {
	t.Helper()
	p, err := tutor.Practices.Begin(ask)
	if err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	return p
}

// meet practises one situation: right and fairly sure, so that its principle is due after three days.
func meet(t *testing.T, tutor *Tutor, situation string) {
	t.Helper()
	p := begin(t, tutor, Selection{Only: situation})
	give(t, p, scenarios.FairlySure, p.Sitting.Current().Key...)
	p.Sitting.Next()
}

// drawn is the situations of a sitting that was just begun.
func drawn(p *Practice) string {
	var ids []string
	for _, o := range p.Sitting.Outcomes() {
		ids = append(ids, o.Situation.ID)
	}
	for ; p.Sitting.Current() != nil; p.Sitting.Next() {
		ids = append(ids, p.Sitting.Current().ID)
		p.Sitting.Attempt().Take(p.Sitting.Current().Key)
		_ = p.Sitting.Submit()
		p.Sitting.Weigh(scenarios.NotAsked)
	}
	return strings.Join(ids, " ")
}

func TestWhatIsDueComesBackThroughASibling(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	meet(t, tutor, "a-request")
	if r := tutor.Practices.Reviews(); r.Due != 0 || !r.Next.Equal(c.now.Add(3*day)) {
		t.Errorf("after an answer: %+v", r)
	}
	c.pass(3*day - 9*time.Hour) // the day it is due, before the hour
	if r := tutor.Practices.Reviews(); r.Due != 1 || !r.Next.IsZero() {
		t.Errorf("three days on: %+v", r)
	}
	p := begin(t, tutor, Selection{Review: true})
	if !p.Review || p.Note != "" || p.Sitting.Current().ID != "an-order" {
		t.Errorf("the review is of %s, and says %q", p.Sitting.Current().ID, p.Note)
	}
	give(t, p, scenarios.FairlySure, p.Sitting.Current().Key...)
	if r := tutor.Practices.Reviews(); r.Due != 0 || r.Next.Before(c.now.Add(7*day)) {
		t.Errorf("right a second time, it is spaced no wider: %+v", r)
	}
	c.pass(30 * day)
	if got := drawn(begin(t, tutor, Selection{Review: true})); got != "a-request" {
		t.Errorf("it comes back through %s, which was just met", got)
	}
	if text := saved(t, tutor, dir); !strings.Contains(text, "kind = \"review\"\ndrawn = [\"an-order\"]") {
		t.Errorf("the record is\n%s", text)
	}
}

func TestTheReviewsThatHaveWaitedLongestComeFirst(t *testing.T) {
	c := starting()
	for count, want := range map[int]struct{ drawn, note string }{
		1: {"an-order", "2 principles are due: this is the one that has waited longest."},
		2: {"an-order four-ways", ""},
	} {
		tutor := openAs(t, Options{Dir: t.TempDir(), Count: count}, small(t), c)
		meet(t, tutor, "a-request")
		c.pass(day)
		meet(t, tutor, "a-thread")
		c.pass(9 * day)
		p := begin(t, tutor, Selection{Review: true})
		if got := drawn(p); got != want.drawn || p.Note != want.note {
			t.Errorf("%d at a time: %s, %q", count, got, p.Note)
		}
	}
}

func TestReviewingAhead(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	meet(t, tutor, "a-thread")
	c.pass(time.Hour)
	meet(t, tutor, "a-request")
	if _, err := tutor.Practices.Begin(Selection{Review: true}); !errors.Is(err, ErrNoneDue) {
		t.Errorf("with nothing due: %v", err)
	}
	p := begin(t, tutor, Selection{Review: true, Ahead: true})
	if got := drawn(p); got != "four-ways an-order" || p.Note != "" {
		t.Errorf("ahead: %s, %q", got, p.Note)
	}
}

func TestNothingMetIsNothingToReview(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	for _, ask := range []Selection{{Review: true}, {Review: true, Ahead: true}} {
		if _, err := tutor.Practices.Begin(ask); !errors.Is(err, ErrNoneMet) {
			t.Errorf("before anything: %v", err)
		}
		p := begin(t, tutor, Selection{Only: "two-views"})
		give(t, p, scenarios.NotAsked, "a")
		if _, err := tutor.Practices.Begin(ask); !errors.Is(err, ErrNoneMet) || tutor.Practices.Reviews() != (Reviews{}) {
			t.Errorf("after a discussion, which is not marked: %v", err)
		}
	}
}

// TestWhatCannotBeMetHereIsNotOffered: a doctor who moves to Ireland keeps the schedule, and is offered what is taught there.
func TestWhatCannotBeMetHereIsNotOffered(t *testing.T) {
	c, dir := starting(), t.TempDir()
	uk := openAs(t, Options{Dir: dir}, small(t), c)
	meet(t, uk, "a-request") // a principle with situations of the UK alone
	c.pass(10 * day)
	ireland := Options{Dir: dir, Flags: Learner{guidance.Doctor, guidance.Ireland}}
	tutor := openAs(t, ireland, small(t), c)
	if _, err := tutor.Practices.Begin(Selection{Review: true}); !errors.Is(err, ErrNoneMet) || tutor.Practices.Reviews() != (Reviews{}) {
		t.Errorf("in Ireland: %v, %+v", err, tutor.Practices.Reviews())
	}
	meet(t, tutor, "a-thread")
	c.pass(10 * day)
	if got := drawn(begin(t, tutor, Selection{Review: true})); got != "a-name" {
		t.Errorf("in Ireland: %s", got)
	}
	if r := openAs(t, Options{Dir: dir}, small(t), c).Practices.Reviews(); r.Due != 2 {
		t.Errorf("back in the UK: %+v", r)
	}
}

func TestOnlyAPracticeIsGivenUpForAPractice(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	meet(t, tutor, "a-request")
	meet(t, tutor, "a-thread")
	c.pass(10 * day)
	begin(t, tutor, Selection{Review: true})
	if p := begin(t, tutor, Selection{Topic: "boundaries"}); p.Note != "There are 2 situations to practise here, not 10." {
		t.Errorf("a review was left, and the practice says %q", p.Note)
	}
	if p := begin(t, tutor, Selection{Topic: "boundaries"}); !strings.Contains(p.Note, "The practice you left at 0 of 2 is given up for this one") {
		t.Errorf("a practice was left, and the next says %q", p.Note)
	}
}

func TestASlipOfTheKeyIsTakenBack(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	meet(t, tutor, "a-request")
	before, due := tutor.Record.History().Total(), tutor.Record.History().Schedule(tutor.Clock.Now())
	c.pass(3 * day)
	p := begin(t, tutor, Selection{Review: true})
	give(t, p, scenarios.VerySure, "e", "c", "a", "d", "b")
	if tutor.Record.History().Total() == before || slices.Equal(tutor.Record.History().Schedule(tutor.Clock.Now()), due) {
		t.Fatal("the slip changes nothing, so this shows nothing")
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	again := openAs(t, Options{Dir: dir}, small(t), c)
	for name, h := range map[string]*progress.History{"at once": tutor.Record.History(), "read anew": again.Record.History()} {
		if _, known := h.Last("an-order"); known || h.Total() != before || !slices.Equal(h.Schedule(tutor.Clock.Now()), due) {
			t.Errorf("%s: %+v, due %v", name, h.Total(), h.Schedule(tutor.Clock.Now()))
		}
	}
	if r := again.Practices.Reviews(); r.Due != 1 {
		t.Errorf("it is no longer due: %+v", r)
	}
	out, _ := p.Result()
	if sum := scenarios.Summarise(p.Sitting.Outcomes()); !out.Undone || sum.Total.Answers+len(sum.Again) > 0 {
		t.Errorf("it counts in the summary: %+v", sum)
	}
	p.Sitting.Next()
	if _, left := again.Practices.Unfinished(); left {
		t.Error("the situation would be asked again in a sitting where it was answered")
	}
}

func TestAnAnswerIsTakenBackOnceAndOnceItIsSaved(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	p := begin(t, tutor, Selection{Only: "a-request"})
	if err := p.TakeBack(); err == nil || !strings.Contains(err.Error(), "no answer") {
		t.Errorf("before the answer: %v", err)
	}
	p.Sitting.Attempt().Take([]string{"a"})
	_ = p.Submit()
	p.Weigh(scenarios.NotAsked)
	if err := p.TakeBack(); err == nil || !strings.Contains(err.Error(), "still being saved: try again") {
		t.Errorf("while it is saved: %v", err)
	}
	flush(t, tutor)
	if err := p.TakeBack(); err != nil {
		t.Errorf("once it is saved: %v", err)
	}
	flush(t, tutor)
	if err := p.TakeBack(); err == nil || !strings.Contains(err.Error(), "taken back already") {
		t.Errorf("a second time: %v", err)
	}
	if n := strings.Count(saved(t, tutor, dir), "[[undo]]"); n != 1 {
		t.Errorf("%d entries take it back", n)
	}
}

// TestDay: days as a learner says them, where the learner is.
func TestDay(t *testing.T) {
	zone := time.FixedZone("", 5*3600)
	c := &clock{time.Date(2026, 12, 30, 23, 30, 0, 0, zone)}
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	for at, want := range map[time.Time]string{
		time.Date(2026, 12, 30, 1, 0, 0, 0, zone):      "today",
		time.Date(2026, 12, 30, 23, 59, 59, 0, zone):   "today",
		time.Date(2025, 1, 1, 0, 0, 0, 0, zone):        "today", // overdue
		time.Date(2026, 12, 31, 0, 0, 0, 0, zone):      "tomorrow",
		time.Date(2026, 12, 30, 19, 0, 0, 0, time.UTC): "tomorrow", // midnight there
		time.Date(2027, 1, 1, 0, 0, 0, 0, zone):        "1 January 2027",
	} {
		if got := tutor.Clock.Day(at); got != want {
			t.Errorf("%v is %q, want %q", at, got, want)
		}
	}
	c.now = time.Date(2026, 3, 2, 9, 0, 0, 0, zone)
	if got := tutor.Clock.Day(time.Date(2026, 3, 14, 9, 0, 0, 0, zone)); got != "Saturday 14 March" {
		t.Errorf("this year: %q", got)
	}
	if got := tutor.Clock.Date(time.Date(2026, 3, 1, 20, 0, 0, 0, time.UTC)); got != "2 March 2026" {
		t.Errorf("a date past: %q", got)
	}
}
