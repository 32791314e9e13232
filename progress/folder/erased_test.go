package folder

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/journal"
)

// rescuing is a record that knows another folder for what cannot be saved, with a file there that holds what was taken in: two reflections, or one.
func rescuing(t *testing.T, more ...progress.Fact) (r *Folder, one progress.Reflection, path string) {
	t.Helper()
	elsewhere := t.TempDir()
	o := options(filepath.Join(t.TempDir(), "data"))
	o.Elsewhere = []string{elsewhere}
	r = must(Open(o))(t)
	check(t, r.Create(doctor))
	one = progress.Reflection{Scenario: "a", Text: secret, At: noon}
	path = must(PutElsewhere([]string{elsewhere}, doctor, r.Whole(), append([]progress.Fact{one}, more...), noon))(t)
	same(t, "what a start announces", announced(r, elsewhere), []string{path})
	must(r.Merge(path))(t)
	return r, one, path
}

// announced are the files that a start in a folder speaks of.
func announced(r *Folder, in string) []string {
	paths, _ := r.Rescued(in)
	return paths
}

// TestTwoWindowsThatAreLeftAtOnceLoseNothing of what they could not save: each has a file of its own, though they are left in the same second.
func TestTwoWindowsThatAreLeftAtOnceLoseNothing(t *testing.T) {
	elsewhere := t.TempDir()
	for n := range 3 {
		path := must(PutElsewhere([]string{elsewhere}, doctor, "", []progress.Fact{answer(n)}, noon))(t)
		same(t, "it is in the file that is named", strings.Contains(content(t, path), answer(n).Scenario), true)
	}
	same(t, "files", len(RescuedIn(elsewhere)), 3)
}

// TestErasingReachesWhatCouldNotBeSaved: it goes from the file that it lies in, too, and that goes with it where it holds nothing more.
func TestErasingReachesWhatCouldNotBeSaved(t *testing.T) {
	r, one, path := rescuing(t)
	left := must(r.ForgetReflection(one))(t)
	same(t, "what may hold it still", left, Leftovers{})
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the file is still there: %v", err)
	}

	r, one, path = rescuing(t, progress.Reflection{Scenario: "b", Text: "stays", At: noon})
	must(r.ForgetReflection(one))(t)
	if text := content(t, path); strings.Contains(text, "ask first") || !strings.Contains(text, "stays") {
		t.Errorf("the file holds:\n%s", text)
	}
	same(t, "what a start announces", announced(r, filepath.Dir(path)), nil)
}

// TestErasingNamesWhatItCouldNotLookInto: a file of what could not be saved, wherever it lies.
func TestErasingNamesWhatItCouldNotLookInto(t *testing.T) {
	r, one, path := rescuing(t)
	packed := filepath.Join(filepath.Dir(path), "probity-not-saved-20261122-130000.toml")
	check(t, os.WriteFile(packed, []byte("\x1f\x8b\x08 packed"), 0o600))
	left := must(r.ForgetReflection(one))(t)
	if said := left.Message(); !strings.Contains(said, packed+" may hold some of it still: ") {
		t.Errorf("said is %q", said)
	}
}

// TestWhatWasErasedDoesNotComeBack from a file that erasing did not know of: it is neither announced nor taken in, and the rest is. The mark by which
// it is known tells nothing of it, and goes when everything is erased.
func TestWhatWasErasedDoesNotComeBack(t *testing.T) {
	r, one, path := rescuing(t)
	moved := filepath.Join(t.TempDir(), filepath.Base(path))
	check(t, os.Rename(path, moved))
	must(r.ForgetReflection(one))(t)
	same(t, "what a start announces", announced(r, filepath.Dir(moved)), nil)
	m := must(r.Merge(moved))(t)
	same(t, "merged", []int{m.Facts, m.New, m.Erased}, []int{1, 0, 1})
	second := must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "c", Text: "another"}))(t)[0].(progress.Reflection)
	same(t, "what may hold another still", must(r.ForgetReflection(second))(t), Leftovers{})
	same(t, "the marks", content(t, filepath.Join(r.dir, erasedName)), one.ID()+"\n"+second.ID()+"\n")

	both := must(PutElsewhere([]string{t.TempDir()}, doctor, "", []progress.Fact{one, progress.Reflection{Scenario: "b", Text: "new", At: noon}}, noon))(t)
	m = must(r.Merge(both))(t)
	same(t, "merged", []int{m.Facts, m.New, m.Erased}, []int{2, 1, 1})
	same(t, "reflections", len(must(r.History())(t).Reflections()), 1)

	must(r.EraseAll())(t)
	same(t, "what is left", names(t, filepath.Dir(r.dir)), nil)
}

