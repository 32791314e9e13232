// Plain text and HTML as Markdown, until the package markup does it.

package gift

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

var (
	acts      = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "#", `\#`, "~", `\~`)
	lineBegin = regexp.MustCompile(`(?m)^([ \t]*)([-+>=|:])|^([ \t]*[0-9]+)([.)])`)
)

// fromPlain is text as Markdown that shows it, line by line.
func fromPlain(s string) string {
	s = lineBegin.ReplaceAllString(acts.Replace(s), `$1$3\$2$4`)
	paragraphs := strings.Split(s, "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.ReplaceAll(strings.Trim(p, "\n"), "\n", "\\\n")
	}
	return strings.Join(paragraphs, "\n\n")
}

// fromHTML is the words of HTML, in paragraphs.
func fromHTML(s string) (markdown string, lost []string) {
	var out strings.Builder
	page := html.NewTokenizer(strings.NewReader(s))
	hidden := "" // an element whose words are not shown
	for {
		switch page.Next() {
		case html.ErrorToken:
			return fromPlain(strings.TrimSpace(manyBreaks.ReplaceAllString(out.String(), "\n\n"))), lost
		case html.TextToken:
			if words := string(page.Text()); hidden == "" {
				out.WriteString(blanks.ReplaceAllString(words, " "))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			token := page.Token()
			switch name := token.Data; {
			case name == hidden && token.Type == html.EndTagToken:
				hidden = ""
			case slices.Contains([]string{"script", "style", "title"}, name) && token.Type == html.StartTagToken:
				hidden = name
			case name == "br":
				out.WriteString("\n")
			case slices.Contains([]string{"p", "div", "li", "ul", "ol", "pre", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}, name):
				out.WriteString("\n\n")
			}
			if says := "emphasis, links, lists, tables and pictures of a text in HTML are left out, and its words are kept"; lost == nil &&
				!slices.Contains([]string{"p", "div", "span", "br"}, token.Data) {
				lost = append(lost, says)
			}
		}
	}
}

var (
	blanks     = regexp.MustCompile(`[ \t\n]+`)
	manyBreaks = regexp.MustCompile(`[ \t]*\n[ \t]*\n[ \t\n]*`)
)
