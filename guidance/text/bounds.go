// How much of a text from outside is safe to draw.

package text

import (
	"fmt"
	"strings"
)

// Longest is how many bytes one text of a pack may have: several times what the longest situation needs.
const Longest = 4000

// What the Markdown of one text may hold. A renderer's time grows with a power of each of these, and no text that is
// meant to be read comes near them.
const (
	mostNested = 6    // lists and quotations inside one another
	mostMarks  = 150  // marks of lists, quotations, headings and rules
	mostSigns  = 500  // signs of emphasis, code and links
	mostCells  = 1000 // cells of tables
)

// Excess finds where Markdown holds more than a screen can draw at once. It returns the line, counted from 1, and the problem in
// words; "" when there is none. Its time is proportional to the length of the text.
func Excess(markdown string) (line int, problem string) {
	var c counts
	for l := range strings.Lines(markdown) {
		line++
		if problem := c.add(l); problem != "" {
			return line, problem
		}
	}
	return 0, ""
}

// counts is what the lines so far hold.
type counts struct{ lines, marks, signs, columns int }

func (c *counts) add(line string) string {
	rest, marks, nested := containers(line)
	c.lines++
	c.marks += marks
	if opensBlock(rest) {
		c.marks++
	}
	signs, pipes := inline(rest)
	c.signs += signs
	if pipes > 0 {
		c.columns = max(c.columns, pipes+1)
	}
	switch {
	case nested > mostNested:
		return fmt.Sprintf("nests lists or quotations more than %d deep", mostNested)
	case c.marks > mostMarks:
		return fmt.Sprintf("has more than %d marks of lists, quotations and headings", mostMarks)
	case c.signs > mostSigns:
		return fmt.Sprintf("has more than %d signs of emphasis, code and links", mostSigns)
	case c.columns*c.lines > mostCells: // each line may turn out to be a row of the widest table
		return fmt.Sprintf("has a table of more than %d cells", mostCells)
	}
	return ""
}

// containers reads the marks that a line begins with: how many there are, how deep they may nest at most, and what
// follows them. A list inside another is indented by two cells or more, so each two blanks may be a level.
func containers(line string) (rest string, marks, nested int) {
	blanks := 0
	line = strings.TrimRight(line, " \t\n")
	for line != "" {
		switch n := markLength(line); {
		case n > 0:
			marks++
			line = strings.TrimPrefix(line[n:], " ") // one blank belongs to the mark
		case line[0] == ' ':
			blanks++
			line = line[1:]
		case line[0] == '\t':
			blanks += 4
			line = line[1:]
		default:
			return line, marks, marks + blanks/2
		}
	}
	return "", marks, marks
}

// markLength is the length of a quotation's, list's or definition's mark at the beginning of s; 0 when there is none.
func markLength(s string) int {
	if s[0] == '>' {
		return 1
	}
	n := 1
	if !strings.ContainsRune("-+*:", rune(s[0])) {
		n = len(s) - len(strings.TrimLeft(s, "0123456789"))
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	}
	if n == len(s) || s[n] == ' ' || s[n] == '\t' {
		return n
	}
	return 0
}

// opensBlock reports whether what follows the marks is a heading, the line under one, a rule or the fence of code.
func opensBlock(rest string) bool {
	rest = strings.TrimSpace(rest)
	return rest != "" && (rest[0] == '#' || strings.Trim(rest, "-=_* ") == "" || strings.HasPrefix(rest, "```") || strings.HasPrefix(rest, "~~~"))
}

// inline counts the signs of a line that may begin emphasis, code, a link or HTML, and those that part cells. An escaped
// sign is text.
func inline(line string) (signs, pipes int) {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '*', '_', '~', '`', '[', '<', '@':
			signs++
		case '|':
			pipes++
		}
	}
	return signs, pipes
}
