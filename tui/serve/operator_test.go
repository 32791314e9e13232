package main

import (
	"bytes"
	"crypto/ed25519"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"probity/tui/serve/people"
)

// tells fails unless a command of whoever runs a host ends with a code and says something.
func tells(t *testing.T, code int, says string, args ...string) {
	t.Helper()
	if said, got := once(args...); got != code || !strings.Contains(said, says) {
		t.Errorf("%v: %d, %s", args, got, said)
	}
}

// TestWhoIsWithdrawnBeginsNoSessionMore at any host, on a connection that is there neither; a session that was begun goes on, and the record stays.
func TestWhoIsWithdrawnBeginsNoSessionMore(t *testing.T) {
	store, data, list := storeOfHosts(t), t.TempDir(), nobodyListed(t)
	one, _ := hosting(t, "--data", data, "--authorized", list, "--nats", store)
	other, _ := hosting(t, "--data", data, "--authorized", list, "--nats", store)
	code, key := invited(t, "--data", data), newKey(t)
	c := entered(t, one, code, key)
	s := begins(t, c, practising, "Situation 1 of 1")
	tells(t, 0, "Whoever came with it begins no session more", "withdraw", code, "--data", data, "--nats", store)
	if _, err := io.WriteString(s.keys, answering); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(s.shown); err != nil || s.Wait() != nil {
		t.Errorf("the session that was begun: %v, %s", err, rest)
	}
	again, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := again.CombinedOutput("progress --json"); err == nil || !strings.Contains(string(out), "was withdrawn") {
		t.Errorf("another session on the connection: %v, %s", err, out)
	}
	for _, port := range []string{one, other} {
		for _, user := range []string{"anna", code} {
			if _, err := enter(port, user, key); err == nil {
				t.Errorf("let in as %s", user)
			}
		}
	}
	tells(t, 0, "withdrawn before", "withdraw", code, "--data", data, "--nats", store)
	answers(t, entered(t, other, invited(t, "--data", data), key), "1") // by a new one, to the record of before
}

// TestAHostThatRunsOrNotWithdraws: it is the same command.
func TestAHostThatRunsOrNotWithdraws(t *testing.T) {
	data, list := dataFolder(t), nobodyListed(t)
	anna, ben := newKey(t), newKey(t)
	var first, second, third string
	t.Run("while it runs", func(t *testing.T) {
		port, _ := hosting(t, "--data", data, "--authorized", list)
		first, second, third = invited(t, "--data", data), invited(t, "--data", data), invited(t, "--data", data)
		entered(t, port, first, anna)
		entered(t, port, second, ben)
		tells(t, 0, "Whoever came with it", "withdraw", first, "--data", data)
		if _, err := enter(port, "anna", anna); err == nil {
			t.Error("who was withdrawn is let in")
		}
		tells(t, 1, "made no such invitation", "withdraw", "000000-000000-000000-000000", "--data", data)
		tells(t, 1, "made no such invitation", "withdraw", first[:20], "--data", data)
	})
	tells(t, 0, "Whoever came with it", "withdraw", second, "--data", data)
	tells(t, 0, "nobody can", "withdraw", third, "--data", data)
	tells(t, 1, "made no such invitation", "withdraw", invited(t, "--data", t.TempDir()), "--data", data)
	port, _ := hosting(t, "--data", data, "--authorized", list)
	for who, key := range map[string]ed25519.PrivateKey{"anna": anna, "ben": ben, third: newKey(t)} {
		if _, err := enter(port, who, key); err == nil {
			t.Errorf("%s is let in", who)
		}
	}
}

// TestALearnersRecordIsErased while they practise: nothing of it comes back, and nothing of another's goes.
func TestALearnersRecordIsErased(t *testing.T) {
	data := dataFolder(t)
	anna, ben := newKey(t), newKey(t)
	file := published(t, anna)
	port, _ := hosting(t, "--data", data)
	c, other := entered(t, port, "anna", anna), entered(t, port, "ben", ben)
	for _, of := range []*gossh.Client{c, other} {
		does(t, of, answering, practising)
	}
	s := begins(t, c, practising, "Situation 1 of 1")
	tells(t, 0, "Erase all of this for good? (y or n)\nNothing was erased.", "erase", file, "--data", data)
	tells(t, 0, "facts in the record, 1 file beside it. Backups", "erase", file, "--data", data, "--yes")
	if _, err := io.WriteString(s.keys, answering); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(s.shown)
	if err := s.Wait(); err == nil {
		t.Errorf("what cannot be saved any more is not said: %s", rest)
	}
	tells(t, 0, "Nothing is kept of this learner", "erase", file, "--data", data)
	answers(t, entered(t, port, "anna", anna), "0")
	answers(t, other, "1")
}

