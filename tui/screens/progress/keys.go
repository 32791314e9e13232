package progress

import (
	"charm.land/bubbles/v2/key"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
)

// Keys are the bindings that work now.
func (p *Screen) Keys() []key.Binding {
	switch {
	case p.editor != nil:
		return p.editor.Keys()
	case p.reading != nil:
		return p.readingKeys()
	}
	return append(append(p.menu().Now(p.lineKeys()), keymap.Back()), pane.Keys()...)
}

// lineKeys are what works on the line that the learner is at.
func (p *Screen) lineKeys() []key.Binding {
	c, ok := p.menu().Current()
	var keys []key.Binding
	if ok {
		keys = list.Keys(c.does())
	}
	if p.at == history {
		keys = append(keys, filters())
	}
	switch {
	case c.reflection != nil:
		keys = append(keys, keymap.Erase())
		if p.tutor.Record.History().Reworded(*c.reflection) {
			keys = append(keys, keymap.EraseEarlier())
		}
	case c.entry != nil:
		if c.entry.Answer != nil {
			keys = append(keys, practise())
		}
		keys = append(keys, keymap.Bookmark())
	}
	return keys
}

// does is what enter does with it.
func (c choice) does() string {
	switch {
	case c.ask != nil, c.entry != nil && c.entry.Answer == nil:
		return "practise"
	case c.reflection != nil:
		return "edit"
	case c.entry != nil:
		return "feedback"
	}
	return "open"
}

// practise practises the situation that the cursor is at.
func practise() key.Binding { return keymap.New("p", "practise it", "p") }

// filters goes from one kind of entries of the history to the next.
func filters() key.Binding {
	return keymap.New("←/→", "all, missed …", "left", "right", "tab", "shift+tab")
}
