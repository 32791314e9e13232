// Erasing: nothing of Probity's is left, nothing of anyone else's is touched, and what could not be removed is named.

package folder

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// lived returns a record whose folder has one of everything.
func lived(t *testing.T) *Folder {
	t.Helper()
	r := created(t, answers(3)...)
	must(r.BackUpNow())(t)
	for _, name := range []string{
		"progress.corrupt-20261101-120000.toml", "progress.torn-20261101-120000-2.toml", "progress.replaced-20261101-120000.toml",
		"progress.schema-0-20261101-120000.toml", "progress.new", "backups/progress.new", "drafts/certificate.toml", "drafts/progress.new",
		"keys/signing.pem", "keys/progress.new", "keys/pseudonym.txt", "sessions/20261101.toml", "sessions/20261101.lock", "documents/gmc-social-2024.toml",
		"cache/copies",
	} {
		put(t, filepath.Join(r.dir, filepath.FromSlash(name)))
	}
	return r
}

func put(t *testing.T, path string) {
	t.Helper()
	check(t, os.MkdirAll(filepath.Dir(path), disk.FolderMode))
	held := "private"
	if filepath.Base(filepath.Dir(path)) == DocumentFolder {
		held = "schema = 1\nsource = \"gmc-social-2024\"\n"
	}
	check(t, os.WriteFile(path, []byte(held), disk.FileMode))
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
		if b.What == "" || b.Size == 0 && filepath.Base(b.Path) != file.LockName || time.Since(b.At) > time.Hour {
			t.Fatalf("badly described: %+v", b)
		}
	}
	removed := must(r.EraseAll())(t)
	same(t, "removed", removed, listed)
	same(t, "the lock was last", filepath.Base(removed[len(removed)-1].Path), file.LockName)
	same(t, "left", tree(t, filepath.Dir(r.dir)), nil)
	_, exists := r.Learner()
	same(t, "there is a record", exists, false)
	check(t, r.Create(doctor))
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
}

func TestEraseTouchesNothingElse(t *testing.T) {
	r := lived(t)
	others := []string{"backups", "backups/notes.txt", "cache", "cache/history", "documents", "documents/rota (1).toml", "documents/rota.toml", "drafts", "drafts/essay.docx", "drafts/letter.toml",
		"drafts/old", "drafts/old/x.toml", "keys", "keys/id_rsa", "keys/trust.pem", "letter.txt", "photos", "photos/progress.toml", "progress.md", "progress.toml.mine",
		"sessions", "sessions/rota.toml"}
	for _, name := range others {
		if path := filepath.Join(r.dir, filepath.FromSlash(name)); filepath.Ext(name) != "" || name == "keys/id_rsa" || name == "cache/history" {
			check(t, os.MkdirAll(filepath.Dir(path), disk.FolderMode))
			check(t, os.WriteFile(path, []byte("another's"), disk.FileMode))
		}
	}
	must(r.EraseAll())(t)
	same(t, "left", tree(t, r.dir), others)
}

// A folder that is a link may lead to where everybody's files are.
func TestEraseTakesNothingOfOthersThroughALink(t *testing.T) {
	r, elsewhere := lived(t), t.TempDir()
	check(t, os.RemoveAll(filepath.Join(r.dir, cacheFolder)))
	check(t, os.WriteFile(filepath.Join(elsewhere, "letter"), nil, disk.FileMode))
	if err := os.Symlink(elsewhere, filepath.Join(r.dir, cacheFolder)); err != nil {
		t.Skip(err)
	}
	must(r.EraseAll())(t)
	same(t, "left where the link leads", tree(t, elsewhere), []string{"letter"})
}

