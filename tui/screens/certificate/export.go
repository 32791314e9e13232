package certificate

import (
	"cmp"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	domain "probity/progress/certificate"
	"probity/progress/paper"
	"probity/progress/privacy"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// export writes the certificate to a file where the program runs, or lists its fields for a portfolio, once it is said which words in it could
// lead to a patient.
func (c *Screen) export(format string) tea.Cmd {
	if advice := privacy.Advise(c.draft.Own.Words()...); advice != "" && advice != c.advised {
		c.advised = advice
		does := "writes the file"
		if format == pastes {
			does = "lists the fields"
		}
		if !c.confirm.Sure(advice, advice+" The same key again "+does+"; esc goes back to your words.") {
			return nil
		}
	}
	cert, err := c.tutor.Certificates.Make(c.chosen, c.draft.Own)
	if err != nil {
		c.stage = filling
		return c.refused(err)
	}
	export := tutor.Export{Certificate: cert, From: c.draft.From, Format: format}
	if format == pastes {
		export.Path = "-" // it is copied from the screen
	}
	return screen.Run(c.tutor.Certificates.Export(export), func(e tutor.Exported) tea.Msg { return exportedMsg(e) })
}

func (c *Screen) exported(e exportedMsg) tea.Cmd {
	if e.Err != nil {
		return c.env.Failed(e.Err)
	}
	if e.File != nil {
		c.startPaste()
		return nil
	}
	return c.env.Notice(fmt.Sprintf("Written to %s, in %s.", e.Path, e.Folder))
}

// fillFormats lists the media, and says before a PDF is made what its typeface can't show.
func (c *Screen) fillFormats() {
	if c.stage != exporting || c.frame.Theme == nil {
		return
	}
	pdf := cmp.Or(c.letters, "for the appraisal folder; can be verified")
	says := "It is written to " + c.tutor.Certificates.Here() + ", for you alone until you pass it on."
	c.formats.SetIntro("\n" + pane.Hang("  ", says, pane.Measure(c.frame.Width), c.frame.Theme.Title))
	c.formats.SetItems([]list.Item[string]{
		{Key: "1", Text: "PDF", Note: pdf, Value: "pdf"},
		{Key: "2", Text: "HTML", Note: "a page for a browser; can be verified", Value: "html"},
		{Key: "3", Text: "Markdown", Note: "plain text; cannot be verified", Value: "md"},
		{Key: "4", Text: "For a portfolio", Note: "its fields, each to be copied by itself", Value: pastes},
		{Key: "5", Text: "JSON", Note: "for another program; can be verified", Value: "json"},
		{Key: "6", Text: "Credential", Note: "for a wallet or an institution's system; can be verified", Value: tutor.Credential},
	})
}

// askForLetters finds out what a PDF would lose, or show in a typeface of this computer. Until that is known it says what it looks for.
func (c *Screen) askForLetters(cert domain.Certificate) tea.Cmd {
	var missing *paper.MissingError
	if c.letters = ""; !errors.As(paper.Missing(cert.Paper()), &missing) {
		return nil
	}
	c.letters = "looking for a typeface that shows " + missing.Named()
	return screen.Run(c.tutor.Certificates.Letters(cert), func(l tutor.Letters) tea.Msg { return lettersMsg(l) })
}

// lettered takes the answer, where it is still asked for.
func (c *Screen) lettered(l lettersMsg) {
	c.letters = tutor.Letters(l).Says()
	if c.letters != "" && l.Lost == nil {
		c.letters += "; its page can't be verified, HTML's can"
	}
	c.fillFormats()
}
