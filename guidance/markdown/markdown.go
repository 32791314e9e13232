// Package markdown reads Markdown from outside as a tree, for whoever makes something else of it than a screen: what is too much to parse, and
// what the words of a text are.
package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	source "github.com/yuin/goldmark/text"

	"probity/guidance/text"
)

// Tree is a text as the parser of goldmark takes it.
type Tree struct {
	ast.Node // the whole
	source   []byte
}

// Parse is a text as a tree; ok is false for one that has more marks than can be parsed in a moment, as text.Excess says.
func Parse(markdown string) (t Tree, ok bool) {
	if _, excess := text.Excess(markdown); excess != "" {
		return Tree{}, false
	}
	raw := []byte(markdown)
	return Tree{goldmark.DefaultParser().Parse(source.NewReader(raw)), raw}, true
}

// Said is the text that a node itself has: words, with what backslashes and references stand for, the address of a link that is written out, and
// code. It is "" for HTML, and for a node that only holds others. What acts in it is not cleaned away.
func (t Tree) Said(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Text:
		if n.IsRaw() { // code has no escapes
			return string(n.Value(t.source))
		}
		return text.Unescaped(string(n.Value(t.source)))
	case *ast.AutoLink:
		return string(n.Label(t.source))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return string(n.Lines().Value(t.source))
	}
	return ""
}
