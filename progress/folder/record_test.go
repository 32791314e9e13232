// Opening, making and appending to a record when nothing goes wrong, backups, and what it costs.

package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/disk/disktest"
	"probity/progress/journal"
	"probity/progress/journal/file"
)

func TestDir(t *testing.T) {
	env := func(value string) func(string) string {
		return func(name string) string {
			if name == "PROBITY_DATA" {
				return value
			}
			return ""
		}
	}
	same(t, "by flag", Dir("flag", env("variable")), "flag")
	same(t, "by variable", Dir("", env("variable")), "variable")
	same(t, "the platform's", filepath.Base(Dir("", env(""))), "probity")
}

func TestOpenMakesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	r := must(Open(options(dir)))(t)
	_, exists := r.Learner()
	same(t, "exists", exists, false)
	same(t, "answers", seqs(t, r), nil)
	same(t, "backups", must(r.Backups())(t), nil)
	_, err := r.Append(t.Context(), journal.Any, answer(0))
	notSaved(t, err, "there is no record")
	if _, err := os.Stat(filepath.Dir(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal("a folder was made")
	}
}

func TestCreateAndOpenAgain(t *testing.T) {
	r := created(t, answers(3)...)
	again := must(Open(options(r.dir)))(t)
	learner, exists := again.Learner()
	same(t, "learner", learner, doctor)
	same(t, "exists", exists, true)
	same(t, "answers", seqs(t, again), []int64{1, 2, 3})
	err := again.Create(doctor)
	notSaved(t, err, "there is a record already")
	same(t, "answers", seqs(t, again), []int64{1, 2, 3})
}

func TestEveryKindIsInTheContractsOrder(t *testing.T) {
	for name, v := range everyKind() {
		same(t, name, reflect.Zero(v).Interface().(progress.Fact).Table(), name)
		same(t, name+": first key", v.Field(0).Tag.Get("toml"), "seq")
		same(t, name+": last key", v.Field(v.NumField()-1).Tag.Get("toml"), "at")
	}
}

// Adding to History does not need the file: both ways come to the same.
func TestApplyingWhatAppendReturns(t *testing.T) {
	r := created(t)
	h := progress.NewHistory()
	for i := range 5 {
		h.Apply(must(r.Append(t.Context(), journal.Any, progress.Answer{Scenario: "\xff", Topic: "t", Marks: 1, Of: 2, Chance: 0.25}, answer(i)))(t)...)
	}
	read := must(r.History())(t)
	same(t, "answers", read.Answers(), h.Answers())
	same(t, "topics", read.Topics(), h.Topics())
}

func TestChunksDivideAnywhere(t *testing.T) {
	note := progress.Reflection{Text: strings.Repeat("long ", 150_000)} // longer than a chunk
	var facts []progress.Fact
	for i := range 3000 {
		facts = append(facts, answer(i))
		if i%1000 == 999 {
			facts = append(facts, note)
		}
	}
	r := created(t, facts...)
	h := must(r.History())(t)
	same(t, "answers", len(h.Answers()), 3000)
	same(t, "reflections", len(h.Reflections()), 3)
	damaged := strings.Replace(content(t, r.Path()), "seq = 2000\n", "seq = ?\n", 1)
	check(t, os.WriteFile(r.Path(), []byte(damaged), disk.FileMode))
	_, err := r.History()
	var corrupt *file.CorruptError
	if !errors.As(err, &corrupt) {
		t.Fatalf("got %v", err)
	}
	same(t, "line", corrupt.Line, 1+strings.Count(damaged[:strings.Index(damaged, "seq = ?")], "\n"))
	if !strings.Contains(corrupt.Message(), fmt.Sprintf("line %d of %s", corrupt.Line, r.Path())) {
		t.Fatal(corrupt.Message())
	}
}

func BenchmarkAppend(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		for _, synced := range []bool{true, false} {
			b.Run(fmt.Sprintf("answers=%d/fsync=%v", n, synced), func(b *testing.B) {
				o := written(b, long(b, n))
				if !synced {
					o.Disk = disktest.Unsynced()
				}
				r := must(Open(o))(b)
				must(r.Append(b.Context(), journal.Any, answer(0)))(b) // the day's backup
				for b.Loop() {
					must(r.Append(b.Context(), journal.Any, answer(1)))(b)
				}
			})
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprintf("answers=%d", n), func(b *testing.B) {
			o := written(b, long(b, n))
			for b.Loop() {
				must(Open(o))(b)
			}
		})
	}
}

func BenchmarkHistory(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("answers=%d", n), func(b *testing.B) {
			r := must(Open(written(b, long(b, n))))(b)
			debug.FreeOSMemory()
			for b.Loop() {
				must(r.History())(b)
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapSys-m.HeapReleased)/(1<<20), "heap-MiB")
		})
	}
}

func BenchmarkDailyBackup(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprintf("answers=%d", n), func(b *testing.B) {
			r := must(Open(written(b, long(b, n))))(b)
			day := noon
			for b.Loop() {
				day = day.Add(24 * time.Hour)
				r.now = at(day)
				must(r.Append(b.Context(), journal.Any, answer(1)))(b)
			}
		})
	}
}

// TestASecondWindowTakesWhatTheFirstMade: two first runs at once make one record, and both know it.
func TestASecondWindowTakesWhatTheFirstMade(t *testing.T) {
	dir := t.TempDir()
	first, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	second, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"}); err != nil {
		t.Fatal(err)
	}
	if err := second.Create(progress.Learner{Role: "student", Jurisdiction: "ie"}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("the second was told %v", err)
	}
	got, ok := second.Learner()
	same(t, "learner", got, progress.Learner{Role: "doctor", Jurisdiction: "uk"})
	same(t, "exists", ok, true)
}

// TestARecordThatIsGone is known by what it left; one that another window has just made is not gone.
func TestARecordThatIsGone(t *testing.T) {
	waiting := must(Open(options(t.TempDir())))(t)
	same(t, "never was", waiting.Lost(), nil)
	o := options(filepath.Join(t.TempDir(), "data"))
	early, r := must(Open(o))(t), must(Open(o))(t)
	check(t, r.Create(doctor))
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
	same(t, "just made", early.Lost(), nil)
	if _, exists := early.Learner(); !exists {
		t.Error("the window that was first to look does not know of the record")
	}

	check(t, os.WriteFile(r.Path(), nil, disk.FileMode))
	moved := must(r.SetAside())(t)
	same(t, "set aside", r.Lost(), error(&LostError{Backups: true, Aside: moved}))
	check(t, os.RemoveAll(r.backupFolder()))
	same(t, "set aside, without backups", r.Lost(), error(&LostError{Aside: moved}))
	check(t, r.Create(doctor))
	same(t, "after a new one", r.Lost(), nil)
}
