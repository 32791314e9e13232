package text

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                 nil,
		"One.":                             {"One."},
		"No stop at all":                   {"No stop at all"},
		"One. Two? Three!":                 {"One.", "Two?", "Three!"},
		"He asks: “Normal?” You know.":     {"He asks: “Normal?”", "You know."},
		"A dose of 1.5 mg, e.g. at night.": {"A dose of 1.5 mg, e.g. at night."},
		"Wait … what? “Yes.” (No.) 2 more": {"Wait … what?", "“Yes.”", "(No.)", "2 more"},
		"On one\nline.\n\n  Then another.": {"On one line.", "Then another."},
		"**Must not.** Ever.":              {"**Must not.**", "Ever."},
	} {
		if got := Sentences(text); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestSentencesLoseNoWord, whatever the text.
func TestSentencesLoseNoWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if got, want := strings.Join(Sentences(text), " "), strings.Join(strings.Fields(text), " "); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}
