package markup

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"probity/guidance/fuzztest"
)

func TestHTMLBecomesMarkdown(t *testing.T) {
	for _, c := range []struct{ name, html, want, lost string }{
		{"words", "<p>You are  on\tcall.</p>", "You are on call.", ""},
		{"paragraphs and breaks", "<p>a<br>b</p><div>c<br /><br />d<br></div>e", "a\\\nb\n\nc\n\nd\n\ne", ""},
		{"bold and italics", "a <b>b</b> <em>c <strong>d</strong></em> e<i>f</i>g", "a **b** *c **d*** e*f*g", ""},
		{"bold that ends with a colon", "<strong>Note:</strong>all", "**Note**:all", ""},
		{"bold that ends with a backslash", `a <b>b\</b> c\<i>d</i>`, `a **b\\** c\\*d*`, ""},
		{"bold beside stars", "a <b>* b *</b> c", `a **\* b \*** c`, ""},
		{"a link behind an exclamation mark", `a!<a href="https://example.org/">b</a>!`, `a\![b](https://example.org/)!`, ""},
		{"a blank within bold", "a<b> b </b>c", "a **b** c", ""},
		{"lists", "<ul><li>a</li><li>b<ol start=3><li>c</li><li>d</li></ol></li></ul><ul><li>e</li></ul>", "- a\n\n- b\n\n  3. c\n  4. d\n\n* e", ""},
		{"a list of paragraphs", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>", "- a\n\n  b\n\n- c", ""},
		{"a quotation", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote><h2>c<br>d</h2>", "> a\n>\n> - b\n\n## c d", ""},
		{"code", "<code>a*b</code> and <code>c`d</code>", "`a*b` and ``c`d``", ""},
		{"a link", `<a href="https://example.org/a_(b)?c=d&amp;e">f [g]</a>`, `[f \[g\]](https://example.org/a_%28b%29?c=d&e)`, ""},
		{"a link that shows its address", `<a href="https://example.org/a">https://example.org/a</a>`, "<https://example.org/a>", ""},
		{"a script for a link", `<a href="javascript:alert(1)">a</a>`, "a", "address of a link"},
		{"data for a link", `<a href="data:text/html,x">a</a>`, "a", "address of a link"},
		{"a script", "a<script>b</script><style>c</style>d", "ad", "<script> is left out"},
		{"a script that never ends", "a<script>b", "a", "<script> is left out"},
		{"handlers", `<p onclick="x()">a</p>`, "a", ""},
		{"signs that would be Markdown", "*a* _b_ `c` [d](e) &lt;b&gt; &amp;amp; \\*", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b> \\&amp; \\\\\\*", ""},
		{"signs that would not", "A&amp;E, 5 * 3 &lt; 20, some_drug_name, a [b] c", "A&E, 5 * 3 < 20, some_drug_name, a [b] c", ""},
		{"lines that would be lists", "<p>1. a</p><p>- b</p><p># c</p><p>&gt; d</p><p>===</p><p>12) e<br>+ f</p>", "1\\. a\n\n\\- b\n\n\\# c\n\n\\> d\n\n\\===\n\n12\\) e\\\n\\+ f", ""},
		{"a lowered number", "H<sub>2</sub>O, 10<sup>-9</sup>, x<sub>max</sub>", "H₂O, 10⁻⁹, x" + "max", "“max” was lowered"},
		{"a picture", `see <img src="@@PLUGINFILE@@/arm%20left.png" alt="an arm">`, "see [an arm]", "a picture is left out: arm%20left.png"},
		{"a picture in the text", `a<img src="data:image/png;base64,AAAA">`, "a", "stands in the text itself"},
		{"a table", "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>", "a · b\n\nc · d", "a table"},
		{"TeX", `\(a_1\) and $$b$$`, `\\(a_1\\) and $$b$$`, "a formula (TeX)"},
		{"MathML", "<math><mi>x</mi><mo>=</mo></math>", "x=", "a formula (MathML)"},
		{"films", "a<video src=b>c</video><iframe src=d>e</iframe>", "ac", "<video> is left out"},
		{"two languages", `<span lang="en" class="multilang">a</span><span lang="cy" class="multilang">b</span>`, "ab", "several languages"},
		{"struck out", "<del>a</del> <u>b</u>", "a b", "<del> is left out"},
		{"text that turns", "a\u202eb\u200fc", "abc", "U+202E"},
		{"blanks that are not broken", "5\u00a0mg&nbsp;&nbsp;a<p>&nbsp;</p>", "5\u00a0mg a", ""},
		{"tags that do not close", "<b>a<p>b", "**a**\n\n**b**", ""},
		{"tags that close what is not open", "</b></ul></blockquote>a</div>", "a", ""},
		{"what is no tag", "a < b, 2 <3", `a < b, 2 <3`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var n lost
			var p Reader
			got := p.Read(c.html, HTML, 7, n.note)
			if got != c.want {
				t.Errorf("%q became\n%q, want\n%q", c.html, got, c.want)
			}
			checkLost(t, n, c.lost)
		})
	}
}

// lost is what was not kept.
type lost []struct {
	line int
	says string
}

func (l *lost) note(line int, says string) {
	*l = append(*l, struct {
		line int
		says string
	}{line, says})
}

// checkLost fails where nothing is named that should be, or anything where nothing should.
func checkLost(t *testing.T, n lost, want string) {
	t.Helper()
	var says []string
	for _, l := range n {
		says = append(says, l.says)
		if l.line < 7 {
			t.Errorf("%q is said of line %d", l.says, l.line)
		}
	}
	if all := strings.Join(says, "; "); !strings.Contains(all, want) || (all == "") != (want == "") {
		t.Errorf("%q is named, want %q", all, want)
	}
}

func TestEachFormatIsRead(t *testing.T) {
	for _, c := range []struct {
		form       Form
		text, want string
	}{
		{Plain, "a <b>\n*c*", "a \\<b>\\\n\\*c\\*"},
		{Breaks, "a <b>b</b>\nc\n\nd", "a **b**\\\nc\n\nd"},
		{Markdown, "a *b*\n\n* c\n* <i>d</i> <script>e</script>", "a *b*\n\n- c\n- *d* "},
		{Markdown, "```\na\nb\n```", "`a b`"},
		{OldWiki, "a <b>", "a \\<b>"},
	} {
		var n lost
		var p Reader
		if got := p.Read(c.text, c.form, 7, n.note); got != strings.TrimSpace(c.want) {
			t.Errorf("%d: %q became %q, want %q", c.form, c.text, got, c.want)
		}
	}
}

func TestLinesOfATextAreCounted(t *testing.T) {
	var n lost
	var p Reader
	p.Read("a\n<img\n src=x>\n<script>\n\n</script>\n<video>", HTML, 10, n.note)
	got := []int{}
	for _, l := range n {
		got = append(got, l.line)
	}
	if len(got) != 3 || got[0] != 11 || got[1] != 13 || got[2] != 16 {
		t.Errorf("lines %v of %v", got, n)
	}
}

// TestMarksHoldBesideEverySign: what is bold, italic, code or a link stays so, whatever sign it ends with, begins with or stands beside.
func TestMarksHoldBesideEverySign(t *testing.T) {
	frames := []string{"<b>%</b>", "<b>% a</b> b", "<b>a %</b>", "a <b>b%</b> c", "a <b>%b</b> c", "a <b>% b</b> c", "a <b>b %</b> c", "a <b>%</b> b", "a%<b>b</b> c", "a %<b>b</b> c", "a <b>b</b>% c", "a <b>b</b> %c",
		"a <b>b%<br>c</b>", "a <b>b<br>% c</b>", "a <i>b%<b>c</b></i> d", "a <i><b>b</b>%c</i> d", "a%<code>b</code>", "<code>a</code>% b",
		"a <a href='https://x.org/'>% b</a> c", "a <a href='https://x.org/'>b%</a> c", "a%<a href='https://x.org/'>b</a> c"}
	for _, frame := range frames {
		for _, sign := range strings.Split("\\ * _ ` [ ] &lt; &amp; ~ ! # - + 1. &gt; | = : ( ) \" ' ? ; \\* *\\ !! ~~ ** \\!", " ") {
			var n lost
			var p Reader
			p.Read(strings.ReplaceAll(frame, "%", sign), HTML, 7, n.note)
			if len(n) > 0 {
				t.Errorf("%s with %s: %v", frame, sign, n)
			}
		}
	}
}

// TestAnyHTMLIsTextThatHolds: whatever stands in a file, its Markdown is read as itself, and has nothing that runs.
func TestAnyHTMLIsTextThatHolds(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "b ", " ", "\n", "*", "_", "`", "[", "](", "]", "<b>", "</b>", "<i>", "</i>", "<ul>", "<ol>", "<li>", "</li>", "</ul>",
		"</ol>", "<p>", "</p>", "<br>", "<blockquote>", "</blockquote>", "&lt;", "&amp;lt;", "\\", "1.", "-", "+", "#", ">", "|", "~~", "=", "---", ":", "!", "<h2>",
		"</h2>", "<code>", "</code>", `<a href="https://x.org/">`, "</a>", "<sub>2</sub>", "é", "\u00a0", "<table>", "<tr>", "<td>", "(", ")", ".", "“", "”", ",",
		"<script>", "</script>", "http://y.org", "    ", "<pre>", "</pre>"})
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(piece, 0, 25).Draw(t, "pieces"), "")
		holdsStill(t, source)
	})
}

