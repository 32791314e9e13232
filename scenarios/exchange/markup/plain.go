package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	tree "probity/guidance/markdown" // the package has a function of that name
	"probity/guidance/text"
)

// ToPlain is what Markdown says, without its marks: paragraphs with an empty line between them, each item of a list on a line of its own, the
// address of a link behind its words. Of what has more marks than a screen can draw at once these stay.
func ToPlain(source string) string {
	whole, ok := tree.Parse(source)
	if !ok {
		return strings.TrimSpace(text.Unescaped(source))
	}
	var b strings.Builder
	_ = ast.Walk(whole.Node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			b.WriteString(whole.Said(n))
		} else {
			b.WriteString(ending(n))
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(gaps().ReplaceAllString(b.String(), "\n\n"))
}

// PlainLine is what Markdown says, as ToPlain has it, on one line.
func PlainLine(source string) string { return text.Line(ToPlain(source)) }

// ending is what stands between a line or a block and the next, and behind the words of a link its address.
func ending(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Text:
		if n.SoftLineBreak() || n.HardLineBreak() {
			return "\n"
		}
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
var gaps = text.Expression(`\n{3,}`)
