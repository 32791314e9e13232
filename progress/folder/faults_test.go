// One test for each row of docs/faults.md that concerns the record: the disk, other processes and what is in the way. Rows
// 4 to 6 are in faults_damage_test.go, row 7 is in the tests of journal/file.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
)

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
	o := options(filepath.Join(t.TempDir(), "not", "there"))
	o.Disk = d
	r := must(Open(o))(t)
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
