package tutor

import (
	"cmp"
	"slices"
	"time"

	"probity/guidance"
	"probity/progress/certificate"
	"probity/tui/prose"
)

// Certificates are where certificates are made: what they can be made for, their drafts, and their export.
type Certificates struct {
	sittings
	copies    *Copies
	tasks     *tasks
	drafts    *outbox[filled]   // on their way to the file beside the record
	lastDraft certificate.Draft // as it was last read here, or put on its way
	program   string            // name and version
	here      string            // the folder in which certificates are put
	typefaces Typefaces         // of this computer; nil for none
	door      Door              // where they are written
}

// Here is the folder in which certificates are put, in words.
func (c *Certificates) Here() string {
	if c.door.Own != nil {
		return ownFolder
	}
	return cmp.Or(c.here, "the folder that you started Probity in")
}

// Clock is that of the days on certificates. A certificate made again somewhere else has the same days, and so the same number.
func (c *Certificates) Clock() *Clock { return c.clock.Of(c.profile.Learner().Jurisdiction) }

// Certifiable is work that a certificate can be made for.
type Certifiable struct {
	Name   string // what a draft knows it by
	Title  string
	Choice certificate.Choice
	Work   certificate.Work
}

// Certifiables lists the work that a certificate can be made for: assessments handed in, the latest first, then periods with
// answers in them. Certificates have to be Ready.
func (c *Certificates) Certifiables() []Certifiable {
	var out []Certifiable
	for _, a := range slices.Backward(c.record.history.Assessments()) {
		if !a.Submitted.IsZero() {
			out = c.offer(out, a.Sitting.ID, "Assessment of "+c.Clock().Date(a.Submitted), certificate.Choice{Sitting: a.Sitting.ID})
		}
	}
	for _, a := range c.record.history.Attended() {
		out = c.offer(out, a.Session, "Session attended on "+c.Clock().Date(a.Held), certificate.Choice{Session: a.Session})
	}
	for _, p := range c.periods() {
		out = c.offer(out, p.name, p.title, certificate.Choice{From: p.from, To: c.Clock().Now()})
	}
	return out
}

// period is a stretch of time up to now.
type period struct {
	name, title string
	from        time.Time
}

// periods are those that certificates are usually wanted for.
func (c *Certificates) periods() []period {
	clock := c.Clock()
	now := clock.Now()
	y, m, d := now.Date()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, now.Location()) }
	month := day(y, m-1, d)
	if month.Month() == m { // the month before is shorter
		month = day(y, m, 0)
	}
	all := []period{{"month", "The last month", month}, {"year", "The last twelve months", day(y-1, m, d)}}
	if first, _, ok := certificate.SchemeYear(c.profile.Learner().Reader(), now); ok {
		all = append(all, period{"scheme-year", "This scheme year, since " + clock.Date(first), first})
	}
	return append(all, period{"all", "Everything since you began", c.Began()})
}

// Began is when the earliest answer was given or the earliest session attended, in the zone of the Clock; now when there is neither. The record's
// order is not that of time where a clock was wrong or records were merged.
func (c *Certificates) Began() time.Time {
	now := c.Clock().Now()
	first := now
	for _, a := range c.record.history.Answers() {
		if a.At.Before(first) {
			first = a.At
		}
	}
	for _, a := range c.record.history.Attended() {
		if a.Possible() && a.Held.Before(first) {
			first = a.Held
		}
	}
	return first.In(now.Location())
}

// offer adds work to a list if there is anything in it.
func (c *Certificates) offer(to []Certifiable, name, title string, choice certificate.Choice) []Certifiable {
	work, err := c.Gather(choice)
	if err != nil {
		return to
	}
	work.Name, work.Title = name, title
	return append(to, work)
}

// Gather takes the work of a choice from the record.
func (c *Certificates) Gather(choice certificate.Choice) (Certifiable, error) {
	choice.Zone = c.Clock().Now().Location()
	work, err := certificate.Gather(c.record.history, c.library.pack.Bank, choice)
	return Certifiable{Name: cmp.Or(choice.Sitting, choice.Session), Choice: choice, Work: work}, err
}

// Nothing says that there is nothing to certify, and how there comes to be something. Certificates have to be Ready.
func (c *Certificates) Nothing() string {
	if why := c.Uncertifiable(); why != "" {
		return why
	}
	if !c.isSet() {
		return "There is nothing to certify yet: practise, and come back. " + c.NotSet() + " A certificate of a period needs none."
	}
	return "There is nothing to certify yet: practise, or sit an assessment, and come back."
}

// NotSet says that no assessment is set for the learner's role where the learner practises; "" where one is.
func (c *Certificates) NotSet() string {
	if c.isSet() {
		return ""
	}
	return "No assessment is set for your role in " + guidance.The(c.profile.Learner().Jurisdiction) + "."
}

// Uncertifiable says why nothing can be certified though there are answers: they belong to an assessment that is open, or their
// marks can't be right. It is "" where something can, or nothing was answered.
func (c *Certificates) Uncertifiable() string {
	if len(c.record.history.Answers()) == 0 {
		return ""
	}
	now := c.Clock().Now()
	if _, err := c.Gather(certificate.Choice{From: c.Began(), To: now}); err != nil {
		return prose.Worded(err)
	}
	return ""
}

// Evidence is what work amounts to.
func (c *Certificates) Evidence(of Certifiable) certificate.Evidence {
	of.Work.OwnCopies = c.copies.all.owned()
	return certificate.Weigh(of.Work, c.library.pack, c.profile.Learner().Reader())
}

// Make joins work with what the learner filled in. An error is a certificate.FieldError.
func (c *Certificates) Make(of Certifiable, own certificate.Own) (certificate.Certificate, error) {
	if f := own.Facilitated; f != nil && f.Size == 0 && of.Work.Size > 0 { // the session's record has it
		own.Facilitated = &certificate.Facilitated{Facilitator: f.Facilitator, Place: f.Place, Size: of.Work.Size}
	}
	return certificate.Make(c.Evidence(of), own, c.profile.Learner().Reader(), c.program)
}