func TestEraseFollowsTheRecordsLink(t *testing.T) {
	elsewhere, dir := t.TempDir(), filepath.Join(t.TempDir(), "data")
	check(t, os.Mkdir(dir, disk.FolderMode))
	target := filepath.Join(elsewhere, "mine.toml")
	if err := os.Symlink(target, filepath.Join(dir, fileName)); err != nil {
		t.Skip(err)
	}
	r := must(Open(options(dir)))(t)
	check(t, r.Create(doctor))
	must(r.Append(t.Context(), journal.Any, answers(2)...))(t)
	put(t, filepath.Join(elsewhere, fileName)) // another's, perhaps
	put(t, filepath.Join(elsewhere, "progress.torn-20261101-120000.toml"))
	must(r.EraseAll())(t)
	same(t, "left where the link led", tree(t, elsewhere), []string{fileName})
	same(t, "left where the link was", tree(t, filepath.Dir(dir)), nil)
}

func TestEraseNamesWhatItCouldNotRemove(t *testing.T) {
	r := lived(t)
	r.disk.Remove = func(path string) error {
		if strings.HasSuffix(path, ".pem") {
			return &fs.PathError{Op: "remove", Path: path, Err: fs.ErrPermission}
		}
		return os.Remove(path)
	}
	_, err := r.EraseAll()
	says(t, err, "Not everything could be erased", "signing.pem", "the key that your certificates are signed with", "erase again")
	same(t, "left", tree(t, r.dir), []string{"keys", "keys/signing.pem"})
	*r.disk = *disk.Real()
	must(r.EraseAll())(t)
	same(t, "left the second time", tree(t, filepath.Dir(r.dir)), nil)
}

// impatient is another way to the same record, which hardly waits for its lock.
func impatient(t *testing.T, r *Folder) *Folder {
	t.Helper()
	return must(Open(Options{Dir: r.dir, Now: r.now, LockWait: 10 * time.Millisecond}))(t)
}

func TestEraseWaitsForTheLock(t *testing.T) {
	r := impatient(t, lived(t))
	before := tree(t, r.dir)
	lock := flock.New(filepath.Join(r.dir, file.LockName))
	must(lock.TryLock())(t)
	_, err := r.EraseAll()
	says(t, err, "Nothing was erased", "another Probity window is saving")
	same(t, "left", tree(t, r.dir), before)
	check(t, lock.Unlock())
	must(r.EraseAll())(t)
}

func TestEraseOfNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	r := must(Open(options(dir)))(t)
	same(t, "belongings", must(r.Belongings())(t), nil)
	same(t, "removed", must(r.EraseAll())(t), nil)
	if disk.Exists(filepath.Dir(dir)) {
		t.Fatal("a folder was made")
	}
}

// Whatever the package itself leaves in a folder is among the belongings: after damage, torn tails, restores, merges.
func TestEverythingThePackageMakesIsABelonging(t *testing.T) {
	o := written(t, strings.Replace(long(t, 5), "schema = 1", "schema = 0", 1))
	r := must(open(o, map[int64]file.Migration{0: fromZero}))(t)
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
	check(t, os.WriteFile(r.Path(), append(must(os.ReadFile(r.Path()))(t), "\n[[answer]]\nseq = 7\n"...), disk.FileMode))
	must(r.Append(t.Context(), journal.Any, answer(1)))(t)
	backup := must(r.BackUpNow())(t)
	must(r.RestoreOver(Backup{Path: backup}))(t)
	must(r.Merge(created(t, answers(9)...).Path()))(t)
	check(t, os.WriteFile(r.Path(), nil, disk.FileMode))
	must(r.SetAside())(t)
	check(t, r.Restore(Backup{Path: backup}))
	same(t, "files", len(names(t, r.dir)), 6) // four set aside, the record, the backups
	must(r.EraseAll())(t)
	same(t, "the folder is there", disk.Exists(r.dir), false)
}

