// Package plainjson writes JSON that no terminal or editor acts on: every character that moves a cursor, turns the direction of
// writing or shows nothing is written as an escape, which means the same to every reader of JSON.
package plainjson

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Write writes a value as JSON with two blanks for each step of depth, and a line break at its end.
func Write(w io.Writer, value any) error {
	text, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	_, err = w.Write(append(Escape(text), '\n'))
	return err
}

// Escape returns JSON that means the same, with escapes for the controls that JSON allows as they are (DEL and C1), direction
// marks, joiners, tags and other characters that show nothing, and line separators.
func Escape(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for _, r := range string(text) {
		switch {
		case !acts(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// acts reports whether a character acts instead of showing. Line breaks and tabs stand between the parts of JSON: within a
// string they are escaped already.
func acts(r rune) bool {
	if r == '\n' || r == '\t' || r == '\r' {
		return false
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector)
}
