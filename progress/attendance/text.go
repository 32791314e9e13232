// From a file to its text, whatever program wrote it. A table becomes lines whose cells are parted by tabs.

package attendance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"probity/guidance/text"
)

// refusal is a kind of file that is not read, known by how it begins.
var refusals = []struct{ begins, kind, instead string }{
	{"PK\x03\x04", "a workbook or a document (.xlsx, .docx, .ods, .odt)", "save it as CSV (in Excel: Save As, CSV UTF-8), or copy the names into a text file"},
	{"\xd0\xcf\x11\xe0", "an old workbook or document (.xls, .doc)", "save it as CSV, or copy the names into a text file"},
	{"%PDF", "a PDF", "copy the names out of it into a text file, one a line"},
	{"\x89PNG", "a picture", "type the names into a text file, one a line"},
	{"\xff\xd8\xff", "a picture", "type the names into a text file, one a line"},
	{"bplist", "a Mac's own format", "export it as CSV or text"},
	{"BEGIN:VCALENDAR", "a calendar entry, which says who was invited", "list those who came, one a line"},
	{"\x1f\x8b", "a compressed file", "unpack it first"},
}

// textOf is the text of a file.
func textOf(file []byte) (string, error) {
	for _, r := range refusals {
		if bytes.HasPrefix(file, []byte(r.begins)) {
			return "", fmt.Errorf("the file is %s, which can't be read here: %s", r.kind, r.instead)
		}
	}
	list := text.LineFeeds(text.Decode(file))
	begins := strings.TrimSpace(list)
	low := strings.ToLower(begins[:min(len(begins), 2000)])
	switch {
	case strings.HasPrefix(begins, `{\rtf`):
		return fromRTF(begins)
	case strings.HasPrefix(low, "begin:vcard"):
		return fromCards(list), nil
	case json.Valid([]byte(begins)) && strings.HasPrefix(begins, "{") || strings.HasPrefix(begins, "[") && json.Valid([]byte(begins)):
		return fromJSON(begins)
	case pageBegins().MatchString(low), strings.HasPrefix(low, "<?xml") && strings.Contains(low, "<html"):
		return fromHTML(list)
	case strings.HasPrefix(begins, "<?xml"):
		return "", errors.New("the file is XML, which can't be read here: save the list as CSV or text")
	}
	return fromChat(unfolded(list)), nil
}

// mailBegins is how the text of a mail begins.
var mailBegins = text.Expression(`(?i)^(?:from|to|cc|subject|date|sent)\s*:`)

// unfolded puts the lines of a mail's heading that go over several into one; the others stay where they are.
func unfolded(text string) string {
	if !mailBegins().MatchString(text) {
		return text
	}
	lines, field := strings.Split(text, "\n"), 0
	for i, l := range lines {
		switch {
		case strings.TrimSpace(l) == "":
			return strings.Join(lines, "\n")
		case i > 0 && strings.TrimLeft(l, " \t") != l:
			lines[field] += " " + strings.TrimSpace(l)
			lines[i] = ""
		default:
			field = i
		}
	}
	return strings.Join(lines, "\n")
}

// cellText is the text of one cell of a table that is made here.
func cellText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.HasPrefix(s, `"`) {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
