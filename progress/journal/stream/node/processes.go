package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"

	"github.com/nats-io/nats-server/v2/server"
)

// asNode is set where a program is to be a node, to how that is started.
const asNode = "PROBITY_NODE"

// Asked reports whether this process was started to be a node: then the program calls Run, and does nothing else.
func Asked() bool { return os.Getenv(asNode) != "" }

// Run is the node that this process was started to be, until ctx ends, or whoever started it is gone.
func Run(ctx context.Context) error {
	ctx, gone := context.WithCancel(ctx)
	defer gone()
	go func() { // ends with the process
		_, _ = io.Copy(io.Discard, os.Stdin)
		gone()
	}()
	var n Node
	if err := json.Unmarshal([]byte(os.Getenv(asNode)), &n); err != nil {
		return fmt.Errorf("reading which node it is to be: %w", err)
	}
	running, err := server.NewServer(n.Options())
	if err != nil {
		return err
	}
	running.Start()
	<-ctx.Done()
	running.Shutdown()
	running.WaitForShutdown()
	return nil
}

// Processes are the nodes of a cluster, each a process of its own: the program that runs, started once more.
type Processes struct {
	Nodes   []Node
	running []*exec.Cmd // nil for one that is ended; each has a standard input that ends with this process
}

// Start starts three nodes in a folder. They run until each is ended.
func Start(folder string) (*Processes, error) {
	nodes, err := Three(folder)
	if err != nil {
		return nil, err
	}
	p := &Processes{Nodes: nodes, running: make([]*exec.Cmd, len(nodes))}
	for i := range nodes {
		if err := p.Begin(i); err != nil {
			p.Close()
			return nil, err
		}
	}
	return p, nil
}

// Begin starts a node that is ended.
func (p *Processes) Begin(i int) error {
	text, err := json.Marshal(p.Nodes[i])
	if err != nil {
		return err
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	started := exec.Command(program)
	started.Env = append(os.Environ(), asNode+"="+string(text))
	if _, err = started.StdinPipe(); err != nil {
		return err
	}
	if err := started.Start(); err != nil {
		return fmt.Errorf("starting a node: %w", err)
	}
	p.running[i] = started
	return nil
}

// End ends a node and waits for that: with SIGTERM as whoever looks after it does, with SIGKILL as a power cut.
func (p *Processes) End(i int, by syscall.Signal) {
	if p.running[i] == nil {
		return
	}
	_ = p.running[i].Process.Signal(by) // it fails where it has ended by itself
	if err := p.running[i].Wait(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		panic(err) // it was waited for before
	}
	p.running[i] = nil
}

// Close ends all nodes.
func (p *Processes) Close() {
	for i := range p.running {
		p.End(i, syscall.SIGKILL)
	}
}

// Address is where clients reach the cluster: at all of its nodes.
func (p *Processes) Address() string {
	var all []string
	for _, n := range p.Nodes {
		all = append(all, n.Address())
	}
	return strings.Join(all, ",")
}
