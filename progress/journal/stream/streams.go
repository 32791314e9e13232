// The streams that records are in.

package stream

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"strconv"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// keyStream has the learners' keys, a message each. Its metadata says over how many streams the records are spread.
const (
	keyStream   = "probity-keys"
	spreadOver  = "probity.streams"
	keySubjects = "key.*"
)

// madeWithin is how long one answer is waited for when streams are made.
const madeWithin = 5 * time.Second

func keySubject(learner string) string { return "key." + learner }

func recordStream(shard int) string { return fmt.Sprintf("probity-records-%d", shard) }

// shardOf says in which of the streams a learner's messages are.
func (e *Engine) shardOf(learner string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(learner)) // it never fails
	return int(h.Sum32() % uint32(e.streams))
}

// makeStreams makes the streams that are not there, those of records first: once there is that of keys, all are there.
func (e *Engine) makeStreams(ctx context.Context) error {
	var found jetstream.Stream
	err := retry(ctx, upAfter, answerWithin, func(ctx context.Context) (err error) {
		found, err = e.js.Stream(ctx, keyStream)
		return err
	})
	if err == nil {
		is := found.CachedInfo().Config
		e.replicas = is.Replicas
		e.streams, err = strconv.Atoi(is.Metadata[spreadOver])
		return err
	}
	if !errors.Is(err, jetstream.ErrStreamNotFound) {
		return err
	}
	for shard := range e.streams {
		made := e.stream(recordStream(shard), fmt.Sprintf("record.%d.*", shard), fmt.Sprintf("beside.%d.*.*", shard))
		if err := e.makeStream(ctx, made); err != nil {
			return err
		}
	}
	keys := e.stream(keyStream, keySubjects)
	keys.Metadata = map[string]string{spreadOver: strconv.Itoa(e.streams)}
	return e.makeStream(ctx, keys)
}

func (e *Engine) stream(name string, subjects ...string) jetstream.StreamConfig {
	return jetstream.StreamConfig{
		Name: name, Subjects: subjects, Replicas: e.replicas, Storage: jetstream.FileStorage,
		AllowDirect: true, AllowAtomicPublish: true, DenyPurge: true,
	}
}

func (e *Engine) makeStream(ctx context.Context, made jetstream.StreamConfig) error {
	err := retry(ctx, upAfter, madeWithin, func(ctx context.Context) error {
		_, err := e.js.CreateStream(ctx, made)
		return err
	})
	if err != nil && !errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) {
		return fmt.Errorf("making the stream %s: %w", made.Name, err)
	}
	return nil
}
