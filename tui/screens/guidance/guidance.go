// Package guidance is the guidance on screen: documents, topics, every clause, what changed, where countries differ, and
// the situations that teach each clause.
package guidance

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"probity/guidance/text"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// place is somewhere in the guidance: the shelf, a list or a clause.
type place struct {
	kind kind
	id   string // of a source, topic, clause or situation; the words that were searched for
	at   int    // the item the learner was at when leaving it
}

type kind int

const (
	shelf kind = iota
	source
	topic
	countries
	found // what a search found
	clause
	situation // not a place: opens a practice with this one
)

// Guide is the screen. Its trail is the way the learner came, back to the shelf.
type Guide struct {
	env     screen.Env
	trail   []place
	menu    *list.List[place]
	finder  textinput.Model
	finding bool
	frame   screen.Frame
	opened  string // the clause the screen was opened at, until the library is there
}

// New makes the screen, at a clause if one is named.
func New(env screen.Env, to screen.ToGuidance) *Guide {
	g := &Guide{env: env, trail: []place{{kind: shelf}}, menu: list.New[place](), finder: textinput.New(), opened: to.Clause}
	g.finder.Prompt = "Search: "
	g.finder.CharLimit = 80
	g.finder.KeyMap.Paste.SetEnabled(false)
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

func (g *Guide) here() *place { return &g.trail[len(g.trail)-1] }

// Arrange takes the room and the look.
func (g *Guide) Arrange(f screen.Frame) {
	f.Width = min(f.Width, 110)
	g.frame = f
	g.finder.SetWidth(max(1, min(60, f.Width-14)))
	styles := textinput.DefaultStyles(f.Theme.Name != "light")
	styles.Focused.Prompt, styles.Focused.Text, styles.Cursor.Color = f.Theme.Accent, f.Theme.Text, nil
	g.finder.SetStyles(styles)
	g.menu.Arrange(f)
	g.fill()
}

// Typing tells whether letters are text.
func (g *Guide) Typing() bool { return g.finding }

// Back goes back along the trail, to the item that was left; false when the screen itself should close.
func (g *Guide) Back() bool {
	if len(g.trail) == 1 {
		return false
	}
	g.trail = g.trail[:len(g.trail)-1]
	g.arrive()
	return true
}

// arrive shows the place the trail ends at.
func (g *Guide) arrive() {
	g.finding = g.here().kind == found
	if g.finding {
		g.finder.SetValue(g.here().id)
		g.finder.Focus()
	} else {
		g.finder.Blur()
	}
	g.fill()
	g.menu.SetPlace(g.here().at)
}

// visit adds a place to the trail and shows it.
func (g *Guide) visit(to place) {
	g.here().at = g.menu.Place()
	g.trail = append(g.trail, to)
	g.arrive()
}

// Update takes a message.
func (g *Guide) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		g.fill()
	case tea.PasteMsg:
		if g.finding {
			return g.pasted(msg.Content)
		}
	case tea.KeyPressMsg:
		if g.finding {
			return g.find(msg)
		}
		if keymap.Is(msg, keymap.Find()) && g.env.Tutor.Library.Pack() != nil {
			g.visit(place{kind: found})
			return nil
		}
		if chosen, ok := g.menu.Update(msg); ok {
			return g.open(chosen)
		}
	}
	return nil
}

// find is a key press while searching: arrows and enter move in what was found, the rest is typed.
func (g *Guide) find(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Back()):
		g.Back()
		return nil
	case keymap.Is(msg, keymap.Enter("")):
		if chosen, ok := g.menu.Current(); ok {
			return g.open(chosen)
		}
		return nil
	case keymap.Is(msg, keymap.Arrows()) || keymap.Is(msg, keymap.PageUp(), keymap.PageDown()):
		g.menu.Update(msg)
		return nil
	}
	return g.typed(msg)
}

// pasted is a paste while searching: one line, and as much of it as there is room for.
func (g *Guide) pasted(words string) tea.Cmd {
	words = text.Line(words)
	if utf8.RuneCountInString(words) > g.finder.CharLimit-utf8.RuneCountInString(g.finder.Value()) {
		g.env.Notice("That was too long to search for, and the rest was left out.")
	}
	return g.typed(tea.PasteMsg{Content: words})
}

// typed changes what is searched for.
func (g *Guide) typed(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	g.finder, cmd = g.finder.Update(msg)
	g.here().id = g.finder.Value()
	g.fill()
	g.menu.SetPlace(0)
	return cmd
}

// open goes to a place; a situation is practised.
func (g *Guide) open(to place) tea.Cmd {
	if to.kind == situation {
		g.here().at = g.menu.Place()
		return g.env.Go(screen.ToPractise{Ask: tutor.Selection{Only: to.id}})
	}
	g.visit(to)
	return nil
}

// View draws the screen.
func (g *Guide) View() string { return g.menu.View() }

// More tells what stands outside the window.
func (g *Guide) More() (above, below bool) { return g.menu.More() }

// Keys are the bindings that work now.
func (g *Guide) Keys() []key.Binding {
	if g.finding {
		return []key.Binding{keymap.Enter("open"), keymap.Arrows(), keymap.Back()}
	}
	return append(list.Keys("open"), keymap.Find(), keymap.PageDown(), keymap.PageUp(), keymap.Back())
}
