// HTML: one file that needs no other, has no script, and prints well. Nothing from outside reaches it unescaped.

package paper

import (
	"crypto/sha256"
	_ "embed" // for the style sheet
	"encoding/base64"
	"fmt"
	"html"
	"slices"
	"strings"
)

//go:embed style.css
var styleSheet string

// cardSheet is the style of cards. It is apart because a certificate is compared with the page that is made of it: whatever it is styled by has
// to stay as it was.
//
//go:embed cards.css
var cardSheet string

// printSheet sets a page closer when it is printed. It is apart for the same reason.
//
//go:embed print.css
var printSheet string

// screenSheet is for narrow screens and for dark ones. It is apart for the same reason.
//
//go:embed screen.css
var screenSheet string

// HTML puts a document in a page that stands alone. Its policy lets a browser run and fetch nothing.
func HTML(d Document) []byte {
	d = d.clean()
	var b strings.Builder
	htmlHead(&b, d.Meta, styleOf(d))
	b.WriteString("<body>\n<main>\n")
	htmlBlocks(&b, d.Blocks)
	b.WriteString("</main>\n")
	if d.Meta.Footer != "" {
		fmt.Fprintf(&b, "<footer><p>%s</p></footer>\n", safe(d.Meta.Footer))
	}
	if d.Meta.Carries != nil {
		htmlAttachment(&b, *d.Meta.Carries)
	}
	b.WriteString("</body>\n</html>\n")
	return []byte(b.String())
}

