// Package plainjson writes JSON that no terminal or editor acts on: a character that moves a cursor, turns the direction of
// reading or draws nothing is written as an escape, which means the same to every reader of JSON.
package plainjson

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"probity/guidance/text"
)

// Write writes a value as JSON with two blanks for each step of depth, and a line break at its end.
func Write(w io.Writer, value any) error {
	out, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	_, err = w.Write(append(Escape(out), '\n'))
	return err
}

// Escape returns JSON that means the same, with an escape for each character that draws nothing itself: the controls that JSON
// allows as they are (DEL and C1), marks of direction, joiners, variation selectors, tags and line separators.
func Escape(src []byte) []byte { return EscapeFunc(src, text.Shapeless) }

// EscapeFunc returns JSON that means the same, with escapes for the characters of which acts reports true. Line breaks and tabs
// stand between the parts of JSON, and are escaped already within a string: they stay, whatever acts says.
func EscapeFunc(src []byte, acts func(rune) bool) []byte {
	out := make([]byte, 0, len(src))
	for _, r := range string(src) {
		switch {
		case r == '\n', r == '\t', r == '\r', !acts(r):
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
