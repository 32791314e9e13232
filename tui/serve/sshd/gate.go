// What a client may ask for on a channel. All that this host has is let through to the ssh library; the rest is refused before it gets there,
// and the size of the terminal is kept here, so that a client that changes it all the time has no more of it than another.

package sshd

import (
	"slices"
	"strings"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// What of the environment is taken from a client.
const (
	mostVariables = 32
	longestValue  = 128 // bytes
)

// subsystem is the one subsystem that there is.
const subsystem = "sftp"

// Size is that of a terminal, in cells.
type Size = struct{ Width, Height int }

// gate is a channel that is about to be a session.
type gate struct {
	gossh.NewChannel
	v    *visit
	gone chan struct{} // closed when the channel is

	mu      sync.Mutex // held for what follows
	started bool       // the session was asked for something
	env     map[string]string
	term    bool // there is a terminal
	size    Size
	resized chan struct{} // has a value after the size has changed
}

type gateKey struct{}

// gated is a connection's context as one of its channels sees it.
type gated struct {
	ssh.Context
	gate *gate
}

func (c gated) Value(key any) any {
	if key == (gateKey{}) {
		return c.gate
	}
	return c.Context.Value(key)
}

// channel serves a channel of the kind that sessions have.
func (s *Server) channel(srv *ssh.Server, conn *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
	v := visitOf(ctx)
	if !v.open() {
		v.refused(refuse("channels", ""))
		_ = asked.Reject(gossh.ResourceShortage, "too many sessions on one connection")
		return
	}
	defer v.shut()
	g := &gate{NewChannel: asked, v: v, gone: make(chan struct{}), env: map[string]string{}, resized: make(chan struct{}, 1)}
	ssh.DefaultSessionHandler(srv, conn, g, gated{ctx, g})
}

// forwarding refuses channels of every other kind: ports, sockets, agents and screens.
func (s *Server) forwarding(_ *ssh.Server, _ *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
	visitOf(ctx).refused(refuse("forwarding", ""))
	_ = asked.Reject(gossh.Prohibited, "this host forwards nothing")
}

// request refuses what is asked of a connection as a whole. A client that only asks whether the host is there takes that for an answer.
func (s *Server) request(ctx ssh.Context, _ *ssh.Server, req *gossh.Request) (bool, []byte) {
	if strings.Contains(req.Type, "forward") {
		visitOf(ctx).refused(refuse("forwarding", ""))
	}
	return false, nil
}

// Accept opens the channel, and hands on those of its requests that pass.
func (g *gate) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	ch, in, err := g.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	out := make(chan *gossh.Request)
	late := time.AfterFunc(g.v.s.o.Limits.Start, func() { _ = ch.Close() })
	g.v.s.owned.Go(func() {
		defer close(out)
		defer close(g.gone)
		defer late.Stop()
		for req := range in {
			pass, ok := g.judge(req)
			if g.asked() {
				late.Stop()
			}
			if pass {
				out <- req // the library takes requests until out is closed
				continue
			}
			_ = req.Reply(ok, nil) // fails when the connection is gone, as the next request says
		}
	})
	return ch, out, nil
}

func (g *gate) asked() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.started
}

// judge says whether a request goes on to the library, and if not, how it is answered.
func (g *gate) judge(req *gossh.Request) (pass, ok bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch req.Type {
	case "shell", "exec":
		g.started = true
		return true, false
	case "subsystem":
		var p struct{ Name string }
		if gossh.Unmarshal(req.Payload, &p) != nil || p.Name != subsystem || g.v.s.o.Files == nil {
			g.v.refused(refuse("subsystem", ""))
			return false, false
		}
		g.started = true
		return true, false
	case "env":
		return false, !g.started && g.variable(req.Payload)
	case "pty-req":
		return !g.started && !g.term && g.terminal(req.Payload), false
	case "window-change":
		var p struct{ Width, Height, PixelWidth, PixelHeight uint32 }
		if !g.term || gossh.Unmarshal(req.Payload, &p) != nil {
			return false, false
		}
		g.size = cells(p.Width, p.Height)
		select {
		case g.resized <- struct{}{}:
		default:
		}
		return false, true
	case "auth-agent-req@openssh.com", "x11-req":
		g.v.refused(refuse("forwarding", ""))
	}
	return false, false
}

// terminal takes the terminal of a session up. The caller holds mu.
func (g *gate) terminal(payload []byte) bool {
	var p struct {
		Term                                   string
		Width, Height, PixelWidth, PixelHeight uint32
		Modes                                  string
	}
	if gossh.Unmarshal(payload, &p) != nil {
		return false
	}
	if plainly(p.Term) {
		g.env["TERM"] = p.Term
	}
	g.term, g.size = true, cells(p.Width, p.Height)
	return true
}

// cells is a terminal's size; one that says nothing of its size is taken for the usual one.
func cells(width, height uint32) Size {
	if width == 0 || height == 0 {
		return Size{80, 24}
	}
	const most = 1 << 16
	return Size{int(min(width, most)), int(min(height, most))}
}

// variable takes a variable of the client's environment up: what says which letters and colours the terminal can show. The caller holds mu.
func (g *gate) variable(payload []byte) bool {
	var p struct{ Name, Value string }
	if gossh.Unmarshal(payload, &p) != nil || len(g.env) >= mostVariables || !plainly(p.Value) {
		return false
	}
	switch {
	case slices.Contains([]string{"TERM", "LANG", "COLORTERM", "NO_COLOR", "CLICOLOR"}, p.Name), strings.HasPrefix(p.Name, "LC_") && plainly(p.Name):
		g.env[p.Name] = p.Value
		return true
	}
	return false
}

// plainly reports whether a value is short and has visible ASCII characters alone.
func plainly(value string) bool {
	return len(value) <= longestValue && !strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r > '~' })
}

// surroundings are the variables and the terminal that a session begins with.
func (g *gate) surroundings() (env map[string]string, size Size, terminal bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.env, g.size, g.term
}

// now is the size of the terminal.
func (g *gate) now() Size {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.size
}
