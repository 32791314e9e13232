// Package attendance makes certificates of attendance for those who were at a facilitated session, from a list of their names.
package attendance

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	textunicode "golang.org/x/text/encoding/unicode"

	"probity/progress/paper"
)

// Limits of a list.
const (
	mostBytes   = 1 << 20
	mostPeople  = 500 // as many as a session can have
	longestName = 190 // characters; a certificate takes 200, and a number may be added
)

// Person is somebody on the list.
type Person struct {
	Name string // as the certificate has it: as written, and numbered from the second of a name on
	Line int    // of the file, from 1
}

// List is what was read from a list of names.
type List struct {
	People  []Person
	Notices []string // what the facilitator should look at, in sentences
}

// ReadNames reads a list of names. The rules, in the order they are tried:
//
//   - The text is UTF-16 or UTF-8 if a byte-order mark says so; UTF-16 if every other byte of its beginning is NUL; UTF-8 if
//     it is valid; and Windows-1252, of which Latin-1 is a part, if not.
//   - If the first line that isn't empty has a cell that is called a name, the file is a table, parted by tabs, semicolons or
//     commas, whichever there are most of in that line. The name is that column's; or the forename's and the surname's.
//   - Otherwise, if a line holds an e-mail address, the file is a table without headings, whose first column without one is the name.
//   - Otherwise each line is a name, and a comma is a part of it: "Ní Dhomhnaill, Siobhán" is one person.
//
// A name is printed as it is written, and never turned round. An error says what to change in the file.
func ReadNames(file []byte) (List, error) {
	if len(file) > mostBytes {
		return List{}, fmt.Errorf("reading the names: the file is larger than a list of %d names can be: give the names alone",
			mostPeople)
	}
	text, err := decode(file)
	if err != nil {
		return List{}, err
	}
	cells, err := table(text)
	if err != nil {
		return List{}, err
	}
	return listed(cells)
}

// decode is the text of a file, whatever it was saved as.
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
		return "", fmt.Errorf("reading the names: %w: save the list as UTF-8 text and try again", err)
	}
	return string(text), nil
}

// written is a name as the file has it, and where.
type written struct {
	name string
	line int
}

// table takes the names out of the text.
func table(text string) ([]written, error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	lines := strings.Split(text, "\n")
	first := slices.IndexFunc(lines, func(l string) bool { return strings.TrimSpace(l) != "" })
	if first < 0 {
		return nil, nil
	}
	separator := separatorOf(lines[first])
	if columns := headed(cellsOf(lines[first], separator)); columns != nil {
		return column(text, separator, columns, first+1)
	}
	if strings.Contains(text, "@") {
		other := slices.IndexFunc(cellsOf(lines[first], separator), func(c string) bool { return !strings.Contains(c, "@") })
		return column(text, separator, []int{max(0, other)}, 0)
	}
	var out []written
	for i, l := range lines {
		if l = strings.TrimSpace(l); len(l) > 1 && l[0] == '"' && l[len(l)-1] == '"' {
			l = strings.ReplaceAll(l[1:len(l)-1], `""`, `"`)
		}
		out = append(out, written{l, i + 1})
	}
	return out, nil
}

func separatorOf(line string) rune {
	best := ','
	for _, r := range "\t;" {
		if strings.Count(line, string(r)) > strings.Count(line, string(best)) {
			best = r
		}
	}
	return best
}

func cellsOf(line string, separator rune) []string {
	cells, err := reader(line, separator).Read()
	if err != nil {
		return nil
	}
	return cells
}

func reader(text string, separator rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = separator, -1, true, separator != '\t'
	return r
}

// headed finds the columns of the name by their headings, in the order they are read out; nil when there are none.
func headed(cells []string) []int {
	called := func(names ...string) int {
		return slices.IndexFunc(cells, func(c string) bool {
			return slices.Contains(names, strings.ToLower(strings.Join(strings.Fields(paper.Line(c)), " ")))
		})
	}
	forename := called("forename", "forenames", "first name", "firstname", "given name", "given names")
	surname := called("surname", "last name", "lastname", "family name")
	if forename >= 0 && surname >= 0 {
		return []int{forename, surname}
	}
	if name := called("name", "names", "full name", "fullname", "participant", "attendee", "ainm"); name >= 0 {
		return []int{name}
	}
	return nil
}

// column reads the names from a table, from below its headings.
func column(text string, separator rune, columns []int, below int) ([]written, error) {
	var out []written
	for r := reader(text, separator); ; {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading the names: %w: put the list right there, or give one name a line", err)
		}
		line, _ := r.FieldPos(0)
		var parts []string
		for _, c := range columns {
			if c < len(cells) {
				parts = append(parts, cells[c])
			}
		}
		if line > below {
			out = append(out, written{strings.Join(parts, " "), line})
		}
	}
}

// listed cleans the names, leaves out what is none, and numbers those that come again.
func listed(all []written) (List, error) {
	var out List
	first := map[string]int{} // the line of each name, whatever its letters' case
	commas := 0
	for _, w := range all {
		name := paper.Line(w.name)
		switch {
		case name == "":
			continue
		case !strings.ContainsFunc(name, unicode.IsLetter):
			out.Notices = append(out.Notices, fmt.Sprintf("Line %d has no name in it and was left out: %s", w.line, shortened(name)))
			continue
		case utf8.RuneCountInString(name) > longestName:
			return List{}, fmt.Errorf("reading the names: line %d is longer than %d characters: shorten it, or give the name alone", w.line, longestName)
		case len(out.People) == mostPeople:
			return List{}, fmt.Errorf("reading the names: there are more than %d: give those of one session alone", mostPeople)
		}
		if strings.Contains(name, ",") {
			commas++
		}
		as, n := name, 1
		for ; first[cases.Fold().String(as)] > 0; n++ {
			as = fmt.Sprintf("%s (%d)", name, n+1)
		}
		if n > 1 {
			out.Notices = append(out.Notices, fmt.Sprintf("%s is on line %d and again on line %d. Each gets a certificate, and this one has the "+
				"number %d behind the name. If they are one person, take one line out.", name, first[cases.Fold().String(name)], w.line, n))
		}
		first[cases.Fold().String(as)] = w.line
		out.People = append(out.People, Person{as, w.line})
	}
	if commas > 0 {
		out.Notices = append(out.Notices, fmt.Sprintf("Names with a comma, which are printed as they stand: %d.", commas))
	}
	if len(out.People) == 0 {
		return List{}, errors.New("reading the names: there are none in the file: give one name a line, or a table with a column called name")
	}
	return out, nil
}

func shortened(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