// holdsStill fails where the Markdown of a text, written and read again, is another.
func holdsStill(t interface{ Errorf(string, ...any) }, source string) {
	var p Reader
	markdown := p.Read(source, HTML, 7, nil)
	html := p.Write(markdown)
	if again := p.Read(html, HTML, 7, nil); again != markdown {
		t.Errorf("%q became\n%q, then\n%q, then\n%q", source, markdown, html, again)
	}
	if low := strings.ToLower(html); strings.Contains(low, "<script") || strings.Contains(low, "javascript:") && strings.Contains(low, "href=\"javascript") {
		t.Errorf("%q became %q", source, html)
	}
}

// FuzzText: a text of any kind is Markdown that holds.
func FuzzText(f *testing.F) {
	for _, s := range []string{"<p>a <b>b</b>,c</p>", "<ol start=2><li>a<ul><li>b</ol>c", "**a* _b_ [c](d) <e> &amp; 1. f", "<a href='https://x.org/'>g <i>h</i></a>", "a<br>\\<br>b", "<blockquote># c</blockquote>", ">\u200d\xf0"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		fuzztest.Within(t, len(source), 1)
		holdsStill(t, source)
	})
}

// TestSealedMarkdownRunsNothing, whoever renders it: there are words and marks in it, and no HTML, picture, script or address of one.
func TestSealedMarkdownRunsNothing(t *testing.T) {
	for in, want := range map[string]string{
		"You are *on* **call**.\nStill.\n\n- a\n- b": "You are *on* **call**.\nStill.\n\n- a\n- b",
		"a <script>b</script> <!-- c":                `a \<script>b\</script> \<!-- c`,
		"<img src=x onerror=y>":                      `\<img src=x onerror=y>`,
		"![a](http://b/c.png)":                       "a",
		"[a](javascript:b) [c](file:///d)":           "a c",
		"[a](https://b.example)":                     "[a](https://b.example)",
		"a&#27;[2J &amp;lt;b>":                       `a[2J \&lt;b>`,
		"`<b>`":                                      "`<b>`",
	} {
		if got := Sealed(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestWhatAReferenceStandsForIsCleaned: it is a character once it is written as HTML.
func TestWhatAReferenceStandsForIsCleaned(t *testing.T) {
	var r Reader
	if got := r.Write("a&#27;[2J&#x202e;b&#155;"); got != "<p>a[2Jb</p>" {
		t.Errorf("it is %q", got)
	}
}
