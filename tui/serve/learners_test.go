// Learners of a host as the tests have them: their keys, connections and sessions.
package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// practising is what a learner types who answers one situation.
const (
	practising = "--role doctor --jurisdiction uk practise boundaries --count 1 --linear"
	answering  = "a\nabc\nabcd\nabcde\nabcdef\n1111\n11111\n111111\n2\n\nnext\nstop\n"
)

func newKey(t *testing.T) ed25519.PrivateKey {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// published is a file with the public key.
func published(t *testing.T, key ed25519.PrivateKey) (path string) {
	t.Helper()
	public, err := gossh.NewPublicKey(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "id_ed25519.pub")
	if err := os.WriteFile(path, append([]byte("# of a leaver\n"), gossh.MarshalAuthorizedKey(public)...), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// nobodyListed is a file with the keys of those who may come in: of nobody.
func nobodyListed(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// invited is a code that a host made.
func invited(t *testing.T, args ...string) string {
	t.Helper()
	said, code := once(append([]string{"invite"}, args...)...)
	invitation, _, _ := strings.Cut(said, "\n")
	if code != 0 {
		t.Fatalf("%d, %s", code, said)
	}
	return invitation
}

// enter connects with a key.
func enter(port, user string, key ed25519.PrivateKey) (*gossh.Client, error) {
	signer, err := gossh.NewSignerFromKey(key)
	if err != nil {
		return nil, err
	}
	return enterBy(port, user, signer)
}

// enterBy connects with a key, or with a certificate.
func enterBy(port, user string, signer gossh.Signer) (*gossh.Client, error) {
	return gossh.Dial("tcp", "127.0.0.1:"+port, &gossh.ClientConfig{
		User: user, Auth: []gossh.AuthMethod{gossh.PublicKeys(signer)}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), // a port of this test's own
	})
}

// entered is a connection of somebody who is let in.
func entered(t *testing.T, port, user string, key ed25519.PrivateKey) *gossh.Client {
	t.Helper()
	c, err := enter(port, user, key)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// answers is how many answers a learner has, as the host tells them.
func answers(t *testing.T, c *gossh.Client, n string) {
	t.Helper()
	if out := does(t, c, "", "progress --json"); !strings.Contains(out, `"answers": `+n) {
		t.Errorf("not %s answers: %s", n, out)
	}
}

// begun is a session that waits for what is typed.
type begun struct {
	*gossh.Session
	keys  io.WriteCloser
	shown *bufio.Reader
}

// begins begins a session, up to where a text was shown.
func begins(t *testing.T, c *gossh.Client, command, text string) begun {
	t.Helper()
	b := starts(t, c, command, 0, 0)
	shows(t, b.shown, text)
	return b
}

// starts starts a command in a session, with a terminal of so many columns and rows unless they are 0. Without a command it is the tutor itself.
func starts(t *testing.T, c *gossh.Client, command string, width, height int) begun {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	keys, err := s.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if width > 0 {
		if err := s.RequestPty("xterm", height, width, gossh.TerminalModes{}); err != nil {
			t.Fatal(err)
		}
	}
	start := s.Shell
	if command != "" {
		start = func() error { return s.Start(command) }
	}
	if err := start(); err != nil {
		t.Fatal(err)
	}
	return begun{s, keys, bufio.NewReader(out)}
}
