package markup

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	guard "probity/guidance/text"
)

// ToPlain is what Markdown says, without its marks: paragraphs with an empty line between them, each item of a list on a line of its own, the
// address of a link behind its words. Of what has more marks than a screen can draw at once these stay.
func ToPlain(markdown string) string {
	if _, excess := guard.Excess(markdown); excess != "" { // would take the parser too long
		return strings.TrimSpace(guard.Unescaped(markdown))
	}
	source := []byte(markdown)
	var b strings.Builder
	_ = ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			b.WriteString(said(n, source))
		} else {
			b.WriteString(ending(n))
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(gaps().ReplaceAllString(b.String(), "\n\n"))
}

// PlainLine is what Markdown says, as ToPlain has it, on one line.
func PlainLine(markdown string) string { return guard.Line(ToPlain(markdown)) }

// said is the text that a node itself has.
func said(n ast.Node, source []byte) string {
	switch n := n.(type) {
	case *ast.Text:
		words := string(n.Segment.Value(source))
		if !n.IsRaw() {
			words = guard.Unescaped(words)
		}
		if n.SoftLineBreak() || n.HardLineBreak() {
			words += "\n"
		}
		return words
	case *ast.String:
		return string(n.Value)
	case *ast.AutoLink:
		return string(n.Label(source))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return string(n.Lines().Value(source))
	}
	return ""
}

// ending is what stands between a block and the next, and behind the words of a link its address.
func ending(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Link:
		return " (" + string(n.Destination) + ")"
	case *ast.TextBlock:
		return "\n"
	case *ast.Paragraph, *ast.Heading, *ast.List, *ast.CodeBlock, *ast.FencedCodeBlock:
		return "\n\n"
	}
	return ""
}

// gaps are more empty lines than one.
var gaps = guard.Expression(`\n{3,}`)
