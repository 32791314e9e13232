package text

import "testing"

// TestSignsOfMarkdownAreReadOnce: what a backslash keeps from being a reference is none.
func TestSignsOfMarkdownAreReadOnce(t *testing.T) {
	for in, want := range map[string]string{
		`5\. \*x\* a\_b \[c\]`: `5. *x* a_b [c]`,
		`a\b`:                  `a\b`,
		`\\*`:                  `\*`,
		`\&lt;`:                `&lt;`,
		`&lt;b&gt; AT&amp;T`:   `<b> AT&T`,
		`&amp;lt;`:             `&lt;`,
		`&no; & R&D`:           `&no; & R&D`,
		`a&#27;[2J&rlm;b&#7;`:  `a[2Jb`,
	} {
		if got := Unescaped(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
