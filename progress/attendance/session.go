// The session that was attended, from its facts.

package attendance

import (
	"errors"
	"fmt"
	"time"

	"probity/guidance"
	"probity/progress/certificate"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
)

// Session is a facilitated session as those who were there know it.
type Session struct {
	ID           string
	Title        string
	Jurisdiction guidance.Jurisdiction
	Began        time.Time // on the clock of where it was held
	Minutes      int
	Size         int  // people, as seated
	Ended        bool // or it may still go on
	voted        bool // hands were counted
	work         certificate.Work
}

// briefest is how many minutes a session takes at least; a shorter one was most likely tried out.
const briefest = 5

// Of makes a session of its facts. The zone is where it was held; nil is UTC.
func Of(facts []induction.Fact, p *pack.Pack, zone *time.Location) (Session, error) {
	s, err := induction.Resume(p.Bank, facts)
	if err != nil {
		return Session{}, err
	}
	if zone == nil {
		zone = time.UTC
	}
	began := facts[0].(induction.Began).At.In(zone) // or it would not have been taken up
	year, month, date := began.Date()
	day := time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	var latest time.Time // time counts up to the latest fact
	out := Session{
		ID: s.ID(), Title: s.Plan().Title, Jurisdiction: s.Plan().Jurisdiction, Began: began, Size: s.Seated(), Ended: s.HasEnded(),
		Minutes: int(s.Spent(latest).Round(time.Minute) / time.Minute), voted: len(s.Shifts()) > 0,
	}
	out.work = certificate.Work{Kind: certificate.Attendance, From: day, To: day, Versions: []string{s.Library()}, Minutes: out.Minutes, Session: out.Title, Size: out.Size}
	for _, stop := range s.Stops(latest) {
		if stop.Spent > 0 && !stop.Skipped {
			out.work.Situations = append(out.work.Situations, stop.Situation.ID)
		}
	}
	return out, nil
}

// String names the session: its title, its day, how long it took and for how many.
func (s Session) String() string {
	return fmt.Sprintf("“%s” on %s at %s, %s, %s", s.Title, s.Began.Format("2 January 2006"), s.Began.Format("15:04"),
		counted(s.Minutes, "minute", "minutes"), counted(s.Size, "person", "people"))
}

func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// Rehearsal says why the session looks as if it was only tried out; "" if it does not.
func (s Session) Rehearsal() string {
	switch {
	case !s.voted:
		return "nobody voted in it"
	case s.Minutes < briefest:
		return "it took only " + counted(s.Minutes, "minute", "minutes")
	case s.Size == 1:
		return "one person took part"
	}
	return ""
}

// Work is the session as a certificate of attendance describes it: the day, the situations that the room discussed, and the
// minutes. Situations that were left out are not in it. The error says that there is nothing to certify, or not yet.
func (s Session) Work() (certificate.Work, error) {
	switch {
	case !s.Ended:
		return certificate.Work{}, fmt.Errorf("the session %v, has not ended: carry on with it (probity induction) and end it there; "+
			"then its attendance can be certified", s)
	case len(s.work.Situations) == 0 || s.work.Minutes == 0:
		return certificate.Work{}, errors.New("the session ended before it had gone into any situation, so there is nothing to certify")
	}
	return s.work, nil
}
