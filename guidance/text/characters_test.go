package text

import (
	"testing"

	"pgregory.net/rapid"
)

// TestWhatACharacterIs: each of the three takes in the one before it.
func TestWhatACharacterIs(t *testing.T) {
	const shows, shapeless, hidden, acts = 0, 1, 2, 3
	for _, c := range []struct {
		name string
		r    rune
		is   int
	}{
		{"a letter", 'é', shows},
		{"a blank", ' ', shows},
		{"an accent", 0x301, shows},
		{"an emoji", 0x1F44D, shows},
		{"the Arabic number sign", 0x600, shows},
		{"a hieroglyph's joiner", 0x13430, shows},
		{"the selector of an emoji", 0xFE0F, shapeless},
		{"the selector of an ideograph", 0xE0100, shapeless},
		{"a joiner", 0x200D, hidden},
		{"a soft hyphen", 0xAD, hidden},
		{"a blank of no width", 0x200B, hidden},
		{"a byte-order mark", 0xFEFF, hidden},
		{"a tag", 0xE0041, hidden},
		{"reserved and ignored", 0x2065, hidden},
		{"a line feed", '\n', acts},
		{"a tab", '\t', acts},
		{"an escape", 0x1B, acts},
		{"a C1 control", 0x9B, acts},
		{"a line separator", 0x2028, acts},
		{"a mark of direction", 0x200F, acts},
		{"an override", 0x202E, acts},
		{"an isolate", 0x2066, acts},
		{"a deprecated format control", 0x206A, acts},
		{"an annotation", 0xFFF9, acts},
	} {
		if Shapeless(c.r) != (c.is >= shapeless) || Hidden(c.r) != (c.is >= hidden) || Acts(c.r) != (c.is >= acts) {
			t.Errorf("%s, %U: shapeless %t, hidden %t, acts %t", c.name, c.r, Shapeless(c.r), Hidden(c.r), Acts(c.r))
		}
	}
}

func TestWhatActsIsHiddenAndWhatIsHiddenIsShapeless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.Rune().Draw(t, "character")
		if Acts(r) && !Hidden(r) || Hidden(r) && !Shapeless(r) {
			t.Fatalf("%U: shapeless %t, hidden %t, acts %t", r, Shapeless(r), Hidden(r), Acts(r))
		}
	})
}
