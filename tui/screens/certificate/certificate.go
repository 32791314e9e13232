// Package certificate is where a certificate is made: choose the work, see what it amounts to, fill in what is the learner's
// own, look at the whole, and export it.
package certificate

import (
	"cmp"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	domain "probity/progress/certificate"
	"probity/tui/parts/confirm"
	"probity/tui/parts/editor"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock        *tutor.Clock
	Certificates *tutor.Certificates
}

// choice is what a line of the first stage stands for: work, or where there comes to be some.
type choice struct {
	work tutor.Certifiable
	to   screen.Route // nil for work
}

// Screen is the making of one certificate, stage by stage.
type Screen struct {
	screen.Up
	env   screen.Env
	tutor Parts
	frame screen.Frame
	stage stage

	work     *list.List[choice]
	form     *list.List[field]
	formats  *list.List[string]
	fields   *list.List[domain.Pasted] // for a portfolio
	preview  *pane.Pane
	chosen   tutor.Certifiable
	evidence domain.Evidence
	draft    domain.Draft // of the work chosen
	kept     domain.Draft // as it was last kept; looking at other work leaves it alone
	read     bool         // the draft that lay beside the record is known
	editor   *editor.Editor
	editing  field
	confirm  *confirm.Confirm
	advised  string // what was said last, before an export, of words that could lead to a patient: it is said once
	letters  string // what a PDF would lose, or show in another typeface; "" where there is nothing to say
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	c := &Screen{
		env: env, tutor: parts, work: list.New[choice](), form: list.New[field](), formats: list.New[string](), fields: list.New[domain.Pasted](), preview: pane.New(),
		confirm: confirm.New(env.Nav),
	}
	c.Up = c.up
	return c
}

// Title names the screen.
func (c *Screen) Title() string {
	switch c.stage {
	case filling:
		return "Certificate · " + c.chosen.Title
	case previewing:
		return "Certificate · preview"
	case exporting:
		return "Certificate · export"
	case pasting:
		return "Certificate · for a portfolio"
	}
	return "Certificate"
}

// The messages of the screen's own commands.
type (
	draftedMsg  tutor.SavedDraft
	exportedMsg tutor.Exported
	lettersMsg  tutor.Letters
)

// Open reads the draft.
func (c *Screen) Open() tea.Cmd {
	c.fillWork()
	return screen.Run(c.tutor.Certificates.ReadDraft(), func(d tutor.SavedDraft) tea.Msg { return draftedMsg(d) })
}

// Typing reports whether letters are text.
func (c *Screen) Typing() bool { return c.editor != nil }

// Filling reports whether a field is begun, and why the draft can't have it as it stands.
func (c *Screen) Filling() (begun bool, unfit error) {
	if c.editor == nil {
		return false, nil
	}
	value, own := strings.TrimSpace(c.editor.Value()), c.draft.Own
	if value == strings.TrimSpace(c.editing.Get(own)) {
		return false, nil
	}
	return true, c.editing.Set(&own, value)
}

// Close keeps what is being filled in when the program ends: quitting loses nothing. The tutor saves it as it leaves, and says what the draft
// can't have.
func (c *Screen) Close() {
	switch begun, unfit := c.Filling(); {
	case unfit != nil:
		c.tutor.Certificates.LeaveOut(c.editing.Name, unfit)
	case begun:
		_ = c.take(c.editor.Value()) // it is fit
	}
}

// Layout takes the room and the look.
func (c *Screen) Layout(f screen.Frame) {
	c.frame = f
	c.work.Layout(f)
	c.form.Layout(f)
	c.formats.Layout(f)
	c.fields.Layout(f)
	c.preview.Resize(f.Width, f.Height)
	if c.editor != nil {
		c.editor.Layout(f)
	}
	c.fillWork()
	c.fillForm()
	c.fillFormats()
	c.fillFields()
	c.drawPreview()
}

