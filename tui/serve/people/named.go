// Learners as whoever runs a host names them: by the code of an invitation, or by a key.

package people

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/crypto/ssh"
)

var errNotMade = errors.New("this host made no such invitation, or not with the secret that it has now: copy the whole code, from the first letter to the last")

// Withdrawn is what became of an invitation that was withdrawn.
type Withdrawn struct {
	Used    bool // somebody had come with it
	Expired bool // nobody could have come with it any more
	Before  bool // it was withdrawn before
}

// Withdraw has an invitation of this host hold no more, and lets in no more whoever came with it, if it has expired as well. With another
// invitation they may come again.
func (p *People) Withdraw(ctx context.Context, code string) (w Withdrawn, err error) {
	id, until, err := p.readCode(code)
	if err != nil {
		return w, errNotMade
	}
	if _, w.Before, err = p.o.Directory.Used(ctx, id); err != nil {
		return w, err
	}
	if err := p.o.Directory.Withdraw(ctx, id); err != nil {
		return w, err
	}
	by, _, err := p.o.Directory.Used(ctx, id)
	w.Used, w.Expired = by != "", !p.o.Now().Before(until)
	return w, err
}

// ByCode returns the token of the learner who came with an invitation, whether that holds or not; "" for nobody.
func (p *People) ByCode(ctx context.Context, code string) (learner string, err error) {
	id, _, err := p.readCode(code)
	if err != nil {
		return "", errNotMade
	}
	learner, _, err = p.o.Directory.Used(ctx, id)
	return learner, err
}

// ByKey returns the token of the learner whose public key, or certificate, a file has: one line, with or without options and a comment. A
// certificate may have expired, and its authority need not be one that is believed. The principal is that of an Authority, or "".
func (p *People) ByKey(file []byte, principal string) (learner string, err error) {
	key, err := oneKey(file)
	if err != nil {
		return "", err
	}
	cert, ok := key.(*ssh.Certificate)
	if !ok {
		return p.token(keyed, key.Marshal()), nil
	}
	a := Authority{Principal: principal}
	who, _, refusal := a.who(cert)
	switch {
	case cert.CertType != ssh.UserCert:
		return "", errors.New("the certificate is for a host, not for a person")
	case refusal != nil && principal == "":
		return "", fmt.Errorf("the certificate is for %d principals, so that they do not say whose it is: name with --principal the one that the host is run with", len(cert.ValidPrincipals))
	case refusal != nil:
		return "", fmt.Errorf("the certificate has to be for the principal %s, and have an identity: without these nobody came in with it", printable(principal))
	}
	return p.token(certified, cert.SignatureKey.Marshal(), []byte(who)), nil
}

// Enrolled reports whether a learner may come by an invitation.
func (p *People) Enrolled(ctx context.Context, learner string) (bool, error) {
	return p.o.Directory.Enrolled(ctx, learner)
}

// oneKey is the one key of a file.
func oneKey(file []byte) (ssh.PublicKey, error) {
	if bytes.Contains(file, []byte("PRIVATE KEY-----")) {
		return nil, errors.New("it is a private key, which is for its owner alone: name the public one, which ends in .pub")
	}
	var found ssh.PublicKey
	for line := range bytes.Lines(file) {
		if line = bytes.TrimSpace(line); len(line) == 0 || line[0] == '#' {
			continue
		}
		key, _, options, _, err := ssh.ParseAuthorizedKey(line)
		switch {
		case err != nil:
			return nil, errors.New("it has a line that is no public key as ssh-keygen writes one")
		case slices.Contains(options, "cert-authority"):
			return nil, errors.New("it has the key of an authority, which is no learner's: name a certificate instead")
		case found != nil:
			return nil, errors.New("it has several keys: put the one that is meant into a file of its own")
		}
		found = key
	}
	if found == nil {
		return nil, errors.New("it has no public key")
	}
	return found, nil
}
