package feedback

import (
	"cmp"
	"fmt"
	"slices"
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

// sign is the sign before an option: → is what the learner should have said and did not.
func (f *Feedback) sign(m scenarios.OptionMark) (sign string, style lipgloss.Style) {
	th := f.frame.Theme
	switch {
	case f.shown.Outcome.Marking.Of == 0:
		return " ", th.Text
	case m.Right:
		return "✓", th.Right
	case m.Marks > 0:
		return "◐", th.Warn
	case m.Yours != "":
		return "✗", th.Wrong
	case m.Key != "":
		return "→", th.Right
	}
	return " ", th.Text
}

// short is the learner's answer beside the key, with the rationales that matter most, and the option that was explained first.
func (f *Feedback) short(width int, form form) (body string, explained scenarios.Option) {
	f.cut = false
	switch f.shown.Outcome.Situation.Format.Input() {
	case scenarios.PickSeveral:
		return f.several(width, form)
	case scenarios.PutInOrder:
		rows := f.rows()
		slices.SortStableFunc(rows, func(x, y row) int { return cmp.Compare(x.key, y.key) })
		return f.table(rows, mostOfRanked, width, form)
	case scenarios.GiveNumbers:
		return f.table(f.rows(), mostOfRated-form.fewer, width, form)
	case scenarios.PickOne:
	}
	return f.one(width)
}

// one is the option that was chosen and the one that the key has. Where there is none, the other positions stand below one's own.
func (f *Feedback) one(width int) (string, scenarios.Option) {
	var blocks []string
	var key scenarios.Option
	yours, others := []row{}, []row{}
	for _, r := range f.rows() {
		switch {
		case r.mark.Key != "":
			key = r.option
			fallthrough
		case f.shown.Outcome.Marking.Of == 0 && r.mark.Yours == "":
			others = append(others, r)
		case r.mark.Yours != "":
			yours = append(yours, r)
		}
	}
	for _, r := range append(yours, others...) {
		if r.mark.Key == "" && r.mark.Yours == "" {
			blocks = append(blocks, f.option(r, width))
			continue
		}
		why, whole := kept(r.option.Why, wholeWhy)
		if f.shown.Outcome.Marking.Of == 0 { // what speaks against a position is not cut off
			why, whole = prose.Line(r.option.Why), true
		}
		f.cut = f.cut || !whole
		blocks = append(blocks, f.option(r, width)+"\n"+f.why(why, width))
	}
	return strings.Join(blocks, "\n"), key
}

// several is what was right by its letters, then what should not have been chosen and what was missed, in turns.
func (f *Feedback) several(width int, form form) (string, scenarios.Option) {
	var right, wrong, missed []row
	var key scenarios.Option
	for _, r := range f.rows() {
		switch {
		case r.mark.Right:
			right = append(right, r)
		case r.mark.Yours != "":
			wrong = append(wrong, r)
		case r.mark.Key != "":
			missed = append(missed, r)
		}
		if len(f.shown.Outcome.Situation.Key) > 0 && r.option.ID == f.shown.Outcome.Situation.Key[0] {
			key = r.option
		}
	}
	var explain []row
	for i := range max(len(wrong), len(missed)) {
		explain = append(append(explain, wrong[min(i, len(wrong)):min(i+1, len(wrong))]...), missed[min(i, len(missed)):min(i+1, len(missed))]...)
	}
	var blocks []string
	if len(explain) == 0 {
		explain = right
	} else {
		blocks = append(blocks, f.letters(right, wrong, missed, width))
	}
	for _, r := range explain[:min(len(explain), mostOfSome-form.fewer)] {
		why, _ := kept(r.option.Why, form.why)
		blocks = append(blocks, f.option(r, width)+"\n"+f.why(why, width))
	}
	return strings.Join(blocks, "\n"), key
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
func (f *Feedback) table(rows []row, most, width int, form form) (string, scenarios.Option) {
	if len(rows) == 0 {
		return "", scenarios.Option{}
	}
	explain := f.misses(rows, most)
	var lines []string
	for _, r := range rows {
		lines = append(lines, f.line(r, width))
		if slices.Contains(explain, r.option.ID) {
			why, _ := kept(r.option.Why, form.why)
			lines = append(lines, f.why(why, width))
		}
	}
	first, _ := f.shown.Outcome.Situation.Option(explain[0])
	return strings.Join(lines, "\n"), first
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
	if len(out) > 0 {
		return out
	}
	best := rows[0]
	if f.shown.Outcome.Situation.Format.Input() == scenarios.GiveNumbers {
		best = slices.MaxFunc(rows, func(x, y row) int { return cmp.Compare(x.key, y.key) })
	}
	return []string{best.option.ID}
}

// line is an option of a table: what the key says, its text as far as there is room, and what the learner said.
func (f *Feedback) line(r row, width int) string {
	th := f.frame.Theme
	sign, style := f.sign(r.mark)
	you := ""
	if r.mark.Yours != "" {
		you = "  you " + r.mark.Yours
		if f.shown.Outcome.Situation.Format.Input() == scenarios.GiveNumbers {
			you = "  you " + number(r.line.Mark)
		}
	}
	lead := "  " + style.Render(sign) + " " + th.Strong.Render(r.key) + " " + th.Letter.Render(r.line.Letter) + "  "
	room := width - ansi.StringWidth(lead) - ansi.StringWidth(you)
	shown := cells.Cut(prose.Line(r.option.Text), room, "…")
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

// why is a rationale below its option. It is the teaching: it has the full contrast.
func (f *Feedback) why(why string, width int) string {
	return pane.Hang(strings.Repeat(" ", indent), why, width, f.frame.Theme.Text)
}
