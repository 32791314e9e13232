// Package journaltest is what every store of facts has to do, as one table of tests that runs on each of them.
package journaltest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress"
	"probity/progress/journal"
)

// Journal is facts that several stores have in common. It begins without any.
type Journal struct {
	Open func(kinds journal.Kinds) journal.Store // another way to them, for who knows some kinds
	Tear func()                                  // leaves a fact that was not completely written; nil where that cannot be
}

// now is the time that the stores' clock shows.
var now = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// Clock is the clock that a store under test has to go by.
func Clock() time.Time { return now }

// fixture is a journal in a test, and one store to it.
type fixture struct {
	*testing.T
	Journal
	store journal.Store
}

// Test runs the table, with a journal of its own for each test.
func Test(t *testing.T, begin func(t *testing.T) Journal) {
	for name, test := range map[string]func(fixture){
		"facts are read in the order in which they were appended": inOrder,
		"times and text are kept as they will be read":            asRead,
		"reading goes on after a number":                          fromANumberOn,
		"reading ends when it is told to":                         endsEarly,
		"appending after another number is a conflict":            conflict,
		"all facts are saved or none":                             allOrNone,
		"two writers lose nothing":                                twoWriters,
		"a reader beside a writer sees what is whole":             besideAWriter,
		"a fact of unknown kind is counted and not handed over":   unknownKind,
		"what was forgotten is gone, and the rest stays":          forget,
		"what was erased is gone for every store":                 erase,
		"watching tells of every change":                          watch,
		"watching ends with its context":                          watchEnds,
		"nothing is done in a context that has ended":             ended,
		"a torn end is passed over and set aside":                 torn,
	} {
		t.Run(name, func(t *testing.T) {
			j := begin(t)
			test(fixture{t, j, j.Open(journal.KindsOf(progress.Kinds()...))})
		})
	}
}

// another returns another store to the same facts.
func (t fixture) another() journal.Store { return t.Open(journal.KindsOf(progress.Kinds()...)) }

// setting is a fact that is known by its name.
func setting(name string) progress.Setting { return progress.Setting{Name: name} }

// append appends settings after whatever is there.
func (t fixture) append(names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := t.store.Append(t.Context(), journal.Any, setting(name)); err != nil {
			t.Fatal(err)
		}
	}
}

// entry is a fact as the tests tell it: its number and its name.
type entry struct {
	Seq  int64
	Name string
}

// read returns the settings above a number as a store reads them, and the number of the last fact.
func read(ctx context.Context, s journal.Store, after int64) (found []entry, last int64, err error) {
	last, err = s.Read(ctx, after, func(f progress.Fact) error {
		if set, ok := f.(progress.Setting); ok {
			found = append(found, entry{set.Seq, set.Name})
		}
		return nil
	})
	return found, last, err
}

// holds checks what a store reads above a number.
func (t fixture) holds(s journal.Store, after, last int64, want ...entry) {
	t.Helper()
	found, got, err := read(t.Context(), s, after)
	if err != nil || got != last {
		t.Fatalf("read up to %d, not %d: %v", got, last, err)
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Fatalf("read (-want +got):\n%s", diff)
	}
}

func inOrder(t fixture) {
	t.holds(t.store, 0, 0)
	first, err := t.store.Append(t.Context(), 0, setting("a"), setting("b"))
	if err != nil || len(first) != 2 || progress.Seq(first[0]) != 1 || progress.Seq(first[1]) != 2 {
		t.Fatalf("saved %v, %v", first, err)
	}
	if _, err := t.store.Append(t.Context(), 2, setting("c")); err != nil {
		t.Fatal(err)
	}
	for _, s := range []journal.Store{t.store, t.another()} {
		t.holds(s, 0, 3, entry{1, "a"}, entry{2, "b"}, entry{3, "c"})
	}
}

