package practicemenu

import (
	"probity/tui/parts/list"
	"probity/tui/tutor"
)

// Cells from which a window has room for notes, and for notes of two words.
const (
	roomyWidth = 80
	shortWidth = 40
)

// roomy is a note where there is room for notes, and else none.
func (p *Screen) roomy(note string) string { return p.noted(note, "") }

// noted is the longer of two notes that there is room for. A note has its noun, or is not there.
func (p *Screen) noted(long, short string) string {
	switch {
	case p.Frame.Width >= roomyWidth:
		return long
	case p.Frame.Width >= shortWidth:
		return short
	}
	return ""
}

// lines are ways to practise as lines of the list, those that come with a pack under its name.
func (p *Screen) lines(ways []tutor.Way) (items []list.Item[choice]) {
	under := ""
	for _, w := range ways {
		item := list.Item[choice]{Key: w.Key, Text: w.Name, Note: p.noted(w.Note, w.Short), Value: choice{ask: w.Ask}}
		if w.Pack != under {
			under = w.Pack
			item.Heading = under
		}
		items = append(items, item)
	}
	return items
}

// ways lists the ways to practise.
func (p *Screen) ways() []list.Item[choice] { return p.lines(p.tutor.Practices.Ways()) }

// topicItems is the lines of the topics that have something.
func (p *Screen) topicItems() []list.Item[choice] { return p.lines(p.tutor.Practices.TopicWays()) }
