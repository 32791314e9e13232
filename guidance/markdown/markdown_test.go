package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
)

// TestWhatIsSaid: the words of every node, one after the other.
func TestWhatIsSaid(t *testing.T) {
	for in, want := range map[string]string{
		"a **b** *c* [d](https://e.example)": "a b c d",
		`1 \* 2 &amp; 3`:                     "1 * 2 & 3",
		"`\\* &amp;`":                        `\* &amp;`,
		"```\n\\* &amp;\n```":                "\\* &amp;\n",
		"<https://a.example>":                "https://a.example",
		"a <b>c</b>":                         "a c",
		"<div>a</div>":                       "",
		"> a\n\n- b":                         "ab",
		"a&#27;[2J":                          "a[2J",
	} {
		tree, ok := Parse(in)
		if !ok {
			t.Fatalf("%q is not parsed", in)
		}
		said := ""
		_ = ast.Walk(tree.Node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				said += tree.Said(n)
			}
			return ast.WalkContinue, nil
		})
		if said != want {
			t.Errorf("%q says %q, want %q", in, said, want)
		}
	}
}

// TestTooMuchIsNotParsed: the parser's time grows faster than such a text.
func TestTooMuchIsNotParsed(t *testing.T) {
	for _, in := range []string{strings.Repeat("> ", 1000), strings.Repeat("*", 10_000), strings.Repeat("[", 10_000)} {
		if _, ok := Parse(in); ok {
			t.Errorf("%.10q… is parsed", in)
		}
	}
}
