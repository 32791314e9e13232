// Verifying: is a copy what was signed, and does it show what was signed?

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"probity/progress/paper"
)

// Verdict is what can be said of a copy.
type Verdict struct {
	Unchanged   bool   // the content is what was signed, and the document shows that content and nothing else
	Signed      bool   // the content is what was signed; true as well when only what is shown could not be compared
	Says        string // what was found, in sentences for people
	Key         string // the number of the key; "" when the signature does not fit
	Institution string // whose key it says it is; "" for a learner's own
}

// NotCertificateError is given for a file that has no signed content that could be verified.
type NotCertificateError struct{ Err error }

// Error says what is wrong with the file.
func (e *NotCertificateError) Error() string {
	return fmt.Sprintf("verifying the certificate: %v", e.Err)
}

// Unwrap returns the cause.
func (e *NotCertificateError) Unwrap() error { return e.Err }

// Message says it to a clinician.
func (e *NotCertificateError) Message() string {
	return "This file can't be verified: it holds no signed certificate, or what it held is damaged. A PDF, HTML or JSON file " +
		"as Probity made it can be verified; a Markdown file, a printout, and a copy that another program has saved again can't. " +
		"Ask for the file as it was made."
}

// largest is the size of a file in bytes beyond which it can't be a certificate.
const largest = 8 << 20

// Verify tells whether a PDF, HTML or JSON certificate is unchanged since it was signed. program is the name and version of
// this program: one of another version may lay a document out differently, and the verdict then says that it can't tell.
func Verify(file []byte, program string) (Verdict, error) {
	if len(file) > largest {
		return Verdict{}, &NotCertificateError{errors.New("the file is too large to be one")}
	}
	data := file
	if !bytes.HasPrefix(bytes.TrimSpace(file), []byte("{")) {
		var err error
		if data, err = paper.Carried(file); err != nil {
			return Verdict{}, &NotCertificateError{err}
		}
	}
	var e envelope
	if err := json.Unmarshal(data, &e); err != nil {
		return Verdict{}, &NotCertificateError{err}
	}
	if e.Format != format || len(e.PublicKey) != ed25519.PublicKeySize {
		return Verdict{}, &NotCertificateError{errors.New("the format is not one that this version knows")}
	}
	if !ed25519.Verify(e.PublicKey, e.Payload, e.Signature) {
		return Verdict{Says: "CHANGED. The content, the key or the signature has been changed since the certificate was made: " +
			"the signature does not fit. " + e.ownNumber()}, nil
	}
	return compare(file, data, e, program), nil
}

// ownNumber says whether the content still has the number that it was given; that tells a changed content from a changed
// signature.
func (e envelope) ownNumber() string {
	var c Certificate
	if json.Unmarshal(e.Payload, &c) != nil {
		return "The content can no longer be read."
	}
	given := c.Number
	c.Number, c.Key, c.Institution = "", "", ""
	if payload, err := c.payload(); err == nil && number(payload) == given {
		return "Its number, " + given + ", still fits what it says, so it is the key or the signature that differs."
	}
	return "Its number, " + given + ", does not fit what it says, so it is the content that differs."
}

// compare makes the document again from the signed content and holds the file against it.
func compare(file, data []byte, e envelope, program string) Verdict {
	var c Certificate
	err := json.Unmarshal(e.Payload, &c)
	payload, encodeErr := c.payload()
	if err != nil || encodeErr != nil || !bytes.Equal(payload, e.Payload) || check(c.Own) != nil {
		return Verdict{Signed: true, Says: "The content is as it was signed, but it was written by another version of the program (" +
			paper.Line(c.Program) + "), and this version can't read all of it. Verify it with that version."}
	}
	v := Verdict{Signed: true, Key: keyNumber(e.PublicKey), Institution: paper.Line(c.Institution)}
	if c.Key != v.Key {
		return Verdict{Says: "CHANGED. The content says that it was signed with the key " + paper.Line(c.Key) +
			", but the signature is by the key " + v.Key + "."}
	}
	again, where := e.again(c, file)
	switch {
	case again == nil:
		v.Says = "The content is as it was signed, but the document could not be made again to be compared."
	case bytes.Equal(again, file):
		v.Unchanged, v.Says = true, v.unchanged()
	case c.Program != program:
		v.Says = fmt.Sprintf("The signed content inside is unchanged since it was made by the key %s. It was made with %s and this "+
			"is %s, which may lay documents out differently, so what the pages show could not be compared with it. Verify it with "+
			"that version, or read the JSON.", v.named(), paper.Line(c.Program), program)
	default:
		v.Says = "CHANGED. The signed content inside is whole, but the file around it is not what was made from it: " +
			where + "."
	}
	return v
}

// again makes the file again, in the medium that it is in, and says where the two part.
func (e envelope) again(c Certificate, file []byte) (again []byte, where string) {
	s := Signed{c, e}
	switch {
	case bytes.HasPrefix(file, []byte("%PDF-")):
		again, err := s.PDF()
		if err != nil {
			return nil, ""
		}
		return again, partOfPDF(again, file)
	case bytes.HasPrefix(bytes.TrimSpace(file), []byte("{")):
		return s.JSON(), lineOf(s.JSON(), file)
	}
	return s.HTML(), lineOf(s.HTML(), file)
}

func (v Verdict) named() string {
	if v.Institution == "" {
		return v.Key
	}
	return v.Key + " of " + v.Institution
}

// unchanged says what an unchanged copy means, and what it does not.
func (v Verdict) unchanged() string {
	says := "unchanged since it was made by the key " + v.named() + "; this does not show who made it"
	if v.Institution != "" {
		says += ". Whose key it is, only the key itself says: " +
			"compare its number with the one that the institution gives out"
	}
	return says
}

// lineOf says where two texts part, with the lines.
func lineOf(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("something was added after line %d: %s", i, excerpt(b[i]))
		case i >= len(b):
			return fmt.Sprintf("it ends after line %d, where %s should follow", i, excerpt(a[i]))
		case a[i] != b[i]:
			return fmt.Sprintf("line %d is %s and should be %s", i+1, excerpt(b[i]), excerpt(a[i]))
		}
	}
	return "nothing that can be seen"
}

// partOfPDF says which page differs, or that it is something beside the pages.
func partOfPDF(want, got []byte) string {
	n := 0
	for n < len(want) && n < len(got) && want[n] == got[n] {
		n++
	}
	switch pages := bytes.Index(want, []byte("/Type /Pages")); {
	case n == len(want):
		return fmt.Sprintf("it has %s more at its end", count(len(got)-n, "byte"))
	case n == len(got):
		return fmt.Sprintf("it has %s less at its end", count(len(want)-n, "byte"))
	case n < pages:
		page := max(1, bytes.Count(want[:n], []byte("/Type /Page\n")))
		return fmt.Sprintf("page %d differs, from byte %d of the file on", page, n+1)
	}
	return fmt.Sprintf("something beside the pages' text differs (the typeface, what the file says about itself, or the "+
		"attachment), from byte %d on", n+1)
}

// excerpt is the beginning of a line, safe to show.
func excerpt(s string) string {
	letters := []rune(paper.Line(s))
	if len(letters) > 120 {
		letters = append(letters[:120], '…')
	}
	return "“" + string(letters) + "”"
}
