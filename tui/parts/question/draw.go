package question

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// air is how much of the window goes to blank lines and headings.
type air int

// The question is drawn with the most air with which all of it is in the window.
const (
	roomy air = iota
	tight     // a blank line before what is asked, and none besides
	bare      // none at all, and no title
)

// drawQuestion lays out the situation with its options, and notes on which lines they stand: side by side where there is room for that,
// with as much air as there is room for. Where there is none even so, the situation is shortened unless it is to be told whole; the
// options never are. In a small window it stands in cards instead.
func (q *Question) drawQuestion() {
	l := q.roomiest()
	q.carded = q.pane.Small() && l.height() > q.frame.Height
	if q.carded {
		q.drawCards()
		return
	}
	q.folds = q.before != nil || l.height() > q.frame.Height
	if q.before == nil && q.folds && !q.whole {
		l = q.below(q.folded, bare)
	}
	q.pane.Set(l.text)
	q.stemEnd, q.spans, q.optionsFrom = l.stemEnd, l.spans, l.from
}

// roomiest is the first layout that fits, from the roomiest on; the tightest where none does.
func (q *Question) roomiest() (l layout) {
	lays := []func(tell, air) layout{q.below}
	if q.frame.Wide() {
		lays = []func(tell, air) layout{q.beside, q.below}
	}
	for _, lay := range lays {
		for _, a := range []air{roomy, tight, bare} {
			if l = lay(q.told, a); l.height() <= q.frame.Height {
				return l
			}
		}
	}
	return l
}

// tell tells a situation at a width.
type tell func(width int, air air) string

// layout is a question as it is drawn.
type layout struct {
	text    string
	stemEnd int      // the last line of what stands above the options, or beside them
	spans   [][2]int // the first and last line of each option
	from    int      // the column from which they stand
}

func (l layout) height() int { return strings.Count(l.text, "\n") + 1 }

// beside has the options beside what is told.
func (q *Question) beside(tell tell, air air) layout {
	left, right := Columns(q.frame.Width)
	text, above := tell(left, air), ""
	if air == roomy {
		above = "\n"
	}
	asking, spans := q.asking(above, right, right, air, air == roomy)
	return layout{pane.Columns(text, left, asking, Gutter), strings.Count(text, "\n"), spans, left + Gutter}
}

// below has them below it.
func (q *Question) below(tell tell, air air) layout {
	width := pane.Measure(q.frame.Width)
	text := tell(width, air) + "\n"
	if air != bare {
		text += "\n"
	}
	asking, spans := q.asking(text, width, min(width+2, q.frame.Width), air, false)
	return layout{asking, strings.Count(text, "\n") - 1, spans, 0}
}

// Gutter is the room between two columns.
const Gutter = 3

// Columns is the widths of two columns side by side in a window, neither wider than reads well.
func Columns(width int) (left, right int) {
	left = min((width-Gutter)*45/100, 72)
	return left, min(width-left-Gutter, 84)
}

// asking is the ask with its options, below what stands above it, and the lines on which each option stands. Options may be wider
// than prose: they are read one by one. apart sets a blank line between them.
func (q *Question) asking(above string, width, wide int, air air, apart bool) (text string, spans [][2]int) {
	text = above + q.ask(width, air) + "\n"
	for i := range q.attempt.Lines() {
		if apart || air == roomy && i == 0 {
			text += "\n"
		}
		from := strings.Count(text, "\n")
		text += q.option(i, wide)
		spans = append(spans, [2]int{from, strings.Count(text, "\n")})
		text += "\n"
	}
	return strings.TrimSuffix(text, "\n"), spans
}

// option is an option with its mark.
func (q *Question) option(i, width int) string {
	th, line := q.frame.Theme, q.attempt.Lines()[i]
	o, _ := q.situation.Option(line.ID)
	lead, style, mark := "  ", th.Text, line.Mark
	if i == q.cursor {
		lead = th.Cursor.Render("›") + " "
	}
	if line.Said != "" {
		mark, style = th.Cursor.Render(mark), th.Strong
	}
	if up, ok := q.up(); ok && i == up {
		lead, style = th.Cursor.Render("»")+" ", th.Cursor
	}
	return pane.Hang(lead+mark+" "+th.Letter.Render(line.Letter)+"  ", prose.Line(o.Text), width, style)
}

// ask is what is asked and how it is answered, on one line where there is little air and both have room.
func (q *Question) ask(width int, air air) string {
	th := q.frame.Theme
	ask, how := prose.Line(q.situation.Ask), q.how(width-2)
	if joined := ask + "  " + how; air != roomy && ansi.StringWidth(joined) <= width-2 && !strings.Contains(how, "\n") {
		return "  " + th.Strong.Render(ask) + "  " + th.Faint.Render(how)
	}
	return pane.Hang("  ", ask, width, th.Strong) + "\n" + pane.Hang("  ", how, width, th.Faint)
}

// how says how the question is answered: of a ranking the keys, of a rating what each number means. In a small window it says no more than that.
func (q *Question) how(width int) string {
	switch q.situation.Format.Input() {
	case scenarios.PutInOrder:
		if width < leastHow {
			return fmt.Sprintf("← up, → down, 1–%d its place.", len(q.situation.Options))
		}
		return fmt.Sprintf("The most appropriate first: ← moves up, → down, 1–%d gives the place.", len(q.situation.Options))
	case scenarios.GiveNumbers:
		if scale := scale(); lipgloss.Width(scale) <= width {
			return scale
		}
		return shortScale()
	case scenarios.PickOne, scenarios.PickSeveral: // as the format says
	}
	return q.situation.Format.Instruction(q.situation)
}

// leastHow is the width in which how a question is answered is said in full.
const leastHow = 58

// shortScale is the steps of a rating where their words have no room: those between the ends by what sets them apart from these.
func shortScale() string {
	var steps []string
	for n := 4; n >= 1; n-- {
		name := scenarios.RatingName(n)
		if _, but, ok := strings.Cut(name, " but "); ok {
			name = but
		}
		steps = append(steps, strings.ReplaceAll(fmt.Sprintf("%d %s", n, name), " ", "\u00a0")) // each whole on its line
	}
	return strings.Join(steps, ", ")
}

// scale is the steps of a rating with their words, in two columns.
func scale() string {
	step := func(n int) string { return fmt.Sprintf("%d %s", n, scenarios.RatingName(n)) }
	return fmt.Sprintf("%-31s%s\n%-31s%s", step(4), step(3), step(2), step(1))
}
