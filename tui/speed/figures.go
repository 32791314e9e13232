//go:build linux

// Figures: what is measured, what it was when it was last thought good, what it is to be, and which is worse than that.

package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/BurntSushi/toml"
)

// Figure is one line of the baseline. All are better when they are smaller.
type Figure struct {
	Name      string   `toml:"name"`
	Measured  string   `toml:"measured,omitempty"`  // what of a turn it is made of,
	Against   string   `toml:"against,omitempty"`   // and what of the same turn that is divided by; "" for a figure that is no ratio
	Package   string   `toml:"package,omitempty"`   // in place of these, the package of a benchmark,
	Benchmark string   `toml:"benchmark,omitempty"` // and its name: it is divided by the yardstick of the same run
	Goal      *float64 `toml:"goal,omitempty"`      // nil for a figure that is only to get no worse
	Baseline  float64  `toml:"baseline"`
	Noise     float64  `toml:"noise"`            // by which share a turn is above or below
	Steady    bool     `toml:"steady,omitempty"` // it hardly differs from turn to turn: one turn is compared too
	Allocs    *float64 `toml:"allocs,omitempty"` // of the first run of a benchmark, which hardly differ
}

// table is a file of figures.
type table struct {
	Figures []Figure `toml:"figure"`
}

// readTable reads the figures of a file.
func readTable(path string) (table, error) {
	var t table
	meta, err := toml.DecodeFile(path, &t)
	if unknown := meta.Undecoded(); err == nil && len(unknown) > 0 {
		err = fmt.Errorf("%s has a key that is not known: %s", path, unknown[0])
	}
	return t, err
}

// write writes the figures to a file.
func (t table) write(path string) error {
	var text bytes.Buffer
	text.WriteString("# What is measured, what it was, and what it is to be: see docs/speed.md. `go run ./tui/speed -update` writes baseline, noise and allocs anew.\n\n")
	e := toml.NewEncoder(&text)
	e.Indent = ""
	if err := e.Encode(t); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

// least is the noise that every figure may have.
const least = 0.1

// allocsMayDiffer is by which share allocations may: a new Go may have others.
const allocsMayDiffer = 0.1

// key is the name under which a figure's values are noted.
func (f Figure) key() string {
	if f.Benchmark != "" {
		return f.Package + "." + f.Benchmark
	}
	return f.Measured
}

// values are what each turn says.
func (f Figure) values(measured map[string][]float64) (all []float64) {
	over, under := measured[f.key()], measured[f.Against]
	if f.Against == "" {
		return over
	}
	for i := range min(len(over), len(under)) {
		all = append(all, over[i]/under[i])
	}
	return all
}

// middle returns the median of some values and how far, as a share of it, half of them are from it at the most.
func middle(values []float64) (median, noise float64) {
	if len(values) == 0 {
		return math.NaN(), 0
	}
	sorted := slices.Sorted(slices.Values(values))
	at := func(share float64) float64 { return sorted[int(math.Round(share*float64(len(sorted)-1)))] }
	median = at(0.5)
	if median > 0 {
		noise = max(at(0.75)-median, median-at(0.25)) / median
	}
	return median, noise
}

// judge says what is wrong with a figure as it was measured; "" if nothing is.
func (f Figure) judge(is Figure) string {
	const unlike = "it was not measured"
	most := f.Baseline * (1 + max(least, f.Noise, is.Noise))
	switch {
	case math.IsNaN(is.Baseline):
		return unlike
	case is.Baseline > most:
		return fmt.Sprintf("worse than the baseline's %.4g by more than the noise", f.Baseline)
	case f.Goal != nil && is.Baseline > *f.Goal:
		return fmt.Sprintf("not within the goal of %.4g", *f.Goal)
	}
	return f.judgeAllocs(is)
}

// judgeAllocs says what is wrong with the allocations of a benchmark.
func (f Figure) judgeAllocs(is Figure) string {
	switch {
	case f.Allocs == nil:
		return ""
	case is.Allocs == nil:
		return "its allocations were not counted"
	case *is.Allocs > *f.Allocs*(1+allocsMayDiffer)+10:
		return fmt.Sprintf("%.0f allocations where there were %.0f", *is.Allocs, *f.Allocs)
	}
	return ""
}

// as is the figure as it was measured.
func (f Figure) as(measured map[string][]float64) Figure {
	f.Baseline, f.Noise = middle(f.values(measured))
	if f.Benchmark != "" {
		f.Allocs = nil
		if counted := measured[f.key()+" allocs"]; len(counted) > 0 {
			f.Allocs = &counted[0]
		}
	}
	return f
}

// judgeOnce is judge for a single turn, which says little of times.
func (f Figure) judgeOnce(is Figure) string {
	if f.Steady || math.IsNaN(is.Baseline) {
		return f.judge(is)
	}
	return f.judgeAllocs(is)
}

// tooNoisy is the noise above which a figure is no baseline for others.
const tooNoisy = 0.5

// renewed are the figures of the baseline as they are now, but for those that differ too much from turn to turn: these stay as they were, and are named.
func (t table) renewed(now table) (renewed table, stay []string) {
	for i, was := range t.Figures {
		is := now.Figures[i]
		if is.Noise > tooNoisy || math.IsNaN(is.Baseline) {
			stay = append(stay, was.Name)
			is.Baseline, is.Noise = was.Baseline, was.Noise
		}
		renewed.Figures = append(renewed.Figures, is)
	}
	return renewed, stay
}

// compare prints every figure beside the baseline, and returns what is wrong with how many.
func compare(w io.Writer, baseline, now table, judge func(was, is Figure) string) (wrong int) {
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(columns, "figure\tbaseline\tgoal\tnow\t±\t")
	for i, was := range baseline.Figures {
		is, goal := now.Figures[i], "–"
		if was.Goal != nil {
			goal = fmt.Sprintf("%.4g", *was.Goal)
		}
		said := judge(was, is)
		if said != "" {
			wrong++
		}
		fmt.Fprintf(columns, "%s\t%.3g\t%s\t%.3g\t%.0f %%\t%s\n", was.Name, was.Baseline, goal, is.Baseline, 100*is.Noise, said)
	}
	_ = columns.Flush() // who does not read it has no use for an error either
	return wrong
}
