// Credentials: the certificate as a W3C verifiable credential, for programs that collect credentials.
//
// It is of the Verifiable Credentials Data Model 2.0 and secured as Securing Verifiable Credentials using JOSE and COSE says (both
// W3C Recommendations of 15 May 2025): a JSON Web Signature (RFC 7515) whose payload is the credential itself. The form of the
// data model 1.1, a JWT with a claim vc, is still taken by more programs, but it can't be written honestly: it demands the moment
// of issue, and a certificate reads no clock. The two can't be one file, since 2.0 forbids that claim. The algorithm is spelt EdDSA
// (RFC 8037); its newer name, Ed25519 (RFC 9864), is known to few programs yet.
//
// The subject is the payload of the signed JSON, field by field, under the same names; nothing is added to it.

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"

	"probity/guidance/signing"
)

// credentialHeader is the header of the signature.
type credentialHeader struct {
	Algorithm string `json:"alg"`
	Content   string `json:"cty"`
	Key       string `json:"kid"` // keyID
	Type      string `json:"typ"`
}

const (
	credentialAlgorithm = "EdDSA"
	credentialType      = "vc+jwt"
)

// credential is what is signed.
type credential struct {
	Context     []any           `json:"@context"`
	Type        []string        `json:"type"`
	Issuer      string          `json:"issuer"`
	Description string          `json:"description"` // the statement, which programs show beside the type
	Subject     json.RawMessage `json:"credentialSubject"`
}

// credentialTerms are what fields mean that the W3C's context does not define: what the schema of the JSON says.
const credentialTerms = "urn:probity:certificate:1#"

// base64url is how the parts of a JSON Web Signature are written; one text only for each.
var base64url = base64.RawURLEncoding.Strict()

// credentialParts are header and credential as they are signed. payload is that of the signed JSON.
func credentialParts(payload []byte, statement, domain string, public ed25519.PublicKey) ([]byte, error) {
	header := credentialHeader{credentialAlgorithm, "vc", keyID(domain, public), credentialType}
	claims := credential{
		Context: []any{"https://www.w3.org/ns/credentials/v2", map[string]string{"@vocab": credentialTerms}},
		Type:    []string{"VerifiableCredential", "RecordOfLearning"},
		Issuer:  did(domain, public), Description: statement, Subject: payload,
	}
	var out []byte
	for _, part := range []any{header, claims} {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(part); err != nil {
			return nil, fmt.Errorf("writing the credential: %w", err)
		}
		if out != nil {
			out = append(out, '.')
		}
		out = base64url.AppendEncode(out, bytes.TrimRight(b.Bytes(), "\n"))
	}
	return out, nil
}

// credentialBy is the payload as a credential that the key signs. The same payload and key give the same bytes.
func credentialBy(payload []byte, statement string, k signing.Key) ([]byte, error) {
	parts, err := credentialParts(payload, statement, k.Domain, k.Public())
	if err != nil {
		return nil, err
	}
	return base64url.AppendEncode(append(bytes.Clone(parts), '.'), k.Sign(parts)), nil
}

// Credential is the certificate as a verifiable credential: a token of letters, digits, - and _ in three parts, without a line's
// end. Its media type is application/vc+jwt.
func (s Signed) Credential() []byte { return bytes.Clone(s.credential) }
