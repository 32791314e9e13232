// The JSON as it may be put out on a terminal.

package certificate

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
)

// TestTheJSONActsOnNoTerminal: it holds the learner's text exactly, with what would act escaped, and verifies.
func TestTheJSONActsOnNoTerminal(t *testing.T) {
	name := "Ann \u009b2J\x7f \u202eO\u200dE\u2066 \U000e0041\x1b[31m é 👩\u200d⚕\ufe0f"
	s := signed(t, Own{Name: name}, uk, "")
	file := string(s.JSON())
	if at := strings.IndexFunc(file, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) }); at >= 0 {
		t.Errorf("byte %d acts: %q", at, file[max(0, at-20):at+20])
	}
	var read struct {
		Payload struct {
			Learner struct{ Name string }
		}
	}
	if err := json.Unmarshal([]byte(file), &read); err != nil {
		t.Fatal(err)
	}
	same(t, "name", read.Payload.Learner.Name, name)
	s = signed(t, Own{Name: strings.TrimSuffix(name, " 👩\u200d⚕\ufe0f")}, uk, "") // what a PDF can't show is none
	for medium, file := range media(t, s) {
		if v := must(Verify(file, program))(t); !v.Unchanged {
			t.Errorf("%s: %+v", medium, v)
		}
	}
}
