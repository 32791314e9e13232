package text

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"pgregory.net/rapid"
)

func TestUnicodeIsReadInEachForm(t *testing.T) {
	for _, s := range []string{"schema = 1\r\nname = \"Ó Súilleabháin 🙂\"\r\n", strings.Repeat("李小龍\r\n", 90), "a"} {
		for name, form := range map[string]encoding.Encoding{
			"UTF-16, little end first, marked": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
			"UTF-16, big end first, marked":    unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
			"UTF-16, little end first":         unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
			"UTF-16, big end first":            unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
			"UTF-32, marked":                   utf32.UTF32(utf32.LittleEndian, utf32.UseBOM),
			"UTF-8, marked":                    unicode.UTF8BOM,
			"UTF-8":                            unicode.UTF8,
		} {
			encoded, err := form.NewEncoder().Bytes([]byte(s))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(FromUnicode(encoded)); got != s {
				t.Errorf("%s: %q became %q", name, s, got)
			}
		}
	}
}

// Bytes that are no such text stay as they are, NULs in them too.
func TestOtherBytesStay(t *testing.T) {
	for _, s := range []string{
		"", "caf\xe9", "schema = 1\x00\n[learner]\n", "\x00\x00" + strings.Repeat("text ", 90), strings.Repeat("\x00", 4096), "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03+I-.",
	} {
		if got := string(FromUnicode([]byte(s))); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestAFileIsReadWhateverWroteIt(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"nothing", "", ""},
		{"UTF-8", "café", "café"},
		{"UTF-8 with a byte-order mark", "\ufeffcafé", "café"},
		{"UTF-16 with its mark", "\xff\xfec\x00a\x00f\x00\xe9\x00", "café"},
		{"UTF-16 that breaks off within a character", "\xff\xfec\x00a\x00f", "ca\uFFFD"},
		{"half of a surrogate pair", "\xff\xfea\x00\x3d\xd8", "a\uFFFD"},
		{"Latin-1", "caf\xe9", "café"},
		{"Windows-1252", "\x93quoted\x94 \x80", "“quoted” €"},
		{"a byte that Windows-1252 has no character for", "\xe9\x81", "é\uFFFD"},
		{"NULs stay, for a reader to refuse", "some text \x00 of one line", "some text \x00 of one line"},
	} {
		if got := Decode([]byte(c.file)); got != c.want {
			t.Errorf("%s: %+q, want %+q", c.name, got, c.want)
		}
	}
}

func TestEachLineBreakBecomesOneLineFeed(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb": "a\nb", "a\r\nb": "a\nb", "a\rb": "a\nb", "a\n\rb": "a\n\nb", "a\r\r\nb": "a\n\nb",
		"a\vb\fc\u0085d\u2028e\u2029f": "a\nb\nc\nd\ne\nf", "a\tb \u00a0": "a\tb \u00a0",
	} {
		if got := LineFeeds(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestCleaningKnowsTheSameLineBreaks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(anything().Draw(t, "text"), "")
		if got, want := Block(LineFeeds(s)), Block(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
		if strings.ContainsFunc(LineFeeds(s), func(r rune) bool { return r != '\n' && breaks(r) }) {
			t.Errorf("%q keeps another line break: %q", s, LineFeeds(s))
		}
	})
}
