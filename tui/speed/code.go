//go:build linux

// Benchmarks of the code, each beside a computation that never changes: so it does not matter how fast the computer is.

package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// tries is how often a benchmark is run in a turn, and the yardstick before it and after it. The fastest counts: what else the computer does can only
// make it slower.
const tries = 5

// yardstick is how long a fixed computation takes: hashing, sorting, maps and small texts.
func yardstick() time.Duration {
	fastest := time.Duration(math.MaxInt64)
	for range tries {
		began := time.Now()
		compute()
		fastest = min(fastest, time.Since(began))
	}
	return fastest
}

// compute is the yardstick's work. It must stay as it is: a baseline is measured in it.
func compute() (sum int) {
	counts := map[string]int{}
	digest := sha256.Sum256([]byte("yardstick"))
	for range 20_000 {
		digest = sha256.Sum256(digest[:])
		counts[strconv.Itoa(int(digest[0])<<8|int(digest[1]))]++
	}
	names := make([]string, 0, len(counts))
	for name := range counts {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		sum += i * counts[name]
	}
	return sum
}

// code is the benchmarks that the figures name.
type code struct {
	programs   map[string]string // by package
	benchmarks []Figure
}

// buildCode builds the test programs of all packages whose benchmarks are figures.
func buildCode(ctx context.Context, folder string, figures []Figure) (*code, error) {
	c := &code{programs: map[string]string{}}
	for _, f := range figures {
		if f.Benchmark == "" {
			continue
		}
		c.benchmarks = append(c.benchmarks, f)
		if c.programs[f.Package] != "" {
			continue
		}
		c.programs[f.Package] = filepath.Join(folder, strings.ReplaceAll(f.Package, "/", "-")+".test")
		if err := command(ctx, "go", "test", "-c", "-o", c.programs[f.Package], "./"+f.Package); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// run runs all benchmarks for so long each, and notes what each took.
func (c *code) run(ctx context.Context, each string, note func(name string, time, allocs float64)) error {
	for _, f := range c.benchmarks {
		before := yardstick()
		cmd := exec.CommandContext(ctx, c.programs[f.Package], "-test.run", "^$", "-test.bench", patternOf(f.Benchmark), "-test.benchtime", each, "-test.count", strconv.Itoa(tries), "-test.benchmem")
		cmd.Dir, cmd.Stderr = f.Package, os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return fmt.Errorf("%s: %w: %s", f.Name, err, out)
		}
		is, ok := resultIn(string(out))
		if !ok {
			return fmt.Errorf("%s: %s has no benchmark %s", f.Name, f.Package, f.Benchmark)
		}
		note(f.key(), is.time/float64(min(before, yardstick())), is.allocs)
	}
	return nil
}

// patternOf names one benchmark for the testing package, which takes an expression for each part of its name.
func patternOf(benchmark string) string {
	parts := strings.Split("Benchmark"+benchmark, "/")
	for i, part := range parts {
		parts[i] = "^" + regexp.QuoteMeta(part) + "$"
	}
	return strings.Join(parts, "/")
}

// result is what a benchmark says.
type result struct{ time, allocs float64 }

// line is how a benchmark says it.
var line = regexp.MustCompile(`(?m)^Benchmark.*\s([\d.]+) ns/op.*?\s(\d+) allocs/op`)

// resultIn finds what a benchmark says: the fastest of its tries, and the fewest allocations; false if it says nothing.
func resultIn(out string) (is result, ok bool) {
	is = result{math.Inf(1), math.Inf(1)}
	for _, found := range line.FindAllStringSubmatch(out, -1) {
		time, _ := strconv.ParseFloat(found[1], 64)
		allocs, _ := strconv.ParseFloat(found[2], 64)
		is, ok = result{min(is.time, time), min(is.allocs, allocs)}, true
	}
	return is, ok
}

// command runs a program of the Go tools.
func command(ctx context.Context, name string, args ...string) error {
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}
