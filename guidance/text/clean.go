package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleaner goes through text once. What it keeps depends on what it has kept so far.
type cleaner struct {
	out  strings.Builder
	last rune // the last character kept; 0 at the beginning of a line
	base rune // the letter or sign that last belongs to: itself, or what its accents stand on
	open bool // what stands before the text is not known
}

// clean keeps what is safe to show. Bytes that are not UTF-8, and characters of private use, are U+FFFD: something was there. A piece
// may go on where it ends.
func clean(s string, piece bool) string {
	if everyday(s) {
		return s
	}
	return cleaned(s, piece)
}

// cleaned is clean, character by character.
func cleaned(s string, piece bool) string {
	runes := []rune(strings.ToValidUTF8(s, string(utf8.RuneError)))
	c := cleaner{open: piece}
	c.out.Grow(len(s))
	for i := 0; i < len(runes); i++ {
		r, after := runes[i], runes[i+1:]
		switch {
		case common(r):
			c.keep(r)
		case r == '\r' && len(after) > 0 && after[0] == '\n': // one line break
		case breaks(r):
			c.keep('\n')
		case r == '\t':
			c.keep(' ')
		case joiner(r):
			if c.joins(r, after, piece) {
				c.keep(r)
			}
		case unicode.Is(unicode.Variation_Selector, r):
			if c.open || c.last == c.base && selects(r, c.base) || c.tinted() {
				c.keep(r)
			}
		case unknown(r):
			c.keep(utf8.RuneError)
		case flag(runes[i:]) > 0:
			n := flag(runes[i:])
			c.out.WriteString(string(runes[i : i+n-1]))
			c.keep(cancelTag)
			c.base = blackFlag
			i += n - 1
		case !Hidden(r):
			c.keep(r)
		}
	}
	return c.out.String()
}

// plain reports whether there is nothing in s but printable ASCII and line feeds.
func plain(s string) bool {
	for i := range len(s) {
		if b := s[i]; b != '\n' && (b < ' ' || b > '~') {
			return false
		}
	}
	return true
}

// everyday reports whether there is nothing in s but what English and Irish are written in. All of that is kept, whatever stands around
// it, so that most text need not be looked at twice.
func everyday(s string) bool {
	for _, r := range s {
		if !common(r) {
			return false
		}
	}
	return true
}

// common reports whether English and Irish are written with a character.
func common(r rune) bool {
	switch {
	case r == '\n', ' ' <= r && r <= '~':
		return true
	case 0xA1 <= r && r <= 0x24F: // Latin letters and signs
		return r != softHyphen
	}
	return 0x2010 <= r && r <= 0x2027 // dashes, quotation marks, the ellipsis
}

// keep writes a character.
func (c *cleaner) keep(r rune) {
	c.out.WriteRune(r)
	c.open = false
	c.last = r
	switch {
	case r == '\n':
		c.last, c.base = 0, 0
	case common(r) || !leans(r) && !joiner(r):
		c.base = r
	}
}

// tinted reports whether the last character is a colour of skin, after which older emoji have their selector.
func (c *cleaner) tinted() bool { return c.last >= 0x1F3FB && c.last <= 0x1F3FF && pictograph(c.base) }

// joins reports whether a joiner spells something where it stands: after a letter of a script that has joiners, or between two
// signs of one emoji.
func (c *cleaner) joins(r rune, after []rune, piece bool) bool {
	switch {
	case c.open:
		return true
	case joiner(c.last):
		return false
	case shapes(c.base):
		return true
	case r != zeroWidthJoiner || !pictograph(c.base):
		return false
	case len(after) == 0:
		return piece
	}
	return pictograph(after[0])
}
