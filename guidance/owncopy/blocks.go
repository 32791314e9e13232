// Where paragraphs begin and end, as far as the lines of a text can tell.

package owncopy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"probity/guidance/text"
)

// line is one line of a text: where it stands, the blanks around it left out.
type line struct{ from, to int }

// marks are what numbers or letters a paragraph at its beginning: a bullet, 12, 12., (a), a), iv. There may be two, as
// in "n 36", where the n was a bullet once.
var marks = text.Expression(`^(?:#{1,6}\s+)?(?:(?:[•·▪◦‣*+–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]?)\s+){0,2}`)

// markOf is the beginning of a paragraph that only numbers or letters it, with the blank after it.
func markOf(paragraph string) string { return marks().FindString(paragraph) }

// bulleted reports whether a line begins with a mark that no running text begins with.
func bulleted(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("•▪◦‣#", r)
}

// split finds the paragraphs of a text.
func split(text string) []block {
	var out []block
	width, last := 0, line{}
	lines := linesOf(text)
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(text[l.from:l.to]))
	}
	for _, l := range lines {
		n := len(out)
		if n == 0 || breaks(text, last, l, width) {
			out = append(out, block{from: l.from, to: l.to})
		} else {
			out[n-1].to = l.to
		}
		last = l
	}
	for i := range out {
		out[i].describe(text)
	}
	return out
}

// linesOf lists the lines of a text that are not blank.
func linesOf(text string) []line {
	var out []line
	from := 0
	for l := range strings.Lines(text) {
		trimmed := strings.TrimSpace(l)
		if trimmed != "" {
			at := from + strings.Index(l, trimmed)
			out = append(out, line{at, at + len(trimmed)})
		}
		from += len(l)
	}
	return out
}

// loose is the width from which lines are not wrapped at all: each is a paragraph.
const loose = 250

// breaks reports whether a new paragraph begins with line b, which follows line a. A line break is deliberate when the
// next word would have had room before it.
func breaks(text string, a, b line, width int) bool {
	above, below := text[a.from:a.to], text[b.from:b.to]
	flows := !closes(above) && startsLower(below) && markOf(below) == ""
	switch {
	case bulleted(below):
		return true
	case flows:
		return false
	case strings.Count(text[a.to:b.from], "\n") > 1 || width >= loose:
		return true
	}
	first, _, _ := strings.Cut(below, " ")
	room := utf8.RuneCountInString(above) + 1 + utf8.RuneCountInString(first)
	return room*5 <= width*4
}

// closes reports whether a line ends as a sentence or a heading of a list does.
func closes(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".:;?!”’\")", r)
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// maxHeading is how many bytes a heading has at most.
const maxHeading = 120

// describe works out what a block's beginning and end tell of it.
func (b *block) describe(text string) {
	whole := text[b.from:b.to]
	mark := markOf(whole)
	b.marks = strings.Fields(mark)
	body := whole[len(mark):]
	switch {
	case strings.HasPrefix(mark, "#"):
		b.heading = strings.ContainsFunc(body, unicode.IsLetter)
	case b.item():
	default:
		b.heading = strings.ContainsFunc(body, unicode.IsLetter) && len(b.marks) == 0 && len(whole) <= maxHeading &&
			!closes(body) && !startsLower(body)
	}
}

// item reports whether a block is an item of a list: it has a bullet, a letter, or a number with a stop or bracket.
func (b *block) item() bool {
	if len(b.marks) == 0 || strings.HasPrefix(b.marks[0], "#") {
		return false
	}
	last := b.marks[len(b.marks)-1]
	return strings.Trim(last, "0123456789") != ""
}
