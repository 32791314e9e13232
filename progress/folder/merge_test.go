// Merging two machines' records: united by what facts are, the same both ways, once and for all, and nothing else changed.

package folder

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/guidance/fuzztest"
	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// told is a record's facts in order, without their numbers: what a number names is told instead.
func told(t testing.TB, path string) (lines []string) {
	t.Helper()
	for i, e := range must(readEntries(path))(t) {
		lines = append(lines, fmt.Sprintf("%s %s %x %x", e.table, e.bare(), e.key, e.link.to))
		if e.seq < int64(i+1) {
			t.Fatalf("entry %d has the number %d", i+1, e.seq)
		}
	}
	return lines
}

// machine is a record in a folder of its own that begins as a copy of another.
func machine(t testing.TB, from *Folder) *Folder {
	t.Helper()
	dir := must(os.MkdirTemp(t.TempDir(), ""))(t)
	check(t, os.WriteFile(filepath.Join(dir, fileName), must(os.ReadFile(from.Path()))(t), disk.FileMode))
	return must(Open(options(dir)))(t)
}

// live uses a record as an evening would, and now and then sets the clock back. Machine b lives in odd seconds and the others in
// even ones: what two machines do alike in one second is one fact to a merge, and their orders may contradict each other.
func live(t testing.TB, rt *rapid.T, r *Folder, name string) {
	t.Helper()
	clock := noon
	if name == "b" {
		clock = clock.Add(time.Second)
	}
	for i := range rapid.IntRange(0, 8).Draw(rt, name) {
		clock = clock.Add(time.Duration(rapid.IntRange(-2, 10).Draw(rt, "seconds")) * 2 * time.Second)
		r.now = at(clock)
		last := must(file.InspectRegular(everyKind(), r.file))(t).Seq
		sitting := fmt.Sprint(name, "-", i)
		switch rapid.IntRange(0, 6).Draw(rt, "what") {
		case 0:
			must(r.Append(t.Context(), journal.Any, progress.Sitting{ID: sitting, Kind: progress.Assessment, Drawn: []string{"x"}}, progress.Answer{Sitting: sitting, Scenario: "x"},
				progress.Submit{Sitting: sitting}))(t)
		case 1:
			must(r.Append(t.Context(), journal.Any, progress.Undo{Of: rapid.Int64Range(1, last+1).Draw(rt, "of")}))(t)
		case 2:
			must(r.Append(t.Context(), journal.Any, progress.Reflection{Text: "same", Replaces: rapid.Int64Range(0, last+2).Draw(rt, "replaces")}))(t)
		case 3: // to and fro within a second
			must(r.Append(t.Context(), journal.Any, progress.Setting{Name: "theme", Value: "dark"}, progress.Setting{Name: "theme", Value: "light"}, progress.Setting{Name: "theme", Value: "dark"}))(t)
		case 4:
			mystery := fmt.Sprintf("\n[[mystery]]\nseq = %d\nby = %q\nat = %s\n", last+1, name, clock.Format(time.RFC3339))
			check(t, os.WriteFile(r.file, append(must(os.ReadFile(r.file))(t), mystery...), disk.FileMode))
		default:
			must(r.Append(t.Context(), journal.Any, answer(rapid.IntRange(0, 3).Draw(rt, "answer"))))(t)
		}
	}
}

func TestTwoMachinesMerged(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := created(t)
		live(t, rt, a, "both")
		b := machine(t, a)
		live(t, rt, a, "a")
		live(t, rt, b, "b")
		a2, b2 := machine(t, a), machine(t, b)

		ab, ba := must(a.Merge(b2.Path()))(t), must(b.Merge(a2.Path()))(t)
		same(t, "both ways", told(t, a.Path()), told(t, b.Path()))
		same(t, "in all", len(told(t, a.Path())), ab.OurFacts+ab.New)
		same(t, "in common", ab.InCommon, ba.InCommon)
		for _, once := range []*Folder{a2, b2} { // each machine's own facts, in its own order
			same(t, "its own order", slicesIn(told(t, a.Path()), told(t, once.Path())), told(t, once.Path()))
		}
		before := content(t, a.Path())
		again := must(a.Merge(b2.Path()))(t)
		same(t, "new the second time", again.New, 0)
		same(t, "backed up the second time", again.Backup, "")
		must(a.Merge(b.Path()))(t)
		must(a.Merge(a.Path()))(t)
		same(t, "the record after merging again", content(t, a.Path()), before)
	})
}

// slicesIn returns those of all that are among some.
func slicesIn(all, some []string) (in []string) {
	wanted := map[string]int{}
	for _, s := range some {
		wanted[s]++
	}
	for _, s := range all {
		if wanted[s]--; wanted[s] >= 0 {
			in = append(in, s)
		}
	}
	return in
}

