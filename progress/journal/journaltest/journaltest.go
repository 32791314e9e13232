// Package journaltest is what every store of facts has to do, as one table of tests that runs on each of them.
package journaltest

import (
	"context"
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
		"a number that means another fact now is a conflict":      numberUsedAgain,
		"what was erased is gone for every store":                 erase,
		"watching tells of every change":                          watch,
		"a store is behind what another saved":                    behind,
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
