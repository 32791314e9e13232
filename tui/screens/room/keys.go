package room

import (
	"fmt"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios/induction"
	"probity/tui/parts/keymap"
	"probity/tui/tutor"
)

// press is a key press.
func (r *Screen) press(msg tea.KeyPressMsg) (cmd tea.Cmd) {
	switch {
	case r.mode == seating:
		r.seat(msg)
	case keymap.Is(msg, keymap.Wifi()) && r.hasWifi():
		r.onto = !r.onto
	case r.mode == joining && keymap.Is(msg, keymap.Phones(), keymap.Forward(), keymap.Enter("")):
		r.mode = leading
	case keymap.Is(msg, keymap.Phones()) && r.mode == leading:
		return r.connect()
	case r.mode == joining && r.room != nil:
		r.pane.Read(msg)
	case r.room == nil:
		return r.fill(msg)
	case r.mode == peeking:
		r.peek(msg)
	case r.mode != leading:
		r.choose(msg)
	case r.session().IsBlank():
		r.do((*induction.Session).Show)
	case r.session().Round() > 0 && r.count(msg):
	case r.walk(msg):
	default:
		r.command(msg)
	}
	return nil
}

// fill is a key press while the room fills: a step forward begins.
func (r *Screen) fill(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Forward(), keymap.Enter(""), keymap.PageDown()):
		if r.tutor.Library.Pack() == nil {
			return r.env.Notice("Getting the situations ready…")
		}
		room, err := r.tutor.Rooms.Begin(r.to.Plan, r.to.People)
		if err != nil {
			return r.env.Failed(err)
		}
		r.room, r.mode = room, leading
		if r.byPhone() {
			err = room.Attach(r.phones)
		}
		if err != nil {
			return r.env.Failed(err)
		}
		if !room.SavingEnabled() {
			return r.env.Notice("This session is not being kept: what Probity keeps cannot be written here.")
		}
	case keymap.Is(msg, keymap.People()):
		r.mode, r.people = seating, ""
	default:
		r.pane.Read(msg)
	}
	return nil
}

// walk goes by steps, or scrolls where there is more to see.
func (r *Screen) walk(msg tea.KeyPressMsg) bool {
	above, below := r.pane.More()
	switch {
	case keymap.Is(msg, keymap.PageDown()) && below, keymap.Is(msg, keymap.PageUp()) && above:
		return r.pane.Update(msg)
	case below && r.isRead() && keymap.Is(msg, keymap.ReadOn()):
		r.pane.Scroll(r.pane.Page())
	case !below && (keymap.Is(msg, keymap.ReadOn(), keymap.PageDown(), keymap.Down())) && r.explain(+1):
	case !above && keymap.Is(msg, keymap.Up(), keymap.PageUp()) && r.explain(-1):
	case keymap.Is(msg, keymap.Forward(), keymap.Enter(""), keymap.PageDown()):
		r.forward()
	case keymap.Is(msg, keymap.Backward(), keymap.Correct(), keymap.PageUp()):
		r.goes((*induction.Session).Back)
	default:
		return r.pane.Read(msg)
	}
	return true
}

// isRead reports whether the step is text to be read to its end.
func (r *Screen) isRead() bool {
	return r.session().Round() == 0 && !r.session().HasEnded()
}

// forward goes on by a step; from a vote only when every number in it could be counted.
func (r *Screen) forward() {
	if r.uncounted() {
		return
	}
	waits := r.room.Missing() > 0
	if err := r.act(func(room *tutor.Room, _ tutor.Act) error { return room.Forward() }, nil); err != nil {
		if waits {
			err = fmt.Errorf("%w with c. The key stays hidden until the answer", err)
		}
		r.env.Failed(err)
	}
}

// closeVote goes on from a vote although not everybody has voted, unless a number in it was refused.
func (r *Screen) closeVote() {
	if !r.uncounted() {
		r.goes((*induction.Session).CloseVote)
	}
}

// command is what a letter asks for.
func (r *Screen) command(msg tea.KeyPressMsg) {
	switch {
	case keymap.Is(msg, keymap.CloseVote()):
		r.closeVote()
	case keymap.Is(msg, keymap.MoreTime()):
		r.do(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Extend(time.Minute, now) })
	case keymap.Is(msg, keymap.Pause()) && r.session().Running():
		r.do((*induction.Session).Pause)
	case keymap.Is(msg, keymap.Pause()):
		r.do((*induction.Session).Unpause)
	case keymap.Is(msg, keymap.Blank()):
		r.do((*induction.Session).Blank)
	case keymap.Is(msg, keymap.Skip()) && r.session().IsClosing():
		r.env.Notice("The session is at its closing: there is no situation to leave out.")
	case keymap.Is(msg, keymap.Skip()):
		if r.confirm.Sure("skip", "Skip this situation? s again leaves it out and goes on to the next.") {
			r.goes((*induction.Session).Skip)
		}
	case keymap.Is(msg, keymap.End()) && !r.session().HasEnded():
		if r.confirm.Sure("end", "End the session here? e again ends it; ← takes it up again.") {
			r.goes((*induction.Session).End)
		}
	case keymap.Is(msg, keymap.Jump()):
		r.overview()
	case keymap.Is(msg, keymap.Add()) && r.session().IsClosing():
		r.env.Notice("The session is at its closing: g goes back to a situation, and another can be put after it.")
	case keymap.Is(msg, keymap.Add()):
		r.offers()
	case keymap.Is(msg, keymap.Peek()) && !r.session().IsClosing() && !r.session().HasEnded():
		r.mode = peeking
		r.draw()
		r.pane.ToTop()
	case keymap.Is(msg, keymap.PutAction()):
		r.actions()
	case keymap.Is(msg, keymap.People()):
		r.mode, r.people = seating, ""
	}
}

// peek is a key press while the situation is looked at again: one that scrolls, or any other to go back to the step.
func (r *Screen) peek(msg tea.KeyPressMsg) {
	if !r.pane.Read(msg) {
		r.mode = leading
		r.draw()
		r.pane.ToTop()
	}
}

// mostDigits is how long a number can be: rooms hold hundreds.
const mostDigits = 3

// seat is a key press while the number of people is typed.
func (r *Screen) seat(msg tea.KeyPressMsg) {
	switch {
	case keymap.Is(msg, keymap.Back()):
		r.mode = leading
	case keymap.Is(msg, keymap.Correct()):
		r.people = r.people[:max(0, len(r.people)-1)]
	case keymap.Is(msg, keymap.Hands()) && len(r.people) < mostDigits:
		r.people += msg.String()
	case keymap.Is(msg, keymap.Enter("")):
		n, _ := strconv.Atoi(r.people) // nothing typed is refused as 0
		if r.people = ""; r.seated(n) {
			r.mode = leading
		}
	}
}

// seated makes it so many people, before the session begins or in it.
func (r *Screen) seated(n int) bool {
	if r.room != nil {
		return r.do(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Seat(n, now) })
	}
	if err := induction.CheckRoom(n); err != nil {
		r.env.Failed(err)
		return false
	}
	r.to.People = n
	return true
}
