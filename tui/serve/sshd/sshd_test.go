package sshd

import (
	"context"
	"fmt"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// says is a program that says what it was given.
func says(_ context.Context, s Session) int {
	fmt.Fprintf(s.Out, "learner=%s args=%q TERM=%s LANG=%s NO_COLOR=%s PATH=%s SECRET=%s LC_ALL=%s", s.Learner, s.Args, s.Getenv("TERM"), s.Getenv("LANG"), s.Getenv("NO_COLOR"),
		s.Getenv("PATH"), s.Getenv("SECRET"), s.Getenv("LC_ALL"))
	if s.Terminal != nil {
		fmt.Fprintf(s.Out, " terminal=%v", s.Terminal.Size)
	}
	fmt.Fprintln(s.Out, " end")
	return 7
}

// stays is a program that says "here" and what comes, and ends when it has to.
func stays(ctx context.Context, s Session) int {
	fmt.Fprintln(s.Out, "here")
	for {
		select {
		case <-ctx.Done():
			return 1
		case <-s.Leave:
			fmt.Fprintln(s.Out, "saved")
			return 0
		case n := <-s.Notices:
			fmt.Fprintln(s.Out, "notice:", n)
		}
	}
}

func TestACommandIsSplitAndItsCodeComesBack(t *testing.T) {
	h := start(t, says, nil)
	for command, args := range map[string]string{
		"progress --json": `["progress" "--json"]`, "-- practise --linear": `["practise" "--linear"]`, `search 'two words'`: `["search" "two words"]`,
	} {
		out, code := answer(t, h.enter(), command)
		if !strings.Contains(out, "args="+args) || code != 7 || strings.Contains(out, "terminal") {
			t.Errorf("%s: %q, %d", command, out, code)
		}
	}
	if out, code := answer(t, h.enter(), `search 'two`); code != 2 || !strings.Contains(out, "quotation mark") {
		t.Errorf("half a quotation: %q, %d", out, code)
	}
	if out, code := answer(t, h.enter(), "scp -t /etc/passwd"); code != 1 || !strings.HasPrefix(out, "\x01scp: ") {
		t.Errorf("the old protocol of scp: %q, %d", out, code)
	}
}

func TestTwoSessionsOfOneKeyAreOneLearner(t *testing.T) {
	h, anna := start(t, says, nil), key(t)
	one := h.enter(anna)
	first, _ := answer(t, one, "a")
	second, _ := answer(t, one, "a")
	third, _ := answer(t, h.enter(anna), "a")
	other, _ := answer(t, h.enter(), "a")
	if first != second || first != third || first == other || strings.Contains(first, "learner= ") {
		t.Errorf("%s%s%s%s", first, second, third, other)
	}
}

func TestAKeyThatIsShownAndNotHadIsNobody(t *testing.T) {
	h, anna, bob := start(t, says, nil), key(t), key(t)
	if _, _, err := h.dial("anna", shown{bob, anna.PublicKey()}); err == nil {
		t.Error("bob is let in with the key of anna")
	}
}

// shown is a signer that shows a key of another's.
type shown struct {
	gossh.Signer
	key gossh.PublicKey
}

func (s shown) PublicKey() gossh.PublicKey { return s.key }

func TestOfTheEnvironmentLettersAndColoursAloneComeIn(t *testing.T) {
	h := start(t, says, nil)
	s := session(t, h.enter())
	for _, v := range [][2]string{{"LANG", "en_GB.UTF-8"}, {"NO_COLOR", "1"}, {"PATH", "/tmp"}, {"SECRET", "x"}, {"LC_ALL", "\x1b[2J"}, {"TERM", "vt100"}} {
		_ = s.Setenv(v[0], v[1]) // refused or not, the session goes on
	}
	out, _ := s.CombinedOutput("a")
	if !strings.Contains(string(out), "TERM=vt100 LANG=en_GB.UTF-8 NO_COLOR=1 PATH= SECRET= LC_ALL= ") {
		t.Errorf("%s", out)
	}
}

func TestATerminalIsUsedAsFarAsTheLimitAndItsOwnerIsTold(t *testing.T) {
	h := start(t, says, nil)
	for _, c := range []struct {
		width, height int
		used          string
	}{{80, 24, "{80 24}"}, {240, 70, "{240 70}"}, {500, 200, "{240 70}"}, {4000000, 10, "{240 10}"}, {1, 1, "{1 1}"}, {0, 0, "{80 24}"}} {
		_, out := terminal(t, h.enter(), c.width, c.height)
		until(t, out, "terminal="+c.used)
	}
	h = start(t, stays, nil)
	s, out := terminal(t, h.enter(), 300, 90)
	until(t, out, "300 columns and 90 lines. Of those, 240 by 70 are used here.")
	s.Close()
}

func TestOfManySizesTheLastIsTakenUp(t *testing.T) {
	h := start(t, func(ctx context.Context, s Session) int {
		seen := 0
		fmt.Fprintln(s.Out, "here")
		for {
			select {
			case <-ctx.Done():
				return 1
			case size := <-s.Terminal.Resized:
				if seen++; size == (Size{99, 33}) {
					fmt.Fprintf(s.Out, "few=%v", seen < 100)
					return 0
				}
			}
		}
	}, func(o *Options) { o.Limits.ResizeEvery = 1 })
	s, out := terminal(t, h.enter(), 80, 24)
	until(t, out, "here")
	for i := range 3000 {
		if err := s.WindowChange(24, 80+i%50); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.WindowChange(33, 99); err != nil {
		t.Fatal(err)
	}
	until(t, out, "few=")
}

func TestNothingIsForwarded(t *testing.T) {
	h := start(t, says, nil)
	c := h.enter()
	for _, address := range [][2]string{{"tcp", "127.0.0.1:22"}, {"unix", "/run/agent"}} {
		if conn, err := c.Dial(address[0], address[1]); err == nil {
			t.Errorf("%s is forwarded", address)
			conn.Close()
		}
	}
	if l, err := c.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("a port is opened for a client")
		l.Close()
	}
	if l, err := c.ListenUnix("/tmp/probity-agent"); err == nil {
		t.Error("a socket is opened for a client")
		l.Close()
	}
	s := session(t, c)
	for _, request := range []string{"auth-agent-req@openssh.com", "x11-req", "signal", "break", "unheard-of"} {
		if ok, err := s.SendRequest(request, true, nil); ok || err != nil {
			t.Errorf("%s: %v, %v", request, ok, err)
		}
	}
	if err := s.RequestSubsystem("netconf"); err == nil {
		t.Error("a subsystem is there that this host has not")
	}
	if _, err := s.CombinedOutput("a"); code(t, err) != 7 {
		t.Error("the session does not go on")
	}
	h.counts.wait(t, "forwarding", 6)
	if n := strings.Count(h.log.String(), "reason=forwarding"); n != 1 {
		t.Errorf("one connection fills the log with %d lines", n)
	}
}

func TestAPanicEndsItsSessionAlone(t *testing.T) {
	h := start(t, func(ctx context.Context, s Session) int {
		if len(s.Args) > 0 {
			panic("the answer was B, said anna")
		}
		return stays(ctx, s)
	}, nil)
	anna := key(t)
	one, out := terminal(t, h.enter(anna), 80, 24)
	until(t, out, "here")
	for range 3 {
		said, code := answer(t, h.enter(anna), "fall")
		if code != 1 || !strings.Contains(said, "connect again") || strings.Contains(said, "answer") {
			t.Errorf("%q, %d", said, code)
		}
	}
	h.counts.wait(t, "ended commands", 3)
	if log := h.log.String(); strings.Contains(log, "answer was") || !strings.Contains(log, "a session failed") {
		t.Error(log)
	}
	one.Close()
}

func TestTheLogSaysNothingOfAnybody(t *testing.T) {
	h := start(t, says, nil)
	out, _ := answer(t, h.enter(), "search something-private")
	learner := strings.TrimPrefix(strings.Fields(out)[0], "learner=")
	h.counts.wait(t, "ended commands", 1)
	for _, said := range []string{learner, "127.0.0.1", "anna", "private", "SHA256"} {
		if log := h.log.String(); strings.Contains(log, said) {
			t.Errorf("the log says %s:\n%s", said, log)
		}
	}
}
