// What a single character is. Text that is shown is cleaned with Line or Block, which look at what stands around a character;
// these are for writers that can escape a character and lose nothing, and for cleaning itself.

package text

import (
	"unicode"
	"unicode/utf8"
)

// Acts reports whether a character does something in place of being shown: it moves a terminal's cursor, ends a line, or turns
// the direction of reading. Line breaks and tabs act.
func Acts(r rune) bool {
	if r != '\n' && common(r) { // the most, seen without tables
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) || turns(r)
}

// turns reports whether a character turns the direction of reading, annotates other text, or is a deprecated format control.
func turns(r rune) bool {
	return unicode.Is(unicode.Bidi_Control, r) || r >= 0x206A && r <= 0x206F || r >= 0xFFF9 && r <= 0xFFFB
}

// Hidden reports whether a character shows nothing by itself: those that act, joiners, tags and other format characters. Some of
// them spell something in the right place, such as joiners in Persian.
func Hidden(r rune) bool {
	switch {
	case r != '\n' && common(r): // the most, seen without tables
		return false
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r), r >= 0x13430 && r <= 0x1343F: // signs of Arabic numbers, hieroglyphs
		return false
	case Acts(r), unicode.Is(unicode.Cf, r):
		return true
	}
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) && !unicode.IsGraphic(r)
}

// Shapeless reports whether a character draws nothing itself: those that are Hidden, and the variation selectors, which choose
// how the character before them is drawn.
func Shapeless(r rune) bool {
	return Hidden(r) || !common(r) && unicode.Is(unicode.Variation_Selector, r)
}

// unknown characters mean nothing outside the program or font that made them: private use, and codes that are no characters.
func unknown(r rune) bool { return unicode.In(r, unicode.Co, unicode.Noncharacter_Code_Point) }

// deceives reports whether a character makes text read other than it is written: it turns the direction of reading, or is a tag.
func deceives(r rune) bool { return turns(r) || r >= 0xE0000 && r <= 0xE007F }

// breaks reports whether a character ends a line.
func breaks(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

const (
	softHyphen        = 0xAD
	zeroWidthJoiner   = 0x200D
	mongolianVowel    = 0x180E
	blackFlag         = 0x1F3F4
	cancelTag         = 0xE007F
	shortest, longest = 3, 6 // characters of a region's code, as in gbeng
)

// joiner reports whether a character tells the letters beside it how to join.
func joiner(r rune) bool { return unicode.Is(unicode.Join_Control, r) || r == mongolianVowel }

// shapes reports whether a letter belongs to a script in which joiners spell. In the scripts listed they only hide.
func shapes(r rune) bool {
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian,
		unicode.Hebrew, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}

// pictograph reports whether a character can be part of an emoji made of several. The range takes in emoji that are newer than
// Go's tables. Signs of ASCII are none, nor is what stands for a character that nobody knows.
func pictograph(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= utf8.RuneSelf && r != utf8.RuneError && unicode.In(r, unicode.So, unicode.Sm)
}

// leans reports whether a character belongs to the letter or sign before it: accents, selectors, colours of skin.
func leans(r rune) bool { return unicode.IsMark(r) || r >= 0x1F3FB && r <= 0x1F3FF }

// selects reports whether a variation selector can choose a form of base.
func selects(selector, base rune) bool {
	if selector >= 0xE0100 {
		return unicode.Is(unicode.Han, base)
	}
	return base > ' ' && unicode.IsGraphic(base) && !unicode.IsSpace(base)
}

// flag is the length of the flag of a region that s begins with: a black flag, the region's code in tags, and the tag that ends
// it. It is 0 when there is none.
func flag(s []rune) int {
	if len(s) == 0 || s[0] != blackFlag {
		return 0
	}
	for i, r := range s[1:] {
		switch {
		case r == cancelTag && i >= shortest:
			return i + 2
		case i == longest, !(r >= 0xE0030 && r <= 0xE0039 || r >= 0xE0061 && r <= 0xE007A):
			return 0
		}
	}
	return 0
}
