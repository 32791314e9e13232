// A reading says what the fold says, of a record as it stood when the reading began.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"probity/progress"
	"probity/progress/journal"
)

func readingOf(t testing.TB, r *Folder) *progress.Reading {
	t.Helper()
	d := must(r.Reading())(t)
	t.Cleanup(func() { d.Close() })
	return d
}

// agreesWith checks a reading against the history of the same record.
func agreesWith(t testing.TB, d *progress.Reading, h *progress.History) {
	t.Helper()
	standing := map[int64]bool{}
	for _, r := range h.Reflections() {
		standing[r.Seq] = true
	}
	var found []progress.Answer
	check(t, d.Each(func(fact progress.Fact) error {
		switch f := fact.(type) {
		case progress.Answer:
			found = append(found, f)
			same(t, "counts", d.Counts(f), h.Counts(f))
		case progress.Reflection:
			same(t, "replaced", d.Replaced(f), !standing[f.Seq])
		}
		return nil
	}))
	same(t, "answers", found, h.Answers())
}

func TestAReadingSaysWhatTheHistorySays(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := created(t)
		live(t, rt, r, "evening")
		agreesWith(t, readingOf(t, r), must(r.History())(t))
	})
}

func TestAReadingOfARecordJoinedByHand(t *testing.T) {
	text := long(t, 3)
	entries := strings.SplitAfter(text, "jurisdiction = \"uk\"\n")[1]
	another := strings.ReplaceAll(entries, "seconds = 41", "seconds = 42")
	joined := text + another + entries + "\n[[undo]]\nseq = 4\nof = 2\nat = 2026-11-22T12:00:00Z\n"
	r := must(Open(written(t, joined)))(t)
	d := readingOf(t, r)
	agreesWith(t, d, must(r.History())(t))
	same(t, "undone", d.Undone(progress.Answer{Seq: 2}), true)
}

func TestAReadingIsOfOneMoment(t *testing.T) {
	r := created(t, progress.Sitting{ID: "s", Kind: progress.Review}, answer(0))
	d := readingOf(t, r)
	must(r.Append(t.Context(), journal.Any, answer(1), progress.Undo{Of: 2}))(t)
	if runtime.GOOS != "windows" { // which removes no file that is open
		check(t, os.Remove(r.Path()))
	}
	n := 0
	check(t, d.Each(func(progress.Fact) error { n++; return nil }))
	same(t, "facts", n, 2)
	same(t, "undone", d.Undone(progress.Answer{Seq: 2}), false)
	same(t, "kind", d.Kind("s"), progress.Review)
	same(t, "learner", d.Learner, doctor)
	enough := errors.New("enough")
	if err := d.Each(func(progress.Fact) error { return enough }); !errors.Is(err, enough) {
		t.Fatalf("went on: %v", err)
	}
}

func TestWhatCannotBeBegunToRead(t *testing.T) {
	if _, err := must(Open(options(t.TempDir())))(t).Reading(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	damaged := strings.Replace(long(t, 4), "seq = 2", "seq = ?", 1)
	if _, err := must(Open(written(t, damaged)))(t).Reading(); !isCorrupt(err) {
		t.Errorf("got %v", err)
	}
}

func TestFieldsAreTheRecordsOwn(t *testing.T) {
	fact := progress.Stamped(progress.Answer{Scenario: "x", Chosen: []string{"a"}, Of: 1, Revision: 2}, 3, noon)
	var names []string
	for _, f := range progress.Fields(fact) {
		names = append(names, f.Name)
	}
	same(t, "names", strings.Join(names, " "), "seq sitting scenario revision topic principle format chosen marks of chance seconds at")
	same(t, "a number", progress.Fields(fact)[3].Value, any(int64(2)))
	same(t, "a name of its own", progress.Fields(progress.Sitting{Kind: progress.Review})[2].Value, any("review"))
	same(t, "table", fact.Table(), "answer")
}
