package people

import (
	"maps"
	"net/netip"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/crypto/ssh"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
)

// madeUp is a key for seeds, which is the same in every run.
const madeUp = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"

// FuzzKeyList: a key comes in by a line of its own alone, whatever stands in the others, and a line that narrows its use narrows it or is left out.
func FuzzKeyList(f *testing.F) {
	for _, s := range []string{
		madeUp + " ann@example", `from="192.0.2.0/24,::1" ` + madeUp, `from="*.example.org" ` + madeUp, `expiry-time="20300101Z" ` + madeUp, `command="sh",restrict ` + madeUp, "# " + madeUp + "\n\r\n" + madeUp + "\n",
		`cert-authority ` + madeUp, `from="` + madeUp, "restrict " + madeUp + "\n" + madeUp, "\x00" + madeUp, `from="",from="::1" ` + madeUp, "ssh-rsa AAAA", `FROM="::1" ` + madeUp,
	} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
		f.Add([]byte(`from="` + s + `" ` + madeUp))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		whole, apart := &KeyList{log: quiet, keys: map[string]keyLine{}}, map[string]keyLine{}
		whole.take(file)
		for line := range strings.SplitSeq(string(file), "\n") {
			one := &KeyList{log: quiet, keys: map[string]keyLine{}}
			one.take([]byte(line))
			if len(one.keys) > 1 {
				t.Errorf("%q has %d keys", line, len(one.keys))
			}
			for key, k := range one.keys {
				if lower := strings.ToLower(line); k.limited && !networks(k.sources) || !k.limited && strings.HasPrefix(lower, "from=") || k.until.IsZero() && strings.HasPrefix(lower, "expiry-time=") {
					t.Errorf("%q lets in from %q until %v", line, k.sources, k.until)
				}
				if _, err := ssh.ParsePublicKey([]byte(key)); err != nil {
					t.Error(err)
				}
			}
			maps.Copy(apart, one.keys)
		}
		if !maps.Equal(whole.keys, apart) {
			t.Errorf("%q has %d keys, and its lines %d", file, len(whole.keys), len(apart))
		}
	})
}

// networks reports whether a list has addresses and networks, and nothing else.
func networks(list string) bool {
	for at := range strings.SplitSeq(list, ",") {
		if _, err := netip.ParseAddr(at); err == nil {
			continue
		}
		if _, err := netip.ParsePrefix(at); err != nil {
			return false
		}
	}
	return true
}

// FuzzByKey: a file is one learner, always the same one, or it is said in a line why it is none.
func FuzzByKey(f *testing.F) {
	for _, s := range []string{madeUp, madeUp + "\n" + madeUp, "cert-authority " + madeUp, "-----BEGIN OPENSSH PRIVATE KEY-----", "# nothing\n", "ssh-ed25519-cert-v01@openssh.com AAAA", "\xef\xbb\xbf" + madeUp} {
		f.Add([]byte(s), "")
		f.Add([]byte(s), "\x1b[31mtutor")
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s), s)
	}
	p, err := New(Options{Secret: []byte("a secret that is of thirty-two bytes"), Directory: NewMemory()})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, file []byte, principal string) {
		fuzztest.Within(t, len(file)+len(principal), 1)
		learner, err := p.ByKey(file, principal)
		if err != nil {
			if said := err.Error(); learner != "" || text.Line(said) != said || utf8.RuneCountInString(said) > 400 {
				t.Errorf("%q, and it is said: %q", learner, said)
			}
			return
		}
		if again, err := p.ByKey(append([]byte("\n# a note\n"), file...), principal); err != nil || again != learner || learner == "" {
			t.Errorf("%q is %q, and %q with a note above, %v", file, learner, again, err)
		}
	})
}

// FuzzInvitation: no code lets anybody in that this host did not make.
func FuzzInvitation(f *testing.F) {
	p, err := New(Options{Secret: []byte("a secret that is of thirty-two bytes"), Directory: NewMemory()})
	if err != nil {
		f.Fatal(err)
	}
	body := []byte{7, 165, 0, 1, 2, 3, 4}
	made := alphabet.EncodeToString(append(body, sealed(p.o.Secret, invited, body)[:sealBytes]...))
	if _, _, err := p.readCode(made); err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{made, strings.ToUpper(made), made[:6] + "-" + made[6:], made + "0", made[1:], strings.Repeat("0", codeLength), "anna", "", "\xff", strings.ReplaceAll(made, "k", "\u212a"), made + "\n"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, code string) {
		fuzztest.Within(t, len(code), 1)
		id, _, err := p.readCode(code)
		if err == nil && (!LooksLikeCode(code) || bare(code) != made) {
			t.Errorf("%q is the invitation %s", code, id)
		}
	})
}
