package practice

import (
	"errors"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// begin draws the practice once the tutor is ready, and renders ahead.
func (p *Screen) begin() tea.Cmd {
	if p.practice != nil || p.problem != "" || !p.tutor.Practices.Ready() {
		return nil
	}
	if left, ok := p.tutor.Practices.GivesUp(p.to.Ask, p.to.How); ok && p.to.How == tutor.AsAsked {
		p.unfinished = &left
		p.draw()
		return nil
	}
	practice, err := p.tutor.Practices.Start(p.to.Ask, p.to.How)
	if err != nil {
		p.problem, p.ahead = p.worded(err), errors.Is(err, tutor.ErrNoneDue) && !p.tutor.Practices.Reviews().Next.IsZero()
		p.draw()
		return nil
	}
	return p.take(practice)
}

// take takes up a practice that is begun or carried on.
func (p *Screen) take(practice *tutor.Practice) tea.Cmd {
	p.practice, p.unfinished = practice, nil
	if p.practice.Sitting.Stage() == scenarios.Showing { // it is taken up where it was left
		p.show()
	} else {
		p.ask()
	}
	if p.practice.Note != "" {
		p.env.Notice(p.practice.Note)
	}
	return p.render()
}

// worded is why there is nothing to practise, with what to do.
func (p *Screen) worded(err error) string {
	text := prose.Sentence(err)
	if next := p.tutor.Practices.Reviews().Next; errors.Is(err, tutor.ErrNoneDue) && !next.IsZero() {
		text += " What comes next is due " + p.tutor.Clock.Day(next) + ". To meet it before then, press a."
	}
	return text
}

func carryOn() key.Binding { return keymap.Enter("carry on") }

func anew() key.Binding { return keymap.New("n", "begin the new one", "n") }

// waiting is a key press before there is a practice.
func (p *Screen) waiting(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.unfinished != nil && keymap.Is(msg, carryOn()):
		return p.take(p.tutor.Practices.Resume(*p.unfinished))
	case p.unfinished != nil && keymap.Is(msg, anew()):
		p.to.How = tutor.Anew
		return p.begin()
	case p.ahead && keymap.Is(msg, keymap.Ahead()):
		return p.env.Replace(screen.ToPractice{Ask: tutor.Selection{Ahead: true}})
	case p.problem != "" && keymap.Is(msg, keymap.Enter("")):
		return p.env.Pop()
	}
	return nil
}
