// Invitations. A code carries its own end and is signed with the host's secret, so that nothing has to be kept until it is used, and it can be
// made on any machine that has the secret, whether a host runs there or not. What is kept is which codes were used, and by whom.
//
// A person gives the code as the user name of their first connection. That takes one line to type or paste, works with every ssh client, and
// binds the code to the key that the same handshake proves. A prompt would need a handshake of two steps, which many clients do badly.

package people

import (
	"crypto/hmac"
	"crypto/rand"
	"encoding/base32"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strings"
	"time"
)

// InvitationLife is how long an invitation holds.
const InvitationLife = 7 * 24 * time.Hour

// The parts of a code, in bytes: hours since 1970 at which it ends, a random number, the beginning of a keyed hash of both.
const (
	hourBytes  = 3
	nonceBytes = 4
	sealBytes  = 8
	codeBytes  = hourBytes + nonceBytes + sealBytes
	codeLength = codeBytes * 8 / 5 // letters and digits
	codeGroup  = 6                 // letters and digits between hyphens
)

// alphabet has no letter that is taken for a digit or for another letter.
var alphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

var errNoInvitation = errors.New("no such invitation")

// Invite makes an invitation that one person can use within a week: a code of 24 letters and digits in groups, and the time at which it ends.
func (p *People) Invite() (code string, until time.Time) {
	until = p.o.Now().Add(InvitationLife).Truncate(time.Hour)
	body := binary.BigEndian.AppendUint32(nil, uint32(until.Unix()/3600))[4-hourBytes:]
	nonce := make([]byte, nonceBytes)
	rand.Read(nonce) // never fails
	body = append(body, nonce...)
	body = append(body, sealed(p.o.Secret, invited, body)[:sealBytes]...)
	letters := alphabet.EncodeToString(body)
	var groups []string
	for ; letters != ""; letters = letters[codeGroup:] {
		groups = append(groups, letters[:codeGroup])
	}
	return strings.Join(groups, "-"), until.UTC()
}

// bare is a code without hyphens, in lower case.
func bare(code string) string { return strings.ToLower(strings.ReplaceAll(code, "-", "")) }

// LooksLikeCode reports whether a user name is meant as an invitation. A short name that somebody has is none.
func LooksLikeCode(user string) bool {
	user = bare(user)
	_, err := alphabet.DecodeString(user)
	return err == nil && len(user) == codeLength
}

// readCode returns what a code is known by once it is used, and when it ends.
func (p *People) readCode(code string) (id string, until time.Time, err error) {
	body, err := alphabet.DecodeString(bare(code))
	if err != nil || !LooksLikeCode(code) { // a sign more would be read over
		return "", time.Time{}, errNoInvitation
	}
	said, seal := body[:hourBytes+nonceBytes], body[hourBytes+nonceBytes:]
	if !hmac.Equal(seal, sealed(p.o.Secret, invited, said)[:sealBytes]) {
		return "", time.Time{}, errNoInvitation
	}
	hours := binary.BigEndian.Uint32(append(make([]byte, 4-hourBytes), said[:hourBytes]...))
	return hex.EncodeToString(said), time.Unix(int64(hours)*3600, 0), nil
}

// invitationRefused is what to tell somebody whose code is none of this host's, or has ended.
func invitationRefused(err error) *Refusal {
	if err != nil {
		return &Refusal{Reason: "invitation unknown", Say: "This host made no such invitation. Copy the whole code, from the first letter to the last, and come again."}
	}
	return &Refusal{Reason: "invitation expired", Say: "This invitation has expired: it held for a week. Ask whoever sent it for a new one."}
}

// withdrawn is what to tell somebody whose invitation was withdrawn.
func withdrawn() *Refusal {
	return &Refusal{Reason: "invitation withdrawn", Say: "Your invitation to this host was withdrawn. If that should not be, ask whoever sent it."}
}
