// What is left of a learner who was erased.

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
)

// What the learner leaves in plain words: in a reflection, and as their name on a certificate among their own files.
const (
	reflected = "Zaubernuss in winter"
	signed    = "Dr Hamamelis Quill"
)

// sealEnd is how many bytes at the end of a message are looked for: they are of a seal, and no two are the same.
const sealEnd = 24

// traces are what may tell of a learner in the files of nodes, by what it is.
type traces struct {
	mu  sync.Mutex // held for all
	all map[string][]byte
}

// follow notes all that is sent to the store of a learner, from now on.
func (c *cluster) follow(token string) (*traces, error) {
	left := &traces{all: map[string][]byte{
		"their token": []byte(token), "a reflection, plain": []byte(reflected), "their name, plain": []byte(signed),
	}}
	for _, subject := range []string{"record.*." + token, "beside.*." + token + ".*", "key." + token} {
		_, err := c.conn.Subscribe(subject, func(m *nats.Msg) {
			left.mu.Lock()
			defer left.mu.Unlock()
			left.all[fmt.Sprintf("message %d", len(left.all)-2)] = bytes.Clone(m.Data[max(0, len(m.Data)-sealEnd):])
		})
		if err != nil {
			return nil, err
		}
	}
	return left, c.conn.Flush()
}

// found is how often each trace is in the files of a folder, and how many files and bytes there are.
func (left *traces) found(folder string) (found map[string]int, files, size int, err error) {
	left.mu.Lock()
	defer left.mu.Unlock()
	found = map[string]int{}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || err == nil && d.IsDir() { // a node removes files of its own meanwhile
			return nil
		}
		text, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		files, size = files+1, size+len(text)
		for what, trace := range left.all {
			if n := bytes.Count(text, trace); n > 0 {
				found[what] += n
			}
		}
		return err
	})
	return found, files, size, err
}

// erasing is the bar of erasing: nothing is left on any node.
func (b *bench) erasing(ctx context.Context) error {
	c, err := b.cluster(ctx, b.path("erasing"), 1)
	if err != nil {
		return err
	}
	defer c.close()
	p, err := newPerson()
	if err != nil {
		return err
	}
	token, err := p.token(ctx, c.secret())
	if err != nil {
		return err
	}
	left, err := c.follow(token)
	if err != nil {
		return err
	}
	if err := p.leavesTraces(ctx, b, c.hosts[0].address); err != nil {
		return err
	}
	nodes := filepath.Join(c.folder, "nodes")
	before, _, _, err := left.found(nodes)
	if err != nil || len(before) < 10 {
		return errors.Join(fmt.Errorf("before erasing there are only %v", before), err)
	}
	messages := len(left.all) - 3
	if _, err := p.says(c.hosts[0].address, "", "data erase --yes"); err != nil {
		return err
	}
	after, stopped, again, size, err := c.leftAfter(ctx, left, nodes)
	if err != nil {
		return err
	}
	n := total(after) + total(stopped) + total(again)
	b.row("one learner erased on three nodes", "0 traces, plain or sealed", fmt.Sprintf(
		"%d while they run, %d after they ended, %d after a restart (%v%v%v): of %d messages and 3 plain texts, %d places before; %.1f MB looked through",
		total(after), total(stopped), total(again), after, stopped, again, messages, total(before), float64(size)/1e6), n == 0)
	return nil
}

// leftAfter is what is found once the copies followed, again after all nodes ended, and once they were started anew and the copies are whole.
func (c *cluster) leftAfter(ctx context.Context, left *traces, nodes string) (after, stopped, again map[string]int, size int, err error) {
	for end := time.Now().Add(together); ; {
		after, _, _, err = left.found(nodes)
		if err != nil || len(after) == 0 || time.Now().After(end) || ctx.Err() != nil {
			break
		}
		_ = rest(ctx, 200*time.Millisecond)
	}
	if err != nil {
		return nil, nil, nil, 0, err
	}
	for i := range c.nodes.Nodes {
		c.nodes.End(i, sigterm)
	}
	if stopped, _, size, err = left.found(nodes); err != nil {
		return nil, nil, nil, 0, err
	}
	for i := range c.nodes.Nodes {
		if err := c.nodes.Begin(i); err != nil {
			return nil, nil, nil, 0, err
		}
	}
	if err := c.whole(ctx); err != nil {
		return nil, nil, nil, 0, err
	}
	again, _, _, err = left.found(nodes)
	return after, stopped, again, size, err
}

// leavesTraces practises, reflects, and makes a certificate among the learner's own files.
func (p person) leavesTraces(ctx context.Context, b *bench, address string) error {
	s, err := p.sit(address, known)
	if err != nil {
		return err
	}
	defer s.leave()
	if err := s.starts(ctx, b.think); err != nil {
		return err
	}
	for n := range 3 {
		done, err := s.answers(ctx, b.think)
		if err == nil && !done {
			_, err = s.commits(ctx, b.think, 2, patience)
		}
		if err != nil {
			return err
		}
		if n == 0 {
			if err := s.reflects(ctx, b.think); err != nil {
				return err
			}
		}
		if err := s.goesOn(ctx, b.think); err != nil {
			return err
		}
	}
	_, err = p.says(address, "", fmt.Sprintf("certificate --from 2020-01-01 --format json --name %q -o mine.json", signed))
	return err
}

// reflects writes a reflection on the situation whose feedback is up.
func (s *seat) reflects(ctx context.Context, pause time.Duration) error {
	if err := s.press(ctx, pause, "r"); err != nil {
		return err
	}
	const editor = "Leave out anything"
	if _, err := s.sees(ctx, patience, editor); err != nil {
		return err
	}
	before := ""
	for _, keys := range []string{reflected, "\x13"} { // ctrl+s
		before = s.text()
		if err := s.press(ctx, pause, keys); err != nil {
			return err
		}
		if err := s.changes(ctx, before); err != nil {
			return err
		}
	}
	_, err := s.sees(ctx, patience, saved)
	return err
}

func total(found map[string]int) (n int) {
	for _, times := range found {
		n += times
	}
	return n
}
