package main

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// TestARecordIsErasedByACertificateOfItsLearner, of whichever day: the authority is in it, and its principal is the host's where none is named.
func TestARecordIsErasedByACertificateOfItsLearner(t *testing.T) {
	data, authorities := dataFolder(t), filepath.Join(t.TempDir(), "ca.pub")
	ca, err := gossh.NewSignerFromKey(newKey(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(authorities, gossh.MarshalAuthorizedKey(ca.PublicKey()), 0o600); err != nil {
		t.Fatal(err)
	}
	// certified is a key of the day of one who is known by an identity, and a file with its certificate.
	certified := func(who string) (gossh.Signer, string) {
		key, err := gossh.NewSignerFromKey(newKey(t))
		if err != nil {
			t.Fatal(err)
		}
		cert := &gossh.Certificate{Key: key.PublicKey(), CertType: gossh.UserCert, KeyId: who, ValidPrincipals: []string{"tutor"}, ValidBefore: gossh.CertTimeInfinity}
		if err := cert.SignCert(rand.Reader, ca); err != nil {
			t.Fatal(err)
		}
		signer, err := gossh.NewCertSigner(cert, key)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "id-cert.pub")
		if err := os.WriteFile(path, gossh.MarshalAuthorizedKey(cert), 0o600); err != nil {
			t.Fatal(err)
		}
		return signer, path
	}
	t.Run("while the host runs", func(t *testing.T) {
		port, _ := hosting(t, "--data", data, "--ca", authorities, "--principal", "tutor")
		for _, who := range []string{"staff-1", "staff-2"} {
			signer, _ := certified(who)
			c, err := enterBy(port, "x", signer)
			if err != nil {
				t.Fatal(err)
			}
			does(t, c, answering, practising)
			c.Close()
		}
		_, tomorrow := certified("staff-1")
		tells(t, 0, "Erased: ", "erase", tomorrow, "--data", data, "--yes")
	})
	_, one := certified("staff-1")
	_, two := certified("staff-2")
	tells(t, 0, "Nothing is kept", "erase", one, "--data", data, "--principal", "tutor")
	tells(t, 0, "Nothing is kept", "erase", two, "--data", data) // who is named by the principal is another
	tells(t, 0, "Erased: ", "erase", two, "--data", data, "--principal", "tutor", "--yes")
}
