//go:build linux

package main

import (
	"bytes"
	"math"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatIsWorseIsSaid: worse than the baseline by more than the noise of either, or than the goal.
func TestWhatIsWorseIsSaid(t *testing.T) {
	goal, none := 2.0, 0.0
	for name, c := range map[string]struct {
		was, is Figure
		want    string
	}{
		"as it was":                    {Figure{Baseline: 1}, Figure{Baseline: 1}, ""},
		"better":                       {Figure{Baseline: 1}, Figure{Baseline: 0.5}, ""},
		"within the least noise":       {Figure{Baseline: 1}, Figure{Baseline: 1.09}, ""},
		"beyond the least noise":       {Figure{Baseline: 1}, Figure{Baseline: 1.11}, "worse than the baseline's 1"},
		"within the baseline's noise":  {Figure{Baseline: 1, Noise: 0.3}, Figure{Baseline: 1.29}, ""},
		"within its own noise":         {Figure{Baseline: 1}, Figure{Baseline: 1.29, Noise: 0.3}, ""},
		"beyond its own noise":         {Figure{Baseline: 1}, Figure{Baseline: 1.31, Noise: 0.3}, "worse than the baseline's 1"},
		"at the goal":                  {Figure{Baseline: 2, Goal: &goal}, Figure{Baseline: 2}, ""},
		"as it was, beyond the goal":   {Figure{Baseline: 2.1, Goal: &goal}, Figure{Baseline: 2.1}, "not within the goal of 2"},
		"nothing, where nothing is to": {Figure{Goal: &none}, Figure{}, ""},
		"something, where nothing is":  {Figure{Goal: &none}, Figure{Baseline: 1}, "worse"},
		"not measured":                 {Figure{Baseline: 1}, Figure{Baseline: math.NaN()}, "it was not measured"},
		"a few more allocations":       {Figure{Allocs: ptr(1000)}, Figure{Allocs: ptr(1100)}, ""},
		"more allocations":             {Figure{Allocs: ptr(1000)}, Figure{Allocs: ptr(1111)}, "1111 allocations where there were 1000"},
		"allocations not counted":      {Figure{Allocs: ptr(1000)}, Figure{}, "its allocations were not counted"},
	} {
		if got := c.was.judge(c.is); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func ptr(n float64) *float64 { return &n }

// TestOneTurnSaysLittleOfTimes, but that a figure was not measured, that it has more allocations, or that a steady one is worse.
func TestOneTurnSaysLittleOfTimes(t *testing.T) {
	for name, c := range map[string]struct {
		was, is Figure
		wrong   bool
	}{
		"slower":           {Figure{Baseline: 1}, Figure{Baseline: 9}, false},
		"steady, and more": {Figure{Baseline: 1, Steady: true}, Figure{Baseline: 9}, true},
		"not measured":     {Figure{Baseline: 1}, Figure{Baseline: math.NaN()}, true},
		"more allocations": {Figure{Allocs: ptr(100)}, Figure{Allocs: ptr(200)}, true},
	} {
		if got := c.was.judgeOnce(c.is); (got != "") != c.wrong {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestABaselineIsNotMadeOfNoise: what differs too much from turn to turn stays as it was, but for its allocations.
func TestABaselineIsNotMadeOfNoise(t *testing.T) {
	was := table{[]Figure{{Name: "quiet", Baseline: 1}, {Name: "noisy", Baseline: 1, Noise: 0.1, Allocs: ptr(5)}, {Name: "unmeasured", Baseline: 1}}}
	now := table{[]Figure{{Name: "quiet", Baseline: 2, Noise: 0.4}, {Name: "noisy", Baseline: 2, Noise: 0.6, Allocs: ptr(7)}, {Name: "unmeasured", Baseline: math.NaN()}}}
	renewed, stay := was.renewed(now)
	quiet, noisy, none := renewed.Figures[0], renewed.Figures[1], renewed.Figures[2]
	if quiet.Baseline != 2 || noisy.Baseline != 1 || noisy.Noise != 0.1 || *noisy.Allocs != 7 || none.Baseline != 1 || strings.Join(stay, ", ") != "noisy, unmeasured" {
		t.Errorf("%+v, and %v stay", renewed, stay)
	}
}

// TestARatioIsOfOneTurn: a computer that is busy in one turn is so for both.
func TestARatioIsOfOneTurn(t *testing.T) {
	f := Figure{Name: "start", Measured: "tutor", Against: "hello"}
	is := f.as(map[string][]float64{"tutor": {30, 300, 31}, "hello": {20, 200, 20}})
	if is.Baseline != 1.5 || is.Noise > 0.04 {
		t.Errorf("%v", is)
	}
	if is := f.as(map[string][]float64{"tutor": {30}}); !math.IsNaN(is.Baseline) {
		t.Errorf("without hello it is %v", is)
	}
}

// TestTheBaselineHoldsTogether: it reads, is written as it stands, and no figure in it stands twice or has no way to be measured.
func TestTheBaselineHoldsTogether(t *testing.T) {
	figures, err := readTable("baseline.toml")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range figures.Figures {
		if seen[f.Name] || (f.Measured == "") == (f.Benchmark == "") || (f.Package == "") != (f.Benchmark == "") || math.IsNaN(f.Baseline) {
			t.Errorf("%+v", f)
		}
		seen[f.Name] = true
	}
	path := filepath.Join(t.TempDir(), "again.toml")
	if err := figures.write(path); err != nil {
		t.Fatal(err)
	}
	again, err := readTable(path)
	var before, after bytes.Buffer
	if compare(&before, figures, figures, Figure.judgeAllocs) != 0 || compare(&after, again, again, Figure.judgeAllocs) != 0 || err != nil || before.String() != after.String() || len(seen) == 0 {
		t.Errorf("written and read again (%v):\n%s%s", err, &before, &after)
	}
}

func TestWhatABenchmarkSaysIsRead(t *testing.T) {
	out := "goos: linux\nBenchmarkExport/answers=10000/csv-2   \t      14\t  77871195 ns/op\t 16.73 heap-MiB\t48042352 B/op\t 389063 allocs/op\n" +
		"BenchmarkExport/answers=10000/csv-2   \t      12\t  99871195 ns/op\t 16.70 heap-MiB\t48042352 B/op\t 389060 allocs/op\nPASS\n"
	if is, ok := resultIn(out); !ok || is != (result{77871195, 389060}) {
		t.Errorf("%v, %v", is, ok)
	}
	if _, ok := resultIn("PASS\n"); ok {
		t.Error("nothing was said")
	}
	if got := patternOf("Export/answers=10000/csv"); got != "^BenchmarkExport$/^answers=10000$/^csv$" {
		t.Error(got)
	}
}

func TestATerminalAnswersWhatItIsAsked(t *testing.T) {
	if got := answersTo([]byte("\x1b[?2026$p\x1b[c")); got != "\x1b[?2026;2$y\x1b[?62;22c" {
		t.Errorf("%q", got)
	}
	if got := answersTo([]byte("plain")); got != "" {
		t.Errorf("%q", got)
	}
}
