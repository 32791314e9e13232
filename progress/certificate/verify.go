// Verifying: is a copy what was signed, does it show what was signed, and would this program have written it?

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"probity/guidance/signing"
	"probity/progress/paper"
)

// Verdict is what can be said of a copy, and no more.
type Verdict struct {
	Unchanged   bool        // the content is what was signed and what this program writes, and the document shows that and nothing else
	Signed      bool        // the content is what was signed, whoever signed it
	Says        string      // what was found, in sentences for people
	About       paper.Facts // whose certificate it is and what for, as it was signed; nil where that can't be relied on
	Key         string      // the number of the key; "" when the signature does not fit
	Institution string      // what the key calls itself; "" for a learner's own
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
	return "This file can't be verified: it holds no signed certificate, or what it held is damaged. A PDF, HTML, JSON or JWT " +
		"file as Probity made it can be verified; a Markdown file, a printout, and a PDF or page that another program has printed or " +
		"saved again without what it carried can't. Ask for the file as it was made."
}

// largest is the size of a file in bytes beyond which it can't be a certificate.
const largest = 8 << 20

// Verify reports whether a PDF, HTML or JSON certificate, or a credential, is unchanged since it was signed. JSON is compared by content. program
// is the name and version of this program: one of another version may lay a document out differently, and the verdict then
// says that it can't tell.
func Verify(file []byte, program string) (Verdict, error) {
	if len(file) > largest {
		return Verdict{}, &NotCertificateError{errors.New("the file is too large to be one")}
	}
	c, err := opened(file)
	if err != nil {
		return Verdict{}, &NotCertificateError{err}
	}
	if c.medium == asCredential {
		return c.verifyCredential(program)
	}
	tree, err := parse(c.data)
	var twice *twiceError
	switch {
	case errors.As(err, &twice):
		return twice.verdict(), nil
	case err != nil:
		return Verdict{}, &NotCertificateError{err}
	}
	e, err := enveloped(tree, c.data)
	if err != nil {
		return Verdict{}, &NotCertificateError{err}
	}
	return c.judge(e, program), nil
}

// enclosed is an envelope as it was found, with its content read as this version can.
type enclosed struct {
	envelope
	tree        content // the envelope as a tree
	certificate Certificate
	again       []byte // the content as this version writes it; nil when it can't be read
}

// payload is the content as a tree.
func (e enclosed) payload() content { return e.tree.(map[string]any)["payload"] }

func enveloped(tree content, data []byte) (e enclosed, err error) {
	e.tree = tree
	if err := decode(tree, &e.envelope); err != nil {
		return e, err
	}
	if fields, ok := tree.(map[string]any); !ok || fields["payload"] == nil || e.Format != format || len(e.PublicKey) != ed25519.PublicKeySize {
		return e, errors.New("the format is not one that this version knows")
	}
	if signing.FitsAnything(e.PublicKey) {
		return e, errors.New("its key fits any content")
	}
	var asItStands envelope
	if json.Unmarshal(data, &asItStands) == nil {
		e.Payload = asItStands.Payload
	}
	if decode(e.payload(), &e.certificate) == nil {
		e.again, _ = e.certificate.payload() // nil then
	}
	return e, nil
}

// unwritten says what of the content is other than this version would write it: a field that it has not, or lacks.
func (e enclosed) unwritten() string {
	want, err := parse(e.again)
	if e.again == nil || err != nil {
		return "a field of it holds what it can't"
	}
	return differs(e.payload(), want, "")
}

// judge says whether the content is what was signed, whether this program would have written it, and whether the file shows it,
// in this order.
func (c copied) judge(e enclosed, program string) Verdict {
	asItStands := ed25519.Verify(e.PublicKey, e.Payload, e.Signature)
	laidOut := e.again != nil && ed25519.Verify(e.PublicKey, e.again, e.Signature)
	unwritten := e.unwritten()
	switch {
	case !asItStands && !laidOut:
		return Verdict{Says: e.broken(program)}
	case !asItStands && unwritten != "":
		return Verdict{Says: "CHANGED. Something stands in the content that was not signed: " + unwritten + "."}
	}
	v := Verdict{Signed: true, Key: signing.Number(e.PublicKey), Institution: paper.Line(e.certificate.Institution)}
	switch flaw := e.certificate.flaw(); {
	case unwritten != "":
		v.Says = v.foreign(e.certificate, unwritten, program)
	case asItStands && !bytes.Equal(e.Payload, e.again):
		v.Says = v.foreign(e.certificate, "its JSON is laid out in another way than Probity signs it", program)
	case e.certificate.Key != v.Key:
		return v.otherKey(e.certificate)
	case flaw != "":
		v.Says = v.foreign(e.certificate, flaw, program)
	default:
		v.About = e.certificate.about()
		c.compare(&v, e, program)
	}
	return v
}

