// Package markdown renders Markdown for the terminal with Glamour, and lets nothing but text and styling through.
package markdown

import (
	"fmt"
	"image/color"
	"strings"
	"sync"

	"charm.land/glamour/v2/ansi"

	"probity/guidance/text"
	"probity/tui/parts/theme"
	"probity/tui/prose"
)

// Renderer renders and remembers. It may be used from several commands at once.
type Renderer struct {
	mu    sync.Mutex
	cache map[key]string
}

type key struct {
	text  string
	width int
	theme string
}

// remembered is how many renderings are kept; a whole library at one size fits.
const remembered = 512

// New is an empty renderer.
func New() *Renderer { return &Renderer{cache: map[key]string{}} }

// Render draws Markdown at a width in cells, without blank lines around it. What is more than a renderer can draw at once,
// or what it fails to draw, comes as plain words: a learner is never left without the text, nor waiting for it.
func (r *Renderer) Render(md prose.Markdown, width int, th *theme.Theme) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	k := key{md.String(), width, th.Name}
	if out, ok := r.cache[k]; ok {
		return out
	}
	if len(r.cache) >= remembered {
		clear(r.cache)
	}
	out := draw(md, width, th)
	r.cache[k] = out
	return out
}

var (
	sequence = text.Expression(`\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[PX^_][^\x1b]*(\x1b\\)?|.?)`)
	styling  = text.Expression(`^\x1b\[[0-9;:]*m$`)
	trailing = text.Expression(`(?: |\x1b\[[0-9;:]*m)+$`)
)

// onlyStyling is the allow-list: of all escape sequences only those that style text stay, so no link, title or cursor
// movement gets out. The text between them is cleaned: Glamour turns names such as &rlm; into characters.
func onlyStyling(s string) string {
	var b strings.Builder
	from := 0
	for _, at := range sequence().FindAllStringIndex(s, -1) {
		b.WriteString(text.Piece(s[from:at[0]]))
		if seq := s[at[0]:at[1]]; styling().MatchString(seq) {
			b.WriteString(seq)
		}
		from = at[1]
	}
	b.WriteString(text.Piece(s[from:]))
	return b.String()
}

// tidy takes away the padding that Glamour adds at line ends and the blank lines around the whole.
func tidy(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = trailing().ReplaceAllStringFunc(l, func(end string) string { return strings.ReplaceAll(end, " ", "") })
	}
	for len(lines) > 0 && blank(lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && blank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n")
}

func blank(line string) bool {
	return strings.TrimSpace(sequence().ReplaceAllString(line, "")) == ""
}

// styles is the Glamour style for a palette.
func styles(p theme.Palette) ansi.StyleConfig {
	ink := func(c color.Color) ansi.StylePrimitive { return ansi.StylePrimitive{Color: hex(c)} }
	bold := func(c color.Color) ansi.StylePrimitive {
		s := ink(c)
		s.Bold = ptr(true)
		return s
	}
	emphasis, link := ansi.StylePrimitive{Italic: ptr(true)}, ansi.StylePrimitive{Underline: ptr(true)}
	if p == (theme.Palette{}) { // terminals with few colours show slanted and underlined text in one of them
		emphasis, link = bold(nil), ansi.StylePrimitive{}
	}
	quote := ansi.StyleBlock{StylePrimitive: ink(p.Faint), Indent: ptr(uint(1)), IndentToken: ptr("│")} // inside a list
	return ansi.StyleConfig{
		Document:       ansi.StyleBlock{},
		Paragraph:      ansi.StyleBlock{},
		BlockQuote:     quote,
		Heading:        ansi.StyleBlock{StylePrimitive: bold(p.Accent)},
		Strong:         ansi.StylePrimitive{Bold: ptr(true)},
		Emph:           emphasis,
		Item:           ansi.StylePrimitive{BlockPrefix: "• "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		List:           ansi.StyleList{LevelIndent: 2},
		Link:           link,
		LinkText:       ink(p.Accent),
		Code:           ansi.StyleBlock{StylePrimitive: ink(p.Accent)},
		HorizontalRule: ansi.StylePrimitive{Color: hex(p.Rule), Format: "\n────────\n"},
	}
}

func hex(c color.Color) *string {
	if c == nil {
		return nil
	}
	r, g, b, _ := c.RGBA()
	return ptr(fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8))
}

func ptr[T any](v T) *T { return &v }
