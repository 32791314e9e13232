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

// refusal is what a file that is not read is, and what to do instead.
type refusal struct{ is, instead string }

// refused is why a file is not read, by how it begins; false for one that may be.
func refused(file []byte) (r refusal, yes bool) {
	if bytes.HasPrefix(file, []byte("BEGIN:VCALENDAR")) {
		return refusal{"a calendar entry, which says who was invited", "list those who came, one a line"}, true
	}
	r, yes = map[text.FileKind]refusal{
		text.Packed:      {"a workbook or a document (.xlsx, .docx, .ods, .odt)", "save it as CSV (in Excel: Save As, CSV UTF-8), or copy the names into a text file"},
		text.OldOffice:   {"an old workbook or document (.xls, .doc)", "save it as CSV, or copy the names into a text file"},
		text.PDF:         {"a PDF", "copy the names out of it into a text file, one a line"},
		text.Picture:     {"a picture", "type the names into a text file, one a line"},
		text.AppleBinary: {"a Mac's own format", "export it as CSV or text"},
		text.Compressed:  {"a compressed file", "unpack it first"},
	}[text.KindOf(file)]
	return r, yes
}

// textOf is the text of a file.
func textOf(file []byte) (string, error) {
	if r, yes := refused(file); yes {
		return "", fmt.Errorf("the file is %s, which can't be read here: %s", r.is, r.instead)
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