// otherKey is said where the content names another key than the one it is signed with.
func (v Verdict) otherKey(c Certificate) Verdict {
	return Verdict{Says: "CHANGED. The content says that it was signed with the key " + quoted(c.Key) + ", but the signature is by the key " + v.Key + "."}
}

// broken says what a signature that does not fit is known to mean. Whether the content still has the number that it was given
// tells a changed content from a changed signature.
func (e enclosed) broken(program string) string {
	const begins = "CHANGED. The content, the key or the signature has been changed since the certificate was made: the signature does not fit. "
	c := e.certificate
	if e.again == nil {
		return begins + "The content can no longer be read."
	}
	given := quoted(c.Number)
	switch fits := c.ownNumber() == c.Number && e.unwritten() == ""; {
	case fits && c.Key != signing.Number(e.PublicKey):
		return begins + "Its number, " + given + ", still fits what it says, so it is the key or the signature that differs: it names the key " +
			quoted(c.Key) + ", and the key in the file is " + signing.Number(e.PublicKey) + "."
	case fits:
		return begins + "Its number, " + given + ", still fits what it says, so it is the key or the signature that differs, or the name that the key gives itself."
	case c.ofAnotherVersion(program) && e.unwritten() != "":
		return "The signature does not fit the content as this version reads it. The content says that it was made with " + quoted(c.Program) +
			", and this is " + program + ": it may have been changed, or only laid out afresh. Verify it with that version."
	}
	return begins + "Its number, " + given + ", does not fit what it says, so it is the content that differs."
}

// ownNumber is the number that follows from what a certificate says.
func (c Certificate) ownNumber() string {
	c.Number, c.Key, c.Institution = "", "", ""
	payload, err := c.payload()
	if err != nil {
		return ""
	}
	return number(payload)
}

// ofAnotherVersion reports whether a certificate says that another version of this program made it.
func (c Certificate) ofAnotherVersion(program string) bool {
	return c.Program != program && madeBy().MatchString(c.Program)
}

// foreign is said of content that is signed, and that this program would not have written.
func (v Verdict) foreign(c Certificate, reason, program string) string {
	if c.ofAnotherVersion(program) {
		return fmt.Sprintf("The signature fits, but this version of the program would not have written what was signed: %s. It says that it was "+
			"made with %s, and this is %s. Verify it with that version, and don't rely on it before: anyone can sign anything with a key of their own.",
			reason, quoted(c.Program), program)
	}
	by := "the key " + v.Key
	if v.Institution != "" {
		by = "a key that calls itself " + quoted(v.Institution) + " (" + v.Key + ")"
	}
	return fmt.Sprintf("NOT WRITTEN BY PROBITY as it stands, though the signature, by %s, fits: %s. Anyone can sign anything with a key of "+
		"their own. Don't rely on it.", by, reason)
}

// unchanged says what an unchanged copy means, and what it does not.
func (v Verdict) unchanged() string {
	if v.Institution == "" {
		return "Unchanged since it was made by the key " + v.Key + "; this does not show who made it"
	}
	return "Unchanged since it was made by a key that calls itself " + quoted(v.Institution) + "; this does not show who made it. Anyone can give a key any " +
		"name: compare its number, " + v.Key + ", with the one that the institution gives out"
}

// quoted is text from a file as a verdict quotes it: on one line, not long, and without quotation marks. A mark could end the
// quotation, and the rest would read as the verdict's own words.
func quoted(s string) string { return excerpt(s, 0) }

// excerpt is the part of a line where it begins to differ, quoted.
func excerpt(s string, from int) string {
	const before, most, widest = 30, 120, 4 // a character has so many bytes at the most
	begin := max(0, from-before)
	for begin > 0 && begin < len(s) && s[begin]&0xC0 == 0x80 { // not within a character
		begin--
	}
	rest := s[min(begin, len(s)):]
	rest = strings.ToValidUTF8(rest[:min(len(rest), (most+1)*widest)], "\uFFFD")
	letters := []rune(strings.NewReplacer("“", "‘", "”", "’").Replace(paper.Line(rest)))
	lead := ""
	if begin > 0 {
		lead = "…"
	}
	if len(letters) > most {
		letters = append(letters[:most], '…')
	}
	return "“" + lead + string(letters) + "”"
}

// lineOf says where two texts part, with the lines.
func lineOf(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("something was added after line %d: %s", i, excerpt(b[i], 0))
		case i >= len(b):
			return fmt.Sprintf("it ends after line %d, where %s should follow", i, excerpt(a[i], 0))
		case a[i] == b[i]:
			continue
		}
		from := 0
		for from < len(a[i]) && from < len(b[i]) && a[i][from] == b[i][from] {
			from++
		}
		is, should := excerpt(b[i], from), excerpt(a[i], from)
		if is == should {
			return fmt.Sprintf("line %d differs in blanks or in characters that don't show, near %s", i+1, is)
		}
		return fmt.Sprintf("line %d is %s and should be %s", i+1, is, should)
	}
	return "nothing that can be seen"
}
