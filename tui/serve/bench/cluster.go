// Three nodes, three copies, and hosts that keep nothing themselves.

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"probity/progress/journal/stream"
	"probity/progress/journal/stream/node"
	"probity/tui/serve/people"
)

// together is how long a cluster may take until it is whole.
const together = time.Minute

// cluster is what records are kept in by three nodes, and hosts of it.
type cluster struct {
	b      *bench
	folder string
	nodes  *node.Processes
	engine *stream.Engine
	conn   *nats.Conn
	js     jetstream.JetStream
	hosts  []*process
	begun  int // how many hosts were, so that each has a folder of its own
}

// cluster starts three nodes and some hosts, in a folder.
func (b *bench) cluster(ctx context.Context, folder string, hosts int) (c *cluster, err error) {
	c = &cluster{b: b, folder: folder}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	if c.nodes, err = node.Start(filepath.Join(folder, "nodes")); err != nil {
		return nil, err
	}
	if err := c.connect(ctx); err != nil {
		c.close()
		return nil, err
	}
	if _, err := people.SecretFile(c.secret()); err != nil {
		c.close()
		return nil, err
	}
	for range hosts {
		one, err := c.host("127.0.0.1:0")
		if err != nil {
			c.close()
			return nil, err
		}
		c.hosts = append(c.hosts, one)
	}
	return c, nil
}

// connect waits for the nodes, and makes the streams.
func (c *cluster) connect(ctx context.Context) (err error) {
	o := stream.Options{Replicas: 3, Streams: c.b.streams}
	for end := time.Now().Add(together); ; {
		c.engine, err = stream.Connect(ctx, c.nodes.Address(), o)
		if err == nil || ctx.Err() != nil || time.Now().After(end) {
			break
		}
		_ = rest(ctx, 100*time.Millisecond)
	}
	if err != nil {
		return err
	}
	if c.conn, err = nats.Connect(c.nodes.Address(), nats.MaxReconnects(-1), nats.ReconnectWait(200*time.Millisecond)); err != nil {
		return err
	}
	c.js, err = jetstream.New(c.conn)
	return err
}

func (c *cluster) secret() string { return filepath.Join(c.folder, "secret") }

// host starts a host of the cluster at an address.
func (c *cluster) host(address string) (*process, error) {
	c.begun++
	return c.b.host(filepath.Join(c.folder, fmt.Sprint("host-", c.begun)), "--nats", c.nodes.Address(), "--secret", c.secret(), "--listen", address)
}

// close ends everything.
func (c *cluster) close() {
	for _, h := range c.hosts {
		h.end(sigterm)
	}
	if c.conn != nil {
		c.conn.Close()
	}
	if c.engine != nil {
		_ = c.engine.Close() // nothing is under way
	}
	c.nodes.Close()
}

// catchingUp is how many messages a copy may be behind where there is always somebody who writes.
const catchingUp = 10

var errNotWhole = errors.New("a copy is not there, or behind")

// whole waits until every stream has all its copies, so that two are never away at once.
func (c *cluster) whole(ctx context.Context) error {
	ctx, end := context.WithTimeout(ctx, together)
	defer end()
	for last := error(nil); ; {
		err := c.isWhole(ctx)
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return fmt.Errorf("waiting for all copies: %w", cmp.Or(last, err))
		}
		last = err
		_ = rest(ctx, 50*time.Millisecond)
	}
}

func (c *cluster) isWhole(ctx context.Context) error {
	ctx, end := context.WithTimeout(ctx, 2*time.Second) // a node that is ended answers nothing any more
	defer end()
	list := c.js.ListStreams(ctx)
	n := 0
	for info := range list.Info() {
		n++
		if info.Cluster == nil || info.Cluster.Leader == "" || len(info.Cluster.Replicas) < 2 {
			return fmt.Errorf("%w: of %s", errNotWhole, info.Config.Name)
		}
		for _, is := range info.Cluster.Replicas {
			if is.Offline || is.Lag > catchingUp || is.Active == 0 || is.Active > 3*time.Second {
				return fmt.Errorf("%w: of %s on %s (current %v, offline %v, lag %d, heard of %v ago)", errNotWhole, info.Config.Name, is.Name, is.Current, is.Offline, is.Lag, is.Active)
			}
		}
	}
	if err := list.Err(); err != nil {
		return err
	}
	if n <= c.b.streams { // one more, for keys
		return fmt.Errorf("%w: %d streams answer", errNotWhole, n)
	}
	return nil
}
