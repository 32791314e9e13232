package theme

import (
	"image/color"
	"math"
)

// The least contrast of text, as WCAG 2 has it: for all (1.4.3), and for high contrast (1.4.6).
const (
	LeastRatio = 4.5
	HighRatio  = 7
)

// Ratio is the contrast of two colours as WCAG 2 defines it: from 1, the same, to 21, black and white.
func Ratio(a, b color.Color) float64 {
	one, other := luminance(a), luminance(b)
	return (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

// luminance is the relative luminance of a colour, as WCAG 2 defines it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// Ink is what a terminal's text is set to in high contrast, on its ground, where its own text has too little of it; nil where that is enough, or
// where one of the two is not known.
func (t *Theme) Ink(text, ground color.Color) color.Color {
	if !t.High() || text == nil || ground == nil || Ratio(text, ground) >= HighRatio {
		return nil
	}
	if Ratio(color.White, ground) > Ratio(color.Black, ground) {
		return color.White
	}
	return color.Black
}
