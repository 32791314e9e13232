package feedback

import (
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// drawFirst lays the first screen out in one column. Where a small window has no room for all of it, it is in cards, in its fullest form.
func (f *Feedback) drawFirst(width int) {
	if small := f.pane.Small(); !small || f.mayFit(width) {
		if whole := f.first(width); !small || height(whole) <= f.frame.Height {
			f.pane.Set(whole)
			return
		}
	}
	difference := ""
	if f.shown.Before != nil {
		difference = f.differs(width) + "\n" + f.was(width) + "\n\n" + f.now(prose.Line(f.shown.Outcome.Situation.Turns), width)
	}
	blocks := pane.Paragraphs(strings.TrimRight(f.head(width, difference, true), "\n"))
	for _, t := range f.short(width, forms()[0]) {
		blocks = append(blocks, f.optionCards(t, width)...)
	}
	f.pane.SetBlocks(append(blocks, f.extractCards(f.decider(), width)...))
}

// optionCards are the blocks of an option: with its rationale, unless they have no room on one card. Then the option is repeated in a line
// above that.
func (f *Feedback) optionCards(t told, width int) []pane.Block {
	if whole := together([]told{t}); t.why == "" || height(whole) <= f.frame.Height {
		return []pane.Block{{Text: "\n" + whole}}
	}
	first, _, more := strings.Cut(t.option, "\n")
	if more {
		first = cells.Cut(first, width-2, "") + " …"
	}
	return []pane.Block{{Text: "\n" + t.option}, {Text: t.why, Over: first}}
}

// extractCards are the blocks of what decides an option. The extract has as many of its sentences as are whole on a card, the first one at
// least. It stands on the card that says where it is from, where all of it has room there, else on one of its own.
func (f *Feedback) extractCards(o scenarios.Option, width int) []pane.Block {
	var blocks []pane.Block
	for _, said := range f.stated(o, width) {
		blocks = append(blocks, pane.Block{Text: "\n" + said})
	}
	c := f.deciding(o)
	if c == nil {
		return blocks
	}
	whole, brief := f.heads(c, width)
	plain := prose.FromMarkdown(c.Text).Plain()
	for _, head := range []string{whole, brief} {
		if together := head + "\n" + f.quoted(c, width, height(cells.Wrap(plain, width-4))); height(together) <= f.frame.Height {
			return append(blocks, pane.Block{Text: "\n" + together})
		}
	}
	sentences := text.Sentences(plain)
	first := cells.Wrap(strings.Join(sentences[:min(1, len(sentences))], "")+more(len(sentences) > 1), width-4)
	words := pane.Block{Text: f.quoted(c, width, max(f.frame.Height-1, height(first)))}
	if height(words.Text) < f.frame.Height {
		words.Over = f.force(c)
	}
	if height(whole) > f.frame.Height {
		whole = brief
	}
	return append(blocks, pane.Block{Text: "\n" + whole}, words)
}

// heads are what stands above the words of an extract on a card: whole, and in lines that are cut.
func (f *Feedback) heads(c *guidance.Clause, width int) (whole, brief string) {
	faint, label := f.frame.Theme.Faint, f.label(c)
	whole, brief = f.force(c)+"\n"+pane.Hang("  ", prose.Line(c.Pinpoint()), width, faint), f.force(c)+f.place(c, width)
	if label != "" {
		whole += "\n" + pane.Hang("  ", label, width, faint)
		brief += "\n" + pane.Hang("  ", label, width, faint)
	}
	return whole, brief
}
