package stream

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"

	"probity/progress/journal/stream/node"
)

// nodes are servers of one cluster, on loopback.
type nodes struct {
	folder  string
	running []*server.Server
	options []*server.Options
}

// cluster starts three nodes, each with a folder of its own. They end with the test.
func cluster(t *testing.T) *nodes {
	t.Helper()
	if testing.Short() {
		t.Skip("three nodes take a while")
	}
	t.Parallel() // they wait for one another more than they work
	folder := t.TempDir()
	of := must(node.Three(folder))(t)
	c := &nodes{folder: folder, running: make([]*server.Server, len(of))}
	for _, n := range of {
		c.options = append(c.options, n.Options())
	}
	c.start(t)
	t.Cleanup(c.stop)
	return c
}

// start starts all nodes, and waits until one of them leads: what is asked before that is not answered.
func (c *nodes) start(t *testing.T) {
	t.Helper()
	for i := range c.options {
		c.begin(t, i)
	}
	check(t, retry(t.Context(), time.Minute, time.Minute, func(context.Context) error {
		if !slices.ContainsFunc(c.running, (*server.Server).JetStreamIsLeader) {
			return nats.ErrNoResponders
		}
		return nil
	}))
}

// begin starts a node that is ended.
func (c *nodes) begin(t *testing.T, i int) {
	t.Helper()
	c.running[i] = must(server.NewServer(c.options[i].Clone()))(t)
	c.running[i].Start()
}

func (c *nodes) stop() {
	for i := range c.running {
		c.end(i)
	}
}

func (c *nodes) end(i int) {
	c.running[i].Shutdown()
	c.running[i].WaitForShutdown()
}

// engine connects to a node.
func (c *nodes) engine(t *testing.T, i int) *Engine {
	t.Helper()
	o := options()
	o.Replicas = 3
	e := must(connect(t.Context(), "", o, nats.InProcessServer(c.running[i])))(t)
	t.Cleanup(func() { check(t, e.Close()) })
	return e
}

func TestConformanceOnThreeNodes(t *testing.T) {
	c := cluster(t)
	engines := []*Engine{c.engine(t, 0), c.engine(t, 1), c.engine(t, 2)}
	for _, e := range engines {
		e.filling = 1 // nobody looks at logs
	}
	conforms(t, engines...)
}
