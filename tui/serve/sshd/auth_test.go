package sshd

import (
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"probity/tui/serve/people"
)

// TestWhoIsNotLetInIsToldOneLine, of whatever is wrong with what they came with.
func TestWhoIsNotLetInIsToldOneLine(t *testing.T) {
	var invite string
	h := start(t, says, func(o *Options) {
		who, err := people.New(people.Options{Secret: make([]byte, 32), Directory: people.NewMemory(), Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		invite, _ = who.Invite()
		o.People = who
	})
	anna, bob := key(t), key(t)
	for _, c := range []struct {
		user string
		keys []gossh.Signer
		says string
	}{
		{"anna", []gossh.Signer{anna, bob}, "This host does not know your key, " + gossh.FingerprintSHA256(anna.PublicKey())},
		{"anna", nil, "Your ssh program showed no key"},
		{"000000-000000-000000-000000", []gossh.Signer{anna}, "This host made no such invitation"},
	} {
		if _, said, err := h.dial(c.user, c.keys...); err == nil || !strings.HasPrefix(said, c.says) || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: %q, %v", c.user, said, err)
		}
	}
	if _, said, err := h.dial(invite, anna); err != nil {
		t.Errorf("an invitation: %q, %v", said, err)
	}
	if _, said, err := h.dial("anna", anna); err != nil {
		t.Errorf("who was enrolled: %q, %v", said, err)
	}
	if _, said, err := h.dial(invite, bob); err == nil || !strings.HasPrefix(said, "This invitation was used before") || strings.Count(said, "\n") != 1 {
		t.Errorf("a second person: %q, %v", said, err)
	}
	var told string
	asksNobody := &gossh.ClientConfig{
		User: "000000-000000-000000-000000", Auth: []gossh.AuthMethod{gossh.PublicKeys(bob)}, HostKeyCallback: gossh.InsecureIgnoreHostKey(),
		BannerCallback: func(m string) error { told += m; return nil },
	}
	if _, err := gossh.Dial("tcp", h.address, asksNobody); err == nil || !strings.HasPrefix(told, "This host made no such invitation") {
		t.Errorf("a program that asks nobody is told %q, %v", told, err)
	}
	quiet := &gossh.ClientConfig{User: "anna", Auth: []gossh.AuthMethod{gossh.PublicKeys(bob)}, HostKeyCallback: gossh.InsecureIgnoreHostKey()}
	if _, err := gossh.Dial("tcp", h.address, quiet); err == nil {
		t.Error("an unknown key is let in")
	}
	h.counts.wait(t, "unknown key", 2) // one that could be told, and this one
}
