// Package practicemenu is the choice of what to practise: everything, the weakest topics, or one topic.
package practicemenu

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Picker offers what there is to practise.
type Picker struct {
	env   screen.Env
	tutor *tutor.Tutor
	menu  *list.List[tutor.Selection]
	frame screen.Frame
}

// New makes the screen.
func New(env screen.Env) *Picker {
	return &Picker{env: env, tutor: env.Tutor, menu: list.New[tutor.Selection]()}
}

// Title names the screen.
func (p *Picker) Title() string { return "Practise" }

// Arrange takes the room and the look.
func (p *Picker) Arrange(f screen.Frame) {
	p.frame = f
	p.menu.Arrange(f)
	p.fill()
}

func (p *Picker) fill() {
	items := []list.Item[tutor.Selection]{
		{Key: "a", Text: "All topics", Note: fmt.Sprintf("%d from everywhere", p.tutor.Practices.Count())},
		{Key: "w", Text: "Where I am weakest", Note: "your three lowest", Value: tutor.Selection{Weakest: true}},
	}
	if pack := p.tutor.Library.Pack(); pack != nil {
		country, heading := p.tutor.Profile.Learner().Jurisdiction, "One topic"
		for _, t := range pack.Bank.Topics() {
			offered := pack.Bank.Offered(country, t.ID)
			if len(offered) == 0 {
				continue
			}
			met := 0
			for _, s := range offered {
				if p.tutor.Record.History().Times(s.ID) > 0 {
					met++
				}
			}
			items = append(items, list.Item[tutor.Selection]{
				Heading: heading, Text: t.Title, Note: fmt.Sprintf("%d of %d met", met, len(offered)), Value: tutor.Selection{Topic: t.ID},
			})
			heading = ""
		}
	}
	p.menu.SetItems(items)
}

// Update begins what is chosen.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		p.fill()
	case tea.KeyPressMsg:
		if ask, ok := p.menu.Update(msg); ok {
			return p.env.Become(screen.ToPractise{Ask: ask})
		}
	}
	return nil
}

// View draws the screen.
func (p *Picker) View() string { return p.menu.View() }

// More tells what stands outside the window.
func (p *Picker) More() (above, below bool) { return p.menu.More() }

// Keys are the bindings that work here.
func (p *Picker) Keys() []key.Binding { return append(list.Keys("begin"), keymap.Back()) }
