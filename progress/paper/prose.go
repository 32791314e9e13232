// Prose: Markdown from a library or a pack, as blocks.

package paper

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"probity/guidance/markdown"
)

// Prose turns Markdown into paragraphs, lists and quotations. Of the marks within a line only bold is kept; a link is its
// words, and what would be HTML is left out.
func Prose(source string) []Block {
	tree, ok := markdown.Parse(source)
	if !ok {
		return []Block{Text(source)}
	}
	var out []Block
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.List:
			list := List{Ordered: n.IsOrdered()}
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				list.Items = append(list.Items, wording(item, tree))
			}
			out = append(out, list)
		case *ast.Blockquote:
			out = append(out, Quote{wording(n, tree)})
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.CodeBlock, *ast.FencedCodeBlock:
			if said := runs(n, tree, false); len(said) > 0 {
				out = append(out, Paragraph{Runs: said})
			}
		}
	}
	return out
}

// wording is the text below a node, of all its paragraphs.
func wording(n ast.Node, tree markdown.Tree) string {
	var parts []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		part := ""
		for _, r := range runs(c, tree, false) {
			part += r.Text
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// runs is the text of a block, in stretches of one weight.
func runs(n ast.Node, tree markdown.Tree, bold bool) []Run {
	if n.Type() == ast.TypeBlock && n.FirstChild() == nil { // code
		return []Run{{tree.Said(n), bold}}
	}
	var out []Run
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			said := tree.Said(c)
			if c.SoftLineBreak() || c.HardLineBreak() {
				said += " "
			}
			out = append(out, Run{said, bold})
		case *ast.AutoLink:
			out = append(out, Run{tree.Said(c), bold})
		case *ast.Emphasis:
			out = append(out, runs(c, tree, bold || c.Level > 1)...)
		default:
			out = append(out, runs(c, tree, bold)...)
		}
	}
	return out
}
