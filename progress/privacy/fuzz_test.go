package privacy

import (
	"strings"
	"testing"
	"unicode/utf8"

	"probity/guidance/fuzztest"
)

// FuzzLook: what is found stands in the text, in order, each once, and the advice is one line that is not long.
func FuzzLook(f *testing.F) {
	for _, s := range []string{"Mrs Smith, 84, from Ballina, has porphyria.", "NHS number 943 476 5919.", "She was born on 3/4/1961", "\x1b[31mMr O’Brien\u202e, aged 9", "the only man in the village with Rett's", "D12 345 6789 AB 1234567T"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s[:len(s)/8]) // as long as what people write
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 1)
		end := 0
		for _, found := range Look(s) {
			if found.From < end || found.To <= found.From || s[found.From:found.To] != found.Text {
				t.Fatalf("%+v is found behind %d of %q", found, end, s)
			}
			end = found.To
		}
		advice := Advise(s)
		if most := (quoted+1)*(quotedSigns+40) + 100; (advice == "") != (end == 0) || utf8.RuneCountInString(advice) > most || strings.Contains(advice, "\n") {
			t.Errorf("it is said: %q", advice)
		}
	})
}
