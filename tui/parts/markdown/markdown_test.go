package markdown

import (
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"probity/guidance/fuzztest"
	"probity/tui/parts/theme"
	"probity/tui/prose"
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

// patience is many times what drawing any text takes, on a machine that does much else.
const patience = 20 * time.Second

// FuzzRender holds that nothing hostile comes out, and that it comes out soon.
func FuzzRender(f *testing.F) {
	if testing.Short() {
		f.Skip("one goroutine does all of it")
	}
	for _, s := range []string{"# a\x1b[2Jb", "`&#27;[31m`", "| a |\n|---|\n| \x1b]52;c;x\a |", "<b>&#x1b;</b>", "&#27;]8;;file:///x&#7;", "```go\nx\x9b\n```", "&lt;&Tab;&NewLine;"} {
		f.Add(s)
	}
	for _, s := range endless {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 1)
		drawn := make(chan string, 1)
		go func() { drawn <- New().Render(prose.FromMarkdown(s), 40, dark) }()
		select {
		case out := <-drawn:
			if hostile.MatchString(out) {
				t.Errorf("%q comes out as %q", s, out)
			}
		case <-time.After(patience):
			t.Fatalf("%.200q is not drawn after %v", s, patience)
		}
	})
}

// endless are texts for which the renderer alone takes from seconds to years.
var endless = map[string]string{
	"quotations":            strings.Repeat(">", 200) + " deep",
	"quotations, spaced":    strings.Repeat("> ", 200) + "deep",
	"lists on a line":       strings.Repeat("- ", 512) + "deep",
	"lists by indentation":  indented(200),
	"numbered lists":        strings.Repeat("1. ", 300) + "deep",
	"definitions":           "word\n" + strings.Repeat(": ", 300) + "deep",
	"mixed":                 strings.Repeat("> - ", 150) + "deep",
	"mixed, many lines":     strings.Repeat("> - > - deep\n", 300),
	"quotations in a list":  "- a\n  " + strings.Repeat(">", 200) + " deep",
	"behind an indentation": "   " + strings.Repeat(">", 200) + " deep",
	"headings":              strings.Repeat("# a\n", 4000),
	"underlined headings":   strings.Repeat("a\n-\n", 4000),
	"emphasis":              strings.Repeat("*a_", 60000),
	"emphasis in emphasis":  strings.Repeat("**a ", 20000) + strings.Repeat("a** ", 20000),
	"brackets":              strings.Repeat("[", 100000),
	"links in links":        strings.Repeat("[", 20000) + "a" + strings.Repeat("](b)", 20000),
	"backticks":             strings.Repeat("` `` ", 30000),
	"addresses":             strings.Repeat("<http://a>", 20000),
	"half a tag":            strings.Repeat("<a href=\"", 20000),
	"a wide table":          strings.Repeat("|a", 2000) + "\n" + strings.Repeat("|-", 2000) + strings.Repeat("\na", 2000),
	"many quotations":       strings.Repeat("> a\n\n", 20000),
	"a long word":           strings.Repeat("a", 200000),
	"very many words":       strings.Repeat("word ", 100000),
}

func indented(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	return b.String()
}

// TestWhatIsTooMuchComesAsPlainWords: nobody is left without the text, and what stands beside it keeps its style.
func TestWhatIsTooMuchComesAsPlainWords(t *testing.T) {
	md := "You **must** not.\n\n" + strings.Repeat(">", 200) + " deep\n\nYou *should*."
	out := New().Render(prose.FromMarkdown(md), 40, dark)
	plain := ansi.Strip(out)
	if !strings.Contains(plain, "You must not.") || !strings.Contains(plain, "deep") || !strings.Contains(plain, "You should.") {
		t.Errorf("drawn as\n%s", plain)
	}
	if strings.Contains(plain, "*") || out == plain {
		t.Errorf("the blocks beside it are not styled: %q", out)
	}
}

// TestBlocks holds where a text is parted, and that nothing is lost by it.
func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"paragraphs", "a\nb\n\n\nc", "a\nb|c"},
		{"a list with gaps stays whole", "1. a\n\n2. b\n\n   c\n\nd", "1. a\n\n2. b\n\n   c|d"},
		{"code with a blank line", "```\na\n\n> b\n```\n\nc", "```\na\n\n> b\n```|c"},
		{"a quotation after words", "a\n> b\nc\n\nd", "a|> b\nc|d"},
		{"two quotations", "> a\n>\n> b\n\n> c", "> a\n>\n> b|> c"},
		{"indented code", "a\n\n    b\n\nc", "a\n\n    b|c"},
		{"nothing", "\n \n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(blocksOf(c.text), "|"); got != c.want {
				t.Errorf("%q is parted as %q, want %q", c.text, got, c.want)
			}
		})
	}
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

// TestListsGoOnBelowTheirText and not below their marks, also inside a quotation and another list.
func TestListsGoOnBelowTheirText(t *testing.T) {
	for name, c := range map[string]struct{ markdown, want string }{
		"an item too long for a line": {"- One of many words here\n- Two", "• One of many\n  words here\n• Two"},
		"numbers":                     {"3. One of many words\n9. Two", "3. One of many\n   words\n4. Two"},
		"a list in a list":            {"- One\n  - Two of many words\n  - Three", "• One\n  • Two of\n    many words\n  • Three"},
		"a list in a quotation":       {"> - One of many words here", "│ • One of\n│   many words\n│   here"},
		"an item that goes on":        {"- One\n  and more of it", "• One and more\n  of it"},
		"code with dashes":            {"```\nOne\n- two\n```", "One\n- two"},
		"a list below a line":         {"One\n- two", "One\n• two"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ansi.Strip(New().Render(prose.FromMarkdown(c.markdown), 14, theme.New(theme.Mono, true))); got != c.want {
				t.Errorf("%q is drawn as\n%s\nwant\n%s", c.markdown, got, c.want)
			}
		})
	}
}

// TestEmphasisIsBoldWithoutColours, but for a paragraph that stands aside.
func TestEmphasisIsBoldWithoutColours(t *testing.T) {
	for source, want := range map[string]string{
		"You *must* ask.":              "You \x1b[1mmust\x1b[m ask.",
		"*A regulator, paragraph 1*":   "A regulator, paragraph 1",
		"An [address](https://a.org).": "An address https://a.org.",
	} {
		got := New().Render(prose.FromMarkdown(source), 60, theme.New(theme.Mono, true))
		if got = strings.ReplaceAll(got, "\x1b[0m", "\x1b[m"); got != want {
			t.Errorf("%s is drawn as %q, want %q", source, got, want)
		}
	}
}
