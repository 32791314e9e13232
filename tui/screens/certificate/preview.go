package certificate

import (
	tea "charm.land/bubbletea/v2"

	"probity/progress/paper"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// startPreview shows the whole as it will read.
func (c *Screen) startPreview() tea.Cmd {
	if _, err := c.tutor.Certificates.Make(c.chosen, c.draft.Own); err != nil {
		return c.refused(err)
	}
	c.stage = previewing
	c.drawPreview()
	c.preview.ToTop()
	return nil
}

// startExport asks for the medium, once the certificate can be made.
func (c *Screen) startExport() tea.Cmd {
	cert, err := c.tutor.Certificates.Make(c.chosen, c.draft.Own)
	if err != nil {
		return c.refused(err)
	}
	c.stage = exporting
	ask := c.askForLetters(cert)
	c.fillFormats()
	if ask != nil {
		c.formats.Seek(func(format string) bool { return format == "html" })
	}
	return ask
}

func (c *Screen) drawPreview() {
	if c.stage != previewing {
		return
	}
	cert, err := c.tutor.Certificates.Make(c.chosen, c.draft.Own)
	if err != nil {
		return
	}
	text := prose.FromMarkdown(string(paper.Markdown(cert.Paper())))
	c.preview.Set("\n" + pane.Indent(c.env.Markdown.Render(text, pane.Measure(c.frame.Width)-2, c.frame.Theme), 2))
}

// look is a key press on the preview.
func (c *Screen) look(msg tea.KeyPressMsg) tea.Cmd {
	if keymap.Is(msg, keymap.Export()) {
		return c.startExport()
	}
	c.preview.Browse(msg)
	return nil
}
