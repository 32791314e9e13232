package certificate

import (
	tea "charm.land/bubbletea/v2"

	"probity/guidance/text"
	domain "probity/progress/certificate"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
)

// pastes is the choice of fields for a portfolio among the formats.
const pastes = "txt"

// startPaste lists what goes into a portfolio's fields.
func (c *Screen) startPaste() tea.Cmd {
	if _, err := c.tutor.Certificates.Make(c.chosen, c.draft.Own); err != nil {
		c.stage = filling
		return c.refused(err)
	}
	c.stage = pasting
	c.fields.SetPlace(0)
	c.fillFields()
	return nil
}

// fillFields lists the fields, each with the beginning of what goes into it.
func (c *Screen) fillFields() {
	if c.stage != pasting || c.frame.Theme == nil {
		return
	}
	cert, err := c.tutor.Certificates.Make(c.chosen, c.draft.Own)
	if err != nil {
		return
	}
	var items []list.Item[domain.Pasted]
	for _, p := range cert.Paste() {
		items = append(items, list.Item[domain.Pasted]{Text: p.Field, Note: text.Line(p.Text), Value: p})
	}
	says := "Enter copies a field, to be pasted into the one of its kind. probity certificate --paste prints them all."
	c.fields.SetIntro("\n" + pane.Hang("  ", says, pane.Measure(c.frame.Width), c.frame.Theme.Title))
	c.fields.SetItems(items)
}
