package stream

import (
	"bytes"
	"slices"
	"testing"

	"probity/guidance/fuzztest"
)

// FuzzMessage: what stands in the store opens as what was sealed for its place, or not at all.
func FuzzMessage(f *testing.F) {
	of, err := newLife(7, make([]byte, keySize))
	if err != nil {
		f.Fatal(err)
	}
	sealed := of.seal("record.1.a", label{kind: fact, number: 3}, []byte("text"))
	for _, message := range [][]byte{sealed, sealed[:5], nil, bytes.Repeat([]byte{0xff}, 40), label{1 << 63, 1 << 63, 1 << 63, -1}.encode(), append([]byte{0x87, 0}, sealed[1:]...)} {
		f.Add(message)
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, message []byte) {
		fuzztest.Within(t, len(message), 1)
		as, rest, err := decodeLabel(message)
		if err == nil {
			if back, behind, err := decodeLabel(append(as.encode(), rest...)); err != nil || back != as || !bytes.Equal(behind, rest) {
				t.Errorf("%+v is read as %+v, %v", as, back, err)
			}
		}
		text, err := of.open("record.1.a", message)
		if err == nil && (string(text) != "text" || !bytes.HasPrefix(message, label{7, 0, fact, 3}.encode())) { // as every worker seals it, each in its own way
			t.Errorf("%q opens as %q", message, text)
		}
		if text, err := joined(of, "record.1.a", parts(message)); err == nil && len(text) > len(message) {
			t.Errorf("%q is the file %q", message, text)
		}
		places, err := decodePlaces(message)
		if err != nil {
			return
		}
		if back, err := decodePlaces(encodePlaces(places)); err != nil || !slices.Equal(back, places) {
			t.Errorf("%v are read as %v, %v", places, back, err)
		}
	})
}

// parts are the parts of a file of which the last is a message.
func parts(m []byte) []message { return []message{{data: m}} }
