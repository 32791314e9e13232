// Package home is the first screen: what can be done, and what is waiting.
package home

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock       *tutor.Clock
	Library     *tutor.Library
	Record      *tutor.Record
	Profile     *tutor.Profile
	Practices   *tutor.Practices
	Assessments *tutor.Assessments
}

// Screen is the first screen.
type Screen struct {
	*list.Page[screen.Route]
	env   screen.Env
	tutor Parts
}

// New makes the screen. It needs neither the library nor the record: it is there at once.
func New(env screen.Env, parts Parts) *Screen {
	h := &Screen{env: env, tutor: parts}
	h.Page = list.NewPage(h.fill, env.Push, append(list.Keys("open"), keymap.Find(), keymap.Quit())...)
	return h
}

// Title names the screen.
func (h *Screen) Title() string { return "" }

// Open looks again at what is waiting.
func (h *Screen) Open() tea.Cmd {
	h.Refill()
	return nil
}

// Update takes a message.
func (h *Screen) Update(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case keymap.Is(press, keymap.Find()):
			return h.env.Push(screen.ToGuidance{Search: true})
		case keymap.Is(press, keymap.Quit()):
			return h.env.Request(screen.Quit{})
		}
	}
	return h.Page.Update(msg)
}

// fill says what can be done now, and keeps the learner at the line that they went to. In a small window the notes give way.
func (h *Screen) fill() {
	items := h.next()
	items = append(items,
		list.Item[screen.Route]{Key: "p", Text: "Practise", Note: h.roomy("5 minutes, 20 minutes, a topic, where I am weakest"), Value: screen.ToPracticeMenu{}},
		list.Item[screen.Route]{Key: "a", Text: "Assess", Note: h.assessNote(), Value: screen.ToExamMenu{}},
		list.Item[screen.Route]{Key: "g", Text: "Guidance", Note: h.roomy(h.guidanceNote()), Value: screen.ToGuidance{}},
		list.Item[screen.Route]{Key: "o", Text: "Progress", Note: h.roomy(h.progressNote()), Value: screen.ToProgress{}},
		list.Item[screen.Route]{Key: "c", Text: "Certificate", Note: h.roomy("for your appraisal folder"), Value: screen.ToCertificate{}},
		list.Item[screen.Route]{Key: "i", Text: "Induction", Note: h.roomy("lead a session for a group, from one screen"), Value: screen.ToAgenda{}},
		list.Item[screen.Route]{Key: "s", Text: "Settings", Note: h.roomy("role, country, colours"), Value: screen.ToSettings{}},
	)
	h.SetOutro(h.otherShoes())
	at, moved := h.Current()
	moved = moved && h.Place() > 0
	h.SetItems(items)
	same := func(i list.Item[screen.Route]) bool { return i.Value == at }
	if i := slices.IndexFunc(items, same); moved && i >= 0 && i != h.Place() { // a line came or went above it
		h.SetPlace(i)
	}
}

// otherShoes says below the lines that no situation is told in the shoes of the learner's role, or hardly one; "" where enough are.
func (h *Screen) otherShoes() string {
	if !h.tutor.Practices.Ready() {
		return ""
	}
	said := h.tutor.Practices.InColleaguesShoes()
	if said == "" {
		return ""
	}
	return pane.Hang("  ", said, pane.Measure(h.Frame.Width), h.Frame.Theme.Text)
}
