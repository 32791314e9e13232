package room

import (
	"strings"

	"charm.land/lipgloss/v2"

	"probity/tui/pane"
	"probity/tui/prose"
)

// layout is how much of a step is shown, and how.
type layout struct {
	apart bool // a blank line between choices
	short bool // each choice on one line, cut where it is longer
	terse bool // nothing but the question and the choices
	wide  bool // lines as long as the window
	stem  bool // the situation stays in sight
	list  bool // the choices do
	clock int  // the size of the countdown; smallest is a line of text
}

// smallest is the countdown as a line of text, like any other.
const smallest = -1

// way is one way to lay a step out.
type way func() string

// in is a way that shows a step in a layout.
func (r *Room) in(l layout, text func() string) way {
	return func() string {
		r.layout = l
		return text()
	}
}

// fit is the first way that fits, or else the last.
func (r *Room) fit(ways []way, height int) (text string) {
	for _, way := range ways {
		r.layout = layout{}
		if text = way(); lines(text) <= height {
			break
		}
	}
	return text
}

// timed is a step under its countdown: first as much as possible beside it, then as large a countdown as there is room for.
func (r *Room) timed(text func() string, layouts ...layout) []way {
	var ways []way
	for _, l := range layouts {
		for l.clock = 2; l.clock >= smallest; l.clock-- {
			ways = append(ways, r.in(l, func() string { return stack(r.countdown(), text()) }))
		}
	}
	return ways
}

// thinking is the layouts of a step in which everybody decides: the situation and the choices, and if need be the choices
// alone, to scroll in.
func thinking() []layout {
	return []layout{
		{stem: true, list: true, apart: true}, {stem: true, list: true}, {stem: true, list: true, wide: true},
		{stem: true, list: true, short: true}, {stem: true, list: true, short: true, wide: true},
		{list: true, apart: true}, {list: true}, {list: true, wide: true},
	}
}

// arguing is those of the discussion, which has prompts as well.
func arguing() []layout {
	return []layout{
		{stem: true, list: true, apart: true}, {stem: true, list: true}, {stem: true, list: true, wide: true},
		{stem: true, list: true, short: true}, {stem: true, list: true, short: true, wide: true},
		{stem: true, apart: true}, {stem: true, wide: true},
		{list: true}, {list: true, short: true, wide: true}, {},
	}
}

// voting is those of a vote, in which the choices stay in sight whatever goes.
func voting() []layout {
	return []layout{{apart: true}, {}, {wide: true}, {short: true}, {short: true, terse: true}}
}

func gap(apart bool) string {
	if apart {
		return "\n\n"
	}
	return "\n"
}

// hang is text behind a lead, on one line where the layout has it so: what is longer is cut between words.
func (r *Room) hang(lead, text string, width int, style lipgloss.Style) string {
	whole := pane.Hang(lead, prose.Line(text), width, style)
	if !r.layout.short || !strings.Contains(whole, "\n") {
		return whole
	}
	first, _, _ := strings.Cut(pane.Hang(lead, prose.Line(text), max(1, width-2), style), "\n")
	return first + " …"
}
