package feedback

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/prose"
)

// guidance is all that is cited, or what was asked for in its place.
func (f *Feedback) guidance(width int) []pane.Block {
	switch f.beside {
	case changes:
		return f.changed(width)
	case report:
		return f.reported(width)
	case nothing, options, cited, original: // all that is cited
	}
	s := f.shown.Outcome.Situation
	deciding, also := f.tutor.Library.Cited(f.tutor.Profile.Learner().Jurisdiction, s)
	if len(deciding)+len(also) == 0 {
		return append([]pane.Block{f.titled(restsOn, width)}, f.untraced(s, width)...)
	}
	blocks := []pane.Block{f.titled(decides(s), width)}
	for _, c := range deciding {
		blocks = append(blocks, below(f.extract(c, width))...)
	}
	if len(also) > 0 {
		blocks = append(blocks, f.titled("Also cited", width))
	}
	for _, c := range also {
		blocks = append(blocks, below(f.extract(c, width))...)
	}
	return blocks
}

// untraced says what rationales rest on where no extract can be shown.
func (f *Feedback) untraced(s *scenarios.Situation, width int) (blocks []pane.Block) {
	var said []string
	for _, o := range s.Options {
		for _, reason := range f.stated(o, width) {
			if !slices.Contains(said, reason) {
				said = append(said, reason)
				blocks = append(blocks, below(reason)...)
			}
		}
	}
	return blocks
}

// titled is a title, which stands on one card with what it heads.
func (f *Feedback) titled(title string, width int) pane.Block {
	return pane.Block{Text: "\n" + pane.Hang("  ", title, width, f.frame.Theme.Title), Head: true}
}

// below is a text in blocks, kept apart from what stands above it.
func below(text string) []pane.Block { return pane.Paragraphs("\n" + text) }

// joined is blocks as one text.
func joined(blocks []pane.Block) string {
	var texts []string
	for _, b := range blocks {
		texts = append(texts, b.Text)
	}
	return strings.Join(texts, "\n")
}

// restsOn is the heading where there is no guidance to stand below it.
const restsOn = "What it rests on"

// decides is the heading over guidance.
func decides(s *scenarios.Situation) string {
	if !s.Format.Scored() {
		return "The guidance that bears on it"
	}
	return "The guidance that decides it"
}

// changed is what is different since 2013 and how the UK and Ireland differ, as far as it bears on this situation.
func (f *Feedback) changed(width int) (blocks []pane.Block) {
	th := f.frame.Theme
	if before := f.before(); len(before) > 0 {
		blocks = append(blocks, f.titled("What changed since 2013", width))
		for _, c := range before {
			blocks = append(blocks, below(f.extract(c, width))...)
			blocks = append(blocks, below(pane.Hang("  ", "Now: "+prose.Line(c.Changed), width, th.Text))...)
		}
	}
	if differ := f.countries(); len(differ) > 0 {
		blocks = append(blocks, f.titled("The UK and Ireland", width))
		for _, d := range differ {
			md := prose.FromMarkdown("**" + d.Title + "**\n\n" + d.Says)
			blocks = append(blocks, below(pane.Indent(f.env.Markdown.Render(md, width-2, th), 2))...)
		}
	}
	return blocks
}

// reported is what to send to the author of an item that seems wrong.
func (f *Feedback) reported(width int) []pane.Block {
	th := f.frame.Theme
	said := f.titled("Does something seem wrong here?", width)
	from, whose := "Probity", f.tutor.Library.Pack().Whose(f.shown.Outcome.Situation.ID)
	if whose != "" {
		from = "the pack"
	}
	said.Text += "\n" + pane.Hang("  ", "Send this to whoever gave you "+from+", with a sentence of your own:", width, th.Faint)
	blocks := append([]pane.Block{said}, below(pane.Hang("  │ ", prose.Line(f.shown.Report), width, th.Text))...)
	if whose != "" {
		blocks = append(blocks, below(pane.Hang("  ", whose, width, th.Text))...)
	}
	return blocks
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
