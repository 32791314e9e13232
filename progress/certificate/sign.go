// Signing: an Ed25519 signature over the exact bytes of the content, and the envelope both travel in.

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/progress/paper"
	"probity/progress/plainjson"
)

// Key signs certificates. An institution's key has the institution's name.
type Key struct {
	private     ed25519.PrivateKey
	Institution string // "" for a learner's own
	Domain      string // that publishes the key, such as example.org; "" for none
}

// NewKey makes a key from a source of randomness. The error may be a FieldError.
func NewKey(random io.Reader, institution string) (Key, error) {
	institution, err := institutionName(institution)
	if err != nil {
		return Key{}, err
	}
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return Key{}, fmt.Errorf("making a signing key: %w", err)
	}
	return Key{private: ed25519.NewKeyFromSeed(seed), Institution: institution}, nil
}

// institutionName is a name as a key carries it. The error is a FieldError.
func institutionName(name string) (string, error) {
	if name = oneLine(name); utf8.RuneCountInString(name) > nameLimit {
		return "", &FieldError{"institution", fmt.Sprintf("The institution's name is longer than %d characters. Shorten it.", nameLimit)}
	}
	return name, nil
}

// At is the key as one that a domain publishes. The error is a FieldError.
func (k Key) At(domain string) (Key, error) {
	domain, err := domainName(domain)
	if err != nil {
		return Key{}, err
	}
	k.Domain = domain
	return k, nil
}

// Number is the key's number: the beginning of the SHA-256 of its public half. People compare it.
func (k Key) Number() string { return keyNumber(k.public()) }

// public is the half that verifies: the second half of an Ed25519 key's bytes.
func (k Key) public() ed25519.PublicKey { return ed25519.PublicKey(k.private[ed25519.SeedSize:]) }

func (k Key) sign(payload []byte) []byte { return ed25519.Sign(k.private, payload) }

func keyNumber(public ed25519.PublicKey) string {
	sum := sha256.Sum256(public)
	s := hex.EncodeToString(sum[:10])
	return strings.Join([]string{s[:4], s[4:8], s[8:12], s[12:16], s[16:20]}, "-")
}

// fitsAnything reports whether a key is a point of small order: a signature can be made once that fits any content under it.
// The points are those of Ed25519, the sign left out, in the ways that they can be written.
func fitsAnything(public ed25519.PublicKey) bool {
	unsigned := bytes.Clone(public)
	unsigned[len(unsigned)-1] &= 0x7f
	return slices.Contains([]string{
		strings.Repeat("00", 32), "01" + strings.Repeat("00", 31),
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
		"ec" + strings.Repeat("ff", 30) + "7f", "ed" + strings.Repeat("ff", 30) + "7f", "ee" + strings.Repeat("ff", 30) + "7f",
	}, hex.EncodeToString(unsigned))
}

const (
	pemType        = "PRIVATE KEY"
	institutionTag = "Institution: "
	domainTag      = "Web: "
)

// Marshal is the key as a file: PKCS #8 in PEM, with words before it that say what it is. Whoever can read the file can sign.
func (k Key) Marshal() ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(k.private)
	if err != nil {
		return nil, fmt.Errorf("writing the signing key: %w", err)
	}
	head := "Probity's signing key " + k.Number() + ". Keep it to yourself: whoever has it can sign with it.\n"
	if k.Institution != "" {
		head += institutionTag + k.Institution + "\n"
	}
	if k.Domain != "" {
		head += domainTag + k.Domain + "\n"
	}
	return append([]byte(head), pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: der})...), nil
}

// ParseKey reads a key file, of Marshal's or of any program that writes Ed25519 keys as PKCS #8 in PEM.
func ParseKey(file []byte) (Key, error) {
	block, _ := pem.Decode(file)
	if block == nil || block.Type != pemType {
		return Key{}, errors.New("reading the signing key: the file holds no private key; name one that probity key made")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return Key{}, errors.New("reading the signing key: what the file holds is damaged; put a copy of the key back")
	}
	private, ok := parsed.(ed25519.PrivateKey)
	if !ok {
		return Key{}, errors.New("reading the signing key: it is of another kind (Probity signs with Ed25519); name one that probity key made")
	}
	key := Key{private: private}
	head, _, _ := bytes.Cut(file, []byte("-----BEGIN"))
	for l := range strings.Lines(string(head)) {
		if name, found := strings.CutPrefix(l, institutionTag); found {
			if key.Institution, err = institutionName(name); err != nil {
				return Key{}, err
			}
		}
		if name, found := strings.CutPrefix(l, domainTag); found {
			if key.Domain, err = domainName(name); err != nil {
				return Key{}, err
			}
		}
	}
	return key, nil
}

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
func Sign(c Certificate, k Key) (Signed, error) {
	c.Key, c.Institution = k.Number(), k.Institution
	payload, err := c.payload()
	if err != nil {
		return Signed{}, err
	}
	credential, err := k.credential(payload, c.Statement)
	if err != nil {
		return Signed{}, err
	}
	return Signed{c, envelope{format, payload, k.public(), k.sign(payload)}, credential}, nil
}

// Digest is the SHA-256 of the signed content, in hexadecimal: what the record keeps of a certificate.
func (s Signed) Digest() string {
	sum := sha256.Sum256(s.envelope.Payload)
	return hex.EncodeToString(sum[:])
}

// JSON is the certificate in the form of the published schema.
func (s Signed) JSON() []byte { return s.envelope.bytes() }

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
