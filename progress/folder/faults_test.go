// One test for each row of docs/faults.md that concerns the record: the disk, other processes and what is in the way. Rows
// 4 to 6 are in faults_damage_test.go; 7, older schemas, has none to migrate from yet.

package folder

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
)

func TestFault01DiskFull(t *testing.T) {
	r := created(t, answers(3)...)
	before := content(t, r.Path())
	r.disk.Write = func(f *os.File, text []byte) (int, error) {
		n, _ := f.Write(text[:len(text)/2])
		return n, &fs.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
	}
	_, err := r.Append(t.Context(), journal.Any, answer(3))
	notSaved(t, err, "Your answer has not been saved", "disk is full", "Free some space")
	same(t, "the record", content(t, r.Path()), before)

	*r.disk = *disk.Real()
	saved := must(r.Append(t.Context(), journal.Any, answer(3)))(t)
	same(t, "the number after a retry", saved[0].(progress.Answer).Seq, int64(4))
}

func TestFault01FileSizeLimit(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no ulimit")
	}
	r := created(t)
	out, err := process("limited", r.dir, "sh", "-c", `ulimit -f 16; exec "$0"`).Output() // without what a run with -cover says of its own files
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	last := len(lines) - 1
	if !strings.Contains(lines[last], "largest file size") {
		t.Fatalf("the learner is told: %s", lines[last])
	}
	same(t, "answers kept", len(seqs(t, r)), last)
	state := inspected(t, r)
	same(t, "torn", state.Torn(), false)
}

func inspected(t *testing.T, r *Folder) file.State {
	t.Helper()
	f := must(os.Open(r.Path()))(t)
	defer f.Close()
	return must(file.Inspect(everyKind(), f, r.Path()))(t)
}

var errInjected = errors.New("injected")

// steps breaks each step that touches the disk, one at a time.
var steps = map[string]func(*disk.Steps){
	"create": func(d *disk.Steps) {
		d.Open = func(name string, flag int, mode fs.FileMode) (*os.File, error) {
			if flag&(os.O_CREATE|os.O_APPEND) != 0 {
				return nil, errInjected
			}
			return os.OpenFile(name, flag, mode)
		}
	},
	"write": func(d *disk.Steps) {
		d.Write = func(f *os.File, text []byte) (int, error) {
			n, _ := f.Write(text[:len(text)/2])
			return n, errInjected
		}
	},
	"copy": func(d *disk.Steps) {
		d.Copy = func(to io.Writer, from io.Reader) (int64, error) {
			n, _ := io.CopyN(to, from, 7)
			return n, errInjected
		}
	},
	"sync": func(d *disk.Steps) { d.Sync = func(*os.File) error { return errInjected } },
	"close": func(d *disk.Steps) {
		d.Close = func(f *os.File) error { return errors.Join(f.Close(), errInjected) }
	},
	"rename":      func(d *disk.Steps) { d.Rename = func(string, string) error { return errInjected } },
	"sync folder": func(d *disk.Steps) { d.SyncFolder = func(string) error { return errInjected } },
	"truncate":    func(d *disk.Steps) { d.Truncate = func(*os.File, int64) error { return errInjected } },
}

func TestFault02EachStepFails(t *testing.T) {
	for name, fail := range steps {
		t.Run("append, "+name, func(t *testing.T) {
			r := created(t, answers(2)...)
			before, files := content(t, r.Path()), names(t, r.dir)
			fail(r.disk)
			if _, err := r.Append(t.Context(), journal.Any, answer(2)); err != nil {
				notSaved(t, err, "Your answer has not been saved", "Try again")
				same(t, "the record", content(t, r.Path()), before)
			} else if name != "copy" && name != "rename" && name != "sync folder" && name != "truncate" {
				t.Fatal("saved, although a step of saving failed")
			}
			same(t, "files", names(t, r.dir), files)
		})
		t.Run("create, "+name, func(t *testing.T) {
			r := must(Open(options(t.TempDir())))(t)
			fail(r.disk)
			if err := r.Create(doctor); err != nil {
				notSaved(t, err, "Your record has not been saved")
				same(t, "files", names(t, r.dir), nil)
			} else if name != "copy" && name != "truncate" {
				t.Fatal("created, although a step of it failed")
			}
		})
		t.Run("mend, "+name, func(t *testing.T) {
			r := must(Open(written(t, long(t, 2)+"\n[[answer]]\nseq = 3\n")))(t)
			before := content(t, r.Path())
			fail(r.disk)
			if _, err := r.Append(t.Context(), journal.Any, answer(2)); err == nil {
				t.Fatal("saved, although a step of mending failed")
			}
			rest := content(t, r.Path())
			if rest != before && strings.TrimSpace(rest) != strings.TrimSpace(long(t, 2)) {
				t.Fatalf("the record became %q", rest)
			}
		})
	}
}