// What sync programs, editors and file managers make of a file is known by name, whatever is in it.
func TestCopiesAreKnownByName(t *testing.T) {
	for folder, files := range map[string][]string{
		"": {
			"progress (conflicted copy 2026-11-27).toml", "progress (Anna's conflicted copy 2026-11-27).toml", "progress (1).toml", "progress 2.toml",
			"progress.sync-conflict-20261127-101010-ABCDEFG.toml", "progress copy.toml", "progress copy 2.toml", "progress - Copy.toml",
			"progress - Copy (2).toml", "Copy of progress.toml", "Copy (2) of progress.toml", "progress.toml~", "progress.toml.~1~", "progress.toml.bak",
			"progress.toml.old", "progress.toml.orig", "progress.toml.tmp", ".progress.toml.swp", ".progress.toml.swo", ".progress.toml.un~",
			"#progress.toml#", ".#progress.toml", "._progress.toml", ".~lock.progress.toml#", "~$progress.toml", ".syncthing.progress.toml.tmp",
			"progress [Conflict].toml", "progress_conflict-20261127-101010.toml", "PROGRESS.TOML~", "progress.torn-20261101-120000.toml~",
			".progress.toml.kate-swp", "progress.toml.save",
		},
		BackupFolder:   {"progress-2026-11-20.toml~", "progress-2026-11-20 (1).toml.bak", ".progress-2026-11-20.toml.swp"},
		DraftFolder:    {"certificate.toml~", ".certificate.toml.swp", "#certificate.toml#", "certificate (conflicted copy).toml"},
		SessionFolder:  {"20261122.toml.bak", "20261122 (1).toml", "Copy of 20261122.toml"},
		DocumentFolder: {"gmc-social-2024.toml.orig", "gmc-social-2024 2.toml"},
		keyFolder:      {"signing.pem~", "signing (1).pem"},
	} {
		for _, name := range files {
			t.Run(folder+"/"+name, func(t *testing.T) {
				r := created(t, answers(1)...)
				put(t, filepath.Join(r.dir, folder, name))
				must(r.EraseAll())(t)
				same(t, "left", tree(t, filepath.Dir(r.dir)), nil)
			})
		}
	}
}

// A copy under any other name is known by what it holds, cut or damaged too; what holds nothing of a record stays.
func TestCopiesAreKnownByWhatTheyHold(t *testing.T) {
	whole := long(t, 3)
	for _, c := range []struct {
		name, text string
		ours       bool
	}{
		{"progress-LAPTOP7.toml", whole, true},
		{"alt.txt", whole, true},
		{"backups/manual.toml", whole, true},
		{"backups/before the move", whole, true},
		{"half.toml", whole[:len(whole)/2], true},
		{"empty.toml", string(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: doctor})), true},
		{"marked.toml", "\ufeff" + whole, true},
		{"damaged.toml", "garbage\n" + whole, true},
		{"newer.toml", "schema = 9\n[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"\n", true},
		{"session.toml", "schema = 1\n\n[session]\nid = \"20261122\"\n", true},
		{"notes.toml", "title = \"progress\"\n", false},
		{"zero.toml", "", false},
		{"progress.md", "# My progress\n", false},
		{"backups/list.txt", "progress.toml\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := created(t, answers(1)...)
			path := filepath.Join(r.dir, filepath.FromSlash(c.name))
			put(t, path)
			check(t, os.WriteFile(path, []byte(c.text), disk.FileMode))
			must(r.EraseAll())(t)
			same(t, "gone", !disk.Exists(path), c.ours)
			same(t, "named", r.Others(), map[bool][]string{false: {filepath.FromSlash(c.name)}}[c.ours])
		})
	}
}

// Copies that can be merged are listed once each: not what only an editor can read, nor what Probity set aside itself.
func TestNewCopiesAreListedOnce(t *testing.T) {
	r := created(t, answers(1)...)
	for name, text := range map[string]string{
		"progress (1).toml": long(t, 1), "progress-LAPTOP7.toml": long(t, 2), "progress.toml~": "swapped", "notes.txt": long(t, 1),
		"backups/manual.toml": long(t, 1), "progress.replaced-20261101-120000.toml": long(t, 1),
	} {
		path := filepath.Join(r.dir, filepath.FromSlash(name))
		put(t, path)
		check(t, os.WriteFile(path, []byte(text), disk.FileMode))
	}
	first, second := filepath.Join(r.dir, "progress (1).toml"), filepath.Join(r.dir, "progress-LAPTOP7.toml")
	same(t, "at first", r.NewCopies(), []string{first, second})
	same(t, "again", r.NewCopies(), nil)
	check(t, os.Rename(first, filepath.Join(r.dir, "progress (2).toml")))
	same(t, "with another", r.NewCopies(), []string{filepath.Join(r.dir, "progress (2).toml")})
}

