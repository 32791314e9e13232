// Verifying a credential: a token has what was signed and nothing beside it, so it is read, written again and compared.

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"strings"

	"probity/guidance/signing"
	"probity/guidance/text"
	"probity/progress/paper"
)

// token is a credential as it was found.
type token struct {
	enclosed // the subject, in the place of an envelope's payload
	signed   []byte
	header   content
	claims   content
	domain   string // that its issuer names; "" for none
}

// looksLikeToken reports whether a text may be a credential: it begins as every header does, and not as a document.
func looksLikeToken(text []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(text), []byte("eyJ")) }

// verifyCredential is Verify for a token.
func (c copied) verifyCredential(program string) (Verdict, error) {
	t, err := readToken(bytes.TrimSpace(c.text))
	var twice *twiceError
	switch {
	case errors.As(err, &twice):
		return twice.verdict(), nil
	case err != nil:
		return Verdict{}, &NotCertificateError{err}
	}
	return c.judgeCredential(t, program), nil
}

// readToken takes a token apart.
func readToken(file []byte) (t token, err error) {
	if n := bytes.Count(file, []byte(".")) + 1; n != 3 {
		return t, fmt.Errorf("a credential has three parts with a point between them, and this has %s", text.Count(n, "part"))
	}
	parts := bytes.Split(file, []byte("."))
	t.signed = file[:len(parts[0])+1+len(parts[1])]
	var raw [3][]byte
	for i, part := range parts {
		if bytes.ContainsAny(part, "\r\n") { // which Go's decoder passes over
			return t, errors.New("its line was broken by another program; ask for the file as it was made")
		}
		if raw[i], err = base64url.AppendDecode(nil, part); err != nil {
			return t, fmt.Errorf("part %d of it is damaged: %w", i+1, err)
		}
	}
	if t.header, err = parse(raw[0]); err != nil {
		return t, err
	}
	if t.claims, err = parse(raw[1]); err != nil {
		return t, err
	}
	t.Signature = raw[2]
	return t, t.read()
}

// read finds the key, and the subject as this version can read it.
func (t *token) read() error {
	var header credentialHeader
	if err := decode(t.header, &header); err != nil {
		return err
	}
	claims, ok := t.claims.(map[string]any)
	if !ok || claims["credentialSubject"] == nil || header.Algorithm != credentialAlgorithm || header.Type != credentialType {
		return errors.New("it is a token of another kind than Probity's credentials")
	}
	var err error
	if t.domain, t.PublicKey, err = readKeyID(header.Key); err != nil {
		return fmt.Errorf("reading its key: %w", err)
	}
	if signing.FitsAnything(t.PublicKey) {
		return errors.New("its key fits any content")
	}
	t.tree = map[string]any{"payload": claims["credentialSubject"]}
	if decode(t.payload(), &t.certificate) == nil {
		t.again, _ = t.certificate.payload() // nil then
	}
	return nil
}

// judgeCredential is judge for a token, which shows nothing but what it carries.
func (c copied) judgeCredential(t token, program string) Verdict {
	if !ed25519.Verify(t.PublicKey, t.signed, t.Signature) {
		return Verdict{Says: t.broken(program)}
	}
	v := Verdict{Signed: true, Key: signing.Number(t.PublicKey), Institution: paper.Line(t.certificate.Institution)}
	for _, check := range []func() string{t.unwritten, t.besides, t.certificate.flaw} {
		if flaw := check(); flaw != "" {
			v.Says = v.foreign(t.certificate, flaw, program)
			return v
		}
	}
	if t.certificate.Key != v.Key {
		return v.otherKey(t.certificate)
	}
	v.Unchanged, v.About, v.Says = true, t.certificate.about(), v.unchanged()
	if t.domain != "" {
		v.Says += fmt.Sprintf(". It names %s as its issuer, and anyone can name any: it is so only if %s has the key %s, which is not looked up here",
			t.domain, documentAddress(t.domain), multikey(t.PublicKey))
	}
	changed := c.changed
	if len(bytes.TrimSpace(c.text)) != len(c.text) {
		changed = append(changed, "blanks before or after it")
	}
	if len(changed) > 0 {
		v.Says += ". Another program changed " + text.Series(changed) + "; what it says is the same"
	}
	return v
}

// besides says in what the token is other than this version would write it round the same subject.
func (t token) besides() string {
	want, err := credentialParts(t.again, t.certificate.Statement, t.domain, t.PublicKey)
	if err != nil {
		return "it can't be written again"
	}
	if bytes.Equal(want, t.signed) {
		return ""
	}
	parts := strings.Split(string(want), ".")
	for i, got := range []content{t.header, t.claims} {
		plain, err := base64url.DecodeString(parts[i])
		if err != nil {
			continue
		}
		tree, err := parse(plain)
		if err != nil {
			continue
		}
		if where := differs(got, tree, ""); where != "" {
			return "beside the content, " + where
		}
	}
	return "its JSON is laid out in another way than Probity signs it"
}
