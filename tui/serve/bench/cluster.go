// Three nodes, three copies, and hosts that keep nothing themselves.

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
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

var errNotWhole = errors.New("a copy is not there, or behind")

// whole waits until every stream has all its copies, so that two are never away at once.
func (c *cluster) whole(ctx context.Context) error {
	ctx, end := context.WithTimeout(ctx, together)
	defer end()
	for {
		err := c.isWhole(ctx)
		if err == nil || ctx.Err() != nil {
			return err
		}
		_ = rest(ctx, 50*time.Millisecond)
	}
}

func (c *cluster) isWhole(ctx context.Context) error {
	list := c.js.ListStreams(ctx)
	n := 0
	for info := range list.Info() {
		n++
		if info.Cluster == nil || info.Cluster.Leader == "" || len(info.Cluster.Replicas) < 2 {
			return errNotWhole
		}
		for _, is := range info.Cluster.Replicas {
			if !is.Current || is.Offline || is.Lag > 0 || is.Active > 3*time.Second {
				return errNotWhole
			}
		}
	}
	if err := list.Err(); err != nil {
		return err
	}
	if n <= c.b.streams { // one more, for keys
		return errNotWhole
	}
	return nil
}

// signals are how a node or a host is ended: as whoever looks after it does, and as a power cut does.
func signals() []syscall.Signal { return []syscall.Signal{sigterm, syscall.SIGKILL} }