func TestFault02BackupFailsAndTheAnswerIsSaved(t *testing.T) {
	for _, name := range []string{"copy", "rename", "sync folder"} {
		t.Run(name, func(t *testing.T) {
			r := created(t)
			steps[name](r.disk)
			must(r.Append(t.Context(), journal.Any, answers(2)...))(t)
			must(r.Append(t.Context(), journal.Any, answers(2)...))(t)
			if told := r.Notices(); len(told) != 1 || !strings.Contains(told[0], "backup") {
				t.Fatalf("told: %q", told)
			}
			same(t, "backups", names(t, r.backupFolder()), nil)
			same(t, "answers", seqs(t, r), []int64{1, 2, 3, 4})
		})
	}
}

func TestFault03KillNine(t *testing.T) {
	r := created(t)
	for _, lines := range []int{1, 7, 40} {
		c := process("endless", r.dir)
		out := must(c.StdoutPipe())(t)
		check(t, c.Start())
		var last string
		scanner := bufio.NewScanner(out)
		for i := 0; i < lines && scanner.Scan(); i++ {
			last = scanner.Text()
		}
		check(t, c.Process.Kill())
		for scanner.Scan() { // what it said before it died
			last = scanner.Text()
		}
		_ = c.Wait()
		acknowledged := must(strconv.Atoi(last))(t)
		found := seqs(t, r)
		if len(found) < acknowledged {
			t.Fatalf("%d answers were acknowledged and %d are there", acknowledged, len(found))
		}
	}
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
}

func TestFault08UnknownKeysAndTables(t *testing.T) {
	text := "# mine\nschema = 1\ncolour = \"blue\"\n\n[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"\npet = 1\n\n[odd]\nx = [[1]]\n" +
		"\n[[answer]]\nseq = 1\nmood = \"calm\"\nmarks = 1.0\nof = 1\nat = 2026-11-22T09:30:00Z\n# a remark\n" +
		"\n[[mystery]]\nseq = 2\nwhat = { a = [1, 2] }\nat = 2026-11-22T09:30:00Z\nafter = 1\n\n[elsewhere]\ny = 2\n"
	r := must(Open(written(t, text)))(t)
	saved := must(r.Append(t.Context(), journal.Any, answer(0)))(t)
	same(t, "the next number", saved[0].(progress.Answer).Seq, int64(3))
	if !strings.HasPrefix(content(t, r.Path()), text) {
		t.Fatal("the text before changed")
	}
	same(t, "answers", seqs(t, r), []int64{1, 3})
	same(t, "notices", r.Notices(), nil)
}

func TestFault09Symlink(t *testing.T) {
	elsewhere, dir := t.TempDir(), t.TempDir()
	target, link := filepath.Join(elsewhere, "mine.toml"), filepath.Join(dir, fileName)
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	r := must(Open(options(dir)))(t)
	check(t, r.Create(doctor)) // the link leads nowhere yet
	must(r.Append(t.Context(), journal.Any, answers(2)...))(t)
	check(t, os.WriteFile(target, append(must(os.ReadFile(target))(t), "lunch\n\n[[x]]"...), disk.FileMode))
	r, err := Open(options(dir))
	if !isCorrupt(err) {
		t.Fatalf("got %v", err)
	}
	moved := must(r.SetAside())(t)
	same(t, "set aside beside the file", filepath.Dir(moved), elsewhere)
	check(t, r.Restore(must(r.Backups())(t)[0]))
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
	same(t, "the link", must(os.Readlink(link))(t), target)
	same(t, "answers", seqs(t, r), []int64{1})
}

