// Several stores at once, and what becomes of facts: two writers, a reader beside one, forgetting, erasing, watching.

package journaltest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"probity/progress"
	"probity/progress/journal"
)

// write appends settings one by one, each after what it has read, until all are saved.
func write(ctx context.Context, s journal.Store, name string, n int) error {
	for i := 0; i < n; {
		_, last, err := read(ctx, s, 0)
		if err != nil {
			return err
		}
		switch _, err := s.Append(ctx, last, setting(fmt.Sprint(name, i))); {
		case err == nil:
			i++
		case !errors.Is(err, journal.ErrConflict):
			return err
		}
	}
	return nil
}

func twoWriters(t fixture) {
	const each = 25
	var writers sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		s := t.another()
		writers.Go(func() {
			if err := write(t.Context(), s, name, each); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	found, last, err := read(t.Context(), t.store, 0)
	if err != nil || last != 2*each || len(found) != 2*each {
		t.Fatalf("%d facts up to %d: %v", len(found), last, err)
	}
	next := map[byte]int{}
	for i, e := range found {
		writer := e.Name[0]
		if e.Seq != int64(i+1) || e.Name != fmt.Sprint(string(writer), next[writer]) {
			t.Fatalf("%v is out of its order", e)
		}
		next[writer]++
	}
}

func besideAWriter(t fixture) {
	const n = 40
	var writer sync.WaitGroup
	s := t.another()
	writer.Go(func() {
		if err := write(t.Context(), s, "a", n); err != nil {
			t.Error(err)
		}
	})
	for seen := 0; seen < n && !t.Failed(); {
		found, _, err := read(t.Context(), t.store, 0)
		if err != nil || len(found) < seen {
			t.Fatalf("read %d facts, and %d before: %v", len(found), seen, err)
		}
		for i, e := range found {
			if want := (entry{int64(i + 1), fmt.Sprint("a", i)}); e != want {
				t.Fatalf("read %v, not %v", e, want)
			}
		}
		seen = len(found)
	}
	writer.Wait()
}

func forget(t fixture) {
	t.append("a", "b", "c", "d")
	if err := t.store.Forget(t.Context(), 2, 3); err != nil {
		t.Fatal(err)
	}
	for _, s := range []journal.Store{t.store, t.another()} {
		t.holds(s, 0, 4, entry{1, "a"}, entry{4, "d"})
	}
	if _, err := t.store.Append(t.Context(), 4, setting("e")); err != nil {
		t.Fatal(err)
	}
	t.holds(t.store, 1, 5, entry{4, "d"}, entry{5, "e"})
}

// numberUsedAgain: the last fact is forgotten, and the next has its number. A store that knows the one has to read the other first.
func numberUsedAgain(t fixture) {
	t.append("a", "b")
	other := t.another()
	t.holds(other, 0, 2, entry{1, "a"}, entry{2, "b"})
	if err := t.store.Forget(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	t.append("c")
	_, err := other.Append(t.Context(), 2, setting("d"))
	if !errors.Is(err, journal.ErrConflict) || errors.Is(err, journal.ErrRenumbered) {
		t.Fatalf("after a number that means another fact now: %v", err)
	}
	if _, err := other.Append(t.Context(), journal.Any, setting("e")); err != nil {
		t.Fatal(err)
	}
	for _, after := range []int64{3, journal.Any} {
		if _, err := other.Append(t.Context(), after, progress.Undo{Of: 2}); !errors.Is(err, journal.ErrRenumbered) {
			t.Fatalf("naming another fact by a number that was read before: %v", err)
		}
	}
	t.holds(other, 0, 3, entry{1, "a"}, entry{2, "c"}, entry{3, "e"})
	if _, err := other.Append(t.Context(), 3, progress.Undo{Of: 2}); err != nil {
		t.Fatal(err)
	}
}

func erase(t fixture) {
	t.append("a", "b")
	other := t.another()
	t.holds(other, 0, 2, entry{1, "a"}, entry{2, "b"})
	if err := t.store.Erase(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.holds(t.store, 0, 0)
	t.holds(other, 0, 0)
	for _, s := range []journal.Store{t.store, other} {
		if _, err := s.Append(t.Context(), journal.Any, setting("c")); err == nil {
			t.Error("something was saved where everything was erased")
		}
	}
}

// told fails unless a change is told of.
func (t fixture) told(changed <-chan struct{}, of string) {
	t.Helper()
	select {
	case _, open := <-changed:
		if !open {
			t.Fatalf("the end was told instead of %s", of)
		}
	case <-time.After(time.Minute):
		t.Fatalf("nothing was told of %s", of)
	}
}

func watch(t fixture) {
	t.append("a", "b")
	changed := t.another().Watch(t.Context())
	t.append("c", "d")
	t.told(changed, "facts that were appended")
	t.append("e")
	t.told(changed, "a fact that was appended then")
	if err := t.store.Forget(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	t.told(changed, "a fact that was forgotten")
	if err := t.store.Erase(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.told(changed, "facts that were erased")
}

func behind(t fixture) {
	other := t.another()
	is := func(s journal.Store, want bool, after string) {
		t.Helper()
		if got := s.Behind(); got != want {
			t.Errorf("after %s: behind is %v", after, got)
		}
	}
	is(t.store, false, "nothing")
	t.append("a", "b")
	is(t.store, false, "what it saved itself")
	is(other, true, "what another saved")
	t.holds(other, 0, 2, entry{1, "a"}, entry{2, "b"})
	is(other, false, "reading that")
	if _, err := other.Append(t.Context(), 2, setting("c")); err != nil {
		t.Fatal(err)
	}
	is(t.store, true, "what another saved behind its own")
	if _, err := t.store.Append(t.Context(), journal.Any, setting("d")); err != nil {
		t.Fatal(err)
	}
	is(other, true, "what another saved in turn")
	t.holds(t.store, 0, 4, entry{1, "a"}, entry{2, "b"}, entry{3, "c"}, entry{4, "d"})
	t.holds(other, 3, 4, entry{4, "d"})
	is(other, false, "reading what is new")
	if err := t.store.Erase(t.Context()); err != nil {
		t.Fatal(err)
	}
	is(other, false, "everything was erased")
}

func watchEnds(t fixture) {
	ctx, end := context.WithCancel(t.Context())
	changed := t.store.Watch(ctx)
	end()
	for range changed { // until it is closed
	}
}

func ended(t fixture) {
	t.append("a")
	ctx, end := context.WithCancel(t.Context())
	end()
	_, reading := t.store.Read(ctx, 0, func(progress.Fact) error { return nil })
	_, appending := t.store.Append(ctx, 1, setting("b"))
	for what, err := range map[string]error{
		"reading": reading, "appending": appending, "forgetting": t.store.Forget(ctx, 1), "erasing": t.store.Erase(ctx),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
	}
	t.holds(t.another(), 0, 1, entry{1, "a"})
}

func torn(t fixture) {
	if t.Tear == nil {
		t.Skip("no fact can be torn here")
	}
	t.append("a", "b")
	t.Tear()
	t.holds(t.another(), 0, 2, entry{1, "a"}, entry{2, "b"})
	if _, err := t.store.Append(t.Context(), 2, setting("c")); err != nil {
		t.Fatal(err)
	}
	t.holds(t.another(), 0, 3, entry{1, "a"}, entry{2, "b"}, entry{3, "c"})
}
