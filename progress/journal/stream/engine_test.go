package stream

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"probity/progress/journal"
)

// TestWhatWasSavedIsThereAfterARestart, whoever opens it and whatever number of streams is asked for.
func TestWhatWasSavedIsThereAfterARestart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "made", "anew")
	e := must(Embed(t.Context(), folder, options()))(t)
	_, err := store(t, e, "learner").Append(t.Context(), 0, settings("a", "b")...)
	check(t, err)
	check(t, e.Close())
	o := options()
	o.Streams = 5
	e = must(Embed(t.Context(), folder, o))(t)
	holds(t, store(t, e, "learner"), "1a", "2b")
	holds(t, store(t, e, "another"))
	check(t, e.Close())
}

// TestAFolderHasOneProcess: a second one would damage what the first one writes.
func TestAFolderHasOneProcess(t *testing.T) {
	folder := t.TempDir()
	embedded(t, folder)
	_, err := Embed(t.Context(), folder, options())
	var said *OpenError
	if !errors.As(err, &said) || said.Message() != fmt.Sprintf("The records in %s are in use by another process. End it, or name another folder.", folder) {
		t.Errorf("it is said: %v", err)
	}
}

// TestAFolderThatCannotBeUsed is said at once.
func TestAFolderThatCannotBeUsed(t *testing.T) {
	folder := t.TempDir()
	check(t, os.WriteFile(filepath.Join(folder, "jetstream"), nil, 0o600))
	for _, used := range []string{folder, filepath.Join(folder, "jetstream")} {
		_, err := Embed(t.Context(), used, options())
		var said *OpenError
		if !errors.As(err, &said) || !strings.HasPrefix(said.Message(), "The records in "+used+" could not be opened: ") {
			t.Errorf("it is said: %v", err)
		}
	}
	check(t, os.Remove(filepath.Join(folder, "jetstream")))
	embedded(t, folder)
}

// TestAnEngineIsClosedOnce, and closing it again does no harm.
func TestAnEngineIsClosedOnce(t *testing.T) {
	e := must(Embed(t.Context(), t.TempDir(), options()))(t)
	check(t, e.Healthy(t.Context()))
	check(t, e.Close())
	check(t, e.Close())
	if e.Healthy(t.Context()) == nil {
		t.Error("it is well though it is closed")
	}
}

func TestWhereNothingAnswers(t *testing.T) {
	l := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	address := "nats://" + l.Addr().String()
	check(t, l.Close())
	_, err := Connect(t.Context(), address, Options{Wait: 50 * time.Millisecond})
	var said *OpenError
	if !errors.As(err, &said) || !strings.HasPrefix(said.Message(), "No store of records answers at "+address) {
		t.Errorf("it is said: %v", err)
	}
}

// TestALearnerIsAToken: anything else could reach the messages of others.
func TestALearnerIsAToken(t *testing.T) {
	e := embedded(t, t.TempDir())
	for _, learner := range []string{"", "*", ">", "a.b", "a b", "a\r\n", "~", "é", strings.Repeat("a", 65)} {
		if _, err := e.Store(learner, journal.Kinds{}); err == nil {
			t.Errorf("%q has a record", learner)
		}
	}
}

// TestAClusterMayAskWhoComes: who is not let in is told so.
func TestAClusterMayAskWhoComes(t *testing.T) {
	asks := &server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, StoreDir: t.TempDir(), Username: "probity", Password: "secret"}
	running := must(start(asks, nil))(t)
	defer running.WaitForShutdown()
	defer running.Shutdown()
	address := running.Addr().String()
	_, err := Connect(t.Context(), "nats://"+address, options())
	var said *OpenError
	if !errors.As(err, &said) || said.Message() != "The store of records at nats://"+address+" does not let Probity in. Check the credentials." {
		t.Errorf("it is said: %v", err)
	}
	if _, err = Connect(t.Context(), "nats://probity:wrong@"+address, options()); err == nil || strings.Contains(err.Error(), "wrong") {
		t.Errorf("with another password: %v", err)
	}
	e := must(Connect(t.Context(), "nats://probity:secret@"+address, options()))(t)
	_, err = store(t, e, "learner").Append(t.Context(), 0, settings("a")...)
	check(t, err)
	check(t, e.Close())
}
