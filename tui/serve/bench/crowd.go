// Many learners at once at one host.

package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// does is what somebody does in a session until ctx ends.
type does func(s *seat, ctx context.Context, pause time.Duration) (done int, err error)

// crowd is what came of many at once.
type crowd struct {
	took   []time.Duration // from each key to the first bytes
	done   int
	now    float64 // resident memory of the host at the end, in MB
	most   float64
	failed []error
}

// comes has n people do something at a host for a time, from when all of them are there, and says what came of it.
func (b *bench) comes(ctx context.Context, at *process, n int, line string, do does) (c crowd, err error) {
	seats := make([]*seat, 0, n)
	defer func() {
		var leaving sync.WaitGroup
		for _, s := range seats {
			leaving.Go(s.leave)
		}
		leaving.Wait()
	}()
	for range n {
		p, err := newPerson()
		if err != nil {
			return c, err
		}
		s, err := p.sit(at.address, line)
		if err != nil {
			return c, fmt.Errorf("with %d sessions there: %w", len(seats), err)
		}
		seats = append(seats, s)
	}
	ctx, end := context.WithTimeout(ctx, b.time)
	defer end()
	var all sync.WaitGroup
	var mu sync.Mutex // held for c
	for i, s := range seats {
		all.Go(func() {
			_ = rest(ctx, b.think*time.Duration(i)/time.Duration(n)) // not all at one moment
			done, err := do(s, ctx, b.think)
			mu.Lock()
			defer mu.Unlock()
			c.done += done
			c.took = append(c.took, s.times()...)
			if !errors.Is(err, context.DeadlineExceeded) {
				c.failed = append(c.failed, err)
			}
		})
	}
	all.Wait()
	if len(c.failed) > 0 {
		return c, fmt.Errorf("%d of %d could not go on, the first: %w", len(c.failed), n, c.failed[0])
	}
	c.now, c.most, err = at.resident()
	return c, err
}

// each measures how much memory a session needs at a host that is just started, from what one there has and what n have.
func (b *bench) each(ctx context.Context, at *process, n int, line string, do does) (perSession float64, many crowd, err error) {
	one, err := b.briefly(10*time.Second).comes(ctx, at, 1, line, do)
	if err != nil {
		return 0, one, err
	}
	many, err = b.comes(ctx, at, n, line, do)
	return (many.now - one.now) / float64(n-1), many, err
}

// briefly is the same for no longer than that.
func (b bench) briefly(most time.Duration) *bench {
	b.time = min(b.time, most)
	return &b
}

// practising is the bar of many who practise: how long they wait, and what they cost.
func (b *bench) practising(ctx context.Context) error {
	least, err := b.least()
	if err != nil {
		return err
	}
	own, alone, err := b.briefly(10*time.Second).each(ctx, least, b.sessions, "", (*seat).pressesOn)
	least.end(sigterm)
	if err != nil {
		return fmt.Errorf("measuring the framework's own: %w", err)
	}
	host, err := b.host(b.path("practising"))
	if err != nil {
		return err
	}
	defer func() { host.end(sigterm) }()
	cost, c, err := b.each(ctx, host, b.sessions, known, (*seat).practises)
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%d practise, %dx%d", b.sessions, width, height)
	p99 := part(c.took, 0.99)
	b.row(name+": key to bytes", "p99 < 100 ms", fmt.Sprintf("p50 %v, p99 %v, most %v (%d keys, %d answers); the least program p50 %v, p99 %v",
		part(c.took, 0.5), p99, part(c.took, 1), len(c.took), c.done, part(alone.took, 0.5), part(alone.took, 0.99)), p99 < 100*time.Millisecond)
	b.row(name+": memory a session", "<= 3 MB beyond the framework", fmt.Sprintf("%.1f MB, of which the framework's own %.1f; the host %.0f MB, at most %.0f",
		cost, own, c.now, c.most), cost-own <= 3)
	return nil
}

// full is the bar of as many sessions as a host is for.
func (b *bench) full(ctx context.Context) error {
	host, err := b.host(b.path("full"))
	if err != nil {
		return err
	}
	defer func() { host.end(sigterm) }()
	c, err := b.comes(ctx, host, b.most, known, (*seat).practises)
	if err != nil {
		return err
	}
	b.row(fmt.Sprintf("%d sessions: memory of the host", b.most), "<= 850 MB", fmt.Sprintf("%.0f MB, at most %.0f; key to bytes p50 %v, p99 %v (%d answers)",
		c.now, c.most, part(c.took, 0.5), part(c.took, 0.99), c.done), c.most <= 850)
	return nil
}
