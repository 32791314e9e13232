// Package notes is what the facilitator of an induction session sees, in a terminal of its own beside the room's: prompts,
// arguments, the key, the votes and the time. It looks at the session's file and changes nothing.
package notes

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/parts/qr"
	"probity/tui/parts/question"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock   *tutor.Clock
	Library *tutor.Library
	Rooms   *tutor.Rooms
}

// Screen follows the session that is open.
type Screen struct {
	env     screen.Env
	tutor   Parts
	frame   screen.Frame
	pane    *pane.Pane
	watch   *tutor.Watch       // nil until the library is loaded
	session *induction.Session // nil until there is one
	err     error              // why the session cannot be read
	place   int                // of the situation that is shown
	own     bool               // how the facilitator's own phone gets the notes is shown
	second  int64              // when the notes were drawn
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	return &Screen{env: env, tutor: parts, pane: pane.New()}
}

// Title names the screen.
func (n *Screen) Title() string { return "Notes" }

// Country is that of the session that is followed.
func (n *Screen) Country() (guidance.Jurisdiction, bool) {
	if n.session == nil {
		return "", false
	}
	return n.session.Country(), true
}

// Layout takes the room and the look.
func (n *Screen) Layout(f screen.Frame) {
	n.frame = f
	n.pane.Resize(f.Width, f.Height)
	n.draw()
}

// every is how often the session is looked at: it is to be followed within a fifth of a second.
const every = 100 * time.Millisecond

type (
	lookMsg   struct{} // it is time to look
	lookedMsg struct {
		session *induction.Session
		fresh   bool
		err     error
	}
)

// Update takes a message.
func (n *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		return n.begin()
	case lookMsg:
		watch := n.watch
		return func() tea.Msg {
			s, fresh, err := watch.Look()
			return lookedMsg{s, fresh, err}
		}
	case lookedMsg:
		n.take(msg)
		return n.env.After(every, lookMsg{})
	case tea.KeyPressMsg:
		return n.press(msg)
	}
	return nil
}

// begin looks for the first time, once the library is there.
func (n *Screen) begin() tea.Cmd {
	if n.watch != nil || n.tutor.Library.Pack() == nil {
		return nil
	}
	n.watch = n.tutor.Rooms.Watch()
	return func() tea.Msg { return lookMsg{} }
}

// take takes what a look found. When the session can't be read any more, what was shown stays, below the error.
func (n *Screen) take(msg lookedMsg) {
	if msg.fresh {
		n.err = msg.err
		if s := msg.session; s != nil && (n.session != nil || !s.HasEnded()) { // not one that was over before these notes
			n.session = msg.session
		}
	}
	now := n.tutor.Clock.Now().Unix()
	if !msg.fresh && now == n.second {
		return
	}
	n.second = now
	n.draw()
	if n.session == nil {
		return
	}
	if place, _ := n.session.Place(); place != n.place {
		n.place = place
		n.pane.ToTop()
	}
}

func (n *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Quit(), keymap.OwnPhone()) && n.Back():
	case keymap.Is(msg, keymap.Quit()):
		return n.env.Request(screen.Quit{})
	case keymap.Is(msg, keymap.OwnPhone()) && n.connected():
		n.own = true
		n.draw()
		n.pane.ToTop()
	default:
		n.pane.Browse(msg)
	}
	return nil
}

// draw lays the notes out: what to do now first; beside it the arguments, where there is room.
func (n *Screen) draw() {
	if n.frame.Theme == nil {
		return
	}
	width := pane.Measure(n.frame.Width)
	if n.session == nil {
		n.pane.Set(n.waiting(width))
		return
	}
	p := n.tutor.Rooms.NotesOn(n.session)
	if n.own = n.own && p.Own != ""; n.own {
		n.pane.Set(n.square(p.Own, width))
		return
	}
	if n.frame.Wide() {
		left, right := question.Columns(n.frame.Width)
		n.pane.Set(pane.Columns(n.wrong(left)+n.now(p, left), left, n.arguments(p, right), question.Gutter))
		return
	}
	n.pane.Set(n.wrong(width) + n.now(p, width) + "\n" + n.arguments(p, width))
}

// connected reports whether phones vote in the session, so that the facilitator's own can have the notes.
func (n *Screen) connected() bool {
	if n.session == nil || n.session.HasEnded() {
		return false
	}
	_, ok := n.session.Phones()
	return ok
}

// Back leaves what is shown for the facilitator's own phone.
func (n *Screen) Back() bool {
	if !n.own {
		return false
	}
	n.own = false
	n.draw()
	return true
}

