package ticker

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// at once is an after that waits for nothing.
func atOnce(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

func TestOneTickIsDueAtATime(t *testing.T) {
	ticker := New(atOnce)
	first := ticker.Next(time.Second)
	if first == nil || ticker.Next(time.Second) != nil {
		t.Fatal("the first call has to request a tick, and the second none")
	}
	if !ticker.Ticked(first()) {
		t.Error("it does not know its own tick")
	}
	if ticker.Next(time.Second) == nil {
		t.Error("after a tick another can't be requested")
	}
}

func TestATickOfAnotherTickerIsNotItsOwn(t *testing.T) {
	gone, ticker := New(atOnce), New(atOnce)
	late := gone.Next(time.Second)
	ticker.Next(time.Second)
	if ticker.Ticked(late()) || ticker.Ticked(tea.KeyPressMsg{}) {
		t.Error("it took another message for its tick")
	}
	if ticker.Next(time.Second) != nil {
		t.Error("another's tick ended the wait for its own")
	}
}
