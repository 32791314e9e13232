package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"golang.org/x/term"

	"probity/progress"
	"probity/progress/hosted"
	"probity/tui/command"
	"probity/tui/prose"
	"probity/tui/serve/rooms"
	"probity/tui/serve/sshd"
)

// tutors runs the tutor in sessions, each on the record of its learner.
func tutors(of records, hall *rooms.Hall, now func() time.Time) sshd.Program {
	return func(ctx context.Context, s sshd.Session) int {
		record, files, err := of.open(s.Learner)
		if err != nil {
			fmt.Fprintln(s.Err, "probity: "+prose.Worded(err))
			return 1
		}
		return tutor(ctx, s, record, files, hall, now)
	}
}

// tutor runs the command line, or the screens, in a session.
func tutor(ctx context.Context, s sshd.Session, record *hosted.Record, files ownFiles, hall *rooms.Hall, now func() time.Time) int {
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
	host := &command.Host{Record: record, Files: files, Session: over, Notices: s.Notices, Terminal: terminal(s)}
	if hall != nil {
		host.Phones = hall.For(over)
	}
	code := command.Run(command.System{Args: s.Args, In: s.In, Out: s.Out, Err: s.Err, Getenv: s.Getenv, Now: now, Host: host})
	end()
	<-left
	return code
}

// environment are the variables that a session's terminal says of itself.
func environment() []string { return []string{"LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "NO_COLOR"} }

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
