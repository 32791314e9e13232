package progress

import (
	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/parts/list"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// bookmarks is the families marked to come back to, the latest mark first.
func (p *Screen) bookmarks() []list.Item[choice] {
	var items []list.Item[choice]
	for i, b := range p.tutor.Record.Bookmarks() {
		item := list.Item[choice]{Text: p.tutor.Library.TitleOf(b.Scenario), Note: p.tutor.Clock.Date(b.At), Value: choice{bookmark: &b}}
		if i == 0 {
			item.Heading = "To come back to"
		}
		items = append(items, item)
	}
	return items
}

// comeBack opens a family that is marked, for practice.
func (p *Screen) comeBack(to progress.Bookmark) tea.Cmd {
	if _, there := p.tutor.Library.Pack().Bank.Family(to.Scenario); !there {
		return p.env.Notice("This situation is no longer in the library. b takes the bookmark away.")
	}
	return p.env.Push(screen.ToPractice{Ask: tutor.Selection{Only: to.Scenario}})
}

// takeAway takes the mark that the cursor is at away.
func (p *Screen) takeAway() tea.Cmd {
	c, _ := p.menu.Current()
	if c.bookmark == nil {
		return nil
	}
	said := p.tutor.Record.Bookmark(c.bookmark.Scenario)
	p.fill()
	return p.env.Notice(said)
}