// TestARecordIsErasedByTheCodeOfItsLearner, where no host runs, and in a cluster; a learner who is not there is said.
func TestARecordIsErasedByTheCodeOfItsLearner(t *testing.T) {
	for name, args := range map[string][]string{"in a folder": {"--data", dataFolder(t)}, "in a cluster": {"--data", t.TempDir(), "--nats", storeOfHosts(t)}} {
		t.Run(name, func(t *testing.T) {
			var code, unused string
			t.Run("practise", func(t *testing.T) {
				port, _ := hosting(t, append(args, "--authorized", nobodyListed(t))...)
				code, unused = invited(t, args[:2]...), invited(t, args[:2]...)
				does(t, entered(t, port, code, newKey(t)), answering, practising)
			})
			tells(t, 0, "they may come back", append([]string{"erase", code, "--yes"}, args...)...)
			tells(t, 0, "Nothing is kept of this learner.\n", append([]string{"erase", code, "--yes"}, args...)...)
			tells(t, 0, "Whoever came with it", append([]string{"withdraw", code}, args...)...)
			tells(t, 1, "nobody has come with this invitation", append([]string{"erase", unused}, args...)...)
			tells(t, 1, "made no such invitation", append([]string{"erase", "000000-000000-000000-000000"}, args...)...)
			tells(t, 1, "no file that can be read", append([]string{"erase", "anna"}, args...)...)
			tells(t, 0, "by no key", append([]string{"erase", published(t, newKey(t))}, args...)...)
		})
	}
}

// TestWhereThereIsNoHostNothingIsMade: a folder that was mistyped has neither secret nor records, and gets none.
func TestWhereThereIsNoHostNothingIsMade(t *testing.T) {
	empty, key := t.TempDir(), published(t, newKey(t))
	tells(t, 1, "has none: name the host's folder", "erase", key, "--data", empty)
	tells(t, 1, "has none: name the host's folder", "cohort", "--data", empty)
	tells(t, 1, "there is no folder", "withdraw", "x", "--data", filepath.Join(empty, "none"))
	tells(t, 1, "reading the host's secret", "withdraw", "x", "--data", empty, "--nats", storeOfHosts(t))
	tells(t, 1, "takes one thing", "withdraw")
	tells(t, 1, "takes one thing", "erase", key, key)
	if left, err := os.ReadDir(empty); err != nil || len(left) > 0 {
		t.Errorf("%v, %v", left, err)
	}
}

// TestOrdersAreLoggedWithoutNames: that somebody was withdrawn and erased, and not who.
func TestOrdersAreLoggedWithoutNames(t *testing.T) {
	e := engineOf(t)
	of := records{engine: e, now: time.Now}
	in, err := of.directory()
	if err != nil {
		t.Fatal(err)
	}
	who, err := people.New(people.Options{Secret: make([]byte, 32), Directory: in, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	d := desk{kept: of, people: who, log: slog.New(slog.NewTextHandler(&log, nil))}
	code, _ := who.Invite()
	public, err := gossh.NewPublicKey(newKey(t).Public())
	if err != nil {
		t.Fatal(err)
	}
	g, err := who.Offer(t.Context(), people.Candidate{User: code, Key: public})
	if err == nil {
		err = who.Prove(t.Context(), g)
	}
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := e.Store(g.Learner, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := theirs.WriteBeside("drafts/one", nil); err != nil {
		t.Fatal(err)
	}
	for _, o := range []order{{Do: withdrawing, Code: code}, {Do: counting, Code: code}, {Do: erasing, Code: code}, {Do: erasing, Code: code}} {
		if _, err := d.do(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	said := log.String()
	if strings.Count(said, "\n") != 2 || !strings.Contains(said, "an invitation was withdrawn") || !strings.Contains(said, "a learner's record was erased") {
		t.Errorf("logged is %s", said)
	}
	for _, name := range []string{g.Learner, code, markOf(code), gossh.FingerprintSHA256(public)} {
		if strings.Contains(said, name) {
			t.Errorf("%s is logged: %s", name, said)
		}
	}
	if _, err := d.do(t.Context(), order{Do: "read", Code: code}); err == nil {
		t.Error("a record is read")
	}
}
