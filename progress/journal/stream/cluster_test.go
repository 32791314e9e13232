package stream

import (
	"fmt"
	"net"
	"path/filepath"
	"strings"
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
	t.Parallel() // they wait for one another more than they work
	of := threeNodes(t)
	c := &nodes{folder: filepath.Dir(of[0].Folder), running: make([]*server.Server, len(of))}
	for _, n := range of {
		c.options = append(c.options, n.options())
	}
	c.start(t)
	t.Cleanup(c.stop)
	return c
}

// node is how a node of a cluster is started.
type node struct {
	Name, Folder string
	Port, Route  int
	Routes       string // to all nodes, separated by commas
}

func threeNodes(t *testing.T) []node {
	t.Helper()
	folder, of, routes := t.TempDir(), make([]node, 3), []string{}
	for i := range of {
		name := fmt.Sprint("node-", i)
		of[i] = node{Name: name, Folder: filepath.Join(folder, name), Port: freePort(t), Route: freePort(t)}
		routes = append(routes, fmt.Sprintf("nats://127.0.0.1:%d", of[i].Route))
	}
	for i := range of {
		of[i].Routes = strings.Join(routes, ",")
	}
	return of
}

func (n node) options() *server.Options {
	return ready(&server.Options{
		ServerName: n.Name, StoreDir: n.Folder, Host: "127.0.0.1", Port: n.Port, Routes: server.RoutesFromStr(n.Routes),
		Cluster: server.ClusterOpts{Name: "test", Host: "127.0.0.1", Port: n.Route},
	})
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
