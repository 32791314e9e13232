package scorm

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	bounds "probity/guidance/text"
)

// prose is Markdown as a tree that the page makes elements of: a text, or a tag and what is in it. There are few tags, and none that runs, loads or
// leads anywhere: a link is its words, a picture what is said of it, and HTML is left out.
func prose(markdown string) []any {
	markdown = bounds.Block(markdown)
	if _, excess := bounds.Excess(markdown); excess != "" { // would take the parser too long
		return []any{[]any{"p", markdown}}
	}
	source := []byte(markdown)
	return inside(goldmark.DefaultParser().Parse(text.NewReader(source)), source)
}

// inside is what is in a node.
func inside(n ast.Node, source []byte) []any {
	out := []any{}
	if n.Type() == ast.TypeBlock && n.FirstChild() == nil && n.Kind() != ast.KindHTMLBlock { // code
		return append(out, strings.TrimRight(bounds.Block(string(n.Lines().Value(source))), "\n"))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, node(c, source)...)
	}
	return out
}

func node(n ast.Node, source []byte) []any {
	switch n := n.(type) {
	case *ast.Text:
		said := string(n.Value(source))
		if !n.IsRaw() {
			said = bounds.Unescaped(said)
		}
		return broken(n, bounds.Block(said))
	case *ast.String:
		return []any{bounds.Block(string(n.Value))}
	case *ast.AutoLink:
		return []any{bounds.Line(string(n.Label(source)))}
	case *ast.HTMLBlock, *ast.RawHTML, *ast.ThematicBreak:
		return nil
	}
	if tag := tagOf(n); tag != "" {
		return []any{append([]any{tag}, inside(n, source)...)}
	}
	return inside(n, source)
}

// broken is a text with the line break behind it, if any.
func broken(n *ast.Text, said string) []any {
	switch {
	case n.HardLineBreak():
		return []any{said, []any{"br"}}
	case n.SoftLineBreak():
		said += " "
	}
	return []any{said}
}

// tagOf is the tag for a node; "" where its content stands for it.
func tagOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.Heading, *ast.CodeBlock, *ast.FencedCodeBlock:
		return "p"
	case *ast.Blockquote:
		return "blockquote"
	case *ast.ListItem:
		return "li"
	case *ast.List:
		if n.IsOrdered() {
			return "ol"
		}
		return "ul"
	case *ast.Emphasis:
		if n.Level > 1 {
			return "strong"
		}
		return "em"
	}
	return ""
}
