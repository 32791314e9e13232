package text

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
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
