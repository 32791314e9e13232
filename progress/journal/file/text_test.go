// The record as text: what is written, what is read back, and that no text can pass for something else.

package file

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"probity/guidance/fuzztest"
	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

func TestTheRecordReadsAsTheContractShows(t *testing.T) {
	r := created(t)
	must(r.Append(t.Context(), journal.Any,
		progress.Sitting{ID: "20261122-092811-k3f9", Kind: progress.Practice, Drawn: []string{"friend-request-after-discharge", "late-night-post"},
			Seed: 7, Library: "1.0.0", At: time.Date(2026, 11, 22, 9, 28, 11, 999, time.FixedZone("", 0))},
		progress.Answer{Sitting: "20261122-092811-k3f9", Scenario: "friend-request-after-discharge", Revision: 1, Topic: "boundaries",
			Principle: "friend-requests", Format: "best", Chosen: []string{"b"}, Marks: 1, Of: 1, Chance: 0.2, Sure: 2, Seconds: 41},
		progress.Answer{Chosen: nil, Chance: 1.0 / 3},
		progress.Reflection{Scenario: "friend-request-after-discharge", Text: "one\n[[answer]]\nat = \"two\"\x1b"},
		progress.Reflection{Text: "better", Replaces: 4, At: time.Date(2026, 11, 22, 14, 0, 0, 0, time.FixedZone("", 7200))},
		progress.Setting{Name: "role", Value: "student"},
	))(t)
	same(t, "the record", content(t, r.Path()), content(t, filepath.Join("testdata", "contract.toml")))
}

func TestWhatCannotBeWrittenIsRefused(t *testing.T) {
	r := created(t)
	before := content(t, r.Path())
	for name, fact := range map[string]progress.Fact{
		"too long":     progress.Reflection{Text: strings.Repeat("x", tables.MaxFact)},
		"not a number": progress.Answer{Marks: math.NaN()},
		"infinite":     progress.Answer{Of: math.Inf(1)},
		"no such year": progress.Setting{At: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		_, err := r.Append(t.Context(), journal.Any, answer(0), fact)
		if err == nil {
			t.Errorf("%s: saved", name)
		}
	}
	same(t, "the record", content(t, r.Path()), before)
}

// Cut anywhere, a record keeps every whole fact before the cut, and the rest is set aside.
func TestACutRecordKeepsWhatIsWhole(t *testing.T) {
	text := long(t, 3)
	head := len(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: doctor}))
	for cut := head; cut < len(text); cut++ {
		o := written(t, text[:cut])
		r := must(Open(o))(t)
		var want []int64
		for i := range strings.Count(text[:cut], "00Z") {
			want = append(want, int64(i+1))
		}
		same(t, fmt.Sprintf("answers after a cut at %d", cut), seqs(t, r), want)
		must(r.Append(t.Context(), journal.Any, answer(0)))(t)
		same(t, fmt.Sprintf("answers after the next at %d", cut), seqs(t, r), append(want, int64(len(want)+1)))
		kept := strings.TrimSpace(strings.Join(torn(t, filepath.Dir(o.Path)), ""))
		whole := head
		if len(want) > 0 {
			whole += strings.LastIndex(text[head:cut], "00Z") + 3
		}
		same(t, fmt.Sprintf("set aside after a cut at %d", cut), kept, strings.TrimSpace(text[whole:cut]))
	}
}

// torn returns what was set aside in a folder.
func torn(t *testing.T, dir string) (texts []string) {
	t.Helper()
	for _, path := range must(filepath.Glob(filepath.Join(dir, "progress.torn-*.toml")))(t) {
		texts = append(texts, content(t, path))
	}
	return texts
}

