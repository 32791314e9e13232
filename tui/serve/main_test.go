package main

import (
	"bufio"
	"bytes"
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

	"probity/progress/journal/stream"
	"probity/scenarios/pack"
	"probity/tui/serve/sshd"
)

// loaded is what all hosts of the tests teach. Nobody changes it.
var loaded = sync.OnceValues(pack.Builtin)

// hosting runs the program until the test ends, and returns the port of its door and what asks it to end.
func hosting(t *testing.T, args ...string) (port string, ask chan<- os.Signal) {
	t.Helper()
	read, write := io.Pipe()
	asked, code := make(chan os.Signal, 2), make(chan int, 1)
	var said bytes.Buffer
	go func() {
		code <- run(world{Args: append([]string{"--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"}, args...), Out: write, Err: &said, Ask: asked, Now: time.Now, Library: loaded})
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

// few is how records are kept in most tests. Making the 256 streams that a host spreads them over by itself, and finding them again, is most of what
// starting it takes.
func few() stream.Options { return stream.Options{Streams: 2} }

// dataFolder is one for what a host keeps, in which there are few streams already.
func dataFolder(t *testing.T) (data string) {
	t.Helper()
	data = t.TempDir()
	e, err := stream.Embed(t.Context(), filepath.Join(data, recordsFolder), few())
	if err == nil {
		err = e.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// once runs the program to its end.
func once(args ...string) (out string, code int) {
	var said bytes.Buffer
	code = run(world{Args: args, In: strings.NewReader(""), Out: &said, Err: &said, Ask: make(chan os.Signal), Now: time.Now, Library: loaded})
	return said.String(), code
}

// shows reads until a text was shown.
func shows(t *testing.T, out *bufio.Reader, text string) {
	t.Helper()
	var shown strings.Builder
	for !strings.Contains(shown.String(), text) {
		b, err := out.ReadByte()
		if err != nil {
			t.Fatalf("%q was not shown: %v\n%s", text, err, shown.String())
		}
		shown.WriteByte(b)
	}
}

// does what a learner types behind ssh and the host's name.
func does(t *testing.T, c *gossh.Client, in, command string) string {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.Stdin = strings.NewReader(in)
	out, err := s.CombinedOutput(command)
	if err != nil {
		t.Errorf("%s: %v\n%s", command, err, out)
	}
	return string(out)
}

// TestTwoLearnersPractise, each on a record of their own, which is still there when the host comes back, and goes home as a file.
func TestTwoLearnersPractise(t *testing.T) {
	data, key := dataFolder(t), newKey(t)
	t.Run("practise", func(t *testing.T) {
		port, _ := hosting(t, "--data", data)
		does(t, entered(t, port, "anna", key), answering, practising)
		answers(t, entered(t, port, "anna", newKey(t)), "0") // the user name names nobody
	})
	t.Run("after a restart", func(t *testing.T) {
		port, _ := hosting(t, "--data", data)
		anna := entered(t, port, "x", key)
		answers(t, anna, "1")
		if out := does(t, anna, "", "data export --format toml"); !strings.Contains(out, "[[answer]]") {
			t.Errorf("the record is taken home as %s", out)
		}
	})
}

// TestOnAFreshMachineWhoeverSitsAtItComesIn, with everything made as a host makes it by itself.
func TestOnAFreshMachineWhoeverSitsAtItComesIn(t *testing.T) {
	port, _ := hosting(t, "--data", t.TempDir())
	answers(t, entered(t, port, "anna", newKey(t)), "0")
}

func TestAnInvitationIsMadeBesideAHostThatRuns(t *testing.T) {
	data := dataFolder(t)
	port, _ := hosting(t, "--data", data, "--authorized", nobodyListed(t))
	if _, err := enter(port, "anna", newKey(t)); err == nil {
		t.Error("a key that is not listed is let in")
	}
	said, code := once("invite", "--data", data)
	invitation, _, _ := strings.Cut(said, "\n")
	if code != 0 || !strings.Contains(said, "ssh "+invitation+"@HOST") {
		t.Fatalf("%q, %d", said, code)
	}
	entered(t, port, invitation, newKey(t))
}

func TestAHostEndsAtOnceWhenItIsAskedTwice(t *testing.T) {
	port, ask := hosting(t, "--data", dataFolder(t))
	s := starts(t, entered(t, port, "anna", newKey(t)), "", 80, 24)
	defer s.keys.Close()
	shows(t, s.shown, "What is your role")
	ask <- syscall.SIGTERM
	shows(t, s.shown, "about to be restarted")
	ask <- syscall.SIGTERM
	if _, err := io.Copy(io.Discard, s.shown); err != nil {
		t.Error(err)
	}
	if err := s.Wait(); err != nil {
		t.Error(err)
	}
}

func TestWhatCannotBeIsSaid(t *testing.T) {
	data := dataFolder(t)
	port, _ := hosting(t, "--data", data)
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
		{"--sessions 0 lets nobody in", []string{"--sessions", "0"}},
		{"--strangers-each -1 lets nobody in", []string{"--strangers-each", "-1"}},
		{"--address-rate NaN lets nobody in", []string{"--address-rate", "nan"}},
		{"takes --cert and --cert-key", []string{"--web", ":443", "--cert", "x"}},
		{"choose one", []string{"--web", ":443", "--cert", "x", "--cert-key", "x", "--autocert", "tutor.example.org"}},
		{"say with --web where they are", []string{"--autocert", "tutor.example.org"}},
		{"cannot be what phones open", []string{"--web-address", "http://tutor.example.org"}},
		{"cannot be what phones open", []string{"--web-address", "https://tutor.example.org/"}},
		{"unencrypted", []string{"--listen", "127.0.0.1:0", "--metrics", "none", "--web", "0.0.0.0:0"}},
		{"reading the certificate", []string{"--listen", "127.0.0.1:0", "--metrics", "none", "--web", "127.0.0.1:0", "--cert", "x", "--cert-key", "x"}},
		{"in use by another program", []string{"--listen", "127.0.0.1:0", "--metrics", "none", "--web", "127.0.0.1:" + port}},
		{"unknown flag", []string{"--lisent", "x"}},
	} {
		if said, code := once(append([]string{"--metrics", "127.0.0.1:0", "--data", data}, c.args...)...); code != 1 || !strings.Contains(said, c.says) {
			t.Errorf("%v: %q, %d", c.args, said, code)
		}
	}
}

// TestWhatIsSavedLastHasItsTime: a session is not cut off, nor the host killed, while what the store did not take is tried again.
func TestWhatIsSavedLastHasItsTime(t *testing.T) {
	const lastTry = 5 * time.Second // which the store is waited for
	l := sshd.DefaultLimits()
	if patience+lastTry >= l.Settle {
		t.Errorf("what is tried for %v is cut off after %v", patience, l.Settle)
	}
	unit, err := os.ReadFile("../../docs/probity-host.service")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^TimeoutStopSec=(\d+)$`).FindSubmatch(unit)
	if found == nil {
		t.Fatal("the unit gives no time to end")
	}
	if given, err := time.ParseDuration(string(found[1]) + "s"); err != nil || given <= l.Drain+l.Settle {
		t.Errorf("it is given %v, and may need %v", given, l.Drain+l.Settle)
	}
}
