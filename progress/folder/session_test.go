// Sessions: kept fact by fact as the record is, in files of their own; what happens to a file that is damaged, led twice, or
// looked at while it grows.

package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"probity/guidance/fuzztest"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// everyFact is a session fact of each kind, as it comes back: numbered, and in whole seconds.
func everyFact() []induction.Fact {
	return []induction.Fact{
		induction.Began{
			Seq: 1, ID: "s", Title: "A “first” day\n", Jurisdiction: "ie", Minutes: 45, Plan: []string{"a=7", "b=8"}, Room: 14, Library: "1.0.0", At: noon,
		},
		induction.Entered{Seq: 2, Place: 1, Step: induction.Vote, At: noon},
		induction.Counted{Seq: 3, Situation: "a", Revision: 2, Round: 1, Action: "x", Votes: []string{"4=3", "1=11"}, Phones: []string{"1=8"}, Abstained: 1, Room: 14, At: noon},
		induction.Moved{Seq: 4, Situation: "a", Stayed: 3, Ways: []string{"4>1=6"}, Others: 2, At: noon},
		induction.Connected{Seq: 5, Host: "192.168.178.23", Port: 8040, Code: "kfx", Secret: "Q7X", At: noon},
		induction.Skipped{Seq: 6, Place: 1, At: noon},
		induction.Added{Seq: 7, Place: 3, Situation: "c", Minutes: 7, At: noon},
		induction.Put{Seq: 8, Situation: "b", Action: "y", At: noon},
		induction.Seated{Seq: 9, Room: 15, At: noon},
		induction.Extended{Seq: 10, Seconds: 60, At: noon},
		induction.TakenUp{Seq: 11, Seconds: 3600, At: noon},
		induction.FistToFive{Seq: 12, Votes: []string{"5=4", "0=1"}, Phones: []string{"5=2"}, Abstained: 3, Room: 14, At: noon},
		induction.Turned{Seq: 13, To: induction.Ended, At: noon},
	}
}

// led is a session with facts in it.
func led(t testing.TB, facts ...induction.Fact) (*session, Options) {
	t.Helper()
	o := options(filepath.Join(t.TempDir(), "data"))
	s := newSession(o, "s")
	t.Cleanup(func() { _ = s.Close() })
	check(t, s.Append(t.Context(), journal.Any, facts...))
	return s, o
}

func TestASessionIsKeptFactByFact(t *testing.T) {
	s, o := led(t)
	for _, f := range everyFact() {
		check(t, s.Append(t.Context(), journal.Any, f))
	}
	same(t, "facts", must(SessionsIn(o).Read("s"))(t), everyFact())
	same(t, "the head", strings.HasPrefix(content(t, s.store.Path()), "schema = 1\n\n[session]\nid = \"s\"\n\n[[induction-began]]\nseq = 1\n"), true)
	same(t, "sessions", must(SessionsIn(o).List())(t), []string{"s"})
	if len(everyFact()) != len(induction.Kinds()) {
		t.Errorf("there are %d kinds, and %d are tried", len(induction.Kinds()), len(everyFact()))
	}
}

func TestASessionIsItsFacilitatorsAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are no modes on Windows")
	}
	s, o := led(t, everyFact()[0])
	for path, want := range map[string]fs.FileMode{s.store.Path(): disk.FileMode, filepath.Dir(s.store.Path()): disk.FolderMode, o.Dir: disk.FolderMode} {
		same(t, path, must(os.Stat(path))(t).Mode().Perm(), want)
	}
	check(t, s.Close())
	check(t, os.Chmod(s.store.Path(), 0o644))
	again, _, err := openSession(o, "s")
	check(t, err)
	same(t, "the mode", must(os.Stat(s.store.Path()))(t).Mode().Perm(), disk.FileMode)
	same(t, "said", strings.HasPrefix(again.Notices()[0], "Other people on this computer could read your session."), true)
	check(t, again.Close())
}

