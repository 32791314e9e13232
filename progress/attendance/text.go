// From a file to its text, whatever program wrote it. A table becomes lines whose cells are parted by tabs.

package attendance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// refusal is a kind of file that is not read, known by how it begins.
var refusals = []struct{ begins, kind, instead string }{
	{"PK\x03\x04", "a workbook or a document (.xlsx, .docx, .ods, .odt)", "save it as CSV (in Excel: Save As, CSV UTF-8), or copy the names into a text file"},
	{"\xd0\xcf\x11\xe0", "an old workbook or document (.xls, .doc)", "save it as CSV, or copy the names into a text file"},
	{"%PDF", "a PDF", "copy the names out of it into a text file, one a line"},
	{"\x89PNG", "a picture", "type the names into a text file, one a line"},
	{"\xff\xd8\xff", "a picture", "type the names into a text file, one a line"},
	{"bplist", "a Mac's own format", "export it as CSV or text"},
	{"\x1f\x8b", "a compressed file", "unpack it first"},
}

// textOf is the text of a file.
func textOf(file []byte) (string, error) {
	for _, r := range refusals {
		if bytes.HasPrefix(file, []byte(r.begins)) {
			return "", fmt.Errorf("the file is %s, which can't be read here: %s", r.kind, r.instead)
		}
	}
	text, err := decode(file)
	if err != nil {
		return "", err
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(text)
	begins := strings.TrimSpace(text)
	low := strings.ToLower(begins[:min(len(begins), 2000)])
	switch {
	case strings.HasPrefix(begins, `{\rtf`):
		return fromRTF(begins)
	case strings.HasPrefix(low, "begin:vcard"):
		return fromCards(text), nil
	case json.Valid([]byte(begins)) && strings.HasPrefix(begins, "{") || strings.HasPrefix(begins, "[") && json.Valid([]byte(begins)):
		return fromJSON(begins)
	case pageBegins.MatchString(low), strings.HasPrefix(low, "<?xml") && strings.Contains(low, "<html"):
		return fromHTML(text), nil
	case strings.HasPrefix(begins, "<?xml"):
		return "", errors.New("the file is XML, which can't be read here: save the list as CSV or text")
	}
	return fromChat(unfolded(text)), nil
}

// mailBegins is how the text of a mail begins.
var mailBegins = regexp.MustCompile(`(?i)^(?:from|to|cc|subject|date|sent)\s*:`)

// unfolded puts the lines of a mail's heading that go over several into one; the others stay where they are.
func unfolded(text string) string {
	if !mailBegins.MatchString(text) {
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

// decode is the characters of a file: UTF-16, UTF-32 or UTF-8 where a byte-order mark says so; UTF-16 if every other byte of its
// beginning is NUL; UTF-8 if it is valid; and Windows-1252, of which Latin-1 is a part, if not.
func decode(file []byte) (string, error) {
	switch {
	case bytes.HasPrefix(file, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(file, []byte{0, 0, 0xFE, 0xFF}):
		return as(file, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder().Bytes)
	case bytes.HasPrefix(file, []byte{0xFF, 0xFE}), bytes.HasPrefix(file, []byte{0xFE, 0xFF}):
		return as(file, textunicode.UTF16(textunicode.LittleEndian, textunicode.ExpectBOM).NewDecoder().Bytes)
	case nuls(file, 1) > nuls(file, 0):
		return as(file, textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM).NewDecoder().Bytes)
	case nuls(file, 0) > nuls(file, 1):
		return as(file, textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM).NewDecoder().Bytes)
	case utf8.Valid(file):
		return strings.TrimPrefix(string(file), "\ufeff"), nil
	}
	return as(file, charmap.Windows1252.NewDecoder().Bytes)
}

// nuls counts NUL bytes at even or odd places of the beginning: letters of Europe have one in UTF-16, and none elsewhere.
func nuls(file []byte, odd int) int {
	n := 0
	for i := odd; i < min(len(file), 400); i += 2 {
		if file[i] == 0 {
			n++
		}
	}
	return n
}

func as(file []byte, decoded func([]byte) ([]byte, error)) (string, error) {
	text, err := decoded(file)
	if err != nil {
		return "", fmt.Errorf("%w: save the list as UTF-8 text and try again", err)
	}
	return strings.TrimPrefix(string(text), "\ufeff"), nil
}

// cellText is the text of one cell of a table that is made here.
func cellText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.HasPrefix(s, `"`) {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// fromCards is the names and addresses of vCards.
func fromCards(text string) string {
	out := []string{"Name\tEmail"}
	name, mail := "", ""
	for l := range strings.SplitSeq(strings.ReplaceAll(strings.ReplaceAll(text, "\n ", ""), "\n\t", ""), "\n") {
		key, value, _ := strings.Cut(l, ":")
		key, _, _ = strings.Cut(strings.ToUpper(strings.TrimSpace(key)), ";")
		value = strings.NewReplacer(`\,`, ",", `\;`, ";", `\n`, " ").Replace(value)
		switch _, bare, grouped := strings.Cut(key, "."); {
		case key == "FN" || grouped && bare == "FN":
			name = value
		case (key == "EMAIL" || grouped && bare == "EMAIL") && mail == "":
			mail = value
		case key == "END":
			out = append(out, cellText(name)+"\t"+cellText(mail))
			name, mail = "", ""
		}
	}
	return strings.Join(out, "\n")
}

// fromHTML is what a page shows: a line for each row of a table and for each paragraph or item.
func fromHTML(page string) string {
	var out, cell strings.Builder
	z, hidden, inCell, items := html.NewTokenizer(strings.NewReader(page)), "", false, 0
	listed := listOnPage.MatchString(page)
	flush := func(end string) {
		text := cellText(cell.String())
		if end == "\n" && listed && items == 0 && !inRow(&out) {
			text = besides(text)
		}
		out.WriteString(text + end)
		cell.Reset()
	}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			flush("\n")
			return out.String()
		}
		token := z.Token()
		switch name := token.Data; {
		case hidden != "":
			if kind == html.EndTagToken && name == hidden {
				hidden = ""
			}
		case kind == html.TextToken:
			cell.WriteString(name)
		case kind == html.StartTagToken && slices.Contains([]string{"script", "style", "title", "template", "noscript"}, name):
			hidden = name
		case name == "td" || name == "th":
			if inCell || strings.TrimSpace(cell.String()) != "" {
				flush("\t")
			}
			inCell = kind == html.StartTagToken
		case name == "tr" && kind == html.EndTagToken:
			items, inCell = 1, false
			flush("\n")
			items = 0
		case inCell:
			cell.WriteString(" ")
		case slices.Contains([]string{"p", "li", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "tr", "caption"}, name):
			flush("\n")
			items = within(items, name, kind)
		}
	}
}

// pageBegins is how a page begins, or a piece of one.
var pageBegins = regexp.MustCompile(`^<(?:!doctype html|html|head|body|meta|title|style|table|tbody|tr|ul|ol|li|div|p|h[1-6]|span|section|article|main|header|nav|br|b|strong)[\s>/]`)

// listOnPage is what begins a list or a table of a page.
var listOnPage = regexp.MustCompile(`(?i)<(?:li|td)[\s>]`)

// inRow reports whether a row of a table is begun and not ended.
func inRow(page *strings.Builder) bool { return strings.HasSuffix(page.String(), "\t") }

// within counts how many items of a list a text stands in, after one more tag. An item need not be closed before the next.
func within(items int, tag string, kind html.TokenType) int {
	switch {
	case tag == "li" && kind == html.StartTagToken:
		return 1
	case tag == "li", tag == "ul", tag == "ol":
		return 0
	}
	return items
}

// besides is a text that stands on a page beside its list: a comment, unless it says who those below it are.
func besides(text string) string {
	if title := normal(text); text == "" || absences[title] || leaders[title] || people[title] {
		return text
	}
	return "# " + text
}

// fromJSON is every list in a JSON document: texts one a line, objects as a table with their keys for headings.
func fromJSON(text string) (string, error) {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return "", fmt.Errorf("%w: save the list as CSV or text", err)
	}
	var out []string
	lists(v, &out)
	return strings.Join(out, "\n"), nil
}

