// Learners' tokens.

package people

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// secretBytes is the least length of a host's secret.
const secretBytes = 32

// What a token is made from. The two never meet, whatever a key or a certificate contains.
const (
	keyed     = "key"
	certified = "certificate"
	invited   = "invitation"
)

const tokenBytes = 20

// token is the name of a learner in the store: the same on every host with the same secret, and without that secret nobody can tell from it
// whose key it is, nor try a key that is known from elsewhere. It has 32 letters and digits, all lower case.
func (p *People) token(of string, what ...[]byte) string {
	return strings.ToLower(base32.StdEncoding.EncodeToString(sealed(p.o.Secret, of, what...)[:tokenBytes]))
}

// sealed is a keyed hash. Each part is hashed first, so that no two lists of parts run into the same bytes.
func sealed(secret []byte, of string, what ...[]byte) []byte {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(of))
	for _, part := range what {
		sum := sha256.Sum256(part)
		mac.Write(sum[:])
	}
	return mac.Sum(nil)
}
