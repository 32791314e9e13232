package stream

import (
	"crypto/rand"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

var (
	timed    = flag.Bool("timed", false, "hold what should be quick to its limits")
	learners = flag.Int("learners", 200, "how many learners a full store has; 20000 for a deanery")
)

// TestAppendingCostsLittleMoreThanTheEngine: 60 learners at once save at least four fifths of what the engine takes in when its own
// client appends messages of the same length, each behind the last.
func TestAppendingCostsLittleMoreThanTheEngine(t *testing.T) {
	const at60 = 60
	rounds, each := 1, 5
	if *timed {
		rounds, each = 5, 100
	}
	e := must(Embed(t.Context(), t.TempDir(), measured()))(t)
	defer e.Close()
	var bare, through []time.Duration
	for round := range rounds {
		bare = append(bare, atOnce(t, at60, each, func(i int) func() error {
			text := make([]byte, 400)
			_, _ = rand.Read(text)
			subject, last := store(t, e, fmt.Sprintf("learner-%d-%d", round, i)).subject+"-bare", uint64(0)
			return func() error {
				ack, err := e.js.Publish(t.Context(), subject, text, jetstream.WithExpectLastSequencePerSubject(last))
				if err == nil {
					last = ack.Sequence
				}
				return err
			}
		})...)
		through = append(through, atOnce(t, at60, each, func(i int) func() error {
			s := store(t, e, fmt.Sprintf("learner-%d-%d", round, i))
			return func() error { _, err := s.Append(t.Context(), journal.Any, answer(i)); return err }
		})...)
	}
	s := store(t, e, "learner")
	single := atOnce(t, 1, 4*each, func(i int) func() error {
		return func() error { _, err := s.Append(t.Context(), journal.Any, answer(i)); return err }
	})
	share := float64(sum(bare)) / float64(sum(through))
	t.Logf("who is alone waits %v, one time in a hundred %v or more", part(single, 0.5), part(single, 0.99))
	t.Logf("%.0f %% of the engine's rate; an append takes %v, one in a hundred %v or more; the engine %v, %v",
		100*share, part(through, 0.5), part(through, 0.99), part(bare, 0.5), part(bare, 0.99))
	if *timed && share < 0.8 {
		t.Errorf("the rate is %.2f of the engine's", share)
	}
}

// atOnce has several do something so many times each, and returns how long each time took.
func atOnce(t *testing.T, n, times int, begin func(i int) func() error) (took []time.Duration) {
	t.Helper()
	var all sync.WaitGroup
	var mu sync.Mutex
	doing := make([]func() error, n)
	for i := range doing {
		doing[i] = begin(i)
		check(t, doing[i]()) // the first has more to do: a key is made
	}
	for _, do := range doing {
		all.Go(func() {
			for range times {
				begun := time.Now()
				if err := do(); err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				took = append(took, time.Since(begun))
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return took
}

// answer is a fact as most of a record are.
func answer(i int) progress.Answer {
	return progress.Answer{
		Sitting: "20261122-093000-1234", Scenario: fmt.Sprint("a-gift-from-a-patient-", i), Revision: 2, Topic: "gifts", Principle: "integrity",
		Format: "single", Chosen: []string{"b"}, Marks: 1, Of: 1, Chance: 0.25, Sure: 2, Seconds: 41,
	}
}

func sum(took []time.Duration) (total time.Duration) {
	for _, d := range took {
		total += d
	}
	return total
}

// part returns what a share of the times is not above.
func part(took []time.Duration, share float64) time.Duration {
	slices.Sort(took)
	return took[int(share*float64(len(took)-1))].Round(10 * time.Microsecond)
}

// TestARecordIsReadAmongManyAsAlone: what stands in a store of others costs little. Each has fifty facts, in sessions of ten that two
// hundred learners have at once. Each is read for the first time since the store was opened, and folded.
func TestARecordIsReadAmongManyAsAlone(t *testing.T) {
	folder := t.TempDir()
	among, alone := filepath.Join(folder, "among"), filepath.Join(folder, "alone")
	fill(t, among, *learners)
	fill(t, alone, 1)
	times := 3
	if *timed {
		times = 20
	}
	var full, empty []time.Duration
	e := must(Embed(t.Context(), among, measured()))(t)
	for i := range times {
		full = append(full, readOne(t, e, i*(*learners)/times))
	}
	check(t, e.Close())
	for range times {
		e := must(Embed(t.Context(), alone, measured()))(t)
		empty = append(empty, readOne(t, e, 0))
		check(t, e.Close())
	}
	t.Logf("among %d facts a record is read in %v, at most %v; alone in %v, at most %v",
		50*(*learners), part(full, 0.5), part(full, 1), part(empty, 0.5), part(empty, 1))
}

// measured are the options of a store that is measured: where that is to say something, those of a host.
func measured() Options {
	if *timed {
		return Options{}
	}
	return options()
}

func readOne(t *testing.T, e *Engine, learner int) time.Duration {
	t.Helper()
	begun := time.Now()
	h := progress.NewHistory()
	last, err := store(t, e, fmt.Sprint("learner-", learner)).Read(t.Context(), 0, func(f progress.Fact) error { h.Apply(f); return nil })
	took := time.Since(begun)
	if err != nil || last != 50 {
		t.Fatalf("learner %d has %d facts: %v", learner, last, err)
	}
	return took
}

// fill keeps fifty facts of each of n learners in a folder, without waiting for the disk.
func fill(t *testing.T, folder string, n int) {
	t.Helper()
	running := must(server.NewServer(&server.Options{DontListen: true, JetStream: true, NoSigs: true, StoreDir: folder}))(t)
	running.Start()
	e := must(connect(t.Context(), "", measured(), nats.InProcessServer(running)))(t)
	js := must(jetstream.New(e.conn, jetstream.WithPublishAsyncMaxPending(4000)))(t)
	put := func(subject string, text []byte) {
		_, err := js.PublishAsync(subject, text)
		check(t, err)
	}
	lives := make([]life, n)
	for i := range lives {
		key := make([]byte, keySize)
		_, _ = rand.Read(key)
		put(keySubject(fmt.Sprint("learner-", i)), key)
		lives[i] = must(newLife(uint64(i+1), key))(t)
	}
	const atOnce, session, sessions = 200, 10, 5
	for k := range sessions {
		for from := 0; from < n; from += atOnce {
			for j := range session {
				for i := from; i < min(from+atOnce, n); i++ {
					s := store(t, e, fmt.Sprint("learner-", i))
					number := int64(k*session + j + 1)
					text, _, err := tables.EncodeAll(s.kinds, []progress.Fact{answer(j)}, number-1, time.Now())
					check(t, err)
					put(s.subject, lives[i].seal(s.subject, label{kind: fact, number: number}, text[1:]))
				}
			}
		}
	}
	<-js.PublishAsyncComplete()
	check(t, e.Close())
	running.Shutdown()
	running.WaitForShutdown()
}
