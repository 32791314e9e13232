// Package sshd is the door of a host: an ssh server at which a learner's key leads to the tutor, and to nothing else. A session with a terminal
// gets the screens, one without gets the command line, and sftp gets the learner's own files. Nothing is forwarded, no program of the host is
// started and no path of it can be named.
//
// It stands on charm.land/ssh, which knows the protocol of sessions, and adds what that leaves open: who is let in and how that is told, limits
// for each stage of a connection, requests that are refused, and an end that loses nothing.
package sshd

import (
	"context"
	"io"
	"log/slog"
	"net"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"probity/tui/prose"
	"probity/tui/serve/people"
	"probity/tui/serve/transfer"
)

// Session is what a program is given of a learner's session.
type Session struct {
	Learner  string // their token
	Args     []string
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Terminal *Terminal       // nil without one
	Notices  <-chan string   // sentences to be shown beside whatever is up
	Leave    <-chan struct{} // closed when the program has to save and to end, as if the learner had left
}

// Terminal is the terminal of a session.
type Terminal struct {
	Size
	Resized <-chan Size // the latest size alone
}

// Program runs a session and returns its exit code. ctx ends when nobody is there any more.
type Program func(ctx context.Context, s Session) (code int)

// People decides who comes in.
type People interface {
	Offer(ctx context.Context, c people.Candidate) (people.Grant, error)
	Prove(ctx context.Context, g people.Grant) error
	Begin(ctx context.Context, g people.Grant) error
}

// Figures counts what happens at the door. Reasons and kinds are of few words each, and say nothing of anybody.
type Figures interface {
	Refused(reason string)
	Began(kind string)
	Ended(kind string, lasted time.Duration)
	Draining()
}

// Options are what a server is made of.
type Options struct {
	People  People
	Program Program
	Files   func(learner string) transfer.Files // a learner's own folder, or nil for none
	HostKey gossh.Signer
	Limits  Limits
	Figures Figures
	Log     *slog.Logger
}

// Server is the door of a host.
type Server struct {
	o      Options
	census *census
	ssh    *ssh.Server
	owned  *owned          // what runs beside the library's own goroutines
	closed context.Context // done when nobody is taken in any more
	close  context.CancelFunc
}

// New returns a server that takes nobody in before Serve.
func New(o Options) *Server {
	s := &Server{o: o, census: newCensus(o.Limits), owned: newOwned()}
	s.closed, s.close = context.WithCancel(context.Background())
	s.ssh = &ssh.Server{
		Version:              "Probity",
		HostSigners:          []ssh.Signer{o.HostKey},
		HandshakeTimeout:     o.Limits.Authenticate,
		ConnCallback:         s.accept,
		ServerConfigCallback: s.handshake,
		Handler:              s.session,
		SubsystemHandlers:    map[string]ssh.SubsystemHandler{subsystem: s.session},
		ChannelHandlers:      map[string]ssh.ChannelHandler{"session": s.channel, "default": s.forwarding},
		RequestHandlers:      map[string]ssh.RequestHandler{"default": s.request},
	}
	return s
}

// Serve takes people in until Shutdown, and returns nil then. It is called once.
func (s *Server) Serve(l net.Listener) error {
	defer context.AfterFunc(s.closed, func() { _ = l.Close() })() // also where the library is told to end before it began
	err := s.ssh.Serve(l)
	if s.closed.Err() != nil {
		return nil
	}
	return err
}

// Shutdown lets no new session begin, and tells those that there are to end. After the time to drain, or when ctx ends, it ends them, waits
// for what they have to save, and closes the host. Who comes meanwhile is told.
func (s *Server) Shutdown(ctx context.Context) {
	s.o.Figures.Draining()
	for _, stay := range s.census.drain() {
		stay.notify("This host is about to be restarted: please leave within " + prose.Minutes(int(s.o.Limits.Drain.Seconds())) + ", then connect again.")
	}
	drained := time.NewTimer(s.o.Limits.Drain)
	defer drained.Stop()
	select {
	case <-s.census.empty:
	case <-drained.C:
	case <-ctx.Done():
	}
	for _, stay := range s.census.drain() {
		stay.leave("drained")
	}
	settled := time.NewTimer(s.o.Limits.Settle + time.Second) // each session is cut off after Settle
	defer settled.Stop()
	select {
	case <-s.census.empty:
	case <-settled.C:
	}
	s.close()
	if err := s.ssh.Close(); err != nil {
		s.o.Log.Warn("the port could not be closed", "error", err)
	}
	for _, v := range s.census.close() {
		_ = v.Close() // the connection is given up
	}
	s.owned.Wait()
}

// refused counts and logs that something was refused.
func (s *Server) refused(r *people.Refusal) {
	s.o.Figures.Refused(r.Reason)
	if r.Cause != nil {
		s.o.Log.Error("somebody could not be let in", "reason", r.Reason, "error", r.Cause)
		return
	}
	s.o.Log.Info("refused", "reason", r.Reason)
}
