package people

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// comes is what somebody with a key is refused for who comes and begins a session; "" if nothing.
func comes(p *People, user string, key ssh.PublicKey) string {
	g, err := p.Offer(ctx, Candidate{User: user, Key: key, From: away})
	if err == nil {
		err = p.Prove(ctx, g)
	}
	if err == nil {
		err = p.Begin(ctx, g)
	}
	return why(err)
}

func TestWhoeverCameWithAnInvitationIsLetInNoMoreOnceItIsWithdrawn(t *testing.T) {
	now := noon
	p := known(t, Options{Now: func() time.Time { return now }})
	code, _ := p.Invite()
	key := signer(t).PublicKey()
	here, err := p.Offer(ctx, Candidate{User: code, Key: key, From: away})
	if err != nil || p.Prove(ctx, here) != nil {
		t.Fatal(err)
	}
	back, err := p.Offer(ctx, Candidate{User: "anna", Key: key, From: away})
	if err != nil {
		t.Fatal(err)
	}
	now = noon.Add(2 * InvitationLife)
	if w, err := p.Withdraw(ctx, strings.ToUpper(code)); err != nil || w != (Withdrawn{Used: true, Expired: true}) {
		t.Errorf("an expired one is withdrawn as %+v, %v", w, err)
	}
	for _, g := range []Grant{here, back} {
		if got := why(p.Begin(ctx, g)); got != "invitation withdrawn" {
			t.Errorf("another session on a connection that is there: %q", got)
		}
	}
	if got := comes(p, "anna", key); got != "unknown key" {
		t.Errorf("a key alone, which need not be proved to be told: %q", got)
	}
	if w, err := p.Withdraw(ctx, code); err != nil || !w.Before {
		t.Errorf("once more: %+v, %v", w, err)
	}
	again, _ := p.Invite()
	if got := comes(p, again, key); got != "" {
		t.Errorf("with another invitation: %q", got)
	}
	if _, err := p.Withdraw(ctx, code); err != nil || comes(p, "anna", key) != "" {
		t.Errorf("the first one shuts out who came with the second: %v", err)
	}
}

func TestAnInvitationThatNobodyUsedIsWithdrawnToo(t *testing.T) {
	p := known(t, Options{})
	code, _ := p.Invite()
	if w, err := p.Withdraw(ctx, code); err != nil || w != (Withdrawn{}) {
		t.Errorf("%+v, %v", w, err)
	}
	if got := comes(p, code, signer(t).PublicKey()); got != "invitation withdrawn" {
		t.Errorf("who comes with it: %q", got)
	}
	if by, err := p.ByCode(ctx, code); err != nil || by != "" {
		t.Errorf("%q came with it, %v", by, err)
	}
}

func TestWithdrawingTakesNothingFromWhoIsLetInOtherwise(t *testing.T) {
	listed, sits := signer(t).PublicKey(), signer(t).PublicKey()
	keys, path := list(t)
	p := known(t, Options{Authorized: keys, Open: true})
	code, _ := p.Invite()
	if got := comes(p, code, listed); got != "" {
		t.Fatal(got)
	}
	if _, err := p.Withdraw(ctx, code); err != nil {
		t.Fatal(err)
	}
	write(t, path, line(listed))
	if got := comes(p, "anna", listed); got != "" {
		t.Errorf("a key that is listed: %q", got)
	}
	g, err := p.Offer(ctx, Candidate{Key: sits, From: home})
	if err != nil || p.Begin(ctx, g) != nil {
		t.Errorf("who sits at the host: %v", err)
	}
}

func TestACodeOfAnotherHostIsRefused(t *testing.T) {
	p := known(t, Options{})
	elsewhere, _ := known(t, Options{Secret: []byte("another secret, of thirty-two bytes.")}).Invite()
	mine, _ := p.Invite()
	for _, code := range []string{"", "anna", elsewhere, mine[:len(mine)-1], "000000-000000-000000-000000"} {
		_, err := p.Withdraw(ctx, code)
		_, by := p.ByCode(ctx, code)
		for _, err := range []error{err, by} {
			if err == nil || !strings.Contains(err.Error(), "made no such invitation") {
				t.Errorf("%q: %v", code, err)
			}
		}
	}
	lost := known(t, Options{Directory: broken{NewMemory()}})
	if err := lost.Begin(ctx, Grant{Learner: "x", Invited: true}); why(err) != "directory" || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("while the directory fails: %v", err)
	}
}

