package stream

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// TestOfALongRecordWhatFailedIsAskedForAgainAlone: a record of many pages comes to its end however long that takes, where copies fail and lag.
func TestOfALongRecordWhatFailedIsAskedForAgainAlone(t *testing.T) {
	e := embedded(t, t.TempDir())
	say := func(q *nats.Msg, header nats.Header) {
		check(t, e.conn.PublishMsg(&nats.Msg{Subject: q.Reply, Header: header}))
	}
	end := func(status string, left int) nats.Header {
		return nats.Header{"Status": {status}, "Nats-Num-Pending": {fmt.Sprint(left)}}
	}
	message := func(place int) nats.Header {
		return nats.Header{jetstream.SequenceHeader: {fmt.Sprint(place)}, jetstream.SubjectHeader: {"record"}}
	}
	answers := [][]nats.Header{
		{message(1), message(4), end("204", 2)},
		{end("503", 0)},                         // nobody leads
		{message(5), end("204", 0)},             // a copy that lags
		{message(5), message(9), end("204", 0)}, // one that does not
	}
	var asked []uint64
	_, err := e.conn.Subscribe("$JS.API.DIRECT.GET.long", func(q *nats.Msg) {
		var question struct {
			From uint64 `json:"seq"`
		}
		check(t, json.Unmarshal(q.Data, &question))
		if asked = append(asked, question.From); len(asked) <= len(answers) {
			for _, header := range answers[len(asked)-1] {
				say(q, header)
			}
		}
	})
	check(t, err)
	found, err := e.all(t.Context(), "long", "record", 1, 9)
	check(t, err)
	var places []uint64
	for _, m := range found {
		places = append(places, m.place)
	}
	if want := []uint64{1, 4, 5, 9}; !slices.Equal(places, want) {
		t.Errorf("it is %v, want %v", places, want)
	}
	if want := []uint64{1, 5, 5, 5}; !slices.Equal(asked, want) {
		t.Errorf("it was asked for from %v, want %v", asked, want)
	}
}

// TestAStoreThatIsSlowGetsDoneWhatItIsAsked: it takes a second for each question, one after the other, and does not leave out those that nobody waits for
// any more.
func TestAStoreThatIsSlowGetsDoneWhatItIsAsked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun, done, asked := time.Now(), time.Now(), 0
		err := retry(t.Context(), time.Minute, answerWithin, func(ctx context.Context) error {
			asked++
			if done = done.Add(time.Second); done.Before(time.Now()) {
				done = time.Now().Add(time.Second)
			}
			select {
			case <-time.After(time.Until(done)):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
		if took := time.Since(begun); err != nil || took > 10*time.Second { // of the test's own clock
			t.Errorf("asked %d times, it has no answer after %v: %v", asked, took, err)
		}
	})
}
