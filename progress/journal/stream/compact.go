// The logs of a stream that is kept in several copies.

package stream

import (
	"context"
	"crypto/rand"
	"time"

	"github.com/nats-io/nats.go"
)

// logSize is more than the log of a copy may hold before it drops what is behind it, in bytes (nats-server 2.15: compactSizeMin in
// monitorStream, jetstream_cluster.go).
const logSize = 9 << 20

// errCopyDown is that a copy of the store cannot be reached, or does not have all yet.
var errCopyDown = &cause{"a copy of the store is not there", "one of the servers that keep a copy of it is away, and would keep it. Wait until it is back"}

// heardWithin is how long a copy that is there may be silent: three of its heartbeats.
const heardWithin = 3 * time.Second

// whole waits until every copy of a stream has all that the others have. One that was away while a message was overwritten learns later
// that it is deleted, and no longer that it has to be overwritten (nats-server 2.15: SyncDeleted in filestore.go).
func (e *Engine) whole(ctx context.Context, stream string) error {
	if e.replicas == 1 {
		return nil
	}
	return e.retry(ctx, func(ctx context.Context) error {
		var answer struct {
			Cluster struct {
				Copies []struct {
					Current bool   `json:"current"`
					Offline bool   `json:"offline"`
					Lag     uint64 `json:"lag"`
					Active  int64  `json:"active"` // nanoseconds since it was heard of
				} `json:"replicas"`
			} `json:"cluster"`
		}
		err := e.ask(ctx, "$JS.API.STREAM.INFO."+stream, map[string]any{}, &answer)
		if err == nil && len(answer.Cluster.Copies) < e.replicas-1 {
			return errCopyDown
		}
		for _, is := range answer.Cluster.Copies {
			if !is.Current || is.Offline || is.Lag > 0 || time.Duration(is.Active) > heardWithin {
				return errCopyDown
			}
		}
		return err
	})
}

// compact makes the copies of a stream drop what is behind them from their logs. What was erased from a stream still stands in these:
// first the messages as they were taken in. A copy drops it by itself every two to four minutes. Where a whole record was erased that is
// not waited for: the logs are filled. A copy on a host that is down drops it after that is back.
func (e *Engine) compact(ctx context.Context, stream, subject string) error {
	if e.replicas == 1 {
		return nil // there is no log
	}
	filling := make([]byte, min(e.conn.MaxPayload()-1024, 1<<20))
	_, _ = rand.Read(filling) // it never fails; by chance, for what repeats itself would be compressed
	for filled := 0; filled < e.filling; filled += len(filling) {
		err := e.retry(ctx, func(ctx context.Context) error {
			_, err := e.take(ctx, &nats.Msg{Subject: subject, Data: filling})
			return err
		})
		if err != nil {
			return err
		}
	}
	for { // an answer may have been lost, and there be more than was said
		m, there, err := e.last(ctx, stream, subject)
		if err != nil || !there {
			return err
		}
		if err := e.delete(ctx, stream, m.place, false); err != nil {
			return err
		}
	}
}
