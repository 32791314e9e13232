package certificate

import (
	"probity/guidance/text"
	domain "probity/progress/certificate"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
)

// startPaste lists what goes into a portfolio's fields, where they are still asked for.
func (c *Screen) startPaste() {
	if c.stage != exporting {
		return
	}
	c.stage = pasting
	c.fields.SetPlace(0)
	c.fillFields()
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
