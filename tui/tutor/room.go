package tutor

import (
	"context"
	"time"

	"probity/progress/folder"
	"probity/progress/journal"
	"probity/scenarios/induction"
)

// Room is an induction session under way, with its file. A front end shows Session and changes it through Do, so that every
// act is on its way to the disk before the screen shows it.
type Room struct {
	in      *Rooms
	session *induction.Session
	file    folder.Led // nil: nothing can be kept
	outbox  *outbox[induction.Fact]
	phones  *Phones   // nil: hands alone
	why     int       // rationales shown of the answer
	alive   time.Time // when the clock was last looked at
	byLines bool      // led by lines that are typed
	left    bool
	closing bool // the file is being closed
}

// CarryOn goes on with a session that was opened: its countdown stands where it was, paused.
func (r *Room) CarryOn() error {
	r.left, r.alive, r.why = false, r.in.clock.Now(), 0
	if r.session.HasEnded() {
		return nil
	}
	return r.take(r.session.TakeUp(time.Time{}, r.alive))
}

// Session is the session as it stands, for looking at.
func (r *Room) Session() *induction.Session { return r.session }

// Act is one of the session's acts.
type Act func(s *induction.Session, now time.Time) (induction.Fact, error)

// Do carries an act out and puts it on its way to the disk. The error says why it can't be done; then nothing has changed.
func (r *Room) Do(act Act) error {
	r.Look()
	defer r.publish()
	place, _ := r.session.Place()
	step := r.session.Step()
	err := r.take(act(r.session, r.in.clock.Now()))
	if now, _ := r.session.Place(); now != place || r.session.Step() != step || r.session.HasEnded() {
		r.why = 0
	}
	return err
}

// Explained is how many rationales of the answer are shown.
func (r *Room) Explained() int { return r.why }

// Unexplained is how many are not; 0 in other steps.
func (r *Room) Unexplained() int {
	if r.session.HasEnded() || r.session.Step() != induction.Reveal {
		return 0
	}
	return len(r.session.Situation().Options) - r.why
}

// Explain shows the next rationale, or one fewer, and tells the facilitator's phone, whose command was for the page before. It reports whether there
// was one to go to.
func (r *Room) Explain(by int) bool {
	if r.session.HasEnded() || r.session.Step() != induction.Reveal || by > 0 && r.Unexplained() == 0 || r.why+by < 0 {
		return false
	}
	r.why += by
	r.publish()
	return true
}

func (r *Room) take(fact induction.Fact, err error) error {
	if err == nil && r.file != nil {
		r.outbox.Add(fact)
	}
	return err
}

// How long nobody may look at the clock before the lid is taken to have been closed. A running countdown is looked at every
// ten seconds at least; in other steps, and where lines are typed, only what is typed tells that the facilitator is there.
const (
	lull  = 45 * time.Second
	pause = 15 * time.Minute
)

// Look looks at the clock. A session that lay still under a closed lid is taken up: its countdown stands where it was,
// paused, and nothing is blank.
func (r *Room) Look() {
	now, before := r.in.clock.Now().Round(0), r.alive // without the monotonic clock, which may sleep with the computer
	r.alive = now
	still := now.Sub(before.Round(0))
	if still > pause || still > lull && !r.byLines && r.session.Timed() && r.session.Running() {
		_ = r.take(r.session.TakeUp(before, now)) // it is always allowed
	}
}

// ByLines has the room led by lines that are typed: no clock is looked at between them.
func (r *Room) ByLines() { r.byLines = true }

// Trouble is why the last write failed; nil when it did not.
func (r *Room) Trouble() error { return r.outbox.Trouble() }

// SavingEnabled reports whether the session is saved.
func (r *Room) SavingEnabled() bool { return r.file != nil }

// Leave is the end of leading the session in this window. What waits is still written; then another window may carry it on.
func (r *Room) Leave() { r.left = true }

// save writes facts to the session's file. Nobody else writes there while this window leads the session.
func (r *Room) save(batch []induction.Fact) (settle func(), err error) {
	if err := r.file.Append(context.Background(), journal.Any, batch...); err != nil {
		return nil, err
	}
	return func() { r.in.notices.add(r.file.Notices()...) }, nil
}
