// Package node is a server of records: what its options have to be, and nodes of a cluster on this computer, for tests and measurements. How
// the nodes of an institution are run is for whoever runs them to say.
package node

import (
	"fmt"
	"net"
	"path/filepath"
	"strings"

	"github.com/nats-io/nats-server/v2/server"
)

// What a server takes: a fact of the greatest length with its seal, and a whole record in one append.
const (
	MaxPayload = 4 << 20
	maxBatch   = 100_000
)

// Ready sets a server's options as records need them: each message is on the disk before it is called saved.
func Ready(o *server.Options) *server.Options {
	o.JetStream, o.SyncAlways, o.NoSigs, o.MaxPayload = true, true, true, MaxPayload
	o.JetStreamLimits.MaxBatchSize, o.JetStreamLimits.MaxBatchInflightPerStream = maxBatch, 1000
	return o
}

// Node is how a node of a cluster on loopback is started.
type Node struct {
	Name, Folder string
	Port, Route  int
	Routes       string // to all nodes, separated by commas
}

// Three returns the nodes of a cluster, each with a folder of its own in one, at ports that are free now.
func Three(folder string) ([]Node, error) {
	of, routes := make([]Node, 3), []string{}
	for i := range of {
		port, route, err := freePorts()
		if err != nil {
			return nil, err
		}
		name := fmt.Sprint("node-", i)
		of[i] = Node{Name: name, Folder: filepath.Join(folder, name), Port: port, Route: route}
		routes = append(routes, fmt.Sprintf("nats://127.0.0.1:%d", route))
	}
	for i := range of {
		of[i].Routes = strings.Join(routes, ",")
	}
	return of, nil
}

// Options are those of the node's server.
func (n Node) Options() *server.Options {
	return Ready(&server.Options{
		ServerName: n.Name, StoreDir: n.Folder, Host: "127.0.0.1", Port: n.Port, Routes: server.RoutesFromStr(n.Routes),
		Cluster: server.ClusterOpts{Name: "records", Host: "127.0.0.1", Port: n.Route},
	})
}

// Address is where clients reach the node.
func (n Node) Address() string { return fmt.Sprintf("nats://127.0.0.1:%d", n.Port) }

// freePorts are two ports that nothing listens on.
func freePorts() (one, other int, err error) {
	var held [2]net.Listener // both at once, so that they are not the same
	for i := range held {
		if held[i], err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
			return 0, 0, fmt.Errorf("looking for a free port: %w", err)
		}
		defer held[i].Close()
	}
	return held[0].Addr().(*net.TCPAddr).Port, held[1].Addr().(*net.TCPAddr).Port, nil
}
