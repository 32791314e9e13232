// Bench measures a host against what it is to be able to do, and prints a table. All that it starts is on this computer, is its own, and ends
// with it. What else the computer does shows in the times: ratios and counts say more.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"probity/progress/journal/stream/node"
)

const sigterm = syscall.SIGTERM

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, sigterm)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	switch {
	case node.Asked():
		return node.Run(ctx)
	case os.Getenv(asLeast) != "":
		return beLeast()
	}
	b := &bench{}
	flag.Var(&b.only, "only", "which bars: "+strings.Join(names(), ", ")+" (default: all)")
	flag.StringVar(&b.program, "host", "", "program of the host (default: built from this repository)")
	flag.IntVar(&b.sessions, "sessions", 60, "learners who practise at once")
	flag.IntVar(&b.most, "most", 200, "sessions of a full host")
	flag.DurationVar(&b.think, "think", 600*time.Millisecond, "time that a learner takes before a key; the screens take no enter sooner than 400ms after they came")
	flag.DurationVar(&b.time, "time", 30*time.Second, "how long learners practise")
	flag.IntVar(&b.learners, "learners", 1000, "learners of a store with many, 50 facts each; 20000 for a deanery")
	flag.IntVar(&b.streams, "streams", 32, "streams that three nodes spread records over; a host's own are 256")
	flag.DurationVar(&b.soak, "soak", 30*time.Second, "how long nodes and hosts are ended, one after another")
	flag.BoolVar(&b.kills, "kill", true, "of those that are ended, kill some; without it each is stopped")
	flag.Parse()
	return b.measure(ctx)
}

// bench is a measurement.
type bench struct {
	only           list
	program        string
	sessions, most int
	learners       int
	streams        int
	kills          bool
	think, time    time.Duration
	soak           time.Duration

	folder string // what is removed at the end
	rows   *[]row
}

// row is one line of the table.
type row struct {
	bar, goal, measured string
	reached             bool
}

type bar struct {
	name string
	run  func(*bench, context.Context) error
}

// bars are what can be measured, in the order of the table.
func bars() []bar {
	return []bar{{"practise", (*bench).practising}, {"full", (*bench).full}, {"append", (*bench).appending}, {"home", (*bench).home}, {"soak", (*bench).soaking}, {"erase", (*bench).erasing}}
}

func names() (all []string) {
	for _, one := range bars() {
		all = append(all, one.name)
	}
	return all
}

// list is a flag of names, separated by commas.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

func (l *list) Set(text string) error {
	*l = strings.Split(text, ",")
	for _, name := range *l {
		if !slices.Contains(names(), name) {
			return fmt.Errorf("there is no bar %q", name)
		}
	}
	return nil
}

// measure measures each bar that is asked for, and prints the table. One that could not be measured is not reached.
func (b *bench) measure(ctx context.Context) (err error) {
	if b.folder, err = os.MkdirTemp("", "probity-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.folder)
	if b.program == "" {
		if b.program, err = build(ctx, b.folder); err != nil {
			return err
		}
	}
	b.rows = new([]row)
	for _, one := range bars() {
		if len(b.only) > 0 && !slices.Contains(b.only, one.name) {
			continue
		}
		fmt.Fprintln(os.Stderr, "measuring", one.name)
		if err := one.run(b, ctx); err != nil {
			fmt.Fprintln(os.Stderr, err)
			b.row(one.name, "measured", firstLine(err), false)
		}
		if ctx.Err() != nil {
			break
		}
	}
	b.print()
	if slices.ContainsFunc(*b.rows, func(r row) bool { return !r.reached }) {
		return errors.New("a bar is not reached")
	}
	return nil
}

func (b *bench) path(name string) string { return filepath.Join(b.folder, name) }

func (b *bench) row(bar, goal, measured string, reached bool) {
	*b.rows = append(*b.rows, row{bar, goal, measured, reached})
}

func (b *bench) print() {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "bar\tgoal\treached\tmeasured")
	for _, r := range *b.rows {
		is := "no"
		if r.reached {
			is = "yes"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.bar, r.goal, is, r.measured)
	}
	_ = w.Flush() // who does not read it has no use for an error either
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// part returns what a share of the times is not above; 0 of none.
func part(took []time.Duration, share float64) time.Duration {
	if len(took) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(took))
	return sorted[int(share*float64(len(sorted)-1))].Round(10 * time.Microsecond)
}
