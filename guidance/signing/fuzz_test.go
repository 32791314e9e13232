package signing

import (
	"bytes"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
)

// FuzzParseKey: a key that is read is written and read again as the same key, and signs what its public half verifies.
func FuzzParseKey(f *testing.F) {
	k, err := NewKey(strings.NewReader(strings.Repeat("f", 32)), "St Ann's")
	if err != nil {
		f.Fatal(err)
	}
	published, err := k.At("st-anns.example.org")
	if err != nil {
		f.Fatal(err)
	}
	for _, k := range []Key{k, published} {
		file, err := k.Marshal()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
		f.Add(bytes.ReplaceAll(file, []byte("St Ann's"), []byte("\x1b[31m\u202e")))
		f.Add(bytes.ReplaceAll(file, []byte("MC4C"), []byte("MC4D")))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		k, err := ParseKey(file)
		if err != nil {
			return
		}
		again, err := k.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := ParseKey(again); err != nil || back.Number() != k.Number() || back.Institution != k.Institution || back.Domain != k.Domain {
			t.Errorf("%q, at %q, is read as %q, at %q, %v", k.Institution, k.Domain, back.Institution, back.Domain, err)
		}
	})
}
