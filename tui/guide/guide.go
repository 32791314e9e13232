// Package guide is the guidance on screen: documents, topics, every clause, what changed, where countries differ, and
// the situations that teach each clause.
package guide

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"probity/tui/keymap"
	"probity/tui/menu"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// place is somewhere in the guidance: the shelf, a list or a clause.
type place struct {
	kind kind
	id   string
}

type kind int

const (
	shelf kind = iota
	source
	topic
	countries
	clause
	situation // not a place: opens a practice with this one
)

// Guide is the screen. Its trail is the way the learner came, back to the shelf.
type Guide struct {
	env     screen.Env
	trail   []place
	menu    *menu.Menu[place]
	finder  textinput.Model
	finding bool
	frame   screen.Frame
	opened  string // the clause the screen was opened at, until the library is there
}

// New makes the screen, at a clause if one is named.
func New(env screen.Env, to screen.ToGuidance) *Guide {
	g := &Guide{env: env, trail: []place{{kind: shelf}}, menu: menu.New[place](), finder: textinput.New(), opened: to.Clause}
	g.finder.Prompt = "Search: "
	g.finder.CharLimit = 80
	return g
}

// Title names the place.
func (g *Guide) Title() string {
	switch here := g.here(); here.kind {
	case source, clause, topic:
		return "Guidance · " + g.name(here)
	case countries:
		return "Guidance · UK and Ireland"
	}
	return "Guidance"
}

func (g *Guide) here() place { return g.trail[len(g.trail)-1] }

// Arrange takes the room and the look.
func (g *Guide) Arrange(f screen.Frame) {
	f.Width = min(f.Width, 110)
	g.frame = f
	g.finder.SetWidth(max(1, min(60, f.Width-14)))
	g.menu.Arrange(f)
	g.fill()
}

// Typing tells whether letters are text.
func (g *Guide) Typing() bool { return g.finding }

// Back goes back along the trail; false when the screen itself should close.
func (g *Guide) Back() bool {
	if g.finding {
		g.finding = false
		g.finder.Blur()
		g.fill()
		return true
	}
	if len(g.trail) == 1 {
		return false
	}
	g.trail = g.trail[:len(g.trail)-1]
	g.menu.ToTop()
	g.fill()
	return true
}

// Update takes a message.
func (g *Guide) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		g.fill()
	case tea.KeyPressMsg:
		if g.finding {
			return g.find(msg)
		}
		if keymap.Is(msg, keymap.Find()) {
			g.finding = true
			g.finder.SetValue("")
			g.fill()
			return g.finder.Focus()
		}
		if chosen, ok := g.menu.Update(msg); ok {
			return g.open(chosen)
		}
	}
	return nil
}

// find is a key press while searching: arrows and enter move in what was found, the rest is typed.
func (g *Guide) find(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "up", "down", "pgup", "pgdown":
		g.menu.Update(msg)
		return nil
	case "enter":
		if chosen, ok := g.menu.Current(); ok {
			return g.open(chosen)
		}
		return nil
	}
	var cmd tea.Cmd
	g.finder, cmd = g.finder.Update(msg)
	g.menu.ToTop()
	g.fill()
	return cmd
}

// open goes to a place; a situation is practised.
func (g *Guide) open(to place) tea.Cmd {
	if to.kind == situation {
		return screen.Go(screen.ToPractise{Ask: tutor.Ask{Only: to.id}})
	}
	g.finding = false
	g.finder.Blur()
	g.trail = append(g.trail, to)
	g.menu.ToTop()
	g.fill()
	return nil
}

// View draws the screen.
func (g *Guide) View() string { return g.menu.View() }

// More tells what stands outside the window.
func (g *Guide) More() (above, below bool) { return g.menu.More() }

// Keys are the bindings that work now.
func (g *Guide) Keys() []key.Binding {
	if g.finding {
		return []key.Binding{keymap.Enter("open"), keymap.New("↑/↓", "move", "up", "down"), keymap.Back()}
	}
	return append(menu.Keys("open"), keymap.Find(), keymap.PageDown(), keymap.PageUp(), keymap.Back())
}