// htmlHead writes all before the body. The policy names the style sheet by its digest, so not even a style can be added.
func htmlHead(b *strings.Builder, m Meta, style string) {
	digest := sha256.Sum256([]byte(style))
	fmt.Fprintf(b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", safe(m.Language))
	fmt.Fprintf(b, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; "+
		"base-uri 'none'; form-action 'none'\">\n", base64.StdEncoding.EncodeToString(digest[:]))
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	for _, x := range []Fact{{"author", m.Author}, {"description", m.Subject}, {"generator", m.Program}} {
		if x.Value != "" {
			fmt.Fprintf(b, "<meta name=\"%s\" content=\"%s\">\n", x.Label, safe(x.Value))
		}
	}
	if !m.Date.IsZero() {
		fmt.Fprintf(b, "<meta name=\"date\" content=\"%s\">\n", m.Date.UTC().Format("2006-01-02"))
	}
	fmt.Fprintf(b, "<title>%s</title>\n<style>%s</style>\n</head>\n", safe(m.Title), style)
}

// styleOf is the style sheet of a document.
func styleOf(d Document) string {
	cards := slices.ContainsFunc(d.Blocks, func(b Block) bool { _, cards := b.(Cards); return cards })
	switch {
	case cards:
		return styleSheet + cardSheet
	case d.Meta.Roomy:
		return styleSheet
	case d.Meta.Screen:
		return styleSheet + printSheet + screenSheet
	}
	return styleSheet + printSheet
}

func htmlBlocks(b *strings.Builder, blocks []Block) {
	for _, block := range blocks {
		switch x := block.(type) {
		case Title:
			fmt.Fprintf(b, "<h1>%s</h1>\n", safe(x.Text))
			if x.Sub != "" {
				fmt.Fprintf(b, "<p class=\"sub\">%s</p>\n", safe(x.Sub))
			}
		case Heading:
			fmt.Fprintf(b, "<h%d>%s</h%[1]d>\n", x.Level+1, safe(x.Text))
		case Paragraph:
			htmlParagraph(b, x)
		case Facts:
			htmlFacts(b, x)
		case Table:
			htmlTable(b, x)
		case Chart:
			htmlChart(b, x)
		case List:
			htmlList(b, x)
		case Cards:
			htmlCards(b, x)
		case Quote:
			fmt.Fprintf(b, "<blockquote>%s</blockquote>\n", htmlLines(x.Text))
		case Notice:
			fmt.Fprintf(b, "<p class=\"notice\">%s</p>\n", safe(x.Text))
		case Together:
			b.WriteString("<div class=\"together\">\n")
			htmlBlocks(b, x)
			b.WriteString("</div>\n")
		case PageBreak:
			b.WriteString("<hr class=\"page\">\n")
		}
	}
}

func htmlParagraph(b *strings.Builder, p Paragraph) {
	b.WriteString("<p")
	if p.Small {
		b.WriteString(` class="small"`)
	}
	b.WriteString(">")
	for _, r := range p.Runs {
		if r.Bold {
			fmt.Fprintf(b, "<strong>%s</strong>", safe(r.Text))
		} else {
			b.WriteString(safe(r.Text))
		}
	}
	b.WriteString("</p>\n")
}

func htmlFacts(b *strings.Builder, facts Facts) {
	b.WriteString("<table class=\"facts\">\n<tbody>\n")
	for _, f := range facts {
		fmt.Fprintf(b, "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", safe(f.Label), safe(f.Value))
	}
	b.WriteString("</tbody>\n</table>\n")
}

func htmlTable(b *strings.Builder, t Table) {
	b.WriteString("<table")
	if t.Tall {
		b.WriteString(` class="tall"`)
	}
	b.WriteString(">\n")
	if t.Caption != "" {
		fmt.Fprintf(b, "<caption>%s</caption>\n", safe(t.Caption))
	}
	b.WriteString("<thead>\n<tr>")
	for i, cell := range t.Head {
		fmt.Fprintf(b, "<th scope=\"col\"%s>%s</th>", t.class(i), safe(cell))
	}
	b.WriteString("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr>")
		for i, cell := range row {
			tag := `td`
			if i == 0 {
				tag = `th scope="row"`
			}
			fmt.Fprintf(b, "<%s%s>%s</%s>", tag, t.class(i), safe(cell), tag[:2])
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n")
}

func (t Table) class(column int) string {
	if slices.Contains(t.Right, column) {
		return ` class="right"`
	}
	return ""
}

// htmlChart writes a table: readers who can't see the bars read the words.
func htmlChart(b *strings.Builder, c Chart) {
	b.WriteString("<table class=\"chart\">\n")
	if c.Caption != "" {
		fmt.Fprintf(b, "<caption>%s</caption>\n", safe(c.Caption))
	}
	b.WriteString("<tbody>\n")
	for _, bar := range c.Bars {
		label := fmt.Sprintf("<th scope=\"row\">%s</th>", safe(bar.Label))
		if bar.Before != nil {
			label = fmt.Sprintf("<th scope=\"rowgroup\" rowspan=\"2\">%s</th>", safe(bar.Label))
			fmt.Fprintf(b, "</tbody>\n<tbody>\n<tr class=\"pair\">%s%s</tr>\n<tr>%s</tr>\n", label,
				htmlBar("before", *bar.Before), htmlBar("now", Mark{bar.Value, bar.Text}))
			continue
		}
		fmt.Fprintf(b, "<tr>%s%s</tr>\n", label, htmlBar("now", Mark{bar.Value, bar.Text}))
	}
	b.WriteString("</tbody>\n</table>\n")
}

func htmlBar(class string, m Mark) string {
	return fmt.Sprintf("<td class=\"bar\"><svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"+
		"<rect class=\"track\" width=\"100\" height=\"6\"/><rect class=\"%s\" width=\"%.1f\" height=\"6\"/></svg></td><td>%s</td>",
		class, within(m.Value)*100, safe(m.Text))
}

func htmlList(b *strings.Builder, list List) {
	tag := "ul"
	if list.Ordered {
		tag = "ol"
	}
	fmt.Fprintf(b, "<%s>\n", tag)
	for _, item := range list.Items {
		fmt.Fprintf(b, "<li>%s</li>\n", safe(item))
	}
	fmt.Fprintf(b, "</%s>\n", tag)
}

// htmlCards writes cards that fill the page when they are printed: one to a page, two, or many.
func htmlCards(b *strings.Builder, c Cards) {
	class := "many"
	switch c.Across * c.Down {
	case 1:
		class = "one"
	case 2:
		class = "two"
	}
	fmt.Fprintf(b, "<div class=\"cards %s\">\n", class)
	for _, card := range c.Cards {
		fmt.Fprintf(b, "<div class=\"card\"><p class=\"big\">%s</p><p class=\"small\">%s</p></div>\n", safe(card.Big), safe(card.Says))
	}
	b.WriteString("</div>\n")
}

// htmlLines makes paragraphs of text with empty lines in it, and keeps the other line breaks.
func htmlLines(s string) string {
	var b strings.Builder
	for _, paragraph := range paragraphs(s) {
		fmt.Fprintf(&b, "<p>%s</p>", strings.ReplaceAll(safe(paragraph), "\n", "<br>\n"))
	}
	return b.String()
}

// paragraphs parts text at its empty lines.
func paragraphs(s string) []string {
	var out []string
	var now []string
	for _, l := range append(strings.Split(s, "\n"), "") {
		if l = strings.TrimSpace(l); l != "" {
			now = append(now, l)
		} else if now != nil {
			out, now = append(out, strings.Join(now, "\n")), nil
		}
	}
	return out
}

func safe(s string) string { return html.EscapeString(s) }
