// A data folder that is no folder, can't be looked into, or whose record is a link to nothing: each is said for what it is.

package folder

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"probity/progress/disk"
)

func TestAFileWhereTheDataFolderShouldBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	check(t, os.WriteFile(file, []byte("text"), disk.FileMode))
	for _, dir := range []string{file, filepath.Join(file, "below", "it")} {
		r := must(Open(options(dir)))(t)
		why, readOnly := r.ReadOnly()
		same(t, "read-only", readOnly, true)
		same(t, "why", strings.HasPrefix(why, file+" is a file, not a folder, so your progress is not being kept"), true)
		says(t, r.Foldered(), "There can be no record in "+dir+": "+file+" is a file, not a folder", "--data")
		notSaved(t, r.Create(doctor), "is a file, not a folder, so your progress is not being kept")
		if copies, err := r.ListBeside(DocumentFolder); len(copies) > 0 || err != nil { // it is said once, of the record
			t.Errorf("of what would lie beside it is said: %v, %v", copies, err)
		}
	}
	check(t, must(Open(options(filepath.Join(filepath.Dir(file), "none"))))(t).Foldered())
}

// A link to a record on a disk that is gone is erased without the disk, with what else there is.
func TestEraseTakesALinkToNothing(t *testing.T) {
	for _, target := range []string{"gone/far/progress.toml", "gone.toml"} {
		dir := filepath.Join(t.TempDir(), "data")
		put(t, filepath.Join(dir, BackupFolder, "progress-2026-11-20.toml"))
		leads(t, filepath.Join(filepath.Dir(dir), target), filepath.Join(dir, fileName))
		r, _ := Open(options(dir))
		listed := must(r.Belongings())(t)
		same(t, "said", listed[0].What, "a link to "+r.file+", which is not there; only the link can be erased")
		must(r.EraseAll())(t)
		same(t, "left", tree(t, filepath.Dir(dir)), nil)
	}
}

// A folder that can't be listed, or not entered, is not said to be one that can't be written to.
func TestAFolderThatCannotBeLookedInto(t *testing.T) {
	refused := func(path string) error { return &fs.PathError{Op: "open", Path: path, Err: syscall.EACCES} }
	r := lived(t)
	r.disk.ReadDir = func(path string) ([]fs.DirEntry, error) { return nil, refused(path) }
	_, err := r.Aside()
	cannotBeRead(t, err, "Your data folder in "+r.dir, "you may not read it")
	says(t, r.ClearAside(Aside{}), "Nothing was cleared: part of it could not be read. Your data folder in "+r.dir)

	r = lived(t)
	r.disk.Lstat = func(path string) (fs.FileInfo, error) { return nil, refused(path) }
	listed, err := r.Belongings()
	same(t, "listed", listed, nil)
	says(t, err, "could not be looked at: "+r.dir+" (what is there is not known). Check")
}

func TestForgettingInAFolderThatMayNotBeWrittenTo(t *testing.T) {
	r, last := reflected(t)
	r.disk.Writable = func(path string) error { return &fs.PathError{Op: "access", Path: path, Err: syscall.EACCES} }
	check(t, r.look())
	_, err := r.ForgetReflection(last)
	says(t, err, "could not be erased everywhere: Probity may not write there. Check")
}

// TestAFolderThatCannotBeMade, as on a drive that is not there, is not said to have been moved.
func TestAFolderThatCannotBeMade(t *testing.T) {
	const nowhere = "/proc/nowhere"
	if _, err := os.Stat(filepath.Dir(nowhere)); err != nil {
		t.Skip("no folder here refuses to have others made in it")
	}
	notSaved(t, must(Open(options(nowhere)))(t).Create(doctor), "its folder "+nowhere+" can't be made", "Connect that disk, or name another folder with --data")
}
