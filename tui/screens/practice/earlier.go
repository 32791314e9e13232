package practice

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
)

// lookBack shows the feedback before what is up, to be read again.
func (p *Screen) lookBack() tea.Cmd {
	sitting := p.practice.Sitting
	all := sitting.Outcomes()
	place := len(all) - 1
	switch {
	case p.earlier != nil:
		place = p.place - 1
	case sitting.Stage() == scenarios.Showing:
		place--
	}
	if place < 0 {
		return p.env.Notice("There is no feedback before this one.")
	}
	if p.earlier != nil {
		p.keepDraft()
	} else {
		p.earlier = feedback.New(p.env, p.tutor.Parts)
		p.earlier.Layout(p.frame)
	}
	p.place = place
	out := all[place]
	lines := sitting.Given(out).Lines()
	p.earlier.Show(feedback.Shown{
		Outcome: out, Before: sitting.Before(out.Situation), Lines: lines, Report: p.tutor.Library.Report(out, lines), Earlier: true,
	})
	return p.earlier.Ahead(out.Situation, nil)
}

// again is a key press on a feedback that is read again.
func (p *Screen) again(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Enter("")):
		p.stopReading()
	case keymap.Is(msg, keymap.Before()):
		return p.lookBack()
	case keymap.Is(msg, keymap.Reflect()):
		return p.startWriting()
	default:
		p.earlier.Update(msg)
	}
	return nil
}

// comeForward goes back from a feedback that is read again, or from what is shown in its place. It reports whether one was up.
func (p *Screen) comeForward() bool {
	if p.earlier == nil {
		return false
	}
	if !p.earlier.Back() {
		p.stopReading()
	}
	return true
}

// stopReading goes back from a feedback that is read again, and keeps what was written about it.
func (p *Screen) stopReading() {
	if p.earlier != nil {
		p.keepDraft()
		p.earlier = nil
	}
}

func (p *Screen) againKeys() []key.Binding {
	keys := append([]key.Binding{keymap.Enter("to where you were")}, p.earlier.Asides()...)
	keys = append(keys, keymap.Reflect(), keymap.Before(), keymap.Move())
	return append(append(append(keys, pane.Keys()...), keymap.Bookmark()), append(p.earlier.Elsewhere(), keymap.Back())...)
}

// againTitle says which of the answers of this practice is read again.
func (p *Screen) againTitle() string {
	return fmt.Sprintf("Answer %d of %d, again", p.place+1, len(p.practice.Sitting.Outcomes())) + p.marked()
}

// inView is the situation whose bookmark is meant: the one that is read again, or the current one.
func (p *Screen) inView() *scenarios.Situation {
	if p.earlier != nil {
		return p.practice.Sitting.Outcomes()[p.place].Situation
	}
	return p.practice.Sitting.Current()
}
