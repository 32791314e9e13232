package text

import "testing"

// TestAFileIsKnownByHowItBegins, and a text by none of these beginnings.
func TestAFileIsKnownByHowItBegins(t *testing.T) {
	for file, want := range map[string]FileKind{
		"":                               Unknown,
		"PK, the initials of a patient":  Unknown,
		"{\"rtf\": 1}":                   Unknown,
		" %PDF-1.4":                      Unknown,
		"PK\x03\x04\x14\x00":             Packed,
		"\x1f\x8b\x08":                   Compressed,
		"7z\xbc\xaf\x27\x1c":             Compressed,
		"\xfd7zXZ\x00":                   Compressed,
		"BZh91AY&SY":                     Compressed,
		"\x28\xb5\x2f\xfd\x04":           Compressed,
		"Rar!\x1a\x07":                   Compressed,
		"\xd0\xcf\x11\xe0\xa1\xb1":       OldOffice,
		"{\\rtf1\\ansi":                  RichText,
		"%PDF-1.7\n":                     PDF,
		"%!PS-Adobe-3.0":                 PostScript,
		"\x89PNG\r\n\x1a\n":              Picture,
		"\xff\xd8\xff\xe0\x00\x10JFIF":   Picture,
		"bplist00\xd1\x01\x02_\x10\x0fW": AppleBinary,
	} {
		if got := KindOf([]byte(file)); got != want {
			t.Errorf("%q is of the kind %d, not %d", file, got, want)
		}
	}
}
