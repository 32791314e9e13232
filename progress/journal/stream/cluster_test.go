package stream

import (
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"testing"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
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
	c := &nodes{folder: t.TempDir(), running: make([]*server.Server, 3)}
	var routes []*url.URL
	for i := range c.running {
		port := freePort(t)
		routes = append(routes, must(url.Parse(fmt.Sprintf("nats://127.0.0.1:%d", port)))(t))
		c.options = append(c.options, ready(&server.Options{
			ServerName: fmt.Sprint("node-", i), StoreDir: filepath.Join(c.folder, fmt.Sprint("node-", i)),
			Host: "127.0.0.1", Port: server.RANDOM_PORT, Cluster: server.ClusterOpts{Name: "test", Host: "127.0.0.1", Port: port},
		}))
	}
	for _, o := range c.options {
		o.Routes = routes
	}
	c.start(t)
	t.Cleanup(c.stop)
	return c
}

func (c *nodes) start(t *testing.T) {
	t.Helper()
	for i, o := range c.options {
		c.running[i] = must(server.NewServer(o.Clone()))(t)
		c.running[i].Start()
	}
}

func (c *nodes) stop() {
	for _, s := range c.running {
		s.Shutdown()
		s.WaitForShutdown()
	}
}

// freePort is a port that nothing listens on.
func freePort(t *testing.T) int {
	t.Helper()
	l := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
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
	conforms(t, c.engine(t, 0), c.engine(t, 1), c.engine(t, 2))
}