func TestNoBackupsAreMadeOfASession(t *testing.T) {
	s, _ := led(t, everyFact()...)
	same(t, "files", names(t, filepath.Dir(s.store.Path())), []string{"s.lock", "s.toml"})
}

func TestASessionIsLedInOneWindow(t *testing.T) {
	s, o := led(t, everyFact()[0])
	if _, _, err := openSession(o, "s"); !errors.Is(err, ErrRunning) {
		t.Fatalf("opened twice: %v", err)
	}
	check(t, s.Close())
	again, facts, err := openSession(o, "s")
	check(t, err)
	same(t, "facts", facts, everyFact()[:1])
	check(t, again.Append(t.Context(), journal.Any, everyFact()[1]))
	same(t, "facts", must(SessionsIn(o).Read("s"))(t), everyFact()[:2])
	check(t, again.Close())
	if _, _, err := openSession(o, "other"); err == nil || !strings.Contains(err.Error(), `there is no session "other"`) {
		t.Errorf("a session that is not there: %v", err)
	}
}

// TestASessionCutShort: cut anywhere, everything before the torn fact is there, and the session goes on.
func TestASessionCutShort(t *testing.T) {
	s, o := led(t, everyFact()...)
	check(t, s.Close())
	whole := content(t, s.store.Path())
	first := strings.Index(whole, "[[") // the head is written in one piece with the file
	for cut := first; cut < len(whole); cut += 7 {
		check(t, os.WriteFile(s.store.Path(), []byte(whole[:cut]), disk.FileMode))
		again, facts, err := openSession(o, "s")
		check(t, err)
		same(t, fmt.Sprintf("cut at %d", cut), facts, everyFact()[:len(facts)])
		check(t, again.Append(t.Context(), journal.Any, induction.Turned{To: induction.Paused, At: noon}))
		last := induction.Turned{Seq: int64(len(facts) + 1), To: induction.Paused, At: noon}
		same(t, "afterwards", must(SessionsIn(o).Read("s"))(t), append(facts, last))
		check(t, again.Close())
	}
	same(t, "sessions besides what was set aside", must(SessionsIn(o).List())(t), []string{"s"})
}

