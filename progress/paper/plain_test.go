package paper

import (
	"strings"
	"testing"
)

// TestPlainLinesSayEverything: each block in words alone, and every text of the document somewhere in them.
func TestPlainLinesSayEverything(t *testing.T) {
	said := Plain(everything(func(s string) string { return s }))
	golden(t, "everything.lines", []byte(said+"\n"))
	for _, sign := range []string{"█", "░", "|", "**", "#", "\x1b"} {
		if strings.Contains(said, sign) {
			t.Errorf("%q is in it:\n%s", sign, said)
		}
	}
}
