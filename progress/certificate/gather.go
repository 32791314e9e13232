// Gathering: what a certificate is to be about, taken from the record. Only this file knows how the record says it.

package certificate

import (
	"fmt"
	"slices"
	"time"

	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
)

// Choice is what a learner wants a certificate for: one sitting, or all between two days.
type Choice struct {
	Sitting  string    // id of the sitting; "" for a period
	Session  string    // id of a facilitated session that was attended, in place of a sitting
	From, To time.Time // the first and the last day of the period; only their dates count
	Zone     *time.Location
}

// Rule is what an assessment asks for.
type Rule struct {
	Above  float64 // the least score above chance to pass, 0 to 1
	Raw    bool    // of raw marks together, as papers were judged that carry no rule
	Passed bool    // it was reached
}

// Kinds of work beside those of sittings.
const (
	Period     = "period"
	Attendance = "attendance"
)

// Work is the evidence as it was found: the answers that count, and what is known of them. An attended session has no answers:
// only its Kind, From, To, Situations, Minutes, Session and Size are set.
type Work struct {
	Kind       string            // a progress.Kind, Period or Attendance
	From, To   time.Time         // days of the first and last fact, or of the period, in the learner's zone
	Answers    []progress.Answer // in the order of the record
	Versions   []string          // of the library, as drawn from
	LeftOut    []LeftOut         // answers that the record holds and no certificate rests on
	Rule       *Rule             // of an assessment; nil also when one of its answers is left out
	Attempts   int               // assessments up to and with this one, those given up included
	GivenUp    int               // of these, begun and never handed in
	Passed     []Passed          // the assessments that the work holds whole and that were passed
	OwnCopies  []string          // ids of the sources of which the learner has a copy of their own
	Assessed   int               // of the answers of a period, those of assessments
	Sat        int               // assessments that these are of, handed in
	SatPassed  int               // of these, passed and without an answer that is left out
	Sessions   int               // facilitated sessions that were attended in a period
	Situations []string          // ids, for sessions that were attended and leave no answers
	Seconds    int               // active, as progress has it of a sitting
	Minutes    int               // of sessions that were attended, as the facilitator's clock had it
	Session    string            // the title of the one that was attended; "" for other work
	Size       int               // of that, people as they were seated; 0 for other work
	Untimed    int               // answers and sessions with a time that can't be, which is in neither sum
}

// TimesLeftOut is a sentence, without its full stop, that says how many times are in no sum; "" when there are none.
func (w Work) TimesLeftOut() string {
	if w.Untimed == 0 {
		return ""
	}
	return "The record has " + text.Count(w.Untimed, "time") + " that can't be right, left out of the minutes"
}

// Passed is an assessment that was passed.
type Passed struct {
	Above   float64 // its pass rule
	Rule    int     // how its score is worked out
	Answers []progress.Answer
}

// NoEvidenceError says why there is nothing to make a certificate from.
type NoEvidenceError struct{ sentence string }

// Error is the reason.
func (e *NoEvidenceError) Error() string { return "gathering the evidence: " + e.sentence }

// Message says it to a clinician.
func (e *NoEvidenceError) Message() string { return e.sentence }

// Gather takes the work of a choice from the record: the answers that count, and the active time of all of them. Answers with
// marks that can't be, as far as the library can tell, are left out and named. The error is a NoEvidenceError.
func Gather(h *progress.History, bank *scenarios.Bank, choose Choice) (Work, error) {
	if choose.Zone == nil {
		choose.Zone = time.UTC
	}
	switch {
	case choose.Session != "":
		return gatherSession(h, choose)
	case choose.Sitting != "":
		return gatherSitting(h, bank, choose)
	}
	return gatherPeriod(h, bank, choose)
}

