package pack

import (
	"encoding/base64"
	"errors"
	"io/fs"
	"maps"
	"slices"

	"probity/guidance/signing"
	"probity/guidance/text"
)

// Signature is whose signature a pack has, and what it covers.
type Signature struct {
	Origin Origin
	Files  []string // the paths of what is covered, sorted
	Text   []byte   // signature.toml, to be written into the pack's folder; nil for one that was read there
}

// ErrNotSigned is given for a pack that has no signature.
var ErrNotSigned = errors.New("the pack is not signed")

var errNoInstitution = errors.New("signing the pack: the key names no institution, so nobody could be told whose pack it is: " +
	"make one with \"probity key FILE --institution NAME\"")

// SignDir signs the pack in a folder with an institution's key. What is signed is what LoadDir reads; an earlier signature is left out of
// account. The base is that of LoadDir. An error is a Mistakes, with everything that has to be mended before the pack can be signed.
func SignDir(dir string, base *Pack, k signing.Key) (out Signature, err error) {
	err = inFolder(dir, func(fsys fs.FS) error {
		out, err = sign(fsys, base, k)
		return err
	})
	return out, err
}

func sign(fsys fs.FS, base *Pack, k signing.Key) (Signature, error) {
	if k.Institution == "" {
		return Signature{}, errNoInstitution
	}
	in, err := laidOut(fsys)
	if err != nil {
		return Signature{}, err
	}
	in.unsigned = true
	p, err := readParts(in, base)
	if err != nil {
		return Signature{}, err
	}
	p.checkWhole()
	if _, err := p.assemble(); err != nil {
		return Signature{}, err
	}
	s := &signatureFile{
		Schema: signatureSchema, Institution: k.Institution, Key: k.Number(), PublicKey: base64.StdEncoding.EncodeToString(k.Public()),
		Pack: p.manifest.ID, Version: p.manifest.Version, Files: p.sums(),
	}
	s.Signature = base64.StdEncoding.EncodeToString(k.Sign(s.message()))
	out := Signature{Files: slices.Sorted(maps.Keys(s.Files)), Text: s.marshal()}
	if mistakes := s.unwritable(out.Text); len(mistakes) > 0 {
		return Signature{}, mistakes
	}
	var again signatureFile
	f := &file{name: signatureName}
	md, ok := f.decode(out.Text, &again)
	if again.judge(f, md, ok); len(f.mistakes) > 0 { // it has to be one for whoever reads it
		return Signature{}, f.mistakes
	}
	p.signature = s
	out.Origin = p.origin()
	return out, nil
}

// unwritable is what keeps a pack from being signed though it has no mistake: names that no line can hold, and more files than a
// signature can list.
func (s *signatureFile) unwritable(file []byte) (mistakes Mistakes) {
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		if text.Line(name) != name {
			mistakes = append(mistakes, Mistake{File: name, Problem: "has a name that no signature can list", Mend: "name it with letters, digits and hyphens"})
		}
	}
	if s.Version == "" || text.Line(s.Version) != s.Version {
		mistakes = append(mistakes, Mistake{File: ManifestName, Field: "version", Problem: "is not one line of text", Mend: "write a version such as 1.0.0"})
	}
	if len(file) > maxBytes {
		mistakes = append(mistakes, Mistake{File: signatureName, Problem: "would be larger than a file of a pack may be", Mend: "make several packs of it"})
	}
	return mistakes
}

// VerifyDir says whose signature the pack in a folder has, and whether the pack is as it was signed. An error is ErrNotSigned, or a Mistakes: why
// the signature is none, or every file that is another, was added or is gone; with the latter, the signature is there too. What the pack says
// may have mistakes: they are not looked for.
func VerifyDir(dir string) (out Signature, err error) {
	err = inFolder(dir, func(fsys fs.FS) error {
		out, err = verify(fsys)
		return err
	})
	return out, err
}

func verify(fsys fs.FS) (Signature, error) {
	in, err := laidOut(fsys)
	if err != nil {
		return Signature{}, err
	}
	p, err := readParts(in, &Pack{}) // of a pack that is merged into another, the lists of topics and principles may lack
	switch {
	case err != nil:
		return Signature{}, err
	case p.signature == nil:
		return Signature{}, ErrNotSigned
	case len(p.signed.mistakes) > 0:
		return Signature{}, p.unfit()
	}
	out := Signature{Origin: p.origin(), Files: slices.Sorted(maps.Keys(p.signature.Files))}
	if unfit := p.unfit(); len(unfit) > 0 {
		return out, unfit
	}
	return out, nil
}