// square is how the facilitator's own phone gets these notes.
func (n *Screen) square(address string, width int) string {
	th := n.frame.Theme
	says := func(width int) string {
		return "\n" + pane.Hang("  ", "These notes on your own phone, with next and back. Who has the address leads the session: show it to nobody.", width, th.Text)
	}
	typed := "\n" + pane.Hang("  ", strings.TrimPrefix(address, "http://"), width, th.Brand)
	square, err := qr.Draw(address, qr.For(th))
	switch {
	case err != nil:
		return says(width) + "\n" + typed
	case n.frame.Width >= lipgloss.Width(square)+leastBeside:
		left := n.frame.Width - lipgloss.Width(square) - question.Gutter
		return pane.Columns(says(left), left, square, question.Gutter) + typed
	}
	return square + typed + "\n" + says(width)
}

// leastBeside is the room in which the words beside a square can be read.
const leastBeside = 30

func (n *Screen) waiting(width int) string {
	th := n.frame.Theme
	return n.wrong(width) + "\n" + pane.Hang("  ", "Waiting for a session to begin.", width, th.Title) + "\n" +
		pane.Hang("  ", "Start it on the room's screen with probity induction; these notes follow by themselves.", width, th.Faint)
}

// wrong says why the session cannot be read.
func (n *Screen) wrong(width int) string {
	if n.err == nil {
		return ""
	}
	return "\n" + pane.Hang("  ", prose.Sentence(n.err), width, n.frame.Theme.Warn) + "\n"
}

// section is a heading with lines under it; "" when there are none.
func (n *Screen) section(heading string, width int, style lipgloss.Style, texts ...string) string {
	var b strings.Builder
	for _, t := range texts {
		if t != "" {
			b.WriteString(pane.Hang("  ", prose.Line(t), width, style) + "\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n" + pane.Hang("  ", heading, width, n.frame.Theme.Heading) + "\n" + b.String()
}

// now is where the session is and what to do.
func (n *Screen) now(p tutor.NotesPage, width int) string {
	th := n.frame.Theme
	step := p.Step
	if p.Left != "" {
		step += " · " + p.Left
	}
	text := "\n" + pane.Hang("  ", prose.Line(p.Place), width, th.Title) + "\n" + pane.Hang("  ", step, width, th.Cursor) + "\n" +
		pane.Hang("  ", p.Session, width, th.Faint) + "\n"
	if p.State != "" {
		text += pane.Hang("  ", p.State, width, th.Warn) + "\n"
	}
	return text + n.section("Now", width, th.Strong, p.Cue) + n.section("Next", width, th.Text, p.Next) +
		n.section("One thing is different", width, th.Text, p.Turn...) +
		n.section("Votes", width, th.Text, p.Votes...) + n.section("Key", width, th.Right, p.Key) +
		n.section("What makes the difference", width, th.Text, p.Turned...) +
		n.section("What was met", width, th.Text, p.Met...) + n.section("Prompts", width, th.Text, p.Prompts...) + n.section("It comes down to", width, th.Text, p.Lesson)
}

// arguments is what may be argued for and against each option, and where it is written.
func (n *Screen) arguments(p tutor.NotesPage, width int) string {
	if len(p.Arguments) == 0 {
		return ""
	}
	th := n.frame.Theme
	text := "\n" + pane.Hang("  ", "Likely arguments", width, th.Heading) + "\n"
	for _, a := range p.Arguments {
		text += "\n" + pane.Hang("  "+th.Letter.Render(a.Letter)+"  ", prose.Line(a.Text), width, th.Text) + "\n"
		if a.Key != "" {
			text += pane.Hang("     ", a.Key, width, th.Right) + "\n"
		}
		text += pane.Hang("     ", prose.Line(a.Why), width, th.Faint) + "\n"
	}
	return text + n.section("Where it is written", width, th.Faint, p.Sources...)
}

// View draws the screen.
func (n *Screen) View() string { return n.pane.View() }

// More reports whether there is more above and below the window.
func (n *Screen) More() (above, below bool) { return n.pane.More() }

// Click does nothing: notes are read.
func (n *Screen) Click(_, _ int) string { return "" }

// Wheel scrolls by lines.
func (n *Screen) Wheel(x, y, lines int) { n.pane.Wheel(x, y, lines) }

// Keys are the bindings that work here.
func (n *Screen) Keys() []key.Binding {
	keys := []key.Binding{keymap.New("↑/↓", "scroll", "up", "down", "k", "j"), keymap.Quit()}
	switch {
	case n.own:
		keys = []key.Binding{keymap.New("v/esc", "back to the notes", "v", "esc")}
	case n.connected():
		keys = slices.Insert(keys, 0, keymap.OwnPhone())
	}
	return append(keys, pane.Keys()...)
}
