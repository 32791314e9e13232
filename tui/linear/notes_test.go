package linear

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
	"probity/tui/tutor/tutortest"
)

// led is a session that has begun, with ten people.
func (d *desk) led(situations ...induction.Item) *tutor.Room {
	d.t.Helper()
	plan, err := induction.Build(d.Library.Pack().Bank, "Monday", guidance.UK, 45, situations...)
	d.must(err)
	room, err := d.Rooms.Begin(plan, 10)
	d.must(err)
	return room
}

// does carries out one of a session's acts.
func (d *desk) does(r *tutor.Room, act tutor.Act) {
	d.t.Helper()
	d.must(r.Do(act))
}

// TestNotesSayOnlyWhatIsNew: who hears them is leading a session, and listens with half an ear.
func TestNotesSayOnlyWhatIsNew(t *testing.T) {
	d := open(t, doctor)
	r := d.led(induction.Item{Situation: "a-request"}, induction.Item{Situation: "two-views"})
	var out strings.Builder
	notes := New(strings.NewReader(""), &out).Notes()
	heard := func(act tutor.Act) string {
		t.Helper()
		if act != nil {
			d.does(r, act)
		}
		out.Reset()
		notes.Show(d.Tutor, r.Session())
		return out.String()
	}
	forward := func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Forward(now) }
	count := func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Count("b", 7, now) }

	first := heard(nil)
	says(t, first, "\nSituation 1 of 2: A request after clinic\nKey: b", "Ask: Where is the line?\n", "That mixes the two, which you must not do.\n", "It comes down to: Keep them apart.\n",
		"Where it is written: The new guidance (UK), paragraph 2\n", "\nThe situation. Read it aloud", "Next: Think\n", "UK: 0 of 45 minutes gone, on time.\n")
	lacks(t, first, "Before:", "left.")
	if again := heard(nil); again != "" {
		t.Errorf("the second look says %q", again)
	}

	step := heard(forward)
	says(t, step, "\nThink. ", "Next: Vote\n", "UK: ", " left.\n")
	lacks(t, step, "Situation 1", "Key: ")
	d.now = d.now.Add(20 * time.Second)
	if later := heard(nil); later != "" {
		t.Errorf("with time alone gone by, it says %q", later)
	}

	heard(forward)
	if votes := heard(count); votes != "Before: a none, b 7, c none, d none; 3 have not voted.\n" {
		t.Errorf("the count is said as %q", votes)
	}
	for _, c := range []struct {
		act  tutor.Act
		want string
	}{
		{func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Blank(now) }, "The room's screen is blank. Any key there shows it again.\n"},
		{nil, ""},
		{func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Show(now) }, ""},
	} {
		if got := heard(c.act); got != c.want {
			t.Errorf("said is %q, want %q", got, c.want)
		}
	}

	next := heard(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Jump(2, now) })
	says(t, next, "Situation 2 of 2: Two views of a pen name\nKey: There is no right answer here.\n", "The situation. ")
	says(t, heard(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.End(now) }), "The session has ended.\n")
}

// TestNotesThatNobodyCanReadEnd: the command that follows a session ends with the pipe that it writes to.
func TestNotesThatNobodyCanReadEnd(t *testing.T) {
	d := open(t, doctor)
	r := d.led(induction.Item{Situation: "a-request"})
	notes := New(strings.NewReader(""), &narrow{room: 1}).Notes()
	if err := notes.Fault(); err != nil {
		t.Errorf("before anything was said: %v", err)
	}
	notes.Show(d.Tutor, r.Session())
	if err := notes.Fault(); err == nil || !strings.HasSuffix(err.Error(), syscall.EPIPE.Error()) {
		t.Errorf("the fault is %v", err)
	}
}

// TestNotesTellWhatIsDifferent, once, as a turn begins.
func TestNotesTellWhatIsDifferent(t *testing.T) {
	d := &desk{t: t, Tutor: tutortest.Open(t, scenariostest.Families(t))}
	r := d.led(induction.Item{Situation: "a-request"}, induction.Item{Situation: "a-request/numb-again"})
	d.does(r, func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Jump(2, now) })
	var out strings.Builder
	notes := New(strings.NewReader(""), &out).Notes()
	notes.Show(d.Tutor, r.Session())
	says(t, out.String(), "\nSituation 2 of 2, one thing different: A request at eleven\nAs it was: You know him from the ward alone.\nAs it is: Under it he writes that his left hand has gone dead again.\nKey: c\n",
		"What makes the difference. Key b: He is a patient, and nothing more.\nWhat makes the difference. Key c: He needs care now.\n", "\nNow one thing is different. Read out")
	out.Reset()
	d.does(r, func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Forward(now) })
	if notes.Show(d.Tutor, r.Session()); strings.Contains(out.String(), "As it was") {
		t.Errorf("said again:\n%s", out.String())
	}
}

// TestNotesOfTheClosing: what was met, and no situation that is before nobody.
func TestNotesOfTheClosing(t *testing.T) {
	d := open(t, doctor)
	r := d.led(induction.Item{Situation: "a-request"})
	d.does(r, func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Close(now) })
	var out strings.Builder
	New(strings.NewReader(""), &out).Notes().Show(d.Tutor, r.Session())
	says(t, out.String(), "\nThe closing\n", "\nWhat we met. ", "Next: Fist to five\n")
	lacks(t, out.String(), "Situation", "Key:", "It comes down to")
}
