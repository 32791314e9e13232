package stream

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/journal/stream/node"
)

var ends = flag.Int("ends", 0, "how often nodes of a cluster are ended, one after another")

func TestMain(m *testing.M) {
	hurry()
	if node.Asked() {
		beNode()
		return
	}
	if os.Getenv(asHost) != "" {
		if err := beHost(); err != nil {
			tell("failed", strconv.Quote(err.Error()))
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// beNode is a node until it is ended.
func beNode() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if err := node.Run(ctx); err != nil {
		panic(err)
	}
}

// processes are the nodes of a cluster, each a process.
type processes struct{ *node.Processes }

// inProcesses starts three nodes, which end with the test.
func inProcesses(t *testing.T) processes {
	t.Helper()
	c := must(node.Start(t.TempDir()))(t)
	t.Cleanup(c.Close)
	return processes{c}
}

// writer is a learner who saves one fact after another, and gives each again until it is saved.
type writer struct {
	*Store
	saved int
	pause time.Duration // the longest that a fact took
}

func (w *writer) write(t *testing.T, more func() bool) {
	last := int64(w.saved)
	for more() {
		begun := time.Now()
		for {
			saved, err := w.Append(t.Context(), last, settings(fmt.Sprint("-", w.saved))...)
			if err == nil {
				last = progress.Seq(saved[0])
				break
			}
			if time.Since(begun) > time.Minute {
				t.Errorf("after %d facts: %v", w.saved, err)
				return
			}
		}
		w.pause = max(w.pause, time.Since(begun))
		w.saved++
	}
}

// TestALearnerGoesOnWhileANodeIsAway, whether it was stopped or killed, and all that was saved before and since is there once, in order.
func TestALearnerGoesOnWhileANodeIsAway(t *testing.T) {
	if testing.Short() {
		t.Skip("three nodes take a while")
	}
	t.Parallel() // they wait for one another more than they work
	c := inProcesses(t)
	e := c.engine(t)
	defer e.Close()
	w := writer{Store: store(t, e, "anna")}
	const before = 20
	w.write(t, func() bool { return w.saved < before })
	for i, by := range []syscall.Signal{syscall.SIGTERM, syscall.SIGKILL} {
		var writing sync.WaitGroup
		var away atomic.Bool
		enough := w.saved + before
		writing.Go(func() { w.write(t, func() bool { return w.saved < enough || !away.Load() }) })
		c.End(i, by)
		away.Store(true)
		writing.Wait()
		w.write(t, func() bool { return w.saved < enough+before })
		check(t, c.Begin(i))
		c.together(t, e)
	}
	w.check(t, e)
}

// TestNothingThatWasSavedIsLost while nodes are ended one after another: all is there once, in order. One that is stopped hands over
// before; after one that was killed the others wait four to nine seconds before they choose another leader (nats-server 2.15, raft.go).
func TestNothingThatWasSavedIsLost(t *testing.T) {
	if *ends == 0 {
		t.Skip("it is not said how often, as by -ends 500")
	}
	for name, c := range map[string]struct {
		by    syscall.Signal
		pause time.Duration
	}{"stopped": {syscall.SIGTERM, 5 * time.Second}, "killed": {syscall.SIGKILL, 20 * time.Second}} {
		t.Run(name, func(t *testing.T) {
			if pause := endNodes(t, c.by); *timed && pause > c.pause {
				t.Errorf("a fact took %v", pause)
			}
		})
	}
}

// endNodes ends nodes while learners write, looks for all that was saved, and returns the longest time that it took to save a fact.
func endNodes(t *testing.T, by syscall.Signal) (pause time.Duration) {
	c := inProcesses(t)
	e := c.engine(t)
	defer e.Close()
	chance := byChance(t)
	var all sync.WaitGroup
	var over atomic.Bool
	writers := make([]writer, 6)
	for i := range writers {
		writers[i].Store = store(t, e, fmt.Sprint("learner-", i))
		all.Go(func() { writers[i].write(t, func() bool { return !over.Load() }) })
	}
	for range *ends {
		i := chance.IntN(len(c.Nodes))
		c.End(i, by)
		check(t, c.Begin(i))
		c.together(t, e)
	}
	over.Store(true)
	all.Wait()
	total := 0
	for _, w := range writers {
		total, pause = total+w.saved, max(pause, w.pause)
		w.check(t, e)
	}
	t.Logf("%d facts were saved while %d nodes were ended; the longest pause was %v", total, *ends, pause)
	return pause
}

// engine connects to all nodes, which may be just starting.
func (c processes) engine(t *testing.T) *Engine {
	t.Helper()
	o := options()
	o.Replicas = 3
	if *timed {
		o.Streams = 0
	}
	e, err := Connect(t.Context(), c.Address(), o)
	for end := time.Now().Add(time.Minute); err != nil && time.Now().Before(end); {
		e, err = Connect(t.Context(), c.Address(), o)
	}
	check(t, err)
	return e
}

// check reads what was saved.
func (w writer) check(t *testing.T, e *Engine) {
	t.Helper()
	next := 0
	last, err := store(t, e, w.learner).Read(t.Context(), 0, func(f progress.Fact) error {
		if set := f.(progress.Setting); set.Seq != int64(next+1) || set.Name != fmt.Sprint("-", next) {
			return fmt.Errorf("%v stands where number %d should", f, next+1)
		}
		next++
		return nil
	})
	if err != nil || next != w.saved || last != int64(w.saved) {
		t.Errorf("of %d facts %d are there: %v", w.saved, next, err)
	}
}

// together waits until all copies are there again, so that two are never away at once.
func (c processes) together(t *testing.T, e *Engine) {
	t.Helper()
	for end := time.Now().Add(time.Minute); ; {
		err := e.whole(t.Context(), keyStream)
		for shard := 0; shard < e.streams && err == nil; shard++ {
			err = e.whole(t.Context(), recordStream(shard))
		}
		if err == nil {
			return
		}
		if time.Now().After(end) {
			t.Fatal(err)
		}
	}
}