func TestMergingRemapsWhatNamesAnotherByNumber(t *testing.T) {
	base := created(t, answer(0), progress.Reflection{Text: "first"})
	b := machine(t, base)
	base.now = at(noon.Add(time.Minute))
	must(base.Append(t.Context(), journal.Any, answer(1)))(t)
	b.now = at(noon.Add(time.Second))
	must(b.Append(t.Context(), journal.Any, answer(2), progress.Undo{Of: 3}, progress.Reflection{Text: "second", Replaces: 2}))(t)
	m := must(base.Merge(b.Path()))(t)
	same(t, "new", []int{m.New, m.NewAnswers, m.InCommon}, []int{3, 1, 2})
	h := must(base.History())(t)
	same(t, "answers", seqs(t, base), []int64{1, 3, 6})
	same(t, "undone", []bool{h.Counts(h.Answers()[0]), h.Counts(h.Answers()[1]), h.Counts(h.Answers()[2])}, []bool{true, false, true})
	same(t, "reflections", h.Reflections(), []progress.Reflection{{Seq: 5, Text: "second", Replaces: 2, At: noon.Add(time.Second)}})
	same(t, "the backup", strings.Count(content(t, m.Backup), "[[answer]]"), 2)
	must(base.Append(t.Context(), journal.Any, answer(3)))(t)
	same(t, "the next number", seqs(t, base), []int64{1, 3, 6, 7})
}

// Facts that are alike and are not the same: a setting that goes to and fro within a second, and two answers taken back in
// one second on two machines.
func TestWhatIsAlikeIsNotTheSame(t *testing.T) {
	a := created(t, answer(0), answer(1), progress.Setting{Name: "theme", Value: "dark"}, progress.Setting{Name: "theme", Value: "light"})
	b := machine(t, a)
	must(a.Append(t.Context(), journal.Any, progress.Undo{Of: 1}))(t)
	must(b.Append(t.Context(), journal.Any, progress.Undo{Of: 2}, progress.Setting{Name: "theme", Value: "dark"}))(t)
	same(t, "new", must(a.Merge(b.Path()))(t).New, 2)
	h := must(a.History())(t)
	theme, _ := h.Setting("theme")
	same(t, "theme", theme, "dark")
	same(t, "answers that count", len(h.Counted()), 0)
}

// A record that two machines' copies were joined in by hand has some facts twice under one number: they are one each.
func TestMergingIntoARecordJoinedByHand(t *testing.T) {
	text := long(t, 3)
	r := must(Open(written(t, text+strings.SplitAfter(text, "jurisdiction = \"uk\"\n")[1])))(t)
	later := answer(9)
	later.At = noon.Add(time.Hour)
	must(r.Merge(created(t, later).Path()))(t)
	same(t, "answers", seqs(t, r), []int64{1, 2, 3, 4})
}

func TestWhatMergingDoesNotKnowSurvives(t *testing.T) {
	ours := "# mine\nschema = 1\ncolour = \"blue\"\n\n[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"\n\n[odd]\nx = 1\n" +
		"\n[[answer]]\nseq = 7 # as it was\nmood = \"\"\"\nseq = 9\n\"\"\"\nmarks = 1\nof = 1\nat = 2026-11-22T09:30:00Z\n# a remark\n"
	theirs := "schema = 1\n[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"\n" +
		"[[mystery]]\r\nseq=2\r\nof = 5\r\nwhat = { a = [1, 2] }\r\nat = 2026-11-22T09:00:00Z\r\n[elsewhere]\r\nseq = 3\r\n"
	r := must(Open(written(t, ours)))(t)
	other := must(Open(written(t, theirs)))(t)
	must(r.Merge(other.Path()))(t)
	same(t, "the record", content(t, r.Path()), strings.SplitAfter(ours, "x = 1\n")[0]+
		"\n[[mystery]]\r\nseq = 1\nof = 5\r\nwhat = { a = [1, 2] }\r\nat = 2026-11-22T09:00:00Z\r\n[elsewhere]\r\nseq = 3\n"+
		"\n[[answer]]\nseq = 2\nmood = \"\"\"\nseq = 9\n\"\"\"\nmarks = 1\nof = 1\nat = 2026-11-22T09:30:00Z\n# a remark\n")
}

func TestAnEntryThatCannotBeRenumberedStopsTheMerge(t *testing.T) {
	odd := string(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: doctor})) + "\n[[answer]]\nmood = \"\"\"\nseq = 9\n\"\"\"\nseq = 7\nmarks = 1\nof = 1\nat = 2026-11-22T13:30:00Z\n"
	r := created(t, answers(2)...)
	before := content(t, r.Path())
	_, err := r.Merge(must(Open(written(t, odd)))(t).Path())
	says(t, err, "not merged", "edited by hand")
	same(t, "the record", content(t, r.Path()), before)
}

