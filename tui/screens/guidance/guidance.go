// Package guidance is the guidance on screen: documents, topics, every clause, what changed, where countries differ, and
// the situations that teach each clause.
package guidance

import (
	"slices"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// place is somewhere in the guidance: the shelf, a list or a clause.
type place struct {
	kind kind
	id   string // of a source, topic, clause, principle or situation; the title of a difference; the words that were searched for
	at   int    // the item the learner was at when leaving it
	all  bool   // of a search: all that was found is listed
}

type kind int

const (
	shelf kind = iota
	source
	topic
	countries
	found // what a search found
	clause
	principle
	address    // where the original of a source stands
	situation  // not a place: opens a practice with this one
	otherWords // not a place: searches for them instead
	allFound   // not a place: lists all that was found
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Library *tutor.Library
	Profile *tutor.Profile
	Copies  *tutor.Copies
}

// Screen shows one place in the guidance. Its trail is the way the learner came, back to the shelf.
type Screen struct {
	env     screen.Env
	tutor   Parts
	trail   []place
	menu    *list.List[place]
	finder  textinput.Model
	finding bool
	fresh   bool // nothing was typed since the search was come to
	frame   screen.Frame
	window  int    // how wide it is: an address may be wider than what is read
	opened  string // the clause the screen was opened at, until the library is there
}

// New makes the screen, at a clause if one is named, or in the search.
func New(env screen.Env, parts Parts, to screen.ToGuidance) *Screen {
	g := &Screen{env: env, tutor: parts, trail: []place{{kind: shelf}}, menu: list.New[place](), finder: textinput.New(), opened: to.Clause}
	g.finder.Prompt = "Search: "
	g.finder.CharLimit = 80
	g.finder.KeyMap.Paste.SetEnabled(false)
	g.finder.SetVirtualCursor(false)
	if to.Search {
		g.trail = []place{{kind: found}}
		g.finding, g.fresh = true, true
		g.finder.Focus()
	}
	return g
}

// Open gets the search ready where the screen opens in it.
func (g *Screen) Open() tea.Cmd { return g.prepare() }

// Title names the place.
func (g *Screen) Title() string {
	switch here := g.here(); here.kind {
	case source, clause, topic, principle, address:
		return "Guidance · " + g.name(here)
	case countries:
		return "Guidance · UK and Ireland"
	}
	return "Guidance"
}

func (g *Screen) here() *place { return &g.trail[len(g.trail)-1] }

// widest is how wide the screen is at most, in cells, but for an address.
const widest = 110

// Layout takes the room and the look.
func (g *Screen) Layout(f screen.Frame) {
	g.window = f.Width
	f.Width = min(f.Width, widest)
	g.frame = f
	g.finder.SetWidth(max(1, min(60, f.Width-14)))
	at := g.finder.Position()
	g.finder.CursorEnd() // the field looks what it has room for only where the cursor is past it
	g.finder.SetCursor(at)
	styles := textinput.DefaultStyles(f.Theme.Dark)
	styles.Focused.Prompt, styles.Focused.Text = f.Theme.Accent, f.Theme.Text
	styles.Cursor.Blink, styles.Cursor.Color = false, nil // as Caret looks for it
	g.finder.SetStyles(styles)
	f.Width = g.window
	g.menu.Layout(f)
	g.fill()
}

// Typing reports whether letters are text.
func (g *Screen) Typing() bool { return g.finding }

// stage is what enter can be meant for.
type stage struct {
	depth int
	here  place
}

// Stage is the place that is up.
func (g *Screen) Stage() any {
	here := *g.here()
	here.at = 0 // where the learner was in it when leaving it makes no other place
	return stage{len(g.trail), here}
}

// Back goes back along the trail, to the item that was left; false when the screen itself should close.
func (g *Screen) Back() bool {
	if len(g.trail) == 1 {
		return false
	}
	g.trail = g.trail[:len(g.trail)-1]
	g.arrive()
	return true
}

// arrive shows the place the trail ends at.
func (g *Screen) arrive() {
	g.finding = g.here().kind == found
	g.fresh = g.finding
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
func (g *Screen) visit(to place) {
	g.here().at = g.menu.Place()
	g.trail = append(g.trail, to)
	g.arrive()
}

// Update takes a message.
func (g *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		g.fill()
		return g.prepare()
	case tea.PasteMsg:
		if g.finding {
			return g.pasted(msg.Content)
		}
	case tea.KeyPressMsg:
		if g.finding {
			return g.find(msg)
		}
		if keymap.Is(msg, keymap.Find()) && g.tutor.Library.Pack() != nil {
			g.visit(place{kind: found})
			return g.prepare()
		}
		if done := g.take(msg); done {
			return nil
		}
		if chosen, ok := g.menu.Update(msg); ok {
			return g.open(chosen)
		}
	}
	return nil
}

// open goes to a place; a situation is practised.
func (g *Screen) open(to place) tea.Cmd {
	switch to.kind {
	case situation:
		g.here().at, g.fresh = g.menu.Place(), true
		return g.env.Push(screen.ToPractice{Ask: tutor.Selection{Only: to.id}})
	case otherWords:
		g.finder.SetValue(to.id)
		g.finder.CursorEnd()
		g.here().id = to.id
		g.fill()
		return nil
	case allFound:
		g.here().all = true
		g.fill()
		return nil
	}
	g.visit(to)
	return nil
}

// View draws the screen.
func (g *Screen) View() string { return g.menu.View() }

// More reports whether there is more above and below the window.
func (g *Screen) More() (above, below bool) { return g.menu.More() }

// Where says which card of how many is up.
func (g *Screen) Where() string { return screen.Where(g.menu) }

// Click goes to what stands at a place.
func (g *Screen) Click(x, y int) string { return g.menu.Click(x, y) }

// Wheel scrolls what stands at a place.
func (g *Screen) Wheel(x, y, lines int) { g.menu.Wheel(x, y, lines) }

// Keys are the bindings that work now.
func (g *Screen) Keys() []key.Binding {
	if g.finding {
		keys := g.menu.Now([]key.Binding{keymap.Enter("open"), keymap.Arrows(), keymap.Back()})
		if c := g.inView(); c != nil {
			keys = append(keys, keymap.CopyTyping())
		}
		if g.fresh && g.finder.Value() != "" {
			keys = append(keys, keymap.New("/", "other words", "/"))
		}
		return keys
	}
	if g.here().kind == address {
		return append(g.taking(), keymap.Back())
	}
	return slices.Concat(g.menu.Now(list.Keys("open")), []key.Binding{keymap.Find(), keymap.Back()}, g.taking(), []key.Binding{keymap.PageDown(), keymap.PageUp()})
}
