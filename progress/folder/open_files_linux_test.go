// Windows neither replaces, renames nor removes a file that is open. Here the system tells which files are, so that every
// change to the record can be seen to close them first.

package folder

import (
	"os"
	"path/filepath"
	"testing"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
)

// isOpen reports whether this process has the file open.
func isOpen(t *testing.T, path string) bool {
	t.Helper()
	for _, fd := range must(os.ReadDir("/proc/self/fd"))(t) {
		if held, err := os.Readlink("/proc/self/fd/" + fd.Name()); err == nil && held == path {
			return true
		}
	}
	return false
}

// strict makes the disk of a record object to what Windows would refuse.
func strict(t *testing.T, r *Folder) {
	t.Helper()
	closed := func(path string) {
		t.Helper()
		if isOpen(t, path) {
			t.Errorf("%s is open", filepath.Base(path))
		}
	}
	rename, remove := r.disk.Rename, r.disk.Remove
	r.disk.Rename = func(from, to string) error { closed(from); closed(to); return rename(from, to) }
	r.disk.Remove = func(path string) error { closed(path); return remove(path) }
}

func TestNoOpenFileIsReplacedOrRemoved(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, r *Folder){
		"saving, torn":  func(t *testing.T, r *Folder) { tear(t, r); must(r.Append(t.Context(), journal.Any, answer(3)))(t) },
		"merging":       func(t *testing.T, r *Folder) { must(r.Merge(created(t, answers(4)...).Path()))(t) },
		"merging, torn": func(t *testing.T, r *Folder) { tear(t, r); must(r.Merge(created(t, answers(4)...).Path()))(t) },
		"going back":    func(t *testing.T, r *Folder) { must(r.RestoreOver(Backup{Path: must(r.BackUpNow())(t)}))(t) },
		"setting aside": func(t *testing.T, r *Folder) {
			check(t, os.WriteFile(r.Path(), []byte("no record"), disk.FileMode))
			must(r.SetAside())(t)
		},
		"forgetting":     func(t *testing.T, r *Folder) { must(r.ForgetReflection(thought(t, r)))(t) },
		"erasing":        func(t *testing.T, r *Folder) { must(r.EraseAll())(t) },
		"writing beside": func(t *testing.T, r *Folder) { check(t, r.WriteBeside(CertificateDraft, []byte("x = 1\n"))) },
		"writing it anew": func(t *testing.T, r *Folder) {
			check(t, r.disk.Rewrite(r.file, []byte(content(t, r.Path())), func(string) error { _, err := r.History(); return err }))
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := created(t, answers(2)...)
			strict(t, r)
			change(t, r)
		})
	}
}

// tear leaves the record with an entry that was not written to its end.
func tear(t *testing.T, r *Folder) {
	t.Helper()
	check(t, os.WriteFile(r.Path(), []byte(content(t, r.Path())+"\n[[answer]]\nseq = 9\nsit"), disk.FileMode))
}

// thought adds a reflection to a record.
func thought(t *testing.T, r *Folder) progress.Reflection {
	t.Helper()
	return must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: answer(1).Scenario, Text: "I would ask first."}))(t)[0].(progress.Reflection)
}
