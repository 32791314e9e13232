package main

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"golang.org/x/term"

	"probity/progress"
	"probity/progress/hosted"
	"probity/scenarios/find"
	"probity/scenarios/pack"
	"probity/tui/command"
	"probity/tui/prose"
	"probity/tui/serve/rooms"
	"probity/tui/serve/sshd"
)

// library is what is taught on a host: one for all sessions, and one index of it. Nobody changes either.
type library struct {
	load  func() (*pack.Pack, error)
	index func(*pack.Pack) *find.Index
}

// shared is a library that is loaded when somebody first needs it, and indexed when somebody first searches.
func shared(load func() (*pack.Pack, error)) library {
	load = sync.OnceValues(load)
	made := sync.OnceValue(func() *find.Index {
		p, _ := load() // who asks has it
		return find.New(p.Guidance, p.Bank)
	})
	return library{load, func(p *pack.Pack) *find.Index {
		if loaded, _ := load(); p != loaded {
			return find.New(p.Guidance, p.Bank)
		}
		return made()
	}}
}

// tutoring is what the sessions of a host share.
type tutoring struct {
	taught library
	hall   *rooms.Hall // nil where phones can't vote
	now    func() time.Time
}

// tutors runs the tutor in sessions, each on the record of its learner.
func tutors(of records, hall *rooms.Hall) sshd.Program {
	t := tutoring{shared(of.library), hall, of.now}
	return func(ctx context.Context, s sshd.Session) int {
		record, files, err := of.open(s.Learner)
		if err != nil {
			fmt.Fprintln(s.Err, "probity: "+prose.Worded(err))
			return 1
		}
		return t.run(ctx, s, record, files)
	}
}

// run runs the command line, or the screens, in a session.
func (t tutoring) run(ctx context.Context, s sshd.Session, record *hosted.Record, files ownFiles) int {
	over, end := context.WithCancel(ctx)
	defer end()
	left := make(chan struct{})
	go func() { // ends with the session
		defer close(left)
		select {
		case <-s.Leave:
			end()
		case <-over.Done():
		}
	}()
	host := &command.Host{Record: record, Files: files, Session: over, Patience: patience, Notices: s.Notices, Terminal: terminal(s)}
	if t.hall != nil {
		host.Phones = t.hall.For(over)
	}
	code := command.Run(command.System{
		Args: s.Args, In: s.In, Out: s.Out, Err: s.Err, Getenv: s.Getenv, Now: t.now, Library: t.taught.load, Index: t.taught.index, Host: host,
	})
	end()
	<-left
	return code
}

// patience is how long what the store does not take is tried again after a session: longer than a cluster that lost a node needs for a new
// leader, and less than the time that a session has to save what there is.
const patience = 30 * time.Second

// environment are the variables that a session's terminal says of itself.
func environment() []string {
	return []string{"LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "NO_COLOR", "CLICOLOR"}
}

// terminal is the one of a session; nil without one.
func terminal(s sshd.Session) *command.Terminal {
	if s.Terminal == nil {
		return nil
	}
	t := &command.Terminal{Type: s.Getenv("TERM"), Size: s.Terminal.Size, Sizes: s.Terminal.Resized, Lines: newLines(s)}
	for _, name := range environment() {
		if value := s.Getenv(name); value != "" {
			t.Environ = append(t.Environ, name+"="+value)
		}
	}
	return t
}

// lines are what is typed and said in lines, where the terminal itself neither echoes nor edits.
type lines struct {
	terminal *term.Terminal
	rest     []byte // of the line that was read last
}

func newLines(s sshd.Session) *lines {
	return &lines{terminal: term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{s.In, s.Out}, "")}
}

// Write says something.
func (l *lines) Write(p []byte) (int, error) { return l.terminal.Write(p) }

// Read takes what was typed, a line at a time.
func (l *lines) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		line, err := l.terminal.ReadLine()
		if err != nil {
			return 0, err
		}
		l.rest = []byte(line + "\n")
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

// counted is a store whose appends are counted.
type counted struct {
	store
	figures figures
}

// Append saves facts, and counts how long that took.
func (c counted) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	began := time.Now()
	kept, err := c.store.Append(ctx, after, facts...)
	c.figures.Appended(time.Since(began), err)
	return kept, err
}
