package markdown

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/prose"
	"probity/tui/theme"
)

var dark = theme.New(theme.Dark, true)

// TestQuotationsAreBrokenInsideTheirMark holds that no line of a quotation stands without its mark, at any width.
func TestQuotationsAreBrokenInsideTheirMark(t *testing.T) {
	md := prose.FromMarkdown("> " + strings.Repeat("a bb ccc it dddd ", 12))
	for width := 10; width < 90; width++ {
		for _, line := range strings.Split(ansi.Strip(New().Render(md, width, theme.New(theme.Mono, true))), "\n") {
			if !strings.HasPrefix(line, "│ ") || ansi.StringWidth(line) > width {
				t.Fatalf("at %d there is the line %q", width, line)
			}
		}
	}
}

func TestRendering(t *testing.T) {
	out := New().Render(prose.FromMarkdown("### MUST · in force\n\nYou **must** not.\n\n> Superseded\n\n- one\n- two\n"), 40, dark)
	plain := ansi.Strip(out)
	for _, want := range []string{"MUST · in force", "You must not.", "│ Superseded", "• one"} {
		if !strings.Contains(plain, want) {
			t.Errorf("%q is not in\n%s", want, plain)
		}
	}
	if strings.HasPrefix(plain, "\n") || strings.HasSuffix(plain, "\n") || strings.Contains(plain, " \n") {
		t.Errorf("blank edges or padding in %q", plain)
	}
	if out == plain {
		t.Error("nothing is styled")
	}
}

func TestLinesFitTheWidth(t *testing.T) {
	text := prose.FromMarkdown(strings.Repeat("Words of *various* lengths, **some** emphasised, 日本語 too. ", 20))
	for _, width := range []int{10, 24, 40, 78, 200} {
		for _, l := range strings.Split(New().Render(text, width, dark), "\n") {
			if ansi.StringWidth(l) > width {
				t.Errorf("%d cells in %d: %q", ansi.StringWidth(l), width, ansi.Strip(l))
			}
		}
	}
}

// TestLinksAreTextOnly is fault 16.
func TestLinksAreTextOnly(t *testing.T) {
	for _, md := range []string{"[a](javascript:alert(1))", "[a](file:///etc/passwd)", "<https://example.org>", "![a](http://example.org/x.png)"} {
		if out := New().Render(prose.FromMarkdown(md), 60, dark); strings.Contains(out, "\x1b]") {
			t.Errorf("%q is rendered as a live link: %q", md, out)
		}
	}
}

// hostile is what may not come out: any escape sequence but styling, any control character but a line break.
var hostile = regexp.MustCompile(`\x1b(?:[^\[]|$|\[[^0-9;:m]|\[[0-9;:]+[^0-9;:m])|[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f\x{80}-\x{9f}]`)

func FuzzRender(f *testing.F) {
	for _, s := range []string{"# a\x1b[2Jb", "`&#27;[31m`", "| a |\n|---|\n| \x1b]52;c;x\a |", "<b>&#x1b;</b>", "&#27;]8;;file:///x&#7;", "```go\nx\x9b\n```", "&lt;&Tab;&NewLine;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		if out := New().Render(prose.FromMarkdown(s), 40, dark); hostile.MatchString(out) {
			t.Errorf("%q comes out as %q", s, out)
		}
	})
}

func TestRenderingFromSeveralCommandsAtOnce(t *testing.T) {
	r, md := New(), prose.FromMarkdown("You **must** not.")
	want := New().Render(md, 40, dark)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := r.Render(md, 40, dark); got != want {
					t.Errorf("rendered %q, want %q", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkRenderFresh(b *testing.B) {
	md := prose.FromMarkdown(strings.Repeat("### MUST · in force · UK\n\nYou **must** take reasonable steps to check it.\n\n*Good medical practice, paragraph 89(a)*\n\n", 6))
	for b.Loop() {
		New().Render(md, 76, dark)
	}
}

func BenchmarkRenderRemembered(b *testing.B) {
	r, md := New(), prose.FromMarkdown("You **must** not.")
	for b.Loop() {
		r.Render(md, 76, dark)
	}
}
