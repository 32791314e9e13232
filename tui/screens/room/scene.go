package room

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios/induction"
	"probity/tui/parts/chart"
	"probity/tui/parts/pane"
)

// scene is a step in which the room decides, argues or looks at how it voted: the situation stays in sight beside what can be chosen, or above
// it, and where there is no room for it, it is a key away.
type scene struct {
	head    func() string // one row above both; "" for none
	body    func() string // what can be chosen, or the bars
	layouts []layout      // of the body, the roomiest first; the last may be scrolled
}

// leastPanes is how wide a window is in which the situation stands beside the choices.
const leastPanes = 100

// gutter is what is left between them.
const gutter = 4

// scene is that of the step that is up; ok is false where the step is shown alone.
func (r *Screen) scene() (s scene, ok bool) {
	none := func() string { return "" }
	switch r.session().Step() {
	case induction.Think:
		return scene{r.countdown, r.choices, roomy()}, true
	case induction.Vote, induction.VoteAgain:
		return scene{none, r.vote, append(roomy(), layout{wide: true, most: 2}, layout{wide: true, most: 1}, layout{wide: true, most: 1, bare: true})}, true
	case induction.Discuss:
		return scene{r.countdown, r.argued, append(roomy(), layout{wide: true, most: 1})}, true
	case induction.Spread, induction.BeforeAfter:
		return scene{none, r.chart, bars()}, true
	case induction.Reveal:
		return scene{none, r.reveal, bars()}, true
	}
	return scene{}, false
}

// staged is the ways to lay a scene out: two panes, then one below the other, then what can be chosen alone.
func (r *Screen) staged(s scene) []way {
	var ways []way
	if r.frame.Width >= leastPanes {
		for _, l := range s.layouts {
			l.wide, l.panes = true, true
			ways = append(ways, r.in(l, func() string { return stack(s.head(), r.panes(r.matter, s.body)) }))
		}
	}
	for _, l := range roomy() {
		if s.layouts[0].thick { // bars need their room
			break
		}
		ways = append(ways, r.in(l, func() string { return stack(s.head(), r.stem(), s.body()) }))
	}
	for _, l := range s.layouts {
		l.unseen = true
		ways = append(ways, r.in(l, func() string { return stack(s.head(), s.body()) }))
	}
	return ways
}

// panes sets two texts side by side, each in a part of the window.
func (r *Screen) panes(left, right func() string) string {
	room := r.frame.Width - 4 - gutter
	at := room * 9 / 20
	r.narrow = at
	l := left()
	r.narrow = room - at
	text := pane.Columns(l, at, right(), gutter)
	r.narrow = 0
	return text
}

// matter is the situation as it stands beside the choices: of a turn, with what is different.
func (r *Screen) matter() string {
	if was := r.session().TurnOf(); was != nil {
		return r.turn(was)
	}
	return r.situation()
}

// countdown is what is left of the step's time, in a row: as a clock, and as a bar that is read from the back. What is over is counted on, as
// in the notes.
func (r *Screen) countdown() string {
	left, ran := r.session().Remaining(r.tutor.Clock.Now()), r.session().Ran(r.tutor.Clock.Now())
	style := r.frame.Theme.Accent
	if left <= 0 {
		style = r.frame.Theme.Warn
	}
	clock := style.Bold(true).Render(r.tutor.Profile.Countdown(left))
	width, _ := r.column()
	room := width - ansi.StringWidth(clock) - 2
	if room < leastBar {
		return clock
	}
	share := 0.0
	if left > 0 {
		share = float64(left) / float64(left+ran)
	}
	return clock + "  " + strings.TrimRight(chart.Bar(share, room, r.frame.Theme), " ")
}

// leastBar is the width of a bar that shows how time goes by.
const leastBar = 20
