package people

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

var (
	ctx   = context.Background()
	noon  = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	quiet = slog.New(slog.NewTextHandler(io.Discard, nil))
	home  = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 40000}
	away  = &net.TCPAddr{IP: net.IPv4(192, 0, 2, 7), Port: 40000}
)

func signer(t *testing.T) ssh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// known are people as a host with these options knows them, at noon.
func known(t *testing.T, o Options) *People {
	t.Helper()
	if o.Secret == nil {
		o.Secret = []byte("a secret that is of thirty-two bytes")
	}
	if o.Directory == nil {
		o.Directory = NewMemory()
	}
	if o.Now == nil {
		o.Now = func() time.Time { return noon }
	}
	p, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// list is a file with lines of keys.
func list(t *testing.T, lines ...string) (*KeyList, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "keys")
	write(t, path, lines...)
	l, err := OpenKeyList(path, quiet)
	if err != nil {
		t.Fatal(err)
	}
	return l, path
}

func write(t *testing.T, path string, lines ...string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
}

func line(key ssh.PublicKey) string { return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key))) }

// why is the reason of a refusal, "" for none.
func why(err error) string {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal.Reason
	}
	if err != nil {
		return "no refusal: " + err.Error()
	}
	return ""
}

func TestALearnerIsTheKeyAndNothingThatTheClientSays(t *testing.T) {
	one, two := signer(t).PublicKey(), signer(t).PublicKey()
	keys, _ := list(t, line(one), line(two))
	p := known(t, Options{Authorized: keys})
	first, err := p.Offer(ctx, Candidate{User: "anna", Key: one, From: away})
	if err != nil {
		t.Fatal(err)
	}
	again, _ := p.Offer(ctx, Candidate{User: "root", Key: one, From: home})
	other, _ := p.Offer(ctx, Candidate{User: "anna", Key: two, From: away})
	if again.Learner != first.Learner || other.Learner == first.Learner {
		t.Errorf("one key is %s and %s, another %s", first.Learner, again.Learner, other.Learner)
	}
	if !regexp.MustCompile(`^[a-z2-7]{32}$`).MatchString(first.Learner) {
		t.Errorf("the token %q is none that a store can have as a name", first.Learner)
	}
	same, _ := known(t, Options{Authorized: keys}).Offer(ctx, Candidate{Key: one, From: away})
	elsewhere, _ := known(t, Options{Authorized: keys, Secret: []byte("another secret, of thirty-two bytes.")}).Offer(ctx, Candidate{Key: one, From: away})
	if same.Learner != first.Learner || elsewhere.Learner == first.Learner {
		t.Errorf("on a host with the same secret %s is %s, on one with another %s", first.Learner, same.Learner, elsewhere.Learner)
	}
}

func TestAnUnknownKeyIsToldWhatToDo(t *testing.T) {
	key := signer(t).PublicKey()
	_, err := known(t, Options{}).Offer(ctx, Candidate{User: "anna", Key: key, From: away})
	if why(err) != "unknown key" || !strings.Contains(err.Error(), ssh.FingerprintSHA256(key)) || !strings.Contains(err.Error(), "CODE@HOST") {
		t.Error(err)
	}
}

func TestAnyoneIsEnrolledOnTheHostsOwnMachineAlone(t *testing.T) {
	p, key := known(t, Options{Open: true}), signer(t).PublicKey()
	if _, err := p.Offer(ctx, Candidate{Key: key, From: home}); err != nil {
		t.Error(err)
	}
	if _, err := p.Offer(ctx, Candidate{Key: key, From: away}); why(err) != "unknown key" {
		t.Error(err)
	}
}

