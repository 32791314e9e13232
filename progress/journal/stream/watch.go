// Watching a record that others write to.

package stream

import (
	"context"
	"time"

	"github.com/nats-io/nats.go"
)

// askEvery is how often it is asked whether there is something new: what a host saved that was ended before it could tell of it.
const askEvery = 10 * time.Second

// Watch tells when a store says that it changed the record, from a goroutine that ends with ctx. Now and then it asks by itself.
func (s *Store) Watch(ctx context.Context) <-chan struct{} {
	changed, told := make(chan struct{}, 1), make(chan *nats.Msg, 1)
	notices, err := s.engine.conn.ChanSubscribe(s.changed(), told)
	if err == nil {
		_ = s.engine.conn.FlushTimeout(s.engine.wait) // so that what is changed from here on is told of
	}
	go func() {
		defer close(changed)
		if err == nil {
			defer func() { _ = notices.Unsubscribe() }()
		}
		ticks := time.NewTicker(askEvery)
		defer ticks.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-told:
			case <-ticks.C:
				if !s.Behind() {
					continue
				}
			}
			select {
			case changed <- struct{}{}:
			default: // one is not taken yet
			}
		}
	}()
	return changed
}
