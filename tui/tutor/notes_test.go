package tutor

import (
	"strings"
	"testing"
	"time"

	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"

	"github.com/google/go-cmp/cmp"
)

func TestNotesInWords(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	r := led(t, tutor)
	watch := tutor.Rooms.Watch()
	if s, fresh, err := watch.Look(); s != nil || fresh || err != nil {
		t.Errorf("before the session: %v, %v, %v", s, fresh, err)
	}
	does(t, r, forward)
	c.pass(70 * time.Second)
	flush(t, tutor)
	s, fresh, err := watch.Look()
	if !fresh || err != nil {
		t.Fatal(fresh, err)
	}
	p := tutor.Rooms.NotesOn(s)
	if diff := cmp.Diff([]string{"1 of 2: A request after clinic", "Think", "over by 0:10", "UK: 1 of 45 minutes gone, on time", "Vote"}, []string{p.Place, p.Step, p.Left, p.Session, p.Next}); diff != "" {
		t.Errorf("notes (-want +are):\n%s", diff)
	}
	r.alive = c.now
	does(t, r, forward, counting("b", 7))
	flush(t, tutor)
	s, _, _ = watch.Look()
	if p := tutor.Rooms.NotesOn(s); len(p.Votes) != 1 || !strings.HasPrefix(p.Votes[0], "Before: a: 0 · b: 7") || !strings.HasSuffix(p.Votes[0], "not voted: 3") {
		t.Errorf("votes: %v", p.Votes)
	}
}

func TestTimesInWords(t *testing.T) {
	for d, want := range map[time.Duration][3]string{
		0:                  {"0:00", "±0", "on time"},
		65 * time.Second:   {"1:05", "+1", "1 minute behind plan"},
		-59 * time.Second:  {"−0:59", "±0", "on time"},
		-125 * time.Second: {"−2:05", "−2", "2 minutes ahead of plan"},
		75 * time.Minute:   {"75:00", "+75", "75 minutes behind plan"},
	} {
		if got := [3]string{Countdown(d), DriftMark(d), drift(d)}; got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

// TestWithReducedMotionACountdownIsInMinutes that are begun, and is looked at when the next one is.
func TestWithReducedMotionACountdownIsInMinutes(t *testing.T) {
	p := open(t, t.TempDir(), scenariostest.Pack(t)).Profile
	for d, want := range map[time.Duration][2]string{5 * time.Minute: {"5:00", "5 min"}, 65 * time.Second: {"1:05", "2 min"}, time.Second: {"0:01", "1 min"}, 0: {"0:00", "0 min"}, -10 * time.Second: {"−0:10", "−1 min"}} {
		p.Change(SettingMotion, On)
		moving := p.Countdown(d)
		p.Change(SettingMotion, Off)
		if got := [2]string{moving, p.Countdown(d)}; got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
		if next := p.ShownFor(d); next <= 0 || next > time.Minute+time.Second || p.Countdown(d-next) == p.Countdown(d) {
			t.Errorf("%v is looked at after %v, when it is %s still", d, next, p.Countdown(d-next))
		}
	}
}

// TestTheKeyOfARatingNamesTheAction: a number says nothing without what it is of.
func TestTheKeyOfARatingNamesTheAction(t *testing.T) {
	for id, want := range map[string]string{
		"best": "b", "choose": "a, d, f", "rate": "c, Your name alone: 3, appropriate but not ideal", "discuss": "There is no right answer here.",
	} {
		s, _ := scenariostest.Pack(t).Bank.Situation(id)
		if got := keyOf(induction.Notes{Situation: s, Ballot: s.Format.Ballot(s, s.Format.Contested(s))}); got != want {
			t.Errorf("the key of %s is %q, want %q", id, got, want)
		}
	}
}
