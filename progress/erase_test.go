// Erasing: nothing of Probity's is left, nothing of anyone else's is touched, and what could not be removed is named.

package progress

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

// lived returns a record whose folder has one of everything.
func lived(t *testing.T) *Record {
	t.Helper()
	r := created(t, answers(3)...)
	must(r.BackUpNow())(t)
	for _, name := range []string{
		"progress.corrupt-20261101-120000.toml", "progress.torn-20261101-120000-2.toml", "progress.replaced-20261101-120000.toml",
		"progress.schema-0-20261101-120000.toml", "progress.new", "backups/progress.new", "drafts/late-night-post.toml", "drafts/x.new",
		"keys/certificate.pem", "keys/certificate.pem.new", "sessions/20261101.toml", "sessions/20261101.lock", "documents/gmc-social-2024.toml",
		"cache/history",
	} {
		put(t, filepath.Join(r.dir, filepath.FromSlash(name)))
	}
	return r
}

func put(t *testing.T, path string) {
	t.Helper()
	check(t, os.MkdirAll(filepath.Dir(path), folderMode))
	check(t, os.WriteFile(path, []byte("private"), fileMode))
}

// tree lists every file and folder below a folder.
func tree(t *testing.T, dir string) (paths []string) {
	t.Helper()
	check(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if rest, _ := filepath.Rel(dir, path); err == nil && rest != "." {
			paths = append(paths, filepath.ToSlash(rest))
		}
		return err
	}))
	return paths
}

func TestEraseLeavesNothingBehind(t *testing.T) {
	r := lived(t)
	var files []string
	for _, path := range tree(t, r.dir) {
		if info := must(os.Stat(filepath.Join(r.dir, path)))(t); !info.IsDir() {
			files = append(files, path)
		}
	}
	listed := must(r.Belongings())(t)
	same(t, "listed", len(listed), len(files))
	for _, b := range listed {
		if b.What == "" || b.Size == 0 && filepath.Base(b.Path) != lockName || time.Since(b.At) > time.Hour {
			t.Fatalf("badly described: %+v", b)
		}
	}
	removed := must(r.Erase())(t)
	same(t, "removed", removed, listed)
	same(t, "the lock was last", filepath.Base(removed[len(removed)-1].Path), lockName)
	same(t, "left", tree(t, filepath.Dir(r.dir)), nil)
	_, exists := r.Learner()
	same(t, "there is a record", exists, false)
	check(t, r.Create(doctor))
	must(r.Append(answer(0)))(t)
}

func TestEraseTouchesNothingElse(t *testing.T) {
	r := lived(t)
	others := []string{"backups/notes.txt", "drafts/essay.docx", "keys/id_rsa", "letter.txt", "progress.md", "progress.toml.mine",
		"photos/progress.toml", "drafts/old/x.toml"}
	for _, name := range others {
		put(t, filepath.Join(r.dir, filepath.FromSlash(name)))
	}
	must(r.Erase())(t)
	same(t, "left", tree(t, r.dir), []string{"backups", "backups/notes.txt", "drafts", "drafts/essay.docx", "drafts/old", "drafts/old/x.toml",
		"keys", "keys/id_rsa", "letter.txt", "photos", "photos/progress.toml", "progress.md", "progress.toml.mine"})
}

func TestEraseFollowsTheRecordsLink(t *testing.T) {
	elsewhere, dir := t.TempDir(), filepath.Join(t.TempDir(), "data")
	check(t, os.Mkdir(dir, folderMode))
	target := filepath.Join(elsewhere, "mine.toml")
	if err := os.Symlink(target, filepath.Join(dir, fileName)); err != nil {
		t.Skip(err)
	}
	r := must(Open(options(dir)))(t)
	check(t, r.Create(doctor))
	must(r.Append(answers(2)...))(t)
	put(t, filepath.Join(elsewhere, fileName)) // another's, perhaps
	put(t, filepath.Join(elsewhere, "progress.torn-20261101-120000.toml"))
	must(r.Erase())(t)
	same(t, "left where the link led", tree(t, elsewhere), []string{fileName})
	same(t, "left where the link was", tree(t, filepath.Dir(dir)), nil)
}

func TestEraseNamesWhatItCouldNotRemove(t *testing.T) {
	r := lived(t)
	r.disk.remove = func(path string) error {
		if strings.HasSuffix(path, ".pem") {
			return &fs.PathError{Op: "remove", Path: path, Err: fs.ErrPermission}
		}
		return os.Remove(path)
	}
	_, err := r.Erase()
	says(t, err, "Not everything could be erased", "certificate.pem", "the key that your certificates are signed with", "erase again")
	same(t, "left", tree(t, r.dir), []string{"keys", "keys/certificate.pem"})
	r.disk = realDisk()
	must(r.Erase())(t)
	same(t, "left the second time", tree(t, filepath.Dir(r.dir)), nil)
}

func TestEraseWaitsForTheLock(t *testing.T) {
	r := lived(t)
	r.wait = 10 * time.Millisecond
	before := tree(t, r.dir)
	lock := flock.New(filepath.Join(r.dir, lockName))
	must(lock.TryLock())(t)
	_, err := r.Erase()
	says(t, err, "Nothing was erased", "another Probity window is saving")
	same(t, "left", tree(t, r.dir), before)
	check(t, lock.Unlock())
	must(r.Erase())(t)
}

func TestEraseOfNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	r := must(Open(options(dir)))(t)
	same(t, "belongings", must(r.Belongings())(t), nil)
	same(t, "removed", must(r.Erase())(t), nil)
	if exists(filepath.Dir(dir)) {
		t.Fatal("a folder was made")
	}
}

// Whatever the package itself leaves in a folder is among the belongings: after damage, torn tails, restores, merges.
func TestEverythingThePackageMakesIsABelonging(t *testing.T) {
	o, _ := ofSchemaZero(t)
	r := must(open(o, realDisk(), map[int64]migration{0: fromZero}))(t)
	must(r.Append(answer(0)))(t)
	check(t, os.WriteFile(r.Path(), append(must(os.ReadFile(r.Path()))(t), "\n[[answer]]\nseq = 7\n"...), fileMode))
	must(r.Append(answer(1)))(t)
	backup := must(r.BackUpNow())(t)
	must(r.RestoreOver(Backup{Path: backup}))(t)
	must(r.Merge(created(t, answers(9)...).Path()))(t)
	check(t, os.WriteFile(r.Path(), nil, fileMode))
	must(r.SetAside())(t)
	check(t, r.Restore(Backup{Path: backup}))
	same(t, "files", len(names(t, r.dir)), 6) // four set aside, the record, the backups
	must(r.Erase())(t)
	same(t, "the folder is there", exists(r.dir), false)
}
