// How it is found out who somebody is. A key is only offered first, then proved; people decides on both.

package sshd

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"probity/tui/serve/people"
)

// Where a connection's permissions, which the handshake itself hands on, have what was granted to the key that was proved.
const (
	learnerExtension    = "learner@probity"
	invitationExtension = "invitation@probity"
	invitedExtension    = "invited@probity"
	sourceAddress       = "source-address" // which the handshake itself keeps to
)

// mostKeys is how many keys may be offered on one connection: an agent may have many.
const mostKeys = 20

// handshake is the configuration of one connection's handshake.
func (s *Server) handshake(ctx ssh.Context) *gossh.ServerConfig {
	v := visitOf(ctx)
	return &gossh.ServerConfig{
		MaxAuthTries: mostKeys,
		BannerCallback: func(gossh.ConnMetadata) string { // the first that is called once keys are exchanged
			v.handshake.Stop()
			return ""
		},
		PublicKeyCallback: func(conn gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
			return s.offered(ctx, v, people.Candidate{User: conn.User(), Key: key, From: conn.RemoteAddr()})
		},
		VerifiedPublicKeyCallback: func(_ gossh.ConnMetadata, _ gossh.PublicKey, granted *gossh.Permissions, _ string) (*gossh.Permissions, error) {
			return granted, s.proved(ctx, v, granted)
		},
		// What is tried when no key was let in. Nobody gets in by it: it is the place to say that none is known. A program that asks nobody, such as
		// ssh -o BatchMode=yes, does not try it, and is not told: at each key, that would be said to everybody whose second key is known.
		KeyboardInteractiveCallback: func(gossh.ConnMetadata, gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
			return nil, v.sayWhy()
		},
	}
}

// offered says whether a key would be let in.
func (s *Server) offered(ctx context.Context, v *visit, c people.Candidate) (*gossh.Permissions, error) {
	grant, err := s.o.People.Offer(ctx, c)
	if err != nil {
		if v.remember(err); merelyUnknown(err) {
			return nil, err
		}
		return nil, v.sayWhy()
	}
	granted := &gossh.Permissions{Extensions: map[string]string{
		learnerExtension: grant.Learner, invitationExtension: grant.Invitation, invitedExtension: strconv.FormatBool(grant.Invited),
	}}
	if grant.Limited {
		granted.CriticalOptions = map[string]string{sourceAddress: grant.Sources}
		v.remember(&people.Refusal{Reason: "source address", Say: "Your key may not be used from where you are: come from a computer of your institution's network."})
	}
	return granted, nil
}

// merelyUnknown reports whether a key is refused for nothing but that it is not known: the next one may be.
func merelyUnknown(err error) bool {
	var refusal *people.Refusal
	return errors.As(err, &refusal) && refusal.Reason == people.UnknownKey
}

// proved takes in whoever has proved to have a key.
func (s *Server) proved(ctx context.Context, v *visit, granted *gossh.Permissions) error {
	grant := grantIn(granted)
	err := s.o.People.Prove(ctx, grant)
	if err == nil {
		if refusal := s.census.known(v, grant.Learner); refusal != nil {
			err = refusal
		}
	}
	if err != nil {
		v.remember(err)
		return v.sayWhy()
	}
	v.entered()
	return nil
}

// remember keeps what a key was not let in for. What is wrong with a certificate or an invitation is not put out of mind by the next key,
// which is merely not known.
func (v *visit) remember(err error) {
	refusal := asRefusal(err)
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.refusal == nil || refusal.Reason != people.UnknownKey {
		v.refusal = refusal
	}
}

// asRefusal is an error of people as one that can be said.
func asRefusal(err error) *people.Refusal {
	var refusal *people.Refusal
	if !errors.As(err, &refusal) {
		refusal = &people.Refusal{Reason: "fault", Say: "This host cannot look up who you are at the moment: please try again in a minute.", Cause: err}
	}
	return refusal
}

// sayWhy is a failure to authenticate that tells why, once, and is counted.
func (v *visit) sayWhy() error {
	v.mu.Lock()
	refusal, said := v.refusal, v.said
	v.said = true
	v.mu.Unlock()
	if said {
		return errors.New("not let in, as was said")
	}
	if refusal == nil {
		refusal = people.NoKey()
	}
	v.s.refused(refusal)
	return &gossh.BannerError{Err: fmt.Errorf("not let in: %w", refusal), Message: refusal.Say + "\r\n"}
}

// grantOf is as whom the handshake proved a connection to be let in: nothing that was said on the way, and nothing of a key that was only offered.
func grantOf(ctx ssh.Context) people.Grant {
	conn, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn)
	if !ok || conn.Permissions == nil {
		return people.Grant{}
	}
	return grantIn(conn.Permissions)
}

// grantIn is the grant that permissions carry, but for where it holds: that the handshake itself keeps to.
func grantIn(granted *gossh.Permissions) people.Grant {
	of := granted.Extensions
	return people.Grant{Learner: of[learnerExtension], Invitation: of[invitationExtension], Invited: of[invitedExtension] == strconv.FormatBool(true)}
}
