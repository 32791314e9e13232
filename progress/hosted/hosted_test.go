package hosted_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/hosted"
	"probity/progress/hosted/hostedtest"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/journaltest"
	"probity/progress/journal/memory"
	"probity/progress/journal/tables"
	"probity/scenarios/induction"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

var doctor = progress.Learner{Role: "doctor", Jurisdiction: "uk"}

// TestConformance: a record is a store of facts like any other, but that it is erased with whom it is about.
func TestConformance(t *testing.T) {
	journaltest.Test(t, func(*testing.T) journaltest.Journal {
		l, j := hostedtest.New(clock), memory.New(journaltest.Clock)
		return journaltest.Journal{Open: func(kinds journal.Kinds) journal.Store {
			r, err := hosted.Open(hosted.Options{Facts: j.Open(kinds), Beside: l.Beside, Now: clock})
			if err == nil {
				err = r.Create(doctor)
			}
			if err != nil {
				t.Fatal(err)
			}
			return r
		}}
	})
}

// append appends facts after whatever is there.
func appended(t testing.TB, r *hosted.Record, facts ...progress.Fact) {
	t.Helper()
	if _, err := r.Append(t.Context(), journal.Any, facts...); err != nil {
		t.Fatal(err)
	}
}

// begun is a learner with a record that holds facts.
func begun(t testing.TB, facts ...progress.Fact) (*hostedtest.Learner, *hosted.Record) {
	t.Helper()
	l := hostedtest.New(clock)
	r := l.Open(t)
	if err := r.Create(doctor); err != nil {
		t.Fatal(err)
	}
	appended(t, r, facts...)
	return l, r
}

