// Nodes and hosts that are ended one after another, while learners practise.

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"probity/progress"
	"probity/progress/journal/stream"
)

// How many write while something is ended.
const (
	writers    = 6 // to the store, as fast as they can
	practisers = 6 // over ssh
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
	token   string
	tries   []try
	broken  int           // sessions that ended without them
	longest time.Duration // from giving an answer until it was saved
	away    time.Duration // the longest from a session that broke until home was there again
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
	if err := s.commits(ctx, 0, sure, together); err != nil {
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

// enders stops or kills nodes and hosts at random, as whoever looks after them does and as a power cut does, one after another, until ctx ends, and returns how often which was ended how.
func (c *cluster) enders(ctx context.Context) (ended map[string]int, err error) {
	ended = map[string]int{}
	for ctx.Err() == nil {
		by := sigterm
		if c.b.kills && rand.IntN(2) == 0 {
			by = syscall.SIGKILL
		}
		if i := rand.IntN(len(c.nodes.Nodes) + len(c.hosts)); i < len(c.nodes.Nodes) {
			ended["node "+how(by)]++
			c.nodes.End(i, by)
			err = c.nodes.Begin(i)
		} else {
			ended["host "+how(by)]++
			i -= len(c.nodes.Nodes)
			at := c.hosts[i].address
			c.hosts[i].end(by)
			c.hosts[i], err = c.host(at)
		}
		if err == nil {
			err = c.whole(context.WithoutCancel(ctx))
		}
		if err != nil {
			return ended, err
		}
		_ = rest(ctx, time.Second)
	}
	return ended, nil
}

func how(by syscall.Signal) string {
	if by == syscall.SIGKILL {
		return "killed"
	}
	return "stopped"
}

// soaking is the bar of a cluster that loses its parts one after another.
func (b *bench) soaking(ctx context.Context) error {
	c, err := b.cluster(ctx, b.path("soaking"), 2)
	if err != nil {
		return err
	}
	defer c.close()
	ws, ps, err := c.people(ctx)
	if err != nil {
		return err
	}
	if err := c.whole(ctx); err != nil {
		return err
	}
	during, end := context.WithTimeout(ctx, b.soak)
	defer end()
	var all sync.WaitGroup
	wrong := make([]error, len(ws)+len(ps))
	for i, w := range ws {
		all.Go(func() { wrong[i] = w.writes(during) })
	}
	for i, p := range ps {
		all.Go(func() { wrong[len(ws)+i] = p.practises(during, c) })
	}
	ended, err := c.enders(during)
	all.Wait()
	if err := errors.Join(append(wrong, err)...); err != nil {
		return err
	}
	return b.soaked(ctx, c, ws, ps, ended)
}

// people are those who write and who practise.
func (c *cluster) people(ctx context.Context) (ws []*writer, ps []*practiser, err error) {
	for i := range writers {
		s, err := c.engine.Store(fmt.Sprint("writer-", i), kinds())
		if err != nil {
			return nil, nil, err
		}
		ws = append(ws, &writer{Store: s})
	}
	for range practisers {
		p, err := newPerson()
		if err != nil {
			return nil, nil, err
		}
		token, err := p.token(ctx, c.secret())
		if err != nil {
			return nil, nil, err
		}
		ps = append(ps, &practiser{person: p, token: token})
	}
	return ws, ps, nil
}

// soaked says what came of it.
func (b *bench) soaked(ctx context.Context, c *cluster, ws []*writer, ps []*practiser, ended map[string]int) error {
	var wrong error
	var written, answers, broken int
	var longest, waited, away time.Duration
	for i, w := range ws {
		wrong = errors.Join(wrong, w.check(ctx, c, fmt.Sprint("writer-", i)))
		written, longest = written+w.saved, max(longest, w.longest)
	}
	for _, p := range ps {
		saved, err := p.check(ctx, c)
		wrong = errors.Join(wrong, err)
		answers, broken = answers+saved, broken+p.broken
		waited, away = max(waited, p.longest), max(away, p.away)
	}
	var how []string
	for what, n := range ended {
		how = append(how, fmt.Sprintf("%s %d", what, n))
	}
	slices.Sort(how)
	name := fmt.Sprintf("three nodes, two hosts, %v", b.soak)
	if !b.kills {
		name += ", stopped alone"
	}
	said := fmt.Sprintf("%d facts and %d answers over ssh, all there, once, in order", written, answers)
	if wrong != nil {
		said = strings.ReplaceAll(wrong.Error(), "\n", "; ")
	}
	b.row(name+": what was saved", "all, once, in order", said+"; ended: "+strings.Join(how, ", "), wrong == nil)
	pause := max(longest, waited, away)
	b.row(name+": longest pause", "< 5 s", fmt.Sprintf("a fact %v, an answer over ssh %v, from a session that broke to home at a host %v (%d broke)",
		longest.Round(time.Millisecond), waited.Round(time.Millisecond), away.Round(time.Millisecond), broken), pause < 5*time.Second)
	return nil
}
