package progress

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// perPage is how many entries are listed at once: of a record of years, no key waits for more.
const perPage = 100

// shelf is what of the history is on the screen.
type shelf struct {
	which   tutor.Which
	from    int             // the first entry that is listed
	entries [][]tutor.Entry // of each kind; nil until they are asked for
	kinds   []string        // the lines above the entries, which say how many there are of each
}

// turn goes to the next kind of entries, or the one before.
func (p *Screen) turn(msg tea.KeyPressMsg) tea.Cmd {
	kinds, by := len(tutor.Whiches()), +1
	if k := msg.String(); k == "left" || k == "shift+tab" {
		by = -1
	}
	p.history.which, p.history.from = tutor.Which((int(p.history.which)+by+kinds)%kinds), 0
	p.enter(history)
	return nil
}

// toPage goes to another page of entries.
func (p *Screen) toPage(from int) {
	p.history.from = from
	p.enter(history)
}

// fillHistory lists the entries of a kind, a page of them, below how many there are of each kind.
func (p *Screen) fillHistory() {
	h := &p.history
	if h.entries == nil {
		for _, which := range tutor.Whiches() {
			h.entries = append(h.entries, p.tutor.Progress.Entries(which))
		}
	}
	width, th := pane.Measure(p.frame.Width), p.frame.Theme
	kinds := pane.Hang("  ", strings.Join(p.kinds(), "   "), width, th.Accent)
	h.kinds = strings.Split(ansi.Strip(kinds), "\n")
	intro := "\n" + kinds
	if counts := h.which.Counts(); counts != "" && len(h.entries[h.which]) > 0 && p.frame.Width >= roomyWidth {
		intro += "\n" + pane.Hang("  ", counts, width, th.Faint)
	}
	if listed := h.entries[h.which]; len(listed) == 0 {
		s := p.overview()
		none := s.None(h.which, "x", "At a question and in its feedback *")
		p.menu().Fill(intro+"\n"+p.said(none), nil)
		if h.which == tutor.Every || h.which == tutor.Missed {
			p.menu().SetItems(p.begin(s))
		}
	} else {
		p.menu().Fill(intro, p.paged(listed))
	}
	p.menu().SetOutro(p.notes(width))
}

// kinds is how many entries there are of each kind. The one that is listed is in brackets.
func (p *Screen) kinds() (kinds []string) {
	h := &p.history
	for _, which := range tutor.Whiches() {
		kind := fmt.Sprintf("%s %d", prose.Capital(which.Name()), len(h.entries[which]))
		if which == h.which {
			kind = "[" + kind + "]"
		}
		kinds = append(kinds, kind)
	}
	return kinds
}

// kindAt is the kind that stands at a place in the history; ok is false where there is none. A kind may go on on the next line.
func (p *Screen) kindAt(x, y int) (which tutor.Which, ok bool) {
	first, seen := p.menu().IntroRow()
	row := y - first
	if !seen || row < 0 || row >= len(p.history.kinds) {
		return 0, false
	}
	word := len(strings.Fields(strings.Join(p.history.kinds[:row], " "))) // how many words stand before x
	line := p.history.kinds[row]
	if x >= len([]rune(line)) || []rune(line)[x] == ' ' {
		return 0, false
	}
	word += len(strings.Fields(string([]rune(line)[:x+1])))
	for i, kind := range p.kinds() {
		if word -= len(strings.Fields(kind)); word <= 0 {
			return tutor.Whiches()[i], true
		}
	}
	return 0, false
}

// paged is a page of entries, with the ways to the ones before and after it.
func (p *Screen) paged(all []tutor.Entry) []list.Item[choice] {
	if p.history.from >= len(all) {
		p.history.from = 0
	}
	from := p.history.from
	to := min(from+perPage, len(all))
	var items []list.Item[choice]
	leads := func(text string, first int) {
		last := min(first+perPage, len(all))
		items = append(items, list.Item[choice]{Text: fmt.Sprintf("%s: %d to %d of %d", text, first+1, last, len(all)), Value: choice{page: &first}})
	}
	if from > 0 {
		leads("Later", from-perPage)
	}
	for _, e := range all[from:to] {
		items = append(items, p.row(e))
	}
	if to < len(all) {
		leads("Earlier", to)
	}
	return items
}

// row is an entry in a line: how it was judged, when, and what it is called; in a small window with the date below.
func (p *Screen) row(e tutor.Entry) list.Item[choice] {
	item, of := list.Item[choice]{Lead: " ", Value: choice{entry: &e}}, e.Family
	if a := e.Answer; a != nil {
		item.Lead, of = cmp.Or(tutor.JudgeAnswer(*a).Sign, " "), a.Situation()
	}
	notes := p.tutor.Progress.Noted(e, p.history.which, p.at != history)
	date := e.At.In(p.tutor.Clock.Now().Location())
	if p.frame.Width < roomyWidth {
		item.Text = p.tutor.Library.TitleOf(of)
		item.Note = strings.Join(slices.Insert(notes, 0, date.Format("2 Jan 2006")), ", ")
		return item
	}
	item.Lead += "  " + date.Format("_2 Jan 2006")
	noted := ""
	if len(notes) > 0 {
		noted = " · " + strings.Join(notes, ", ")
	}
	room := list.RowRoom(p.frame.Width, item.Lead) - ansi.StringWidth(noted)
	title := p.tutor.Library.Pack().Bank.TitleIn(of, func(title string) bool { return ansi.StringWidth(title) <= room })
	item.Text = cells.Clip(title, room) + noted
	return item
}

// bookmark marks a family to come back to, or takes the mark away.
func (p *Screen) bookmark(family string) tea.Cmd {
	p.tutor.Record.Bookmark(family)
	p.look()
	return p.env.NoticeNow(func() string { return p.tutor.Record.BookmarkSaid(family) })
}

// practise opens for practice what an entry is of.
func (p *Screen) practise(e tutor.Entry) tea.Cmd {
	if _, there := p.tutor.Library.Pack().Bank.Family(e.Family); !there {
		return p.env.Notice(tutor.Gone + " * takes a bookmark away.")
	}
	return p.env.Push(screen.ToPractice{Ask: p.tutor.Progress.ToPractise(e)})
}

// notes is what there is to say of unusual answers: to situations that are gone, dated in the future, and the like.
func (p *Screen) notes(width int) string {
	var lines []string
	for _, n := range p.overview().Notes() {
		lines = append(lines, pane.Hang("  ", n, width, p.frame.Theme.Faint))
	}
	return strings.Join(lines, "\n")
}
