package text

import "unicode"

// Hidden reports whether a character shows nothing by itself: controls (line breaks and tabs among them), format characters and
// line separators. Some of them spell something in the right place, so text is cleaned with Line or Block; Hidden is for
// writers that can escape a character and lose nothing, as JSON can.
func Hidden(r rune) bool {
	switch {
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r), r >= 0x13430 && r <= 0x1343F: // signs of Arabic numbers, hieroglyphs
		return false
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
		return true
	}
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) && !unicode.IsGraphic(r)
}

// unknown characters mean nothing outside the program or font that made them: private use, and codes that are no characters.
func unknown(r rune) bool { return unicode.In(r, unicode.Co, unicode.Noncharacter_Code_Point) }

func deceives(r rune) bool {
	return unicode.Is(unicode.Bidi_Control, r) || r >= 0x206A && r <= 0x206F || r >= 0xFFF9 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE007F
}

// breaks reports whether a character ends a line.
func breaks(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

const (
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
// Go's tables.
func pictograph(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || unicode.In(r, unicode.So, unicode.Sm)
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
