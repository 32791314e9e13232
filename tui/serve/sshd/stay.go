// A session from its beginning to its end.

package sshd

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/serve/people"
)

// Kinds of sessions, for figures and the log.
const (
	screens  = "screens"
	commands = "commands"
	files    = "files"
)

// stay is a session while it lasts.
type stay struct {
	s       *Server
	sess    ssh.Session
	gate    *gate
	number  string // a random one, by which the log names the session
	kind    string
	learner string
	began   time.Time
	out     *output // its pump runs while the session plays
	err     *output // the same as out on a terminal
	told    bool    // that a part of the window is used

	last    atomic.Int64 // when something was typed last, in nanoseconds since 1970
	notices chan string
	once    sync.Once // closes leaving
	leaving chan struct{}
	why     atomic.Value // a string: why the session was ended, if it was the host that did it
}

// newStay is what becomes of a session once it is asked for something.
func (s *Server) newStay(sess ssh.Session) *stay {
	g := sess.Context().Value(gateKey{}).(*gate)
	st := &stay{
		s: s, sess: sess, gate: g, number: fmt.Sprintf("%08x", rand.Uint32()), kind: commands, learner: grantOf(sess.Context()).Learner,
		began: time.Now(), notices: make(chan string, 4), leaving: make(chan struct{}),
	}
	st.touch()
	if _, _, terminal := g.surroundings(); terminal {
		st.kind = screens
	}
	if sess.Subsystem() != "" {
		st.kind = files
	}
	taken := st.touch // without a terminal, what the client takes counts as much as what is typed
	if st.kind == screens {
		taken = func() {}
	}
	cut := func() { st.ended("stalled"); st.cut() }
	st.out = newOutput(sess, s.o.Limits, cut, taken)
	st.err = st.out
	if st.kind != screens {
		st.err = newOutput(sess.Stderr(), s.o.Limits, cut, taken)
	}
	return st
}

// session serves a session. Whatever goes wrong in it ends it alone.
func (s *Server) session(sess ssh.Session) {
	st := s.newStay(sess)
	if refusal := st.admitted(); refusal != nil {
		st.gate.v.refused(refusal)
		st.turnAway(refusal.Say)
		return
	}
	code := 1
	defer func() {
		s.census.end(st)
		lasted := time.Since(st.began)
		why, _ := st.why.Load().(string)
		s.o.Log.Info("session ended", "session", st.number, "kind", st.kind, "lasted", lasted.Round(time.Second), "code", code, "why", why)
		s.o.Figures.Ended(st.kind, lasted)
	}()
	s.o.Figures.Began(st.kind)
	s.o.Log.Info("session begun", "session", st.number, "kind", st.kind)
	code = st.play()
}

// admitted counts the session, or says why it cannot be.
func (st *stay) admitted() *people.Refusal {
	if st.learner == "" { // no handshake leads here
		return &people.Refusal{Reason: "fault", Say: "This host does not know who you are: please connect again."}
	}
	if err := st.s.o.People.Begin(st.sess.Context(), grantOf(st.sess.Context())); err != nil {
		return asRefusal(err)
	}
	return st.s.census.begin(st)
}

// turnAway says one line, and waits for nobody to read it.
func (st *stay) turnAway(say string) {
	late := time.AfterFunc(st.s.o.Limits.Stall, st.cut)
	defer late.Stop()
	_, _ = fmt.Fprintln(st.sess.Stderr(), say) // who is gone is not told
	_ = st.sess.Exit(1)
}

// play runs the session's program and returns its exit code, once the client has taken all that it wrote.
func (st *stay) play() int {
	ctx, cancel := context.WithCancel(st.sess.Context())
	var owned sync.WaitGroup
	defer owned.Wait()
	defer cancel()
	outputs := []*output{st.out}
	if st.err != st.out {
		outputs = append(outputs, st.err)
	}
	for _, o := range outputs {
		owned.Go(o.pump)
	}
	owned.Go(func() { st.watch(ctx, cancel) })
	code := st.attempt(ctx, &owned)
	for _, o := range outputs {
		o.finish()
	}
	_ = st.sess.Exit(code) // fails for a client that is gone
	return code
}

