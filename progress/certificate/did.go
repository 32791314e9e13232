// Identifiers: what a key is called where credentials are exchanged, and the document that ties a key to a domain.

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"probity/guidance/signing"

	"github.com/mr-tron/base58"
)

// Methods of decentralised identifiers: did:key (W3C Credentials Community Group, The did:key Method v0.9) holds the key itself,
// did:web (did:web Method Specification) names a domain that publishes it.
const (
	didKey = "did:key:"
	didWeb = "did:web:"
)

// ed25519Code says that what follows is an Ed25519 public key (multicodec 0xed, as a varint).
var ed25519Code = [2]byte{0xed, 0x01}

// multikey is a public key as text: multibase's z for base 58, the code, the key.
func multikey(public ed25519.PublicKey) string {
	return "z" + base58.Encode(append(ed25519Code[:], public...))
}

// readMultikey is the key in a text that multikey wrote.
func readMultikey(s string) (ed25519.PublicKey, error) {
	const longest = 64 // characters; a key takes 48
	if len(s) > longest || !strings.HasPrefix(s, "z") {
		return nil, errors.New("it names no key of a kind that Probity has")
	}
	b, err := base58.Decode(s[1:])
	if err != nil || len(b) != len(ed25519Code)+ed25519.PublicKeySize || !bytes.HasPrefix(b, ed25519Code[:]) {
		return nil, errors.New("it names no key of a kind that Probity has")
	}
	return b[len(ed25519Code):], nil
}

// did is the identifier of whoever has the key: of the domain, where there is one.
func did(domain string, public ed25519.PublicKey) string {
	if domain != "" {
		return didWeb + domain
	}
	return didKey + multikey(public)
}

// keyID is the address of the key under its identifier. Its last part is the key itself under either method, so that a signature
// can be checked without a network, and one domain can have several keys.
func keyID(domain string, public ed25519.PublicKey) string {
	return did(domain, public) + "#" + multikey(public)
}

// readKeyID takes an address apart that keyID wrote.
func readKeyID(id string) (domain string, public ed25519.PublicKey, err error) {
	owner, last, _ := strings.Cut(id, "#")
	if public, err = readMultikey(last); err != nil {
		return "", nil, err
	}
	if rest, web := strings.CutPrefix(owner, didWeb); web {
		if domain, err = signing.DomainName(rest); err != nil {
			return "", nil, err
		}
	}
	if keyID(domain, public) != id {
		return "", nil, errors.New("its issuer and its key don't go together")
	}
	return domain, public, nil
}

// DocumentAddress is where the document of a key's domain has to be found.
func DocumentAddress(k signing.Key) string { return documentAddress(k.Domain) }

func documentAddress(domain string) string { return "https://" + domain + "/.well-known/did.json" }

// method is how a key is published: a JSON Web Key of the suite JsonWebKey2020. Its later name, JsonWebKey (W3C, Controlled Identifiers 1.0),
// is refused by programs that take the same key under the earlier one.
type method struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Controller string `json:"controller"`
	PublicKey  struct {
		Kind  string `json:"kty"`
		Curve string `json:"crv"`
		X     string `json:"x"`
	} `json:"publicKeyJwk"`
}

// DomainError is given for keys of which no document can be made.
type DomainError struct{ says string }

// Error says what is wrong with them.
func (e *DomainError) Error() string { return "making the domain's document: " + e.says }

// Message says it to whoever keeps the keys.
func (e *DomainError) Message() string { return e.says }

// Document is did.json, with which a domain says that keys are its own. All that it ever signed with belong into it: a
// credential is good as long as its key is there. The error is a DomainError.
func Document(keys ...signing.Key) ([]byte, error) {
	if len(keys) == 0 || keys[0].Domain == "" {
		return nil, &DomainError{"The key names no domain. Make one with --web, such as --web example.org."}
	}
	domain := keys[0].Domain
	out := struct {
		Context []string `json:"@context"`
		ID      string   `json:"id"`
		Methods []method `json:"verificationMethod"`
		Asserts []string `json:"assertionMethod"`
	}{Context: []string{"https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"}, ID: didWeb + domain}
	for _, k := range keys {
		if k.Domain != domain {
			return nil, &DomainError{fmt.Sprintf("The keys are of two domains, %s and %s. Each has a document of its own.", quoted(domain), quoted(k.Domain))}
		}
		m := method{ID: keyID(domain, k.Public()), Type: "JsonWebKey2020", Controller: out.ID}
		m.PublicKey.Kind, m.PublicKey.Curve, m.PublicKey.X = "OKP", "Ed25519", base64.RawURLEncoding.EncodeToString(k.Public())
		out.Methods, out.Asserts = append(out.Methods, m), append(out.Asserts, m.ID)
	}
	file, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("making the domain's document: %w", err)
	}
	return append(file, '\n'), nil
}