// held are the facts of a record as text, without their numbers.
func held(t testing.TB, r journal.Store) (all []string) {
	t.Helper()
	named := map[progress.Target]string{}
	_, err := r.Read(context.Background(), 0, func(f progress.Fact) error {
		link, bare := progress.LinkOf(f)
		seq, at := progress.Stamp(f)
		text, err := tables.Encode(progress.Stamped(bare, 0, at))
		named[progress.Target{Table: f.Table(), Seq: seq}] = string(text)
		all = append(all, string(text)+" → "+named[link.Target])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestWhomARecordIsAbout is known to every window, and decided once.
func TestWhomARecordIsAbout(t *testing.T) {
	l := hostedtest.New(clock)
	first, second := l.Open(t), l.Open(t)
	if _, exists := first.Learner(); exists {
		t.Error("there is a record before it is made")
	}
	if err := first.Create(doctor); err != nil {
		t.Fatal(err)
	}
	if err := second.Create(progress.Learner{Role: "student", Jurisdiction: "ie"}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v", err)
	}
	for _, r := range []*hosted.Record{first, second, l.Open(t)} {
		if got, exists := r.Learner(); !exists || got != doctor {
			t.Errorf("it is about %v, %v", got, exists)
		}
	}
}

// TestWhatIsErasedIsGone, and a window that was open does not bring any of it back.
func TestWhatIsErasedIsGone(t *testing.T) {
	l, r := begun(t, progress.Setting{Name: "theme"}, progress.Reflection{Text: "what I thought"})
	if err := r.WriteBeside(folder.CertificateDraft, []byte("draft")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Pseudonym(); err != nil {
		t.Fatal(err)
	}
	if err := r.Sessions().New("20261122-120000-abcd").Append(t.Context(), journal.Any, induction.Began{ID: "20261122-120000-abcd", At: noon}); err != nil {
		t.Fatal(err)
	}
	other := l.Open(t)
	all, err := r.Belongings()
	if err != nil || len(all) != 4 {
		t.Errorf("there are %v, %v", all, err)
	}
	if removed, err := r.EraseAll(); err != nil || len(removed) != len(all) {
		t.Errorf("%v is removed: %v", removed, err)
	}
	if left := l.Beside.Entries(); len(left) > 0 || len(held(t, l.Open(t))) > 0 {
		t.Errorf("left are %v", left)
	}
	if _, err := other.Append(t.Context(), journal.Any, progress.Setting{Name: "theme"}); err == nil {
		t.Error("a fact came after all was erased")
	}
	if err := other.WriteBeside(folder.CertificateDraft, []byte("draft")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a draft came after all was erased: %v", err)
	}
	if err := r.Create(doctor); err != nil || len(l.Beside.Entries()) != 1 {
		t.Errorf("beginning again: %v", err)
	}
}

// TestAReflectionIsForgottenWithWhatQuotesIt, and a file that holds it still does not bring it back.
func TestAReflectionIsForgottenWithWhatQuotesIt(t *testing.T) {
	first := progress.Reflection{Scenario: "x", Text: "I should have waited for the consultant", At: noon}
	l, r := begun(t, first, progress.Reflection{Scenario: "x", Text: "second", Replaces: 1, At: noon}, progress.Reflection{Scenario: "y", Text: "another", At: noon})
	text := exported(t, r)
	draft := "what = \"I should have waited for the consultant, and did not.\""
	if err := r.WriteBeside(folder.CertificateDraft, []byte(draft)); err != nil {
		t.Fatal(err)
	}
	h, err := r.History()
	if err != nil {
		t.Fatal(err)
	}
	if left, err := r.ForgetReflection(h.Reflections()[0]); err != nil || left.Message() != "" {
		t.Fatalf("%v, %v", left, err)
	}
	if got := strings.Join(held(t, l.Open(t)), ""); strings.Contains(got, "consultant") || strings.Contains(got, "second") || !strings.Contains(got, "another") {
		t.Errorf("the record holds %s", got)
	}
	if slices.Contains(l.Beside.Entries(), folder.CertificateDraft) {
		t.Error("a draft that quotes it is there still")
	}
	u, err := r.Merge("progress.toml", text)
	if err != nil || u.Erased != 2 || u.New != 0 {
		t.Errorf("merging it again: %+v, %v", u.Merged, err)
	}
}

// exported is a record as a file.
func exported(t testing.TB, r *hosted.Record) []byte {
	t.Helper()
	whose, _ := r.Learner()
	text := tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: whose})
	_, err := r.Read(context.Background(), 0, func(f progress.Fact) error {
		one, err := tables.Encode(f)
		text = append(text, one...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

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
		f, err := folder.Open(folder.Options{Dir: dir, Now: clock})
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

// TestAStoreThatDoesNotAnswer is said in a clinician's words, and what was to be saved is the caller's.
func TestAStoreThatDoesNotAnswer(t *testing.T) {
	l, r := begun(t)
	l.Beside.Broken = errors.New("nats: no responders")
	err := r.WriteBeside(folder.CertificateDraft, nil)
	var unsaved *file.NotSavedError
	const want = "Your draft has not been saved: the server could not be asked for your record. What was saved before is safe. Wait a moment, then try again."
	if !errors.As(err, &unsaved) || unsaved.Message() != want {
		t.Errorf("it says %v", err)
	}
	if _, err := hosted.Open(hosted.Options{Facts: l.Facts.Open(nil), Beside: l.Beside, Now: clock}); !errors.As(err, new(*hosted.UnreachedError)) {
		t.Errorf("opening says %v", err)
	}
}

// TestASessionIsLedInOneWindow: the one that took it up last. What was saved is there for that and for who follows.
func TestASessionIsLedInOneWindow(t *testing.T) {
	l, r := begun(t)
	const id = "20261122-120000-abcd"
	at := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Second) }
	follower := l.Open(t).Sessions().Follow()
	first := r.Sessions().New(id)
	if err := first.Append(t.Context(), journal.Any, induction.Began{ID: id, Title: "Monday", At: at(0)}); err != nil {
		t.Fatal(err)
	}
	if facts, fresh, err := follower.Look(); err != nil || !fresh || len(facts) != 1 {
		t.Errorf("who follows sees %v, %v, %v", facts, fresh, err)
	}
	second, facts, err := l.Open(t).Sessions().Open(id)
	if err != nil || len(facts) != 1 {
		t.Fatalf("taken up with %v, %v", facts, err)
	}
	if err := second.Append(t.Context(), journal.Any, induction.Extended{At: at(1)}); err != nil {
		t.Fatal(err)
	}
	if err := first.Append(t.Context(), journal.Any, induction.Extended{At: at(2)}); err == nil || !strings.Contains(err.(*file.NotSavedError).Message(), "another window of yours leads this session") {
		t.Errorf("in the first window: %v", err)
	}
	if _, fresh, _ := follower.Look(); !fresh {
		t.Error("who follows sees nothing new")
	}
	if _, fresh, _ := follower.Look(); fresh {
		t.Error("who follows sees something new twice")
	}
	got, err := r.Sessions().Read(id)
	if err != nil || len(got) != 2 || progress.Seq(got[1]) != 2 {
		t.Errorf("it holds %v, %v", got, err)
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