func TestALearnerIsFoundByKeyOrCertificateOrCode(t *testing.T) {
	ca, own := signer(t), signer(t)
	listed, _ := list(t, line(own.PublicKey()))
	authorities, _ := list(t, line(ca.PublicKey()))
	p := known(t, Options{Authorized: listed, Authority: &Authority{Keys: authorities}})
	tutor := known(t, Options{Authority: &Authority{Keys: authorities, Principal: "tutor"}})
	operator := known(t, Options{}) // knows neither the list nor the authority
	token := func(p *People, user string, key ssh.PublicKey) string {
		g, err := p.Offer(ctx, Candidate{User: user, Key: key, From: away})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Prove(ctx, g); err != nil {
			t.Fatal(err)
		}
		return g.Learner
	}
	cert := certificate(t, ca, func(c *ssh.Certificate) { c.ValidPrincipals = []string{"tutor"} })
	past := certificate(t, ca, func(c *ssh.Certificate) { c.ValidBefore = uint64(noon.Add(-time.Minute).Unix()) })
	for what, c := range map[string]struct{ file, principal, is string }{
		"a key":                         {line(own.PublicKey()) + " anna@ward\n", "", token(p, "anna", own.PublicKey())},
		"a key with options":            {"# of Anna\n\n" + `restrict,from="10.0.0.0/8" ` + line(own.PublicKey()) + " anna@ward", "tutor", token(p, "anna", own.PublicKey())},
		"a certificate":                 {line(certificate(t, ca, nil)), "", token(p, "x", certificate(t, ca, nil))},
		"one that has expired":          {line(past), "", token(p, "x", certificate(t, ca, nil))},
		"one by its identity":           {line(cert), "tutor", token(tutor, "x", cert)},
		"one whose principal it is for": {line(cert), "", token(p, "x", cert)},
	} {
		if got, err := operator.ByKey([]byte(c.file), c.principal); err != nil || got != c.is {
			t.Errorf("%s is %q, not %q: %v", what, got, c.is, err)
		}
	}
	code, _ := p.Invite()
	key := signer(t).PublicKey()
	if got, err := p.ByCode(ctx, code); err != nil || got != "" {
		t.Errorf("before anybody came: %q, %v", got, err)
	}
	is := token(p, code, key)
	if _, err := p.Withdraw(ctx, code); err != nil {
		t.Fatal(err)
	}
	if got, err := p.ByCode(ctx, code); err != nil || got != is {
		t.Errorf("by a code that was withdrawn since: %q, not %q: %v", got, is, err)
	}
}

func TestAFileThatNamesNobodyIsRefused(t *testing.T) {
	p, ca := known(t, Options{}), signer(t)
	for _, c := range []struct{ file, principal, says string }{
		{"", "", "no public key"},
		{"# nothing\n", "", "no public key"},
		{"anna\n", "", "no public key"},
		{"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "", "private key"},
		{line(ca.PublicKey()) + "\n" + line(signer(t).PublicKey()), "", "several keys"},
		{"cert-authority " + line(ca.PublicKey()), "", "of an authority"},
		{line(certificate(t, ca, func(c *ssh.Certificate) { c.CertType = ssh.HostCert })), "", "for a host"},
		{line(certificate(t, ca, func(c *ssh.Certificate) { c.ValidPrincipals = []string{"a", "b"} })), "", "--principal"},
		{line(certificate(t, ca, nil)), "tutor", "for the principal tutor"},
		{line(certificate(t, ca, func(c *ssh.Certificate) { c.KeyId = "" })), "anna", "have an identity"},
	} {
		if got, err := p.ByKey([]byte(c.file), c.principal); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %q, %v", c.file, got, err)
		}
	}
}
