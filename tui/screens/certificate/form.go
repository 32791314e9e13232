package certificate

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	domain "probity/progress/certificate"
	"probity/progress/privacy"
	"probity/tui/parts/editor"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// field is a line of the form.
type field struct {
	name   string
	is     string // what a domain.FieldError calls it
	prompt string
	line   bool // one line; several otherwise
	get    func(domain.Own) string
	set    func(*domain.Own, string) error
	act    func(*Screen) tea.Cmd // for a line that does something instead
	does   string                // what that is, as keys say it
}

// soWhat is the field that what was written at the time is offered for.
const soWhat = "So what?"

// fields are the learner's own. Some begin with what the record has: what was worked through, and what was written at the time.
func fields() []field {
	text := func(name, is, prompt string, line bool, of func(*domain.Own) *string) field {
		get := func(o domain.Own) string { return *of(&o) }
		set := func(o *domain.Own, v string) error { *of(o) = v; return nil }
		return field{name: name, is: is, prompt: prompt, line: line, get: get, set: set}
	}
	return []field{
		text("Name", "name", "As it should stand on the certificate.", true, func(o *domain.Own) *string { return &o.Name }),
		text("Registration number", "registration", "Of yourself with your regulator, if you like.", true, func(o *domain.Own) *string { return &o.Registration }),
		{
			name: "Hours claimed", is: "hours", prompt: "The time you put in, reading and thinking included. The active time that was measured is shown apart.", line: true,
			get: func(o domain.Own) string { return hours(o.Hours) }, set: setHours,
		},
		text("What?", "what", "What happened: what did you work through, and what did you think before?", false, func(o *domain.Own) *string { return &o.Reflection.What }),
		text(soWhat, "so what", "What does it mean for you and for those you care for?", false, func(o *domain.Own) *string { return &o.Reflection.SoWhat }),
		text("What next?", "now what", "What do you still need to learn, and how will you go about it?", false, func(o *domain.Own) *string { return &o.Reflection.NowWhat }),
		text("Intended change", "change", "What will you do differently, and by when?", false, func(o *domain.Own) *string { return &o.Change }),
		{
			name: "Facilitated by", is: "facilitator", prompt: "Who led the session; leave it empty for self-study.", line: true,
			get: func(o domain.Own) string { return led(o).Facilitator }, set: func(o *domain.Own, v string) error {
				if v == "" {
					o.Facilitated = nil
					return nil
				}
				lead(o, func(f *domain.Facilitated) { f.Facilitator = v })
				return nil
			},
		},
	}
}

// session are the fields of a facilitated session, shown once it has a facilitator.
func session() []field {
	return []field{
		{
			name: "Place", is: "place", prompt: "Where the session was.", line: true, get: func(o domain.Own) string { return led(o).Place },
			set: func(o *domain.Own, v string) error {
				lead(o, func(f *domain.Facilitated) { f.Place = v })
				return nil
			},
		},
		{
			name: "Group size", is: "group size", prompt: "How many took part.", line: true,
			get: func(o domain.Own) string { return strings.TrimPrefix(strconv.Itoa(led(o).Size), "0") },
			set: func(o *domain.Own, v string) error {
				n, err := strconv.Atoi(v)
				if err != nil {
					n = 0 // a size that is none
				}
				if err := domain.CheckSize(n); err != nil {
					return err
				}
				lead(o, func(f *domain.Facilitated) { f.Size = n })
				return nil
			},
		},
	}
}

// led is the facilitated session so far; an empty one for self-study.
func led(o domain.Own) domain.Facilitated {
	if o.Facilitated == nil {
		return domain.Facilitated{}
	}
	return *o.Facilitated
}

// lead changes the facilitated session in a copy of its own: a draft on its way to the disk may share the earlier one.
func lead(o *domain.Own, change func(*domain.Facilitated)) {
	f := led(*o)
	change(&f)
	o.Facilitated = &f
}

