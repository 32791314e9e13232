// Connections, and how long each may take before it is of use.

package sshd

import (
	"io"
	"net"
	"net/netip"
	"sync"
	"time"

	"charm.land/ssh"

	"probity/tui/serve/people"
)

// visit is one connection, from when it is accepted until it is closed.
type visit struct {
	net.Conn
	s         *Server
	from      netip.Addr  // what it is counted by; gone with the connection
	learner   string      // once they are known; of census
	handshake *time.Timer // closes the connection if keys are not exchanged in time

	mu       sync.Mutex      // held for what follows
	refusal  *people.Refusal // what the last key was not let in for
	said     bool            // they were told why
	logged   map[string]bool // reasons why something was refused on it, which the log has
	channels int             // that are open
	idle     *time.Timer     // closes a connection that has no channel; nil before it is known who it is
}

type visitKey struct{}

// visitOf is the connection that a context is of.
func visitOf(ctx ssh.Context) *visit { return ctx.Value(visitKey{}).(*visit) }

// accept takes a connection in, or says why not and returns nil: before the handshake there is no other way of saying something than a line in
// plain text, which most clients show when asked for details.
func (s *Server) accept(ctx ssh.Context, conn net.Conn) net.Conn {
	v := &visit{Conn: conn, s: s, from: addressOf(conn.RemoteAddr())}
	v.handshake = time.AfterFunc(s.o.Limits.Handshake, func() { _ = v.Close() })
	if refusal := s.census.arrive(v); refusal != nil {
		v.handshake.Stop()
		s.o.Figures.Refused(refusal.Reason) // and no line in the log, which a flood would fill
		if conn.SetWriteDeadline(time.Now().Add(time.Second)) == nil {
			_, _ = io.WriteString(conn, refusal.Say+"\r\n") // who does not read it is sent away all the same
		}
		return nil
	}
	ctx.SetValue(visitKey{}, v)
	return v
}

// Close ends the connection. It may be called often.
func (v *visit) Close() error {
	stranger := v.s.census.depart(v)
	v.handshake.Stop()
	v.mu.Lock()
	if v.idle != nil {
		v.idle.Stop()
	}
	untold := v.refusal
	if v.said {
		untold = nil
	}
	v.mu.Unlock()
	if stranger && untold != nil { // their program asks nobody, such as ssh -o BatchMode=yes, and could not be told
		v.s.refused(untold)
	}
	return v.Conn.Close()
}

// refused counts that something was refused on the connection, and logs it once for each reason: a client may ask as often as it likes.
func (v *visit) refused(r *people.Refusal) {
	v.mu.Lock()
	known := v.logged[r.Reason]
	if v.logged == nil {
		v.logged = map[string]bool{}
	}
	v.logged[r.Reason] = true
	v.mu.Unlock()
	if known {
		v.s.o.Figures.Refused(r.Reason)
		return
	}
	v.s.refused(r)
}

// entered begins to wait for the connection's first session.
func (v *visit) entered() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.idle = time.AfterFunc(v.s.o.Limits.Start, func() { _ = v.Close() })
}

// open counts a channel, and reports whether it is not one too many.
func (v *visit) open() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.channels >= v.s.o.Limits.Channels {
		return false
	}
	v.channels++
	v.idle.Stop()
	return true
}

// shut takes a channel off the count. A connection that has none left is closed unless it has another one soon.
func (v *visit) shut() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.channels--; v.channels == 0 {
		v.idle.Reset(v.s.o.Limits.Start)
	}
}
