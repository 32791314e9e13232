// Reading and appending: order, numbers, conflicts, and what comes back.

package journaltest

import (
	"errors"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress"
	"probity/progress/journal"
)

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
