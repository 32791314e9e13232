package markup

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMarkdownAsItReads(t *testing.T) {
	for _, c := range []struct{ markdown, want string }{
		{"A **bold** and *slanted* `word`, \\*starred\\*, &amp; [named](https://example.org/a).", "A bold and slanted word, *starred*, & named (https://example.org/a)."},
		{"# A heading\n\nTwo\nlines.\n\n- one\n- two\n\n> said", "A heading\n\nTwo\nlines.\n\none\ntwo\n\nsaid"},
		{"<https://example.org/a>", "https://example.org/a"},
		{"```\ncode *here*\n```\n\nand after", "code *here*\n\nand after"},
		{"a <b>b</b> c", "a b c"},
	} {
		if got := ToPlain(c.markdown); got != c.want {
			t.Errorf("%q reads %q, want %q", c.markdown, got, c.want)
		}
	}
}

// TestMoreMarksThanCanBeReadStay: a parser takes the longer for each the more there are.
func TestMoreMarksThanCanBeReadStay(t *testing.T) {
	for _, s := range []string{strings.Repeat(">", 200) + " deep", strings.Repeat("- ", 200) + "deep", strings.Repeat("*a_", 300)} {
		if got := ToPlain(s + " \\& &amp;\n"); got != s+" & &" {
			t.Errorf("%q reads %q", s, got)
		}
	}
}

// TestPlainTextStaysWhatItIs, whatever of it would be Markdown.
func TestPlainTextStaysWhatItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "1.", "-", "*b*", "_c_", "`d`", "<e>", "&amp;", "&#9;", "\\", "[f](g)", "#", ">", "|", "=", "~~h~~", "http://i.org", "“j”"}), 1, 8).Draw(t, "words")
		s := strings.Join(words, " ")
		if got := strings.Join(strings.Fields(ToPlain(FromPlain(s))), " "); got != s {
			t.Errorf("%q became %q", s, got)
		}
	})
}