func lists(v any, out *[]string) {
	switch v := v.(type) {
	case map[string]any:
		for _, k := range sorted(v) {
			if title := normal(k); absences[title] || leaders[title] {
				*out = append(*out, "", k+":")
			}
			lists(v[k], out)
		}
	case []any:
		*out = append(*out, objects(v)...)
		for _, e := range v {
			if s, ok := e.(string); ok {
				*out = append(*out, cellText(s))
			}
		}
		for _, e := range v {
			lists(e, out)
		}
	}
}

// objects is the table of those elements that are objects.
func objects(list []any) []string {
	var rows []map[string]string
	keys := map[string]any{}
	for _, e := range list {
		if m, ok := e.(map[string]any); ok {
			row := map[string]string{}
			flatten("", m, row)
			for k := range row {
				keys[k] = nil
			}
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	head := sorted(keys)
	line := func(cell func(key string) string) string {
		var cells []string
		for _, k := range head {
			cells = append(cells, cellText(cell(k)))
		}
		return strings.Join(cells, "\t")
	}
	out := []string{"", line(func(k string) string { return k })}
	for _, row := range rows {
		out = append(out, line(func(k string) string { return row[k] }))
	}
	return out
}

// flatten gives every simple value of an object, those of objects within it by the path of their keys.
func flatten(path string, m map[string]any, row map[string]string) {
	for k, v := range m {
		switch v := v.(type) {
		case map[string]any:
			flatten(path+k+" ", v, row)
		case []any, nil:
		default:
			row[path+k] = fmt.Sprint(v)
		}
	}
}

func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
