package stream

import (
	"testing"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/journaltest"
)

// must returns a function that fails the test on an error.
func must[T any](value T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		check(t, err)
		return value
	}
}

func must2[T, U any](value T, other U, err error) func(t *testing.T) (T, U) {
	return func(t *testing.T) (T, U) {
		t.Helper()
		check(t, err)
		return value, other
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// options are what tests go by: few streams, which are soon made.
func options() Options { return Options{Streams: 2, Now: journaltest.Clock} }

// embedded returns an engine in a folder until the test ends.
func embedded(t *testing.T, folder string) *Engine {
	t.Helper()
	e := must(Embed(t.Context(), folder, options()))(t)
	t.Cleanup(func() { check(t, e.Close()) })
	return e
}

// store returns a store that knows the kinds of a learner's record.
func store(t *testing.T, e *Engine, learner string) *Store {
	t.Helper()
	return must(e.Store(learner, journal.KindsOf(progress.Kinds()...)))(t)
}
