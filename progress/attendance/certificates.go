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

// Work is a session as a certificate of attendance tells it: the day, the situations that the room went into, and the minutes.
// Those left out are not among them. The zone is where the session was held; nil is UTC.
func Work(facts []induction.Fact, p *pack.Pack, zone *time.Location) (certificate.Work, error) {
	s, err := induction.Resume(p.Bank, facts)
	if err != nil {
		return certificate.Work{}, err
	}
	began := facts[0].(induction.Began) // or it would not have been taken up
	if zone == nil {
		zone = time.UTC
	}
	year, month, date := began.At.In(zone).Date()
	day := time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	var latest time.Time // time counts up to the latest fact
	w := certificate.Work{Kind: certificate.Attendance, From: day, To: day, Versions: []string{s.Library()},
		Minutes: int(s.Spent(latest).Round(time.Minute) / time.Minute)}
	for _, stop := range s.Stops(latest) {
		if stop.Spent > 0 && !stop.Skipped {
			w.Situations = append(w.Situations, stop.Situation.ID)
		}
	}
	if len(w.Situations) == 0 || w.Minutes == 0 {
		return certificate.Work{}, errors.New("making certificates: the session ended before it had gone into any situation, so there " +
			"is nothing to certify")
	}
	return w, nil
}

// Certificates makes one for each person, in the order of the list, signed with the key. They have no scores. Nobody's role is
// known from a list, so none is told.
func Certificates(people []Person, w certificate.Work, led certificate.Facilitated, j guidance.Jurisdiction, p *pack.Pack,
	program string, key certificate.Key) ([]certificate.Signed, error) {
	reader := guidance.Reader{Jurisdiction: j}
	evidence := certificate.Weigh(w, p, reader)
	var out []certificate.Signed
	for _, person := range people {
		c, err := certificate.Make(evidence, certificate.Own{Name: person.Name, Facilitated: &led}, reader, program)
		if err != nil {
			return nil, fmt.Errorf("making the certificate of line %d: %w", person.Line, err)
		}
		signed, err := certificate.Sign(c, key)
		if err != nil {
			return nil, fmt.Errorf("making the certificate of line %d: %w", person.Line, err)
		}
		out = append(out, signed)
	}
	return out, nil
}
