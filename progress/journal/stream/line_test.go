package stream

import (
	"bytes"
	"errors"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// line is the way to a server, over which answers come through, are held back, or nothing goes at all.
type line struct {
	to *server.Server

	mu   sync.Mutex    // held for what follows
	held chan struct{} // closed when answers come through again; nil while they do
	cut  bool
	lost func(sent []byte) bool // what goes astray on its way to the server; nil for nothing
	last net.Conn
}

// InProcessConn connects, if the line is not cut.
func (l *line) InProcessConn() (net.Conn, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cut {
		return nil, errors.New("the line is cut")
	}
	conn, err := l.to.InProcessConn()
	l.last = &clientEnd{conn, l}
	return l.last, err
}

// hold holds answers back until the function that it returns is called.
func (l *line) hold() (release func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	held := make(chan struct{})
	l.held = held
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.held = nil
		close(held)
	}
}

// sever cuts the line, or mends it.
func (l *line) sever(cut bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = cut
	if cut {
		_ = l.last.Close()
	}
}

// lose has what goes to the server go astray where lost says so; nil for nothing.
func (l *line) lose(lost func(sent []byte) bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lost = lost
}

// asking is what asks for something.
func asking(subject string) func(sent []byte) bool {
	return func(sent []byte) bool { return bytes.Contains(sent, []byte(subject)) }
}

// clientEnd is the client's end of a line.
type clientEnd struct {
	net.Conn
	line *line
}

// Read gives what came while answers come through.
func (c *clientEnd) Read(into []byte) (int, error) {
	n, err := c.Conn.Read(into)
	c.line.mu.Lock()
	held := c.line.held
	c.line.mu.Unlock()
	if held != nil {
		<-held
	}
	return n, err
}

// Write sends what does not go astray.
func (c *clientEnd) Write(text []byte) (int, error) {
	c.line.mu.Lock()
	lost := c.line.lost
	c.line.mu.Unlock()
	if lost != nil && lost(text) {
		return len(text), nil
	}
	return c.Conn.Write(text)
}

// overALine returns an engine that is reached over a line, and does not wait long.
func overALine(t *testing.T) (*Engine, *line) {
	t.Helper()
	running := must(start(&server.Options{DontListen: true, StoreDir: t.TempDir()}, nil))(t)
	t.Cleanup(func() { running.Shutdown(); running.WaitForShutdown() })
	l := &line{to: running}
	o := options()
	o.Wait = 200 * time.Millisecond
	e := must(connect(t.Context(), "", o, nats.InProcessServer(l), nats.ReconnectWait(time.Millisecond)))(t)
	t.Cleanup(func() { check(t, e.Close()) })
	return e, l
}
