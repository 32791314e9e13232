// Saved web pages.

package owncopy

import (
	"strings"

	"golang.org/x/net/html"
)

// unread are the elements of a page whose words no reader of the page reads.
func unread(tag string) bool {
	switch tag {
	case "script", "style", "noscript", "template", "svg", "nav", "button", "select":
		return true
	}
	return false
}

// opens says how an element begins: on a line of its own or not, and with what before its first word.
func opens(tag string) (block bool, prefix string) {
	switch tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return true, "# "
	case "li":
		return true, "• "
	case "p", "div", "section", "article", "main", "header", "footer", "aside", "form", "ul", "ol", "dl", "dt", "dd", "table", "tr",
		"td", "th", "blockquote", "figure", "figcaption", "title", "body", "hr", "pre", "details", "summary", "address":
		return true, ""
	}
	return false, ""
}

// page is a web page being read. It is read as a stream of tags, never as a tree: a page may be nested as deeply as it
// likes.
type page struct {
	text   strings.Builder
	apart  bool   // a blank line is due before the next word
	prefix string // and this
	blank  bool   // a blank is due
	hidden string // the element that is not read, if within one
	depth  int    // how many of that name are open
}

// pageText is the text of a web page: headings marked "# ", list items "• ", and a blank line between paragraphs.
func pageText(raw string) string {
	var p page
	z := html.NewTokenizer(strings.NewReader(raw))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return p.text.String()
		case html.TextToken:
			p.words(string(z.Text()))
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			p.tag(string(name), kind)
		}
	}
}

func (p *page) tag(name string, kind html.TokenType) {
	if p.hidden != "" || unread(name) {
		p.hide(name, kind)
		return
	}
	block, prefix := opens(name)
	switch {
	case name == "br":
		p.text.WriteByte('\n')
		p.blank = false
	case block:
		p.apart = true
		if kind == html.EndTagToken {
			p.prefix = ""
		} else if prefix != "" {
			p.prefix = prefix
		}
	}
}

// hide counts the open elements of the name that is not read.
func (p *page) hide(name string, kind html.TokenType) {
	switch {
	case kind == html.StartTagToken && (p.hidden == "" || p.hidden == name):
		p.hidden = name
		p.depth++
	case kind == html.EndTagToken && p.hidden == name:
		if p.depth--; p.depth == 0 {
			p.hidden = ""
		}
	}
}

func (p *page) words(text string) {
	if p.hidden != "" {
		return
	}
	words := strings.Fields(text)
	if len(words) == 0 {
		p.blank = p.blank || text != ""
		return
	}
	switch {
	case p.apart:
		p.text.WriteString("\n\n" + p.prefix)
		p.apart, p.prefix = false, ""
	case p.blank || strings.HasPrefix(text, " ") || strings.HasPrefix(text, "\n") || strings.HasPrefix(text, "\t"):
		p.text.WriteByte(' ')
	}
	p.text.WriteString(strings.Join(words, " "))
	p.blank = strings.TrimRight(text, " \t\r\n") != text
}
