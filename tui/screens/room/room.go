// Package room is an induction session on a projector: one step at a time, large and alone, led from one keyboard. What the
// room must not see is in the notes.
package room

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/parts/confirm"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/parts/ticker"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// mode is what the screen is used for.
type mode int

const (
	leading mode = iota
	jumping      // the overview is up
	adding       // a situation is chosen to be put in
	putting      // an action is chosen to be voted on
	seating      // the number of people is typed
	joining      // how phones join is up
	peeking      // the situation is looked at again
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock   *tutor.Clock
	Library *tutor.Library
	Profile *tutor.Profile
	Rooms   *tutor.Rooms
}

// Screen leads one session.
type Screen struct {
	env     screen.Env
	tutor   Parts
	frame   screen.Frame
	to      screen.ToRoom
	room    *tutor.Room // nil while the room fills
	pane    *pane.Pane
	mode    mode
	list    *list.List[string]
	confirm *confirm.Confirm

	cursor  int             // the choice whose hands are typed
	typing  bool            // the next digit belongs to the number that is there
	before  int             // the hands for that choice before the number was typed
	counted map[string]bool // the choices that the cursor has left in this vote
	refused map[string]bool // the choices whose last number was too large, and was not counted
	at      time.Time       // when the last digit was typed
	layout  layout          // how the step is laid out
	people  string          // the number of people, as far as it is typed
	narrow  int             // the width of the column that is laid out; 0 for all there is

	phones     *tutor.Phones       // nil: hands alone
	was        induction.Connected // where they voted last
	found      tutor.Reach         // whether they find this computer, when it was last looked
	moved      bool                // to another address than phones were told
	connecting bool
	left       bool // the screen is gone: a port that is opened late is closed again
	onto       bool // how to get onto the wifi is up, in place of how to vote
	waited     bool // long enough for somebody to have joined

	ticker *ticker.Ticker
}

// New makes the screen. A session that is not open yet begins with the first step forward, once everybody sits.
func New(env screen.Env, parts Parts, to screen.ToRoom) *Screen {
	return &Screen{
		env: env, tutor: parts, to: to, room: to.Room, pane: pane.New(), list: list.New[string](), confirm: confirm.New(env.Nav), ticker: ticker.New(env.After),
		counted: map[string]bool{}, refused: map[string]bool{},
	}
}

// Title names the screen.
func (r *Screen) Title() string { return "Induction" }

// RightClick goes back: by a step, or out of what is shown in its place.
func (r *Screen) RightClick() string {
	if r.mode == leading && r.room != nil {
		return keymap.Name(keymap.Backward())
	}
	return keymap.Name(keymap.Back())
}

// Country is that of the session.
func (r *Screen) Country() (guidance.Jurisdiction, bool) {
	if r.room == nil {
		return r.to.Plan.Jurisdiction, true
	}
	return r.session().Country(), true
}

// Open carries a session on that was left.
func (r *Screen) Open() tea.Cmd {
	if r.room == nil {
		return r.opened()
	}
	if err := r.room.CarryOn(); err != nil {
		r.env.Failed(err)
	}
	r.draw()
	return tea.Batch(r.tick(), r.opened())
}

// opened asks for phones where the facilitator wants them, or the session had them when it was left.
func (r *Screen) opened() tea.Cmd {
	had := false
	if r.room != nil {
		_, had = r.session().Phones()
	}
	if r.to.Votes.Phones || had {
		return r.connect()
	}
	return nil
}

// Close lets the session be carried on elsewhere. No phone can vote from then on.
func (r *Screen) Close() {
	r.left = true
	if r.byPhone() {
		r.phones.Close()
	}
	if r.room != nil {
		r.room.Leave()
	}
}

// stage is what enter can be meant for.
type stage struct {
	mode   mode
	filled bool
	ended  bool
	blank  bool
	place  int
	step   induction.Step
	last   bool // of a vote, the choice after which enter goes on
	unread bool // there is more of the step to read before enter goes on
	why    int  // rationales shown
}

