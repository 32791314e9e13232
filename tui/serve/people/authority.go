// Certificates of an SSH certificate authority.

package people

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"
)

// Authority is whose certificates are believed.
//
// The authority says who somebody is, not the key, which may be another one every day. Without a Principal a certificate has to be for exactly
// one principal, and that is the learner: were there several, the client would choose by its user name who it is. With a Principal the
// certificate has to be for that one, among others, and the learner is the identity that the authority wrote into it (ssh-keygen -I).
type Authority struct {
	Keys      *KeyList // of the authorities, one a line
	Principal string   // that certificates have to be for, or ""
}

// certified says as whom a certificate is let in.
func (p *People) certified(cert *ssh.Certificate) (Grant, error) {
	a := p.o.Authority
	if a == nil {
		return Grant{}, certificateRefused("authority", "This host knows no authority for certificates: come with a key instead.")
	}
	known, ok := a.Keys.find(cert.SignatureKey, p.o.Now())
	switch {
	case cert.CertType != ssh.UserCert:
		return Grant{}, certificateRefused("kind", "Your certificate is for a host, not for a person: ask for one for yourself.")
	case !ok || known.limited:
		return Grant{}, certificateRefused("authority", "Your certificate was signed by an authority that this host does not know: ask for one of your institution's own.")
	}
	who, principal, refusal := a.who(cert)
	if refusal != nil {
		return Grant{}, refusal
	}
	checker := ssh.CertChecker{SupportedCriticalOptions: []string{sourceAddress}, Clock: p.o.Now}
	if err := checker.CheckCert(principal, cert); err != nil {
		return Grant{}, flaw(cert, p.o.Now())
	}
	g := Grant{Learner: p.token(certified, cert.SignatureKey.Marshal(), []byte(who))}
	g.Sources, g.Limited = cert.CriticalOptions[sourceAddress], slices.Contains(optionNames(cert), sourceAddress)
	return g, nil
}

// sourceAddress is the critical option that says where a certificate may be used from.
const sourceAddress = "source-address"

// who is the one that a certificate is for, and the principal by which that is so.
func (a *Authority) who(cert *ssh.Certificate) (who, principal string, refusal *Refusal) {
	switch {
	case a.Principal == "" && len(cert.ValidPrincipals) != 1:
		return "", "", certificateRefused("principal", "Your certificate has to be for one principal, yourself: ask for such a one.")
	case a.Principal == "":
		return cert.ValidPrincipals[0], cert.ValidPrincipals[0], nil
	case !slices.Contains(cert.ValidPrincipals, a.Principal):
		return "", "", certificateRefused("principal", "Your certificate is not for this host: it has to have the principal that its authority gives for the tutor.")
	case strings.TrimSpace(cert.KeyId) == "":
		return "", "", certificateRefused("identity", "Your certificate does not say whose it is: its identity is empty. Ask for one that has yours.")
	}
	return cert.KeyId, a.Principal, nil
}

// flaw is what is wrong with a certificate of an authority that is known.
func flaw(cert *ssh.Certificate, now time.Time) *Refusal {
	unix := uint64(now.Unix())
	for _, name := range optionNames(cert) {
		if name != sourceAddress {
			return certificateRefused("option", "Your certificate has a condition that this host cannot keep to ("+printable(name)+"): ask for one without it.")
		}
	}
	switch {
	case unix < cert.ValidAfter:
		return certificateRefused("early", "Your certificate does not hold yet: look whether your computer's clock is right, or come later.")
	case cert.ValidBefore != uint64(ssh.CertTimeInfinity) && unix >= cert.ValidBefore:
		return certificateRefused("expired", "Your certificate has expired: renew it in the way in which you got it, then come again.")
	}
	return certificateRefused("signature", "Your certificate is damaged, or was changed after it was signed: ask for a new one.")
}

func optionNames(cert *ssh.Certificate) []string {
	var names []string
	for name := range cert.CriticalOptions {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func certificateRefused(why, say string) *Refusal {
	return &Refusal{Reason: "certificate " + why, Say: say}
}
