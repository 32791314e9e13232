package sshd

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"probity/tui/serve/people"
	"probity/tui/serve/transfer"
)

// host is a server on a port of this machine, and what it said and counted.
type host struct {
	t *testing.T
	*Server
	address string
	folders sync.Map // learners' folders
	log     *lines
	counts  *counts
}

// counts are figures that a test can wait for.
type counts struct {
	mu      sync.Mutex
	noted   []string
	changed chan struct{}
}

func (c *counts) note(what string) {
	c.mu.Lock()
	c.noted = append(c.noted, what)
	c.mu.Unlock()
	tell(c.changed)
}
func (c *counts) Refused(reason string)              { c.note(reason) }
func (c *counts) Began(kind string)                  { c.note("began " + kind) }
func (c *counts) Ended(kind string, _ time.Duration) { c.note("ended " + kind) }
func (c *counts) Draining()                          { c.note("draining") }

// wait waits until something was counted as often as that.
func (c *counts) wait(t *testing.T, what string, times int) {
	t.Helper()
	for {
		c.mu.Lock()
		n := 0
		for _, r := range c.noted {
			if r == what {
				n++
			}
		}
		all := strings.Join(c.noted, ", ")
		c.mu.Unlock()
		if n >= times {
			return
		}
		select {
		case <-c.changed:
		case <-time.After(20 * time.Second):
			t.Fatalf("%q was not counted %d times: %s", what, times, all)
		}
	}
}

// lines is a log.
type lines struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.String()
}

// start is a host with a program, which anybody of this machine may come to.
func start(t *testing.T, program Program, change func(*Options)) *host {
	t.Helper()
	who, err := people.New(people.Options{Secret: bytes.Repeat([]byte("s"), 32), Directory: people.NewMemory(), Open: true, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	h := &host{t: t, log: &lines{}, counts: &counts{changed: make(chan struct{}, 1)}}
	o := Options{
		People: who, Program: program, HostKey: key(t), Limits: DefaultLimits(), Figures: h.counts, Log: slog.New(slog.NewTextHandler(h.log, nil)),
		Files: func(learner string) transfer.Files {
			folder, _ := h.folders.LoadOrStore(learner, transfer.NewMemory(time.Now))
			return folder.(transfer.Files)
		},
	}
	if change != nil {
		change(&o)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h.Server, h.address = New(o), l.Addr().String()
	served := make(chan error, 1)
	go func() { served <- h.Serve(l) }()
	t.Cleanup(func() {
		now, cancel := context.WithCancel(context.Background())
		cancel()
		h.Shutdown(now)
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return h
}

func key(t *testing.T) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

// dial connects with keys. What the host says before it knows who it is comes back beside the connection.
func (h *host) dial(user string, keys ...gossh.Signer) (*gossh.Client, string, error) {
	var said strings.Builder
	ask := func(string, string, []string, []bool) ([]string, error) { return nil, nil }
	client, err := gossh.Dial("tcp", h.address, &gossh.ClientConfig{
		User: user, Auth: []gossh.AuthMethod{gossh.PublicKeys(keys...), gossh.KeyboardInteractive(ask)},
		HostKeyCallback: gossh.InsecureIgnoreHostKey(), BannerCallback: func(m string) error { said.WriteString(m); return nil },
	})
	if err == nil {
		h.t.Cleanup(func() { client.Close() })
	}
	return client, said.String(), err
}

// enter connects with keys that are let in.
func (h *host) enter(keys ...gossh.Signer) *gossh.Client {
	h.t.Helper()
	if len(keys) == 0 {
		keys = []gossh.Signer{key(h.t)}
	}
	client, said, err := h.dial("anna", keys...)
	if err != nil {
		h.t.Fatal(err, said)
	}
	return client
}

// session opens a session.
func session(t *testing.T, c *gossh.Client) *gossh.Session {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// answer runs a command without a terminal and returns all that it wrote, and its exit code.
func answer(t *testing.T, c *gossh.Client, command string) (string, int) {
	t.Helper()
	out, err := session(t, c).CombinedOutput(command)
	return string(out), code(t, err)
}

func code(t *testing.T, err error) int {
	t.Helper()
	if err == nil {
		return 0
	}
	if exit, ok := err.(*gossh.ExitError); ok {
		return exit.ExitStatus()
	}
	t.Fatalf("no exit code: %v", err)
	return -1
}

// terminal begins a session with a terminal and returns what it writes.
func terminal(t *testing.T, c *gossh.Client, width, height int) (*gossh.Session, io.Reader) {
	t.Helper()
	s := session(t, c)
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RequestPty("xterm-256color", height, width, gossh.TerminalModes{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	return s, out
}

// until reads until something was written.
func until(t *testing.T, out io.Reader, what string) {
	t.Helper()
	var all strings.Builder
	buf := make([]byte, 1024)
	for !strings.Contains(all.String(), what) {
		n, err := out.Read(buf)
		all.Write(buf[:n])
		if err != nil && !strings.Contains(all.String(), what) {
			t.Fatalf("%q did not come: %v, %q", what, err, all.String())
		}
	}
}
