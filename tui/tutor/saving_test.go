package tutor

import (
	"context"
	"fmt"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// crowded is a file to which other windows save before each of so many writes of this one.
type crowded struct {
	File
	others int
	save   func()
}

func (c *crowded) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if c.others > 0 {
		c.others--
		c.save()
	}
	return c.File.Append(ctx, after, facts...)
}

// TestASaveAmongOthersIsKeptAndHasWhatTheyKept, however often another window comes first.
func TestASaveAmongOthersIsKeptAndHasWhatTheyKept(t *testing.T) {
	for _, others := range []int{0, 1, patience - 1, patience, patience + 1} {
		t.Run(fmt.Sprint(others), func(t *testing.T) {
			dir := t.TempDir()
			tutor := open(t, dir, small(t))
			meet(t, tutor, "a-thread")
			other := open(t, dir, small(t))
			times := 0
			tutor.Record.file = &crowded{tutor.Record.file, others, func() {
				times++
				other.Profile.Change("times", fmt.Sprint(times))
				flush(t, other)
			}}
			p, err := tutor.Practices.Begin(Selection{Only: "a-request"})
			if err != nil {
				t.Fatal(err)
			}
			p.Sitting.Attempt().Take([]string{"b"})
			if err := p.Submit(); err != nil {
				t.Fatal(err)
			}
			p.Weigh(scenarios.FairlySure)
			flush(t, tutor)
			tutor.CatchUp()
			h, next := tutor.Record.History(), open(t, dir, small(t)).Record.History()
			if h.Seq() != next.Seq() || len(h.Answers()) != 2 || len(next.Answers()) != 2 {
				t.Errorf("%d facts and %d answers here, %d and %d at the next start", h.Seq(), len(h.Answers()), next.Seq(), len(next.Answers()))
			}
			if value, _ := h.Setting("times"); others > 0 && value != fmt.Sprint(others) {
				t.Errorf("the other window saved %d times, and here it is %q", others, value)
			}
		})
	}
}
