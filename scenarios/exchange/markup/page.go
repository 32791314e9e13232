// From HTML to blocks of text.

package markup

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"probity/guidance/text"

	"golang.org/x/net/html"
)

// page is a text in HTML being read, as a stream of tags and never as a tree: it may be nested as deeply as it likes.
type page struct {
	out    []block
	now    block
	within []container
	over   int    // lists and quotations that are open and not kept, since they are too deep
	lists  int    // how many there were
	strong int    // how many of these are open
	em     int    //
	code   int    //
	href   string // of the link that is open
	gap    run    // the blank or line break that is due before the next word, with the marks that it stands in; the zero value for none
	raw    string // the element whose content is no HTML
	cell   int    // cells of the row so far
	lower  int    // subscripts that are open
	raised int    // superscripts
	line   int
	notes  Note
}

// tooDeep is how many lists and quotations within one another are kept.
const tooDeep = 5

// blocks reads a text in HTML that begins in a line of the file.
func blocks(source string, line int, n Note) []block {
	p := page{line: line, notes: n}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			p.flush()
			return p.out
		case html.TextToken:
			breaks := bytes.Count(z.Raw(), []byte("\n"))
			p.text(string(z.Text()))
			p.line += breaks
		case html.StartTagToken, html.SelfClosingTagToken:
			breaks := bytes.Count(z.Raw(), []byte("\n"))
			p.begins(z.Token())
			p.line += breaks
		case html.EndTagToken:
			name, _ := z.TagName()
			p.ends(string(name))
		default:
			p.line += bytes.Count(z.Raw(), []byte("\n"))
		}
	}
}

func (p *page) note(format string, of ...any) {
	p.notes.add(p.line, format, of...)
}

// text adds words, as HTML has them: blanks and line breaks in a row are one.
func (p *page) text(said string) {
	switch p.raw {
	case "script", "style", "iframe", "noembed", "noframes", "noscript", "title":
		return
	}
	p.notes.Deceits(said, p.line)
	if strings.Contains(said, `\(`) || strings.Contains(said, `\[`) || strings.Contains(said, "$$") {
		p.note("a formula (TeX) is kept as it is written, and not drawn")
	}
	if strings.Contains(said, "{mlang ") {
		p.note("a text stands in several languages beside one another: choose one")
	}
	said = text.Block(said)
	for said != "" {
		n := strings.IndexFunc(said, func(r rune) bool { return !blank(r) })
		if n < 0 {
			n = len(said)
		}
		p.space(said[:n])
		said = said[n:]
		n = strings.IndexFunc(said, blank)
		if n < 0 {
			n = len(said)
		}
		p.word(said[:n])
		said = said[n:]
	}
}

func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\u00a0' }

// space makes a blank due. A blank that may not be broken is kept where it stands alone.
func (p *page) space(s string) {
	if s == "" {
		return
	}
	style := p.style()
	if p.gap.text != "" {
		style &= p.gap.style
	}
	switch {
	case strings.Contains(s, "\n"), p.gap.text == "\n":
		p.gap.text = "\n"
	case s == "\u00a0" && p.gap.text == "":
		p.gap.text = s
	default:
		p.gap.text = " "
	}
	p.gap.style, p.gap.href = style, p.href
}

// style is how words are marked that stand here.
func (p *page) style() style {
	var out style
	for i, open := range [...]int{p.strong, p.em, p.code} {
		if open > 0 {
			out |= 1 << i
		}
	}
	return out
}

// word adds a word, behind the blank that is due.
func (p *page) word(s string) {
	if s == "" {
		return
	}
	word := run{p.script(s), p.style(), p.href}
	if p.gap.text != "" && !p.now.empty() {
		p.now.gap(p.gap, word)
	}
	p.gap = run{}
	p.now.add(word)
}

// script is a word that is lowered or raised, with the characters that Unicode has for it.
func (p *page) script(s string) string {
	const upright = "0123456789+-=()"
	var signs []rune
	switch {
	case p.lower > 0:
		signs = []rune("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
	case p.raised > 0:
		signs = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
	default:
		return s
	}
	var out strings.Builder
	for _, r := range s {
		at := strings.IndexRune(upright, r)
		if at < 0 {
			p.note("“%s” was lowered or raised, and stands on the line here", text.Brief(s))
			return s
		}
		out.WriteRune(signs[at])
	}
	return out.String()
}

// flush ends a block.
func (p *page) flush() {
	p.gap = run{}
	if p.now.trim(); !p.now.empty() {
		p.now.within = append([]container(nil), p.within...)
		p.out = append(p.out, p.now)
	}
	p.now = block{heading: p.now.heading, loose: p.now.loose}
}

// pause is a line break that was asked for; two of them part paragraphs.
func (p *page) pause() {
	p.gap = run{}
	if p.now.broken() {
		p.flush()
		return
	}
	if !p.now.empty() {
		p.now.add(run{text: breaks})
	}
}

// open begins a list, an item or a quotation.
func (p *page) open(c container) {
	p.flush()
	if len(p.within) == tooDeep || p.over > 0 {
		p.over++
		return
	}
	p.within = append(p.within, c)
}

// shut ends the innermost of a kind, with all that is open within it.
func (p *page) shut(is func(container) bool) {
	p.flush()
	if p.over > 0 {
		p.over--
		return
	}
	for i := len(p.within) - 1; i >= 0; i-- {
		if is(p.within[i]) {
			p.within = p.within[:i]
			return
		}
	}
}

// item begins an item of the innermost list.
func (p *page) item() {
	p.flush()
	if p.over > 0 {
		return
	}
	last := len(p.within) - 1
	if last < 0 || p.within[last].quote {
		p.list(false, "")
		last = len(p.within) - 1
	}
	if last >= 0 && p.over == 0 {
		p.within[last].item++
	}
}

func (p *page) list(ordered bool, start string) {
	p.lists++
	from, err := strconv.Atoi(start)
	if err != nil || from < 0 || from > 99999 {
		from = 1
	}
	p.open(container{list: p.lists, ordered: ordered, from: from})
}

// link is the address of a link, if it is one of the web.
func (p *page) link(t html.Token) {
	p.href = ""
	address := attribute(t, "href")
	if address == "" {
		return
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		p.note("the address of a link is left out, and its words are kept: %s", text.Brief(address))
		return
	}
	if _, at := text.Deceptive(u.String()); at == 0 {
		p.href = escapeAddress(u.String())
	}
}

// escapeAddress is an address without the signs that end one in Markdown.
func escapeAddress(s string) string {
	var out strings.Builder
	for _, b := range []byte(text.Line(s)) {
		if b <= ' ' || b >= 0x7F || strings.IndexByte("()<>\\\"`*[]{}|^", b) >= 0 {
			out.WriteByte('%')
			out.WriteString(strings.ToUpper(strconv.FormatUint(uint64(b)|0x100, 16)[1:]))
			continue
		}
		out.WriteByte(b)
	}
	return out.String()
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
