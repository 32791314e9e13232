package progress

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/tutor"
)

// stage is what enter can be meant for.
type stage struct {
	at               place
	reading, writing bool
	card             string // of the feedback, which is read to its end
}

// Stage is the list that is up, a card of the feedback that was opened from it, or the reflection that is written.
func (p *Screen) Stage() any {
	return stage{p.at, p.reading != nil, p.editor != nil, p.feedback.Where()}
}

// recall opens an answer as it was marked.
func (p *Screen) recall(a progress.Answer) tea.Cmd {
	out, lines, ok := p.tutor.Progress.Recall(a)
	if !ok {
		return p.env.Notice(tutor.Gone)
	}
	p.reading = &a
	return p.feedback.ShowEarlier(out, lines, p.tutor.Library.Reworded(a))
}

// close goes back from a feedback to the list. What was begun to be written about it is saved.
func (p *Screen) close() {
	p.keepDraft()
	p.reading = nil
	p.feedback.Clear()
	p.look()
}

// read is a key press while a feedback is up.
func (p *Screen) read(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Enter("")):
		if !p.feedback.Turn() {
			p.close()
		}
	case keymap.Is(msg, keymap.Bookmark()):
		return p.bookmark(p.reading.Scenario)
	case keymap.Is(msg, practise()):
		return p.practise(tutor.EntryOf(p.reading))
	case keymap.Is(msg, keymap.Reflect()):
		return p.reflect()
	default:
		p.feedback.Update(msg)
	}
	return nil
}

// reflect opens the editor on what was begun about the answer that is read, or on what was kept about it: one goes on with one's own words.
func (p *Screen) reflect() tea.Cmd {
	family := p.reading.Scenario
	if p.tutor.Record.Reflecting(family) {
		return p.env.Notice(tutor.StillSaving)
	}
	if kept, ok := p.tutor.Record.WrittenSince(family, p.reading.Seq); ok && p.draft == "" {
		return p.edit(kept)
	}
	return p.edit(progress.Reflection{Scenario: family, Text: p.draft})
}

// readingKeys are the bindings that work while a feedback is up.
func (p *Screen) readingKeys() []key.Binding {
	enter := keymap.Enter("back to the list")
	if p.feedback.Turns() {
		enter = keymap.Enter("read on")
	}
	keys := append([]key.Binding{enter}, p.feedback.Asides()...)
	keys = append(keys, practise(), keymap.Reflect(), keymap.Bookmark(), keymap.Move())
	return slices.Concat(keys, pane.Keys(), p.feedback.Elsewhere(), []key.Binding{keymap.Back()})
}

// keepDraft saves what was begun to be written about the answer that is read.
func (p *Screen) keepDraft() {
	if p.reading != nil && strings.TrimSpace(p.draft) != "" {
		p.written = p.tutor.Record.Rewrite(progress.Reflection{Scenario: p.reading.Scenario}, p.draft)
	}
	p.draft = ""
}
