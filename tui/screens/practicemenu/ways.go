// What there is to practise, each with how much of it there is.

package practicemenu

import (
	"fmt"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/parts/list"
	"probity/tui/prose"
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

func several(n int, thing string) string { return prose.Count(float64(n), thing) }

// ways lists the ways to practise. One that has nothing to offer is not among them.
func (p *Screen) ways() []list.Item[choice] {
	items := []list.Item[choice]{
		p.way("5", "5 minutes", "", tutor.Selection{Minutes: 5}), p.way("2", "20 minutes", "", tutor.Selection{Minutes: 20}), p.way("a", "All topics", "", tutor.Selection{}),
	}
	if !p.tutor.Practices.Ready() {
		return items
	}
	if len(p.tutor.Record.History().Topics()) > 0 {
		items = append(items, p.way("w", "Where I am weakest", "", tutor.Selection{Weakest: true}))
	}
	for _, w := range []list.Item[choice]{
		p.way("m", "Still missed", "", tutor.Selection{Missed: true}), p.way("b", "Bookmarked", "", tutor.Selection{Bookmarked: true}),
		p.way("d", tutor.MoreThanDue, ", ahead of time", tutor.Selection{Ahead: true}),
	} {
		if situations, _ := p.tutor.Practices.Plan(w.Value.ask); situations > 0 {
			items = append(items, w)
		}
	}
	return append(items, p.beyond()...)
}

// way is a practice with how many situations it has, and about how long they take, and what else there is to say where there is room. It has
// no note where it has none.
func (p *Screen) way(key, text, also string, ask tutor.Selection) list.Item[choice] {
	item := list.Item[choice]{Key: key, Text: text, Value: choice{ask: ask}}
	if !p.tutor.Practices.Ready() {
		return item
	}
	if situations, length := p.tutor.Practices.Plan(ask); situations > 0 {
		said := several(situations, "situation")
		if pool, _ := p.tutor.Practices.Pool(ask); ask.Missed && len(pool) > situations {
			said = fmt.Sprintf("%d of %s", situations, several(len(pool), "situation"))
		}
		item.Note = p.noted(said+" · "+prose.About(length)+also, said)
	}
	return item
}

// beyond is what is not the learner's own: situations in other shoes, and those of other countries.
func (p *Screen) beyond() (items []list.Item[choice]) {
	own, _ := p.tutor.Practices.Pool(tutor.Selection{})
	if all, met := p.tutor.Practices.Pool(tutor.Selection{AllRoles: true}); len(all) > len(own) {
		items = append(items, list.Item[choice]{Key: "r", Text: "All roles", Note: p.roomy(fmt.Sprintf("%d of %d met", met, len(all))), Value: choice{ask: tutor.Selection{AllRoles: true}}})
	}
	if elsewhere, met := p.tutor.Practices.Pool(tutor.Selection{Abroad: true}); len(elsewhere) > 0 {
		items = append(items, list.Item[choice]{
			Key: "e", Text: "From " + guidance.The(origin(elsewhere)), Note: p.roomy(fmt.Sprintf("%d of %d met; to compare, not scored", met, len(elsewhere))),
			Value: choice{ask: tutor.Selection{Abroad: true}},
		})
	}
	return items
}

// topicItems is the lines of the topics that have something.
func (p *Screen) topicItems() (items []list.Item[choice]) {
	if !p.tutor.Practices.Ready() {
		return nil
	}
	for _, t := range p.tutor.Library.Pack().Bank.Topics() {
		if item, offered := p.topic(t); offered {
			items = append(items, item)
		}
	}
	return items
}

// topic is the line of a topic. Where it has nothing for the learner, it is what stands in for that.
func (p *Screen) topic(t scenarios.Topic) (item list.Item[choice], offered bool) {
	ask := p.tutor.Practices.Widened(tutor.Selection{Topic: t.ID})
	pool, met := p.tutor.Practices.Pool(ask)
	item = list.Item[choice]{Text: t.Title, Value: choice{ask: ask}, Note: p.roomy(fmt.Sprintf("%d of %d met", met, len(pool)))}
	if ask.Abroad && len(pool) > 0 {
		item.Note = fmt.Sprintf("%d to compare: %s", len(pool), origin(pool).Short())
	}
	return item, len(pool) > 0
}

// origin is the country that situations from elsewhere are for.
func origin(pool []*scenarios.Family) guidance.Jurisdiction {
	return pool[0].Variants[0].Jurisdictions[0]
}
