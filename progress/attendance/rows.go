// From a text to its rows.

package attendance

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"probity/guidance/text"
)

// row is a line of a list, and its cells where it is a table.
type row struct {
	line  int
	raw   string // the line as it stands; of a row that goes over several lines, all of them
	cells []string
}

const (
	mostRows  = 20_000 // of a list; everybody of a full room may come and go many times
	mostCells = 200    // of a row, that are looked at
)

// filled is those cells that have something in them.
func (r row) filled() []string {
	return slices.DeleteFunc(slices.Clone(r.cells), func(c string) bool { return strings.TrimSpace(c) == "" })
}

var (
	sepLine  = text.Expression(`(?i)^"?sep=(.)"?\s*$`) // how spreadsheets are told the separator
	gaps     = text.Expression(` *(?: {3,}|\x{a0}{3,}) *`)
	ruleLine = text.Expression(`^[\s|+:=_-]*$`) // below the headings of a table in plain text
)

// rowsOf parts a text into rows, and each row into cells by the sign that most lines have. Empty lines are passed over.
func rowsOf(text string) ([]row, error) {
	lines := strings.Split(text, "\n")
	separator := rune(0)
	if m := sepLine().FindStringSubmatch(strings.TrimSpace(lines[0])); m != nil {
		separator, lines[0] = []rune(m[1])[0], ""
	}
	if separator == 0 {
		lines = aligned(lines)
		separator = separatorOf(lines)
	}
	if separator == '"' || separator == '\n' || separator == '\r' || separator == 0xFFFD {
		separator = ','
	}
	if separator == '|' { // a table in plain text
		for i, l := range lines {
			if ruleLine().MatchString(l) {
				l = ""
			}
			lines[i] = strings.Trim(strings.TrimSpace(l), "|")
		}
	}
	return parted(lines, separator)
}

// aligned puts tabs where columns are made with blanks, if most lines have such columns.
func aligned(lines []string) []string {
	with, full := 0, 0
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			full++
			if gaps().MatchString(l) && !strings.ContainsAny(l, "\t;|") {
				with++
			}
		}
	}
	if 2*with <= full {
		return lines
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = gaps().ReplaceAllString(strings.TrimSpace(l), "\t")
	}
	return out
}

// separatorOf is the sign that parts the cells of most lines.
func separatorOf(lines []string) rune {
	best, most := ',', 0
	for _, r := range "\t;,|" {
		n := 0
		for _, l := range lines {
			if strings.ContainsRune(strings.Trim(l, "\t |"), r) {
				n++
			}
		}
		if n > most {
			best, most = r, n
		}
	}
	return best
}

// parted reads the rows as a spreadsheet writes them, with quotation marks around cells that hold the separator.
func parted(lines []string, separator rune) ([]row, error) {
	r := csv.NewReader(strings.NewReader(strings.Join(lines, "\n")))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = separator, -1, true, separator != '\t'
	var out []row
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, unclosed(out)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d can't be read: put it right, or give one name a line", len(out)+1)
		}
		line, _ := r.FieldPos(0)
		until, _ := r.FieldPos(len(cells) - 1)
		until += strings.Count(cells[len(cells)-1], "\n")
		raw := strings.Join(lines[line-1:min(until, len(lines))], "\n")
		now := row{line, raw, cells[:min(len(cells), mostCells)]}
		if len(out) == mostRows {
			return nil, fmt.Errorf("there are more than %d lines: give those of one session alone", mostRows)
		}
		if len(now.filled()) > 0 && !ruleLine().MatchString(raw) {
			out = append(out, now)
		}
	}
}

// unclosed finds a quotation mark that swallows all that follows it.
func unclosed(rows []row) error {
	if len(rows) == 0 {
		return nil
	}
	last := rows[len(rows)-1]
	if strings.Contains(last.raw, "\n") && strings.Count(last.raw, `"`)%2 != 0 {
		return fmt.Errorf("a quotation mark opens on line %d and is never closed: close it, or take it out", last.line)
	}
	return nil
}
