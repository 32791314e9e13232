// Package agenda is where an induction session is planned: a ready-made agenda, one from a file, or one of one's own; and
// where a session that was left is carried on.
package agenda

import (
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/parts/editor"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// choice is what a line of the first list stands for: exactly one is set.
type choice struct {
	carryOn, file, build bool
	agenda               *induction.Plan
}

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock   *tutor.Clock
	Library *tutor.Library
	Profile *tutor.Profile
	Rooms   *tutor.Rooms
	Door    tutor.Door
}

// Screen is the choice of a plan, and the plan that is being changed.
type Screen struct {
	screen.Up
	env     screen.Env
	tutor   Parts
	frame   screen.Frame
	to      screen.ToAgenda
	started bool // the library is there, and what was left has been looked for

	country guidance.Jurisdiction // the learner's own, whose agendas come first
	menu    *list.List[choice]
	usual   int // where the cursor begins: at the first agenda of the slot that inductions most often have
	left    *tutor.UnfinishedRoom
	wrong   []string // why something could not be read
	plan    *induction.Plan
	planner *list.List[line]
	moved   movedPlan  // how the plan was before its country was changed
	peeked  *pane.Pane // a situation that is looked at; nil for none
	editor  *editor.Editor
	typed   func(string) tea.Cmd // takes what was typed in the editor
}

// New makes the screen.
func New(env screen.Env, parts Parts, to screen.ToAgenda) *Screen {
	a := &Screen{env: env, tutor: parts, to: to, menu: list.New[choice](), planner: list.New[line]()}
	a.Up = a.up
	return a
}

// Title names the screen.
func (a *Screen) Title() string { return "Induction" }

// Country is that of the plan, or the learner's own.
func (a *Screen) Country() (guidance.Jurisdiction, bool) {
	if a.plan != nil {
		return a.plan.Jurisdiction, true
	}
	return a.country, a.started
}

// Open begins as soon as the library is there.
func (a *Screen) Open() tea.Cmd { return a.start() }

func (a *Screen) start() tea.Cmd {
	if a.started || a.tutor.Library.Pack() == nil {
		return nil
	}
	a.started, a.country = true, a.tutor.Profile.Learner().Jurisdiction
	a.fill()
	a.menu.SetPlace(a.usual)
	if a.to.Plan != nil {
		a.edit(*a.to.Plan)
		if a.to.People > 0 {
			return a.begin(a.to.People)
		}
	}
	return screen.Run(a.tutor.Rooms.FindUnfinished(), func(found tutor.UnfinishedRooms) tea.Msg { return leftMsg(found) })
}

// Layout takes the room and the look.
func (a *Screen) Layout(f screen.Frame) {
	a.frame = f
	a.menu.Layout(f)
	a.planner.Layout(f)
	if a.editor != nil {
		a.editor.Layout(f)
	}
	a.drawPeek()
	a.fill()
	a.fillPlan()
}

// Typing reports whether letters are text.
func (a *Screen) Typing() bool { return a.editor != nil }

// stage is what enter can be meant for.
type stage struct{ planning, peeking, writing bool }

// Stage is the agendas, the plan, or what is asked of it.
func (a *Screen) Stage() any { return stage{a.plan != nil, a.peeked != nil, a.editor != nil} }

// Caret is where the next letter goes.
func (a *Screen) Caret() (x, y int, ok bool) { return a.editor.Caret() }

// Back goes back from a situation to the plan, and from that to the agendas.
func (a *Screen) Back() bool {
	if a.peeked != nil {
		a.peeked = nil
		return true
	}
	if a.plan == nil || a.to.Plan != nil {
		return false
	}
	a.plan = nil
	return true
}

// The results of what takes time.
type (
	leftMsg   tutor.UnfinishedRooms // whether a session was left
	openedMsg tutor.OpenedRoom      // a session that was left is open again
	readMsg   struct {              // a plan's file was read
		plan induction.Plan
		err  error
	}
	savedMsg struct { // a plan's file was written
		path string
		err  error
	}
)

// Update takes a message.
func (a *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		return a.start()
	case leftMsg:
		a.left, a.wrong = msg.Latest, tutor.PlanMistakes(msg.Err)
		a.fill()
		if a.left != nil || a.wrong != nil { // it stands at the top
			a.menu.SetPlace(0)
		}
	case openedMsg:
		if msg.Err != nil {
			return a.env.Failed(msg.Err)
		}
		return a.env.Replace(screen.ToRoom{Room: msg.Room, Votes: a.to.Votes})
	case readMsg:
		a.wrong = tutor.PlanMistakes(msg.err)
		if msg.err == nil {
			a.edit(msg.plan)
		}
		a.fill()
		a.menu.SetPlace(0)
	case savedMsg:
		if msg.err != nil {
			return a.env.Failed(msg.err)
		}
		return a.env.Notice("The plan is written to " + msg.path + ". probity induction --plan takes it, and --room how many people there are.")
	default:
		return a.key(msg)
	}
	return nil
}

// key is a key press, or what an editor has a use for.
func (a *Screen) key(msg tea.Msg) tea.Cmd {
	press, isKey := msg.(tea.KeyPressMsg)
	switch {
	case a.editor != nil:
		return a.write(msg)
	case !isKey || !a.started:
		return nil
	case a.peeked != nil:
		if !a.peeked.Read(press) {
			a.peeked = nil
		}
		return nil
	case a.plan != nil:
		return a.change(press)
	}
	if c, ok := a.menu.Update(press); ok {
		return a.do(c)
	}
	return nil
}

func (a *Screen) do(c choice) tea.Cmd {
	t := a.tutor
	switch {
	case c.carryOn && a.left != nil:
		return screen.Run(t.Rooms.Open(a.left.ID), func(o tutor.OpenedRoom) tea.Msg { return openedMsg(o) })
	case c.file:
		bank, door := t.Library.Pack().Bank, t.Door
		return a.ask(editor.Options{Heading: "A plan from a file", Prompt: "Where is it? For example induction.toml", Enter: "read it"}, func(path string) tea.Cmd {
			return func() tea.Msg { plan, err := door.ReadPlan(path, bank); return readMsg{plan, err} }
		})
	case c.build:
		plan, _ := induction.Build(t.Library.Pack().Bank, "Induction", a.country, tutor.UsualSlot) // it has no situations yet
		a.edit(plan)
	case c.agenda != nil:
		a.edit(*c.agenda)
	}
	return nil
}

// ask asks for a line of text, and goes on with it.
func (a *Screen) ask(line editor.Options, then func(string) tea.Cmd) (cmd tea.Cmd) {
	a.typed = then
	line.Line, line.Limit, line.TooLong, line.Esc = true, 400, "That was too long, and the rest was left out.", "back without it"
	a.editor, cmd = editor.New(a.env, a.frame, line)
	return cmd
}

// write is a message while something is typed.
func (a *Screen) write(msg tea.Msg) tea.Cmd {
	done, cmd := a.editor.Update(msg)
	if done == editor.Writing {
		return cmd
	}
	value := prose.Line(a.editor.Value())
	a.editor = nil
	if done == editor.Left || value == "" {
		return nil
	}
	return a.typed(value)
}

// up is the part of the screen that is up.
func (a *Screen) up() screen.Part {
	switch {
	case a.editor != nil:
		return a.editor
	case a.peeked != nil:
		return a.peeked
	case a.plan != nil:
		return a.planner
	}
	return a.menu
}
