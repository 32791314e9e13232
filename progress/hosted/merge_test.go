package hosted_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/progress"
	"probity/progress/disk/disktest"
	"probity/progress/folder"
	"probity/progress/hosted"
	"probity/progress/hosted/hostedtest"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// TestMergingIsWhatAFolderDoes: whatever two machines did, a record on a host comes to hold what a record in a folder would.
func TestMergingIsWhatAFolderDoes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		both := drawn(rt, "both", 0)
		ours, theirs := slices.Concat(both, drawn(rt, "ours", len(both))), slices.Concat(both, drawn(rt, "theirs", len(both)))
		l, r := begun(t, ours...)
		_, other := begun(t, theirs...)
		dir := t.TempDir()
		path := filepath.Join(dir, "theirs.toml")
		if err := os.WriteFile(path, exported(t, other), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "progress.toml"), exported(t, r), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := folder.Open(folder.Options{Dir: dir, Now: clock, Disk: disktest.Unsynced()})
		if err != nil {
			t.Fatal(err)
		}
		want, err := f.Merge(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Merge("theirs.toml", exported(t, other))
		if err != nil {
			t.Fatal(err)
		}
		want.Path, want.Backup, want.Record = got.Path, "", ""
		if fmt.Sprint(got.Merged) != fmt.Sprint(want) {
			t.Fatalf("said %+v\nnot  %+v", got.Merged, want)
		}
		if a, b := held(t, l.Open(t)), held(t, f); !slices.Equal(a, b) {
			t.Fatalf("a host holds %q\na folder %q", a, b)
		}
		if again, err := r.Merge("theirs.toml", exported(t, other)); err != nil || again.New != 0 {
			t.Fatalf("the second time: %+v, %v", again.Merged, err)
		}
	})
}

// drawn is what was done on a machine, behind so many facts.
func drawn(rt *rapid.T, name string, behind int) (facts []progress.Fact) {
	at := noon.Add(time.Duration(behind) * time.Minute)
	for i := range rapid.IntRange(0, 6).Draw(rt, name) {
		at = at.Add(time.Duration(rapid.IntRange(-2, 9).Draw(rt, "seconds")) * time.Second)
		named := rapid.Int64Range(0, int64(behind+i)).Draw(rt, "named")
		switch rapid.IntRange(0, 4).Draw(rt, "what") {
		case 0:
			facts = append(facts, progress.Undo{Of: named, At: at})
		case 1:
			facts = append(facts, progress.Reflection{Text: "same", Replaces: named, At: at})
		case 2:
			facts = append(facts, progress.Setting{Name: "theme", Value: "dark", At: at})
		default:
			facts = append(facts, progress.Answer{Sitting: "s", Scenario: fmt.Sprint(rapid.IntRange(0, 3).Draw(rt, "answer")), Chosen: []string{"a"}, Of: 1, At: at})
		}
	}
	return facts
}

// TestARecordThatIsBroughtAlongBegins one that was not there.
func TestARecordThatIsBroughtAlongBegins(t *testing.T) {
	_, home := begun(t, progress.Setting{Name: "theme", Value: "dark", At: noon})
	l := hostedtest.New(clock)
	r := l.Open(t)
	u, err := r.Merge("progress.toml", exported(t, home))
	if err != nil || u.New != 1 {
		t.Fatalf("%+v, %v", u.Merged, err)
	}
	if whose, _ := l.Open(t).Learner(); whose != doctor || !slices.Equal(held(t, r), held(t, home)) {
		t.Errorf("it is about %v and holds %q", whose, held(t, r))
	}
}

// broken is a store whose Forget fails.
type broken struct{ journal.Store }

func (broken) Forget(context.Context, ...int64) error { return errors.New("it went away") }

// TestAMergeThatIsBrokenOffIsFinished when the record is next opened: nothing stands twice, and nothing is lost.
func TestAMergeThatIsBrokenOffIsFinished(t *testing.T) {
	l, _ := begun(t, progress.Setting{Name: "a", At: noon}, progress.Setting{Name: "c", At: noon.Add(2 * time.Minute)})
	_, other := begun(t, progress.Setting{Name: "a", At: noon}, progress.Setting{Name: "b", At: noon.Add(time.Minute)})
	r, err := hosted.Open(hosted.Options{Facts: broken{l.Facts.Open(journal.KindsOf(progress.Kinds()...))}, Beside: l.Beside, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Merge("progress.toml", exported(t, other)); err == nil || !strings.Contains(err.Error(), "it went away") {
		t.Fatalf("broken off: %v", err)
	}
	got := held(t, l.Open(t))
	if len(got) != 3 || !strings.Contains(got[1], `"b"`) || !strings.Contains(got[2], `"c"`) {
		t.Errorf("it holds %q", got)
	}
	if slices.Contains(l.Beside.Entries(), "merging.txt") {
		t.Error("the merge is under way still")
	}
}

// visited is a store that is appended to just after another window opened the record.
type visited struct {
	journal.Store
	other func()
}

func (v visited) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	v.other()
	return v.Store.Append(ctx, after, facts...)
}

// TestAWindowThatIsOpenedInTheMiddleOfAMerge takes nothing from it: nothing stands twice.
func TestAWindowThatIsOpenedInTheMiddleOfAMerge(t *testing.T) {
	l, _ := begun(t, progress.Setting{Name: "a", At: noon}, progress.Setting{Name: "c", At: noon.Add(2 * time.Minute)})
	_, other := begun(t, progress.Setting{Name: "a", At: noon}, progress.Setting{Name: "b", At: noon.Add(time.Minute)})
	facts := visited{l.Facts.Open(journal.KindsOf(progress.Kinds()...)), func() { l.Open(t) }}
	r, err := hosted.Open(hosted.Options{Facts: facts, Beside: l.Beside, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Merge("progress.toml", exported(t, other)); err != nil {
		t.Fatal(err)
	}
	got := held(t, l.Open(t))
	if len(got) != 3 || !strings.Contains(got[1], `"b"`) || !strings.Contains(got[2], `"c"`) {
		t.Errorf("it holds %q", got)
	}
}

// TestAMergeOfANewerProbityIsLeftToIt, as all else in a record that it wrote.
func TestAMergeOfANewerProbityIsLeftToIt(t *testing.T) {
	l, _ := begun(t, progress.Setting{Name: "a", At: noon})
	const mark = "merging.txt"
	for name, text := range map[string][]byte{
		"learner.toml": tables.EncodeHead(tables.Head{Schema: tables.Schema + 1, Learner: doctor}), mark: []byte("1 \nsomething"),
	} {
		if err := l.Beside.WriteBeside(name, text); err != nil {
			t.Fatal(err)
		}
	}
	if _, newer := l.Open(t).ReadOnly(); !newer || !slices.Contains(l.Beside.Entries(), mark) {
		t.Errorf("read only is %v, and there is %q", newer, l.Beside.Entries())
	}
}
