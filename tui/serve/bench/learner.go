// A learner: an ssh client with a screen, who reads it and presses keys.

package main

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"probity/tui/display"
)

// The terminal that everybody has, in cells.
const width, height = 100, 30

// patience is how long anything that a learner waits for may take.
const patience = 30 * time.Second

// person is somebody with a key.
type person struct{ signer gossh.Signer }

func newPerson() (person, error) {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		return person{}, err
	}
	signer, err := gossh.NewSignerFromKey(key)
	return person{signer}, err
}

// connect opens a connection to a host.
func (p person) connect(address string) (*gossh.Client, error) {
	return gossh.Dial("tcp", address, &gossh.ClientConfig{
		User: "learner", Auth: []gossh.AuthMethod{gossh.PublicKeys(p.signer)}, Timeout: patience,
		HostKeyCallback: gossh.InsecureIgnoreHostKey(), // a port of this program's own, on loopback
	})
}

// says runs a command line without a terminal, and returns what it says.
func (p person) says(address, in, line string) (string, error) {
	c, err := p.connect(address)
	if err != nil {
		return "", err
	}
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		return "", err
	}
	defer s.Close()
	s.Stdin = strings.NewReader(in)
	out, err := s.CombinedOutput(line)
	if err != nil {
		err = fmt.Errorf("%s: %w: %s", line, err, out)
	}
	return string(out), err
}

// seat is a session with a terminal.
type seat struct {
	client  *gossh.Client
	session *gossh.Session
	keys    io.WriteCloser
	read    sync.WaitGroup
	changed chan struct{} // has a value after something came
	over    chan struct{} // closed when nothing comes any more

	mu      sync.Mutex // held for what follows
	screen  *display.Display
	pressed time.Time // when a key was pressed that nothing came after yet
	took    []time.Duration
}

// sit begins a session on the screens.
func (p person) sit(address, line string) (*seat, error) {
	c, err := p.connect(address)
	if err != nil {
		return nil, err
	}
	s := &seat{client: c, screen: display.New(width, height), changed: make(chan struct{}, 1), over: make(chan struct{})}
	if err := s.begin(line); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return s, nil
}

func (s *seat) begin(line string) (err error) {
	if s.session, err = s.client.NewSession(); err != nil {
		return err
	}
	out, err := s.session.StdoutPipe()
	if err != nil {
		return err
	}
	if s.keys, err = s.session.StdinPipe(); err != nil {
		return err
	}
	if err := s.session.RequestPty("xterm-256color", height, width, nil); err != nil {
		return err
	}
	if line == "" {
		err = s.session.Shell()
	} else {
		err = s.session.Start(line)
	}
	if err != nil {
		return err
	}
	s.read.Go(func() { s.watch(out) })
	return nil
}

// watch puts on the screen what comes.
func (s *seat) watch(out io.Reader) {
	defer close(s.over)
	chunk := make([]byte, 16<<10)
	for {
		n, err := out.Read(chunk)
		if n > 0 {
			s.came(chunk[:n])
		}
		if err != nil {
			return
		}
	}
}

func (s *seat) came(text []byte) {
	at := time.Now()
	s.mu.Lock()
	if !s.pressed.IsZero() {
		s.took = append(s.took, at.Sub(s.pressed))
		s.pressed = time.Time{}
	}
	s.screen.Write(text)
	s.mu.Unlock()
	select {
	case s.changed <- struct{}{}:
	default:
	}
}

// text is what stands on the screen.
func (s *seat) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.String()
}

// press presses keys, and times the first bytes that come after the last of them.
func (s *seat) press(ctx context.Context, pause time.Duration, keys ...string) error {
	for _, key := range keys {
		if err := rest(ctx, pause); err != nil {
			return err
		}
		s.mu.Lock()
		s.pressed = time.Now()
		s.mu.Unlock()
		if _, err := io.WriteString(s.keys, key); err != nil {
			return err
		}
	}
	return nil
}

// errNotSeen is what somebody waits for in vain.
var errNotSeen = errors.New("waited in vain")

// sees waits until one of the texts stands on the screen, and returns which.
func (s *seat) sees(ctx context.Context, limit time.Duration, texts ...string) (seen string, err error) {
	err = s.until(ctx, limit, fmt.Sprintf("%q", texts), func(now string) bool {
		i := slices.IndexFunc(texts, func(text string) bool { return strings.Contains(now, text) })
		if i >= 0 {
			seen = texts[i]
		}
		return i >= 0
	})
	return seen, err
}

// until waits until the screen is as it should be. What is waited for is named.
func (s *seat) until(ctx context.Context, limit time.Duration, what string, as func(now string) bool) error {
	late := time.NewTimer(limit)
	defer late.Stop()
	for {
		now := s.text()
		if as(now) {
			return nil
		}
		select {
		case <-s.changed:
		case <-s.over:
			return io.EOF
		case <-ctx.Done():
			return ctx.Err()
		case <-late.C:
			return fmt.Errorf("%w for %s; the screen:\n%s", errNotSeen, what, now)
		}
	}
}

// leave ends the connection.
func (s *seat) leave() {
	_ = s.client.Close() // it may be gone
	s.read.Wait()
}

// times takes how long it took from keys to bytes, so far.
func (s *seat) times() []time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	took := s.took
	s.took = nil
	return took
}

// rest waits, as somebody who reads.
func rest(ctx context.Context, pause time.Duration) error {
	if pause <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
