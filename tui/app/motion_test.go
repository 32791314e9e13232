package app

import (
	"testing"
	"time"

	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// changes is how often a screen changes by itself in a minute.
func (s sight) changes(t *testing.T, motion string) (many int) {
	t.Helper()
	d := s.drive(t, theme.Mono)
	d.app.app.opt.Tutor.Profile.Change(tutor.SettingMotion, motion)
	d.passes(2 * time.Second) // an enter is heard again, and a clock that counted seconds counts minutes
	for range 60 {
		before := d.app.View().Content
		if d.passes(time.Second); d.app.View().Content != before {
			many++
		}
	}
	return many
}

// TestNothingMovesWithReducedMotion: no screen changes by itself, but for the minutes of a clock.
func TestNothingMovesWithReducedMotion(t *testing.T) {
	for _, s := range sights(t) {
		t.Run(s.name, func(t *testing.T) {
			if many := s.changes(t, tutor.Off); many > 1 {
				t.Errorf("it changes %d times in a minute", many)
			}
		})
	}
}

// TestClocksCountTheSeconds, unless motion is reduced.
func TestClocksCountTheSeconds(t *testing.T) {
	for _, s := range []sight{
		{"exam", given{learner: doctor}, "a b"},
		{"room", given{learner: doctor, start: inARoom}, "space right"},
	} {
		if many := s.changes(t, tutor.On); many < 55 {
			t.Errorf("%s changes %d times in a minute", s.name, many)
		}
	}
}

// TestNoCaretBlinks: neither the terminal's, where one types, nor one that a field draws.
func TestNoCaretBlinks(t *testing.T) {
	for _, s := range []sight{
		{"reflection", given{learner: doctor, start: choice}, "b d enter 3 r"},
		{"search", given{learner: doctor, start: screen.ToGuidance{}}, "/ x"},
	} {
		d := s.drive(t, theme.Mono)
		if c := d.app.View().Cursor; c == nil || c.Blink {
			t.Errorf("%s has the caret %+v", s.name, c)
		}
	}
}
