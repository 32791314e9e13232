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
)

// How many write while something is ended.
const (
	writers    = 6 // to the store, as fast as they can
	practisers = 6 // over ssh
)

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
	var longest, waited, feedback, away time.Duration
	for i, w := range ws {
		wrong = errors.Join(wrong, w.check(ctx, c, fmt.Sprint("writer-", i)))
		written, longest = written+w.saved, max(longest, w.longest)
	}
	for _, p := range ps {
		saved, err := p.check(ctx, c)
		wrong = errors.Join(wrong, err)
		answers, broken = answers+saved, broken+p.broken
		waited, feedback, away = max(waited, p.longest), max(feedback, p.feedback), max(away, p.away)
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
	b.row(name+": longest until saved", "< 5 s", fmt.Sprintf("a fact %v, an answer over ssh %v", longest.Round(time.Millisecond), waited.Round(time.Millisecond)),
		max(longest, waited) < 5*time.Second)
	b.row(name+": longest that a learner waits", "< 5 s", fmt.Sprintf("for feedback %v, from a session that broke to home at a host %v (%d broke)",
		feedback.Round(time.Millisecond), away.Round(time.Millisecond), broken), max(feedback, away) < 5*time.Second)
	return nil
}
