// Review: what is due, through which situation, and what is said when nothing is; and taking a slip of the key back.
package tutor

import (
	"errors"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
)

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
	if r := tutor.Practices.Reviews(); r.Due != 0 || tutor.Clock.Date(r.Next) != "25 November 2026" {
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

// TestADayIsTheLearners: what is due at midnight in Tokyo is due when it is midnight there, wherever the machine stands.
func TestADayIsTheLearners(t *testing.T) {
	c := &clock{time.Date(2026, 11, 22, 14, 30, 0, 0, time.UTC)} // half past eleven in the evening in Tokyo
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	tutor.Profile.Change(SettingTimezone, "Asia/Tokyo")
	meet(t, tutor, "a-request")
	for _, want := range []struct {
		after time.Duration
		due   int
	}{{2*day + 29*time.Minute, 0}, {time.Minute, 1}} {
		c.pass(want.after)
		if r := tutor.Practices.Reviews(); r.Due != want.due {
			t.Errorf("on %v: %+v", tutor.Clock.Now(), r)
		}
	}
	tutor.Profile.Change(SettingTimezone, MachineZone)
	if r := tutor.Practices.Reviews(); r.Due != 0 || tutor.Clock.Day(r.Next) != "tomorrow" {
		t.Errorf("where the machine stands, on %v: %+v", tutor.Clock.Now(), r)
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
	p := begin(t, tutor, Selection{Ahead: true})
	if got := drawn(p); got != "four-ways an-order" || p.Note != aheadNote {
		t.Errorf("ahead: %s, %q", got, p.Note)
	}
}

// TestAheadOfTimeTheScheduleStays: also after a mistake, in another window, and once all that was met is due there is nothing ahead.
func TestAheadOfTimeTheScheduleStays(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	meet(t, tutor, "a-thread")
	meet(t, tutor, "a-request")
	want := tutor.Practices.Reviews()
	n, length := tutor.Practices.Plan(Selection{Ahead: true})
	p := begin(t, tutor, Selection{Ahead: true})
	if _, of := p.Sitting.Place(); of != n || p.Left() != length {
		t.Errorf("%d situations of %v were offered, and there are %d of %v", n, length, of, p.Left())
	}
	if left, ok := tutor.Practices.Unfinished(); !ok || left.Name() != MoreThanDue || !strings.HasPrefix(p.Numbered(), MoreThanDue) {
		t.Errorf("it is called %q while under way, and %q where it was left", p.Numbered(), left.Name())
	}
	give(t, p, scenarios.VerySure, wrong(p.Sitting.Current())...)
	if back, ok := p.Back(); !ok || !back.Equal(want.Next) {
		t.Errorf("after a mistake it comes back on %v, %v", back, ok)
	}
	again := openAs(t, Options{Dir: dir}, small(t), c)
	if got := again.Practices.Reviews(); got != want {
		t.Errorf("the schedule was %+v, and is %+v", want, got)
	}
	if text := saved(t, tutor, dir); !strings.Contains(text, "kind = \"review\"\nahead = 1\n") {
		t.Errorf("the record is\n%s", text)
	}
	c.pass(20 * day)
	if _, err := again.Practices.Begin(Selection{Ahead: true}); !errors.Is(err, ErrNoneAhead) {
		t.Errorf("with everything due: %v", err)
	}
	if n, length := again.Practices.Plan(Selection{Ahead: true}); n != 0 || length != 0 {
		t.Errorf("with everything due %d situations of %v are offered", n, length)
	}
}

func TestNothingMetIsNothingToReview(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	for _, ask := range []Selection{{Review: true}, {Ahead: true}} {
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
