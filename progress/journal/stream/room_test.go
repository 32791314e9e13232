//go:build unix && !solaris && !illumos && !netbsd && !openbsd

package stream

import (
	"errors"
	"math"
	"strings"
	"syscall"
	"testing"
)

// TestADiskIsNeverFilled: before it is full nothing more is taken in, which is said; what is there can be read and erased. Once there is room, it goes on.
func TestADiskIsNeverFilled(t *testing.T) {
	folder := t.TempDir()
	e := embedded(t, folder)
	s := store(t, e, "learner")
	_, err := s.Append(t.Context(), 0, settings("a")...)
	check(t, err)
	room := e.room
	e.room = func() error { return roomIn(folder, math.MaxUint64) }
	_, err = s.Append(t.Context(), 1, settings("b")...)
	var said *NotSavedError
	if !errors.As(err, &said) || !errors.Is(err, syscall.ENOSPC) || !strings.Contains(said.Message(), "the disk of the host is full") {
		t.Errorf("it is said: %v", err)
	}
	if err := s.WriteBeside("draft", []byte("x")); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a file: %v", err)
	}
	if err := e.Healthy(t.Context()); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("its health: %v", err)
	}
	holds(t, store(t, e, "learner"), "1a")
	other := store(t, e, "learner")
	e.room = room
	_, err = s.Append(t.Context(), 1, settings("b")...)
	check(t, err)
	holds(t, other, "1a", "2b")
	e.room = func() error { return errFull }
	check(t, s.Erase(t.Context()))
}
