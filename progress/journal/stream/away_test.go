package stream

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// TestTheFirstFactsOfARecordThatWasErasedDoNotStay, whenever it is found out that it was.
func TestTheFirstFactsOfARecordThatWasErasedDoNotStay(t *testing.T) {
	e, l := overALine(t)
	s := store(t, e, "learner")
	must(s.begun(t.Context()))(t)
	check(t, store(t, e, "learner").Erase(t.Context()))
	l.lose("MSG.GET." + keyStream)
	_, err := s.Append(t.Context(), 0, settings("a")...)
	unsaved(t, err)
	l.each(nil)
	if _, err = s.Append(t.Context(), 0, settings("a")...); !errors.Is(err, errErased) {
		t.Errorf("once it can be found out: %v", err)
	}
	if m, there := must2(e.last(t.Context(), s.stream, s.subject))(t); there {
		t.Errorf("%d stays", m.place)
	}
}

// TestWhatIsLargeMayTakeLonger: a record that is brought along, on a line that takes a while for it, is not sent again before it can have arrived.
func TestWhatIsLargeMayTakeLonger(t *testing.T) {
	if small, large := patience([][]byte{{1}}), patience([][]byte{make([]byte, slowest), make([]byte, slowest)}); large-small < 1900*time.Millisecond {
		t.Errorf("a byte may take %s, two seconds' worth %s", small, large)
	}
}

// heard tells of each line that says something.
type heard struct {
	what string
	told chan struct{}
}

func (h heard) Write(line []byte) (int, error) {
	if strings.Contains(string(line), h.what) {
		h.told <- struct{}{}
	}
	return len(line), nil
}

// TestAClusterThatDidNotLetAHostInIsAskedOn, as while its accounts are changed: the host is not to be started anew for that.
func TestAClusterThatDidNotLetAHostInIsAskedOn(t *testing.T) {
	folder, port := t.TempDir(), server.RANDOM_PORT
	refused := heard{"authentication error", make(chan struct{}, 64)}
	node := func(password string) (stop func()) {
		o := &server.Options{Host: "127.0.0.1", Port: port, StoreDir: folder, Username: "probity", Password: password}
		running := must(start(o, refused))(t)
		port = running.Addr().(*net.TCPAddr).Port
		return func() { running.Shutdown(); running.WaitForShutdown() }
	}
	stop := node("secret")
	e := must(Connect(t.Context(), fmt.Sprintf("nats://probity:secret@127.0.0.1:%d", port), options()))(t)
	t.Cleanup(func() { check(t, e.Close()) })
	given := e.conn.StatusChanged(nats.CLOSED) // up
	stop()
	stop = node("another")
	for n := range 3 {
		select {
		case <-refused.told:
		case <-given:
			t.Fatalf("after %d times it asks no more", n)
		}
	}
	stop()
	stop = node("secret")
	t.Cleanup(stop)
	check(t, e.Healthy(t.Context()))
}

// TestNothingStaysOfWhatFillsALog, where an answer was lost either.
func TestNothingStaysOfWhatFillsALog(t *testing.T) {
	e, l := overALine(t)
	e.wait, e.replicas = 2*time.Second, 3
	s := store(t, e, "learner")
	sent := 0
	l.each(func(f frame) fate {
		if f.subject == s.nobody() {
			sent++
		}
		return fate{unheard: sent < 2}
	})
	check(t, e.compact(t.Context(), s.stream, s.nobody()))
	if m, there := must2(e.last(t.Context(), s.stream, s.nobody()))(t); there || sent < 2 {
		t.Errorf("it was sent %d times, and %d stays", sent, m.place)
	}
}
