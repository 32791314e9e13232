package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// host runs the program until the test ends, and returns the port of its door and what asks it to end.
func host(t *testing.T, args ...string) (port string, ask chan<- os.Signal) {
	t.Helper()
	read, write := io.Pipe()
	asked, code := make(chan os.Signal, 2), make(chan int, 1)
	var said bytes.Buffer
	go func() {
		code <- run(world{Args: append([]string{"--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"}, args...), Out: write, Err: &said, Ask: asked, Now: time.Now})
		write.Close()
	}()
	line, err := bufio.NewReader(read).ReadString('\n')
	var rest sync.WaitGroup
	rest.Go(func() { _, _ = io.Copy(io.Discard, read) })
	t.Cleanup(func() {
		asked <- syscall.SIGTERM
		if got := <-code; got != 0 {
			t.Errorf("exit code %d: %s", got, said.String())
		}
		rest.Wait()
	})
	found := regexp.MustCompile(`^The tutor is here:  ssh -p (\d+) localhost\n$`).FindStringSubmatch(line)
	if err != nil || found == nil {
		t.Fatalf("%q, %v", line, err)
	}
	return found[1], asked
}

// once runs the program to its end.
func once(args ...string) (out string, code int) {
	var said bytes.Buffer
	code = run(world{Args: args, Out: &said, Err: &said, Ask: make(chan os.Signal), Now: time.Now})
	return said.String(), code
}

func enter(t *testing.T, port, user string) (*gossh.Client, error) {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return gossh.Dial("tcp", "127.0.0.1:"+port, &gossh.ClientConfig{
		User: user, Auth: []gossh.AuthMethod{gossh.PublicKeys(signer)}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), // a port of this test's own
	})
}

func TestOnAFreshMachineWhoeverSitsAtItComesIn(t *testing.T) {
	port, _ := host(t, "--data", t.TempDir())
	c, err := enter(t, port, "anna")
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := s.Output("progress --json"); err != nil || !strings.Contains(string(out), "learner") {
		t.Errorf("%q, %v", out, err)
	}
}

func TestAnInvitationIsMadeBesideAHostThatRuns(t *testing.T) {
	data := t.TempDir()
	list := filepath.Join(data, "keys")
	if err := os.WriteFile(list, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	port, _ := host(t, "--data", data, "--authorized", list)
	if _, err := enter(t, port, "anna"); err == nil {
		t.Error("a key that is not listed is let in")
	}
	said, code := once("invite", "--data", data)
	invitation, _, _ := strings.Cut(said, "\n")
	if code != 0 || !strings.Contains(said, "ssh "+invitation+"@HOST") {
		t.Fatalf("%q, %d", said, code)
	}
	c, err := enter(t, port, invitation)
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
}

func TestAHostEndsAtOnceWhenItIsAskedTwice(t *testing.T) {
	port, ask := host(t, "--data", t.TempDir())
	c, err := enter(t, port, "anna")
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RequestPty("xterm", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() && !strings.Contains(lines.Text(), "Any key") {
	}
	ask <- syscall.SIGTERM
	for lines.Scan() && !strings.Contains(lines.Text(), "about to be restarted") {
	}
	ask <- syscall.SIGTERM
	for lines.Scan() && !strings.Contains(lines.Text(), "Saved.") {
	}
	if err := s.Wait(); err != nil {
		t.Error(err)
	}
}

func TestWhatCannotBeIsSaid(t *testing.T) {
	data := t.TempDir()
	port, _ := host(t, "--data", data)
	for _, c := range []struct {
		says string
		args []string
	}{
		{"in use by another program", []string{"--listen", "127.0.0.1:" + port}},
		{"in use by another program", []string{"--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:" + port}},
		{"reading who may come in", []string{"--listen", "127.0.0.1:0", "--authorized", filepath.Join(data, "none")}},
		{"reading whose certificates are believed", []string{"--listen", "127.0.0.1:0", "--ca", filepath.Join(data, "none")}},
		{"holds no private key", []string{"--host-key", filepath.Join(data, "secret")}},
		{"reading the host's key", []string{"--host-key", filepath.Join(data, "none")}},
		{"name their authority with --ca", []string{"--principal", "tutor"}},
		{"more than 1m0s", []string{"--idle", "10s"}},
		{"lets nobody in", []string{"--sessions", "0"}},
		{"unknown flag", []string{"--lisent", "x"}},
	} {
		if said, code := once(append(c.args, "--data", data)...); code != 1 || !strings.Contains(said, c.says) {
			t.Errorf("%v: %q, %d", c.args, said, code)
		}
	}
}
