package linear

import (
	"probity/progress/certificate"
	"probity/progress/privacy"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// export lists the media, once the certificate can be made.
func (f *form) export() error {
	c := f.console
	cert, err := f.tutor.Certificates.Make(f.work, f.draft.Own)
	if err != nil {
		return f.refused(err)
	}
	letters := f.tutor.Certificates.Letters(cert).Do().Note()
	c.say("\n%s", f.tutor.Certificates.WrittenWhere())
	return c.browse("Export as", "", func() (all []Choice) {
		for _, m := range tutor.Media() {
			if m.Format == "pdf" && letters != "" {
				m.Note = letters
			}
			all = append(all, Choice{m.Name, m.Note, func() error { return f.exportAs(m.Format) }})
		}
		return all
	})
}

// exportAs writes the certificate to a file, or says its fields for a portfolio, once it is said which words in it could lead to a patient.
func (f *form) exportAs(format string) error {
	c := f.console
	if advice := privacy.Advise(f.draft.Own.Words()...); advice != "" && advice != f.agreed {
		c.say("%s", prose.Line(advice))
		if !c.Confirm("Export it with these words all the same?") {
			return nil
		}
		f.agreed = advice
	}
	cert, err := f.tutor.Certificates.Make(f.work, f.draft.Own)
	if err != nil {
		return f.refused(err)
	}
	export := tutor.Export{Certificate: cert, From: f.draft.From, Format: format}
	if format == tutor.Pastes {
		export.Path = "-" // it is said here
	}
	done := f.tutor.Certificates.Export(export).Do()
	if done.Err != nil {
		return done.Err
	}
	if done.File == nil {
		c.say("%s", done.Said())
	}
	if err := f.tutor.Flush(); err != nil {
		c.say("%s", f.tutor.WhyUnsaved(err))
	}
	c.notices(f.tutor)
	if done.File != nil {
		return c.pastes(cert)
	}
	return nil
}

// pastes lists the fields of a portfolio's form; one that is chosen is said alone, to be copied.
func (c *Console) pastes(cert certificate.Certificate) error {
	return c.browse("Field by field: one that is chosen is said alone, to be copied", "", func() (all []Choice) {
		for _, p := range cert.Paste() {
			all = append(all, Choice{p.Field, begins(p.Text), func() error {
				c.say("\n%s\n", p.Text)
				return nil
			}})
		}
		return all
	})
}
