package sshd

import (
	"context"
	"strings"
	"testing"
	"time"
)

// drain begins to end a host, and returns what hastens that and what waits for it.
func (h *host) drain() (hasten func(), ended chan struct{}) {
	ctx, cancel := context.WithCancel(context.Background())
	ended = make(chan struct{})
	go func() {
		defer close(ended)
		h.Shutdown(ctx)
	}()
	h.t.Cleanup(cancel)
	return cancel, ended
}

func TestAHostThatDrainsTakesNobodyInAndLosesNothing(t *testing.T) {
	h := start(t, stays, nil)
	one, first := terminal(t, h.enter(), 80, 24)
	two, second := terminal(t, h.enter(), 80, 24)
	until(t, first, "here")
	until(t, second, "here")
	before := h.enter()
	hasten, ended := h.drain()
	until(t, first, "notice: This host is about to be restarted: please leave within 1 minute, then connect again.")
	if said, code := answer(t, before, "a"); code != 1 || !strings.Contains(said, "about to be restarted: connect again") {
		t.Errorf("a new session: %q, %d", said, code)
	}
	if said, code := answer(t, h.enter(), "a"); code != 1 || !strings.Contains(said, "about to be restarted: connect again") {
		t.Errorf("a new connection: %q, %d", said, code)
	}
	one.Close() // who leaves is waited for no longer
	h.counts.wait(t, "ended screens", 1)
	hasten()
	until(t, second, "saved\r\nThis host is being restarted. Connect again")
	if err := two.Wait(); err != nil {
		t.Error(err)
	}
	<-ended
	if _, _, err := h.dial("anna", key(t)); err == nil {
		t.Error("the host is not closed")
	}
}

func TestAHostIsClosedWhenTheTimeToDrainIsOver(t *testing.T) {
	h := start(t, stays, limits(func(l *Limits) { l.Drain = 10 * time.Millisecond }))
	_, out := terminal(t, h.enter(), 80, 24)
	until(t, out, "here")
	_, ended := h.drain()
	until(t, out, "saved")
	<-ended
}

func TestAHostThatNobodyIsAtEndsAtOnce(t *testing.T) {
	h := start(t, stays, nil)
	c := h.enter()
	_, ended := h.drain()
	<-ended
	_ = c.Wait()
}

// A session that saves for longer than there is time loses its connection, and is waited for no longer.
func TestASessionThatDoesNotEndIsCutOff(t *testing.T) {
	release := make(chan struct{})
	h := start(t, func(ctx context.Context, s Session) int {
		_, _ = s.Out.Write([]byte("here"))
		<-ctx.Done()
		<-release
		return 0
	}, limits(func(l *Limits) { l.Drain, l.Settle = 0, 10*time.Millisecond }))
	s, out := terminal(t, h.enter(), 80, 24)
	until(t, out, "here")
	_, ended := h.drain()
	if err := s.Wait(); err == nil {
		t.Error("it ended by itself")
	}
	close(release)
	<-ended
}
