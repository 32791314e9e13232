package scorm

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"probity/guidance/markdown"
	"probity/guidance/text"
)

// prose is Markdown as a tree that the page makes elements of: a text, or a tag and what is in it. There are few tags, and none that runs, loads or
// leads anywhere: a link is its words, a picture what is said of it, and HTML is left out.
func prose(source string) []any {
	source = text.Block(source)
	tree, ok := markdown.Parse(source)
	if !ok {
		return []any{[]any{"p", source}}
	}
	return inside(tree.Node, tree)
}

// inside is what is in a node.
func inside(n ast.Node, tree markdown.Tree) []any {
	out := []any{}
	if n.Type() == ast.TypeBlock && n.FirstChild() == nil && n.Kind() != ast.KindHTMLBlock { // code
		return append(out, strings.TrimRight(text.Block(tree.Said(n)), "\n"))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, node(c, tree)...)
	}
	return out
}

func node(n ast.Node, tree markdown.Tree) []any {
	switch n := n.(type) {
	case *ast.Text:
		return broken(n, text.Block(tree.Said(n)))
	case *ast.AutoLink:
		return []any{text.Line(tree.Said(n))}
	case *ast.HTMLBlock, *ast.RawHTML, *ast.ThematicBreak:
		return nil
	}
	if tag := tagOf(n); tag != "" {
		return []any{append([]any{tag}, inside(n, tree)...)}
	}
	return inside(n, tree)
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
