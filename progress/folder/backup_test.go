// Backups: which are kept, what each is said to hold, one made when asked for, and a restore drill of every generation.

package folder

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/progress/journal"
)

// madeOn are backups of the days given, as 2026-11-22, or moments, as 2026-11-22-143005.
func madeOn(names ...string) (all []dated) {
	for _, name := range names {
		at, _ := backupDate("progress-" + name + ".toml")
		all = append(all, dated{name, at})
	}
	return all
}

func TestWhichBackupsAreKept(t *testing.T) {
	for name, c := range map[string]struct{ made, gone []string }{
		"one":        {[]string{"2026-11-22"}, nil},
		"seven days": {[]string{"2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"}, nil},
		"the eighth of a week ago": {[]string{"2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29",
			"2026-11-30"}, []string{"2026-11-23"}},
		"weeks apart": {[]string{"2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"},
			[]string{"2026-10-05"}}, // seven days, and the newest of October is among them
		"years apart": {[]string{"2020-01-01", "2022-01-01", "2024-01-01", "2026-01-01"}, nil},
		"of a clock that was ahead": {[]string{"2036-01-01", "2036-01-02", "2036-01-03", "2036-01-04", "2036-01-05", "2036-01-06", "2036-01-07", "2036-01-08",
			"2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"}, nil},
		"of a clock that is behind": {[]string{"2026-11-20", "2026-11-21", "2026-11-22", "1970-01-01"}, nil},
		"several in a day": {[]string{"2026-11-21", "2026-11-21-090000", "2026-11-21-150000", "2026-11-22", "2026-11-22-080000", "2026-11-22-080001"},
			[]string{"2026-11-21-090000", "2026-11-21"}},
	} {
		all := madeOn(c.made...)
		var gone []string
		for _, b := range surplus(all, c.made[len(c.made)-1]) {
			gone = append(gone, b.path)
		}
		same(t, name, gone, c.gone)
	}
}

// A year of daily use leaves seven days, four weeks and twelve months at most, and they reach back a year.
func TestAYearOfDailyUse(t *testing.T) {
	var all []dated
	for day := range 366 {
		name := noon.AddDate(0, 0, day).Format(time.DateOnly)
		all = append(all, madeOn(name)...)
		for _, b := range surplus(all, name) {
			all = without(all, b)
		}
		if len(all) > 7+4+12 {
			t.Fatalf("%d backups after %d days", len(all), day+1)
		}
	}
	var days []string
	for _, b := range all {
		days = append(days, b.path)
	}
	same(t, "kept", strings.Join(days, " "), "2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 "+
		"2027-08-31 2027-09-30 2027-10-31 2027-11-07 2027-11-14 2027-11-16 2027-11-17 2027-11-18 2027-11-19 2027-11-20 2027-11-21 2027-11-22")
}

func without(all []dated, gone dated) (rest []dated) {
	for _, b := range all {
		if b.path != gone.path {
			rest = append(rest, b)
		}
	}
	return rest
}

// Whatever the days, in whatever order the clock gave them: the one just made stays, and so does the newest of all.
func TestPruningIsSafeWithAnyClock(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var all []dated
		for i, day := range rapid.SliceOfN(rapid.IntRange(-800, 800), 1, 60).Draw(rt, "days") {
			made := dated{fmt.Sprint(i), noon.AddDate(0, 0, day).Truncate(24 * time.Hour)}
			all = append(without(all, made), made)
			kept := all
			for _, b := range surplus(all, made.path) {
				kept = without(kept, b)
			}
			newest := made
			for _, b := range all {
				if b.at.After(newest.at) {
					newest = b
				}
			}
			for _, must := range []dated{made, newest} {
				if len(without(kept, must)) == len(kept) {
					rt.Fatalf("%v went from %v", must, all)
				}
			}
			all = kept
		}
	})
}

func TestBackUpNow(t *testing.T) {
	r := created(t, answers(3)...)
	first := must(r.BackUpNow())(t)
	must(r.Append(t.Context(), journal.Any, answer(3)))(t)
	second := must(r.BackUpNow())(t)
	same(t, "names", []string{filepath.Base(first), filepath.Base(second)},
		[]string{"progress-2026-11-22-120000.toml", "progress-2026-11-22-120001.toml"})
	same(t, "the copy", content(t, second), content(t, r.Path()))
	var held []int
	for _, b := range must(r.Backups())(t) {
		held = append(held, b.Answers)
	}
	same(t, "what they hold, newest first", held, []int{4, 3, 0})
}

func TestBackUpNowWithoutARecord(t *testing.T) {
	_, err := must(Open(options(t.TempDir())))(t).BackUpNow()
	says(t, err, "No backup was made", "there is no record yet. It begins with your first answer.")
}

// says checks that an error tells a clinician, among other things, each of the words.
func says(t testing.TB, err error, words ...string) {
	t.Helper()
	told, ok := err.(interface{ Message() string })
	if !ok {
		t.Fatalf("got %v, which has no words for a clinician", err)
	}
	for _, word := range words {
		if !strings.Contains(told.Message(), word) {
			t.Fatalf("the message lacks %q: %s", word, told.Message())
		}
	}
}

// TestRestoreDrill restores every backup that two years of use left, each over the last record, and finds in each what the
// record held on its day.
func TestRestoreDrill(t *testing.T) {
	r := created(t)
	held := map[string]int{}
	answered := 0
	for day := 0; day < 730; day += 1 + day%3 {
		r.now = at(noon.AddDate(0, 0, day))
		held[r.now().Format(time.DateOnly)] = answered
		must(r.Append(t.Context(), journal.Any, answer(day)))(t)
		answered++
	}
	backups := must(r.Backups())(t)
	if len(backups) < 15 || len(backups) > 23 {
		t.Fatalf("%d backups are left", len(backups))
	}
	for _, b := range backups {
		want := held[b.Date.Format(time.DateOnly)]
		same(t, b.Path+" says", b.Answers, want)
		had := len(seqs(t, r))
		loss := must(r.WouldLose(b))(t)
		same(t, "answers to be lost", loss.Answers, had-want)
		kept := must(r.RestoreOver(b))(t)
		same(t, "answers restored", len(seqs(t, r)), want)
		same(t, "byte for byte", content(t, r.Path()), content(t, b.Path))
		same(t, "answers kept", examined(dated{path: kept}).Answers, had)
	}
}
