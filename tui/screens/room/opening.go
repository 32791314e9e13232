package room

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/prose"
)

// opening is shown while the room fills.
func (r *Screen) opening() string {
	th, p := r.frame.Theme, r.to.Plan
	situations, _ := p.Families()
	about := prose.Join(p.Audience, p.Jurisdiction.Name(), prose.Count(float64(situations), "situation"), prose.Count(float64(p.Minutes), "minute"))
	return stack(r.heading()+"\n"+r.block("", about, th.Text), r.block("", p.Opening, th.Strong),
		r.hints(), r.size())
}

// hints say how to begin.
func (r *Screen) hints() string {
	hints := []string{"space begins", fmt.Sprintf("r people in the room: %d", r.to.People)}
	if !r.byPhone() {
		hints = append(hints, "v votes from phones")
	}
	return r.block("", strings.Join(append(hints, "? shows the keys"), " · "), r.frame.Theme.Faint)
}

// briefly is the title of what begins, and how to begin.
func (r *Screen) briefly() string { return stack(r.heading(), r.hints()) }

// heading is the title of what begins.
func (r *Screen) heading() string { return r.block("", r.to.Plan.Title, r.frame.Theme.Brand) }

// The window in which a situation and its options stand side by side in letters as large as they can be; and how much wider it may be.
const (
	rightWidth, rightHeight = leastPanes, 28
	littleWider             = 12
)

// size says what size to zoom to, so that the back row can read.
func (r *Screen) size() string {
	now, right := fmt.Sprintf("%d × %d", r.frame.Width, r.frame.Height), fmt.Sprintf("%d × %d", rightWidth, rightHeight)
	text := "For the back row: this size is right, " + now + "."
	switch {
	case r.frame.Width < rightWidth:
		text = "For the back row, letters this large show one thing at a time (" + now + "). Zoom out to about " + right + ", and the situation stays beside its options."
	case r.frame.Width > rightWidth+littleWider:
		text = "For the back row, zoom in (ctrl or ⌘ and +) until the window is about " + right + "; it is " + now + "."
	}
	return r.block("", text, r.frame.Theme.Faint)
}

// mark shows the room where a number is typed: the cursor of a terminal is hard to see from the back.
const mark = "▏"

// Caret is where the next digit goes.
func (r *Screen) Caret() (x, y int, ok bool) {
	if r.mode != seating && (r.mode != leading || r.room == nil || r.session().Round() == 0) {
		return 0, 0, false
	}
	for y, line := range strings.Split(r.View(), "\n") {
		if before, _, ok := strings.Cut(line, mark); ok {
			return ansi.StringWidth(before), y, true
		}
	}
	return 0, 0, false
}

// seats asks for the number of people.
func (r *Screen) seats() string {
	th := r.frame.Theme
	people := r.to.People
	if r.room != nil {
		people = r.session().Room()
	}
	now := fmt.Sprintf("So far: %d. Type the number, then enter.", people)
	return stack(r.block("", "How many people are in the room?", th.Title), th.Cursor.Render(r.people+mark), r.block("", now, th.Faint))
}