func TestConflictsAreNamed(t *testing.T) {
	base := created(t, progress.Sitting{ID: "s", Kind: progress.Assessment, Drawn: []string{"x"}}, answer(0))
	b := machine(t, base)
	must(base.Append(t.Context(), journal.Any, progress.Sitting{ID: "t", Drawn: []string{"x"}}, progress.Setting{Name: "theme", Value: "dark"}, progress.Submit{Sitting: "s", Pass: 0.4}))(t)
	must(b.Append(t.Context(), journal.Any, progress.Sitting{ID: "t", Drawn: []string{"y"}}, progress.Setting{Name: "theme", Value: "light"}, progress.Submit{Sitting: "s", Pass: 0.5}))(t)
	text := strings.Replace(content(t, b.Path()), `role = "doctor"`, `role = "student"`, 1)
	text = strings.Replace(text, "seconds = 41\n", "seconds = 41\nask = \"calm\"\n", 1) // which comes before the key at by any order but length
	check(t, os.WriteFile(b.Path(), []byte(text), disk.FileMode))

	m := must(base.PreviewMerge(b.Path()))(t)
	for i, words := range []string{`"student"`, `sitting "t"`, `setting "theme"`, `assessment "s"`, "Entry 2 of your record"} {
		if i >= len(m.Conflicts) || !strings.Contains(m.Conflicts[i], words) {
			t.Fatalf("conflict %d does not speak of %s: %q", i, words, m.Conflicts)
		}
	}
	same(t, "conflicts", len(m.Conflicts), 5)
	same(t, "merging says so too", must(base.Merge(b.Path()))(t).Conflicts, m.Conflicts)
	same(t, "the learner", strings.Contains(content(t, base.Path()), `role = "doctor"`), true)
	same(t, "the fuller entry is kept", strings.Contains(content(t, base.Path()), "calm"), true)
	same(t, "both sides are kept", len(told(t, base.Path())), 8)
}

// Two records that disagree about the order of what both have are put in the order of time, both ways the same.
func TestDisagreementAboutOrder(t *testing.T) {
	var facts []progress.Fact
	for i := range 4 {
		a := answer(i)
		a.At = noon.Add(time.Duration(i) * time.Minute)
		facts = append(facts, a)
	}
	a := created(t, facts[0], facts[1], facts[3])
	b := created(t, facts[2], facts[1], facts[0])
	a2 := machine(t, a)
	m := must(a.Merge(b.Path()))(t)
	same(t, "conflicts", len(m.Conflicts), 1)
	must(b.Merge(a2.Path()))(t)
	same(t, "both ways", told(t, a.Path()), told(t, b.Path()))
	var order []int
	for _, answer := range must(a.History())(t).Answers() {
		order = append(order, int(answer.At.Sub(noon).Minutes()))
	}
	same(t, "order", order, []int{0, 1, 2, 3})
}

func TestSomeoneElsesRecord(t *testing.T) {
	mine := created(t, progress.Sitting{ID: "mine"}, answer(0), answer(1))
	theirs := must(Open(options(t.TempDir())))(t)
	check(t, theirs.Create(doctor))
	theirs.now = at(noon.Add(time.Hour))
	must(theirs.Append(t.Context(), journal.Any, progress.Sitting{ID: "theirs"}, answer(0)))(t)
	before := content(t, mine.Path())
	m := must(mine.PreviewMerge(theirs.Path()))(t)
	same(t, "a stranger", m.Stranger(), true)
	same(t, "what it says", m, Merged{Path: theirs.Path(), Learner: doctor, Ours: doctor, OurFacts: 3, Facts: 2, Answers: 1,
		First: noon.Add(time.Hour), Last: noon.Add(time.Hour), New: 2, NewAnswers: 1})
	same(t, "a preview changes nothing", content(t, mine.Path()), before)
	own := machine(t, mine)
	same(t, "one's own", must(own.PreviewMerge(mine.Path()))(t).Stranger(), false)
	empty := created(t)
	same(t, "into an empty record", must(empty.PreviewMerge(theirs.Path()))(t).Stranger(), false)
}

func TestMergingIntoNothingTakesTheFile(t *testing.T) {
	theirs := created(t, answers(3)...)
	r := must(Open(options(filepath.Join(t.TempDir(), "new", "machine"))))(t)
	m := must(r.Merge(theirs.Path()))(t)
	same(t, "new", m.NewAnswers, 3)
	same(t, "the record", content(t, r.Path()), content(t, theirs.Path()))
	learner, exists := r.Learner()
	same(t, "learner", learner, doctor)
	same(t, "exists", exists, true)
}

