package cells

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Signs are those that a terminal can draw.
type Signs int

// What terminals can draw.
const (
	EverySign    Signs = iota
	ConsoleSigns       // what the fonts of a text console have, of 256 signs or 512, beside letters
	ASCIISigns         // what a terminal has that reads no UTF-8
)

// onConsoles are the signs that the fonts of Debian's console-setup have in common with the one that is built into Linux, but for …, which that
// one lacks.
const onConsoles = "·•→←↑↓─│┼┤█░▒×±²…"

// standIns are what is drawn in place of a sign that a terminal has not. Words stand beside each that means something.
var standIns = strings.NewReplacer(
	"‘", "'", "’", "'", "ʼ", "'", "“", `"`, "”", `"`, "‹", "<", "›", ">", "«", "<", "»", ">",
	"‐", "-", "‑", "-", "–", "-", "—", "-", "−", "-", "·", "-", "…", "~", "\u00a0", " ", "\u202f", " ",
	"•", "*", "◦", "-", "▪", "*", "‣", ">", "●", "*", "○", "o", "→", ">", "←", "<", "↑", "^", "↓", "v",
	"✓", "+", "✗", "x", "◐", "~", "↶", "<", "⚑", "!", "⌫", "<", "⌘", "%", "×", "x", "±", "~", "≤", "<", "≥", ">", "²", "2",
	"─", "-", "│", "|", "┼", "+", "┤", "|", "▏", "|",
	"▁", "_", "▂", "_", "▃", "_", "▄", "_", "▅", "=", "▆", "=", "▇", "#", "█", "#", "▀", `"`, "░", ".", "▒", ":", "▓", "%",
)

// Drawn is a frame as a terminal can draw it: in place of a sign that it lacks stands another of as many cells.
func (s Signs) Drawn(frame string) string {
	if s == EverySign {
		return frame
	}
	var b strings.Builder
	var state byte
	for frame != "" {
		sign, width, n, next := decode(frame, state)
		frame, state = frame[n:], next
		if width > 0 && strings.ContainsFunc(sign, func(r rune) bool { return r >= utf8.RuneSelf }) {
			sign = s.standIn(sign, width)
		}
		b.WriteString(sign)
	}
	return b.String()
}

// standIn is what is drawn in place of a sign of so many cells: itself, where the terminal has it.
func (s Signs) standIn(sign string, width int) string {
	switch other := standIns.Replace(sign); {
	case s == ConsoleSigns && strings.Contains(onConsoles, sign):
		return sign
	case s == ConsoleSigns:
		return other
	default:
		if plain := norm.NFKD.String(other)[:1]; plain[0] < utf8.RuneSelf { // a letter without its accent
			return plain + strings.Repeat(" ", width-1)
		}
		return strings.Repeat("?", width)
	}
}
