// Practising, as a learner does it who reads the screen.

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// known is what a learner says on the command line of themselves, so that the first screen is home.
const known = "--role doctor --jurisdiction uk"

// What stands on the screens that a learner meets.
const (
	atHome      = "p      Practise"
	left        = "You left a practice"
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
	if at, err = s.sees(ctx, patience, left, situation); err != nil || at == situation {
		return err
	}
	if err := s.press(ctx, pause, enter); err != nil { // it is carried on, from the feedback of what was answered last
		return err
	}
	if at, err = s.sees(ctx, patience, saved, asked); err != nil || at == asked {
		return err
	}
	return s.goesOn(ctx, pause)
}

// answers answers the situation that is up, whatever its format, up to the question how sure they are. Of a discussion that is not asked: done
// says that it is saved.
func (s *seat) answers(ctx context.Context, pause time.Duration) (done bool, err error) {
	mark := string(rune('a' + rand.IntN(3)))
	for n := range mostPresses {
		keys := []string{mark, enter}
		if n%2 == 1 { // it asks for a rating of each, or for another order: in which the place is not always the one that the marked row has
			keys = append(slices.Repeat([]string{fmt.Sprint(2 + n/2%2)}, 6), enter)
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

// commits says how sure, and waits until the answer is saved. It returns how long it took until there was feedback, which is before that.
func (s *seat) commits(ctx context.Context, pause time.Duration, sure int, limit time.Duration) (feedback time.Duration, err error) {
	if err := s.press(ctx, pause, fmt.Sprint(sure)); err != nil {
		return 0, err
	}
	begun := time.Now()
	if err := s.until(ctx, limit, "feedback", func(now string) bool { return !strings.Contains(now, certainty) }); err != nil {
		return 0, err
	}
	feedback = time.Since(begun)
	_, err = s.sees(ctx, limit, saved)
	return feedback, err
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
	return s.until(ctx, 2*time.Second, "another screen", func(now string) bool { return now != before })
}

// practises goes through situations until ctx ends, and returns how many were saved.
func (s *seat) practises(ctx context.Context, pause time.Duration) (n int, err error) {
	if err := s.starts(ctx, pause); err != nil {
		return 0, err
	}
	for {
		done, err := s.answers(ctx, pause)
		if err == nil && !done {
			_, err = s.commits(ctx, pause, 1+rand.IntN(3), patience)
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
