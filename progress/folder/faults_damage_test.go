// The rows of docs/faults.md that concern what is in the record: damage, and a schema that is newer.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
)

func TestFault04ZeroLength(t *testing.T) {
	o := written(t, "")
	r, err := Open(o)
	if !isCorrupt(err) {
		t.Fatalf("got %v", err)
	}
	if _, err := r.Append(t.Context(), journal.Any, answer(0)); !isCorrupt(err) {
		t.Fatalf("append: %v", err)
	}
	same(t, "the file", content(t, r.Path()), "")
}

func TestFault05Damage(t *testing.T) {
	whole := long(t, 6)
	middle := strings.Index(whole, "seq = 3")
	var utf16 strings.Builder
	utf16.WriteString("\xff\xfe")
	for _, b := range []byte(whole) {
		utf16.Write([]byte{b, 0})
	}
	for name, damaged := range map[string]string{
		"UTF-16":                        utf16.String(),
		"UTF-16 without a mark":         utf16.String()[2:],
		"only NUL bytes":                strings.Repeat("\x00", 4096),
		"NUL bytes in the middle":       whole[:middle] + strings.Repeat("\x00", 30) + whole[middle+30:],
		"NUL bytes after the head":      strings.Replace(whole, "\n[[answer]]", "\x00\x00\n[[answer]]", 1),
		"bad UTF-8":                     strings.Replace(whole, "boundaries-2", "boundaries-\xc3\x28", 1),
		"merge markers":                 strings.Replace(whole, "\n[[answer]]\nseq = 3", "\n<<<<<<< HEAD\n[[answer]]\nseq = 3", 1),
		"merge markers at the end":      whole + "=======\n",
		"merge marker first":            "<<<<<<< HEAD\n" + whole,
		"cut in the middle":             whole[:middle] + whole[strings.Index(whole, "\n[[answer]]\nseq = 5"):],
		"two broken entries at the end": whole + "\n[[answer]]\nseq = 7\n\n[[answer]]\nseq = 8\n",
		"a header lost":                 strings.Replace(whole, "[[answer]]\nseq = 4", "seq = 4", 1),
		"text between":                  strings.Replace(whole, "\n[[answer]]\nseq = 4", "\nlunch\n[[answer]]\nseq = 4", 1),
		"no schema":                     strings.TrimPrefix(whole, "schema = 1\n"),
		"no learner":                    "schema = 1\n",
		"a mark that is a word":         strings.Replace(whole, "marks = 1", `marks = "one"`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			o := written(t, damaged)
			r, err := Open(o)
			if err == nil {
				_, err = r.History()
			}
			var corrupt *file.CorruptError
			if !errors.As(err, &corrupt) {
				t.Fatalf("got %v", err)
			}
			same(t, "the file", content(t, r.Path()), damaged)
			moved := must(r.SetAside())(t)
			same(t, "where to", filepath.Base(moved), "progress.corrupt-20261122-120000.toml")
			same(t, "what was set aside", content(t, moved), damaged)
			check(t, r.Create(doctor))
		})
	}
}

func TestFault05TheNewestGoodBackupComesBack(t *testing.T) {
	r := created(t, answers(2)...)
	r.now = at(noon.Add(24 * time.Hour))
	must(r.Append(t.Context(), journal.Any, answer(2)))(t)
	r.now = at(noon.Add(48 * time.Hour))
	must(r.Append(t.Context(), journal.Any, answer(3)))(t)
	bad := filepath.Join(r.backupFolder(), "progress-2026-11-24.toml")
	check(t, os.WriteFile(bad, []byte("schema = 1"), disk.FileMode))
	damaged := strings.Replace(content(t, r.Path()), "seq = 2", "seq = ?", 1)
	check(t, os.WriteFile(r.Path(), []byte(damaged), disk.FileMode))

	backups := must(r.Backups())(t)
	same(t, "backups", backups, []Backup{
		{Path: bad, Date: noon.Add(36 * time.Hour)},
		{Path: filepath.Join(r.backupFolder(), "progress-2026-11-23.toml"), Date: noon.Add(12 * time.Hour), Schema: 1, Answers: 2,
			First: noon, Last: noon, Whole: true},
		{Path: filepath.Join(r.backupFolder(), "progress-2026-11-22.toml"), Date: noon.Add(-12 * time.Hour), Schema: 1,
			Whole: true},
	})
	if err := r.Restore(backups[1]); !errors.Is(err, fs.ErrExist) {
		t.Fatalf("restored over a record: %v", err)
	}
	must(r.SetAside())(t)
	if err := r.Restore(backups[0]); !isCorrupt(err) {
		t.Fatalf("restored a damaged backup: %v", err)
	}
	check(t, r.Restore(backups[1]))
	same(t, "answers", seqs(t, r), []int64{1, 2})
	if _, err := r.SetAside(); !errors.Is(err, ErrSound) {
		t.Fatalf("set a sound record aside: %v", err)
	}
}

func TestFault06NewerSchema(t *testing.T) {
	text := strings.Replace(long(t, 2), "schema = 1", "schema = 9", 1) + "\n[something else]\n"
	r := must(Open(written(t, text)))(t)
	reason, yes := r.ReadOnly()
	if !yes || !strings.Contains(reason, "version 9") {
		t.Fatalf("read-only: %v, %s", yes, reason)
	}
	_, err := r.Append(t.Context(), journal.Any, answer(0))
	notSaved(t, err, "version 9")
	same(t, "answers", seqs(t, r), []int64{1, 2})
	same(t, "the record", content(t, r.Path()), text)
	if _, err := r.SetAside(); !errors.Is(err, ErrSound) {
		t.Fatalf("set a newer record aside: %v", err)
	}
}

func TestFault06BecomesNewerWhileOpen(t *testing.T) {
	r := created(t)
	text := "schema = 2\n"
	check(t, os.WriteFile(r.Path(), []byte(text), disk.FileMode))
	_, err := r.Append(t.Context(), journal.Any, answer(0))
	notSaved(t, err, "version 2")
	same(t, "the record", content(t, r.Path()), text)
}
