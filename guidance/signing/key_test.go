package signing

import (
	"crypto/ed25519"
	"errors"
	"strings"
	"testing"
)

// made is a key that is the same in every run.
func made(t *testing.T, institution string) Key {
	t.Helper()
	k, err := NewKey(strings.NewReader(strings.Repeat("k", 32)), institution)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestKeysAreKept(t *testing.T) {
	for _, institution := range []string{"", "Ospidéal na hOllscoile, Gaillimh"} {
		k := made(t, institution)
		file, err := k.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseKey(file)
		if err != nil || again.Institution != institution || again.Number() != k.Number() {
			t.Errorf("%q: %q, %s, %v", institution, again.Institution, again.Number(), err)
		}
	}
	if _, err := NewKey(strings.NewReader("short"), ""); err == nil {
		t.Error("a key from too little randomness")
	}
	for name, file := range map[string]string{"nothing": "",
		"a public key": "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
		"damage":       "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"} {
		if _, err := ParseKey([]byte(file)); err == nil || !strings.HasPrefix(err.Error(), "reading the signing key: ") || strings.Contains(err.Error(), "asn1") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestANameStandsOnOneLineAndHasAnEnd(t *testing.T) {
	if k := made(t, " St\u202e Ann's\nWeb: example.org "); k.Institution != "St Ann's Web: example.org" {
		t.Errorf("the name is %q", k.Institution)
	}
	var name *NameError
	if _, err := NewKey(strings.NewReader(strings.Repeat("k", 32)), strings.Repeat("é", NameLimit+1)); !errors.As(err, &name) || name.Field != "institution" {
		t.Errorf("a name that no page can show: %v", err)
	}
}

func TestAKeyOfADomain(t *testing.T) {
	k, err := made(t, "").At(" Example.ORG ")
	if err != nil || k.Domain != "example.org" || k.Number() != made(t, "").Number() {
		t.Fatalf("%q, %s, %v", k.Domain, k.Number(), err)
	}
	for _, domain := range []string{"", "localhost", "https://example.org", "example.org/path", "example.org:8443", "10.0.0.1", "münchen.example",
		"a..example", "-a.example", "example.org\nInstitution: GMC", strings.Repeat("a", 64) + ".example", strings.Repeat("a.", 126) + "example"} {
		var name *NameError
		if _, err := k.At(domain); !errors.As(err, &name) || name.Field != "domain" {
			t.Errorf("%q: %v", domain, err)
		}
	}
	file, err := k.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ParseKey(file); err != nil || again.Domain != "example.org" {
		t.Errorf("%q, %v", again.Domain, err)
	}
	if _, err := ParseKey([]byte(strings.Replace(string(file), "Web: example", "Web: exam ple", 1))); err == nil {
		t.Error("a file with a domain that is none")
	}
}

// TestAKeyThatFitsAnythingIsKnown: under the neutral point there is one signature for every message.
func TestAKeyThatFitsAnythingIsKnown(t *testing.T) {
	neutral := make(ed25519.PublicKey, ed25519.PublicKeySize)
	neutral[0] = 1
	signature := make([]byte, ed25519.SignatureSize)
	signature[0] = 1
	if !ed25519.Verify(neutral, []byte("whatever it is"), signature) {
		t.Fatal("the premise does not hold")
	}
	if !FitsAnything(neutral) || FitsAnything(made(t, "").Public()) {
		t.Error("they are not told apart")
	}
}
