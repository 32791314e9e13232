package guidance

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/tui/parts/keymap"
	"probity/tui/parts/original"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// inView is the extract that is read, or at the cursor of a list; nil for none.
func (g *Screen) inView() *guidance.Clause {
	if g.tutor.Library.Pack() == nil {
		return nil
	}
	at := *g.here()
	if at.kind != clause {
		at, _ = g.menu.Current()
	}
	if at.kind != clause {
		return nil
	}
	c, _ := g.library().Clause(at.id)
	return c
}

// from is the document that is read, that of the extract in view, or the one at the cursor; nil for none.
func (g *Screen) from() *guidance.Source {
	if c := g.inView(); c != nil {
		return c.Source
	}
	if g.tutor.Library.Pack() == nil {
		return nil
	}
	at := *g.here()
	if at.kind != source && at.kind != address {
		at, _ = g.menu.Current()
	}
	if at.kind != source && at.kind != address {
		return nil
	}
	s, _ := g.library().Source(at.id)
	return s
}

// take copies what is read, or goes to where the original stands. It reports whether the key asked for that.
func (g *Screen) take(msg tea.KeyPressMsg) bool {
	s := g.from()
	switch {
	case s == nil:
		return false
	case keymap.Is(msg, keymap.Original()) && g.here().kind == address:
		g.Back()
	case keymap.Is(msg, keymap.Original()):
		g.visit(place{kind: address, id: s.ID})
	case keymap.Is(msg, keymap.Copy()) && g.here().kind == address && s.URL != "":
		g.env.Copy("the address of "+prose.Line(s.Title), prose.Line(s.URL))
	case keymap.Is(msg, keymap.Copy()) && g.inView() != nil:
		g.env.Copy(tutor.Quotations([]*guidance.Clause{g.inView()}))
	default:
		return false
	}
	return true
}

// taking are the bindings for that.
func (g *Screen) taking() (keys []key.Binding) {
	s := g.from()
	switch {
	case s == nil:
		return nil
	case g.here().kind == address && s.URL != "":
		return []key.Binding{keymap.New("y", "copy the address", keymap.Copy().Keys()...)}
	case g.here().kind == address:
		return nil
	case g.inView() != nil:
		keys = append(keys, keymap.Copy())
	}
	return append(keys, keymap.Original())
}

// fillAddress shows where the original of a document stands.
func (g *Screen) fillAddress(id string) {
	if s, ok := g.library().Source(id); ok {
		g.menu.SetIntro("\n" + original.Show(s, g.window, g.frame.Theme))
	}
	g.menu.SetItems(nil)
}