func hours(h float64) string {
	if h == 0 {
		return ""
	}
	return prose.Number(h)
}

func setHours(o *domain.Own, v string) error {
	if v == "" {
		o.Hours = 0
		return nil
	}
	h, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(strings.TrimSuffix(v, "h")), ",", ".", 1), 64)
	if err != nil {
		h = math.NaN()
	}
	if err := domain.CheckHours(h); err != nil {
		return err
	}
	o.Hours = h
	return nil
}

// Caret is where the next letter goes.
func (c *Screen) Caret() (x, y int, ok bool) { return c.editor.Caret() }

// open fills a field in, or does what the line is for.
func (c *Screen) open(f field) (cmd tea.Cmd) {
	if f.act != nil {
		return f.act(c)
	}
	const line, text = 200, 8000
	limit := text
	if f.line {
		limit = line
	}
	c.editing = f
	c.editor, cmd = editor.New(c.env, c.frame, editor.Options{
		Heading: f.name, Prompt: f.prompt, Line: f.line, Value: f.get(c.draft.Own), Limit: limit, TooLong: "That was too long, and the rest was left out.",
		Esc:   c.tutor.Certificates.BackFromField(),
		Check: func(value string) error { own := c.draft.Own; return f.set(&own, strings.TrimSpace(value)) },
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
	if done == editor.Left && value == strings.TrimSpace(c.editing.get(c.draft.Own)) {
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
	if err := c.editing.set(&c.draft.Own, strings.TrimSpace(value)); err != nil {
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
		c.form.Seek(func(f field) bool { return f.is == wrong.Field })
	}
	return c.env.Failed(err)
}

// fillForm lays the form out: what the evidence amounts to, the fields with what is in them, and what could lead to a patient.
func (c *Screen) fillForm() {
	if c.frame.Theme == nil || c.stage == choosing {
		return
	}
	all := fields()
	if c.draft.Own.Facilitated != nil {
		all = append(all, session()...)
	}
	var items []list.Item[field]
	for i, f := range all {
		value := f.get(c.draft.Own)
		note := prose.Line(value)
		if value == "" {
			note = "–"
		}
		if found := privacy.Look(value); len(found) > 0 && !f.line {
			note = "! could lead to a patient: " + prose.Line(found[0].Text)
		}
		item := list.Item[field]{Text: f.name, Note: note, Brief: true, Value: f}
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
	c.form.Seek(func(f field) bool { return f.name == soWhat })
	said := "What you wrote at the time stands under So what? now: edit it there, or empty it."
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
	return c.env.Notice("A reflection that these words began with has been erased in another window, so they are gone here too. What is below begins anew.")
}

// summary is what the evidence amounts to.
func (c *Screen) summary() string {
	th, width, e := c.frame.Theme, pane.Measure(c.frame.Width), c.evidence
	text := "\n" + pane.Hang("  ", amounts(e), width, th.Title) + "\n" +
		pane.Hang("  ", prose.Count(float64(len(e.Guidance)), "document")+" relied on. "+domain.Statement, width, th.Faint)
	return text + c.leftOut(width)
}

// leftOut names the answers that the certificate does not rest on, the first few of many, and says where it has not their time.
func (c *Screen) leftOut(width int) string {
	const named = 3
	out, text := c.chosen.Work.LeftOut, ""
	for i, one := range out {
		if i == named {
			text += "\n" + pane.Hang("  ", fmt.Sprintf("And %d more.", len(out)-named), width, c.frame.Theme.Warn)
			break
		}
		text += "\n" + pane.Hang("  ", "Left out: "+prose.Line(one.String())+".", width, c.frame.Theme.Warn)
	}
	if note := c.chosen.Work.TimesLeftOut(); note != "" {
		text += "\n" + pane.Hang("  ", note+".", width, c.frame.Theme.Warn)
	}
	return text
}
