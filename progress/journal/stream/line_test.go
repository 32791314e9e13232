package stream

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// line is the way to a server. A test says of each frame that a client sends what becomes of it and of its answer.
type line struct {
	to *server.Server

	mu    sync.Mutex // held for what follows
	cut   bool       // nobody can connect
	judge func(f frame) fate
	on    *wire // the connection that was made last
}

// fate is what becomes of a frame on its way to the server, and of its answer. The zero value is that both arrive.
type fate struct {
	lost     bool          // it does not arrive
	closes   bool          // the connection breaks: at once if the frame is lost or has no answer, else when the answer comes
	until    chan struct{} // it arrives when this is closed; nil for at once
	says     []byte        // this is answered in the place of the server, which is not asked; nil for what that says
	unheard  bool          // its answer is lost
	answered chan struct{} // its answer arrives when this is closed; nil for at once
	done     func()        // is called when the server has answered; nil for nobody
}

// InProcessConn connects, if the line is not cut.
func (l *line) InProcessConn() (net.Conn, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cut {
		return nil, errors.New("the line is cut")
	}
	server, err := l.to.InProcessConn()
	if err != nil {
		return nil, err
	}
	end, client := net.Pipe()
	l.on = &wire{
		line: l, client: client, server: server, sids: map[string]string{}, fates: map[string]fate{},
		handed: make(chan []byte, 1<<12), over: make(chan struct{}),
	}
	go l.on.pump(client, l.on.up)
	go l.on.pump(server, l.on.down)
	go l.on.deliver()
	return end, nil
}

// each says what becomes of each frame from now on; nil for nothing special.
func (l *line) each(judge func(f frame) fate) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.judge = judge
}

// lose loses what asks for something.
func (l *line) lose(subject string) {
	l.each(func(f frame) fate { return fate{lost: strings.Contains(f.subject, subject)} })
}

// sever cuts the line, or mends it.
func (l *line) sever(cut bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cut = cut; cut {
		l.on.close()
	}
}

func (l *line) fateOf(f frame) fate {
	l.mu.Lock()
	judge := l.judge
	l.mu.Unlock()
	if judge == nil || f.verb != "PUB" && f.verb != "HPUB" {
		return fate{}
	}
	return judge(f)
}

// wire is one connection over a line, which ends with either of its ends.
type wire struct {
	line           *line
	client, server net.Conn

	handed chan []byte   // to the client, which may not read yet
	over   chan struct{} // closed when the wire is
	ends   sync.Once
	later  sync.Mutex // held while a frame is written to the server

	mu    sync.Mutex        // held for what follows
	sids  map[string]string // how the client calls what it listens to
	fates map[string]fate   // of what is asked, by where the answer goes
}

func (w *wire) close() {
	w.ends.Do(func() { close(w.over) })
	_, _ = w.client.Close(), w.server.Close()
}

// deliver writes to the client what is handed to it.
func (w *wire) deliver() {
	defer w.close()
	for {
		select {
		case <-w.over:
			return
		case text := <-w.handed:
			if _, err := w.client.Write(text); err != nil {
				return
			}
		}
	}
}

// pump takes frames from one end of a wire until that is closed.
func (w *wire) pump(from io.Reader, pass func(frame) error) {
	defer w.close()
	frames := bufio.NewReader(from)
	for {
		f, err := readFrame(frames)
		if err != nil || pass(f) != nil {
			return
		}
	}
}

// up is what becomes of a frame of the client.
func (w *wire) up(f frame) error {
	fate := w.line.fateOf(f)
	w.mu.Lock()
	if f.verb == "SUB" {
		w.sids[f.subject] = f.sid
	}
	if f.reply != "" {
		w.fates[f.reply] = fate
	}
	w.mu.Unlock()
	switch {
	case fate.says != nil && f.reply == "": // nobody hears it
		return nil
	case fate.says != nil:
		return w.say(f, fate.says)
	case fate.lost && fate.closes:
		return errors.New("the line breaks")
	case fate.lost:
		return nil
	case fate.until != nil:
		go func() { <-fate.until; _ = w.arrive(f) }()
		return nil
	}
	err := w.arrive(f)
	if fate.closes && f.reply == "" {
		err = errors.New("the line breaks")
	}
	return err
}

func (w *wire) arrive(f frame) error {
	w.later.Lock()
	defer w.later.Unlock()
	_, err := w.server.Write(f.text)
	return err
}

// down is what becomes of a frame of the server.
func (w *wire) down(f frame) error {
	w.mu.Lock()
	fate := w.fates[f.subject]
	w.mu.Unlock()
	if fate.done != nil && f.verb != "INFO" {
		defer fate.done()
	}
	switch {
	case fate.closes:
		return errors.New("the line breaks")
	case fate.unheard:
		return nil
	case fate.answered != nil:
		go func() { <-fate.answered; _ = w.hand(f.text) }()
		return nil
	}
	return w.hand(f.text)
}

func (w *wire) hand(text []byte) error {
	select {
	case <-w.over:
		return net.ErrClosed
	case w.handed <- text:
		return nil
	}
}

// say answers a frame in the place of the server.
func (w *wire) say(f frame, says []byte) error {
	w.mu.Lock()
	sid, there := w.sids[f.reply]
	if dot := strings.LastIndexByte(f.reply, '.'); !there && dot > 0 {
		sid = w.sids[f.reply[:dot]+".*"]
	}
	w.mu.Unlock()
	if header, ok := strings.CutPrefix(string(says), "NATS/1.0"); ok {
		return w.hand(fmt.Appendf(nil, "HMSG %s %s %d %d\r\nNATS/1.0%s\r\n", f.reply, sid, len(says), len(says), header))
	}
	return w.hand(fmt.Appendf(nil, "MSG %s %s %d\r\n%s\r\n", f.reply, sid, len(says), says))
}

// overALine returns an engine that is reached over a line, and does not wait long.
func overALine(t *testing.T) (*Engine, *line) {
	t.Helper()
	running := must(start(&server.Options{DontListen: true, StoreDir: t.TempDir()}, nil))(t)
	t.Cleanup(func() { running.Shutdown(); running.WaitForShutdown() })
	l := &line{to: running}
	e := must(overLine(t, l, 200*time.Millisecond))(t)
	t.Cleanup(func() { check(t, e.Close()) })
	return e, l
}

// overLine is an engine that is reached over a line, and waits so long.
func overLine(t *testing.T, l *line, wait time.Duration) (*Engine, error) {
	o := options()
	o.Wait = wait
	return connect(t.Context(), "", o, nats.InProcessServer(l), nats.ReconnectWait(time.Millisecond))
}
