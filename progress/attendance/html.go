// From a page to the lines that it shows.

package attendance

import (
	"errors"
	"strings"

	"probity/guidance/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageBegins is how a page begins, or a piece of one.
var pageBegins = text.Expression(`^<(?:!doctype html|html|head|body|meta|title|style|table|tbody|tr|ul|ol|li|div|p|h[1-6]|span|section|article|main|header|nav|br|b|strong)[\s>/]`)

// listOnPage is what begins a list or a table of a page.
var listOnPage = text.Expression(`(?i)<(?:li|td)[\s>]`)

// rowBegins is how a piece of a table begins.
var rowBegins = text.Expression(`(?i)^\s*<(?:tbody|tr)[\s>]`)

// element is what an element is on a page.
type element int

const (
	inLine element = iota // a part of a line
	unseen
	aBlock // stands on a line of its own
	anItem // a block of a list or a table
	aGroup // has an empty line around it
)

func kind(n *html.Node) element {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Template, atom.Noscript:
		return unseen
	case atom.P, atom.Br, atom.Div, atom.Tr, atom.Caption:
		return aBlock
	case atom.Li, atom.Td, atom.Th:
		return anItem
	case atom.Table, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return aGroup
	}
	return inLine
}

// fromHTML is what a page shows: a line for each row of a table and for each paragraph or item, and an empty one around lists,
// tables and headings.
func fromHTML(text string) (string, error) {
	if rowBegins().MatchString(text) {
		text = "<table>" + text
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return "", errors.New("the page is damaged: copy the names into a text file, one a line")
	}
	p := page{listed: listOnPage().MatchString(text)}
	p.show(root)
	p.end()
	return strings.Join(p.lines, "\n"), nil
}

// page is a page while it is read.
type page struct {
	lines  []string
	begun  strings.Builder // the line that is not ended yet
	listed bool            // there is a list or a table, and what stands beside it is a comment
	within int             // how many items and cells the place is in
}

// show writes what an element shows.
func (p *page) show(n *html.Node) {
	what := kind(n)
	switch {
	case n.Type == html.TextNode:
		p.begun.WriteString(n.Data)
		return
	case what == unseen:
		return
	case n.DataAtom == atom.Tr && !holdsList(n):
		p.row(n)
		return
	}
	p.edge(what)
	if what == anItem {
		p.within++
	}
	for child := range n.ChildNodes() {
		p.show(child)
	}
	p.edge(what)
	if what == anItem {
		p.within--
	}
}

// edge ends the line where an element that is no part of one begins or ends.
func (p *page) edge(what element) {
	if what != inLine {
		p.end()
	}
	if what == aGroup {
		p.lines = append(p.lines, "")
	}
}

// end ends the line.
func (p *page) end() {
	text := cellText(p.begun.String())
	p.begun.Reset()
	if p.listed && p.within == 0 {
		text = besides(text)
	}
	if text != "" {
		p.lines = append(p.lines, text)
	}
}

// row writes a row of a table, its cells parted by tabs.
func (p *page) row(n *html.Node) {
	p.end()
	var cells []string
	for cell := range n.ChildNodes() {
		if cell.Type == html.ElementNode {
			cells = append(cells, cellText(flat(cell)))
		}
	}
	p.lines = append(p.lines, strings.Join(cells, "\t"))
}

// holdsList reports whether a row is there for the layout, with a list or another table in a cell.
func holdsList(row *html.Node) bool {
	for n := range row.Descendants() {
		if n.DataAtom == atom.Table || n.DataAtom == atom.Li {
			return true
		}
	}
	return false
}

// flat is the text of a cell; a break in it is a blank.
func flat(cell *html.Node) string {
	var out strings.Builder
	for n := range cell.Descendants() {
		switch {
		case n.Type == html.TextNode && kind(n.Parent) != unseen:
			out.WriteString(n.Data)
		case kind(n) == aBlock || kind(n) == anItem:
			out.WriteString(" ")
		}
	}
	return out.String()
}

// besides is a text that stands on a page beside its list: a comment, unless it says who those below it are.
func besides(text string) string {
	if title := normal(text); text == "" || absences.has(title) || leaders.has(title) || people.has(title) {
		return text
	}
	return "# " + text
}
