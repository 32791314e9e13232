// Package people says who is at the door of a host: which learner a key belongs to, and what to tell somebody whose key belongs to none.
//
// Who somebody is follows from the key that they proved to have, and for certificates from what their authority says of them. Nothing that a
// client says of itself counts: the user name of a connection names nobody. It may hold an invitation, which is a secret and no name.
package people

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"golang.org/x/crypto/ssh"
)

// Options are what a host knows people by. Where none of Authorized, Authority and Open is set, only invitations lead in.
type Options struct {
	Directory  Directory
	Secret     []byte     // of tokens and invitations: what one host made holds on all that have the same
	Authorized *KeyList   // keys that belong here, or nil
	Authority  *Authority // whose certificates are believed, or nil
	Open       bool       // any key is enrolled that comes from the host's own machine
	Now        func() time.Time
}

// People knows who may come in. Its methods may be called from several goroutines at once.
type People struct {
	o Options
}

// New returns who is known by the options.
func New(o Options) (*People, error) {
	if len(o.Secret) < secretBytes {
		return nil, fmt.Errorf("the secret for learners' tokens has %d bytes: it needs at least %d", len(o.Secret), secretBytes)
	}
	return &People{o}, nil
}

// Candidate is somebody at the door: the key they offer, where they come from, and the user name of the connection.
type Candidate struct {
	User string
	Key  ssh.PublicKey
	From net.Addr
}

// Grant is what a key is let in as, once it is proved.
type Grant struct {
	Learner    string // their token
	Limited    bool   // they may come from Sources alone
	Sources    string // addresses and networks, comma-separated
	Invitation string // to be used up when the key is proved; "" for none
	Invited    bool   // it is by an invitation alone, of now or of before, that they are let in
}

// Refusal is why somebody is not let in.
type Refusal struct {
	Reason string // one of few, for figures
	Say    string // what to tell them, a line
	Cause  error  // what failed here, for whoever runs the host, or nil
}

// UnknownKey is the reason of a refusal that says nothing but that a key is not known.
const UnknownKey = "unknown key"

// Error is what to tell them.
func (r *Refusal) Error() string { return r.Say }

// Unwrap is what failed here, or nil.
func (r *Refusal) Unwrap() error { return r.Cause }

// Offer says as whom a key would be let in. Somebody who offers a key has not proved to have it: nothing is used up or enrolled.
// A key that is not let in is a Refusal.
func (p *People) Offer(ctx context.Context, c Candidate) (Grant, error) {
	if cert, ok := c.Key.(*ssh.Certificate); ok {
		return p.certified(cert)
	}
	learner := p.token(keyed, c.Key.Marshal())
	if p.o.Authorized != nil {
		if line, found := p.o.Authorized.find(c.Key, p.o.Now()); found {
			return Grant{Learner: learner, Sources: line.sources, Limited: line.limited}, nil
		}
	}
	enrolled, err := p.o.Directory.Enrolled(ctx, learner)
	switch {
	case err != nil:
		return Grant{}, unreachable(err)
	case p.o.Open && Loopback(c.From):
		return Grant{Learner: learner}, nil
	case enrolled:
		return Grant{Learner: learner, Invited: true}, nil
	case !LooksLikeCode(c.User):
		return Grant{}, &Refusal{Reason: UnknownKey, Say: "This host does not know your key, " + ssh.FingerprintSHA256(c.Key) + ". If you were sent an invitation, put its " +
			"code and an @ before the host's name (ssh CODE@HOST). If not, ask whoever runs this host to add your key."}
	}
	id, until, err := p.readCode(c.User)
	if err != nil || !p.o.Now().Before(until) {
		return Grant{}, invitationRefused(err)
	}
	return Grant{Learner: learner, Invitation: id, Invited: true}, nil
}

// Prove takes somebody in who has proved to have the key of a grant, and uses up the invitation that they came with.
func (p *People) Prove(ctx context.Context, g Grant) error {
	if g.Invitation == "" {
		return nil
	}
	switch err := p.o.Directory.Redeem(ctx, g.Invitation, g.Learner); {
	case errors.Is(err, ErrUsed):
		return &Refusal{Reason: "invitation used", Say: "This invitation was used before, with another key. Come with that key, or ask for a new invitation."}
	case errors.Is(err, ErrWithdrawn):
		return withdrawn()
	case err != nil:
		return unreachable(err)
	}
	return nil
}

// Begin lets somebody who was taken in begin a session, which they may do long after: an invitation may have been withdrawn meanwhile.
func (p *People) Begin(ctx context.Context, g Grant) error {
	if !g.Invited {
		return nil
	}
	switch enrolled, err := p.o.Directory.Enrolled(ctx, g.Learner); {
	case err != nil:
		return unreachable(err)
	case !enrolled:
		return withdrawn()
	}
	return nil
}

// NoKey is what to tell somebody who offered no key at all.
func NoKey() *Refusal {
	return &Refusal{Reason: "no key", Say: "Your ssh program showed no key. Make one with ssh-keygen (enter at each question), then come again in the same way."}
}

// Loopback reports whether an address is on the host's own machine.
func Loopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// unreachable is what to tell somebody while the directory fails.
func unreachable(err error) *Refusal {
	return &Refusal{Reason: "directory", Say: "This host cannot look up who you are at the moment: please try again in a minute.", Cause: err}
}
