// Files that are not records, and that people take for one: what they are, and what to give instead.

package folder

import (
	"bytes"
	"io"
	"os"

	"probity/guidance/text"
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
	begins, err := io.ReadAll(io.LimitReader(f, 4<<10))
	if err != nil {
		return ""
	}
	return kindOf(begins)
}

// kindOf goes by how a file begins.
func kindOf(file []byte) string {
	file = bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\ufeff")), " \t\r\n")
	const oneWay = " Exports go one way, to other programs: import the progress.toml that it was made from."
	const certificate = " A certificate says what a record amounts to and holds none: import the progress.toml that it was made from."
	begins := func(with string) bool { return bytes.HasPrefix(bytes.ToLower(file), []byte(with)) }
	holds := func(part string) bool { return bytes.Contains(file, []byte(part)) }
	switch h, err := tables.DecodeHead(everyKind(), file[:tables.HeadEnd(file, true)]); {
	case begins("{") && holds("/export/"):
		return "is an export as JSON." + oneWay
	case begins("{") && holds(`"verb"`):
		return "is an export as xAPI statements." + oneWay
	case begins("scenario,revision,"):
		return "is an export as CSV." + oneWay
	case text.KindOf(file) == text.PDF:
		return "is a PDF." + certificate
	case begins("<!doctype html"), begins("<html"):
		return "is a web page." + certificate
	case begins("{"):
		return "is JSON, perhaps a certificate." + certificate
	case isArchive(file):
		return "is an archive. Unpack it, and import the progress.toml that is in it."
	case err == nil && h.Session != "":
		return "is an induction session, and no learner's record. If you took part in it, probity induction attend notes that."
	}
	return ""
}

// isArchive reports whether a file is packed or compressed, so that what it holds does not show.
func isArchive(file []byte) bool {
	kind := text.KindOf(file)
	return kind == text.Packed || kind == text.Compressed
}