func TestEraseTakesCopiesWhereTheLinkLeads(t *testing.T) {
	elsewhere, dir := t.TempDir(), filepath.Join(t.TempDir(), "data")
	check(t, os.Mkdir(dir, disk.FolderMode))
	if err := os.Symlink(filepath.Join(elsewhere, "mine.toml"), filepath.Join(dir, fileName)); err != nil {
		t.Skip(err)
	}
	r := must(Open(options(dir)))(t)
	check(t, r.Create(doctor))
	for _, name := range []string{"mine (1).toml", "mine-LAPTOP7.toml", "mine.txt", "other.toml"} {
		put(t, filepath.Join(elsewhere, name))
	}
	for _, name := range []string{"mine-LAPTOP7.toml", "other.toml"} {
		check(t, os.WriteFile(filepath.Join(elsewhere, name), []byte(long(t, 1)), disk.FileMode))
	}
	must(r.EraseAll())(t)
	same(t, "left where the link led", tree(t, elsewhere), []string{"mine.txt", "other.toml"}) // another's, perhaps
}

var errIO = &fs.PathError{Op: "lstat", Path: "somewhere", Err: errInjected}

// What cannot be looked at is not called nothing.
func TestEraseNamesWhatItCouldNotLookAt(t *testing.T) {
	for name, c := range map[string]struct {
		fail  func(*disk.Steps)
		files int    // that are listed all the same
		named string // what the error names
	}{
		"no file can be looked at": {func(d *disk.Steps) { d.Lstat = func(string) (fs.FileInfo, error) { return nil, errIO } }, 1, ""},
		"no folder can be listed": {func(d *disk.Steps) {
			d.ReadDir = func(path string) ([]fs.DirEntry, error) {
				return nil, &fs.PathError{Op: "open", Path: path, Err: errInjected}
			}
		}, 1, "data"},
		"a folder cannot be listed": {func(d *disk.Steps) {
			d.ReadDir = func(path string) ([]fs.DirEntry, error) {
				if filepath.Base(path) == BackupFolder {
					return nil, &fs.PathError{Op: "open", Path: path, Err: errInjected}
				}
				return os.ReadDir(path)
			}
		}, 1, BackupFolder},
		"a file cannot be opened": {func(d *disk.Steps) {
			d.Open = func(path string, flag int, mode fs.FileMode) (*os.File, error) {
				if filepath.Base(path) == "perhaps" {
					return nil, &fs.PathError{Op: "open", Path: path, Err: errInjected}
				}
				return os.OpenFile(path, flag, mode)
			}
		}, 1, "perhaps"},
	} {
		t.Run(name, func(t *testing.T) {
			r := lived(t)
			put(t, filepath.Join(r.dir, "perhaps"))
			c.fail(r.disk)
			listed, err := r.Belongings()
			if len(listed) < c.files {
				t.Errorf("listed %v", listed)
			}
			if c.named != "" {
				says(t, err, "could not be looked at", c.named)
				_, err = r.EraseAll()
				says(t, err, "Not everything could be erased", c.named)
			} else {
				check(t, err)
				same(t, "size", listed[0].Size, int64(SizeUnknown))
				must(r.EraseAll())(t)
			}
			same(t, "the record is gone", disk.Exists(r.file), false)
		})
	}
}

// A window that was open while another erased everything brings nothing back.
func TestAnOpenWindowBringsNothingBack(t *testing.T) {
	r := lived(t)
	open := must(Open(options(r.dir)))(t)
	must(r.EraseAll())(t)
	_, err := open.Append(t.Context(), journal.Any, answer(1))
	notSaved(t, err, "there is no record")
	notSaved(t, open.WriteBeside(CertificateDraft, []byte("private")), "there is no record")
	notSaved(t, open.WriteBeside(SigningKey, []byte("private")), "there is no record")
	if _, err := open.BackUpNow(); err == nil {
		t.Error("a backup was made of nothing")
	}
	same(t, "left", tree(t, filepath.Dir(r.dir)), nil)
}
