// What the elements of HTML do.

package markup

import (
	"path"
	"strings"

	"probity/guidance/text"

	"golang.org/x/net/html"
)

// begins is a tag that opens an element.
func (p *page) begins(t html.Token) {
	switch t.Data {
	case "script", "style", "iframe", "noembed", "noframes", "noscript", "title", "textarea", "xmp", "plaintext":
		p.raw = t.Data
	}
	p.name(t)
	switch t.Data {
	case "br":
		p.pause()
	case "ul", "menu", "ol", "dl":
		p.list(t.Data == "ol", attribute(t, "start"))
	case "li", "dt", "dd":
		p.item()
	case "blockquote":
		p.open(container{quote: true})
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.flush()
		p.now.heading = int(t.Data[1] - '0')
	case "td", "th":
		if p.cell++; p.cell > 1 && !p.now.empty() {
			p.space(" ")
			p.word("·")
			p.space(" ")
		}
	case "tr":
		p.flush()
		p.cell = 0
	case "p":
		p.flush()
		p.now.loose = true
	case "a":
		p.link(t)
	case "img":
		if alt := text.Line(attribute(t, "alt")); alt != "" {
			p.text("[" + alt + "]")
		}
	default:
		p.inline(t.Data, 1)
		if asBlock(t.Data) {
			p.flush()
		}
	}
}

// ends is a tag that closes an element.
func (p *page) ends(name string) {
	p.raw = ""
	switch name {
	case "br": // a browser takes it for a break
		p.pause()
	case "ul", "ol", "menu", "dl":
		p.shut(func(c container) bool { return !c.quote })
	case "blockquote":
		p.shut(func(c container) bool { return c.quote })
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.flush()
		p.now.heading = 0
	case "p", "tr", "li", "dt", "dd":
		p.flush()
		p.now.loose = false
	case "a":
		p.href = ""
	default:
		p.inline(name, -1)
		if asBlock(name) {
			p.flush()
		}
	}
}

// inline counts the elements that mark words.
func (p *page) inline(name string, by int) {
	var open *int
	switch name {
	case "b", "strong":
		open = &p.strong
	case "i", "em", "cite", "dfn", "var":
		open = &p.em
	case "code", "kbd", "samp", "tt":
		open = &p.code
	case "sub":
		open = &p.lower
	case "sup":
		open = &p.raised
	default:
		return
	}
	*open = max(0, *open+by)
}

// asBlock reports whether an element stands on lines of its own.
func asBlock(name string) bool {
	switch name {
	case "div", "section", "article", "main", "header", "footer", "aside", "form", "table", "tbody", "thead", "tfoot", "caption", "figure",
		"figcaption", "body", "hr", "pre", "details", "summary", "address", "fieldset", "center", "html", "head":
		return true
	}
	return false
}

// name says what of an element is not kept.
func (p *page) name(t html.Token) {
	switch t.Data {
	case "img":
		p.note("a picture is left out: %s", picture(t))
	case "table":
		p.note("a table is kept as lines, its cells parted by “·”")
	case "math":
		p.note("a formula (MathML) is kept as the letters and signs in it, and not drawn")
	case "script", "style", "iframe":
		p.note("<%s> is left out, with what is in it: nothing runs in a question", t.Data)
	case "audio", "video", "object", "embed", "svg", "canvas", "source", "track", "applet":
		p.note("<%s> is left out: sounds, films and drawings are not kept", t.Data)
	case "form", "input", "button", "select", "textarea", "option":
		p.note("<%s> is left out: a text has nothing to fill in", t.Data)
	case "u", "ins", "s", "del", "strike", "mark", "big", "small":
		p.note("<%s> is left out, and its words are kept: a text has bold and italics alone", t.Data)
	case "noembed", "noframes", "noscript", "title":
		p.note("<%s> is left out, with what is in it", t.Data)
	}
	if strings.Contains(attribute(t, "class"), "multilang") {
		p.note("a text stands in several languages beside one another: choose one")
	}
	if p.href == "" && strings.Contains(attribute(t, "src"), "@@PLUGINFILE@@") && t.Data != "img" {
		p.note("a file is left out: %s", text.Brief(path.Base(text.Line(attribute(t, "src")))))
	}
}

// picture is what a picture is called.
func picture(t html.Token) string {
	source := text.Line(attribute(t, "src"))
	switch {
	case strings.HasPrefix(source, "data:"):
		return "one that stands in the text itself"
	case source == "":
		return "one without a file"
	}
	source, _, _ = strings.Cut(source, "?")
	return text.Brief(path.Base(source))
}
