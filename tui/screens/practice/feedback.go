package practice

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// show puts the feedback on the answer just given up.
func (p *Screen) show() {
	if out, ok := p.practice.Result(); ok {
		p.feedback.Show(feedback.Shown{
			Outcome: out, Before: p.practice.Sitting.TurnOf(), Lines: p.practice.Sitting.Attempt().Lines(), Report: p.practice.Report(),
			Became: func() string { return strings.TrimSpace(p.saved() + " " + p.practice.Reworded()) },
		})
	}
}

// read is a key press on the feedback.
func (p *Screen) read(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Enter("")) && p.feedback.Turn(): // no card is skipped
		return nil
	case keymap.Is(msg, keymap.Enter("")) && p.canSkip():
		return p.turn()
	case keymap.Is(msg, keymap.Enter("")), keymap.Is(msg, keymap.WithoutTurn("")) && p.canSkip():
		return p.next()
	case keymap.Is(msg, keymap.Before()):
		return p.lookBack()
	case keymap.Is(msg, keymap.Reflect()):
		return p.startWriting()
	case keymap.Is(msg, keymap.TakeBack()):
		return p.takeBack()
	}
	p.feedback.Update(msg)
	return nil
}

// takeBack takes a mis-key back, once the learner has said so twice.
func (p *Screen) takeBack() tea.Cmd {
	switch out, _ := p.practice.Result(); {
	case out.Undone:
		return p.env.Notice("This answer is taken back already.")
	case p.practice.Elsewhere():
		return p.env.Failed(tutor.ErrElsewhere)
	case !p.confirm.Sure("take back", fmt.Sprintf(tutor.SureToTakeBack, "u")):
		return nil
	}
	if err := p.practice.TakeBack(); err != nil {
		return p.env.Failed(err)
	}
	p.show()
	return nil
}

// turn goes on to the turn.
func (p *Screen) turn() tea.Cmd {
	p.keepDraft()
	p.practice.Sitting.Turn()
	p.ask()
	return p.render()
}

// canSkip reports whether there is a turn to go on without: one that is offered, or asked and not answered.
func (p *Screen) canSkip() bool {
	sitting := p.practice.Sitting
	return sitting.Offered() != nil || sitting.TurnOf() != nil && sitting.Stage() == scenarios.Asking
}

// next goes on to the next situation, without the turn if there is one, or to the summary after the last situation.
func (p *Screen) next() tea.Cmd {
	p.keepDraft()
	if p.practice.Sitting.Skip(); p.practice.Sitting.Stage() == scenarios.Showing {
		p.practice.Sitting.Next()
	}
	if p.practice.Sitting.Stage() == scenarios.Finished {
		return p.env.Replace(screen.ToSummary{Practice: p.practice})
	}
	p.ask()
	return p.render()
}

// following is what comes after the current situation and its turn.
func (p *Screen) following() string {
	if p.practice.Sitting.Upcoming() == nil {
		return "summary"
	}
	return "next situation"
}

func (p *Screen) feedbackKeys() []key.Binding {
	keys := append([]key.Binding{keymap.Enter(p.following())}, p.feedback.Asides()...)
	if p.practice.Sitting.Offered() != nil {
		keys[0] = keymap.Enter("next: one thing different")
		keys = append(keys, keymap.WithoutTurn(p.following()))
	}
	esc := keymap.Leave()
	switch {
	case p.feedback.Turns():
		keys[0] = keymap.Enter("read on")
	case p.feedback.Beside():
		keys[0] = keymap.Enter("go on") // what to has been said; a small window has room to say how to read on
		esc = keymap.Back()
	}
	keys = append(append(keys, keymap.Reflect(), esc, keymap.Move()), pane.Keys()...)
	if len(p.practice.Sitting.Outcomes()) > 1 {
		keys = append(keys, keymap.Before())
	}
	return append(append(keys, keymap.TakeBack(), keymap.Bookmark()), p.feedback.Elsewhere()...)
}

// saved says whether an answer is on the disk, and when its principle comes back.
func (p *Screen) saved() string {
	t := p.tutor
	switch {
	case p.practice.Elsewhere():
		return "Not kept: answered in another window before."
	case t.Record.Marking() && t.Record.Trouble() != nil:
		return "Not saved yet: trying again."
	case t.Record.Marking():
		return "Saving…"
	case !t.Record.SavingEnabled():
		return "Not kept."
	}
	if day, ok := p.practice.Back(); ok {
		return "Saved. Back " + t.Clock.BriefDay(day) + "."
	}
	return "Saved."
}

// render renders what the learner will read next.
func (p *Screen) render() tea.Cmd {
	if p.practice == nil || p.practice.Sitting.Current() == nil {
		return nil
	}
	next := p.practice.Sitting.Offered()
	if next == nil {
		next = p.practice.Sitting.Upcoming()
	}
	return p.feedback.Ahead(p.practice.Sitting.Current(), next)
}
