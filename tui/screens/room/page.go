package room

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios/induction"
	"probity/tui/cells"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// How long a line may be to be read from the back row without losing it: three quarters of the window, within these.
const (
	short  = 64
	widest = 112
)

// column is the width of the text, and how far it is set in.
func (r *Screen) column() (width, indent int) {
	if width = max(1, r.frame.Width-4); r.narrow > 0 {
		return r.narrow, (r.frame.Width - width) / 2
	}
	if !r.layout.wide {
		width = min(width, max(short, min(widest, r.frame.Width*3/4)))
	}
	return width, max(0, (r.frame.Width-width)/2)
}

// height is what is left above the line at the foot.
func (r *Screen) height() int {
	if r.frame.Height < 12 {
		return max(1, r.frame.Height-1)
	}
	return r.frame.Height - 2
}

func pageFrame(f screen.Frame, height int) screen.Frame {
	return screen.Frame{Width: f.Width, Height: height, Theme: f.Theme}
}

// draw lays the step out: the roomiest way that fits, in the middle of the screen; or else the tightest, to scroll in.
func (r *Screen) draw() {
	if r.frame.Theme == nil {
		return
	}
	height := r.height()
	r.pane.Resize(r.frame.Width, height)
	text := r.fit(r.ways(), height)
	_, indent := r.column()
	above := max(0, (height-lines(text))*2/5)
	if r.layout.panes {
		above = min(above, height/8)
	}
	pad := strings.Repeat(" ", indent)
	all := strings.Split(text, "\n")
	for i, l := range all {
		if l != "" {
			all[i] = pad + l
		}
	}
	r.pane.Set(strings.Repeat("\n", above) + strings.Join(all, "\n"))
}

// reach scrolls the choice at the cursor into the window.
func (r *Screen) reach() {
	if above, below := r.pane.More(); r.mode != leading || r.room == nil || r.session().Round() == 0 || !above && !below {
		return
	}
	from, to := r.choiceLines()
	r.pane.Show(from, to)
}

func lines(text string) int { return strings.Count(text, "\n") + 1 }

// pinned is text of just so many lines, so that what follows stands at the foot.
func pinned(text string, height int) string {
	all := strings.Split(text, "\n")
	return strings.Join(append(all, make([]string, max(0, height-len(all)))...)[:height], "\n")
}

// foot is the one line that is not the room's: where the session is, and at its end how it stands against the plan.
func (r *Screen) foot() string {
	th, left, right := r.frame.Theme, "", ""
	if r.room != nil {
		right = tutor.DriftMark(r.session().Drift(r.tutor.Clock.Now()))
		if r.room.Trouble() != nil {
			right = "not saved  " + right
		}
		if r.byPhone() && r.found == tutor.Alone {
			right = "no network  " + right
		}
	}
	room := max(0, r.frame.Width-4-ansi.StringWidth(right)-2)
	if r.room != nil {
		left = cells.Cut(r.standing(room), room, "…")
	}
	gap := strings.Repeat(" ", max(1, r.frame.Width-4-ansi.StringWidth(left)-ansi.StringWidth(right)))
	line := cells.Cut("  "+th.Faint.Render(left)+gap+th.Faint.Render(right), r.frame.Width, "")
	if r.height() == r.frame.Height-2 {
		return "\n" + line
	}
	return line
}

// standing is where the session is, in a few words. Where there is no room for all of them, those in the middle go first: the last
// matters most.
func (r *Screen) standing(room int) string {
	s := r.session()
	n, of := s.Place()
	parts := []string{fmt.Sprintf("%d of %d", n, of), s.Doing()}
	if s.TurnOf() != nil && s.Step() != induction.Situation {
		parts = slices.Insert(parts, 1, "one thing different")
	}
	switch {
	case s.HasEnded():
		return "The end"
	case s.IsClosing():
		parts = []string{"The closing", s.Doing()}
	}
	switch {
	case r.mode != leading:
	case s.Round() > 0:
		parts = append(parts, r.room.Voted())
	case s.Timed() && !s.Running():
		parts = append(parts, "paused")
	}
	if n := r.room.Unexplained(); n > 0 && r.mode == leading {
		parts = append(parts, fmt.Sprintf("↓ why, %d of %d", r.room.Explained()+1, r.room.Explained()+n))
	}
	if above, below := r.pane.More(); (r.mode == leading || r.mode == peeking) && (above || below) {
		if s.Timed() && above {
			parts = append(parts, r.tutor.Profile.Countdown(s.Remaining(r.tutor.Clock.Now())))
		}
		parts = append(parts, map[bool]string{true: "more ↓", false: "more ↑"}[below])
	}
	const hint = "q the situation"
	if with := strings.Join(append(parts, hint), " · "); r.mode == leading && r.layout.unseen && ansi.StringWidth(with) <= room {
		return with
	}
	for len(parts) > 1 && ansi.StringWidth(strings.Join(parts, " · ")) > room {
		at := min(1, len(parts)-2)
		parts = slices.Delete(parts, at, at+1)
	}
	return strings.Join(parts, " · ")
}
