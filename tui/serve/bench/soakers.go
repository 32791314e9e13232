// Those who write and practise while nodes and hosts are ended, and what is there of theirs afterwards.

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"probity/progress"
	"probity/progress/journal/stream"
)

// writer is somebody who saves one numbered fact after another, and gives each again until it is saved.
type writer struct {
	*stream.Store
	saved   int
	longest time.Duration // that a fact took
}

func name(n int) string { return fmt.Sprint("number-", n) }

// writes saves facts until ctx ends. The fact that is under way then is saved as well.
func (w *writer) writes(ctx context.Context) error {
	for last := int64(0); ctx.Err() == nil; w.saved++ {
		begun := time.Now()
		for {
			kept, err := w.Append(context.WithoutCancel(ctx), last, progress.Setting{Name: name(w.saved)})
			if err == nil {
				last = progress.Seq(kept[0])
				break
			}
			if time.Since(begun) > together {
				return fmt.Errorf("after %d facts: %w", w.saved, err)
			}
		}
		w.longest = max(w.longest, time.Since(begun))
	}
	return nil
}

// check reads what was saved: all of it, once, in order.
func (w *writer) check(ctx context.Context, c *cluster, token string) error {
	s, err := c.engine.Store(token, kinds())
	if err != nil {
		return err
	}
	next := 0
	_, err = s.Read(ctx, 0, func(f progress.Fact) error {
		if set, ok := f.(progress.Setting); !ok || set.Seq != int64(next+1) || set.Name != name(next) {
			return fmt.Errorf("%v stands where number %d should", f, next+1)
		}
		next++
		return nil
	})
	if err == nil && next != w.saved {
		err = fmt.Errorf("of %d facts %d are there", w.saved, next)
	}
	return err
}

// try is an answer that somebody gave, and whether they were told that it is saved.
type try struct {
	sure  int // how sure they said they were; 0 where they did not come to that
	saved bool
}

// practiser is somebody who practises over ssh, and comes back to another host when one is gone.
type practiser struct {
	person
	token    string
	tries    []try
	broken   int           // sessions that ended without them
	longest  time.Duration // from giving an answer until it was saved
	feedback time.Duration // the longest from giving an answer until there was feedback
	away     time.Duration // the longest from a session that broke until home was there again
}

// practises until ctx ends.
func (p *practiser) practises(ctx context.Context, c *cluster) error {
	var gone time.Time // when the session broke; zero before
	for ctx.Err() == nil {
		err := p.session(ctx, c, &gone)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, errNotSeen):
			return err
		}
		if gone.IsZero() {
			gone = time.Now()
			p.broken++
		}
		if time.Since(gone) > together {
			return fmt.Errorf("no host lets them in: %w", err)
		}
		_ = rest(ctx, 100*time.Millisecond)
	}
	return nil
}

// session is one, at any host.
func (p *practiser) session(ctx context.Context, c *cluster, gone *time.Time) error {
	s, err := p.sit(c.hosts[rand.IntN(len(c.hosts))].address, known)
	if err != nil {
		return err
	}
	defer s.leave()
	if _, err := s.sees(ctx, patience, atHome); err != nil {
		return err
	}
	if !gone.IsZero() {
		p.away = max(p.away, time.Since(*gone))
		*gone = time.Time{}
	}
	if err := s.starts(ctx, c.b.think); err != nil {
		return err
	}
	for {
		done, err := s.answers(ctx, c.b.think)
		if err == nil && !done {
			err = rest(ctx, c.b.think)
		}
		if err != nil || done {
			p.tries = append(p.tries, try{saved: done}) // what was submitted may be kept without how sure they are, as where somebody leaves
		} else {
			err = p.commits(ctx, s)
		}
		if err != nil {
			return err
		}
		if err := s.goesOn(ctx, c.b.think); err != nil {
			return err
		}
	}
}

// commits gives an answer, and notes whether it was saved.
func (p *practiser) commits(ctx context.Context, s *seat) error {
	sure := 1 + rand.IntN(3)
	p.tries = append(p.tries, try{sure: sure})
	begun := time.Now()
	feedback, err := s.commits(ctx, 0, sure, together)
	p.feedback = max(p.feedback, feedback)
	if err != nil {
		return err
	}
	p.longest = max(p.longest, time.Since(begun))
	p.tries[len(p.tries)-1].saved = true
	return nil
}

// check reads the answers: those that were saved are there once and in order, among them perhaps some of which it was not told any more.
func (p *practiser) check(ctx context.Context, c *cluster) (saved int, err error) {
	s, err := c.engine.Store(p.token, kinds())
	if err != nil {
		return 0, err
	}
	var there []int
	next := int64(1)
	_, err = s.Read(ctx, 0, func(f progress.Fact) error {
		if progress.Seq(f) != next {
			return fmt.Errorf("fact %d stands where number %d should", progress.Seq(f), next)
		}
		next++
		if a, ok := f.(progress.Answer); ok {
			there = append(there, a.Sure)
		}
		return nil
	})
	if err == nil && !fits(p.tries, there) {
		err = fmt.Errorf("of %v there are %v", p.tries, there)
	}
	for _, t := range p.tries {
		if t.saved {
			saved++
		}
	}
	return saved, err
}

// fits reports whether answers are those that were given, in order: each that was saved, and of the others some.
func fits(tries []try, there []int) bool {
	can := make([]bool, len(there)+1) // whether the tries so far can have left so many
	can[0] = true
	for _, t := range tries {
		next := make([]bool, len(can))
		for n, so := range can {
			if so && !t.saved {
				next[n] = true
			}
			if so && n < len(there) && (there[n] == t.sure || there[n] == 0 && !t.saved) {
				next[n+1] = true
			}
		}
		can = next
	}
	return can[len(there)]
}
