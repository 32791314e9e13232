package progress

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
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
	var kinds []string
	for _, which := range tutor.Whiches() {
		kind := fmt.Sprintf("%s %d", prose.Capital(which.Name()), len(h.entries[which]))
		if which == h.which {
			kind = "[" + kind + "]"
		}
		kinds = append(kinds, kind)
	}
	width, th := pane.Measure(p.frame.Width), p.frame.Theme
	intro := "\n" + pane.Hang("  ", strings.Join(kinds, "   "), width, th.Accent)
	if counts := h.which.Counts(); counts != "" && len(h.entries[h.which]) > 0 && p.frame.Width >= roomyWidth {
		intro += "\n" + pane.Hang("  ", counts, width, th.Faint)
	}
	if listed := h.entries[h.which]; len(listed) == 0 {
		p.menu().Fill(intro+"\n"+p.said(h.which.None()), nil)
	} else {
		p.menu().Fill(intro, p.paged(listed))
	}
	p.menu().SetOutro(p.notes(width))
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
	item := list.Item[choice]{Lead: " ", Text: p.tutor.Library.TitleOf(e.Family), Value: choice{entry: &e}}
	var notes []string
	if a := e.Answer; a != nil {
		verdict := tutor.JudgeAnswer(*a)
		item.Lead, item.Text = cmp.Or(verdict.Sign, " "), p.tutor.Library.TitleOf(a.Situation())
		if verdict.Missed() && a.Sure == int(scenarios.VerySure) && p.at == history {
			notes = append(notes, scenarios.VerySure.Name())
		}
		if verdict.Missed() && p.tutor.Record.History().RightSince(*a) {
			notes = append(notes, "right since")
		}
	}
	if p.history.which != tutor.Bookmarked && p.tutor.Record.Bookmarked(e.Family) {
		notes = append(notes, "bookmarked")
	}
	date := e.At.In(p.tutor.Clock.Now().Location())
	if p.frame.Width < roomyWidth {
		item.Note = strings.Join(slices.Insert(notes, 0, date.Format("2 Jan 2006")), ", ")
		return item
	}
	item.Lead += "  " + date.Format("_2 Jan 2006")
	noted := ""
	if len(notes) > 0 {
		noted = " · " + strings.Join(notes, ", ")
	}
	room := list.TextRoom(p.frame.Width, item.Lead)
	item.Text = cells.Cut(item.Text, room-ansi.StringWidth(noted), "…") + noted
	return item
}

// bookmark marks a family to come back to, or takes the mark away.
func (p *Screen) bookmark(family string) tea.Cmd {
	said := p.tutor.Record.Bookmark(family)
	p.look()
	return p.env.Notice(said)
}

// practise opens a family for practice.
func (p *Screen) practise(family string) tea.Cmd {
	if _, there := p.tutor.Library.Pack().Bank.Family(family); !there {
		return p.env.Notice(gone + " * takes a bookmark away.")
	}
	return p.env.Push(screen.ToPractice{Ask: tutor.Selection{Only: family}})
}

// notes is what there is to say of unusual answers: to situations that are gone, dated in the future, and the like.
func (p *Screen) notes(width int) string {
	var lines []string
	for _, n := range p.overview().Notes() {
		lines = append(lines, pane.Hang("  ", n, width, p.frame.Theme.Faint))
	}
	return strings.Join(lines, "\n")
}
