package feedback

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// What the deciding extract takes of the first screen, in lines.
const (
	leastExtract = 2 // what force it has and where it stands, and a line of it
	goodExtract  = 5
)

// form is how much the first screen says.
type form struct {
	principle bool // after a turn too
	heading   bool // of what made the difference
	why       int  // characters of a rationale in short; its first sentence at least
	fewer     int  // how many options are explained less than there may be
	least     int  // lines to be left for the extract: where fewer are, the next form is taken
}

// forms are those of the first screen, from the fullest. What goes first is what was read a minute ago.
func forms() []form {
	return []form{
		{principle: true, heading: true, why: shortWhy, least: goodExtract}, {principle: true, why: shortWhy, least: goodExtract},
		{heading: true, why: shortWhy, least: goodExtract}, {why: shortWhy, least: leastExtract}, {least: leastExtract}, {fewer: 1},
	}
}

// first is the first screen in one column. The extract has the lines that are left.
func (f *Feedback) first(width int) string {
	above, marking, room := "", "", 0
	whole := sync.OnceValue(func() int { return height(f.decisive(f.decider(), width, math.MaxInt32)) })
	var last form
	for i, form := range forms() {
		if i == 0 || form.why != last.why || form.fewer != last.fewer {
			marking = together(f.short(width, form))
		}
		last = form
		above = f.above(width, form, marking)
		if room = f.room(above); room >= form.least || room >= whole() {
			break
		}
	}
	if room < leastExtract {
		room = goodExtract // it is scrolled to
	}
	return strings.TrimRight(above+f.decisive(f.decider(), width, room), "\n")
}

// above is what stands above the extract, in a form.
func (f *Feedback) above(width int, form form, marking string) string {
	return f.head(width, f.difference(width, form.heading), form.principle) + marking + "\n\n"
}

// mayFit reports whether the tightest form has room for what stands above the extract: where it has not, none has.
func (f *Feedback) mayFit(width int) bool {
	all := forms()
	tightest := all[len(all)-1]
	return height(strings.TrimRight(f.above(width, tightest, together(f.short(width, tightest))), "\n")) <= f.frame.Height
}

// wide is the marking and the guidance side by side, below what goes for both.
func (f *Feedback) wide() string {
	right, left := question.Columns(f.frame.Width)
	above := f.head(left+question.Gutter+right, f.differences(left, right), true)
	marking := together(f.short(left, forms()[0]))
	if f.beside == options {
		marking = f.everyOption(left)
	}
	beside := ""
	switch f.beside {
	case nothing, options:
		beside = f.extracts(f.decider(), right, f.room(above))
	case cited, changes, report, original:
		beside = joined(f.guidance(right))
	}
	return above + pane.Columns(marking, left, beside, question.Gutter)
}

// room is how many lines of the window are left below a text that ends with a line break.
func (f *Feedback) room(above string) int { return f.frame.Height - strings.Count(above, "\n") }

// head is what stands above the answer: the verdict, of an earlier answer the title of its situation, the principle, and after a turn what
// made the difference. After a turn the principle was read a minute ago, and has its place only where there is much room.
func (f *Feedback) head(width int, difference string, principled bool) string {
	parts := []string{f.verdict(width)}
	if f.shown.Earlier {
		title := cells.Clip(prose.Line(f.tutor.Library.TitleOf(f.shown.Outcome.Situation.ID)), width-2)
		parts[0] += "\n  " + f.frame.Theme.Faint.Render(title)
	}
	if principle, ok := f.tutor.Library.Pack().Bank.Principle(f.shown.Outcome.Situation.Principle); ok && (principled || difference == "") {
		parts = append(parts, pane.Hang("  ", prose.Line(principle.Lesson), pane.Measure(width), f.frame.Theme.Strong))
	}
	if difference != "" {
		parts = append(parts, difference)
	}
	return strings.Join(parts, "\n\n") + "\n\n"
}

// verdict is the mark in words, and at the right what the learner said and what became of it; below where there is no room for both.
func (f *Feedback) verdict(width int) string {
	th, out := f.frame.Theme, f.shown.Outcome
	word, style := f.judged()
	if m := out.Marking; m.Of > 1 && m.Marks < m.Of && len(out.Chosen) > 0 && !out.Undone {
		word += fmt.Sprintf(", %s of %s", prose.Number(m.Marks), prose.Number(m.Of))
	}
	said := f.said()
	if out.Marking.Of == 0 && !out.Undone {
		said = strings.TrimSpace(said + "\n" + f.working())
	}
	if between := width - 2 - ansi.StringWidth(word) - ansi.StringWidth(said); between >= 2 && !strings.Contains(said, "\n") {
		return "  " + style.Render(word) + strings.Repeat(" ", between) + th.Faint.Render(said)
	}
	text := pane.Hang("  ", word, width, style)
	if said != "" {
		text += "\n" + pane.Hang("  ", said, width, th.Faint)
	}
	return text
}

// judged is the verdict in a few words.
func (f *Feedback) judged() (word string, style lipgloss.Style) {
	th, v := f.frame.Theme, tutor.Judge(f.shown.Outcome)
	if f.shown.Outcome.ToCompare() && !f.shown.Outcome.Undone {
		v.Words, _ = f.compared()
	}
	v.Words = prose.Capital(v.Words)
	return v.Said(), map[tutor.Standing]lipgloss.Style{tutor.Right: th.Right, tutor.Partly: th.Warn, tutor.Wrong: th.Wrong, tutor.Unjudged: th.Title}[v.Standing]
}

// said is what the learner said and how sure they were, and what became of the answer.
func (f *Feedback) said() string {
	out := f.shown.Outcome
	var you []string
	if out.Situation.Format.Input() == scenarios.PickOne {
		for _, line := range f.shown.Lines {
			if line.Said != "" {
				you = append(you, line.Letter)
			}
		}
	}
	if out.Sure != scenarios.NotAsked {
		you = append(you, out.Sure.Name())
	}
	said := ""
	if f.shown.Became != nil {
		said = prose.Line(f.shown.Became())
	}
	if len(you) > 0 {
		said = strings.TrimSuffix("you: "+strings.Join(you, ", ")+" · "+said, " · ")
	}
	return said
}
