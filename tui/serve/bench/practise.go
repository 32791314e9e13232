// Practising, as a learner does it who reads the screen.

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"
)

// known is what a learner says on the command line of themselves, so that the first screen is home.
const known = "--role doctor --jurisdiction uk"

// What stands on the screens that a learner meets.
const (
	atHome      = "p      Practise"
	situation   = "Situation "
	certainty   = "How sure are you?"
	saved       = "Saved."
	asked       = "enter submit"
	enter       = "\r"
	mostPresses = 12 // for an answer
)

// starts goes from home to the first situation of a practice on everything.
func (s *seat) starts(ctx context.Context, pause time.Duration) error {
	if _, err := s.sees(ctx, patience, atHome); err != nil {
		return err
	}
	if err := s.press(ctx, pause, "p"); err != nil {
		return err
	}
	at, err := s.sees(ctx, patience, "All topics", situation)
	if err != nil || at == situation {
		return err
	}
	if err := s.press(ctx, pause, "a"); err != nil {
		return err
	}
	_, err = s.sees(ctx, patience, situation)
	return err
}

// answers answers the situation that is up, whatever its format, up to the question how sure they are. Of a discussion that is not asked: done
// says that it is saved.
func (s *seat) answers(ctx context.Context, pause time.Duration) (done bool, err error) {
	mark := string(rune('a' + rand.IntN(3)))
	for n := range mostPresses {
		keys := []string{mark, enter}
		if n%2 == 1 { // it asks for a rating of each, or for another order
			keys = []string{"3", "3", "3", "3", "3", "3", enter}
		}
		if err := s.press(ctx, pause, keys...); err != nil {
			return false, err
		}
		if at, err := s.sees(ctx, 2*time.Second, certainty, saved); !errors.Is(err, errNotSeen) {
			return at == saved, err
		}
	}
	return false, fmt.Errorf("nothing answers this:\n%s", s.text())
}

// commits says how sure, and waits until the answer is saved.
func (s *seat) commits(ctx context.Context, pause time.Duration, sure int, limit time.Duration) error {
	if err := s.press(ctx, pause, fmt.Sprint(sure)); err != nil {
		return err
	}
	_, err := s.sees(ctx, limit, saved)
	return err
}

// goesOn leaves the feedback for the next situation, or for a new practice.
func (s *seat) goesOn(ctx context.Context, pause time.Duration) error {
	for range mostPresses {
		before := s.text()
		if err := s.press(ctx, pause, enter); err != nil {
			return err
		}
		if err := s.changes(ctx, before); err != nil && !errors.Is(err, errNotSeen) {
			return err // an enter that comes too soon is pressed again
		}
		now := s.text()
		switch {
		case strings.Contains(now, atHome):
			return s.starts(ctx, pause)
		case strings.Contains(now, asked) && !strings.Contains(now, saved):
			return nil
		}
	}
	return fmt.Errorf("%w for what comes after\n%s", errNotSeen, s.text())
}

// changes waits until the screen is another one.
func (s *seat) changes(ctx context.Context, before string) error {
	late := time.NewTimer(2 * time.Second)
	defer late.Stop()
	for s.text() == before {
		select {
		case <-s.changed:
		case <-s.over:
			return io.EOF
		case <-ctx.Done():
			return ctx.Err()
		case <-late.C:
			return fmt.Errorf("%w for another screen than\n%s", errNotSeen, before)
		}
	}
	return nil
}

// practises goes through situations until ctx ends, and returns how many were saved.
func (s *seat) practises(ctx context.Context, pause time.Duration) (n int, err error) {
	if err := s.starts(ctx, pause); err != nil {
		return 0, err
	}
	for {
		done, err := s.answers(ctx, pause)
		if err == nil && !done {
			err = s.commits(ctx, pause, 1+rand.IntN(3), patience)
		}
		if err != nil {
			return n, err
		}
		n++
		if err := s.goesOn(ctx, pause); err != nil {
			return n, err
		}
	}
}
