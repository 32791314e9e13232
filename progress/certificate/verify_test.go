// Fault 32: one byte changed, and verifying fails and says what differs.

package certificate

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/guidance/signing"
	"probity/progress/paper"
)

func TestUnchangedCopies(t *testing.T) {
	for institution, want := range map[string]string{
		"": "Unchanged since it was made by the key KEY; this does not show who made it",
		"St Ann's": "Unchanged since it was made by a key that calls itself “St Ann's”; this does not show who made it. " +
			"Anyone can give a key any name: compare its number, KEY, with",
	} {
		s := signed(t, ann, uk, institution)
		for medium, file := range media(t, s) {
			v := must(Verify(file, program))(t)
			want := strings.ReplaceAll(want, "KEY", s.Certificate.Key)
			if !v.Unchanged || !v.Signed || !strings.HasPrefix(v.Says, want) || v.Institution != institution {
				t.Errorf("%s: %+v", medium, v)
			}
		}
	}
}

func TestChangedCopiesSayWhatDiffers(t *testing.T) {
	s := signed(t, ann, uk, "")
	m := media(t, s)
	other := must(Sign(s.Certificate, must(signing.NewKey(strings.NewReader(strings.Repeat("o", 32)), ""))(t)))(t)
	for name, c := range map[string]struct {
		file []byte
		says []string
	}{
		"the hours in the JSON": {replaced(t, m["JSON"], `"claimed_hours": 1.5`, `"claimed_hours": 9.5`),
			[]string{"CHANGED", "does not fit what it says", "the content that differs"}},
		"the institution in the JSON": {replaced(t, m["JSON"], `"key": "`, `"institution": "GMC", "key": "`), []string{"CHANGED", "the name that the key gives itself"}},
		"the signature in the JSON": {replaced(t, m["JSON"], `"signature": "`+signature(s)[:4], `"signature": "AAAA`),
			[]string{"CHANGED", "it is the key or the signature"}},
		"another key in the JSON": {replaced(t, replaced(t, m["JSON"], signature(s), signature(other)), publicKey(s),
			publicKey(other)), []string{"CHANGED", "it names the key “" + s.Certificate.Key + "”, and the key in the file is " + other.Certificate.Key}},
		"the hours in the HTML": {replaced(t, m["HTML"], "1.5 hours", "9.5 hours"), []string{"CHANGED", "9.5 hours",
			"should be", "1.5 hours"}},
		"a line more in the HTML":    {append(bytes.Clone(m["HTML"]), "<!-- -->"...), []string{"CHANGED", "<!-- -->"}},
		"a line less in the HTML":    {bytes.TrimSuffix(m["HTML"], []byte("</html>\n")), []string{"CHANGED", "</html>"}},
		"bytes after the PDF":        {append(bytes.Clone(m["PDF"]), "\n\n"...), []string{"CHANGED", "2 bytes more at its end"}},
		"bytes missing from the PDF": {m["PDF"][:len(m["PDF"])-1], []string{"CHANGED", "1 byte less at its end"}},
		"a date in the PDF":          {replaced(t, m["PDF"], "D:20261122", "D:20251122"), []string{"CHANGED", "beside the pages"}},
		"page 1 of the PDF":          {replaced(t, m["PDF"], "/Resources 2 0 R", "/Resources 2 0 r"), []string{"CHANGED", "page 1 differs"}},
	} {
		v, err := Verify(c.file, program)
		if err != nil || v.Unchanged {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
		for _, words := range c.says {
			if !strings.Contains(v.Says, words) {
				t.Errorf("%s: %q lacks %q", name, v.Says, words)
			}
		}
	}
}

// signature and publicKey are as they stand in the JSON.
func signature(s Signed) string { return inJSON(s, `"signature": "`) }
func publicKey(s Signed) string { return inJSON(s, `"public_key": "`) }

func inJSON(s Signed, before string) string {
	_, after, _ := strings.Cut(string(s.JSON()), before)
	value, _, _ := strings.Cut(after, `"`)
	return value
}

// No byte of any medium can be changed unnoticed.
func TestEveryByteCounts(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, many times: nothing for the race detector")
	}
	for medium, file := range media(t, signed(t, siobhan, ireland, "An institution")) {
		step := max(1, len(file)/100)
		for i := 0; i < len(file); i += step {
			changed := bytes.Clone(file)
			changed[i] ^= 1
			v, err := Verify(changed, program)
			var none *NotCertificateError
			switch {
			case err == nil && (v.Unchanged || v.Says == ""):
				t.Fatalf("%s: byte %d changed unnoticed: %+v", medium, i, v)
			case err != nil && !errors.As(err, &none):
				t.Fatalf("%s: byte %d: %v", medium, i, err)
			}
		}
	}
}

// A certificate of another version may be laid out otherwise; then the verdict is that it can't tell.
func TestOtherVersions(t *testing.T) {
	s := signed(t, ann, uk, "")
	for medium, file := range media(t, s) {
		if v := must(Verify(file, "Probity 2.0.0"))(t); !v.Unchanged {
			t.Errorf("%s laid out alike: %+v", medium, v)
		}
	}
	v := must(Verify(replaced(t, s.HTML(), "<main>", "<main class=\"old\">"), "Probity 2.0.0"))(t)
	if v.Unchanged || !v.Signed || !strings.Contains(v.Says, "made with Probity 1.0.0 and this is Probity 2.0.0") {
		t.Errorf("laid out otherwise: %+v", v)
	}
	newer := replaced(t, replaced(t, s.envelope.Payload, `"schema": 3,`, `"schema": 4, "more": 1,`), program, "Probity 2.0.0")
	k := key(t, "")
	e := envelope{format, newer, s.envelope.PublicKey, k.Sign(newer)}
	if v := must(Verify(e.bytes(), program))(t); v.Unchanged || !v.Signed || !strings.Contains(v.Says, "“Probity 2.0.0”, and this is Probity 1.0.0") {
		t.Errorf("newer content: %+v", v)
	}
}

func TestWhatIsNoCertificate(t *testing.T) {
	s := signed(t, ann, uk, "")
	bare := paper.HTML(s.Certificate.Paper())
	for name, file := range map[string][]byte{
		"nothing": nil, "Markdown": s.Markdown(), "a page without content": bare, "other JSON": []byte(`{"a": 1}`),
		"broken JSON": []byte(`{"format"`),
		"a short key": replaced(t, s.JSON(), publicKey(s), "AAAA"), "a file too large": make([]byte,
			largest+1), "another PDF": []byte("%PDF-1.4\n%%EOF"),
	} {
		_, err := Verify(file, program)
		var none *NotCertificateError
		if !errors.As(err, &none) || !strings.Contains(none.Message(), "can't be verified") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzVerify: whatever the file, a verdict in words or a NotCertificateError.
func FuzzVerify(f *testing.F) {
	s := signed(f, siobhan, uk, "")
	f.Add(s.JSON())
	f.Add(s.Credential())
	f.Add([]byte(`<template id="carried">` + publicKey(s) + `</template>`))
	f.Add([]byte("%PDF-1.4\n<< /Type /EmbeddedFile >>stream\nx\x9c"))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		v, err := Verify(file, program)
		var none *NotCertificateError
		if err == nil && v.Says == "" || err != nil && !errors.As(err, &none) {
			t.Errorf("%+v, %v", v, err)
		}
	})
}
