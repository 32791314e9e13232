// Package prose makes text from outside safe to show: packs, records and what learners paste. Nothing that comes out of
// it can move the cursor, change a colour or reorder the line. It knows no terminal library.
package prose

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// Line is s on one line: control and reordering characters are gone, line breaks and tabs are spaces.
func Line(s string) string { return strings.Join(strings.Fields(Text(s)), " ") }

// Text is s with its line breaks: every other control or reordering character is gone, tabs are spaces.
func Text(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\r':
			return ' '
		case Unsafe(r):
			return -1
		}
		return r
	}, s)
}

// Unsafe tells the characters that act on a terminal or on the order of text: C0, DEL, C1, line separators,
// bidirectional controls, tags and other invisible formatting. Joiners stay, since emoji and scripts need them.
func Unsafe(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r <= 0x9F:
		return true
	case r == 0x200E, r == 0x200F, r == 0x061C, r == 0x2028, r == 0x2029, r == 0xFEFF:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xE0000 && r <= 0xE007F, r >= 0xFFF9 && r <= 0xFFFB:
		return true
	}
	return false
}

// Markdown is text that a Markdown renderer may be given. Only FromMarkdown makes it.
type Markdown struct{ text string }

// String is the Markdown itself.
func (m Markdown) String() string { return m.text }

var entity = regexp.MustCompile(`&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8});?`)

// FromMarkdown makes untrusted Markdown safe to render. Renderers turn character references such as &#27; into the
// characters themselves, so those are resolved here first, until none is left, and cleaned with the rest; what could still
// be taken for the beginning of one is made plain text.
func FromMarkdown(s string) Markdown {
	for range 4 {
		s = entity.ReplaceAllStringFunc(Text(s), resolve)
	}
	return Markdown{strings.ReplaceAll(Text(s), "&#", "&amp;#")}
}

// resolve is the character that a reference names; nothing where it would be Markdown's own sign.
func resolve(ref string) string {
	code, base := strings.TrimSuffix(ref[2:], ";"), 10
	if code[0] == 'x' || code[0] == 'X' {
		code, base = code[1:], 16
	}
	n, err := strconv.ParseUint(code, base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) || strings.ContainsRune("<>&*_`[]()#", rune(n)) {
		return ""
	}
	return string(rune(n))
}

var (
	emphasis = regexp.MustCompile(`(\*\*|__|\*|_)(\S(?:.*?\S)?)(\*\*|__|\*|_)`)
	link     = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// Plain is the words of the Markdown without its signs, for linear mode: paragraphs on one line each, with a line
// between them, quotations and list items kept apart.
func (m Markdown) Plain() string {
	var paragraphs []string
	for _, block := range strings.Split(m.text, "\n\n") {
		var lines []string
		for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
			lines = append(lines, strings.TrimSpace(strings.TrimLeft(line, "#> ")))
		}
		text := link.ReplaceAllString(strings.Join(lines, " "), "$1")
		for range 3 {
			text = emphasis.ReplaceAllString(text, "$2")
		}
		if text != "" {
			paragraphs = append(paragraphs, text)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// Wrap breaks s into lines of at most width cells, between words where it can. A width below 1 does not wrap.
func Wrap(s string, width int) []string {
	var out []string
	for _, paragraph := range strings.Split(s, "\n") {
		out = append(out, wrapLine(paragraph, width)...)
	}
	return out
}

// beginning is as much of a word as a line of width cells holds, and one character at least. It looks at no more of the word
// than that, however long it is.
func beginning(word string, width int) string {
	const most = 16 // bytes of a cell, and then some: a character with many marks is parted
	near := word
	if n := most * (width + 1); len(word) > n {
		for !utf8.RuneStart(word[n]) {
			n--
		}
		near = word[:n]
	}
	if head := runewidth.Truncate(near, width, ""); head != "" {
		return head
	}
	_, n := utf8.DecodeRuneInString(word)
	return word[:n]
}

func wrapLine(s string, width int) []string {
	if width < 1 || runewidth.StringWidth(s) <= width {
		return []string{s}
	}
	var out []string
	line := ""
	for _, word := range strings.Fields(s) {
		for beginning(word, width) != word {
			if line != "" {
				out, line = append(out, line), ""
			}
			head := beginning(word, width)
			out, word = append(out, head), word[len(head):]
		}
		switch {
		case line == "":
			line = word
		case runewidth.StringWidth(line)+1+runewidth.StringWidth(word) <= width:
			line += " " + word
		default:
			out, line = append(out, line), word
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}
