package web

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// certify writes a certificate for a name, and its key.
func certify(t *testing.T, name, certificate, key string, changed time.Time) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name}, NotAfter: time.Now().Add(time.Hour)}
	made, err := x509.CreateCertificate(rand.Reader, about, about, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	for path, block := range map[string]*pem.Block{certificate: {Type: "CERTIFICATE", Bytes: made}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := errors.Join(os.WriteFile(path, pem.EncodeToMemory(block), 0o600), os.Chtimes(path, changed, changed)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestACertificateThatIsRenewedIsReadAgain, and one that is spoilt is not.
func TestACertificateThatIsRenewedIsReadAgain(t *testing.T) {
	certificate, key := filepath.Join(t.TempDir(), "cert"), filepath.Join(t.TempDir(), "key")
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	certify(t, "one.example.org", certificate, key, now)
	var log bytes.Buffer
	with, err := Certificate(certificate, key, func() time.Time { return now }, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	has := func(want string) {
		t.Helper()
		now = now.Add(lookEvery)
		got, err := with.GetCertificate(nil)
		if err != nil || got.Leaf.Subject.CommonName != want {
			t.Errorf("it is %v, %v, want %s", got.Leaf.Subject, err, want)
		}
	}
	has("one.example.org")
	certify(t, "two.example.org", certificate, key, now)
	has("two.example.org")
	if log.Len() > 0 {
		t.Errorf("the log says %s", &log)
	}
	if err := os.WriteFile(key, []byte("spoilt"), 0o600); err != nil {
		t.Fatal(err)
	}
	has("two.example.org")
	if err := os.Remove(certificate); err != nil {
		t.Fatal(err)
	}
	has("two.example.org")
	if said := log.String(); strings.Count(said, "the one before stays in use") != 2 {
		t.Errorf("the log says %s", said)
	}
	certify(t, "three.example.org", certificate, key, now)
	has("three.example.org")
	if _, err := Certificate(certificate, certificate, time.Now, nil); err == nil || !strings.Contains(err.Error(), "reading the certificate for the pages of phones") {
		t.Errorf("a certificate without a key: %v", err)
	}
}

// TestPagesAreEncrypted, and end with the host.
func TestPagesAreEncrypted(t *testing.T) {
	certificate, key := filepath.Join(t.TempDir(), "cert"), filepath.Join(t.TempDir(), "key")
	certify(t, "localhost", certificate, key, time.Now())
	with, err := Certificate(certificate, key, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- ServePages(ctx, l, http.NotFoundHandler(), with) }()
	roots := x509.NewCertPool()
	text, err := os.ReadFile(certificate)
	if err != nil || !roots.AppendCertsFromPEM(text) {
		t.Fatal(err)
	}
	client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots, ServerName: "localhost"}, ForceAttemptHTTP2: true}}
	r, err := client.Get("https://" + l.Addr().String())
	if err != nil || r.StatusCode != http.StatusNotFound || r.ProtoMajor != 2 {
		t.Errorf("%v, %v", r, err)
	}
	if err == nil {
		r.Body.Close()
	}
	client.CloseIdleConnections()
	end()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestCertificatesAreAskedForOneName, and by the port of the pages alone.
func TestCertificatesAreAskedForOneName(t *testing.T) {
	with := Autocert("tutor.example.org", t.TempDir())
	if _, err := with.GetCertificate(&tls.ClientHelloInfo{ServerName: "other.example.org", CipherSuites: []uint16{tls.TLS_AES_128_GCM_SHA256}}); err == nil || !strings.Contains(err.Error(), "not configured") {
		t.Errorf("another name: %v", err)
	}
	if !slices.Contains(with.NextProtos, "acme-tls/1") {
		t.Errorf("the pages speak %v", with.NextProtos)
	}
}
