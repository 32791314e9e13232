package practice

import (
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
)

// stars reports whether a key is for the bookmark. While the situation is asked b is an option.
func (p *Screen) stars(msg tea.KeyPressMsg) bool {
	if p.earlier != nil || p.practice.Sitting.Stage() == scenarios.Showing {
		return keymap.Is(msg, keymap.Bookmark())
	}
	return keymap.Is(msg, keymap.Star())
}

// bookmark marks the family that is up to come back to, or takes the mark away.
func (p *Screen) bookmark() tea.Cmd {
	family := p.inView().Family
	p.tutor.Record.Bookmark(family)
	return p.env.NoticeNow(func() string { return p.tutor.Record.BookmarkSaid(family) })
}

// marked says in the title that the family is bookmarked; "" where it is not.
func (p *Screen) marked() string {
	if p.tutor.Record.Bookmarked(p.inView().Family) {
		return " · bookmarked"
	}
	return ""
}
