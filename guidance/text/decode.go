// From the bytes of a file to its text.

package text

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Decode is the text of a file, whatever wrote it: Unicode as FromUnicode reads it, or else Windows-1252, the code page of old
// editors and web pages, of which Latin-1 is a part. A byte that means nothing there is U+FFFD.
func Decode(file []byte) string {
	decoded := FromUnicode(file)
	if utf8.Valid(decoded) {
		return string(decoded)
	}
	decoded, _ = charmap.Windows1252.NewDecoder().Bytes(file) // it reads every byte, and never fails
	return string(decoded)
}

// FromUnicode returns a file's text as UTF-8 without a byte-order mark. A file is taken for UTF-16 or UTF-32 if it begins with
// their mark, and for UTF-16 also if many of its first bytes are NUL, every other one. Any other file stays as it is.
func FromUnicode(file []byte) []byte {
	if form := form(file); form != nil {
		if decoded, err := form.NewDecoder().Bytes(file); err == nil {
			file = decoded
		}
	}
	return bytes.TrimPrefix(file, []byte("\ufeff"))
}

// form is how a text in UTF-16 or UTF-32 is encoded; nil for others.
func form(file []byte) encoding.Encoding {
	begin := file[:min(len(file), 400)]
	even, odd := nuls(begin)
	many := len(begin) / 8
	switch {
	case bytes.HasPrefix(file, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(file, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(file, []byte{0xFF, 0xFE}), bytes.HasPrefix(file, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case odd > 4*even && odd >= many:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > 4*odd && even >= many:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// nuls counts the NUL bytes at even and at odd places. In UTF-16 each European letter, digit and line break has one. Other text
// has a few at most, where it is damaged.
func nuls(text []byte) (even, odd int) {
	for i, b := range text {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}
