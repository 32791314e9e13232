package certificate

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	domain "probity/progress/certificate"
	"probity/progress/privacy"
	"probity/tui/parts/editor"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// field is a line of the form: one of the learner's own fields, or something that can be done.
type field struct {
	tutor.CertificateField
	act  func(*Screen) tea.Cmd // for a line that does something instead
	does string                // what that is, as keys say it
}

// Caret is where the next letter goes.
func (c *Screen) Caret() (x, y int, ok bool) { return c.editor.Caret() }

// open fills a field in, or does what the line is for.
func (c *Screen) open(f field) (cmd tea.Cmd) {
	if f.act != nil {
		return f.act(c)
	}
	c.editing = f
	c.editor, cmd = editor.New(c.env, c.frame, editor.Options{
		Heading: f.Name, Prompt: f.Prompt, Line: f.Line, Value: f.Get(c.draft.Own), Limit: f.Limit(), TooLong: tutor.FieldTooLong,
		Esc:   c.tutor.Certificates.BackFromField(),
		Check: func(value string) error { own := c.draft.Own; return f.Set(&own, strings.TrimSpace(value)) },
	})
	return cmd
}

// write is a message while a field is filled in. What is written is kept however it is left, and beside the record too: quitting loses nothing.
// What the field can't hold is refused there, and stays to be mended until the learner goes back from it twice.
func (c *Screen) write(msg tea.Msg) tea.Cmd {
	done, cmd := c.editor.Update(msg)
	if done == editor.Writing {
		return cmd
	}
	value := strings.TrimSpace(c.editor.Value())
	if done == editor.Left && value == strings.TrimSpace(c.editing.Get(c.draft.Own)) {
		c.editor = nil
		return nil
	}
	if err := c.take(value); err != nil && !c.confirm.Sure("leave", prose.Sentence(err)+" Esc again leaves it as it was.") {
		return nil
	}
	c.editor = nil
	c.fillForm()
	return nil
}

// take puts what was written into the draft, and the draft on its way to the disk.
func (c *Screen) take(value string) error {
	if err := c.editing.Set(&c.draft.Own, strings.TrimSpace(value)); err != nil {
		return err
	}
	c.kept = c.draft
	c.tutor.Certificates.KeepDraft(c.draft)
	return nil
}

// refused says why a certificate can't be made, and goes to the field that is in the way.
func (c *Screen) refused(err error) tea.Cmd {
	var wrong *domain.FieldError
	if errors.As(err, &wrong) {
		c.form.Seek(func(f field) bool { return f.Is == wrong.Field })
	}
	return c.env.Failed(err)
}

// fillForm lays the form out: what the evidence amounts to, the fields with what is in them, and what could lead to a patient.
func (c *Screen) fillForm() {
	if c.frame.Theme == nil || c.stage == choosing {
		return
	}
	var items []list.Item[field]
	for i, f := range tutor.CertificateFields(c.draft.Own) {
		value := f.Get(c.draft.Own)
		note := prose.Line(value)
		if value == "" {
			note = "–"
		}
		if found := privacy.Look(value); len(found) > 0 && !f.Line {
			note = "! could lead to a patient: " + prose.Line(found[0].Text)
		}
		item := list.Item[field]{Text: f.Name, Note: note, Brief: true, Value: field{CertificateField: f}}
		if i == 0 {
			item.Heading = "Yours to check and fill in"
		}
		items = append(items, item)
	}
	if n := c.tutor.Certificates.Quotable(c.chosen); n > 0 && c.draft.Own.Reflection.SoWhat == "" {
		items = append(items, list.Item[field]{
			Text: "Use what you wrote", Note: prose.Count(float64(n), "reflection") + ", to edit under So what?", Brief: true, Value: field{act: (*Screen).quote, does: "use it"},
		})
	}
	items = append(items,
		list.Item[field]{Heading: "When it is ready", Key: "v", Text: "Preview", Value: field{act: (*Screen).startPreview, does: "preview"}},
		list.Item[field]{Key: "x", Text: "Export", Value: field{act: (*Screen).startExport, does: "export"}})
	c.form.SetItems(items)
	c.form.SetIntro(c.summary())
}

// quote takes what was written at the time into the draft.
func (c *Screen) quote() tea.Cmd {
	c.draft = c.tutor.Certificates.Quoting(c.chosen, c.draft)
	c.kept = c.draft
	c.fillForm()
	c.form.Seek(func(f field) bool { return f.Name == tutor.SoWhat })
	said := tutor.Quoted
	if advice := privacy.Advise(c.draft.Own.Reflection.SoWhat); advice != "" {
		said = advice
	}
	c.tutor.Certificates.KeepDraft(c.draft)
	return c.env.Notice(said)
}

// letGo begins the form anew where what it was begun with has been erased, in another window: nothing here shows, keeps or copies that any more.
func (c *Screen) letGo() tea.Cmd {
	if c.stage == choosing || !c.tutor.Certificates.QuotesErased(c.draft) {
		return nil
	}
	c.draft = c.tutor.Certificates.StartDraft(c.chosen, c.draft)
	c.kept, c.stage, c.editor = c.draft, filling, nil
	c.fillForm()
	return c.env.Notice(tutor.WordsErased)
}

// summary is what the evidence amounts to.
func (c *Screen) summary() string {
	th, width, e := c.frame.Theme, pane.Measure(c.frame.Width), c.evidence
	text := "\n" + pane.Hang("  ", tutor.Amounts(e), width, th.Title) + "\n" + pane.Hang("  ", tutor.ReliedOn(e), width, th.Faint)
	for _, line := range c.chosen.LeftOut() {
		text += "\n" + pane.Hang("  ", prose.Line(line), width, th.Warn)
	}
	return text
}
