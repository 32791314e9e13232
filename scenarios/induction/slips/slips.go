// Package slips has the one-use codes of vote slips, for rooms where nobody may vote twice. Whoever types a code is the voter that the code stands
// for, on whatever phone: a ballot box takes the code for the voter's token, so that a second phone is no second vote. It knows no names. It is
// pure: no clock, no disk, and chance is given to it.
package slips

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"

	"probity/scenarios/pack"
)

// Code is a code as it is printed: two groups of four letters. It serves a room as the token of one voter.
type Code string

// letters are those of a code: capitals that are not taken for one another or for a figure, and no vowels, so that they make no words. That and
// the length follow RFC 8628, section 6.1, on codes that people type.
const (
	letters = "BCDFHJKMPRTXY"
	length  = 8
	group   = 4
)

// Most is how many codes a room can have.
const Most = 500

// Codes are those of one plan.
type Codes []Code

// With are at least n codes: those there are, and new ones drawn from a source of randomness.
func (c Codes) With(n int, random io.Reader) (Codes, error) {
	out := slices.Clone(c)
	for len(out) < n {
		code, err := draw(random)
		if err != nil {
			return nil, fmt.Errorf("making codes: %w", err)
		}
		if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out, nil
}

func draw(random io.Reader) (Code, error) {
	var out strings.Builder
	for i := range length {
		if i == group {
			out.WriteByte('-')
		}
		n, err := rand.Int(random, big.NewInt(int64(len(letters))))
		if err != nil {
			return "", err
		}
		out.WriteByte(letters[n.Int64()])
	}
	return Code(out.String()), nil
}

// Find is the code that somebody typed, in capitals or not, with whatever stands between the letters; ok is false where it is none of these.
func (c Codes) Find(typed string) (code Code, ok bool) {
	bare := bareOf(typed)
	if len(bare) != length {
		return "", false
	}
	code = Code(bare[:group] + "-" + bare[group:])
	return code, slices.Contains(c, code)
}

// bareOf is what was typed, without what is no letter or figure.
func bareOf(typed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, typed)
}

// whole reports whether a code can be one of these.
func (c Code) whole() bool {
	bare := strings.ReplaceAll(string(c), "-", "")
	return len(bare) == length && string(c) == bare[:group]+"-"+bare[group:] && strings.Trim(bare, letters) == ""
}

// schema is the version of the file's format.
const schema = 1

type codesFile struct {
	Schema int   `toml:"schema"`
	Codes  Codes `toml:"codes"`
}

// Read reads the file of codes. An error is a pack.Mistakes.
func Read(name string, text []byte) (Codes, error) {
	var raw codesFile
	d, ok := pack.ReadDocument(name, text, &raw)
	if !ok {
		return nil, d.Err()
	}
	if raw.Schema != schema {
		d.Note(pack.Place{Key: "schema"}, "", "schema", fmt.Sprintf("is %d", raw.Schema), fmt.Sprintf("this Probity reads schema = %d", schema))
	}
	seen := map[Code]bool{}
	for _, c := range raw.Codes {
		if !c.whole() || seen[c] {
			d.Note(pack.Place{Key: "codes"}, "", "codes", fmt.Sprintf("have %q, which is no code or stands there twice", string(c)),
				"delete the file, and make slips anew")
		}
		seen[c] = true
	}
	if len(raw.Codes) > Most {
		d.Note(pack.Place{Key: "codes"}, "", "codes", fmt.Sprintf("are %d", len(raw.Codes)), fmt.Sprintf("a room has at most %d", Most))
	}
	if err := d.Err(); err != nil {
		return nil, err
	}
	return raw.Codes, nil
}

// Write is the codes as a file that Read takes.
func (c Codes) Write() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("# The codes of the vote slips of the plan beside this file. Each is one vote: keep them to yourself, and delete this file after the session.\n")
	encoder := toml.NewEncoder(&out)
	encoder.Indent = ""
	if err := encoder.Encode(codesFile{schema, c}); err != nil {
		return nil, fmt.Errorf("writing the codes: %w", err)
	}
	return out.Bytes(), nil
}
