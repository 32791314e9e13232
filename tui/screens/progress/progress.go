// Package progress is the screen of what the record amounts to: what the learner is good at, what to do next, how well they
// know what they know, and the time they put in.
package progress

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/parts/confirm"
	"probity/tui/parts/editor"
	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// choice is what a line of the screen stands for: one of its fields is set.
type choice struct {
	ask        *tutor.Selection
	mistake    *progress.Answer
	reflection *progress.Reflection
	bookmark   *progress.Bookmark
}

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	feedback.Parts
	Clock    *tutor.Clock
	Record   *tutor.Record
	Progress *tutor.Progress
}

// Screen shows the whole record, and leads to what can be done about it.
type Screen struct {
	env      screen.Env
	tutor    Parts
	frame    screen.Frame
	menu     *list.List[choice]
	charts   *pane.Pane // beside the menu, where there is room
	feedback *feedback.Feedback
	reading  *progress.Answer     // the mistake whose feedback is up; nil for none
	editor   *editor.Editor       // nil unless a reflection is being edited
	editing  *progress.Reflection // which one
	reworded string               // of which situation a new wording is on its way to the disk; "" for none
	confirm  *confirm.Confirm
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	return &Screen{env: env, tutor: parts, menu: list.New[choice](), charts: pane.New(), feedback: feedback.New(env, parts.Parts), confirm: confirm.New(env.Nav)}
}

// Title names the screen.
func (p *Screen) Title() string {
	if p.reading != nil && p.tutor.Record.Bookmarked(p.reading.Scenario) {
		return "Progress · bookmarked"
	}
	return "Progress"
}

// Open looks at the record again.
func (p *Screen) Open() tea.Cmd {
	p.fill()
	return nil
}

// Typing reports whether letters are text.
func (p *Screen) Typing() bool { return p.editor != nil }

// Caret is where the next letter goes.
func (p *Screen) Caret() (x, y int, ok bool) { return p.editor.Caret() }

// Back goes back within the feedback on a mistake, and from there to the whole.
func (p *Screen) Back() bool {
	if p.feedback.Back() {
		return true
	}
	was := p.reading != nil
	p.close()
	return was
}

// close goes back from a mistake to the whole.
func (p *Screen) close() {
	p.reading = nil
	p.feedback.Clear()
}

// Layout takes the room and the look.
func (p *Screen) Layout(f screen.Frame) {
	p.frame = f
	p.feedback.Layout(f)
	if p.editor != nil {
		p.editor.Layout(f)
	}
	left, right := p.widths()
	p.menu.Layout(screen.Frame{Width: left, Height: f.Height, Theme: f.Theme, Column: right > 0})
	p.charts.Resize(right, f.Height)
	p.fill()
}

// widths is the room of the list and of the charts beside it; 0 for the charts where they stand in the list.
func (p *Screen) widths() (list, charts int) {
	const leastHeight, most = 32, 84
	if !p.frame.Wide() || p.frame.Height < leastHeight {
		return p.frame.Width, 0
	}
	list = min(p.frame.Width*55/100, most)
	return list, min(p.frame.Width-list, most)
}

// Update takes a message.
func (p *Screen) Update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(forgottenMsg); ok { // whatever is up by now
		return p.forgotten(msg)
	}
	if p.editor != nil {
		return p.write(msg)
	}
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		p.fill()
		p.sayKept()
	case tea.KeyPressMsg:
		if p.reading != nil {
			return p.read(msg)
		}
		return p.press(msg)
	}
	return nil
}

func (p *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	p.confirm.Press()
	switch {
	case keymap.Is(msg, keymap.Erase()):
		return p.erase(false)
	case keymap.Is(msg, keymap.EraseEarlier()):
		return p.erase(true)
	case keymap.Is(msg, keymap.Bookmark()):
		return p.takeAway()
	}
	p.charts.Update(msg) // beside the list, they page with it
	c, ok := p.menu.Update(msg)
	switch {
	case !ok:
		return nil
	case c.ask != nil:
		return p.env.Push(screen.ToPractice{Ask: *c.ask})
	case c.mistake != nil:
		return p.recall(*c.mistake)
	case c.reflection != nil:
		return p.edit(*c.reflection)
	case c.bookmark != nil:
		return p.comeBack(*c.bookmark)
	}
	return nil
}

// recall opens a confident mistake as it was marked.
func (p *Screen) recall(a progress.Answer) tea.Cmd {
	out, lines, ok := p.tutor.Progress.Recall(a)
	if !ok {
		return p.env.Notice("This situation is no longer in the library.")
	}
	p.reading = &a
	return p.feedback.ShowEarlier(out, lines, p.tutor.Library.Reworded(a))
}

func (p *Screen) read(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Enter("")):
		p.close()
	case keymap.Is(msg, keymap.Bookmark()):
		return p.env.Notice(p.tutor.Record.Bookmark(p.reading.Scenario))
	default:
		p.feedback.Update(msg)
	}
	return nil
}

// View draws the screen.
func (p *Screen) View() string {
	switch left, right := p.widths(); {
	case p.editor != nil:
		return p.editor.View()
	case p.reading != nil:
		return p.feedback.View()
	case right > 0:
		return pane.Columns(p.menu.View(), left, p.charts.View(), 0)
	}
	return p.menu.View()
}

// More reports whether there is more above and below the window.
func (p *Screen) More() (above, below bool) {
	switch {
	case p.editor != nil:
		return p.editor.More()
	case p.reading != nil:
		return p.feedback.More()
	}
	above, below = p.menu.More()
	if _, right := p.widths(); right > 0 {
		over, under := p.charts.More()
		above, below = above || over, below || under
	}
	return above, below
}

// Where says which card of how many is up.
func (p *Screen) Where() string {
	switch _, right := p.widths(); {
	case p.editor != nil || right > 0 && p.reading == nil:
		return ""
	case p.reading != nil:
		return p.feedback.Where()
	}
	return p.menu.Where()
}

// Keys are the bindings that work now.
func (p *Screen) Keys() []key.Binding {
	switch {
	case p.editor != nil:
		return p.editor.Keys()
	case p.reading != nil:
		keys := append([]key.Binding{keymap.Enter("back to the whole")}, p.feedback.Changes()...)
		return slices.Concat(keys, []key.Binding{keymap.Move(), keymap.Bookmark()}, pane.Keys(), p.feedback.Elsewhere(), []key.Binding{keymap.Back()})
	}
	does := "open"
	c, _ := p.menu.Current()
	switch {
	case c.ask != nil, c.bookmark != nil:
		does = "practise"
	case c.reflection != nil:
		does = "edit"
	}
	keys := list.Keys(does)
	if c.reflection != nil {
		keys = append(keys, keymap.Erase())
		if p.tutor.Record.History().Reworded(*c.reflection) {
			keys = append(keys, keymap.EraseEarlier())
		}
	}
	if c.bookmark != nil {
		keys = append(keys, keymap.Bookmark())
	}
	return append(append(keys, keymap.Back()), pane.Keys()...)
}
