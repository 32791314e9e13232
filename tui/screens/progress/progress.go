// Package progress is the screen of what the record amounts to. Its first screen says how the learner is doing and what to do next; each
// other question has a place of its own, one key away: the topics, the course over time, how sure and how often right, the history,
// the reflections, and the time put in.
package progress

import (
	"strings"

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
	to         place
	entry      *tutor.Entry
	reflection *progress.Reflection
	page       *int // of the history
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
	screen.Up
	env     screen.Env
	tutor   Parts
	frame   screen.Frame
	at      place
	menus   [places]*list.List[choice] // of each place, so that the learner comes back to where they were
	beside  string                     // charts beside the whole, where there is room
	history shelf
	sums    *tutor.Overview // what the record amounts to; nil until it is asked for, so that no key but the first waits for a long one

	feedback *feedback.Feedback
	reading  *progress.Answer // the answer whose feedback is up; nil for none
	draft    string           // what was begun to be written about it and is not saved yet

	editor   *editor.Editor       // nil unless a reflection is being written
	editing  *progress.Reflection // which one; without a number where it is new
	reworded string               // of which situation a new wording is on its way to the disk; "" for none
	written  bool                 // a new reflection is on its way to the disk
	confirm  *confirm.Confirm
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	p := &Screen{env: env, tutor: parts, feedback: feedback.New(env, parts.Parts), confirm: confirm.New(env.Nav)}
	p.Up = p.up
	for i := range p.menus {
		p.menus[i] = list.New[choice]()
	}
	return p
}

// Title names the screen, and where in it the learner is.
func (p *Screen) Title() string {
	title := "Progress"
	if p.at != whole {
		title += " · " + p.at.name()
	}
	switch {
	case p.reading != nil:
		title += " · " + p.tutor.Clock.Date(p.reading.At)
		if p.tutor.Record.Bookmarked(p.reading.Scenario) {
			title += " · bookmarked"
		}
	case p.at == history && p.history.which != tutor.Every:
		title += " · " + p.history.which.Name()
	}
	return title
}

// Open looks at the record again.
func (p *Screen) Open() tea.Cmd {
	p.look()
	return nil
}

// look looks at the record again.
func (p *Screen) look() {
	p.sums, p.history.entries = nil, nil
	p.fill()
}

// overview is what the record amounts to.
func (p *Screen) overview() tutor.Overview {
	if p.sums == nil {
		s := p.tutor.Progress.Overview()
		p.sums = &s
	}
	return *p.sums
}

// Typing reports whether letters are text.
func (p *Screen) Typing() bool { return p.editor != nil }

// Writing reports whether a reflection is begun that is kept when the screen goes away.
func (p *Screen) Writing() bool {
	return p.editor != nil && p.editor.Changed() || strings.TrimSpace(p.draft) != ""
}

// Caret is where the next letter goes.
func (p *Screen) Caret() (x, y int, ok bool) { return p.editor.Caret() }

// Back goes back within a feedback, from there to the list that it was opened from, and from that to the whole.
func (p *Screen) Back() bool {
	switch {
	case p.feedback.Back():
	case p.reading != nil:
		p.close()
	case p.at != whole:
		p.enter(whole)
	default:
		return false
	}
	return true
}

// enter goes to a place. What it lists begins at the top, but for the whole.
func (p *Screen) enter(to place) {
	p.at = to
	p.fill()
	if to != whole {
		p.menu().SetPlace(0)
	}
}

// menu is the list of the place that the learner is in.
func (p *Screen) menu() *list.List[choice] { return p.menus[p.at] }

// Layout takes the room and the look.
func (p *Screen) Layout(f screen.Frame) {
	p.frame = f
	p.feedback.Layout(f)
	if p.editor != nil {
		p.editor.Layout(f)
	}
	left, right := p.columns()
	for at, menu := range p.menus {
		if at == int(whole) {
			menu.Layout(screen.Frame{Width: left, Height: f.Height, Theme: f.Theme, Column: right > 0})
		} else {
			menu.Layout(f)
		}
	}
	p.menu().Keep(p.fill) // another window has room for more topics, or fewer
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
		p.look()
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
	here, _ := p.menu().Current()
	switch {
	case keymap.Is(msg, keymap.Erase()) && here.reflection != nil:
		return p.erase(*here.reflection, false)
	case keymap.Is(msg, keymap.EraseEarlier()) && here.reflection != nil:
		return p.erase(*here.reflection, true)
	case keymap.Is(msg, keymap.Bookmark()) && here.entry != nil:
		return p.bookmark(here.entry.Family)
	case keymap.Is(msg, practise()) && here.entry != nil:
		return p.practise(*here.entry)
	case keymap.Is(msg, filters()) && p.at == history:
		return p.turn(msg)
	}
	if c, ok := p.menu().Update(msg); ok {
		return p.choose(c)
	}
	return nil
}

// choose does what the learner chose.
func (p *Screen) choose(c choice) tea.Cmd {
	switch {
	case c.ask != nil:
		return p.env.Push(screen.ToPractice{Ask: *c.ask})
	case c.to != whole:
		p.enter(c.to)
	case c.page != nil:
		p.toPage(*c.page)
	case c.reflection != nil && c.reflection.Seq == 0: // a new wording names the one that is saved
		return p.env.Notice(tutor.StillSaving)
	case c.reflection != nil:
		return p.edit(*c.reflection)
	case c.entry != nil && c.entry.Answer != nil:
		return p.recall(*c.entry.Answer)
	case c.entry != nil:
		return p.practise(*c.entry)
	}
	return nil
}

// up is the part of the screen that is up.
func (p *Screen) up() screen.Part {
	switch {
	case p.editor != nil:
		return p.editor
	case p.reading != nil:
		return p.feedback
	}
	return p.menu()
}

// View draws the screen.
func (p *Screen) View() string {
	if left, right := p.columns(); right > 0 && p.at == whole && p.editor == nil && p.reading == nil {
		return pane.Columns(p.menu().View(), left, p.beside, 0)
	}
	return p.up().View()
}

// Where says which card of how many is up.
func (p *Screen) Where() string { return screen.Where(p.up()) }
