// Package prose makes text from outside ready for screens and plain lines: cleaned as package text says, Markdown that a renderer
// may be given, numbers and errors in words. It knows no terminal library.
package prose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"probity/guidance/text"
)

// Line is s on one line, with nothing in it that acts or hides.
func Line(s string) string { return text.Line(s) }

// Text is s with its line breaks, and with nothing in it that acts or hides.
func Text(s string) string { return text.Block(s) }

// Markdown is text that a Markdown renderer may be given. Only FromMarkdown makes it.
type Markdown struct{ text string }

// String is the Markdown itself.
func (m Markdown) String() string { return m.text }

var entity = text.Expression(`&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8});?`)

// FromMarkdown makes untrusted Markdown safe to render. Renderers turn character references such as &#27; into the
// characters themselves, so those are resolved here first, until none is left, and cleaned with the rest; what could still
// be taken for the beginning of one is made plain text.
func FromMarkdown(s string) Markdown {
	s = Text(s)
	for n := 0; n < 4 && strings.Contains(s, "&#"); n++ {
		s = Text(entity().ReplaceAllStringFunc(s, resolve))
	}
	return Markdown{strings.ReplaceAll(s, "&#", "&amp;#")}
}

// resolve is the character that a reference names; nothing where it would be Markdown's own sign.
func resolve(ref string) string {
	code, base := strings.TrimSuffix(ref[2:], ";"), 10
	if code[0] == 'x' || code[0] == 'X' {
		code, base = code[1:], 16
	}
	n, err := strconv.ParseUint(code, base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) || strings.ContainsRune("<>&*_`[]()#", rune(n)) {
		return ""
	}
	return string(rune(n))
}

var (
	emphasis = text.Expression(`(\*\*|__|\*|_)(\S(?:.*?\S)?)(\*\*|__|\*|_)`)
	link     = text.Expression(`\[([^\]]*)\]\([^)]*\)`)
)

// Plain is the words of the Markdown without its signs, for linear mode: paragraphs on one line each, with a line
// between them, quotations and list items kept apart.
func (m Markdown) Plain() string {
	var paragraphs []string
	for _, block := range strings.Split(covered(m.text), "\n\n") {
		var lines []string
		for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
			lines = append(lines, strings.TrimSpace(strings.TrimLeft(line, "#> ")))
		}
		words := strings.Join(lines, " ")
		if strings.Contains(words, "](") {
			words = link().ReplaceAllString(words, "$1")
		}
		for n := 0; n < 3 && strings.ContainsAny(words, "*_"); n++ {
			words = emphasis().ReplaceAllString(words, "$2")
		}
		if words != "" {
			paragraphs = append(paragraphs, words)
		}
	}
	return uncovered(strings.Join(paragraphs, "\n\n"))
}

// sign is a sign that a backslash keeps from being a mark.
var sign = text.Expression("\\\\[!-/:-@\\[-`{-~]")

// cover is where in the private use area of Unicode signs stand while marks are looked for. Text has none of these characters.
const cover = 0xE000

// covered is Markdown in which no sign is left that is no mark: behind a backslash, or as an underscore within a word.
func covered(s string) string {
	s = strings.ReplaceAll(s, "\\\n", "\n") // a line break that is asked for
	s = sign().ReplaceAllStringFunc(s, func(found string) string { return string(cover + rune(found[1])) })
	if !strings.Contains(s, "_") {
		return s
	}
	runes := []rune(s)
	for i := 1; i+1 < len(runes); i++ {
		if runes[i] == '_' && ofWord(runes[i-1]) && ofWord(runes[i+1]) {
			runes[i] += cover
		}
	}
	return string(runes)
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// uncovered is what is left of it with those signs, and with the characters that references stand for.
func uncovered(s string) string {
	return strings.Map(func(r rune) rune {
		if r > cover && r < cover+utf8.RuneSelf {
			return r - cover
		}
		return r
	}, text.Unescaped(s))
}
