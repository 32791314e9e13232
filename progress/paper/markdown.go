// Markdown: plain enough to read as it is, and with every text escaped so that it is text wherever it is rendered.

package paper

import (
	"fmt"
	"strings"

	"probity/guidance/text"
)

// Markdown puts a document in Markdown, with tables as GitHub has them.
func Markdown(d Document) []byte {
	var b strings.Builder
	markdownBlocks(&b, d.clean().Blocks)
	if d.Meta.Footer != "" {
		fmt.Fprintf(&b, "---\n\n%s\n", escape(cleanText(d.Meta.Footer)))
	}
	return []byte(strings.TrimRight(b.String(), "\n") + "\n")
}

func markdownBlocks(b *strings.Builder, blocks []Block) {
	for _, block := range blocks {
		switch x := block.(type) {
		case Title:
			fmt.Fprintf(b, "# %s\n\n", escape(x.Text))
			if x.Sub != "" {
				fmt.Fprintf(b, "%s\n\n", escape(x.Sub))
			}
		case Heading:
			fmt.Fprintf(b, "%s %s\n\n", strings.Repeat("#", 1+x.Level), escape(x.Text))
		case Paragraph:
			fmt.Fprintf(b, "%s\n\n", strings.TrimSpace(markdownRuns(x.Runs)))
		case Facts:
			markdownFacts(b, x)
		case Table:
			markdownTable(b, x)
		case Chart:
			markdownTable(b, chartTable(x))
		case List:
			markdownList(b, x)
		case Cards:
			markdownTable(b, cardTable(x))
		case Quote:
			fmt.Fprintf(b, "> %s\n\n", strings.ReplaceAll(escapeLines(x.Text), "\n", "\n> "))
		case Notice:
			fmt.Fprintf(b, "> **%s**\n\n", escape(x.Text))
		case Together:
			markdownBlocks(b, x)
		case PageBreak:
			b.WriteString("---\n\n")
		}
	}
}

func markdownRuns(runs []Run) string {
	var b strings.Builder
	for i, r := range runs {
		text := escape(r.Text)
		if i > 0 && strings.HasPrefix(r.Text, " ") {
			b.WriteString(" ")
		}
		if r.Bold && text != "" {
			text = "**" + text + "**"
		}
		b.WriteString(text)
		if i+1 < len(runs) && strings.HasSuffix(r.Text, " ") {
			b.WriteString(" ")
		}
	}
	return b.String()
}

func markdownFacts(b *strings.Builder, facts Facts) {
	for _, f := range facts {
		fmt.Fprintf(b, "- **%s:** %s\n", escape(f.Label), escape(f.Value))
	}
	b.WriteString("\n")
}

func markdownList(b *strings.Builder, list List) {
	for i, item := range list.Items {
		sign := "-"
		if list.Ordered {
			sign = fmt.Sprintf("%d.", i+1)
		}
		fmt.Fprintf(b, "%s %s\n", sign, escape(item))
	}
	b.WriteString("\n")
}

func markdownTable(b *strings.Builder, t Table) {
	if t.Caption != "" {
		fmt.Fprintf(b, "**%s**\n\n", escape(t.Caption))
	}
	rule := each(t.Head, func(string) string { return "---" })
	for _, i := range t.Right {
		if i >= 0 && i < len(rule) {
			rule[i] = "---:"
		}
	}
	fmt.Fprintf(b, "| %s |\n| %s |\n", strings.Join(each(t.Head, escape), " | "), strings.Join(rule, " | "))
	for _, row := range t.Rows {
		fmt.Fprintf(b, "| %s |\n", strings.Join(each(row, escape), " | "))
	}
	b.WriteString("\n")
}

// chartTable is a chart as a table, with bars of ten cells.
func chartTable(c Chart) Table {
	t := Table{Caption: c.Caption, Head: []string{"", "", ""}}
	for _, bar := range c.Bars {
		label := bar.Label
		if bar.Before != nil {
			t.Rows = append(t.Rows, []string{label, cells(bar.Before.Value), bar.Before.Text})
			label = ""
		}
		t.Rows = append(t.Rows, []string{label, cells(bar.Value), bar.Text})
	}
	return t
}

// cardTable is cards as a table, a card to a row.
func cardTable(c Cards) Table {
	return Table{Head: []string{"", ""}, Rows: each(c.Cards, func(card Card) []string { return []string{card.Big, card.Says} })}
}

func cells(value float64) string {
	full := int(within(value)*10 + 0.5)
	return strings.Repeat("█", full) + strings.Repeat("░", 10-full)
}

// within is a value as a bar can show it.
func within(value float64) float64 {
	if !(value > 0) { // and what is no number
		return 0
	}
	return min(value, 1)
}

var (
	signs = text.Expression("[\\\\`*_\\[\\]<>&|~@^]")
	// What makes something of a line by standing first: headings, lists, quotations, rules, indented code.
	first = text.Expression(`^([#+=-]|\d{1,9}[.)](?:\s|$))`)
	// What some renderers make links of.
	address = text.Expression(`(?i)www\.|:/|mailto:|xmpp:`)
)

// escape makes text inert, on one line: no character of it is Markdown's or HTML's.
func escape(s string) string {
	s = signs().ReplaceAllString(text.Line(s), `\$0`)
	s = address().ReplaceAllStringFunc(s, func(m string) string {
		i := strings.IndexAny(m, ".:")
		return m[:i] + `\` + m[i:]
	})
	return first().ReplaceAllStringFunc(s, func(m string) string {
		i := strings.IndexAny(m, "#+=-.)")
		return m[:i] + `\` + m[i:]
	})
}

// escapeLines is escape with the line breaks kept, one empty line at a time.
func escapeLines(s string) string {
	lines := each(strings.Split(strings.TrimSpace(s), "\n"), escape)
	var out []string
	for i, l := range lines {
		if l == "" && i > 0 && lines[i-1] == "" {
			continue
		}
		if l != "" && i+1 < len(lines) && lines[i+1] != "" {
			l += `\` // a break within the paragraph
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}
