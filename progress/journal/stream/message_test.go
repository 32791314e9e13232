package stream

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

// TestAMessageOpensInItsPlaceAlone: as another learner's, under another number or with anything changed it does not.
func TestAMessageOpensInItsPlaceAlone(t *testing.T) {
	l := must(newLife(7, make([]byte, keySize)))(t)
	sealed := l.seal("record.1.a", label{kind: fact, number: 3}, []byte("text"))
	if text, err := l.open("record.1.a", sealed); err != nil || string(text) != "text" {
		t.Fatalf("read %q, %v", text, err)
	}
	if _, err := l.open("record.1.b", sealed); !errors.Is(err, errNoMessage) {
		t.Errorf("as another learner's: %v", err)
	}
	for i := range sealed {
		changed := append([]byte{}, sealed...)
		changed[i] ^= 1
		if text, err := l.open("record.1.a", changed); err == nil {
			t.Errorf("with byte %d changed it reads %q", i, text)
		}
	}
}

// TestWhatAMessageSaysOpenlyIsReadAsItWasWritten, and nothing overwhelms the reader.
func TestWhatAMessageSaysOpenlyIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := label{
			life: rapid.Uint64().Draw(t, "life"), rewrote: rapid.Uint64().Draw(t, "rewrote"),
			kind: kind(rapid.Uint64().Draw(t, "kind")), number: rapid.Int64Min(0).Draw(t, "number"),
		}
		if got, rest, err := decodeLabel(append(want.encode(), "rest"...)); err != nil || got != want || string(rest) != "rest" {
			t.Errorf("%v became %v, %q, %v", want, got, rest, err)
		}
		_, _, _ = decodeLabel(rapid.SliceOf(rapid.Byte()).Draw(t, "anything"))
	})
}
