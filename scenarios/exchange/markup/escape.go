// Signs that are text, and would be Markdown.

package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"probity/guidance/text"
)

// inAscii reports whether a byte is a sign of ASCII: what Markdown lets one escape.
func inAscii(b byte) bool { return b > ' ' && b < 0x7F && !letter(b) }

func letter(b byte) bool {
	return b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z'
}

// wording is what a block says, and which signs have a meaning in it.
type wording struct {
	said     string
	brackets bool  // there may be a link
	tildes   bool  // something may be struck out
	links    []int // where links begin
}

func newWording(said string, runs []run) wording {
	var links []int
	at := 0
	for _, r := range runs {
		if r.href != "" {
			links = append(links, at)
		}
		at += len(r.text)
	}
	return wording{
		said:     said,
		links:    links,
		brackets: strings.Contains(said, "](") || strings.Contains(said, "]:") || strings.Contains(said, "]["),
		tildes:   strings.Count(said, "~") > 1,
	}
}

// escape writes said[from:to], and a backslash before what Markdown would take for a mark.
func (w wording) escape(out *strings.Builder, from, to int, link bool) {
	said := w.said
	for i := from; i < to; i++ {
		if i == 0 || said[i-1] == '\n' || said[i-1] == 0 {
			if n := lineMark(said[i:]); n >= 0 && i+n < to {
				out.WriteString(said[i : i+n])
				out.WriteByte('\\')
				out.WriteByte(said[i+n])
				i += n
				continue
			}
		}
		if w.means(i, link, i == from, i+1 == to) {
			out.WriteByte('\\')
		}
		out.WriteByte(said[i])
	}
}

// means reports whether a sign within a line would be a mark. It may be the first or the last of its run: a mark can stand before or behind it.
func (w wording) means(i int, link, first, last bool) bool {
	said := w.said
	var next byte
	if i+1 < len(said) {
		next = said[i+1]
	}
	switch said[i] {
	case '\\':
		return last || inAscii(next) || next == '\n' || next == 0
	case '*':
		return first || last || !bare(said, i)
	case '_':
		return !bare(said, i) && !(i > 0 && letter(said[i-1]) && letter(next))
	case '`':
		return true
	case '!':
		return slices.Contains(w.links, i+1) // with one it would be a picture
	case '[', ']':
		return link || w.brackets
	case '<':
		return next == '/' || next == '!' || next == '?' || letter(next) && next > '9'
	case '&':
		return entity(said[i+1:])
	case '~':
		return w.tildes
	}
	return false
}

// entity reports whether what follows a sign & names a character.
func entity(s string) bool {
	s = s[:min(len(s), 40)]
	end := strings.IndexByte(s, ';')
	return end > 0 && strings.Trim(s[:end], "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// bare reports whether a sign has blanks on both sides.
func bare(said string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(said[:i])
	after, _ := utf8.DecodeRuneInString(said[i+1:])
	return (i == 0 || unicode.IsSpace(before)) && (i+1 == len(said) || unicode.IsSpace(after))
}

// opening are the beginnings of lines that Markdown takes for a list, heading, quotation, rule, underline, task or row of a table.
// What is to be escaped is the last sign of the first group.
var opening = text.Expression(`^(?:(\d{1,9}[.)])(?:\s|$)|(#)#{0,5}(?:\s|$)|(>)|([-+*:])(?:\s|$)|([-=|:])[-=|: ]*(?:\n|$)|(\[)[ xX]\])`)

// lineMark is where in a line stands the sign that would make its beginning a mark; -1 when none would.
func lineMark(line string) int {
	if line == "" || letter(line[0]) && line[0] > '9' || line[0] >= utf8.RuneSelf {
		return -1
	}
	if end := strings.IndexAny(line, "\n\x00"); end >= 0 {
		line = line[:end]
	}
	m := opening().FindStringSubmatchIndex(line)
	for g := 2; g < len(m); g += 2 {
		if m[g+1] > 0 {
			return m[g+1] - 1
		}
	}
	return -1
}

// plain is the text of a block with each sign escaped that could be a mark.
func plain(b *block) string {
	var out strings.Builder
	for _, r := range b.runs {
		if r.text == breaks {
			lineBreak(&out)
			continue
		}
		escapeAll(&out, r.text)
	}
	return out.String()
}

func escapeAll(out *strings.Builder, s string) {
	for i := range len(s) {
		if inAscii(s[i]) && strings.IndexByte(`.,;?"'%/()`, s[i]) < 0 || (s[i] == '.' || s[i] == ')') && i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
			out.WriteByte('\\')
		}
		out.WriteByte(s[i])
	}
}
