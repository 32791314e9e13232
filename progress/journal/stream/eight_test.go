package stream

import (
	"errors"
	"flag"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"probity/progress"
	"probity/progress/journal"
)

var answers = flag.Int("answers", 160, "how many answers eight windows save; 8000 for the proof")

// TestEightWindowsLoseNothing that they save at once, each behind what it has read: half in one record, half in a record of its own.
func TestEightWindowsLoseNothing(t *testing.T) {
	running := must(start(&server.Options{DontListen: true, StoreDir: t.TempDir()}, nil))(t)
	t.Cleanup(func() { running.Shutdown(); running.WaitForShutdown() })
	const windows = 8
	each := *answers / windows / 2
	var all sync.WaitGroup
	var e *Engine
	for i := range windows {
		e = must(overLine(t, &line{to: running}, time.Minute))(t)
		t.Cleanup(func() { check(t, e.Close()) })
		for _, s := range []*Store{store(t, e, "common"), store(t, e, fmt.Sprint("window-", i))} {
			all.Go(func() {
				if err := answering(t, s, i, each); err != nil {
					t.Error(err)
				}
			})
		}
	}
	all.Wait()
	for i := range windows {
		if n := next(t, store(t, e, fmt.Sprint("window-", i)))[fmt.Sprint(i)]; n != each {
			t.Errorf("of %d answers of window %d there are %d", each, i, n)
		}
	}
	for window, n := range next(t, store(t, e, "common")) {
		if n != each {
			t.Errorf("of %d answers of window %s in the record of all there are %d", each, window, n)
		}
	}
}

// answering saves answers, each behind what there is.
func answering(t *testing.T, s *Store, window, n int) error {
	last := int64(0)
	for i := 0; i < n; {
		saved, err := s.Append(t.Context(), last, progress.Answer{Sitting: fmt.Sprint(window), Scenario: fmt.Sprint(i), At: at(i)})
		switch {
		case err == nil:
			last = progress.Seq(saved[0])
			i++
		case errors.Is(err, journal.ErrConflict):
			last, err = s.Read(t.Context(), last, func(progress.Fact) error { return nil })
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// next counts the answers of each window in a record, and fails unless each stands there once, in order.
func next(t *testing.T, s *Store) map[string]int {
	t.Helper()
	n, seq := map[string]int{}, int64(0)
	_, err := s.Read(t.Context(), 0, func(f progress.Fact) error {
		a := f.(progress.Answer)
		if seq++; a.Seq != seq || a.Scenario != fmt.Sprint(n[a.Sitting]) {
			return fmt.Errorf("fact %d is %v", seq, a)
		}
		n[a.Sitting]++
		return nil
	})
	check(t, err)
	return n
}
