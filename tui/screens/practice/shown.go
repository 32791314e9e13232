package practice

import (
	"charm.land/bubbles/v2/key"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/screen"
)

// up is the part of the screen that is up.
func (p *Screen) up() screen.Part {
	switch {
	case p.editor != nil:
		return p.editor
	case p.practice == nil:
		return p.pane
	case p.earlier != nil:
		return p.earlier
	case p.practice.Sitting.Stage() == scenarios.Showing:
		return p.feedback
	}
	return p.question
}

// Clicks says what a click does on a question.
func (p *Screen) Clicks() []key.Binding {
	if p.up() == screen.Part(p.question) {
		return p.question.Clicks()
	}
	return nil
}

// Keys are the bindings that work now.
func (p *Screen) Keys() []key.Binding {
	if p.ahead {
		return []key.Binding{keymap.Ahead(), keymap.Back()}
	}
	if p.unfinished != nil {
		return []key.Binding{carryOn(), anew(), keymap.Back()}
	}
	if p.practice == nil {
		return []key.Binding{keymap.Back()}
	}
	if p.editor != nil {
		return p.editor.Keys()
	}
	if p.earlier != nil {
		return p.againKeys()
	}
	if p.practice.Sitting.Stage() == scenarios.Showing {
		return p.feedbackKeys()
	}
	keys := p.question.Keys()
	if p.practice.Sitting.Stage() == scenarios.Weighing {
		return append(keys, keymap.Back(), keymap.Star())
	}
	if p.canSkip() {
		keys = append(keys, keymap.WithoutTurn(p.following()))
	}
	if len(p.practice.Sitting.Outcomes()) > 0 {
		keys = append(keys, keymap.Before())
	}
	return append(keys, keymap.Leave(), keymap.Star())
}