func gatherSession(h *progress.History, choose Choice) (Work, error) {
	for _, a := range h.Attended() {
		switch {
		case a.Session != choose.Session:
		case !a.Possible():
			return Work{}, &NoEvidenceError{fmt.Sprintf("Your record says that this session took %s, which can't be right, so there is nothing to "+
				"certify. Was the record changed by hand? A backup may hold it as it was: see probity data restore.", text.Count(a.Minutes, "minute"))}
		default:
			on := day(a.Held, choose.Zone)
			return Work{Kind: Attendance, From: on, To: on, Versions: []string{a.Library}, Situations: a.Situations, Minutes: a.Minutes, Session: a.Title, Size: a.Size}, nil
		}
	}
	return Work{}, &NoEvidenceError{"Your record has no session with the number " + choose.Session + ". probity induction attend notes one from its file."}
}

func gatherSitting(h *progress.History, bank *scenarios.Bank, choose Choice) (Work, error) {
	s, known := h.Sitting(choose.Sitting)
	if !known {
		return Work{}, &NoEvidenceError{"Your record has no sitting with the number " + choose.Sitting +
			". Without a number it is for the last assessment handed in; a period takes all that is in it."}
	}
	work := Work{Kind: string(s.Kind), Versions: []string{s.Library}}
	sat, assessed := h.Assessment(s.ID)
	if assessed && sat.Submitted.IsZero() {
		return Work{}, &NoEvidenceError{fmt.Sprintf("This assessment is not handed in yet: %d of its %d situations are answered. "+
			"Hand it in, then make the certificate.", len(sat.Answers), len(s.Drawn))}
	}
	work.take(h, bank, choose.Zone, func(sitting string, _ time.Time) bool { return sitting == s.ID })
	if err := work.doubted(); err != nil {
		return Work{}, err
	}
	if len(work.Answers) == 0 {
		return Work{}, &NoEvidenceError{"Nothing that counts was answered in this sitting, so there is nothing to certify. " +
			"Choose another sitting, or practise first."}
	}
	work.From, work.To = day(work.Answers[0].At, choose.Zone), day(work.Answers[len(work.Answers)-1].At, choose.Zone)
	if assessed {
		work.To = day(sat.Submitted, choose.Zone)
		work.judge(h, sat)
	}
	return work, nil
}

func gatherPeriod(h *progress.History, bank *scenarios.Bank, choose Choice) (Work, error) {
	from, to := day(choose.From, choose.From.Location()), day(choose.To, choose.To.Location())
	if to.Before(from) {
		return Work{}, &NoEvidenceError{"The period ends before it begins. Put the earlier day first."}
	}
	work := Work{Kind: Period, From: from, To: to}
	within := func(at time.Time) bool {
		on := day(at, choose.Zone)
		return !on.Before(from) && !on.After(to)
	}
	found := work.take(h, bank, choose.Zone, func(_ string, at time.Time) bool { return within(at) })
	work.attend(h, within)
	doubted := work.doubted()
	switch {
	case work.Minutes > 0: // a session attended is evidence without answers
	case doubted != nil:
		return Work{}, doubted
	case len(work.Answers) == 0 && found > 0:
		return Work{}, &NoEvidenceError{"All you answered in this period belongs to an assessment that is not handed in, or was taken back. " +
			"Choose another period, or hand the assessment in first."}
	case len(work.answered().Answers) == 0:
		return Work{}, &NoEvidenceError{fmt.Sprintf("You answered nothing between %s and %s, so there is nothing to certify. "+
			"Choose another period, or practise first.", shown(from), shown(to))}
	}
	work.span(h, within, choose.Zone)
	sat := map[string]bool{}
	for _, a := range work.Answers {
		s, known := h.Sitting(a.Sitting)
		if s.Kind == progress.Assessment {
			work.Assessed++
			sat[a.Sitting] = true
		}
		if known && !slices.Contains(work.Versions, s.Library) {
			work.Versions = append(work.Versions, s.Library)
		}
	}
	work.Passed = passed(h, func(a progress.Answer) bool { return within(a.At) && doubt(a, bank) == "" })
	work.Sat = len(sat)
	work.SatPassed = len(passed(h, func(a progress.Answer) bool { return sat[a.Sitting] && doubt(a, bank) == "" }))
	return work, nil
}

