// What a file is that is taken for a text, by how it begins.

package text

import "bytes"

// FileKind is a kind of file that programs save in and that is no text, or none to be read as it stands.
type FileKind int

// The kinds. Whoever refuses one says in words for its reader what it is and what to give instead.
const (
	Unknown    FileKind = iota // a text, or nothing that is known
	Packed                     // a zip archive, which documents and workbooks of today are as well
	Compressed                 // gzip, 7-Zip, xz, bzip2, Zstandard, RAR
	OldOffice                  // a document or workbook of Microsoft Office before 2007
	RichText                   // RTF
	PDF
	PostScript  // what a printer is given
	Picture     // PNG, JPEG
	AppleBinary // a property list, as Safari saves pages in
)

// KindOf goes by the first bytes of a file.
func KindOf(file []byte) FileKind {
	for _, known := range []struct {
		begins string
		kind   FileKind
	}{
		{"PK\x03\x04", Packed},
		{"\x1f\x8b", Compressed}, {"7z\xbc\xaf", Compressed}, {"\xfd7zXZ", Compressed}, {"BZh", Compressed}, {"\x28\xb5\x2f\xfd", Compressed}, {"Rar!", Compressed},
		{"\xd0\xcf\x11\xe0", OldOffice},
		{`{\rtf`, RichText},
		{"%PDF-", PDF},
		{"%!PS", PostScript},
		{"\x89PNG", Picture}, {"\xff\xd8\xff", Picture},
		{"bplist", AppleBinary},
	} {
		if bytes.HasPrefix(file, []byte(known.begins)) {
			return known.kind
		}
	}
	return Unknown
}
