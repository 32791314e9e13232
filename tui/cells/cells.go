// Package cells says how many cells text takes on the screen. There are two tables: terminals that count graphemes draw 👩‍👩‍👧 in two
// cells, and those that count code points in six; ❤️ takes two in the first and one in the second. Screens are laid out in
// graphemes (ansi.StringWidth), which Lip Gloss and Glamour count too, with no line too wide in either table. Bubble Tea paints by code
// points until a terminal says that it counts graphemes; for that, Painted sets a finished frame right.
package cells

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks text into lines of at most width cells, between words where it can.
func Wrap(text string, width int) string {
	return Narrow(ansi.Wrap(text, max(1, width), breakAfter), width)
}

// Words breaks text into lines of at most width cells, between words alone; a word is broken only where it is wider than a line.
func Words(text string, width int) (lines []string) {
	for word := range strings.SplitSeq(text, " ") {
		if last := len(lines) - 1; last >= 0 && widest(lines[last]+" "+word) <= width {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, strings.Split(Chop(word, max(1, width)), "\n")...)
	}
	return lines
}

// breakAfter are the characters that a line may end with.
const breakAfter = " -"

// Narrow breaks the lines of text that are wider than width in either table, and leaves the others as they are.
func Narrow(text string, width int) string {
	var out []string
	for l := range strings.SplitSeq(text, "\n") {
		if len(l) <= width { // no sign takes more cells than bytes
			out = append(out, l)
			continue
		}
		if ansi.StringWidthWc(l) > width {
			l = ansi.WrapWc(l, max(1, width), breakAfter)
		}
		for part := range strings.SplitSeq(l, "\n") {
			if widest(part) > width {
				part = Chop(part, width)
			}
			out = append(out, part)
		}
	}
	return strings.Join(out, "\n")
}

// widest is how many cells a text of one line takes in the table in which it takes more.
func widest(text string) int { return max(ansi.StringWidth(text), ansi.StringWidthWc(text)) }

// Chop is a line broken wherever it would be too wide: what the library's wrapping leaves, which sets a hyphen one cell too far and
// does not see keycaps.
func Chop(line string, width int) string {
	var b strings.Builder
	var state byte
	laid, painted := 0, 0
	for line != "" {
		sign, cells, n, next := decode(line, state)
		line, state = line[n:], next
		if cells > 0 {
			wc := ansi.StringWidthWc(sign)
			if laid > 0 && max(laid+cells, painted+wc) > width {
				b.WriteByte('\n')
				laid, painted = 0, 0
			}
			laid, painted = laid+cells, painted+wc
		}
		b.WriteString(sign)
	}
	return b.String()
}

// Cut is a line cut to width cells, with tail at its end when something was cut. Styling goes on to its end.
func Cut(line string, width int, tail string) string {
	if len(line) <= width || ansi.StringWidth(line) <= width { // no sign takes more cells than bytes
		return line
	}
	var b strings.Builder
	var state byte
	room, cut := max(0, width-ansi.StringWidth(tail)), false
	for line != "" {
		sign, cells, n, next := decode(line, state)
		line, state = line[n:], next
		switch {
		case cells == 0:
			b.WriteString(sign)
		case cut:
		case cells <= room:
			b.WriteString(sign)
			room -= cells
		default:
			b.WriteString(ansi.Truncate(tail, max(0, width), ""))
			cut = true
		}
	}
	return b.String()
}

// Clip is plain text on one line of at most width cells: what has no room is left out from a word on, and a quotation that is open then is closed.
// A first word that has no room itself is cut.
func Clip(text string, width int) string {
	if ansi.StringWidth(text) <= width {
		return text
	}
	for words := strings.Split(text, " "); len(words) > 1; {
		words = words[:len(words)-1]
		clipped := strings.TrimRight(strings.Join(words, " "), " ,;:·–") + "…"
		if strings.Count(clipped, "“") > strings.Count(clipped, "”") {
			clipped += "”"
		}
		if ansi.StringWidth(clipped) <= width {
			return clipped
		}
	}
	return Cut(text, width, "…")
}

// Inside reports whether a place in a line, so many characters from its beginning, is within a sign of several.
func Inside(line string, place int) bool {
	for line != "" && place > 0 {
		sign, _ := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		line, place = line[len(sign):], place-utf8.RuneCountInString(sign)
	}
	return place < 0
}

// Painted adapts a frame to a terminal that counts code points, so that columns stay in line. It adds blanks behind a sign that
// takes fewer cells there than were laid out. Where a sign takes more, it removes blanks that follow: but the last before a word.
// A line that is wider than the window all the same, as a field of signs is, is cut.
func Painted(frame string, width int) string {
	lines := strings.Split(frame, "\n")
	for i, l := range lines {
		if strings.ContainsFunc(l, several) {
			lines[i] = paint(l, width, func(int, int) {})
		}
	}
	return strings.Join(lines, "\n")
}

// PaintedAt is the cell at which Painted has what a line has at a cell.
func PaintedAt(line string, cell int) int {
	if !strings.ContainsFunc(line, several) {
		return cell
	}
	at, laid := cell, 0
	paint(line, math.MaxInt, func(width, painted int) {
		if laid <= cell {
			at = painted + cell - laid
		}
		laid += width
	})
	return at
}

// several reports whether a character may be part of a sign of several: the rest count the same in both tables.
func several(r rune) bool { return r >= 0x300 && (r < 0x2010 || r >= 0x2C00) }

// paint is Painted for one line. It tells of each sign how many cells were laid out for it, and at which cell it is painted.
func paint(line string, width int, sees func(laid, at int)) string {
	var b strings.Builder
	var state byte
	at := 0
	over := 0 // cells that the line is wider by than it was laid out
	for line != "" {
		sign, laid, n, next := decode(line, state)
		line, state = line[n:], next
		sees(laid, at)
		if over > 0 && sign == " " && (strings.HasPrefix(line, " ") || ansi.Strip(line) == "") {
			over--
			continue
		}
		if laid == 0 {
			b.WriteString(sign)
			continue
		}
		cells := ansi.StringWidthWc(sign)
		over += cells - laid
		blanks := max(0, -over)
		over = max(0, over)
		if at += cells + blanks; at <= width { // behind a sign that is past the edge all are
			b.WriteString(sign + strings.Repeat(" ", blanks))
		}
	}
	return b.String()
}

// decode is the first sign or escape sequence of a line. ansi.DecodeSequence does not look for what belongs to an ASCII character.
func decode(line string, state byte) (sign string, width, n int, next byte) {
	sign, width, n, next = ansi.DecodeSequence(line, state, nil)
	if n == 1 && width == 1 && len(line) > 1 && line[1] >= 0xC0 {
		sign, width = ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		n = len(sign)
	}
	return sign, width, n, next
}
