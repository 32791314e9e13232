package command

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/tui/tutor"
)

// TestTheEventLoopIsAskedWhetherItIsAlive by a message that no screen sees. Every other goes on as it is.
func TestTheEventLoopIsAskedWhetherItIsAlive(t *testing.T) {
	s := &stage{}
	if msg := s.filter(nil, answerMsg{}); msg != nil {
		t.Errorf("a screen sees %v", msg)
	}
	for _, msg := range []tea.Msg{tea.WindowSizeMsg{Width: 80, Height: 24}, tea.FocusMsg{}, "anything"} {
		if got := s.filter(nil, msg); got != msg {
			t.Errorf("%v became %v", msg, got)
		}
	}
	if s.closed.Load() {
		t.Error("it is taken to be leaving")
	}
}

// TestFromTheWishToLeaveNoScreenChanges: until then what waits is saved without a screen, from then on with it.
func TestFromTheWishToLeaveNoScreenChanges(t *testing.T) {
	s := &stage{overdue: make(chan struct{})}
	if _, ok := s.filter(nil, tea.QuitMsg{}).(tea.QuitMsg); !ok || !s.closed.Load() {
		t.Error("the wish to leave is not passed on, or not noted")
	}
}

// TestGivingUpTwiceIsGivingUp: several things may find that leaving takes too long.
func TestGivingUpTwiceIsGivingUp(t *testing.T) {
	s := &stage{overdue: make(chan struct{})}
	s.giveUp()
	s.giveUp()
	<-s.overdue
}

// TestTheTerminalIsPutBackAtTheEnd, and a fault is said once, there.
func TestTheTerminalIsPutBackAtTheEnd(t *testing.T) {
	for _, fault := range []error{nil, errors.New("the disk is full")} {
		var out, wrong strings.Builder
		s := &stage{sys: System{Out: &out, Err: &wrong}}
		err := s.part(fault)
		for mode, sequence := range map[string]string{"the other screen": "\x1b[?1049l", "the cursor": "\x1b[?25h", "bracketed paste": "\x1b[?2004l", "the keyboard's protocol": "\x1b[<1u"} {
			if !strings.Contains(out.String(), sequence) {
				t.Errorf("%s is left as it was: %q", mode, out.String())
			}
		}
		switch {
		case fault == nil && (err != nil || wrong.Len() > 0):
			t.Errorf("without a fault: %v, %q", err, wrong.String())
		case fault != nil && (!errors.As(err, new(said)) || wrong.String() != "probity: the disk is full\n"):
			t.Errorf("with a fault: %v, %q", err, wrong.String())
		}
	}
}

// TestWhatComesLastIsNotWaitedForWithoutEnd, and a fault of it, or a panic, is told.
func TestWhatComesLastIsNotWaitedForWithoutEnd(t *testing.T) {
	broken := errors.New("broken")
	for name, c := range map[string]struct {
		do    func() error
		fault bool
		is    error
	}{
		"it is done": {func() error { return nil }, false, nil},
		"it fails":   {func() error { return broken }, true, broken},
		"it panics":  {func() error { panic("out of range") }, true, nil},
	} {
		if err := within(time.Hour, c.do); (err != nil) != c.fault || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v", name, err)
		}
	}
	hangs := make(chan struct{})
	defer close(hangs)
	if err := within(time.Nanosecond, func() error { <-hangs; return nil }); err == nil || !strings.Contains(err.Error(), "the disk does not answer") {
		t.Errorf("it hangs: %v", err)
	}
	idle, _ := tutor.Open(tutor.Options{Dir: t.TempDir(), Now: time.Now})
	if err := saved(idle, time.Nanosecond, func() error { <-hangs; return nil }); !errors.Is(err, errUnanswered) {
		t.Errorf("it hangs with nothing to be kept: %v", err)
	}
	stop, cancel := context.WithCancel(t.Context())
	cancel()
	if err := (&cli{}).endsWith(stop, idle, func() error { return broken }); !errors.Is(err, broken) {
		t.Errorf("it ends when it is asked to: %v", err)
	}
}

// TestWhatIsNoTerminalHasNoModes: a pipe or a file is neither looked at nor set.
func TestWhatIsNoTerminalHasNoModes(t *testing.T) {
	set := modes(strings.NewReader(""), io.Discard, nil)
	if len(set) > 0 {
		t.Errorf("there are %d", len(set))
	}
	set.restore()
}
