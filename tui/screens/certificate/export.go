package certificate

import (
	"cmp"
	"errors"
	"strconv"

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
		if format == tutor.Pastes {
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
	if format == tutor.Pastes {
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
	return c.env.Notice(tutor.Exported(e).Said())
}

// fillFormats lists the media, and says before a PDF is made what its typeface can't show.
func (c *Screen) fillFormats() {
	if c.stage != exporting || c.frame.Theme == nil {
		return
	}
	c.formats.SetIntro("\n" + pane.Hang("  ", c.tutor.Certificates.WrittenWhere(), pane.Measure(c.frame.Width), c.frame.Theme.Title))
	var items []list.Item[string]
	for i, m := range tutor.Media() {
		if m.Format == "pdf" {
			m.Note = cmp.Or(c.letters, m.Note)
		}
		items = append(items, list.Item[string]{Key: strconv.Itoa(i + 1), Text: m.Name, Note: m.Note, Value: m.Format})
	}
	c.formats.SetItems(items)
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
	c.letters = tutor.Letters(l).Note()
	c.fillFormats()
}