func asRead(t fixture) {
	elsewhere := time.Date(2026, 11, 21, 23, 0, 0, 999, time.FixedZone("", 2*60*60))
	saved, err := t.store.Append(t.Context(), 0,
		progress.Reflection{Scenario: "a\n[[answer]]\n\x1b\xff", Text: "\u2028 “x” \\"},
		progress.Answer{Chosen: []string{"b", ""}, Marks: 1.0 / 3, At: elsewhere})
	if err != nil {
		t.Fatal(err)
	}
	want := []progress.Fact{
		progress.Reflection{Seq: 1, Scenario: "a\n[[answer]]\n\x1b\ufffd", Text: "\u2028 “x” \\", At: now},
		progress.Answer{Seq: 2, Chosen: []string{"b", ""}, Marks: 1.0 / 3, At: elsewhere.UTC().Truncate(time.Second)},
	}
	var found []progress.Fact
	_, err = t.another().Read(t.Context(), 0, func(f progress.Fact) error { found = append(found, f); return nil })
	if diff := cmp.Diff(want, saved); err != nil || diff != "" {
		t.Errorf("returned, %v (-want +got):\n%s", err, diff)
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
}

func fromANumberOn(t fixture) {
	t.append("a", "b", "c")
	t.holds(t.store, 1, 3, entry{2, "b"}, entry{3, "c"})
	t.holds(t.store, 3, 3)
}

func endsEarly(t fixture) {
	t.append("a", "b")
	enough, times := errors.New("enough"), 0
	_, err := t.store.Read(t.Context(), 0, func(progress.Fact) error { times++; return enough })
	if !errors.Is(err, enough) || times != 1 {
		t.Errorf("handed over %d times: %v", times, err)
	}
}

func conflict(t fixture) {
	t.append("a", "b", "c")
	for _, after := range []int64{0, 2, 4} {
		if saved, err := t.store.Append(t.Context(), after, setting("d"), setting("e")); !errors.Is(err, journal.ErrConflict) || saved != nil {
			t.Errorf("after %d: saved %v, %v", after, saved, err)
		}
	}
	t.holds(t.store, 0, 3, entry{1, "a"}, entry{2, "b"}, entry{3, "c"})
	if _, err := t.another().Append(t.Context(), 3, setting("d")); err != nil {
		t.Error(err)
	}
	if _, err := t.store.Append(t.Context(), 3, setting("e")); !errors.Is(err, journal.ErrConflict) {
		t.Errorf("after what another store saved: %v", err)
	}
	t.append("f")
	t.holds(t.store, 3, 5, entry{4, "d"}, entry{5, "f"})
}

func allOrNone(t fixture) {
	t.append("a")
	beyond := progress.Setting{Name: "c", At: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}
	if _, err := t.store.Append(t.Context(), 1, setting("b"), beyond); err == nil {
		t.Error("a time that cannot be written was saved")
	}
	t.holds(t.another(), 0, 1, entry{1, "a"})
	if saved, err := t.store.Append(t.Context(), 1); saved != nil || err != nil {
		t.Errorf("nothing was given, and saved were %v, %v", saved, err)
	}
}

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

// later is a kind of fact that only a later version knows.
type later struct {
	Seq  int64     `toml:"seq"`
	Name string    `toml:"name"`
	At   time.Time `toml:"at"`
}

// Table is "later".
func (later) Table() string { return "later" }

func unknownKind(t fixture) {
	t.append("a")
	newer := t.Open(journal.KindsOf(append(progress.Kinds(), later{})...))
	if _, err := newer.Append(t.Context(), 1, later{Name: "b"}); err != nil {
		t.Fatal(err)
	}
	t.holds(t.store, 0, 2, entry{1, "a"})
	if _, err := t.store.Append(t.Context(), 2, setting("c")); err != nil {
		t.Fatal(err)
	}
	t.holds(t.store, 0, 3, entry{1, "a"}, entry{3, "c"})
	found := 0
	_, err := newer.Read(t.Context(), 0, func(f progress.Fact) error {
		if l, ok := f.(later); ok && l == (later{2, "b", now}) {
			found++
		}
		return nil
	})
	if err != nil || found != 1 {
		t.Errorf("who knows the kind found %d: %v", found, err)
	}
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
