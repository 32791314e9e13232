// Package practicemenu is the choice of what to practise: everything, the weakest topics, or one topic.
package practicemenu

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Library   *tutor.Library
	Record    *tutor.Record
	Profile   *tutor.Profile
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
		{Key: "a", Text: "All topics", Note: fmt.Sprintf("%d from everywhere", p.tutor.Practices.Count())},
		{Key: "w", Text: "Where I am weakest", Note: "your three lowest", Value: tutor.Selection{Weakest: true}},
	}
	if pack := p.tutor.Library.Pack(); pack != nil {
		country, heading := p.tutor.Profile.Learner().Jurisdiction, "One topic"
		for _, t := range pack.Bank.Topics() {
			offered := pack.Bank.FamiliesFor(country, t.ID)
			if len(offered) == 0 {
				continue
			}
			met := 0
			for _, f := range offered {
				if p.tutor.Record.History().Times(f.ID) > 0 {
					met++
				}
			}
			items = append(items, list.Item[tutor.Selection]{
				Heading: heading, Text: t.Title, Note: fmt.Sprintf("%d of %d met", met, len(offered)), Value: tutor.Selection{Topic: t.ID},
			})
			heading = ""
		}
	}
	p.SetItems(items)
}

// begin begins the practice that is chosen.
func (p *Screen) begin(ask tutor.Selection) tea.Cmd {
	return p.env.Replace(screen.ToPractice{Ask: ask})
}