// Update takes a message.
func (c *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case draftedMsg:
		c.kept, c.read = msg.Draft, true
		if msg.Err != nil {
			return c.env.Failed(msg.Err)
		}
		return nil
	case exportedMsg:
		return c.exported(msg)
	case lettersMsg:
		c.lettered(msg)
		return nil
	case screen.ChangedMsg:
		c.fillWork()
		return c.letGo()
	}
	if c.editor != nil {
		return c.write(msg)
	}
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		return c.press(msg)
	}
	return nil
}

func (c *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch c.stage {
	case choosing:
		switch chosen, ok := c.work.Update(msg); {
		case ok && chosen.to != nil:
			return c.env.Push(chosen.to)
		case ok && c.read:
			c.choose(chosen.work)
		}
	case filling:
		if f, ok := c.form.Update(msg); ok {
			return c.open(f)
		}
	case previewing:
		return c.look(msg)
	case exporting:
		if format, ok := c.formats.Update(msg); ok {
			return c.export(format)
		}
	case pasting:
		if p, ok := c.fields.Update(msg); ok {
			return c.env.Copy("“"+p.Field+"”", p.Text)
		}
	}
	return nil
}

// choose goes on with work: its form begins with what was filled in before, or with what was written at the time.
func (c *Screen) choose(work tutor.Certifiable) {
	c.chosen, c.stage = work, filling
	c.evidence = c.tutor.Certificates.Evidence(work)
	c.draft = c.tutor.Certificates.StartDraft(work, c.kept)
	c.form.SetPlace(0)
	c.fillForm()
}

func (c *Screen) fillWork() {
	if c.frame.Theme == nil || !c.tutor.Certificates.Ready() {
		return
	}
	th, width := c.frame.Theme, pane.Measure(c.frame.Width)
	var items []list.Item[choice]
	for _, work := range c.tutor.Certificates.Certifiables() {
		items = append(items, list.Item[choice]{Text: work.Title, Note: tutor.Amounts(c.tutor.Certificates.Evidence(work)), Value: choice{work: work}})
	}
	text, also := "What do you want it for?", "\n"+pane.Hang("  ", "A record of your learning, for your appraisal folder.", width, th.Faint)
	if len(items) == 0 {
		text, also, items = c.tutor.Certificates.Nothing(), "", c.ways()
	}
	c.work.SetIntro("\n" + pane.Hang("  ", text, width, th.Title) + also)
	c.work.SetItems(items)
}

// ways lead to where there comes to be something to certify.
func (c *Screen) ways() []list.Item[choice] {
	all := []list.Item[choice]{{Key: "p", Text: "Practise", Value: choice{to: screen.ToPracticeMenu{}}}}
	if c.tutor.Certificates.NotSet() == "" {
		all = append(all, list.Item[choice]{Key: "a", Text: "Assess", Value: choice{to: screen.ToExamMenu{}}})
	}
	return all
}

// up is the part of the screen that is up.
func (c *Screen) up() screen.Part {
	switch {
	case c.editor != nil:
		return c.editor
	case c.stage == filling:
		return c.form
	case c.stage == previewing:
		return c.preview
	case c.stage == exporting:
		return c.formats
	case c.stage == pasting:
		return c.fields
	}
	return c.work
}

// Keys are the bindings that work now.
func (c *Screen) Keys() []key.Binding {
	switch {
	case c.editor != nil:
		return c.editor.Keys()
	case c.stage == filling:
		f, _ := c.form.Current()
		return c.form.Now(append(list.Keys(cmp.Or(f.does, "fill in")), keymap.Preview(), keymap.Export(), keymap.Back()))
	case c.stage == previewing:
		return append([]key.Binding{keymap.Export(), keymap.Move(), keymap.Back()}, pane.Keys()...)
	case c.stage == exporting:
		return c.formats.Now(append(list.Keys("export"), keymap.Back()))
	case c.stage == pasting:
		return c.fields.Now(append(list.Keys("copy"), keymap.Back()))
	}
	if chosen, _ := c.work.Current(); chosen.to != nil {
		return c.work.Now(append(list.Keys("open"), keymap.Back()))
	}
	return c.work.Now(append(list.Keys("choose"), keymap.Back()))
}
