package feedback

import (
	"cmp"
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
)

// How much the first screen explains.
const (
	wholeWhy     = 210 // characters of a rationale that is shown whole: what one should have at most
	shortWhy     = 142 // of one in short: two lines
	mostOfSome   = 3   // options, where several are chosen
	mostOfRanked = 1   // where they are put in order
	mostOfRated  = 2   // where they are rated
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
	switch f.shown.Outcome.Situation.Format.Input() {
	case scenarios.PickSeveral:
		return f.several(width, form)
	case scenarios.PutInOrder:
		return f.table(mostOfRanked, width, form)
	case scenarios.GiveNumbers:
		return f.table(mostOfRated-form.fewer, width, form)
	case scenarios.PickOne:
	}
	return f.one(width)
}

// decider is the option whose guidance decides: the first that the key names, or else the one that is explained first.
func (f *Feedback) decider() scenarios.Option {
	s := f.shown.Outcome.Situation
	var first []string
	if s.Format.Outright() {
		first = s.Key
	} else {
		first = f.misses(f.rows(), 1)
	}
	if len(first) == 0 {
		return scenarios.Option{}
	}
	o, _ := s.Option(first[0])
	return o
}

// one is the option that was chosen and the one that the key has. Where there is no key, the other positions stand below one's own,
// and what speaks against a position is not cut off.
func (f *Feedback) one(width int) []told {
	unscored, most := !f.shown.Outcome.Situation.Format.Scored(), wholeWhy
	if unscored {
		most = math.MaxInt
	}
	var yours, key, others []row
	for _, r := range f.rows() {
		switch {
		case r.mark.Key != "":
			key = append(key, r)
		case r.mark.Yours != "":
			yours = append(yours, r)
		case unscored:
			others = append(others, r)
		}
	}
	var blocks []told
	for _, r := range append(yours, key...) {
		_, whole := kept(r.option.Why, most)
		f.cut = f.cut || !whole
		blocks = append(blocks, f.explained(r, width, most))
	}
	for _, r := range others {
		blocks = append(blocks, told{option: f.option(r, width)})
	}
	return blocks
}

// several is the whole answer by its letters, then what should not have been chosen and what was missed, in turns. Where there is
// neither, it is what was right.
func (f *Feedback) several(width int, form form) []told {
	var right, wrong, missed []row
	for _, r := range f.rows() {
		switch {
		case r.mark.Right:
			right = append(right, r)
		case r.mark.Yours != "":
			wrong = append(wrong, r)
		case r.mark.Key != "":
			missed = append(missed, r)
		}
	}
	explain, blocks := right, []told{}
	if mistakes := inTurns(wrong, missed); len(mistakes) > 0 {
		explain, blocks = mistakes, []told{{option: f.letters(right, wrong, missed, width)}}
	}
	for _, r := range explain[:min(len(explain), mostOfSome-form.fewer)] {
		blocks = append(blocks, f.explained(r, width, form.why))
	}
	return blocks
}

// inTurns takes one of each list in turn, as long as there are any.
func inTurns(a, b []row) (out []row) {
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			out = append(out, a[i])
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return out
}

// letters is the whole answer by its letters, in one line where it has room.
func (f *Feedback) letters(right, wrong, missed []row, width int) string {
	var parts []string
	for _, group := range []struct {
		says string
		rows []row
	}{{"✓ right: ", right}, {"✗ should not be chosen: ", wrong}, {"→ missed: ", missed}} {
		var letters []string
		for _, r := range group.rows {
			letters = append(letters, r.line.Letter)
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
	explain := f.misses(rows, most)
	var blocks []told
	for _, r := range rows {
		block := told{option: f.line(r, width)}
		if slices.Contains(explain, r.option.ID) {
			why, _ := kept(r.option.Why, form.why)
			block.why = f.why(why, width)
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// misses are the options that are furthest from where the key has them, the furthest first; where none is, what the key has as best.
func (f *Feedback) misses(rows []row, most int) []string {
	byMiss := slices.Clone(rows)
	slices.SortStableFunc(byMiss, func(x, y row) int {
		return cmp.Or(cmp.Compare(y.off(), x.off()), cmp.Compare(x.mark.Marks, y.mark.Marks))
	})
	var out []string
	for _, r := range byMiss[:min(most, len(byMiss))] {
		if r.off() > 0 {
			out = append(out, r.option.ID)
		}
	}
	if len(out) == 0 && len(rows) > 0 {
		best := rows[0]
		if f.shown.Outcome.Situation.Format.Input() == scenarios.GiveNumbers {
			best = slices.MaxFunc(rows, func(x, y row) int { return cmp.Compare(x.key, y.key) })
		}
		out = []string{best.option.ID}
	}
	return out
}

// leastTable is the width of a table in which an option's text has room beside what the learner said.
const leastTable = 45

// line is an option of a table: what the key says, its text as far as there is room, and what the learner said. In a narrow window its
// text goes on below.
func (f *Feedback) line(r row, width int) string {
	th := f.frame.Theme
	sign, style := f.sign(r.mark)
	you := "  key"
	if r.mark.Yours != "" {
		you = "  you " + r.mark.Yours
		if f.shown.Outcome.Situation.Format.Input() == scenarios.GiveNumbers {
			you = fmt.Sprintf("  you %d", r.line.Number)
		}
	}
	lead := "  " + style.Render(sign) + " " + th.Strong.Render(strconv.Itoa(r.key)) + " " + th.Letter.Render(r.line.Letter) + "  "
	if width < leastTable {
		return pane.Hang(lead, prose.Line(r.option.Text)+you, width, th.Strong)
	}
	room := width - ansi.StringWidth(lead) - ansi.StringWidth(you)
	shown := cells.Clip(prose.Line(r.option.Text), room)
	return lead + th.Strong.Render(shown) + strings.Repeat(" ", max(0, room-ansi.StringWidth(shown))) + th.Faint.Render(you)
}

// indent is the room before an option's text.
const indent = 7

// option is an option's text behind its sign and letter.
func (f *Feedback) option(r row, width int) string {
	sign, style := f.sign(r.mark)
	ink := style
	if r.mark.Yours == "" {
		ink = f.frame.Theme.Strong
	}
	return pane.Hang(fmt.Sprintf("  %s %s  ", style.Render(sign), f.frame.Theme.Letter.Render(r.line.Letter)), prose.Line(r.option.Text), width, ink)
}

// explained is an option with so many characters of its rationale.
func (f *Feedback) explained(r row, width, most int) told {
	why, _ := kept(r.option.Why, most)
	return told{f.option(r, width), f.why(why, width)}
}

// why is a rationale below its option, further out where it is narrow. It is the teaching: it has the full contrast.
func (f *Feedback) why(why string, width int) string {
	lead := indent
	if width < leastTable {
		lead = indent - 3
	}
	return pane.Hang(strings.Repeat(" ", lead), why, width, f.frame.Theme.Text)
}
