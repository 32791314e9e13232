// Restoring: what would be lost is said before, what was replaced is kept, and whatever fails leaves everything as it was.

package folder

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
)

// restorable returns a record with a backup of its first two answers, two further answers and a reflection.
func restorable(t *testing.T) (*Folder, Backup) {
	r := created(t, answers(2)...)
	path := must(r.BackUpNow())(t)
	r.now = at(noon.Add(24 * time.Hour))
	must(r.Append(t.Context(), journal.Any, answer(2), progress.Reflection{Text: "ask first"}, progress.Setting{Name: "role", Value: "student"}, answer(3)))(t)
	return r, Backup{Path: path}
}

func TestWhatWouldBeLost(t *testing.T) {
	r, b := restorable(t)
	day := noon.Add(24 * time.Hour)
	same(t, "loss", must(r.WouldLose(b))(t), Loss{Answers: 2, Reflections: 1, Others: 1, First: day, Last: day})
	now := must(r.BackUpNow())(t)
	same(t, "nothing", must(r.WouldLose(Backup{Path: now}))(t).None(), true)

	damaged := strings.Replace(content(t, r.Path()), "ask first\"", "ask first", 1)
	check(t, os.WriteFile(r.Path(), []byte(damaged), disk.FileMode))
	loss := must(r.WouldLose(b))(t)
	same(t, "loss of what can be read", loss, Loss{Answers: 2, Others: 1, First: day, Last: day, Damaged: true})
	same(t, "nothing", loss.None(), false)

	check(t, os.Remove(r.Path()))
	same(t, "without a record", must(r.WouldLose(b))(t), Loss{})
}

func TestRestoringKeepsWhatItReplaced(t *testing.T) {
	for name, harm := range map[string]func(string) string{
		"sound":   func(s string) string { return s },
		"damaged": func(s string) string { return strings.Replace(s, "seq = 2", "seq = ?", 1) },
		"emptied": func(string) string { return "" },
	} {
		t.Run(name, func(t *testing.T) {
			r, b := restorable(t)
			before := harm(content(t, r.Path()))
			check(t, os.WriteFile(r.Path(), []byte(before), disk.FileMode))
			kept := must(r.RestoreOver(b))(t)
			same(t, "kept as", filepath.Base(kept), "progress.replaced-20261123-120000.toml")
			same(t, "kept", content(t, kept), before)
			must(r.Append(t.Context(), journal.Any, answer(9)))(t)
			same(t, "answers", seqs(t, r), []int64{1, 2, 3})
		})
	}
}

func TestRestoringWhereThereIsNoRecord(t *testing.T) {
	r, b := restorable(t)
	check(t, os.Remove(r.Path()))
	same(t, "kept", must(r.RestoreOver(b))(t), "")
	same(t, "answers", seqs(t, r), []int64{1, 2})
}

func TestWhatCannotBeRestored(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		words   []string
	}{
		"newer":    {"schema = 9\n", []string{"not restored", "newer Probity", "record version 9", "Update Probity"}},
		"damaged":  {"schema = 1\n", []string{"not restored", "does not read as a record"}},
		"empty":    {"", []string{"not restored", "does not read as a record"}},
		"a letter": {"Dear colleague,\n", []string{"not restored", "does not read as a record"}},
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := restorable(t)
			bad := filepath.Join(r.backupFolder(), "progress-2026-11-21.toml")
			check(t, os.WriteFile(bad, []byte(c.content), disk.FileMode))
			before, files := content(t, r.Path()), names(t, r.dir)
			_, err := r.RestoreOver(Backup{Path: bad})
			says(t, err, c.words...)
			_, err = r.WouldLose(Backup{Path: bad})
			says(t, err, c.words...)
			says(t, r.Restore(Backup{Path: bad}), c.words...)
			same(t, "the record", content(t, r.Path()), before)
			same(t, "files", names(t, r.dir), files)
			for _, b := range must(r.Backups())(t) {
				same(t, b.Path, b.Whole, b.Path != bad)
			}
		})
	}
}

// A disk that takes a copy and keeps something else is found out before the record is replaced.
func TestWhatIsRestoredIsReadBack(t *testing.T) {
	r, b := restorable(t)
	before, files := content(t, r.Path()), names(t, r.dir)
	r.disk.Write = func(to *os.File, text []byte) (int, error) {
		return to.Write(bytes.Replace(text, []byte("seq = 1"), []byte("seq = \x00"), 1))
	}
	_, err := r.RestoreOver(b)
	says(t, err, "The backup was not restored")
	same(t, "the record", content(t, r.Path()), before)
	same(t, "files", names(t, r.dir), files)
}

// The last step of all: the backup is in place, and only its folder could not be seen to the disk. What it replaced stays.
func TestFault02TheLastStepOfARestoreFails(t *testing.T) {
	r, b := restorable(t)
	before := content(t, r.Path())
	calls := 0
	r.disk.SyncFolder = func(string) error {
		if calls++; calls > 1 {
			return errors.New("injected")
		}
		return nil
	}
	_, err := r.RestoreOver(b)
	says(t, err, "The backup is in place", "power cut")
	same(t, "the record", content(t, r.Path()), content(t, b.Path))
	same(t, "kept", content(t, filepath.Join(r.dir, "progress.replaced-20261123-120000.toml")), before)
}

func TestRestoringThroughALink(t *testing.T) {
	elsewhere, dir := t.TempDir(), t.TempDir()
	target, link := filepath.Join(elsewhere, "mine.toml"), filepath.Join(dir, fileName)
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	r := must(Open(options(dir)))(t)
	check(t, r.Create(doctor))
	b := Backup{Path: must(r.BackUpNow())(t)}
	must(r.Append(t.Context(), journal.Any, answers(2)...))(t)
	kept := must(r.RestoreOver(b))(t)
	same(t, "kept beside the file", filepath.Dir(kept), elsewhere)
	same(t, "the link", must(os.Readlink(link))(t), target)
	same(t, "answers", seqs(t, r), nil)
}
