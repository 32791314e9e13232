// Prose: Markdown from a library or a pack, as blocks.

package paper

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	bounds "probity/guidance/text"
)

// Prose turns Markdown into paragraphs, lists and quotations. Of the marks within a line only bold is kept; a link is its
// words, and what would be HTML is left out.
func Prose(markdown string) []Block {
	if _, excess := bounds.Excess(markdown); excess != "" { // would take the parser too long
		return []Block{Paragraph{Runs: []Run{{markdown, false}}}}
	}
	source := []byte(markdown)
	return prose(goldmark.DefaultParser().Parse(text.NewReader(source)), source)
}

func prose(parent ast.Node, source []byte) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.List:
			list := List{Ordered: n.IsOrdered()}
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				list.Items = append(list.Items, wording(item, source))
			}
			out = append(out, list)
		case *ast.Blockquote:
			out = append(out, Quote{wording(n, source)})
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.CodeBlock, *ast.FencedCodeBlock:
			if said := runs(n, source, false); len(said) > 0 {
				out = append(out, Paragraph{Runs: said})
			}
		}
	}
	return out
}

// wording is the text below a node, of all its paragraphs.
func wording(n ast.Node, source []byte) string {
	var parts []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		part := ""
		for _, r := range runs(c, source, false) {
			part += r.Text
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

// runs is the text of a block, in stretches of one weight.
func runs(n ast.Node, source []byte, bold bool) []Run {
	if n.Type() == ast.TypeBlock && n.FirstChild() == nil { // code
		return []Run{{string(n.Lines().Value(source)), bold}}
	}
	var out []Run
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			said := string(c.Value(source))
			if !c.IsRaw() {
				said = bounds.Unescaped(said)
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				said += " "
			}
			out = append(out, Run{said, bold})
		case *ast.String:
			out = append(out, Run{string(c.Value), bold})
		case *ast.AutoLink:
			out = append(out, Run{string(c.Label(source)), bold})
		case *ast.Emphasis:
			out = append(out, runs(c, source, bold || c.Level > 1)...)
		default:
			out = append(out, runs(c, source, bold)...)
		}
	}
	return out
}