func TestAListOfKeysIsReadAgainWhenItChanges(t *testing.T) {
	one, two := signer(t).PublicKey(), signer(t).PublicKey()
	keys, path := list(t, "# the first year", line(one))
	p := known(t, Options{Authorized: keys})
	comes := func(key ssh.PublicKey) string {
		_, err := p.Offer(ctx, Candidate{Key: key, From: away})
		return why(err)
	}
	if comes(one) != "" || comes(two) == "" {
		t.Fatal("the first list does not hold")
	}
	write(t, path, line(two), "", "and this is no key", line(signer(t).PublicKey()))
	if comes(one) == "" || comes(two) != "" {
		t.Error("the second list does not hold")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if comes(two) == "" {
		t.Error("a list that is gone lets somebody in")
	}
	write(t, path, line(one))
	if comes(one) != "" {
		t.Error("a list that is back does not hold")
	}
}

func TestOptionsOfAKeyAreKeptToOrTheKeyIsLeftOut(t *testing.T) {
	key := signer(t).PublicKey()
	for _, c := range []struct {
		options string
		in      bool
		sources string
	}{
		{`restrict`, true, ""},
		{`no-port-forwarding,no-X11-forwarding`, true, ""},
		{`from="192.0.2.0/24,2001:db8::1"`, true, "192.0.2.0/24,2001:db8::1"},
		{`from="*.example.org"`, false, ""},
		{`expiry-time="20260601120001Z"`, true, ""},
		{`expiry-time="20260601120000Z"`, false, ""},
		{`expiry-time="soon"`, false, ""},
		{`command="progress"`, false, ""},
		{`cert-authority`, false, ""},
	} {
		keys, _ := list(t, c.options+" "+line(key))
		g, err := known(t, Options{Authorized: keys}).Offer(ctx, Candidate{Key: key, From: away})
		if (err == nil) != c.in || g.Sources != c.sources || g.Limited != (c.sources != "") {
			t.Errorf("%s: %+v, %v", c.options, g, err)
		}
	}
}

func TestAnInvitationIsForOnePersonAndAWeek(t *testing.T) {
	now := noon
	p := known(t, Options{Now: func() time.Time { return now }})
	code, until := p.Invite()
	if !regexp.MustCompile(`^([0-9a-z]{6}-){3}[0-9a-z]{6}$`).MatchString(code) || until.Sub(noon) != InvitationLife {
		t.Fatalf("%q until %v", code, until)
	}
	anna, bob := signer(t).PublicKey(), signer(t).PublicKey()
	come := func(user string, key ssh.PublicKey) string {
		g, err := p.Offer(ctx, Candidate{User: user, Key: key, From: away})
		if err == nil {
			err = p.Prove(ctx, g)
		}
		return why(err)
	}
	if _, err := p.Offer(ctx, Candidate{User: code, Key: bob, From: away}); err != nil {
		t.Error(err) // a key that is only offered uses nothing up
	}
	if got := come(strings.ToUpper(code), anna); got != "" {
		t.Errorf("the first to come is refused: %s", got)
	}
	if got := come("anna", anna); got != "" {
		t.Errorf("who was enrolled is refused: %s", got)
	}
	if got := come(code, bob); got != "invitation used" {
		t.Errorf("a second person: %q", got)
	}
	late, _ := p.Invite()
	now = noon.Add(InvitationLife)
	if got := come(late, bob); got != "invitation expired" {
		t.Errorf("after a week: %q", got)
	}
	if got := come(code, anna); got != "" {
		t.Errorf("who was enrolled is refused with their code, later: %s", got)
	}
	if got := come("000000-000000-000000-000000", bob); got != "invitation unknown" {
		t.Errorf("a code that nobody made: %q", got)
	}
}

func TestOfTwoWhoUseOneInvitationAtOnceOneIsEnrolled(t *testing.T) {
	p := known(t, Options{})
	code, _ := p.Invite()
	results := make(chan string, 8)
	for range cap(results) {
		g, err := p.Offer(ctx, Candidate{User: code, Key: signer(t).PublicKey(), From: away})
		if err != nil {
			t.Fatal(err)
		}
		go func() { results <- why(p.Prove(ctx, g)) }()
	}
	enrolled := 0
	for range cap(results) {
		if <-results == "" {
			enrolled++
		}
	}
	if enrolled != 1 {
		t.Errorf("%d were enrolled", enrolled)
	}
}

func TestADirectoryThatFailsLetsNobodyInAndIsNoFaultOfTheirs(t *testing.T) {
	_, err := known(t, Options{Directory: broken{}}).Offer(ctx, Candidate{Key: signer(t).PublicKey(), From: away})
	if why(err) != "directory" || !errors.Is(err, io.ErrUnexpectedEOF) || strings.Contains(err.Error(), "EOF") {
		t.Errorf("%v", err)
	}
}

type broken struct{ *Memory }

func (broken) Enrolled(context.Context, string) (bool, error) { return false, io.ErrUnexpectedEOF }

func TestASecretIsMadeOnceAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret")
	first, err := SecretFile(path)
	if err != nil {
		t.Fatal(err)
	}
	second, err := SecretFile(path)
	if err != nil || string(second) != string(first) || len(first) != secretBytes {
		t.Errorf("%x, then %x, %v", first, second, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("%v, %v", info, err)
	}
	write(t, path, "short")
	if _, err := SecretFile(path); err == nil {
		t.Error("a file without a secret is taken for one")
	}
	if _, err := New(Options{Secret: []byte("short")}); err == nil {
		t.Error("a short secret is taken")
	}
}
