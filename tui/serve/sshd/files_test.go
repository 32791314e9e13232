package sshd

import (
	"crypto/rand"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"
	gossh "golang.org/x/crypto/ssh"

	"probity/tui/serve/people"
)

func TestALearnersFolderIsTheirsAlone(t *testing.T) {
	h, anna := start(t, says, nil), key(t)
	c, err := sftp.NewClient(h.enter(anna))
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Create("certificate.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(f, io.LimitReader(zeros{}, 3<<20)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	c.Close()
	h.counts.wait(t, "ended files", 1)
	for who, want := range map[gossh.Signer]int{anna: 1, key(t): 0} {
		c, err := sftp.NewClient(h.enter(who))
		if err != nil {
			t.Fatal(err)
		}
		there, err := c.ReadDir("/")
		if err != nil || len(there) != want || want == 1 && there[0].Size() != 3<<20 {
			t.Errorf("%v, %v", there, err)
		}
	}
}

func TestAHostThatDrainsEndsCopying(t *testing.T) {
	h := start(t, says, limits(func(l *Limits) { l.Drain = 0 }))
	c, err := sftp.NewClient(h.enter())
	if err != nil {
		t.Fatal(err)
	}
	h.counts.wait(t, "began files", 1)
	_, ended := h.drain()
	<-ended
	if _, err := c.ReadDir("/"); err == nil {
		t.Error("copying goes on")
	}
}

func TestACertificateIsUsedFromWhereItMay(t *testing.T) {
	ca := key(t)
	list := filepath.Join(t.TempDir(), "ca")
	if err := os.WriteFile(list, gossh.MarshalAuthorizedKey(ca.PublicKey()), 0o600); err != nil {
		t.Fatal(err)
	}
	h := start(t, says, func(o *Options) {
		keys, err := people.OpenKeyList(list, o.Log)
		if err != nil {
			t.Fatal(err)
		}
		who, err := people.New(people.Options{
			Secret: make([]byte, 32), Directory: people.NewMemory(), Now: time.Now, Authority: &people.Authority{Keys: keys},
		})
		if err != nil {
			t.Fatal(err)
		}
		o.People = who
	})
	for sources, says := range map[string]string{"127.0.0.0/8": "", "192.0.2.0/24": "Your key may not be used from where you are", "": "Your key may not be used from where you are"} {
		signer := key(t)
		cert := &gossh.Certificate{
			Key: signer.PublicKey(), CertType: gossh.UserCert, ValidPrincipals: []string{"anna"}, ValidBefore: gossh.CertTimeInfinity,
			Permissions: gossh.Permissions{CriticalOptions: map[string]string{"source-address": sources}},
		}
		if err := cert.SignCert(rand.Reader, ca); err != nil {
			t.Fatal(err)
		}
		certified, err := gossh.NewCertSigner(cert, signer)
		if err != nil {
			t.Fatal(err)
		}
		_, said, err := h.dial("whoever", certified)
		if (err == nil) != (says == "") || !strings.HasPrefix(said, says) {
			t.Errorf("%q: %q, %v", sources, said, err)
		}
	}
}

func TestAHostsKeyIsMadeOnceAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "host_key")
	if _, err := HostKey(path, false); err == nil {
		t.Error("a key that was named and is not there is made")
	}
	first, err := HostKey(path, true)
	if err != nil {
		t.Fatal(err)
	}
	second, err := HostKey(path, true)
	if err != nil || string(first.PublicKey().Marshal()) != string(second.PublicKey().Marshal()) {
		t.Errorf("the key is another one: %v", err)
	}
	if info, err := os.Stat(path); err != nil || os.PathSeparator == '/' && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if err := os.WriteFile(path, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := HostKey(path, true); err == nil || !strings.Contains(err.Error(), "holds no private key") {
		t.Error(err)
	}
}

func TestAPortThatIsLostIsSaid(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := New(Options{HostKey: key(t), Limits: DefaultLimits()}).Serve(l); err == nil {
		t.Error("a port that is closed is served")
	}
}
