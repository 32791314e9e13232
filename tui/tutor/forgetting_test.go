// Reflections: written anew, and erased for good.
package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/folder"
	"probity/scenarios"
)

// reflected is a tutor that has one reflection in its record.
func reflected(t *testing.T, dir, text string) *Tutor {
	t.Helper()
	tutor := open(t, dir, small(t))
	p := begin(t, tutor, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	p.Reflect(text)
	flush(t, tutor)
	return tutor
}

// texts is the reflections as they are now.
func texts(t *Tutor) string {
	var all []string
	for _, r := range t.Record.History().Reflections() {
		all = append(all, r.Text)
	}
	return strings.Join(all, "|")
}

func TestRewrite(t *testing.T) {
	long := strings.Repeat("é", ReflectionLimit)
	for _, c := range []struct {
		text  string
		saved bool
		now   string
	}{
		{"I would ask first.", true, "I would ask first."}, {"  Two\nlines.\n", true, "Two\nlines."}, {"As it was.", false, "As it was."},
		{" As it was.\n", false, "As it was."}, {"", false, "As it was."}, {" \n\t", false, "As it was."}, {long + "more", true, long},
	} {
		tutor := reflected(t, t.TempDir(), "As it was.")
		if got := tutor.Record.Rewrite(tutor.Record.History().Reflections()[0], c.text); got != c.saved {
			t.Errorf("%.40q is saved: %v", c.text, got)
		}
		flush(t, tutor)
		if got := texts(tutor); got != c.now {
			t.Errorf("after %.40q it is %.80q", c.text, got)
		}
	}
}

// TestForgettingLeavesNoWordingAnywhere: the record, its backups and the memory of this run and the next.
func TestForgettingLeavesNoWordingAnywhere(t *testing.T) {
	dir := t.TempDir()
	tutor := reflected(t, dir, "an early wording")
	tutor.Record.Rewrite(tutor.Record.History().Reflections()[0], "a late wording")
	flush(t, tutor)
	p := begin(t, tutor, Selection{Only: "a-thread"})
	p.Reflect("another reflection")
	flush(t, tutor)
	if err := os.MkdirAll(filepath.Join(dir, folder.BackupFolder), 0o700); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(dir, folder.BackupFolder, "progress-2026-11-21.toml")
	if err := os.WriteFile(backup, []byte(saved(t, tutor, dir)), 0o600); err != nil {
		t.Fatal(err)
	}
	done := tutor.Record.Forget(tutor.Record.History().Reflections()[0]).Do()
	if done.Err != nil {
		t.Fatal(done.Err)
	}
	for name, got := range map[string]string{"this run": texts(tutor), "the next": texts(open(t, dir, small(t)))} {
		if got != "another reflection" {
			t.Errorf("%s has %q", name, got)
		}
	}
	for _, path := range []string{backup, filepath.Join(dir, "progress.toml")} {
		if text, _ := os.ReadFile(path); !strings.Contains(string(text), "another reflection") {
			t.Errorf("%s lost the other reflection:\n%s", path, text)
		}
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if strings.Contains(string(text), " wording") {
			t.Errorf("%s still has\n%s", path, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWhatIsWrittenAfterForgettingIsNumberedOn: erasing takes nothing else away and the record goes on.
func TestWhatIsWrittenAfterForgettingIsNumberedOn(t *testing.T) {
	dir := t.TempDir()
	tutor := reflected(t, dir, "A wording.")
	done := tutor.Record.Forget(tutor.Record.History().Reflections()[0]).Do()
	if done.Err != nil {
		t.Fatal(done.Err)
	}
	meet(t, tutor, "a-thread")
	for name, h := range map[string]*progress.History{"this run": tutor.Record.History(), "the next": open(t, dir, small(t)).Record.History()} {
		if n := len(h.Answers()); n != 2 || tutor.Record.Stale() {
			t.Errorf("%s has %d answers, and is behind: %v", name, n, tutor.Record.Stale())
		}
	}
}

// TestANewWordingBringsNothingBack that was erased in another window, and the learner is told. One that another window only reworded
// is there beside the other's.
func TestANewWordingBringsNothingBack(t *testing.T) {
	for name, c := range map[string]struct {
		other func(*Tutor, progress.Reflection) error
		want  string
		told  bool
	}{
		"erased": {func(other *Tutor, one progress.Reflection) error { return other.Record.Forget(one).Do().Err }, "", true},
		"reworded": {func(other *Tutor, one progress.Reflection) error {
			other.Record.Rewrite(one, "Another wording.")
			return other.Flush()
		}, "Another wording.|A later wording.", false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			tutor := reflected(t, dir, "A wording.")
			other := open(t, dir, small(t))
			one := other.Record.History().Reflections()[0]
			if err := c.other(other, one); err != nil {
				t.Fatal(err)
			}
			tutor.Record.Rewrite(one, "A later wording.")
			flush(t, tutor)
			if got := texts(open(t, dir, small(t))); got != c.want || texts(tutor) != c.want {
				t.Errorf("there is %q, and here %q", got, texts(tutor))
			}
			if told := strings.Contains(strings.Join(tutor.Notices(), " "), "was erased in another window"); told != c.told {
				t.Errorf("that it was erased is said: %v", told)
			}
		})
	}
}

// TestNothingIsErasedWhileAWordingWaits: it would be saved after the others were erased.
func TestNothingIsErasedWhileAWordingWaits(t *testing.T) {
	tutor := reflected(t, t.TempDir(), "A wording.")
	one := tutor.Record.History().Reflections()[0]
	tutor.Record.Rewrite(one, "A later wording.")
	if done := tutor.Record.Forget(one).Do(); !errors.Is(done.Err, errStillSaving) {
		t.Errorf("%+v", done)
	}
	flush(t, tutor)
	if done := tutor.Record.Forget(tutor.Record.History().Reflections()[0]).Do(); done.Err != nil || texts(tutor) != "" {
		t.Errorf("%+v, and there is %q", done, texts(tutor))
	}
}

func TestForgettingWhereNothingIsKept(t *testing.T) {
	tutor := reflected(t, t.TempDir(), "A wording.")
	r := tutor.Record.History().Reflections()[0]
	tutor.Record.disableSaving()
	if done := tutor.Record.Forget(r).Do(); done.Err == nil || !strings.Contains(done.Err.Error(), "not being kept") {
		t.Errorf("%+v", done)
	}
}
