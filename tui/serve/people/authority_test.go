package people

import (
	"crypto/rand"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// certificate is one that holds today for anna, with a change.
func certificate(t *testing.T, by ssh.Signer, change func(*ssh.Certificate)) *ssh.Certificate {
	t.Helper()
	c := &ssh.Certificate{
		Key: signer(t).PublicKey(), CertType: ssh.UserCert, KeyId: "anna@example.org", ValidPrincipals: []string{"anna"},
		ValidAfter: uint64(noon.Add(-time.Hour).Unix()), ValidBefore: uint64(noon.Add(time.Hour).Unix()),
	}
	if change != nil {
		change(c)
	}
	if err := c.SignCert(rand.Reader, by); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestACertificateIsLetInForWhomItsAuthorityMadeIt(t *testing.T) {
	ca := signer(t)
	keys, _ := list(t, line(ca.PublicKey()))
	p := known(t, Options{Authority: &Authority{Keys: keys}})
	today, err := p.Offer(ctx, Candidate{User: "anna", Key: certificate(t, ca, nil), From: away})
	if err != nil {
		t.Fatal(err)
	}
	tomorrow, err := p.Offer(ctx, Candidate{User: "somebody", Key: certificate(t, ca, nil), From: away})
	if err != nil || tomorrow.Learner != today.Learner {
		t.Errorf("with another key of one person: %s, then %s, %v", today.Learner, tomorrow.Learner, err)
	}
	bob, err := p.Offer(ctx, Candidate{User: "anna", Key: certificate(t, ca, func(c *ssh.Certificate) { c.ValidPrincipals = []string{"bob"} }), From: away})
	if err != nil || bob.Learner == today.Learner {
		t.Errorf("bob, who says that he is anna, is %s, %v", bob.Learner, err)
	}
}

func TestEachFlawOfACertificateIsNamed(t *testing.T) {
	ca, stranger := signer(t), signer(t)
	keys, _ := list(t, line(ca.PublicKey()))
	for _, c := range []struct {
		why       string
		principal string
		by        ssh.Signer
		change    func(*ssh.Certificate)
	}{
		{"certificate expired", "", ca, func(c *ssh.Certificate) { c.ValidBefore = uint64(noon.Unix()) }},
		{"certificate early", "", ca, func(c *ssh.Certificate) { c.ValidAfter = uint64(noon.Add(time.Second).Unix()) }},
		{"certificate authority", "", stranger, nil},
		{"certificate kind", "", ca, func(c *ssh.Certificate) { c.CertType = ssh.HostCert }},
		{"certificate principal", "", ca, func(c *ssh.Certificate) { c.ValidPrincipals = nil }},
		{"certificate principal", "", ca, func(c *ssh.Certificate) { c.ValidPrincipals = []string{"anna", "doctors"} }},
		{"certificate principal", "tutor", ca, nil},
		{"certificate identity", "anna", ca, func(c *ssh.Certificate) { c.KeyId = " " }},
		{"certificate option", "", ca, func(c *ssh.Certificate) { c.CriticalOptions = map[string]string{"force-command": "progress"} }},
		{"certificate option", "", ca, func(c *ssh.Certificate) { c.CriticalOptions = map[string]string{"verify-required": ""} }},
		{"", "", ca, func(c *ssh.Certificate) { c.ValidBefore = ssh.CertTimeInfinity }},
		{"", "anna", ca, nil},
	} {
		p := known(t, Options{Authority: &Authority{Keys: keys, Principal: c.principal}})
		_, err := p.Offer(ctx, Candidate{User: "anna", Key: certificate(t, c.by, c.change), From: away})
		if why(err) != c.why {
			t.Errorf("%q is wanted: %v", c.why, err)
		}
	}
	p := known(t, Options{Authority: &Authority{Keys: keys}})
	forged := certificate(t, ca, nil)
	forged.ValidPrincipals = []string{"bob"}
	if _, err := p.Offer(ctx, Candidate{Key: forged, From: away}); why(err) != "certificate signature" {
		t.Errorf("changed after it was signed: %v", err)
	}
	if _, err := known(t, Options{Open: true}).Offer(ctx, Candidate{Key: certificate(t, ca, nil), From: home}); why(err) != "certificate authority" {
		t.Errorf("without an authority: %v", err)
	}
}

func TestSeveralPrincipalsAreToldApartByIdentity(t *testing.T) {
	ca := signer(t)
	keys, _ := list(t, line(ca.PublicKey()))
	p := known(t, Options{Authority: &Authority{Keys: keys, Principal: "tutor"}})
	as := func(id string) string {
		g, err := p.Offer(ctx, Candidate{User: "tutor", From: away, Key: certificate(t, ca, func(c *ssh.Certificate) {
			c.KeyId, c.ValidPrincipals = id, []string{"tutor", "doctors"}
		})})
		if err != nil {
			t.Fatal(err)
		}
		return g.Learner
	}
	if anna := as("anna"); anna == as("bob") || anna != as("anna") {
		t.Error("two people with one principal are one learner")
	}
}

func TestWhereACertificateMayBeUsedGoesOnToTheHandshake(t *testing.T) {
	ca := signer(t)
	keys, _ := list(t, line(ca.PublicKey()))
	p := known(t, Options{Authority: &Authority{Keys: keys}})
	for _, sources := range []string{"192.0.2.0/24", ""} {
		g, err := p.Offer(ctx, Candidate{From: away, Key: certificate(t, ca, func(c *ssh.Certificate) { c.CriticalOptions = map[string]string{"source-address": sources} })})
		if err != nil || !g.Limited || g.Sources != sources {
			t.Errorf("%q: %+v, %v", sources, g, err)
		}
	}
}
