package sshd

import (
	"bufio"
	"context"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// limits is a change of limits alone.
func limits(change func(*Limits)) func(*Options) {
	return func(o *Options) { change(&o.Limits) }
}

// refusedLine is what a connection is told that is not even shaken hands with.
func refusedLine(t *testing.T, address string) string {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return line
}

func TestOneAddressConnectsSoOftenAndNoMore(t *testing.T) {
	h := start(t, says, limits(func(l *Limits) { l.Burst, l.PerSecond = 2, 0 }))
	h.enter()
	h.enter()
	if line := refusedLine(t, h.address); !strings.Contains(line, "Too many connections from your network") {
		t.Error(line)
	}
}

func TestAnIPv6NetworkIsOneAddress(t *testing.T) {
	c := newCensus(Limits{Burst: 1})
	for address, free := range map[string]bool{"2001:db8:0:1::1": true, "2001:db8:0:2::1": true, "192.0.2.1": true, "192.0.2.2": true} {
		if c.rate(addressOf(&net.TCPAddr{IP: net.ParseIP(address)})).Allow() != free {
			t.Errorf("%s: %v is wanted", address, free)
		}
	}
	if c.rate(addressOf(&net.TCPAddr{IP: net.ParseIP("2001:db8:0:1:2:3:4:5")})).Allow() {
		t.Error("one network has two addresses")
	}
}

func TestStrangersAreFewAndHaveLittleTime(t *testing.T) {
	for _, fewer := range []func(*Limits){func(l *Limits) { l.Strangers = 2 }, func(l *Limits) { l.StrangersEach = 2 }} {
		crowded(t, start(t, says, limits(fewer)))
	}
	h := start(t, says, limits(func(l *Limits) { l.Handshake = time.Millisecond }))
	conn, err := net.Dial("tcp", h.address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, _ = io.Copy(io.Discard, conn) // ends when the host ends it
}

// crowded is a host at which two wait who say nothing of who they are, and a third one comes. Once one has gone there is room.
func crowded(t *testing.T, h *host) {
	t.Helper()
	var waiting []net.Conn
	for range 2 {
		conn, err := net.Dial("tcp", h.address)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := bufio.NewReader(conn).ReadString('\n'); err != nil { // the host's version
			t.Fatal(err)
		}
		waiting = append(waiting, conn)
	}
	if line := refusedLine(t, h.address); !strings.Contains(line, "Too many people are connecting") {
		t.Error(line)
	}
	waiting[0].Close()
	for { // the host hears of that when it does
		if _, _, err := h.dial("anna", key(t)); err == nil {
			return
		}
	}
}

func TestWhoDoesNotAuthenticateInTimeIsSentAway(t *testing.T) {
	h := start(t, says, limits(func(l *Limits) { l.Authenticate = 100 * time.Millisecond }))
	conn, err := net.Dial("tcp", h.address)
	if err != nil {
		t.Fatal(err)
	}
	sent := make(chan struct{})
	_, _, _, err = gossh.NewClientConn(watched{conn, sent}, h.address, &gossh.ClientConfig{
		HostKeyCallback: gossh.InsecureIgnoreHostKey(),
		Auth: []gossh.AuthMethod{gossh.PublicKeysCallback(func() ([]gossh.Signer, error) {
			<-sent // the keys are looked for until the host has had enough
			return nil, nil
		})},
	})
	if err == nil {
		t.Error("nobody is let in")
	}
}

// watched is a connection that says when the other side has ended it.
type watched struct {
	net.Conn
	ended chan struct{}
}

func (w watched) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	if err != nil {
		close(w.ended)
	}
	return n, err
}

func TestALearnerHasSoManySessionsAndConnections(t *testing.T) {
	h := start(t, stays, limits(func(l *Limits) { l.PerLearner, l.Connections = 2, 3 }))
	anna := key(t)
	one := h.enter(anna)
	for range 2 {
		_, out := terminal(t, one, 80, 24)
		until(t, out, "here")
	}
	if said, code := answer(t, h.enter(anna), "a"); code != 1 || !strings.Contains(said, "too many sessions on this host") {
		t.Errorf("%q, %d", said, code)
	}
	h.enter(anna)
	if _, said, err := h.dial("anna", anna); err == nil || !strings.Contains(said, "too many connections to this host") {
		t.Errorf("%q, %v", said, err)
	}
	bob, out := terminal(t, h.enter(), 80, 24)
	until(t, out, "here") // another learner has room
	bob.Close()
}

func TestAHostIsFullAtSoManySessions(t *testing.T) {
	h := start(t, stays, limits(func(l *Limits) { l.Sessions = 1 }))
	first, out := terminal(t, h.enter(), 80, 24)
	until(t, out, "here")
	if said, code := answer(t, h.enter(), "a"); code != 1 || !strings.Contains(said, "full at the moment") {
		t.Errorf("%q, %d", said, code)
	}
	first.Close()
	h.counts.wait(t, "ended screens", 1)
	_, out = terminal(t, h.enter(), 80, 24)
	until(t, out, "here")
}

func TestAConnectionHasSoManyChannels(t *testing.T) {
	h := start(t, stays, limits(func(l *Limits) { l.Channels = 2 }))
	c := h.enter()
	session(t, c)
	session(t, c)
	if s, err := c.NewSession(); err == nil {
		t.Error("a third channel is opened")
		s.Close()
	}
}

func TestWhatIsOfNoUseIsClosed(t *testing.T) {
	short := limits(func(l *Limits) { l.Start = 20 * time.Millisecond })
	idle := start(t, stays, short).enter()
	_ = idle.Wait() // a connection without a session

	c := start(t, stays, short).enter()
	_, _ = c.NewSession() // in time or not
	_ = c.Wait()          // a session that is asked for nothing, and then the connection
}

func TestASessionEndsAfterAWarning(t *testing.T) {
	for _, c := range []struct {
		why, says, farewell string
		change              func(*Limits)
	}{
		{"idle", "Nothing has been typed for long: this session ends in less than a minute", "Nothing was typed for long", func(l *Limits) { l.Idle, l.Warning = 400*time.Millisecond, 390*time.Millisecond }},
		{"total time", "This session is as old as one can get here", "This session was as old", func(l *Limits) { l.Total, l.Warning = 400*time.Millisecond, 390*time.Millisecond }},
	} {
		h := start(t, stays, limits(c.change))
		s, out := terminal(t, h.enter(), 80, 24)
		until(t, out, c.says)
		until(t, out, "saved\r\n"+c.farewell)
		if err := s.Wait(); err != nil {
			t.Error(err)
		}
		h.counts.wait(t, "ended screens", 1)
		if !strings.Contains(h.log.String(), c.why) {
			t.Errorf("the log does not say %s:\n%s", c.why, h.log)
		}
	}
}

// typing is a session in which a letter is typed.
type typing struct{ ssh.Session }

func (typing) Read(p []byte) (int, error) { return copy(p, "a"), nil }

// TestWhatIsTypedKeepsASession, but for no longer than one can last.
func TestWhatIsTypedKeepsASession(t *testing.T) {
	now := time.Now()
	for lasted, wants := range map[time.Duration]string{time.Hour: "idle", 12 * time.Hour: "total time"} {
		st := &stay{s: New(Options{HostKey: key(t), Limits: Limits{Idle: 30 * time.Minute, Total: 12 * time.Hour}}), sess: typing{}, began: now.Add(-lasted)}
		st.last.Store(now.Add(-30 * time.Minute).UnixNano())
		if end, _ := st.end(); end.After(now) {
			t.Errorf("after %v, and half an hour without a key, it ends at %v", lasted, end)
		}
		if n, err := (input{st}).Read(make([]byte, 8)); n != 1 || err != nil {
			t.Fatal(n, err)
		}
		if end, why := st.end(); why != wants || end.After(now) != (wants == "idle") {
			t.Errorf("after %v, and a key just before, it ends at %v, %s", lasted, end, why)
		}
	}
}

// A client that reads nothing takes up a buffer, then its connection is closed; the host and other sessions go on.
func TestAClientThatReadsNothingIsCutOff(t *testing.T) {
	wrote := make(chan error, 1)
	h := start(t, func(ctx context.Context, s Session) int {
		if len(s.Args) == 0 {
			return stays(ctx, s)
		}
		page := []byte(strings.Repeat("x", 64<<10))
		for {
			if _, err := s.Out.Write(page); err != nil {
				wrote <- err
				return 1
			}
		}
	}, limits(func(l *Limits) { l.Stall = 50 * time.Millisecond }))
	c := h.enter()
	s := session(t, c)
	if _, err := s.StdoutPipe(); err != nil { // which is never read
		t.Fatal(err)
	}
	if err := s.Start("flood"); err != nil {
		t.Fatal(err)
	}
	other, out := terminal(t, h.enter(), 80, 24)
	until(t, out, "here")
	if err := <-wrote; err == nil {
		t.Error("all is written to nobody")
	}
	h.counts.wait(t, "ended commands", 1)
	if !strings.Contains(h.log.String(), "stalled") {
		t.Error(h.log)
	}
	other.Close()
}

// An export is larger than the buffer, and a client that takes it slowly gets all of it.
func TestALongAnswerComesWhole(t *testing.T) {
	const size = 5 << 20
	h := start(t, func(_ context.Context, s Session) int {
		_, err := io.Copy(s.Out, io.LimitReader(zeros{}, size))
		if err != nil {
			return 1
		}
		return 3
	}, limits(func(l *Limits) { l.Buffer = 10000 }))
	out, code := answer(t, h.enter(), "data export")
	if len(out) != size || code != 3 {
		t.Errorf("%d bytes, %d", len(out), code)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }
