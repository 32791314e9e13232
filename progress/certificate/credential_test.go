// The certificate as a verifiable credential: an independent library takes it, and what was changed or forged is told.

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/guidance/signing"

	"github.com/go-jose/go-jose/v4"
)

// office is an institution's key that a domain publishes.
func office(t testing.TB) signing.Key {
	t.Helper()
	return must(key(t, "St Ann's").At("st-anns.example.org"))(t)
}

// published is the key of an address, as somebody else would find it: in the domain's document, or in the address itself.
func published(t testing.TB, kid string, document []byte) jose.JSONWebKey {
	t.Helper()
	var d struct {
		ID      string `json:"id"`
		Methods []struct {
			ID  string          `json:"id"`
			Key jose.JSONWebKey `json:"publicKeyJwk"`
		} `json:"verificationMethod"`
		Asserts []string `json:"assertionMethod"`
	}
	if strings.HasPrefix(kid, "did:key:") {
		_, public, err := readKeyID(kid)
		return jose.JSONWebKey{Key: must(public, err)(t)}
	}
	if err := json.Unmarshal(document, &d); err != nil {
		t.Fatal(err)
	}
	for i, m := range d.Methods {
		if m.ID == kid && strings.HasPrefix(kid, d.ID+"#") && d.Asserts[i] == kid {
			return m.Key
		}
	}
	t.Fatalf("no key %s in %s", kid, document)
	return jose.JSONWebKey{}
}

// byLibrary is what a library of JSON Web Signatures makes of a token, under the key that its header names.
func byLibrary(t testing.TB, token, document []byte) ([]byte, error) {
	t.Helper()
	jws, err := jose.ParseSignedCompact(string(token), []jose.SignatureAlgorithm{jose.EdDSA})
	if err != nil {
		return nil, err
	}
	return jws.Verify(published(t, jws.Signatures[0].Header.KeyID, document))
}

func TestAnIndependentLibraryVerifiesACredential(t *testing.T) {
	web, own := office(t), key(t, "")
	document := must(Document(web))(t)
	for issuer, k := range map[string]signing.Key{"did:web:st-anns.example.org": web, "did:key:" + multikey(own.Public()): own} {
		s := must(Sign(signed(t, ann, uk, "").Certificate, k))(t)
		claims := must(byLibrary(t, s.Credential(), document))(t)
		var got struct {
			Context     []any           `json:"@context"`
			Type        []string        `json:"type"`
			Issuer      string          `json:"issuer"`
			Description string          `json:"description"`
			Subject     json.RawMessage `json:"credentialSubject"`
		}
		d := json.NewDecoder(bytes.NewReader(claims))
		d.DisallowUnknownFields() // no claim vc, and no moment that nobody measured
		if err := d.Decode(&got); err != nil {
			t.Fatal(err)
		}
		same(t, "context", got.Context[0], any("https://www.w3.org/ns/credentials/v2"))
		same(t, "type", got.Type[0], "VerifiableCredential")
		same(t, "issuer", got.Issuer, issuer)
		same(t, "description", got.Description, Statement)
		same(t, "subject", must(parse(got.Subject))(t), must(parse(s.envelope.Payload))(t))
	}
}

// The bytes of the specification's example: the key whose seed is 32 times 0.
func TestDidKeyIsThatOfTheSpecification(t *testing.T) {
	public := must(hex.DecodeString("3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29"))(t)
	same(t, "did:key", did("", public), "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")
}

func TestTheSameCredentialIsTheSameBytes(t *testing.T) {
	s := signed(t, ann, uk, "")
	same(t, "credential", string(s.Credential()), string(signed(t, ann, uk, "").Credential()))
	if other := signed(t, siobhan, uk, "").Credential(); bytes.Equal(other, s.Credential()) {
		t.Error("two people have one credential")
	}
}

// No character of a credential can be changed unnoticed, by this program or by the library.
func TestEveryCharacterOfACredentialCounts(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, many times: nothing for the race detector")
	}
	document := must(Document(office(t)))(t)
	token := must(Sign(signed(t, ann, uk, "").Certificate, office(t)))(t).Credential()
	begins := bytes.IndexByte(token, '.')
	for i := range token {
		if i%7 > 0 && i > begins && i < len(token)-100 { // the header and the signature whole, of the rest a part
			continue
		}
		for _, other := range []byte{token[i] ^ 1, 'A', '=', '\n', ' ', '.'} {
			changed := bytes.Clone(token)
			if changed[i] = other; token[i] == other {
				continue
			}
			if v, err := Verify(changed, program); err == nil && v.Unchanged && !bytes.Equal(bytes.TrimSpace(changed), token) {
				t.Fatalf("character %d changed to %q unnoticed: %+v", i, other, v)
			}
			if i <= begins || i == len(token)-1 || token[i+1] == '.' || other == '\n' || other == ' ' {
				continue // the library needs a key, takes a part's last character whatever bits it has too many, and passes over blanks
			}
			if _, err := byLibrary(t, changed, document); err == nil {
				t.Fatalf("character %d changed to %q, and the library takes it", i, other)
			}
		}
	}
}

func TestWhatIsSaidOfACredential(t *testing.T) {
	s := must(Sign(signed(t, ann, uk, "").Certificate, office(t)))(t)
	web := s.Credential()
	for name, c := range map[string]struct {
		file []byte
		says []string
	}{
		"of a domain": {web, []string{"calls itself “St Ann's”; this does not show who made it", s.Certificate.Key,
			"It names st-anns.example.org as its issuer, and anyone can name any", "https://st-anns.example.org/.well-known/did.json", multikey(office(t).Public()), "which is not looked up here"}},
		"of a learner":      {signed(t, ann, uk, "").Credential(), []string{"Unchanged since it was made by the key"}},
		"with a line's end": {append(bytes.Clone(web), "\r\n"...), []string{"Another program changed", "what it says is the same"}},
		"in UTF-16":         {utf16le(append(bytes.Clone(web), "\r\n"...)), []string{"the encoding (UTF-16)"}},
	} {
		v := must(Verify(c.file, program))(t)
		if !v.Unchanged || !strings.HasPrefix(v.About[0].Value, ann.Name) || strings.Contains(name, "learner") == strings.Contains(v.Says, "issuer") {
			t.Errorf("%s: %+v", name, v)
		}
		for _, words := range c.says {
			has(t, name, v.Says, words)
		}
	}
}

// resigned is a token of which a text was replaced in header or credential, signed with a key.
func resigned(t testing.TB, token []byte, k signing.Key, old, new string) []byte {
	t.Helper()
	var parts [][]byte
	found := false
	for _, part := range bytes.Split(token, []byte("."))[:2] {
		plain := must(base64url.DecodeString(string(part)))(t)
		found = found || bytes.Contains(plain, []byte(old))
		parts = append(parts, base64url.AppendEncode(nil, bytes.Replace(plain, []byte(old), []byte(new), 1)))
	}
	if !found {
		t.Fatalf("nothing to change: %s", old)
	}
	text := bytes.Join(parts, []byte("."))
	return base64url.AppendEncode(append(bytes.Clone(text), '.'), k.Sign(text))
}

func TestForgedCredentials(t *testing.T) {
	own, web := key(t, ""), office(t)
	s, issued := signed(t, ann, uk, ""), must(Sign(signed(t, ann, uk, "").Certificate, office(t)))(t).Credential()
	token, thief := s.Credential(), must(signing.NewKey(strings.NewReader(strings.Repeat("f", 32)), ""))(t)
	parts := strings.Split(string(token), ".")
	identity := ed25519.PublicKey(append([]byte{1}, make([]byte, 31)...))
	anything := must(credentialParts(s.envelope.Payload, Statement, "", identity))(t)
	for name, c := range map[string]struct {
		file []byte
		says string // of the verdict, or of the error
	}{
		"no algorithm":           {resigned(t, token, own, `"EdDSA"`, `"none"`), "another kind"},
		"a shared secret":        {resigned(t, token, own, `"EdDSA"`, `"HS256"`), "another kind"},
		"a token of another use": {resigned(t, token, own, `"vc+jwt"`, `"JWT"`), "another kind"},
		"no signature":           {[]byte(parts[0] + "." + parts[1] + "."), "the signature does not fit"},
		"two parts":              {[]byte(parts[0] + "." + parts[1]), "three parts"},
		"four parts":             {append(bytes.Clone(token), ".AA"...), "three parts"},
		"another's signature":    {[]byte(parts[0] + "." + parts[1] + "." + strings.Split(string(issued), ".")[2]), "the signature does not fit"},
		"another's content":      {[]byte(parts[0] + "." + strings.Split(string(issued), ".")[1] + "." + parts[2]), "the signature does not fit"},
		"the JSON's signature":   {append([]byte(parts[0]+"."+parts[1]+"."), base64url.EncodeToString(s.envelope.Signature)...), "the signature does not fit"},
		"signed by another":      {resigned(t, token, thief, `"`, `"`), "the signature does not fit"},
		"another key":            {resigned(t, token, thief, keyID("", own.Public()), keyID("", thief.Public())), "“issuer” is another"},
		"issued by a domain":     {resigned(t, token, own, `"issuer":"did:key:`+multikey(own.Public()), `"issuer":"did:web:gmc-uk.org`), "“issuer” is another"},
		"a domain's key": {resigned(t, token, own, `"kid":"did:key:`+multikey(own.Public()), `"kid":"did:web:gmc-uk.org`),
			"“issuer” is another"},
		"a domain in capitals":     {resigned(t, issued, web, `"kid":"did:web:st-`, `"kid":"did:web:ST-`), "don't go together"},
		"a domain with a path":     {resigned(t, issued, web, `"kid":"did:web:st-anns.example.org`, `"kid":"did:web:st-anns.example.org:a`), "domain"},
		"a domain of look-alikes":  {resigned(t, issued, web, `"kid":"did:web:st-anns`, `"kid":"did:web:st-аnns`), "domain"},
		"a key of no kind":         {resigned(t, token, own, `#z6Mk`, `#z6LS`), "no key of a kind"},
		"a key that fits anything": {base64url.AppendEncode(append(bytes.Clone(anything), '.'), append(bytes.Clone(identity), make([]byte, 32)...)), "fits any content"},
		"a header more":            {resigned(t, token, own, `"alg"`, `"crit":["x"],"x":1,"alg"`), "“crit” is added"},
		"a moment of issue":        {resigned(t, token, own, `"issuer"`, `"validFrom":"2020-01-01T00:00:00Z","issuer"`), "“validFrom” is added"},
		"a claim vc":               {resigned(t, token, own, `"issuer"`, `"vc":{},"issuer"`), "“vc” is added"},
		"another type":             {resigned(t, token, own, `"RecordOfLearning"`, `"AccreditedExamination"`), "“type”"},
		"other terms":              {resigned(t, token, own, `{"@vocab":"urn:`, `{"@vocab":"https://gmc-uk.org/urn:`), "“@context”"},
		"another description":      {resigned(t, token, own, `"description":"Self-attested`, `"description":"Accredited`), "“description” is another"},
		"another statement":        {resigned(t, token, own, `"statement":"Self-attested`, `"statement":"Accredited`), "“description” is another"},
		"another subject":          {resigned(t, token, own, `"credentialSubject":{`, `"credentialSubject":{"id":"did:web:gmc-uk.org",`), "“id” is added"},
		"two subjects":             {resigned(t, token, own, `"credentialSubject":{`, `"credentialSubject":[],"and":{`), "holds what it can't"},
		"a key twice":              {resigned(t, token, own, `"issuer"`, `"issuer":"did:web:gmc-uk.org","issuer"`), "stands twice"},
		"more marks":               {resigned(t, token, own, `"marks":28`, `"marks":40`), "can't be"},
		"another holder":           {resigned(t, token, own, ann.Name, "Somebody Else"), "its number is"},
		"a blank more":             {resigned(t, token, own, `"issuer":`, `"issuer": `), "laid out in another way"},
		"a number spelt otherwise": {resigned(t, token, own, `"marks":28`, `"marks":28.0`), "laid out in another way"},
		"its line broken":          {[]byte(string(token[:76]) + "\r\n" + string(token[76:])), "its line was broken"},
		"filled up":                {append(bytes.Clone(token), '='), "is damaged"},
		"in its other alphabet":    {[]byte(strings.NewReplacer("-", "+", "_", "/").Replace(string(issued))), "is damaged"},
	} {
		v, err := Verify(c.file, program)
		says := v.Says
		var none *NotCertificateError
		if errors.As(err, &none) {
			says = err.Error()
		}
		if v.Unchanged || v.About != nil || !strings.Contains(says, c.says) || strings.Contains(says, "another version") {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
}

// A domain that has had several keys publishes them all, and what it issued stays good.
func TestTheDocumentOfADomain(t *testing.T) {
	same(t, "address", DocumentAddress(office(t)), "https://st-anns.example.org/.well-known/did.json")
	first, second := office(t), must(must(signing.NewKey(strings.NewReader(strings.Repeat("s", 32)), "St Ann's"))(t).At("st-anns.example.org"))(t)
	document := must(Document(second, first))(t)
	golden(t, "did.json", document)
	for _, k := range []signing.Key{first, second} {
		if _, err := byLibrary(t, must(Sign(signed(t, ann, uk, "").Certificate, k))(t).Credential(), document); err != nil {
			t.Error(err)
		}
	}
	var none *DomainError
	for name, keys := range map[string][]signing.Key{"nothing": nil, "no domain": {key(t, "")}, "two domains": {first, must(first.At("example.org"))(t)}} {
		if _, err := Document(keys...); !errors.As(err, &none) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzCredential: whatever the token holds, reading ends in words, and it is unchanged only where this program writes the same.
func FuzzCredential(f *testing.F) {
	k := must(key(f, "").At("example.org"))(f)
	for _, s := range []Signed{signed(f, ann, uk, ""), certified(f, Choice{Session: "room"}, ireland)} {
		made := must(Sign(s.Certificate, k))(f)
		parts := strings.Split(string(made.Credential()), ".")
		f.Add(must(base64url.DecodeString(parts[0]))(f), must(base64url.DecodeString(parts[1]))(f))
	}
	f.Add([]byte(`{"kid":"did:key:z#z"}`), []byte(`{"credentialSubject":[]}`))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(`{"kid":"did:key:z#z"}`), []byte(s))
	}
	f.Fuzz(func(t *testing.T, header, claims []byte) {
		fuzztest.Within(t, len(header)+len(claims), 1)
		text := base64url.AppendEncode(append(base64url.AppendEncode(nil, header), '.'), claims)
		file := base64url.AppendEncode(append(bytes.Clone(text), '.'), k.Sign(text))
		v, err := Verify(file, program)
		var none *NotCertificateError
		if err == nil && v.Says == "" || err != nil && !errors.As(err, &none) {
			t.Errorf("%+v, %v", v, err)
		}
		if !v.Unchanged {
			return
		}
		var got credential
		var c Certificate
		if json.Unmarshal(claims, &got) != nil || json.Unmarshal(got.Subject, &c) != nil || c.Statement != Statement || got.Description != Statement ||
			!bytes.Equal(must(credentialBy(must(c.payload())(t), c.Statement, k))(t), file) {
			t.Errorf("unchanged: %s", claims)
		}
	})
}
