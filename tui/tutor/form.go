// The form of a certificate: what the learner fills in, what it can hold, and what is said of it.

package tutor

import (
	"math"
	"strconv"
	"strings"

	"probity/guidance/text"
	"probity/progress/certificate"
	"probity/tui/prose"
)

// CertificateField is one of the learner's own fields.
type CertificateField struct {
	Name   string
	Is     string // what a certificate.FieldError calls it
	Prompt string // what it is for
	Line   bool   // one line; several otherwise
	Get    func(certificate.Own) string
	Set    func(*certificate.Own, string) error // its error says why the field can't hold a text
}

// Limit is how many characters it can hold.
func (f CertificateField) Limit() int {
	const line, text = 200, 8000
	if f.Line {
		return line
	}
	return text
}

// Fitting is a text as far as the field holds it; cut reports whether there was more.
func (f CertificateField) Fitting(value string) (fits string, cut bool) {
	if runes := []rune(value); len(runes) > f.Limit() {
		return string(runes[:f.Limit()]), true
	}
	return value, false
}

// FieldTooLong is said when a text was cut.
const FieldTooLong = "That was too long, and the rest was left out."

// CertificateFields are the fields as the form has them: those of a facilitated session once it has a facilitator.
func CertificateFields(own certificate.Own) []CertificateField {
	all := ownFields()
	if own.Facilitated != nil {
		all = append(all, sessionFields()...)
	}
	return all
}

// SoWhat is the field that what was written at the time is offered for.
const SoWhat = "So what?"

// ownFields are the learner's own. Some begin with what the record has: what was worked through, and what was written at the time.
func ownFields() []CertificateField {
	text := func(name, is, prompt string, line bool, of func(*certificate.Own) *string) CertificateField {
		get := func(o certificate.Own) string { return *of(&o) }
		set := func(o *certificate.Own, v string) error { *of(o) = v; return nil }
		return CertificateField{Name: name, Is: is, Prompt: prompt, Line: line, Get: get, Set: set}
	}
	return []CertificateField{
		text("Name", "name", "As it should stand on the certificate.", true, func(o *certificate.Own) *string { return &o.Name }),
		text("Registration number", "registration", "Your own, with your regulator, if you like.", true, func(o *certificate.Own) *string { return &o.Registration }),
		{
			Name: "Hours claimed", Is: "hours", Prompt: "The time you put in, reading and thinking included. The active time that was measured is shown apart.", Line: true,
			Get: func(o certificate.Own) string { return hoursSaid(o.Hours) }, Set: SetHours,
		},
		text("What?", "what", "What happened: what did you work through, and what did you think before?", false, func(o *certificate.Own) *string { return &o.Reflection.What }),
		text(SoWhat, "so what", "What does it mean for you and for those you care for?", false, func(o *certificate.Own) *string { return &o.Reflection.SoWhat }),
		text("What next?", "now what", "What do you still need to learn, and how will you go about it?", false, func(o *certificate.Own) *string { return &o.Reflection.NowWhat }),
		text("Intended change", "change", "What will you do differently, and by when?", false, func(o *certificate.Own) *string { return &o.Change }),
		{
			Name: "Facilitated by", Is: "facilitator", Prompt: "Who led the session; leave it empty for self-study.", Line: true,
			Get: func(o certificate.Own) string { return ledIn(o).Facilitator }, Set: func(o *certificate.Own, v string) error {
				if v == "" {
					o.Facilitated = nil
					return nil
				}
				leading(o, func(f *certificate.Facilitated) { f.Facilitator = v })
				return nil
			},
		},
	}
}

// sessionFields are the fields of a facilitated session, shown once it has a facilitator.
func sessionFields() []CertificateField {
	return []CertificateField{
		{
			Name: "Place", Is: "place", Prompt: "Where the session was.", Line: true, Get: func(o certificate.Own) string { return ledIn(o).Place },
			Set: func(o *certificate.Own, v string) error {
				leading(o, func(f *certificate.Facilitated) { f.Place = v })
				return nil
			},
		},
		{
			Name: "Group size", Is: "group size", Prompt: "How many took part.", Line: true,
			Get: func(o certificate.Own) string { return strings.TrimPrefix(strconv.Itoa(ledIn(o).Size), "0") },
			Set: func(o *certificate.Own, v string) error {
				n, err := strconv.Atoi(v)
				if err != nil {
					n = 0 // a size that is none
				}
				if err := certificate.CheckSize(n); err != nil {
					return err
				}
				leading(o, func(f *certificate.Facilitated) { f.Size = n })
				return nil
			},
		},
	}
}

// ledIn is the facilitated session so far; an empty one for self-study.
func ledIn(o certificate.Own) certificate.Facilitated {
	if o.Facilitated == nil {
		return certificate.Facilitated{}
	}
	return *o.Facilitated
}

// leading changes the facilitated session in a copy of its own: a draft on its way to the disk may share the earlier one.
func leading(o *certificate.Own, change func(*certificate.Facilitated)) {
	f := ledIn(*o)
	change(&f)
	o.Facilitated = &f
}

func hoursSaid(h float64) string {
	if h == 0 {
		return ""
	}
	return prose.Number(h)
}

// timed is a time as somebody writes it: "1.5", "1,5 h", "90 minutes".
var timed = text.Expression(`^(\d+(?:[.,]\d+)?|[.,]\d+) ?(h|hrs?|hours?|m|mins?|minutes?)?\.?$`)

// hoursIn is how many hours a text says; not a number where it says none.
func hoursIn(v string) float64 {
	m := timed().FindStringSubmatch(strings.ToLower(strings.TrimSpace(v)))
	if m == nil {
		return math.NaN()
	}
	n, err := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
	if err != nil {
		return math.NaN()
	}
	if strings.HasPrefix(m[2], "m") {
		n /= 60
	}
	rounded := math.Round(100*n) / 100 // as it is shown
	if rounded == 0 && n > 0 {
		return math.NaN()
	}
	return rounded
}

// SetHours takes the time claimed as somebody writes it, in hundredths of an hour; "" is none. Its errors are those of certificate.CheckHours.
func SetHours(o *certificate.Own, v string) error {
	if v == "" {
		o.Hours = 0
		return nil
	}
	h := hoursIn(v)
	if err := certificate.CheckHours(h); err != nil {
		return err
	}
	o.Hours = h
	return nil
}

// Quoted is said once what was written at the time is in the draft.
const Quoted = "What you wrote at the time stands under So what? now: edit it there, or empty it."

// WordsErased is said where a form begins anew because of that: its words are not shown, kept or copied any more.
const WordsErased = "A reflection that these words began with has been erased in another window, so they are gone here too. What is below begins anew."
