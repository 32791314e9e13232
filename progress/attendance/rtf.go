// Rich text, as word processors save it: only its characters and where its lines end.

package attendance

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// richText reads RTF.
type richText struct {
	out    strings.Builder
	depth  int
	silent int   // the depth from which nothing is shown; 0 for none
	after  []int // for each group, how many characters stand in for one that is given by its number
	skip   int   // of them, how many are still to come
	page   *charmap.Charmap
}

// fromRTF is the text of a document in RTF. What is no text in it (fonts, colours, pictures, comments) is passed over.
func fromRTF(s string) (string, error) {
	r := richText{after: []int{1}, page: charmap.Windows1252}
	for i := 0; i < len(s); {
		switch c := s[i]; c {
		case '{':
			r.depth++
			r.after = append(r.after, r.after[len(r.after)-1])
			i++
		case '}':
			if r.depth--; r.depth < 0 {
				return "", errors.New("the rich text is damaged: save the list as plain text")
			}
			if r.depth < r.silent {
				r.silent = 0
			}
			r.after = r.after[:len(r.after)-1]
			i++
		case '\\':
			i = r.control(s, i+1)
		case '\n':
			i++
		default:
			r.show(string(r.page.DecodeByte(c)))
			i++
		}
	}
	return r.out.String(), nil
}

// show writes characters, unless they stand in for one that was written, or nothing is shown here.
func (r *richText) show(s string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.silent == 0 {
		r.out.WriteString(s)
	}
}

// control reads what follows a backslash, and returns where to go on.
func (r *richText) control(s string, i int) int {
	if i >= len(s) {
		return i
	}
	if c := s[i]; !letter(c) {
		switch c {
		case '\'':
			if b, err := strconv.ParseUint(s[i+1:min(i+3, len(s))], 16, 8); err == nil {
				r.show(string(r.page.DecodeByte(byte(b))))
			}
			return min(i+3, len(s))
		case '*':
			r.hide()
		case '~':
			r.show(" ")
		case '_':
			r.show("-")
		case '\n':
			r.show("\n")
		case '\\', '{', '}':
			r.show(string(c))
		}
		return i + 1
	}
	from := i
	for i < len(s) && letter(s[i]) {
		i++
	}
	word, digits := s[from:i], i
	if i < len(s) && s[i] == '-' {
		i++
	}
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	number, _ := strconv.Atoi(s[digits:i])
	if i < len(s) && s[i] == ' ' {
		i++
	}
	r.word(word, number)
	return i
}

// hide shows nothing until the group ends.
func (r *richText) hide() {
	if r.silent == 0 {
		r.silent = r.depth
	}
}

func (r *richText) word(word string, number int) {
	switch word {
	case "par", "line", "row", "sect", "page":
		r.skip = 0
		r.show("\n")
	case "cell", "tab", "nestcell":
		r.show("\t")
	case "u":
		if number < 0 {
			number += 1 << 16
		}
		r.show(string(rune(number)))
		r.skip = r.after[len(r.after)-1]
	case "uc":
		r.after[len(r.after)-1] = min(max(number, 0), 8)
	case "ansicpg":
		for _, m := range charmap.All {
			if page, ok := m.(*charmap.Charmap); ok && page.String() == "Windows "+strconv.Itoa(number) {
				r.page = page
			}
		}
	case "mac":
		r.page = charmap.Macintosh
	case "lquote", "rquote":
		r.show("’")
	case "ldblquote", "rdblquote":
		r.show(`"`)
	case "endash", "emdash":
		r.show("–")
	case "bullet":
		r.show("•")
	default:
		if slices.Contains([]string{"fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "headerf", "footerf", "object",
			"listtable", "listoverridetable", "generator", "themedata", "fldinst", "filetbl", "revtbl", "rsidtbl", "xmlnstbl"}, word) {
			r.hide()
		}
	}
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