func TestWhatCannotBeMerged(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		content string
		words   []string
	}{
		"letter.txt":   {"Dear colleague,\n", []string{"not merged", "letter.txt does not read as a record"}},
		"empty.toml":   {"", []string{"not merged", "empty.toml does not read as a record", "the file is empty"}},
		"newer.toml":   {"schema = 9\n", []string{"not merged", "newer Probity", "version 9"}},
		"damaged.toml": {strings.Replace(long(t, 4), "seq = 2", "seq = ?", 1), []string{"not merged", "damaged.toml does not read"}},
		"nuls.toml":    {strings.Repeat("\x00", 5000), []string{"not merged", "nuls.toml does not read"}},
	} {
		r := created(t, answers(2)...)
		before := content(t, r.Path())
		path := filepath.Join(dir, name)
		check(t, os.WriteFile(path, []byte(c.content), disk.FileMode))
		_, err := r.Merge(path)
		says(t, err, c.words...)
		same(t, "the record", content(t, r.Path()), before)
	}
	r := created(t)
	for path, said := range map[string]string{
		dir: "is a folder", filepath.Join(dir, "absent"): "absent. Check the name and the folder", os.DevNull: "is no file on a disk",
	} {
		_, err := r.Merge(path)
		says(t, err, "not merged", said)
	}
}

func TestATornFileIsMergedAsFarAsItIsWhole(t *testing.T) {
	r := created(t)
	other := must(Open(written(t, long(t, 3)+"\n[[answer]]\nseq = 4\n")))(t)
	same(t, "new", must(r.Merge(other.Path()))(t).New, 3)
	torn := must(Open(written(t, long(t, 2)+"\n[[answer]]\nseq = 3\nmarks")))(t)
	must(torn.Merge(r.Path()))(t)
	same(t, "answers", seqs(t, torn), []int64{1, 2, 3})
	same(t, "set aside", len(must(torn.Aside())(t)), 1)
}

func TestFault02TheLastStepOfAMergeFails(t *testing.T) {
	other, r := created(t, answers(4)...), created(t, answer(9))
	calls := 0
	r.disk.SyncFolder = func(string) error {
		if calls++; calls > 1 {
			return errors.New("injected")
		}
		return nil
	}
	_, err := r.Merge(other.Path())
	says(t, err, "is merged into your record", "power cut")
	same(t, "answers", len(seqs(t, r)), 5)
}

// Whatever is given as a file, the record is as it was or has more, reads whole, and has it once and for all.
func FuzzMerge(f *testing.F) {
	for _, text := range []string{long(f, 2), "", "schema = 2\n", string(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: doctor})) + "\n[[undo]]\nseq = 1\nof = 1\nat = 2026-11-22T09:30:00Z\n"} {
		f.Add([]byte(text))
	}
	f.Add(must(os.ReadFile("../journal/file/testdata/contract.toml"))(f))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzztest.Within(t, len(text), 1)
		path := filepath.Join(t.TempDir(), "other.toml")
		check(t, os.WriteFile(path, text, disk.FileMode))
		r := must(Open(written(t, long(t, 3))))(t)
		before, mine := content(t, r.Path()), told(t, r.Path())
		m, err := r.Merge(path)
		if err != nil || m.New == 0 {
			same(t, "the record", content(t, r.Path()), before)
			return
		}
		same(t, "what was there", slicesIn(told(t, r.Path()), mine), mine)
		after := content(t, r.Path())
		same(t, "new the second time", must(r.Merge(path))(t).New, 0)
		same(t, "the record", content(t, r.Path()), after)
		must(r.Append(t.Context(), journal.Any, answer(4)))(t)
	})
}

// BenchmarkMerge merges a record into one that has as many answers, all of them others.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("answers=%d", n), func(b *testing.B) {
			text := long(b, n)
			other := must(Open(written(b, strings.ReplaceAll(text, "seconds = 41", "seconds = 42"))))(b)
			b.ReportAllocs()
			for b.Loop() {
				must(must(Open(written(b, text)))(b).Merge(other.Path()))(b)
			}
		})
	}
}

// BenchmarkRestore goes back to a backup, and says before what would be lost.
func BenchmarkRestore(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("answers=%d", n), func(b *testing.B) {
			r := must(Open(written(b, long(b, n))))(b)
			backup := Backup{Path: must(r.BackUpNow())(b)}
			must(r.Append(b.Context(), journal.Any, answer(0)))(b)
			b.ReportAllocs()
			for b.Loop() {
				must(r.WouldLose(backup))(b)
				check(b, os.Remove(must(r.RestoreOver(backup))(b)))
			}
		})
	}
}

// BenchmarkForget erases a reflection from a record and its backup.
func BenchmarkForget(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("answers=%d", n), func(b *testing.B) {
			r := must(Open(written(b, long(b, n))))(b)
			b.ReportAllocs()
			for b.Loop() {
				saved := must(r.Append(b.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: "What I would do another time."}))(b)
				must(r.ForgetReflection(saved[0].(progress.Reflection)))(b)
			}
		})
	}
}