func TestFault10ModeTightened(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	r := created(t, answer(0))
	same(t, "folder", must(os.Stat(r.dir))(t).Mode().Perm(), disk.FolderMode)
	check(t, os.Chmod(r.Path(), 0o644))
	r = must(Open(options(r.dir)))(t)
	if told := r.Notices(); len(told) != 1 || !strings.Contains(told[0], "Other people") {
		t.Fatalf("told: %q", told)
	}
	same(t, "told again", r.Notices(), nil)
	same(t, "mode", must(os.Stat(r.Path()))(t).Mode().Perm(), disk.FileMode)
	same(t, "told by the next", must(Open(options(r.dir)))(t).Notices(), nil)
}

func TestFault11ReadOnlyFolder(t *testing.T) {
	d := disk.Real()
	d.Writable = func(string) error { return fs.ErrPermission }
	r := must(open(options(filepath.Join(t.TempDir(), "not", "there")), d, nil))(t)
	reason, yes := r.ReadOnly()
	if !yes || !strings.Contains(reason, "not being kept") {
		t.Fatalf("read-only: %v, %s", yes, reason)
	}
	notSaved(t, r.Create(doctor), "not being kept")
	same(t, "answers", seqs(t, r), nil)
}

func TestFault11AnotherUsersFolder(t *testing.T) {
	r := created(t, answer(0))
	c := process("visitor", r.dir)
	if os.Getuid() == 0 { // permissions mean nothing to root, so someone else visits
		binary := filepath.Join(t.TempDir(), "visitor")
		check(t, exec.Command("cp", os.Args[0], binary).Run())
		c.Path, c.Dir = binary, "/"
		openWay(t, binary)
		openWay(t, r.dir)
		asNobody(c)
	}
	check(t, os.Chmod(r.Path(), 0o444))
	check(t, os.Chmod(r.dir, 0o555))
	defer os.Chmod(r.dir, disk.FolderMode)
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if !strings.Contains(string(out), "not being kept") || !strings.HasSuffix(string(out), " 1\n") {
		t.Fatalf("the visitor saw: %s", out)
	}
}

// openWay lets everyone pass to a path below the temporary folder.
func openWay(t *testing.T, path string) {
	t.Helper()
	for ; path != filepath.Clean(os.TempDir()) && path != "/"; path = filepath.Dir(path) {
		check(t, os.Chmod(path, 0o755))
	}
}

func TestFault12EightProcesses(t *testing.T) {
	if testing.Short() {
		t.Skip("8,000 saves")
	}
	r := created(t)
	var writers []*exec.Cmd
	for range 8 {
		c := process("thousand", r.dir)
		c.Stdout = t.Output()
		check(t, c.Start())
		writers = append(writers, c)
	}
	for _, c := range writers {
		check(t, c.Wait())
	}
	for i, seq := range seqs(t, r) {
		if seq != int64(i+1) {
			t.Fatalf("answer %d has the number %d", i+1, seq)
		}
	}
	same(t, "answers", len(seqs(t, r)), 8000)
}

func TestFault13LockHeld(t *testing.T) {
	r := impatient(t, created(t))
	lock := flock.New(filepath.Join(r.dir, "progress.lock"))
	must(lock.TryLock())(t)
	_, err := r.Append(t.Context(), journal.Any, answer(0))
	notSaved(t, err, "another Probity window is saving", "try again")
	check(t, lock.Unlock())
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
}

func TestFault14ClockSetBack(t *testing.T) {
	r := created(t, answer(1))
	r.now = at(noon.Add(-365 * 24 * time.Hour))
	must(r.Append(t.Context(), journal.Any, answer(131)))(t) // the same situation
	h := must(r.History())(t)
	last, _ := h.Last(answer(1).Scenario)
	same(t, "the last by seq", last.Seq, int64(2))
	same(t, "answers", seqs(t, r), []int64{1, 2})
}
