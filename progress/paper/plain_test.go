package paper

import (
	"strings"
	"testing"
)

// TestPlainLinesSayEverything: each block in words alone, and every text of the document somewhere in them.
func TestPlainLinesSayEverything(t *testing.T) {
	d := everything(same)
	said := Plain(d)
	golden(t, "everything.lines", []byte(said+"\n"))
	for _, sign := range []string{"█", "░", "|", "**", "#", "\x1b"} {
		if strings.Contains(said, sign) {
			t.Errorf("%q is in it:\n%s", sign, said)
		}
	}
	for _, text := range texts(d) {
		if text == "To sign" || text == "Signature" { // the headings of columns that say nothing
			continue
		}
		for _, word := range strings.Fields(text) {
			if !strings.Contains(strings.ToLower(said), strings.ToLower(word)) { // another heading stands in a sentence
				t.Errorf("%q is not in it:\n%s", word, said)
			}
		}
	}
}
