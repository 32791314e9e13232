// Package signing is the keys that certificates and packs are signed with: what one is, how its file is written and read, and what its
// number is. Keys are of Ed25519 (RFC 8032). What a key calls itself is nobody's proof: anyone can make a key of any name.
package signing

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Key signs. An institution's key has the institution's name.
type Key struct {
	private     ed25519.PrivateKey
	Institution string // "" for a learner's own
	Domain      string // that publishes the key, such as example.org; "" for none
}

// NewKey makes a key from a source of randomness. The error may be a NameError.
func NewKey(random io.Reader, institution string) (Key, error) {
	institution, err := InstitutionName(institution)
	if err != nil {
		return Key{}, err
	}
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return Key{}, fmt.Errorf("making a signing key: %w", err)
	}
	return Key{private: ed25519.NewKeyFromSeed(seed), Institution: institution}, nil
}

// At is the key as one that a domain publishes. The error is a NameError.
func (k Key) At(domain string) (Key, error) {
	domain, err := DomainName(domain)
	if err != nil {
		return Key{}, err
	}
	k.Domain = domain
	return k, nil
}

// Number is the key's number. People compare it.
func (k Key) Number() string { return Number(k.Public()) }

// Public is the half that verifies: the second half of an Ed25519 key's bytes.
func (k Key) Public() ed25519.PublicKey { return ed25519.PublicKey(k.private[ed25519.SeedSize:]) }

// Sign is the signature over a message: 64 bytes, the same for the same message.
func (k Key) Sign(message []byte) []byte { return ed25519.Sign(k.private, message) }

// Number is the number of a key by its public half: the beginning of the half's SHA-256, in groups of four digits.
func Number(public ed25519.PublicKey) string {
	sum := sha256.Sum256(public)
	s := hex.EncodeToString(sum[:10])
	return strings.Join([]string{s[:4], s[4:8], s[8:12], s[12:16], s[16:20]}, "-")
}

// FitsAnything reports whether a key is a point of small order: a signature can be made once that fits any content under it.
// The points are those of Ed25519, the sign left out, in the ways that they can be written.
func FitsAnything(public ed25519.PublicKey) bool {
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
			if key.Institution, err = InstitutionName(name); err != nil {
				return Key{}, err
			}
		}
		if name, found := strings.CutPrefix(l, domainTag); found {
			if key.Domain, err = DomainName(name); err != nil {
				return Key{}, err
			}
		}
	}
	return key, nil
}