// Stage is the step, and what enter does in it: one press takes one step, also from a clicker that sends enter.
func (r *Screen) Stage() any {
	if r.room == nil {
		return stage{mode: r.mode}
	}
	s := r.session()
	at := stage{mode: r.mode, filled: true, ended: s.HasEnded(), blank: s.IsBlank(), step: s.Step()}
	at.place, _ = s.Place()
	at.last, at.why = s.Round() > 0 && !r.hasNext(), r.room.Explained()
	_, at.unread = r.pane.More()
	at.unread = (at.unread || r.room.Unexplained() > 0) && r.isRead()
	return at
}

// Typing reports whether keys are part of a number.
func (r *Screen) Typing() bool { return r.mode == seating }

func (r *Screen) session() *induction.Session { return r.room.Session() }

// Back goes back to the session from a list, and asks before the session is left open.
func (r *Screen) Back() bool {
	defer r.draw()
	switch {
	case r.mode != leading:
		r.mode = leading
	case r.room == nil || r.session().HasEnded():
		return false
	case r.session().IsBlank():
		r.do((*induction.Session).Show)
	default:
		return !r.confirm.Sure("leave", "Leave the room? "+r.room.Afterwards()+" Esc again leaves.")
	}
	return true
}

// Layout takes the room and the look.
func (r *Screen) Layout(f screen.Frame) {
	r.frame = f
	r.list.Layout(screen.Frame{Width: f.Width, Height: r.height(), Theme: f.Theme})
	r.draw()
	r.reach()
}

// tick looks at the clock again in a while, as long as a countdown runs.
func (r *Screen) tick() tea.Cmd {
	if r.room == nil || !r.session().Timed() || !r.session().Running() {
		return nil
	}
	return r.ticker.Next(r.tutor.Profile.ShownFor(r.session().Remaining(r.tutor.Clock.Now())))
}

// Update takes a message.
func (r *Screen) Update(msg tea.Msg) tea.Cmd {
	press, isKey := msg.(tea.KeyPressMsg)
	_, changed := msg.(screen.ChangedMsg)
	cmd, heard := r.heard(msg)
	switch {
	case heard:
	case r.ticker.Ticked(msg):
		r.room.Look()
	case isKey && !r.woken():
		cmd = r.press(press)
	case !isKey && !changed:
		return nil
	}
	r.draw()
	return tea.Batch(cmd, r.tick())
}

// woken takes up a session that lay still under a closed lid. It reports whether the screen was blank and no longer is: then the key
// has done its work.
func (r *Screen) woken() bool {
	if r.room == nil {
		return false
	}
	blank := r.session().IsBlank()
	r.room.Look()
	return blank && !r.session().IsBlank()
}

// do carries an act out, or says why it can't be done.
func (r *Screen) do(act tutor.Act) (ok bool) {
	err := r.act((*tutor.Room).Do, act)
	if err != nil {
		r.env.Failed(err)
	}
	return err == nil
}

// goes carries out an act that may leave a vote, or says why it can't be done.
func (r *Screen) goes(act tutor.Act) (ok bool) {
	err := r.act((*tutor.Room).Go, act)
	if err != nil {
		r.env.Failed(err)
	}
	return err == nil
}

// act carries an act out. Another step begins at its top.
func (r *Screen) act(carry func(*tutor.Room, tutor.Act) error, act tutor.Act) error {
	place, _ := r.session().Place()
	step := r.session().Step()
	err := carry(r.room, act)
	if now, _ := r.session().Place(); now != place || r.session().Step() != step || r.session().HasEnded() {
		r.cursor, r.typing, r.counted, r.refused = 0, false, map[string]bool{}, map[string]bool{}
		r.draw()
		r.pane.ToTop()
	}
	return err
}

// View draws the screen.
func (r *Screen) View() string {
	switch {
	case r.frame.Theme == nil || r.room != nil && r.session().IsBlank():
		return ""
	case r.listed():
		return pinned(r.list.View(), r.height()) + "\n" + r.foot()
	}
	return pinned(r.pane.View(), r.height()) + "\n" + r.foot()
}
