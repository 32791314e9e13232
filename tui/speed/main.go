//go:build linux

// Speed measures how fast the tutor is, at a terminal of its own and in benchmarks, and compares that with the baseline beside it. At the terminal it
// takes turns with hello, the least program of its kind, and the code with a fixed computation: so only ratios count, and any computer will do.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
)

const baselinePath = "tui/speed/baseline.toml"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		stop()
		os.Exit(1)
	}
}

// options are what is asked for.
type options struct {
	turns  int
	once   bool
	update bool
	out    string
}

func run(ctx context.Context) error {
	var o options
	flag.IntVar(&o.turns, "turns", 10, "how many turns the programs take")
	flag.BoolVar(&o.once, "once", false, "one turn, which shows that all can be measured; of the figures only those are compared that hardly differ, such as allocations")
	flag.BoolVar(&o.update, "update", false, "make what is measured the baseline")
	flag.StringVar(&o.out, "o", "", "write the figures to this file")
	flag.Parse()
	if o.once {
		o.turns = 1
	}
	baseline, err := readTable(baselinePath)
	if err != nil {
		return fmt.Errorf("start this at the root of the repository: %w", err)
	}
	measured, err := measure(ctx, baseline, o.turns, o.once)
	if err != nil {
		return err
	}
	return conclude(baseline, measured, o)
}

// conclude says what the figures are and which is worse than it should be.
func conclude(baseline table, measured map[string][]float64, o options) error {
	now := table{}
	for _, f := range baseline.Figures {
		now.Figures = append(now.Figures, f.as(measured))
	}
	judge := Figure.judge
	if o.once {
		judge = Figure.judgeOnce
	}
	wrong := compare(os.Stdout, baseline, now, judge)
	var err error
	if o.out != "" {
		err = now.write(o.out)
	}
	if o.update {
		renewed, stay := baseline.renewed(now)
		for _, name := range stay {
			fmt.Printf("%s: differs too much from turn to turn, so its baseline stays: measure on a computer that does nothing else\n", name)
		}
		return errors.Join(err, renewed.write(baselinePath))
	}
	if err == nil && wrong > 0 {
		err = fmt.Errorf("%d figures are worse than they should be", wrong)
	}
	return err
}

// measure measures everything so many times.
func measure(ctx context.Context, figures table, turns int, once bool) (map[string][]float64, error) {
	folder, err := os.MkdirTemp("", "probity-speed-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	b, err := prepare(ctx, folder)
	if err != nil {
		return nil, err
	}
	c, err := buildCode(ctx, folder, figures.Figures)
	if err != nil {
		return nil, err
	}
	err = c.run(ctx, "1x", func(name string, time, allocs float64) {
		b.note(name+" allocs", allocs)
		if once {
			b.note(name, time)
		}
	})
	for i := 0; i < turns && err == nil && ctx.Err() == nil; i++ {
		fmt.Fprintf(os.Stderr, "turn %d of %d\n", i+1, turns)
		if err = b.turn(); err == nil && !once {
			err = c.run(ctx, "20ms", func(name string, time, _ float64) { b.note(name, time) })
		}
	}
	if err == nil {
		err = ctx.Err()
	}
	return b.measured, err
}

// prepare builds the programs and writes the records.
func prepare(ctx context.Context, folder string) (*bench, error) {
	b := &bench{
		hello: filepath.Join(folder, "hello"), tutor: filepath.Join(folder, "probity"), folder: folder,
		measured: map[string][]float64{}, records: map[int]string{},
	}
	var err error
	if b.situation, err = simple(); err != nil {
		return nil, err
	}
	for path, pkg := range map[string]string{b.hello: "./tui/speed/hello", b.tutor: "."} {
		if err := command(ctx, "go", "build", "-o", path, pkg); err != nil {
			return nil, err
		}
	}
	for _, n := range []int{fewAnswers, 10_000, 100_000} {
		b.records[n] = filepath.Join(folder, "record-"+strconv.Itoa(n))
		if err := writeRecord(b.records[n], n); err != nil {
			return nil, err
		}
	}
	return b, nil
}
