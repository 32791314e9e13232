package linear

import (
	"errors"
	"fmt"
	"strings"

	"probity/progress/certificate"
	"probity/progress/paper"
	"probity/progress/privacy"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Certify leads through a certificate, and leaves the tutor. The error is a fault of saving or writing.
func (c *Console) Certify(t *tutor.Tutor) error { return errors.Join(c.certifying(t), c.leave(t)) }

// certifying is where certificates are made: what they can be made for as lines, and why for nothing else.
func (c *Console) certifying(t *tutor.Tutor) error {
	read := t.Certificates.ReadDraft().Do()
	if read.Err != nil {
		c.say("%s", prose.Sentence(read.Err))
	}
	if len(t.Certificates.Certifiables()) == 0 {
		c.say("%s", t.Certificates.Nothing())
		return c.fault()
	}
	c.say("A certificate is a record of your learning, for your appraisal folder.")
	if not := t.Certificates.NotSet(); not != "" {
		c.say("%s A certificate of a period needs none.", not)
	}
	if _, open := t.Assessments.Unfinished(); open {
		c.say("The assessment that is open is in none of them until it is handed in.")
	}
	kept := read.Draft
	return c.browse("What you can have a certificate for", "", func() (all []Choice) {
		t.CatchUp()
		for _, work := range t.Certificates.Certifiables() {
			all = append(all, Choice{work.Title, tutor.Amounts(t.Certificates.Evidence(work)), func() error {
				f := form{console: c, tutor: t, work: work, kept: kept}
				err := f.fill()
				kept = f.kept
				return err
			}})
		}
		return all
	})
}

// form is one certificate on its way.
type form struct {
	console *Console
	tutor   *tutor.Tutor
	work    tutor.Certifiable
	draft   certificate.Draft
	kept    certificate.Draft // as it was last kept; looking at other work leaves it alone
	agreed  string            // what was said of words that could lead to a patient, and agreed to
}

// fill says what the certificate rests on, and takes its fields, the preview and the export as lines.
func (f *form) fill() error {
	c, evidence := f.console, f.tutor.Certificates.Evidence(f.work)
	f.draft = f.tutor.Certificates.StartDraft(f.work, f.kept)
	c.say("\n%s: %s.", prose.Line(f.work.Title), tutor.Amounts(evidence))
	c.say("%s", tutor.ReliedOn(evidence))
	if thin := evidence.Thin(); thin != "" {
		c.say("The certificate will say: %s", thin)
	}
	for _, line := range f.work.LeftOut() {
		c.say("%s", prose.Line(line))
	}
	return c.browse("Yours to check and fill in", "", func() (all []Choice) {
		f.letGo()
		for _, field := range tutor.CertificateFields(f.draft.Own) {
			all = append(all, Choice{field.Name, f.stands(field), func() error { return f.take(field) }})
		}
		if n := f.tutor.Certificates.Quotable(f.work); n > 0 {
			all = append(all, Choice{"Use what you wrote", prose.Count(float64(n), "reflection") + f.quotes(), f.quote})
		}
		return append(all,
			Choice{"Preview", "what you did and what you say of it, as it will read", func() error { return f.preview(false) }},
			Choice{"Behind it", "the guidance, what it is filed under, this record, as they will read", func() error { return f.preview(true) }},
			Choice{"Export", "to a file, or field by field for a portfolio", f.export})
	})
}

// letGo begins the form anew where what it was begun with has been erased, in another window.
func (f *form) letGo() {
	f.tutor.CatchUp()
	if f.tutor.Certificates.QuotesErased(f.draft) {
		f.draft = f.tutor.Certificates.StartDraft(f.work, f.draft)
		f.kept = f.draft
		f.console.say("%s", tutor.WordsErased)
	}
}

// stands is what is in a field, in a line.
func (f *form) stands(field tutor.CertificateField) string {
	value := field.Get(f.draft.Own)
	found := privacy.Look(value)
	switch {
	case value == "":
		return "empty"
	case len(found) > 0 && !field.Line:
		return closed(begins(value)) + " “" + found[0].Text + "” could lead to a patient"
	case field.Is == "hours":
		return prose.Count(f.draft.Own.Hours, "hour")
	}
	return begins(value)
}

// take has a field filled in. What it can't hold is refused, and asked for again.
func (f *form) take(field tutor.CertificateField) error {
	c, now := f.console, field.Get(f.draft.Own)
	if !field.Line {
		return f.write(field, now)
	}
	question := field.Name + ". " + field.Prompt
	if now != "" {
		question += " An empty line leaves it as it is, a hyphen empties it."
	}
	for {
		value, r := c.field(question, now, fmt.Sprintf("It holds %d characters. A hyphen empties it.", field.Limit()))
		switch {
		case r != given || value == now:
			return c.fault()
		case value == "-":
			value = ""
		}
		if f.keep(field, value) {
			if own := f.draft.Own; field.Is == "hours" && f.tutor.Certificates.Evidence(f.work).FarBelow(own.Hours) {
				c.say("A claim of %s is far more than was measured, and the certificate will say so. Say in your reflection what the rest was spent on.", prose.Count(own.Hours, "hour"))
			}
			return c.fault()
		}
	}
}

// write has a field of several lines written: at first, or below or in place of what is there.
func (f *form) write(field tutor.CertificateField, now string) error {
	c, asks := f.console, closed(field.Name)+" "+field.Prompt
	anew := func(there string) error {
		c.say("%s", asks)
		c.say("Write it, without anything that could identify a patient. %s", endsIt)
		text, r := c.written(asks, there)
		if r != given && there == "" && now != "" { // it was not ended: what is there is not given up for the beginning of another
			text = strings.Trim(now+"\n"+text, "\n")
		}
		if text != "" && text != now {
			f.keep(field, text)
		}
		return c.fault()
	}
	if now == "" {
		return anew("")
	}
	c.say("\n%s\n%s", asks, now)
	return c.browse("", "", func() []Choice {
		if field.Get(f.draft.Own) != now {
			return nil
		}
		return []Choice{
			{"Write more", "it goes below", func() error { return anew(now) }},
			{"Write it anew", "in place of this", func() error { return anew("") }},
			{"Empty it", "asks before it does", func() error {
				if c.Confirm("Empty it? What is written here is gone then.") {
					f.keep(field, "")
				}
				return c.fault()
			}},
		}
	})
}

// keep puts a value into the draft, and the draft on its way to the disk; false where the field can't hold it, which is said.
func (f *form) keep(field tutor.CertificateField, value string) bool {
	c := f.console
	if fits, cut := field.Fitting(value); cut {
		c.say(tutor.FieldTooLong)
		value = fits
	}
	if err := field.Set(&f.draft.Own, value); err != nil {
		c.say("%s", prose.Sentence(err))
		return false
	}
	f.hold()
	return true
}

// hold keeps the draft as it is.
func (f *form) hold() {
	f.kept = f.draft
	f.tutor.Certificates.KeepDraft(f.draft)
	f.console.keep(f.tutor)
}

// quotes says where what was written at the time would stand.
func (f *form) quotes() string {
	switch there := f.draft.Own.Reflection.SoWhat; {
	case there == "":
		return ", to edit under So what?"
	case f.tutor.Certificates.Quoting(f.work, f.draft).Own.Reflection.SoWhat == there:
		return ", under So what? already"
	}
	return ", to go below what you have under So what?"
}

// quote takes what was written at the time into the draft.
func (f *form) quote() error {
	quoting := f.tutor.Certificates.Quoting(f.work, f.draft)
	if quoting.Own == f.draft.Own {
		f.console.say("What you wrote at the time is under So what? already.")
		return nil
	}
	f.console.say("%s", tutor.Quoted)
	if advice := privacy.Advise(quoting.Own.Reflection.SoWhat); advice != "" {
		f.console.say("%s", prose.Line(advice))
	}
	f.draft.From = quoting.From
	for _, field := range tutor.CertificateFields(f.draft.Own) {
		if field.Name == tutor.SoWhat {
			f.keep(field, quoting.Own.Reflection.SoWhat)
		}
	}
	return nil
}

// refused says why a certificate can't be made, and takes the field that is in the way.
func (f *form) refused(err error) error {
	f.console.say("%s", prose.Sentence(err))
	var wrong *certificate.FieldError
	if errors.As(err, &wrong) {
		for _, field := range tutor.CertificateFields(f.draft.Own) {
			if field.Is == wrong.Field {
				return f.take(field)
			}
		}
	}
	return nil
}

// preview says the certificate as it will read, or what it rests on.
func (f *form) preview(restsOn bool) error {
	cert, err := f.tutor.Certificates.Make(f.work, f.draft.Own)
	if err != nil {
		return f.refused(err)
	}
	said, behind := cert.Sheets()
	if restsOn {
		said = behind
	}
	f.console.say("\n%s", paper.Plain(paper.Document{Blocks: said}))
	return nil
}
