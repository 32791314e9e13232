// Package ticker brings a screen a message at intervals, for as long as the screen shows something that changes with the time.
package ticker

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Ticker has at most one tick due.
type Ticker struct {
	after func(time.Duration, tea.Msg) tea.Cmd
	due   bool
}

// tickMsg is the tick of one ticker. It can arrive at another screen, when the one that waited for it has gone.
type tickMsg struct{ of *Ticker }

// New makes a ticker that uses after, as screen.Env has it, to wait.
func New(after func(time.Duration, tea.Msg) tea.Cmd) *Ticker { return &Ticker{after: after} }

// Next requests the next tick, unless one is due already.
func (t *Ticker) Next(every time.Duration) tea.Cmd {
	if t.due {
		return nil
	}
	t.due = true
	return t.after(every, tickMsg{t})
}

// Ticked reports whether the message is this ticker's tick.
func (t *Ticker) Ticked(msg tea.Msg) bool {
	tick, ok := msg.(tickMsg)
	if !ok || tick.of != t {
		return false
	}
	t.due = false
	return true
}
