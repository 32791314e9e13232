// Signing: an Ed25519 signature over the exact bytes of the content, and the envelope both travel in.

package certificate

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the schema
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"probity/guidance/signing"
	"probity/guidance/text"
	"probity/progress/paper"
	"probity/progress/plainjson"
)

// payload is the content as it is signed: JSON, indented, its keys in the order of the structs. A terminal acts on none of it. The
// signature and the number of every certificate are of these bytes, so which characters are escaped must not change.
func (c Certificate) payload() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(c); err != nil {
		return nil, fmt.Errorf("writing the certificate: %w", err)
	}
	return plainjson.EscapeFunc(bytes.TrimRight(b.Bytes(), "\n"), text.Hidden), nil
}

// envelope is the content with its signature. The content travels as the exact bytes that were signed.
type envelope struct {
	Format    string          `json:"format"`
	Payload   json.RawMessage `json:"payload"`
	PublicKey []byte          `json:"public_key"`
	Signature []byte          `json:"signature"`
}

const format = "probity certificate 1"

// bytes writes the envelope; encoding/json would lay the content out afresh.
func (e envelope) bytes() []byte {
	encode := base64.StdEncoding.EncodeToString
	return fmt.Appendf(nil, "{\n\"format\": %q,\n\"payload\": %s,\n\"public_key\": \"%s\",\n\"signature\": \"%s\"\n}\n",
		e.Format, e.Payload, encode(e.PublicKey), encode(e.Signature))
}

// Signed is a certificate with its signature, ready to be put on any medium.
type Signed struct {
	Certificate Certificate
	envelope    envelope
	credential  []byte
}

// Sign signs a certificate. The key's number and its institution become part of what is signed.
func Sign(c Certificate, k signing.Key) (Signed, error) {
	c.Key, c.Institution = k.Number(), k.Institution
	payload, err := c.payload()
	if err != nil {
		return Signed{}, err
	}
	credential, err := credentialBy(payload, c.Statement, k)
	if err != nil {
		return Signed{}, err
	}
	return Signed{c, envelope{format, payload, k.Public(), k.Sign(payload)}, credential}, nil
}

// Digest is the SHA-256 of the signed content, in hexadecimal: what the record keeps of a certificate.
func (s Signed) Digest() string {
	sum := sha256.Sum256(s.envelope.Payload)
	return hex.EncodeToString(sum[:])
}

// JSON is the certificate in the form of the published schema.
func (s Signed) JSON() []byte { return s.envelope.bytes() }

//go:embed schema.json
var schema string

// JSONSchema is the published schema of a certificate's JSON (draft 2020-12).
func JSONSchema() string { return schema }

// PDF is the certificate on A4 pages, with its JSON attached. Others show letters that the built-in typeface lacks.
func (s Signed) PDF(others ...*paper.Typeface) ([]byte, error) {
	return paper.PDF(s.document(), others...)
}

// HTML is the certificate as a page that stands alone, with its JSON inside.
func (s Signed) HTML() []byte { return paper.HTML(s.document()) }

// Markdown is the certificate in Markdown, which carries no signature and names no key.
func (s Signed) Markdown() []byte {
	c := s.Certificate
	c.Key = ""
	return paper.Markdown(c.Paper())
}

func (s Signed) document() paper.Document {
	d := s.Certificate.Paper()
	d.Meta.Carries = &paper.Attachment{
		Name: "certificate-" + s.Certificate.Number + ".json", Says: "The content of this certificate, signed",
		Data: s.envelope.bytes(),
	}
	return d
}
