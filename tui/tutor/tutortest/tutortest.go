// Package tutortest opens a tutor for the tests of front ends.
package tutortest

import (
	"errors"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios/pack"
	"probity/tui/tutor"
)

// Open is the tutor of a doctor in the UK with a record of their own, ready to work with a pack. Its clock stands still.
func Open(t testing.TB, p *pack.Pack) *tutor.Tutor {
	t.Helper()
	seed := int64(7)
	out, err := tutor.Open(tutor.Options{
		Dir: t.TempDir(), Flags: tutor.Learner{Role: guidance.Doctor, Jurisdiction: guidance.UK}, Seed: &seed,
		Now: func() time.Time { return time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC) }, Program: "Probity 0.1.0",
		Load: func() (*pack.Pack, error) { return p, nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(out.Library.Load().Do(), out.Read().Do()); err != nil {
		t.Fatal(err)
	}
	return out
}