func TestATornTailIsSetAsideOnce(t *testing.T) {
	for name, tail := range map[string]string{
		"a cut":               "\n[[answer]]\nseq = 3\nsitting = \"2026",
		"NUL bytes":           strings.Repeat("\x00", 5000),
		"many NUL bytes":      strings.Repeat("\x00", 5<<20),
		"a cut and NUL bytes": "\n[[answer]]\nseq = 3\n" + strings.Repeat("\x00", 100),
		"a cut letter":        "\n[[reflection]]\nseq = 3\ntext = \"caf\xc3",
		"a cut time":          "\n[[setting]]\nseq = 3\nat = 2026-11-22T09:30:00",
		"a long one":          "\n[[reflection]]\nseq = 3\ntext = \"" + strings.Repeat("x", 3<<20),
	} {
		t.Run(name, func(t *testing.T) {
			o := written(t, long(t, 2)+tail)
			r := must(Open(o))(t)
			same(t, "answers", seqs(t, r), []int64{1, 2})
			same(t, "files after reading", names(t, filepath.Dir(o.Path)), []string{fileName})
			if told := r.Notices(); len(told) != 1 || !strings.Contains(told[0], "not completely written") {
				t.Fatalf("told on opening: %q", told)
			}
			must(r.Append(t.Context(), journal.Any, answer(2)))(t)
			same(t, "set aside", strings.TrimSpace(torn(t, filepath.Dir(o.Path))[0]), strings.TrimSpace(tail))
			if told := r.Notices(); len(told) != 1 || !strings.Contains(told[0], "progress.torn-20261122-120000.toml") {
				t.Fatalf("told: %q", told)
			}
			must(r.Append(t.Context(), journal.Any, answer(3)))(t)
			same(t, "answers", seqs(t, r), []int64{1, 2, 3, 4})
			same(t, "set aside in all", len(torn(t, filepath.Dir(o.Path))), 1)
		})
	}
}

func TestHandEditedForms(t *testing.T) {
	text := long(t, 3)
	for name, edited := range map[string]string{
		"line breaks as on Windows": strings.ReplaceAll(text, "\n", "\r\n"),
		"a byte-order mark":         "\ufeff" + text,
		"numbers with a point":      strings.ReplaceAll(text, "marks = 1", "marks = 1.0"),
		"no blank lines":            strings.ReplaceAll(text, "\n\n", "\n"),
		"several lines of text":     strings.ReplaceAll(text, `format = "best"`, "format = \"\"\"\nbest\nof all\"\"\""),
		"a remark at the end":       text + "# done\n",
		"a remark without its line": text + "# done",
	} {
		t.Run(name, func(t *testing.T) {
			r := must(Open(written(t, edited)))(t)
			same(t, "answers", seqs(t, r), []int64{1, 2, 3})
			must(r.Append(t.Context(), journal.Any, answer(3)))(t)
			same(t, "answers", seqs(t, r), []int64{1, 2, 3, 4})
		})
	}
}

// Whatever the bytes: reading ends, what is read is in order, and both ways of reading agree on where the facts end.
// Run it with -fuzzminimizetime=20x: each try writes files, and making inputs small takes minutes otherwise.
func FuzzScan(f *testing.F) {
	f.Add([]byte(long(f, 2)))
	f.Add([]byte(long(f, 1) + "\n[[answer]]\nseq = 2\n"))
	f.Add([]byte(long(f, 1) + "\n[[x]]\nseq = 2\nat = 2026-11-22T09:30:00Z\ny = \"\"\"\n\"\"\"\n\x00"))
	f.Add([]byte("schema = 1\n[learner]\nrole=''\njurisdiction=''\n["))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzztest.Within(t, len(text), 1)
		path := filepath.Join(t.TempDir(), fileName)
		check(t, os.WriteFile(path, text, disk.FileMode))
		reading := ReadAll(kinds(), path, func(progress.Fact) {})
		file := must(os.Open(path))(t)
		defer file.Close()
		s, err := Inspect(kinds(), file, path)
		if err != nil && reading == nil {
			t.Fatalf("read whole, but inspected: %v", err)
		}
		if err != nil || reading != nil || s.Newer() {
			return
		}
		seq, end := lastWhole(text, s.Start)
		same(t, "number of the last whole fact", s.Seq, seq)
		same(t, "end of the last whole fact", s.End, end)
		r := must(Open(options(filepath.Dir(path))))(t)
		saved := must(r.Append(t.Context(), journal.Any, progress.Setting{Name: "x"}))(t)
		var numbers []int64
		check(t, ReadAll(kinds(), path, func(fact progress.Fact) { numbers = append(numbers, progress.Seq(fact)) }))
		same(t, "last number", numbers[len(numbers)-1], progress.Seq(saved[0]))
		same(t, "the highest is the last", slices.Max(numbers), progress.Seq(saved[0]))
		if !utf8.ValidString(content(t, path)) {
			t.Fatal("the record is not UTF-8")
		}
	})
}

// lastWhole finds by reading forward what inspect finds from the end.
func lastWhole(text []byte, start int64) (seq, end int64) {
	end = start
	for _, stretch := range tables.Split(text[start:]) {
		if p := tables.Parse(kinds(), stretch); p.Size > 0 {
			seq, end = p.Seq, start+int64(p.Size)
		}
		start += int64(len(stretch))
	}
	return seq, end
}
