package command

import (
	"errors"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/windows"
)

// TestAConsoleIsAskedToObeyAndPutBack: one that shows escape sequences as letters is told to obey them, and is as it was after; in its
// legacy mode it refuses.
func TestAConsoleIsAskedToObeyAndPutBack(t *testing.T) {
	const processed, sequences, wrap = windows.ENABLE_PROCESSED_OUTPUT, windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING, windows.ENABLE_WRAP_AT_EOL_OUTPUT
	for name, c := range map[string]struct {
		is, during uint32
		none       error // of reading how it is set
		refuses    bool
		obeys      bool
	}{
		"Windows Terminal": {processed | sequences | wrap, processed | sequences | wrap, nil, false, true},
		"the old console":  {processed | wrap, processed | sequences | wrap, nil, false, true},
		"its legacy mode":  {processed | wrap, processed | wrap, nil, true, false},
		"no console":       {0, 0, errors.New("the handle is invalid"), true, false},
	} {
		t.Run(name, func(t *testing.T) {
			mode := c.is
			modes := consoleModes{get: func() (uint32, error) { return mode, c.none }, set: func(m uint32) error {
				if c.refuses {
					return errors.New("the parameter is incorrect")
				}
				mode = m
				return nil
			}}
			back, ok := modes.obeying()
			if ok != c.obeys || mode != c.during {
				t.Errorf("it obeys: %v, and is set to %b", ok, mode)
			}
			if back(); mode != c.is {
				t.Errorf("it is left set to %b", mode)
			}
		})
	}
}

// TestAWindowOfAnotherSizeIsToldOnce, and one whose size can't be told, not at all.
func TestAWindowOfAnotherSizeIsToldOnce(t *testing.T) {
	measured := [][2]int{{80, 24}, {80, 24}, {60, 15}, {60, 15}, {0, 0}, {60, 15}, {80, 24}}
	look, done := make(chan time.Time), make(chan struct{})
	var told []tea.WindowSizeMsg
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		n := -1
		sizes(look, done, func() (int, int) { n++; return measured[n][0], measured[n][1] }, func(size tea.WindowSizeMsg) { told = append(told, size) })
	}()
	for range len(measured) - 1 {
		look <- time.Time{}
	}
	close(done)
	<-ended
	if want := []tea.WindowSizeMsg{{Width: 60, Height: 15}, {Width: 80, Height: 24}}; !slices.Equal(told, want) {
		t.Errorf("told are %v", told)
	}
}
