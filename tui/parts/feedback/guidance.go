package feedback

import (
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/prose"
)

// guidance is all that is cited, or what was asked for in its place.
func (f *Feedback) guidance(width int) string {
	switch f.beside {
	case changes:
		return f.changed(width)
	case report:
		return f.reported(width)
	case nothing, options, cited, original: // all that is cited
	}
	th, s := f.frame.Theme, f.shown.Outcome.Situation
	heading := decides(s)
	deciding, also := f.tutor.Library.Cited(f.tutor.Profile.Learner().Jurisdiction, s)
	text := "\n" + pane.Hang("  ", heading, width, th.Title) + "\n"
	for _, c := range deciding {
		text += "\n" + f.extract(c, width) + "\n"
	}
	if len(also) > 0 {
		text += "\n" + pane.Hang("  ", "Also cited", width, th.Title) + "\n"
	}
	for _, c := range also {
		text += "\n" + f.extract(c, width) + "\n"
	}
	return text
}

// decides is the heading over guidance.
func decides(s *scenarios.Situation) string {
	if !s.Format.Scored() {
		return "The guidance that bears on it"
	}
	return "The guidance that decides it"
}

// changed is what is different since 2013 and how the UK and Ireland differ, as far as it bears on this situation.
func (f *Feedback) changed(width int) string {
	th := f.frame.Theme
	text := ""
	if before := f.before(); len(before) > 0 {
		text += "\n" + pane.Hang("  ", "What changed since 2013", width, th.Title) + "\n"
		for _, c := range before {
			text += "\n" + f.extract(c, width) + "\n\n" + pane.Hang("  ", "Now: "+prose.Line(c.Changed), width, th.Text) + "\n"
		}
	}
	if differ := f.countries(); len(differ) > 0 {
		text += "\n" + pane.Hang("  ", "The UK and Ireland", width, th.Title) + "\n"
		for _, d := range differ {
			md := prose.FromMarkdown("**" + d.Title + "**\n\n" + d.Says)
			text += "\n" + pane.Indent(f.env.Markdown.Render(md, width-2, th), 2) + "\n"
		}
	}
	return text
}

// reported is what to send to the author of an item that seems wrong.
func (f *Feedback) reported(width int) string {
	th := f.frame.Theme
	return "\n" + pane.Hang("  ", "Does something seem wrong here?", width, th.Title) + "\n" +
		pane.Hang("  ", "Send this to whoever gave you Probity, with a sentence of your own:", width, th.Faint) + "\n\n" +
		pane.Hang("  │ ", prose.Line(f.shown.Report), width, th.Text) + "\n"
}

func (f *Feedback) extract(c *guidance.Clause, width int) string {
	md := prose.FromMarkdown(f.tutor.Copies.Extract(c))
	return pane.Indent(f.env.Markdown.Render(md, width-2, f.frame.Theme), 2)
}

func (f *Feedback) hasChanges() bool { return len(f.before()) > 0 || len(f.countries()) > 0 }

func (f *Feedback) before() []*guidance.Clause {
	return f.tutor.Library.Pack().Guidance.Before(f.shown.Outcome.Situation.Cites())
}

func (f *Feedback) countries() []*guidance.Difference {
	return f.tutor.Library.Pack().Guidance.Differences(f.shown.Outcome.Situation.Cites())
}

// Ahead renders what the learner will read next, so that it is there when they get to it: the guidance that a situation
// cites, and the stem of the one after it, if any.
func (f *Feedback) Ahead(s, upcoming *scenarios.Situation) tea.Cmd {
	th, width := f.frame.Theme, pane.Measure(f.frame.Width)
	if f.frame.Wide() {
		width, _ = question.Columns(f.frame.Width)
	}
	reader, copies, renderer := f.tutor.Profile.Learner().Reader(), f.tutor.Copies.All(), f.env.Markdown
	deciding, also := f.tutor.Library.Cited(f.tutor.Profile.Learner().Jurisdiction, s)
	clauses := append(deciding, also...)
	return func() tea.Msg {
		for _, c := range clauses {
			renderer.Render(prose.FromMarkdown(copies.Extract(c, reader)), width-2, th)
		}
		if upcoming != nil {
			renderer.Render(prose.FromMarkdown(upcoming.Stem), width-2, th)
		}
		return nil
	}
}