// span narrows the period to the days on which something was done: a certificate says when that was, not what was asked for.
func (w *Work) span(h *progress.History, within func(time.Time) bool, zone *time.Location) {
	var days []time.Time
	for _, a := range w.Answers {
		days = append(days, day(a.At, zone))
	}
	for _, a := range h.Attended() {
		if within(a.Held) && a.Possible() {
			days = append(days, day(a.Held, zone))
		}
	}
	w.From, w.To = slices.MinFunc(days, time.Time.Compare), slices.MaxFunc(days, time.Time.Compare)
}

// passed lists the assessments that were passed and of which every answer is held.
func passed(h *progress.History, held func(progress.Answer) bool) (all []Passed) {
	for _, sat := range h.Assessments() {
		missing := func(a progress.Answer) bool { return !held(a) }
		if sat.Passed() && !slices.ContainsFunc(sat.Answers, missing) {
			all = append(all, Passed{sat.Pass, sat.Rule, sat.Answers})
		}
	}
	return all
}

// take takes the answers that are wanted, by their sitting and time, and returns how many there are, counted or not. The active time is all that
// was spent, also on what does not count; answers that are left out add nothing.
func (w *Work) take(h *progress.History, bank *scenarios.Bank, zone *time.Location, wanted func(sitting string, at time.Time) bool) (found int) {
	doubted := map[int64]bool{}
	for _, a := range h.Answers() {
		if !wanted(a.Sitting, a.At) {
			continue
		}
		found++
		counts, why := h.Counts(a), doubt(a, bank)
		doubted[a.Seq] = why != ""
		switch {
		case counts && why != "":
			w.LeftOut = append(w.LeftOut, LeftOut{bank.TitleOf(a.Situation()), shown(day(a.At, zone)), why})
		case counts:
			w.Answers = append(w.Answers, a)
		}
	}
	for s := range h.Spent() {
		if !wanted(s.Sitting, s.At) || doubted[s.Answer] {
			continue
		}
		if w.Seconds += progress.Active(s.Seconds); !progress.PossibleTime(s.Seconds) {
			w.Untimed++
		}
	}
	return found
}

// attend adds the facilitated sessions that were held within a time.
func (w *Work) attend(h *progress.History, within func(time.Time) bool) {
	for _, a := range h.Attended() {
		switch {
		case !within(a.Held):
		case !a.Possible(): // its length is all that the record has of it
			w.Untimed++
		default:
			w.Sessions++
			w.Situations, w.Minutes = append(w.Situations, a.Situations...), w.Minutes+a.Minutes
		}
	}
}

// doubted is the error of work of which all that counts is left out; nil for other work.
func (w *Work) doubted() error {
	if len(w.Answers) > 0 || len(w.LeftOut) == 0 {
		return nil
	}
	return &NoEvidenceError{fmt.Sprintf("The marks of %s can't be right, so there is nothing to certify. The first is %s. Was the "+
		"record changed by hand? A backup may hold it as it was: see probity data restore.", text.Count(len(w.LeftOut), "answer"), w.LeftOut[0])}
}

// judge notes how an assessment that was handed in went. Without all its answers it can't be said.
func (w *Work) judge(h *progress.History, sat progress.Assessed) {
	if len(w.LeftOut) > 0 {
		return
	}
	w.Rule = &Rule{sat.Pass, sat.Score().Raw, sat.Passed()}
	for _, other := range h.Assessments() {
		switch begun := len(other.Answers) > 0; {
		case other.Sitting.Seq > sat.Sitting.Seq:
		case !other.Submitted.IsZero():
			w.Attempts++
		case begun:
			w.Attempts, w.GivenUp = w.Attempts+1, w.GivenUp+1
		}
	}
	if w.Rule.Passed {
		w.Passed = []Passed{{sat.Pass, sat.Rule, w.Answers}}
	}
}

// day is midnight, in UTC, of the date that a moment has in a zone.
func day(at time.Time, zone *time.Location) time.Time {
	year, month, date := at.In(zone).Date()
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}