func TestADamagedSessionIsNotTouched(t *testing.T) {
	s, o := led(t, everyFact()...)
	check(t, s.Close())
	whole := content(t, s.store.Path())
	for name, text := range map[string]string{
		"empty":          "",
		"another's head": strings.Replace(whole, "[session]\nid = \"s\"", "[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"", 1),
		"another's id":   strings.Replace(whole, `id = "s"`, `id = "t"`, 1),
		"merge markers":  strings.Replace(whole, "[[induction-put]]", "<<<<<<< mine\n[[induction-put]]", 1),
		"NUL bytes":      strings.Replace(whole, "situation = \"a\"", "situation = \"\x00\x00\"", 1),
	} {
		t.Run(name, func(t *testing.T) {
			check(t, os.WriteFile(s.store.Path(), []byte(text), disk.FileMode))
			_, _, err := openSession(o, "s")
			if err == nil || !strings.Contains(err.Error(), "Nothing in it has been changed") || strings.Contains(err.Error(), "record") {
				t.Errorf("the facilitator is told: %v", err)
			}
			same(t, "the file", content(t, s.store.Path()), text)
		})
	}
}

func TestASessionIsNoRecord(t *testing.T) {
	s, o := led(t, everyFact()...)
	check(t, os.WriteFile(filepath.Join(o.Dir, fileName), []byte(content(t, s.store.Path())), disk.FileMode))
	_, err := Open(o)
	var corrupt *file.CorruptError
	same(t, "corrupt", errors.As(err, &corrupt), true)
}

func TestASessionWhoseFileIsGone(t *testing.T) {
	s, _ := led(t, everyFact()[0])
	check(t, os.Remove(s.store.Path()))
	notSaved(t, s.Append(t.Context(), journal.Any, everyFact()[1]), "its file was moved or deleted")
}

func TestTheSessionThatWasChangedLastComesFirst(t *testing.T) {
	o := options(t.TempDir())
	same(t, "none", must(SessionsIn(o).List())(t), nil)
	for i, id := range []string{"20261122-a", "20261123-b", "20261121-c"} {
		s := newSession(o, id)
		check(t, s.Append(t.Context(), journal.Any, everyFact()[0]))
		check(t, s.Close())
		check(t, os.Chtimes(s.store.Path(), noon, noon.Add(time.Duration(i%2)*time.Second)))
	}
	check(t, os.WriteFile(filepath.Join(o.Dir, SessionFolder, "x.torn-20261122-093000.toml"), nil, disk.FileMode))
	same(t, "sessions", must(SessionsIn(o).List())(t), []string{"20261123-b", "20261122-a", "20261121-c"})
}

func TestFollowing(t *testing.T) {
	o := options(t.TempDir())
	f := SessionsIn(o).Follow()
	looks := func(what string, want []induction.Fact) {
		t.Helper()
		facts, fresh, err := f.Look()
		check(t, err)
		same(t, what, facts, want)
		same(t, what+": fresh", fresh, want != nil)
		_, fresh, _ = f.Look()
		same(t, what+": again", fresh, false)
	}
	looks("before anything", nil)
	s := newSession(o, "s")
	check(t, s.Append(t.Context(), journal.Any, everyFact()[:1]...))
	looks("begun", everyFact()[:1])
	check(t, s.Append(t.Context(), journal.Any, everyFact()[1:3]...))
	looks("gone on", everyFact()[:3])
	text := content(t, s.store.Path())
	check(t, os.WriteFile(s.store.Path(), []byte(text[:len(text)-4]), disk.FileMode))
	looks("cut short", everyFact()[:2])
	check(t, os.WriteFile(s.store.Path(), []byte("<<<<<<< x\n"), disk.FileMode))
	if _, fresh, err := f.Look(); err == nil || !fresh {
		t.Errorf("damage is not told: %v, %v", fresh, err)
	}
	if _, fresh, err := f.Look(); err != nil || fresh {
		t.Errorf("damage is told twice: %v, %v", fresh, err)
	}
	check(t, os.WriteFile(s.store.Path(), []byte(text), disk.FileMode))
	looks("put right", everyFact()[:3])
	check(t, s.Close())
	later := newSession(o, "t")
	check(t, later.Append(t.Context(), journal.Any, everyFact()[0]))
	defer later.Close()
	check(t, os.Chtimes(later.store.Path(), noon, time.Now().Add(time.Hour)))
	looks("the next session", everyFact()[:1])
	check(t, os.RemoveAll(filepath.Join(o.Dir, SessionFolder)))
	looks("all gone", nil)
}

// FuzzReadingASession: whatever is in the file, reading it ends, and what can be read can be gone on with.
func FuzzReadingASession(f *testing.F) {
	s, _ := led(f, everyFact()...)
	f.Add(content(f, s.store.Path()))
	f.Add("schema = 1\n\n[session]\nid = \"s\"\n\n[[induction-began]]\nseq = 1\n")
	f.Add("schema = 9\n")
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fuzztest.Within(t, len(text), 1)
		o := options(t.TempDir())
		check(t, os.MkdirAll(filepath.Join(o.Dir, SessionFolder), disk.FolderMode))
		check(t, os.WriteFile(filepath.Join(o.Dir, SessionFolder, "s.toml"), []byte(text), disk.FileMode))
		s, facts, err := openSession(o, "s")
		if err != nil {
			return
		}
		defer s.Close()
		if err := s.Append(t.Context(), journal.Any, everyFact()[0]); err != nil {
			return
		}
		same(t, "one more", len(must(SessionsIn(o).Read("s"))(t)), len(facts)+1)
	})
}
