package feedback

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// How much the first screen explains.
const (
	wholeWhy = 210 // characters of a rationale that is shown whole: what one should have at most
	shortWhy = 142 // of one in short: two lines
)

// told is an option as it is shown, and its rationale as far as that is; "" for none.
type told struct{ option, why string }

// together are options with their rationales, one below the other.
func together(blocks []told) string {
	var lines []string
	for _, b := range blocks {
		lines = append(lines, b.option)
		if b.why != "" {
			lines = append(lines, b.why)
		}
	}
	return strings.Join(lines, "\n")
}

// sign is the sign before an option: → is what the learner should have said and did not. A key that gives every option a number points at none.
func (f *Feedback) sign(m scenarios.OptionMark) (sign string, style lipgloss.Style) {
	th, input := f.frame.Theme, f.shown.Outcome.Situation.Format.Input()
	switch {
	case !f.shown.Outcome.Situation.Format.Scored():
		return " ", th.Text
	case m.Right:
		return "✓", th.Right
	case m.Marks > 0:
		return "◐", th.Warn
	case m.Yours != "":
		return "✗", th.Wrong
	case m.Key != "" && (input == scenarios.PickOne || input == scenarios.PickSeveral):
		return "→", th.Right
	}
	return " ", th.Text
}

// short is the learner's answer beside the key, with the rationales that matter most: in the order of the
// options.
func (f *Feedback) short(width int, form form) []told {
	f.cut = false
	in := f.shown.Outcome.Situation.Format.Input()
	most := max(1, tutor.MostExplained(in)-form.fewer)
	switch in {
	case scenarios.PickSeveral:
		return f.several(most, width, form)
	case scenarios.PutInOrder, scenarios.GiveNumbers:
		return f.table(most, width, form)
	case scenarios.PickOne:
	}
	return f.one(width)
}

// decider is the option whose guidance decides.
func (f *Feedback) decider() scenarios.Option {
	return tutor.Decider(f.shown.Outcome.Situation, f.rows())
}

// one is the option that was chosen and the one that the key has. Where there is no key, the other positions stand below one's own,
// and what speaks against a position is not cut off.
func (f *Feedback) one(width int) []told {
	unscored, most := !f.shown.Outcome.Situation.Format.Scored(), wholeWhy
	if unscored {
		most = math.MaxInt
	}
	var yours, key, others []tutor.Row
	for _, r := range f.rows() {
		switch {
		case r.Mark.Key != "":
			key = append(key, r)
		case r.Mark.Yours != "":
			yours = append(yours, r)
		case unscored:
			others = append(others, r)
		}
	}
	var blocks []told
	for _, r := range append(yours, key...) {
		why, whole := kept(r.Option.Why, most)
		f.cut = f.cut || !whole
		blocks = append(blocks, told{f.option(r, width), f.why(why, width)})
	}
	for _, r := range others {
		blocks = append(blocks, told{option: f.option(r, width)})
	}
	return blocks
}

// several is the whole answer by its letters, then what should not have been chosen and what was missed, in turns. Where there is
// neither, it is what was right.
func (f *Feedback) several(most, width int, form form) []told {
	right, wrong, missed := tutor.Chosen(f.rows())
	explain, blocks := right, []told{}
	if mistakes := tutor.InTurns(wrong, missed); len(mistakes) > 0 {
		explain, blocks = mistakes, []told{{option: f.letters(right, wrong, missed, width)}}
	}
	for _, r := range explain[:min(len(explain), most)] {
		why, _ := kept(r.Option.Why, form.why)
		blocks = append(blocks, told{f.option(r, width), f.why(why, width)})
	}
	return blocks
}

// letters is the whole answer by its letters, in one line where it has room.
func (f *Feedback) letters(right, wrong, missed []tutor.Row, width int) string {
	var parts []string
	for _, group := range []struct {
		says string
		rows []tutor.Row
	}{{"✓ right: ", right}, {"✗ should not be chosen: ", wrong}, {"→ missed: ", missed}} {
		var letters []string
		for _, r := range group.rows {
			letters = append(letters, r.Line.Letter)
		}
		if len(letters) > 0 {
			parts = append(parts, group.says+strings.Join(letters, ", "))
		}
	}
	if joined := strings.Join(parts, "   "); ansi.StringWidth(joined) <= width-2 {
		parts = []string{joined}
	}
	for i, part := range parts {
		parts[i] = pane.Hang("  ", part, width, f.frame.Theme.Strong)
	}
	return strings.Join(parts, "\n")
}

// table is a line for each option with the key's number and the learner's, and the largest misses explained.
func (f *Feedback) table(most, width int, form form) []told {
	rows := f.rows()
	explain := tutor.Misses(f.shown.Outcome.Situation, rows, most)
	var blocks []told
	for _, r := range rows {
		block := told{option: f.line(r, width)}
		if slices.Contains(explain, r.Option.ID) {
			why, _ := kept(r.Option.Why, form.why)
			block.why = f.why(why, width)
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// leastTable is the width of a table in which an option's text has room beside what the learner said.
const leastTable = 45

// line is an option of a table: what the key says, its text as far as there is room, and what the learner said. In a narrow window its
// text goes on below.
func (f *Feedback) line(r tutor.Row, width int) string {
	th := f.frame.Theme
	sign, style := f.sign(r.Mark)
	you := "key"
	if r.Mark.Yours != "" {
		you = "you " + r.Mark.Yours
		if f.shown.Outcome.Situation.Format.Input() == scenarios.GiveNumbers {
			you = fmt.Sprintf("you %d", r.Line.Number)
		}
	}
	lead := "  " + style.Render(sign) + " " + th.Strong.Render(strconv.Itoa(r.Key)) + " " + th.Letter.Render(r.Line.Letter) + "  "
	if width < leastTable {
		return pane.Hang(lead, prose.Line(r.Option.Text)+" ·\u00a0"+strings.ReplaceAll(you, " ", "\u00a0"), width, th.Strong)
	}
	you = "  " + you
	room := width - ansi.StringWidth(lead) - ansi.StringWidth(you)
	shown := cells.Clip(prose.Line(r.Option.Text), room)
	return lead + th.Strong.Render(shown) + strings.Repeat(" ", max(0, room-ansi.StringWidth(shown))) + th.Faint.Render(you)
}

// indent is the room before an option's text.
const indent = 7

// option is an option's text behind its sign and letter.
func (f *Feedback) option(r tutor.Row, width int) string {
	sign, style := f.sign(r.Mark)
	ink := style
	if r.Mark.Yours == "" {
		ink = f.frame.Theme.Strong
	}
	return pane.Hang(fmt.Sprintf("  %s %s  ", style.Render(sign), f.frame.Theme.Letter.Render(r.Line.Letter)), prose.Line(r.Option.Text), width, ink)
}

// why is a rationale below its option, further out where it is narrow. It is the teaching: it has the full contrast.
func (f *Feedback) why(why string, width int) string {
	lead := indent
	if width < leastTable {
		lead = indent - 3
	}
	return pane.Hang(strings.Repeat(" ", lead), why, width, f.frame.Theme.Text)
}