// restored takes a terminal back to what it was, after a program that could not.
const restored = ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable + ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent +
	ansi.ResetModeMouseExtSgr + ansi.ResetModeBracketedPaste + ansi.ResetStyle

// attempt runs the program. A panic ends the session and no other; what it said may be an answer, and is not logged: a stack has functions and lines, and no
// values but addresses.
func (st *stay) attempt(ctx context.Context, owned *sync.WaitGroup) (code int) {
	defer func() {
		if r := recover(); r != nil {
			st.ended("panic")
			st.s.o.Log.Error("a session failed", "session", st.number, "panic", fmt.Sprintf("%T", r), "stack", string(debug.Stack()))
			if st.kind == screens {
				_, _ = io.WriteString(st.err, restored)
			}
			if st.kind != files {
				_, _ = io.WriteString(st.err, "Something went wrong in the program. What was saved is safe: connect again to go on.\r\n")
			}
			code = 1
		}
	}()
	if st.kind == files {
		return st.files(ctx)
	}
	args, err := words(st.sess.RawCommand())
	if err != nil {
		_, _ = fmt.Fprintln(st.err, err)
		return 2
	}
	if copying(args) {
		_, _ = io.WriteString(st.out, noSCP)
		return 1
	}
	env, size, terminal := st.gate.surroundings()
	session := Session{
		Learner: st.learner, Args: args, In: input{st}, Out: st.out, Err: st.err,
		Getenv: func(name string) string { return env[name] }, Notices: st.notices, Leave: st.leaving,
	}
	if terminal {
		resized := make(chan Size, 1)
		session.Terminal = &Terminal{Size: st.clipped(size), Resized: resized}
		owned.Go(func() { st.resize(ctx, resized) })
	}
	code = st.s.o.Program(ctx, session)
	why, _ := st.why.Load().(string)
	if say := farewell(why); say != "" {
		_, _ = fmt.Fprintln(st.err, say) // who is gone is not told
	}
	return code
}

// input is what is typed.
type input struct{ st *stay }

func (in input) Read(p []byte) (int, error) {
	n, err := in.st.sess.Read(p)
	in.st.touch()
	return n, err
}

func (st *stay) touch() { st.last.Store(time.Now().UnixNano()) }

// ended keeps why the host ended the session: the first reason counts.
func (st *stay) ended(why string) { st.why.CompareAndSwap(nil, why) }

// leave has the program save and end.
func (st *stay) leave(why string) {
	st.ended(why)
	st.once.Do(func() { close(st.leaving) })
}

// cut ends the connection of the session, with whatever else is on it.
func (st *stay) cut() { _ = st.gate.v.Close() }

// notify has the program show a sentence. Without a terminal it goes where errors go.
func (st *stay) notify(say string) {
	switch st.kind {
	case screens:
		select {
		case st.notices <- say:
		default: // the program has four already that it has not shown
		}
	case commands:
		st.s.owned.Go(func() { _, _ = fmt.Fprintln(st.err, "probity: "+say) })
	}
}

// clipped is as much of a terminal as is used. Whoever has a larger one is told once.
func (st *stay) clipped(size Size) Size {
	l := st.s.o.Limits
	used := Size{min(size.Width, l.Width), min(size.Height, l.Height)}
	if used != size && !st.told {
		st.told = true
		st.notify(fmt.Sprintf("Your window has %d columns and %d lines. Of those, %d by %d are used here.", size.Width, size.Height, used.Width, used.Height))
	}
	return used
}

// resize tells the program of the terminal's latest size, and no more often than the limit says.
func (st *stay) resize(ctx context.Context, resized chan Size) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-st.gate.resized:
		}
		select {
		case <-resized: // a size that is out of date
		default:
		}
		resized <- st.clipped(st.gate.now())
		pause := time.NewTimer(st.s.o.Limits.ResizeEvery)
		select {
		case <-ctx.Done():
			pause.Stop()
			return
		case <-pause.C:
		}
	}
}
