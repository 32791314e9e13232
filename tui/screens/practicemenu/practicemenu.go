// Package practicemenu is the choice of what to practise: every topic, the weakest ones, or one; in everybody's shoes, or what counts in another
// country, to compare.
package practicemenu

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Library   *tutor.Library
	Practices *tutor.Practices
}

// Screen offers what there is to practise.
type Screen struct {
	*list.Page[tutor.Selection]
	env   screen.Env
	tutor Parts
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	p := &Screen{env: env, tutor: parts}
	p.Page = list.NewPage(p.fill, p.begin, append(list.Keys("begin"), keymap.Back())...)
	return p
}

// Title names the screen.
func (p *Screen) Title() string { return "Practise" }

func (p *Screen) fill() {
	items := []list.Item[tutor.Selection]{
		{Key: "a", Text: "All topics", Note: fmt.Sprintf("%d from every topic", p.tutor.Practices.Count())},
		{Key: "w", Text: "Where I am weakest", Note: "your three lowest", Value: tutor.Selection{Weakest: true}},
	}
	if p.tutor.Practices.Ready() {
		items = append(items, p.beyond()...)
		heading := "One topic"
		for _, t := range p.tutor.Library.Pack().Bank.Topics() {
			if item, offered := p.topic(t); offered {
				item.Heading, heading = heading, ""
				items = append(items, item)
			}
		}
	}
	p.SetItems(items)
}

// topic is the line of a topic. Where it has nothing for the learner, it is what stands in for that.
func (p *Screen) topic(t scenarios.Topic) (item list.Item[tutor.Selection], offered bool) {
	ask := p.tutor.Practices.Widened(tutor.Selection{Topic: t.ID})
	pool, met := p.tutor.Practices.Pool(ask)
	item = list.Item[tutor.Selection]{Text: t.Title, Value: ask, Note: fmt.Sprintf("%d of %d met", met, len(pool))}
	if ask.Abroad && len(pool) > 0 {
		item.Note = fmt.Sprintf("%d to compare: %s", len(pool), origin(pool).Short())
	}
	return item, len(pool) > 0
}

// origin is the country that situations from elsewhere are for.
func origin(pool []*scenarios.Family) guidance.Jurisdiction {
	return pool[0].Variants[0].Jurisdictions[0]
}

// beyond is what is not the learner's own: situations in other shoes, and those of other countries.
func (p *Screen) beyond() (items []list.Item[tutor.Selection]) {
	own, _ := p.tutor.Practices.Pool(tutor.Selection{})
	if all, met := p.tutor.Practices.Pool(tutor.Selection{AllRoles: true}); len(all) > len(own) {
		items = append(items, list.Item[tutor.Selection]{
			Key: "r", Text: "All roles", Note: fmt.Sprintf("%d of %d met", met, len(all)), Value: tutor.Selection{AllRoles: true},
		})
	}
	if elsewhere, met := p.tutor.Practices.Pool(tutor.Selection{Abroad: true}); len(elsewhere) > 0 {
		items = append(items, list.Item[tutor.Selection]{
			Key: "e", Text: "From " + guidance.The(origin(elsewhere)), Note: fmt.Sprintf("%d of %d met; to compare, not scored", met, len(elsewhere)), Value: tutor.Selection{Abroad: true},
		})
	}
	return items
}

// begin begins the practice that is chosen.
func (p *Screen) begin(ask tutor.Selection) tea.Cmd {
	return p.env.Replace(screen.ToPractice{Ask: ask})
}
