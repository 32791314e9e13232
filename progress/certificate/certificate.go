// Package certificate makes the record of learning that a clinician shows at appraisal: it gathers the evidence from the
// record, joins it with what only the learner knows, and puts it on paper as PDF, HTML, Markdown and signed JSON. It reads
// no clock: the same record and the same fields give the same bytes.
package certificate

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance"
	"probity/guidance/text"
)

// Statement is what every certificate says of itself.
const Statement = "Self-attested record. Not accredited, not invigilated, not endorsed by the GMC, BMA, Medical Council or " +
	"Medical Protection."

// Own is what only the learner knows.
type Own struct {
	Name         string       `json:"name" toml:"name"`
	Registration string       `json:"registration,omitempty" toml:"registration"` // the learner's own number with their regulator
	Hours        float64      `json:"claimed_hours" toml:"hours"`                 // 0 when none are claimed
	Reflection   Reflection   `json:"reflection" toml:"reflection"`
	Change       string       `json:"intended_change,omitempty" toml:"change"`
	Facilitated  *Facilitated `json:"facilitated,omitempty" toml:"facilitated"` // nil for self-study
}

// Words are what the learner wrote in sentences.
func (o Own) Words() []string {
	return []string{o.Reflection.What, o.Reflection.SoWhat, o.Reflection.NowWhat, o.Change}
}

// Reflection is in the learner's own words, under the three headings.
type Reflection struct {
	What    string `json:"what,omitempty" toml:"what"`
	SoWhat  string `json:"so_what,omitempty" toml:"so_what"`
	NowWhat string `json:"now_what,omitempty" toml:"now_what"`
}

// Facilitated says who led the session, where, and for how many.
type Facilitated struct {
	Facilitator string `json:"facilitator" toml:"facilitator"`
	Place       string `json:"place" toml:"place"`
	Size        int    `json:"group_size" toml:"size"`
}

// Certificate is everything that a certificate says: the payload that is signed.
type Certificate struct {
	Schema       int         `json:"schema"`
	Program      string      `json:"program"`        // what made it, with its version
	Number       string      `json:"number"`         // of this certificate, from its content
	Role         string      `json:"role,omitempty"` // in words; "" when it is not known, as of those on a list of names
	Jurisdiction string      `json:"jurisdiction"`
	Own          Own         `json:"learner"`
	Evidence     Evidence    `json:"evidence"`
	Suggestion   *Suggestion `json:"suggestion,omitempty"`        // nil where nothing is suggested, and in earlier certificates
	Note         string      `json:"note,omitempty"`              // what else the scheme of the reader has to say
	Credits      *float64    `json:"suggested_credits,omitempty"` // of earlier certificates, as is the next
	Norm         string      `json:"norm,omitempty"`
	Statement    string      `json:"statement"`
	Key          string      `json:"key,omitempty"`         // the number of the key it is signed with
	Institution  string      `json:"institution,omitempty"` // whose key that says it is
}

// Forms that certificates have, or had.
const (
	schemaNumber = 3 // what is suggested rests on the time measured alone, and says when its rule was checked
	sharesSchema = 2 // scores have their shares by format, and say by which rule they are worked out
	rawSchema    = 1 // scores are of raw marks alone
)

// Limits of what a learner may write, in characters, and in lines.
const (
	nameLimit = 200
	textLimit = 20_000
	lineLimit = 200
)

// FieldError says what is wrong with a field that the learner filled in.
type FieldError struct {
	Field    string // "name", "registration", "hours", "what", "so what", "now what", "change", "facilitator", "place" or "group size"
	sentence string
}

// Error names the field and what is wrong.
func (e *FieldError) Error() string { return "reading the field " + e.Field + ": " + e.sentence }

// Message says it to a clinician.
func (e *FieldError) Message() string { return e.sentence }

// Make joins the evidence with the learner's own fields. program is the name and version of the program. The error is a
// FieldError.
func Make(e Evidence, own Own, reader guidance.Reader, program string) (Certificate, error) {
	own = tidy(own)
	if err := cmp.Or(check(own), checkWritten(own)); err != nil {
		return Certificate{}, err
	}
	c := Certificate{
		Schema: schemaNumber, Program: program, Role: reader.Role.Name(), Jurisdiction: string(reader.Jurisdiction), Own: own, Evidence: e,
		Statement: Statement,
	}
	scheme := c.scheme()
	c.Suggestion, c.Note = scheme.suggest(e.Minutes), scheme.Note
	payload, err := c.payload()
	if err != nil {
		return Certificate{}, err
	}
	c.Number = number(payload)
	return c, nil
}

// scheme is what holds for the holder on the last day of the work.
func (c Certificate) scheme() scheme {
	return schemeOf(c.Jurisdiction, c.Role, date(c.Evidence.Activity.To))
}

