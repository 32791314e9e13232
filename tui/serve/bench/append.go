// Appending through the store, against the engine alone.

package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/stream"
	"probity/progress/journal/stream/node"
)

// kinds are those of a learner's record.
func kinds() journal.Kinds { return journal.KindsOf(progress.Kinds()...) }

// engine is a server of records in a folder, in this process, with a port on loopback. Unsynced, it does not wait for the disk.
func engine(ctx context.Context, folder string, synced bool) (e *stream.Engine, address string, stop func(), err error) {
	o := node.Ready(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, StoreDir: folder})
	o.SyncAlways = synced
	running, err := server.NewServer(o)
	if err != nil {
		return nil, "", nil, err
	}
	running.Start()
	shut := func() {
		running.Shutdown()
		running.WaitForShutdown()
	}
	if !running.ReadyForConnections(patience) {
		shut()
		return nil, "", nil, fmt.Errorf("the server of %s did not start", folder)
	}
	address = running.ClientURL()
	if e, err = stream.Connect(ctx, address, stream.Options{Replicas: 1, Wait: time.Minute}); err != nil {
		shut()
		return nil, "", nil, err
	}
	return e, address, func() {
		_ = e.Close() // nothing is under way
		shut()
	}, nil
}

// appending is the bar of the store: what it takes beyond the engine.
func (b *bench) appending(ctx context.Context) error {
	const rounds, each, sealed = 5, 40, 400 // a sealed answer has some 400 bytes
	e, address, stop, err := engine(ctx, b.path("appending"), true)
	if err != nil {
		return err
	}
	defer stop()
	conn, err := nats.Connect(address)
	if err != nil {
		return err
	}
	defer conn.Close()
	js, err := jetstream.New(conn)
	if err != nil {
		return err
	}
	var bare, through []time.Duration
	for round := range rounds { // in turn, so that what else the computer does is in both
		took, err := atOnce(b.sessions, each, func(i int) (func() error, error) {
			text := make([]byte, sealed)
			_, _ = rand.Read(text) // never fails
			subject, last := fmt.Sprintf("record.%d.bare-%d-%d", i%256, round, i), uint64(0)
			return func() error {
				ack, err := js.Publish(ctx, subject, text, jetstream.WithExpectLastSequencePerSubject(last))
				if err == nil {
					last = ack.Sequence
				}
				return err
			}, nil
		})
		if err != nil {
			return fmt.Errorf("the engine alone: %w", err)
		}
		bare = append(bare, took...)
		took, err = atOnce(b.sessions, each, func(i int) (func() error, error) {
			s, err := e.Store(fmt.Sprintf("learner-%d-%d", round, i), kinds())
			return func() error { _, err := s.Append(ctx, journal.Any, anAnswer(i)); return err }, err
		})
		if err != nil {
			return fmt.Errorf("through the store: %w", err)
		}
		through = append(through, took...)
	}
	share := float64(sum(bare)) / float64(sum(through))
	b.row(fmt.Sprintf("append, %d at once, synced", b.sessions), ">= 80 % of the engine's rate", fmt.Sprintf("%.0f %%; %.0f appends a second, p50 %v, p99 %v; the engine p50 %v, p99 %v",
		100*share, float64(len(through))*float64(b.sessions)/sum(through).Seconds(), part(through, 0.5), part(through, 0.99), part(bare, 0.5), part(bare, 0.99)), share >= 0.8)
	return nil
}

// atOnce has n do something so many times each, all at once, and returns how long each time took. The first time is not counted: a key is made.
func atOnce(n, times int, begin func(i int) (func() error, error)) (took []time.Duration, err error) {
	doing := make([]func() error, n)
	for i := range doing {
		if doing[i], err = begin(i); err == nil {
			err = doing[i]()
		}
		if err != nil {
			return nil, err
		}
	}
	var all sync.WaitGroup
	var mu sync.Mutex // held for what is returned
	for _, do := range doing {
		all.Go(func() {
			for range times {
				begun := time.Now()
				wrong := do()
				mu.Lock()
				took, err = append(took, time.Since(begun)), firstOf(err, wrong)
				mu.Unlock()
				if wrong != nil {
					return
				}
			}
		})
	}
	all.Wait()
	return took, err
}

func firstOf(one, other error) error {
	if one != nil {
		return one
	}
	return other
}

func sum(took []time.Duration) (total time.Duration) {
	for _, d := range took {
		total += d
	}
	return total
}

// anAnswer is a fact as most of a record are.
func anAnswer(i int) progress.Answer {
	return progress.Answer{
		Sitting: "20261122-093000-1234", Scenario: fmt.Sprint("a-gift-from-a-patient-", i), Revision: 2, Topic: "gifts", Principle: "integrity",
		Format: "single", Chosen: []string{"b"}, Marks: 1, Of: 1, Chance: 0.25, Sure: 2, Seconds: 41,
	}
}
