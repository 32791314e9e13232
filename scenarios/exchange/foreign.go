package exchange

import (
	"strings"

	"probity/guidance/text"
)

// Foreign says what a file is that people take for a bank of questions, such as "a PDF"; "" for what may be one.
func Foreign(file []byte) string {
	switch text.KindOf(file) {
	case text.Packed:
		return "a packed archive, such as a Word document or the backup of a course (.mbz)"
	case text.Compressed:
		return "a packed archive, such as the backup of a course (.mbz)"
	case text.OldOffice:
		return "an old Word or Excel document"
	case text.PDF:
		return "a PDF"
	case text.RichText:
		return "a document in Rich Text"
	case text.Picture:
		return "a picture"
	}
	begin := Beginning(file)
	if declared, after, ends := strings.Cut(begin, "?>"); ends && strings.HasPrefix(declared, "<?xml") {
		begin = strings.TrimSpace(after)
	}
	if strings.HasPrefix(begin, "<!doctype html") || strings.HasPrefix(begin, "<html") {
		return "a web page"
	}
	return ""
}

// Beginning is how a file begins as text, in small letters and without blanks before it.
func Beginning(file []byte) string {
	const enough = 1000 // bytes: a multiple of 4, for whole characters of UTF-16 and UTF-32
	return strings.ToLower(strings.TrimSpace(text.Decode(file[:min(len(file), enough)])))
}