// earlier reports whether a certificate is of an earlier form.
func (c Certificate) earlier() bool { return c.Schema < schemaNumber }

// number names a certificate by its content, in letters that can't be mistaken for one another.
func number(content []byte) string {
	sum := sha256.Sum256(content)
	s := base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding).EncodeToString(sum[:])
	return fmt.Sprintf("P-%s-%s-%s", s[:4], s[4:8], s[8:12])
}

// tidy takes away the space around what was typed, line breaks where one line is meant, and what acts or hides.
func tidy(own Own) Own {
	lines := []*string{&own.Name, &own.Registration}
	if own.Facilitated != nil {
		f := *own.Facilitated
		own.Facilitated = &f
		lines = append(lines, &f.Facilitator, &f.Place)
	}
	for _, s := range lines {
		*s = text.Line(*s)
	}
	for _, s := range []*string{&own.Reflection.What, &own.Reflection.SoWhat, &own.Reflection.NowWhat, &own.Change} {
		*s = strings.TrimSpace(text.Block(*s))
	}
	own.Hours = rounded(own.Hours)
	return own
}

// entered is what a learner filled in at a field.
type entered struct{ field, called, text string }

// lines are the fields of one line.
func (o Own) lines() []entered {
	out := []entered{{"name", "The name", o.Name}, {"registration", "The registration number", o.Registration}}
	if f := o.Facilitated; f != nil {
		out = append(out, entered{"facilitator", "The facilitator's name", f.Facilitator}, entered{"place", "The place", f.Place})
	}
	return out
}

// texts are the fields of several lines.
func (o Own) texts() []entered {
	r := o.Reflection
	return []entered{
		{"what", "“What?”", r.What}, {"so what", "“So what?”", r.SoWhat}, {"now what", "“What next?”", r.NowWhat},
		{"change", "The intended change", o.Change},
	}
}

func check(own Own) error {
	long := func(s string, limit int) bool { return utf8.RuneCountInString(s) > limit }
	texts := own.texts()
	lengthy := slices.IndexFunc(texts, func(e entered) bool { return long(e.text, textLimit) })
	switch f := own.Facilitated; {
	case own.Name == "":
		return &FieldError{"name", "A certificate needs your name. It is asked for only here, and kept only in the certificate and its draft."}
	case long(own.Name, nameLimit):
		return &FieldError{"name", fmt.Sprintf("The name is longer than %d characters. Shorten it.", nameLimit)}
	case long(own.Registration, nameLimit):
		return &FieldError{"registration", "The registration number is too long. Give the number alone."}
	case CheckHours(own.Hours) != nil:
		return CheckHours(own.Hours)
	case lengthy >= 0:
		return &FieldError{texts[lengthy].field, fmt.Sprintf("%s is longer than %d characters. Shorten it.", texts[lengthy].called, textLimit)}
	case f == nil:
		return nil
	case f.Facilitator == "" || long(f.Facilitator, nameLimit):
		return &FieldError{"facilitator", "A facilitated session needs the facilitator's name, in at most 200 characters."}
	case f.Place == "" || long(f.Place, nameLimit):
		return &FieldError{"place", "A facilitated session needs the place, in at most 200 characters."}
	}
	return CheckSize(own.Facilitated.Size)
}

// checkWritten is a FieldError for what takes more pages than anybody reads, and for a letter that was lost on its way here. Earlier certificates may
// have either.
func checkWritten(own Own) error {
	tall := func(e entered) bool { return strings.Count(e.text, "\n") >= lineLimit }
	lossy := func(e entered) bool { return strings.ContainsRune(e.text, utf8.RuneError) }
	texts := own.texts()
	if i := slices.IndexFunc(texts, tall); i >= 0 {
		return &FieldError{texts[i].field, fmt.Sprintf("%s has more than %d lines. Join or shorten them.", texts[i].called, lineLimit)}
	}
	all := append(own.lines(), texts...)
	if i := slices.IndexFunc(all, lossy); i >= 0 {
		return &FieldError{all[i].field, fmt.Sprintf("%s holds \uFFFD, where a letter could not be read. Write what was meant, or take it out.", all[i].called)}
	}
	return nil
}

// CheckHours is a FieldError for hours that nobody can claim, and nil for others.
func CheckHours(hours float64) error {
	if hours >= 0 && hours <= 1000 { // and so a number
		return nil
	}
	return &FieldError{"hours", "The hours claimed should be between 0.01 and 1000, such as 1.5."}
}

// CheckSize is a FieldError for a size that no group has, and nil for others.
func CheckSize(people int) error {
	if people >= 1 && people <= 10_000 {
		return nil
	}
	return &FieldError{"group size", "A facilitated session needs the size of the group, such as 12."}
}