// TestAnEarlierWordingThatWasErasedDoesNotComeBack, with what another computer has of both; and one that was erased whole is not brought back by what
// another computer made of it since.
func TestAnEarlierWordingThatWasErasedDoesNotComeBack(t *testing.T) {
	first := progress.Reflection{Scenario: "a", Text: "first", At: noon}
	later := progress.Reflection{Scenario: "a", Text: "later", Replaces: 1, At: noon}
	last := progress.Reflection{Scenario: "a", Text: "last", Replaces: 2, At: noon}
	for name, c := range map[string]struct {
		erase  func(*Folder, progress.Reflection) (Leftovers, error)
		theirs []progress.Fact
		want   []string
	}{
		"what it said before":       {(*Folder).ForgetWording, []progress.Fact{first, later}, []string{"later"}},
		"before, and edited there":  {(*Folder).ForgetWording, []progress.Fact{first, later, last}, []string{"last"}},
		"the whole":                 {(*Folder).ForgetReflection, []progress.Fact{first, later}, nil},
		"the whole, edited there":   {(*Folder).ForgetReflection, []progress.Fact{first, later, last}, nil},
		"the whole, as it was once": {(*Folder).ForgetReflection, []progress.Fact{first}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := created(t, first, later)
			must(c.erase(r, must(r.History())(t).Reflections()[0]))(t)
			theirs := created(t, c.theirs...)
			m := must(r.Merge(theirs.Path()))(t)
			var texts []string
			for _, one := range must(r.History())(t).Reflections() {
				texts = append(texts, one.Text)
			}
			same(t, "reflections", texts, c.want)
			same(t, "conflicts", m.Conflicts, nil)
		})
	}
}

// TestWhatWasErasedIsNoPartOfARecordThatIsTakenWhole.
func TestWhatWasErasedIsNoPartOfARecordThatIsTakenWhole(t *testing.T) {
	r, one, path := rescuing(t, progress.Reflection{Scenario: "b", Text: "stays", At: noon})
	moved := filepath.Join(t.TempDir(), filepath.Base(path))
	check(t, os.Rename(path, moved))
	must(r.ForgetReflection(one))(t)
	check(t, os.Remove(r.Path()))
	m := must(r.Merge(moved))(t)
	same(t, "left out", m.Erased, 1)
	if text := content(t, r.Path()); strings.Contains(text, "ask first") || !strings.Contains(text, "stays") {
		t.Errorf("the record is\n%s", text)
	}
}

// TestAFileOfWhatCouldNotBeSavedSaysWhose it is: this record's is no stranger's, and another's that is still there is not announced here.
func TestAFileOfWhatCouldNotBeSavedSaysWhose(t *testing.T) {
	r, other := created(t, answer(1)), created(t)
	for name, c := range map[string]struct {
		record        string
		own, stranger bool
		announced     int
	}{
		"this record's":                 {r.Whole(), true, false, 1},
		"another's":                     {other.Whole(), false, true, 0},
		"one's that is there no longer": {filepath.Join(t.TempDir(), "progress.toml"), false, true, 1},
		"it does not say":               {"", false, true, 1},
	} {
		t.Run(name, func(t *testing.T) {
			elsewhere := t.TempDir()
			path := must(PutElsewhere([]string{elsewhere}, doctor, c.record, []progress.Fact{progress.Bookmark{Scenario: "a", On: 1, At: noon}}, noon))(t)
			m := must(r.PreviewMerge(path))(t)
			same(t, "whose", []bool{m.Own, m.Stranger()}, []bool{c.own, c.stranger})
			same(t, "announced", len(announced(r, elsewhere)), c.announced)
		})
	}
}

// TestWhatWasNotSavedIsAnnouncedWhereverItWasPut, in folders that others may share if it is for this record and nobody else may write it.
func TestWhatWasNotSavedIsAnnouncedWhereverItWasPut(t *testing.T) {
	r, _, _ := rescuing(t)
	for name, c := range map[string]struct {
		record    string
		mode      os.FileMode
		announced int
	}{
		"for this record":              {r.Whole(), 0o600, 1},
		"that others may read":         {r.Whole(), 0o644, 0},
		"for one that is not there":    {filepath.Join(t.TempDir(), "progress.toml"), 0o600, 0},
		"for one that it does not say": {"", 0o600, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if c.mode != 0o600 && runtime.GOOS == "windows" {
				t.Skip("there are no such modes")
			}
			shared := t.TempDir()
			path := must(PutElsewhere([]string{shared}, doctor, c.record, []progress.Fact{progress.Bookmark{Scenario: "a", On: 1, At: noon}}, noon))(t)
			check(t, os.Chmod(path, c.mode))
			paths, _ := r.Rescued(t.TempDir(), shared)
			same(t, "announced", len(paths), c.announced)
		})
	}
}

// TestARecordThatCannotBeReadLacksWhatCouldNotBeSaved, for all that can be told; what is no record is none of that.
func TestARecordThatCannotBeReadLacksWhatCouldNotBeSaved(t *testing.T) {
	elsewhere := t.TempDir()
	path := must(PutElsewhere([]string{elsewhere}, doctor, "", []progress.Fact{progress.Bookmark{Scenario: "a", On: 1, At: noon}}, noon))(t)
	check(t, os.WriteFile(filepath.Join(elsewhere, "probity-not-saved-20261122-130000.toml"), []byte("no record"), 0o600))
	r, err := Open(written(t, "schema = 1\n\n[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"\n\n[[answer]]\nseq = x\n\n[[answer]]\nseq = 2\n"))
	if err == nil {
		t.Fatal("the record can be read")
	}
	paths, sure := r.Rescued(elsewhere)
	same(t, "announced", paths, []string{path})
	same(t, "that is sure", sure, false)
}

// TestLookingForWhatWasNotSavedChangesNoList: the folders that a start looks in are the caller's.
func TestLookingForWhatWasNotSavedChangesNoList(t *testing.T) {
	r, _, path := rescuing(t)
	folders := []string{filepath.Dir(path), "the home folder"}
	r.Rescued(folders[:1]...)
	same(t, "the folders", folders, []string{filepath.Dir(path), "the home folder"})
}
