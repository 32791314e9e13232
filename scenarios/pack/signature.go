// What a signature of a pack is: who signed it, and the digest of every file that is read of it. docs/formats.md has the contract, with which
// others can check one.

package pack

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"probity/guidance/signing"
	"probity/guidance/text"

	"github.com/BurntSushi/toml"
)

// signatureSchema is the version of signature.toml that this program writes and reads.
const signatureSchema = 1

// signatureFile is signature.toml.
type signatureFile struct {
	Schema      int
	Institution string            // what the key calls itself
	Key         string            // its number
	PublicKey   string            `toml:"public_key"` // base64
	Signature   string            // base64, over message()
	Pack        string            // the pack's id
	Version     string            // the pack's
	Files       map[string]string // SHA-256 in hexadecimal, by path
}

// message is the text that is signed, made of what the file says.
func (s signatureFile) message() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "probity pack signature %d\n%s\n%s\n%s\n", s.Schema, s.Institution, s.Pack, s.Version)
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		fmt.Fprintf(&b, "%s  %s\n", s.Files[name], name)
	}
	return b.Bytes()
}

// marshal is signature.toml as it is written.
func (s signatureFile) marshal() []byte {
	var b bytes.Buffer
	b.WriteString("# Made by \"probity pack sign\". Whoever changes the pack signs it again, or deletes this file.\n")
	fmt.Fprintf(&b, "schema = %d\n", s.Schema)
	for _, field := range [][2]string{{"institution", s.Institution}, {"key", s.Key}, {"public_key", s.PublicKey}, {"signature", s.Signature},
		{"pack", s.Pack}, {"version", s.Version}} {
		fmt.Fprintf(&b, "%s = %s\n", field[0], inTOML(field[1]))
	}
	b.WriteString("\n[files]\n")
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		fmt.Fprintf(&b, "%s = %q\n", inTOML(name), s.Files[name])
	}
	return b.Bytes()
}

// sums is the SHA-256 of each file of the pack that is read, by path; "" for one that could not be. It is of the text that was decoded:
// without a byte-order mark, each line ended by LF. So two folders that have the same sums are read as the same, and a copy to which git or an
// editor gave CRLF is as good as the first.
func (p *parts) sums() map[string]string {
	out := map[string]string{}
	for _, f := range slices.Concat(p.indexFiles, p.sourceFiles, p.situationFiles) {
		out[f.name] = ""
		if f.text != nil {
			sum := sha256.Sum256(f.text)
			out[f.name] = hex.EncodeToString(sum[:])
		}
	}
	return out
}

// readSignature reads signature.toml, if there is one.
func (p *parts) readSignature(in tree) {
	if _, err := fs.Stat(in, signatureName); errors.Is(err, fs.ErrNotExist) {
		return
	}
	var s signatureFile
	f, md, ok := open(in, signatureName, &s)
	p.signature, p.signed = &s, f
	s.judge(f, md, ok)
}

// judge notes why the file is no signature; ok is whether it could be decoded.
func (s signatureFile) judge(f *file, md toml.MetaData, ok bool) {
	for i := range f.mistakes { // nobody mends a signature by hand
		if f.text != nil {
			f.mistakes[i].Mend = signAgain
		}
	}
	if !ok {
		return
	}
	if md.IsDefined("schema") && s.Schema != signatureSchema {
		f.mistakes = nil // what else seems wrong is that version's
		f.note(position{key: "schema"}, "", "schema", fmt.Sprintf("is %d", s.Schema), fmt.Sprintf("this Probity reads schema = %d: a newer one may read it", signatureSchema))
		return
	}
	f.required(md, position{}, "", "schema", "institution", "key", "public_key", "signature", "pack", "version", "files")
	s.check(f)
}

// What to do about a signature that is none.
const signAgain = "take the pack as it was given out; if it is yours, sign it again with \"probity pack sign\", or delete " + signatureName

// check notes what no signature of Probity's can say, and where it does not fit what it says. Of what a mistake follows from nothing more is said.
func (s signatureFile) check(f *file) {
	wrong := func(field, problem string) { f.note(position{key: field}, "", field, problem, signAgain) }
	if len(f.mistakes) > 0 {
		return
	}
	if name, err := signing.InstitutionName(s.Institution); err != nil || name == "" || name != s.Institution {
		wrong("institution", "is no name that an institution's key can have")
	}
	for _, line := range []field{{"pack", s.Pack}, {"version", s.Version}} {
		if blank(line.value) || text.Line(line.value) != line.value {
			wrong(line.name, "is not one line of text")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		if text.Line(name) != name || !sumForm().MatchString(s.Files[name]) {
			wrong("files", "has an entry that is no path with its SHA-256")
		}
	}
	public, ok := bytesOf(s.PublicKey)
	if !ok || len(public) != ed25519.PublicKeySize || signing.FitsAnything(public) {
		wrong("public_key", "is no key that a signature can be relied on with")
	} else if signing.Number(public) != s.Key {
		wrong("key", "is not the number of the key that stands beside it")
	}
	if len(f.mistakes) > 0 {
		return
	}
	signature, ok := bytesOf(s.Signature)
	if !ok || !ed25519.Verify(public, s.message(), signature) {
		wrong("signature", "does not fit what the file says: it was changed after it was signed, or damaged")
	}
}

// bytesOf is what base64 stands for, if it is written in the one way that Probity writes it: on one line, among others.
func bytesOf(s string) ([]byte, bool) {
	b, err := base64.StdEncoding.DecodeString(s)
	return b, err == nil && base64.StdEncoding.EncodeToString(b) == s
}

// unfit is why the signature is none, or does not fit the pack.
func (p *parts) unfit() Mistakes {
	if p.signed == nil {
		return nil
	}
	return append(p.signed.mistakes, p.changed...)
}

// AlteredError is given for a pack that is not as it was signed, with everything else that is wrong with it.
type AlteredError struct{ Mistakes }

// Unwrap is the mistakes.
func (e AlteredError) Unwrap() error { return e.Mistakes }

// sumForm is a SHA-256 as the file has it.
var sumForm = text.Expression(`^[0-9a-f]{64}$`)

// checkSignature notes the files that are not as they were signed. Where the signature itself is wrong, what it lists is no evidence.
func (p *parts) checkSignature() {
	if p.signature == nil || len(p.signed.mistakes) > 0 {
		return
	}
	s, now := p.signature, p.sums()
	both := maps.Clone(now)
	maps.Copy(both, s.Files)
	for _, name := range slices.Sorted(maps.Keys(both)) {
		sum, there := now[name]
		was, signed := s.Files[name]
		became := "has changed"
		switch {
		case there && sum == was:
			continue
		case !signed:
			became = "was added"
		case !there:
			became = "is gone"
		case sum == "":
			became = "cannot be read, and is not known to be the same"
		}
		p.changed = append(p.changed, Mistake{File: name, Problem: became + " since " + text.Quoted(s.Institution) + " signed the pack", Mend: signAgain})
	}
	if m := p.manifest; len(p.changed) == 0 && (m.ID != s.Pack || m.Version != s.Version) {
		p.signed.note(position{key: "pack"}, "", "pack", fmt.Sprintf("is %s %s, and the pack is %s %s", s.Pack, s.Version, m.ID, m.Version), signAgain)
	}
}
