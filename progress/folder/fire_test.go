// The record under fire: every way in which a learner's files are changed is a row here. fire_crash_test.go cuts the power at each step of it,
// fire_faults_test.go makes each step fail, and fire_kill_test.go kills the process.

package folder

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/disk/disktest"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
	"probity/scenarios/induction"
)

// world is a learner's files: the data folder, another folder in which what could not be saved was put once, and a record from elsewhere.
type world struct {
	root string
	raw  bool // the record is one that does not read as it is
	disk *disk.Steps
}

func (w world) path(names ...string) string {
	return filepath.Join(append([]string{w.root}, names...)...)
}

// options are those of the learner's folder, a day after everything in it.
func (w world) options() Options {
	return Options{Dir: w.path("data"), Now: at(noon.Add(24 * time.Hour)), LockWait: time.Minute, Disk: w.disk, Elsewhere: []string{w.path("elsewhere")}}
}

func (w world) open() (*Folder, error) {
	return open(w.options(), map[int64]file.Migration{0: fromZero})
}

// savePath is a way in which a learner's files are changed.
type savePath struct {
	name   string
	begin  func(t testing.TB, w world) // what is there before
	save   func(w world) func() error  // may be called again when it failed
	secret string                      // of which nothing is left anywhere
	last   bool                        // the record changes when all else has
	again  bool                        // to do it once more changes nothing
	other  bool                        // what is saved again is another file
	raw    bool                        // there is a record before that does not read as it is
}

// begun is a world in which a save path can be taken.
func (p savePath) begun(t testing.TB) world {
	t.Helper()
	w := world{root: t.TempDir(), raw: p.raw, disk: disktest.Unsynced()}
	check(t, os.Mkdir(w.path("elsewhere"), disk.FolderMode))
	p.begin(t, w)
	return w
}

// held is what the program finds at its next start: each fact by its words, and the content of every file that is not made of facts. What was being
// written and has no name yet is nothing.
func held(t testing.TB, w world) (found map[string]string, err error) {
	t.Helper()
	found = map[string]string{}
	for name, text := range disktest.Tree(t, w.root) {
		switch {
		case strings.HasSuffix(name, "/"), strings.HasSuffix(name, ".new"), name == "other.toml", strings.HasSuffix(name, ".part"):
		case w.raw && name == record, strings.Contains(name, ".torn-"):
			found[name] = text
		case name == record || strings.HasPrefix(name, "data/"+SessionFolder+"/") || strings.HasPrefix(name, "elsewhere/"):
			damage := addFacts(found, filepath.FromSlash(name), text)
			if !IsRescued(name) { // which is only looked at, and passed over where it is none
				err = errors.Join(err, damage)
			}
		default:
			found[name] = text
		}
	}
	return found, err
}

// addFacts adds the facts of a file, as far as it is whole; any damage but a torn end is an error.
func addFacts(found map[string]string, name, text string) error {
	kinds := everyKind()
	s, err := file.InspectText(kinds, []byte(text), name)
	if err != nil {
		return err
	}
	return file.ReadPieces(strings.NewReader(text), s, name, func(_ []byte, p tables.Piece) error {
		_, when := progress.Stamp(p.Fact)
		bare, err := tables.Encode(progress.Stamped(unlinked(p.Fact), 0, when))
		for n := 1; err == nil; n++ {
			key := fmt.Sprintf("fact of %s: %s (%d)", name, bare, n)
			if _, twice := found[key]; !twice {
				found[key] = ""
				break
			}
		}
		return err
	})
}

// unlinked is a fact without the number by which it names another.
func unlinked(f progress.Fact) progress.Fact { _, bare := progress.LinkOf(f); return bare }

// factsOf is what is held as facts.
func factsOf(found map[string]string) []string { return factsIn(found, "") }

// factsIn is what is held as facts of a file.
func factsIn(found map[string]string, name string) (facts []string) {
	for _, key := range slices.Sorted(maps.Keys(found)) {
		if strings.HasPrefix(key, "fact of "+name) {
			facts = append(facts, key)
		}
	}
	return facts
}

// between says what is neither as it was before nor as it is afterwards: lost, doubled, or made up; "" for nothing.
func between(found, before, after map[string]string) string {
	for key := range merged(found, before, after) {
		is, here := found[key]
		was, there := before[key]
		will, then := after[key]
		if !(here == there && is == was) && !(here == then && is == will) {
			return fmt.Sprintf("%s: there %v, before %v, afterwards %v: %q", key, here, there, then, is)
		}
	}
	return ""
}

func merged(all ...map[string]string) map[string]string {
	one := map[string]string{}
	for _, m := range all {
		maps.Copy(one, m)
	}
	return one
}

// leftovers are the files that were being written.
func leftovers(t testing.TB, w world) (names []string) {
	for name := range disktest.Tree(t, w.root) {
		if strings.HasSuffix(name, ".new") || strings.HasSuffix(name, ".part") {
			names = append(names, name)
		}
	}
	return names
}

// quoting are the files that hold some words.
func quoting(t testing.TB, w world, words string) (names []string) {
	for name, text := range disktest.Tree(t, w.root) {
		if words != "" && strings.Contains(text, words) && name != "other.toml" {
			names = append(names, name)
		}
	}
	return names
}

// goesOn saves one answer more, and what a session has more, as the next start would.
func goesOn(t testing.TB, w world) {
	t.Helper()
	r := must(w.open())(t)
	if _, there := r.Learner(); !there {
		check(t, r.Create(doctor))
	}
	must(r.Append(t.Context(), journal.Any, answer(99)))(t)
	s, facts, err := openSession(w.options(), "s")
	if err != nil {
		s = newSession(w.options(), "s")
	}
	check(t, s.Append(t.Context(), int64(len(facts)), induction.Turned{To: induction.Paused}))
	check(t, s.Close())
}
