package question

import (
	"strings"

	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// drawCards lays the question out in cards: what is told, then what is asked with the options. Where an option begins a card, the ask
// stands above it once more, in a line.
func (q *Question) drawCards() {
	th, width := q.frame.Theme, pane.Measure(q.frame.Width)
	blocks := q.tellCards(width)
	ask := len(blocks)
	blocks = append(blocks, pane.Block{Text: "\n" + q.ask(width, bare)})
	over := "  " + th.Faint.Render(cells.Clip(prose.Line(q.situation.Ask), width-2))
	for i := range q.attempt.Lines() {
		blocks = append(blocks, pane.Block{Text: q.option(i, q.frame.Width), Over: over})
	}
	at := q.pane.SetBlocks(blocks)
	q.folds, q.stemEnd, q.spans, q.optionsFrom = true, at[ask]-1, nil, 0
	for i, from := range at[ask+1:] {
		q.spans = append(q.spans, [2]int{from, from + strings.Count(blocks[ask+1+i].Text, "\n")})
	}
}

// tellCards are the blocks of what is told. Its heading stands above the first of them, if both are whole in the window.
func (q *Question) tellCards(width int) []pane.Block {
	th := q.frame.Theme
	told := func(md string) []pane.Block { return pane.Paragraphs(rendered(q.env, q.frame, md, width)) }
	heading, blocks := q.heading(width), told(q.situation.Stem)
	if q.situation.Lead != "" {
		blocks = append(told(q.situation.Lead), told(q.situation.Facts)...)
	}
	if q.before != nil {
		was, now := q.facts(width)
		heading, blocks = pane.Hang("  ", scenarios.TurnTitle, width, th.Title), []pane.Block{{Text: was}, {Text: now}}
		if q.whole {
			blocks = append(told(q.situation.Lead), blocks...)
		}
	}
	if headed := heading + "\n" + blocks[0].Text; strings.Count(headed, "\n") < q.frame.Height {
		blocks[0].Text = headed
	}
	return blocks
}

// unread reports whether there is an option that has not been in the window yet.
func (q *Question) unread() bool { return q.carded && q.read < len(q.spans) }

// marks reports whether options are marked, one or several: then space marks, and else it reads on in cards.
func (q *Question) marks() bool {
	input := q.situation.Format.Input()
	return input == scenarios.PickOne || input == scenarios.PickSeveral
}

// see notes which options have been in the window.
func (q *Question) see() {
	for q.read < len(q.spans) && q.pane.Sees(q.spans[q.read][0]) {
		q.read++
	}
}

// out reports whether the option at the cursor is out of the window, and turns to what lies between: nothing is marked that is not to be seen.
func (q *Question) out() bool {
	here := q.spans[q.cursor][0]
	switch {
	case q.weighing || q.pane.Sees(here):
		return false
	case q.pane.Below(here):
		q.pane.Scroll(q.pane.Page())
	default:
		q.pane.Show(here, here)
	}
	return true
}

// follow goes to the first option that is in the window, after it was moved by pages.
func (q *Question) follow() {
	if !q.carded || q.pane.Sees(q.spans[q.cursor][0]) {
		return
	}
	for i, span := range q.spans {
		if q.pane.Sees(span[0]) {
			q.move(i)
			return
		}
	}
}
