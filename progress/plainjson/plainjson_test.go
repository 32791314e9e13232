package plainjson

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"probity/guidance/text"
)

func TestWhatActsIsEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"plain é 李 👍":     `"plain é 李 👍"`,
		"a\u0085b\u009bc": `"a\u0085b\u009bc"`,
		"\u007f":          `"\u007f"`,
		"\u202e\u2066x":   `"\u202e\u2066x"`,
		"\ufeff\u200e":    `"\ufeff\u200e"`,
		"\u2028":          `"\u2028"`,
		"a\u200db\ufe0f":  `"a\u200db\ufe0f"`,
		"\U000e0041":      `"\udb40\udc41"`,
		"\u2065":          `"\u2065"`,         // reserved, and shown by nothing
		"\u0600\u0661":    "\"\u0600\u0661\"", // the Arabic number sign shows
		"葛\U000e0100":     `"葛\udb40\udd00"`,
	} {
		var b strings.Builder
		if err := Write(&b, text); err != nil || b.String() != want+"\n" {
			t.Errorf("%q becomes %s (%v), not %s", text, b.String(), err, want)
		}
	}
}

// Whatever is written shows, and reads back as what it was.
func TestEscapingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.MapOf(rapid.String(), rapid.String()).Draw(t, "value")
		given, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		escaped := Escape(given)
		for _, r := range string(escaped) {
			if text.Shapeless(r) {
				t.Fatalf("%U is left in %q", r, escaped)
			}
		}
		var before, after map[string]string
		if json.Unmarshal(given, &before) != nil || json.Unmarshal(escaped, &after) != nil {
			t.Fatalf("%q does not read", escaped)
		}
		for k, v := range before {
			if after[k] != v {
				t.Fatalf("%q became %q", v, after[k])
			}
		}
	})
}
