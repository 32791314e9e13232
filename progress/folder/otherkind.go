// Files that are not records, and that people take for one: what they are, and what to give instead.

package folder

import (
	"bytes"
	"io"
	"os"

	"probity/progress/disk"
	"probity/progress/journal/tables"
)

// otherKind says of a file that does not read as a record what it is and what to do, as the end of a sentence that begins with
// its name; "" if it is nothing that is known.
func otherKind(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	if info.IsDir() {
		return "is a folder. Name the file progress.toml in it."
	}
	if !info.Mode().IsRegular() {
		return "is no file on a disk. Name a progress.toml."
	}
	f, err := disk.OpenRegular(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, 4<<10))
	if err != nil {
		return ""
	}
	return kindOf(text)
}

// kindOf goes by how a file begins.
func kindOf(text []byte) string {
	text = bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\ufeff")), " \t\r\n")
	const oneWay = " Exports go one way, to other programs: import the progress.toml that it was made from."
	const certificate = " A certificate says what a record amounts to and holds none: import the progress.toml that it was made from."
	begins := func(with string) bool { return bytes.HasPrefix(bytes.ToLower(text), []byte(with)) }
	holds := func(part string) bool { return bytes.Contains(text, []byte(part)) }
	switch h, err := tables.DecodeHead(everyKind(), text[:max(0, tables.HeadEnd(text, true))]); {
	case begins("{") && holds("/export/"):
		return "is an export as JSON." + oneWay
	case begins("{") && holds(`"verb"`):
		return "is an export as xAPI statements." + oneWay
	case begins("scenario,revision,"):
		return "is an export as CSV." + oneWay
	case begins("%pdf-"):
		return "is a PDF." + certificate
	case begins("<!doctype html"), begins("<html"):
		return "is a web page." + certificate
	case begins("{"):
		return "is JSON, perhaps a certificate." + certificate
	case isArchive(text):
		return "is an archive. Unpack it, and import the progress.toml that is in it."
	case err == nil && h.Session != "":
		return "is an induction session, and no learner's record. If you took part in it, probity induction attend notes that."
	}
	return ""
}

// isArchive reports whether a file is compressed or packed: zip, gzip, 7-Zip, xz, bzip2, Zstandard, RAR.
func isArchive(file []byte) bool {
	for _, mark := range []string{"PK\x03\x04", "\x1f\x8b", "7z\xbc\xaf", "\xfd7zXZ", "BZh", "\x28\xb5\x2f\xfd", "Rar!"} {
		if bytes.HasPrefix(file, []byte(mark)) {
			return true
		}
	}
	return false
}
