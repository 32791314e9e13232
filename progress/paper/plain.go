// Plain lines: what a document says, for whoever hears it. A row of a table is a sentence, and a bar is its figure.

package paper

import (
	"fmt"
	"strings"
)

// Plain puts a document in lines of words alone: nothing in it has to be looked at, and no line has to be seen beside another.
func Plain(d Document) string {
	parts := plainBlocks(d.clean().Blocks)
	if d.Meta.Footer != "" {
		parts = append(parts, strings.ReplaceAll(cleanText(d.Meta.Footer), " · ", ", "))
	}
	return strings.Join(parts, "\n\n")
}

func plainBlocks(blocks []Block) (parts []string) {
	put := func(lines ...string) {
		if said := strings.TrimSpace(strings.Join(lines, "\n")); said != "" {
			parts = append(parts, said)
		}
	}
	for _, block := range blocks {
		switch x := block.(type) {
		case Title:
			put(x.Text, x.Sub)
		case Heading:
			put(x.Text)
		case Paragraph:
			said := ""
			for _, r := range x.Runs {
				said += r.Text
			}
			put(said)
		case Facts:
			put(each(x, func(f Fact) string { return f.Label + ": " + f.Value })...)
		case Table:
			put(plainTable(x)...)
		case Chart:
			put(plainChart(x)...)
		case List:
			put(plainList(x)...)
		case Cards:
			put(each(x.Cards, func(card Card) string { return strings.Trim(card.Big+": "+card.Says, ": ") })...)
		case Quote:
			put(x.Text)
		case Notice:
			put(x.Text)
		case Together:
			parts = append(parts, plainBlocks(x)...)
		}
	}
	return parts
}

// plainTable is a line for each row: its name, and each further cell behind the heading of its column.
func plainTable(t Table) (lines []string) {
	if t.Caption != "" {
		lines = append(lines, t.Caption)
	}
	for _, row := range t.Rows {
		var cells []string
		for i, cell := range row {
			if cell != "" && i > 0 && i < len(t.Head) && t.Head[i] != "" {
				cell = strings.ToLower(t.Head[i]) + " " + cell
			}
			if cell != "" {
				cells = append(cells, cell)
			}
		}
		lines = append(lines, strings.Join(cells, "; "))
	}
	return lines
}

// plainChart is a line for each bar, with what it was before.
func plainChart(c Chart) (lines []string) {
	if c.Caption != "" {
		lines = append(lines, c.Caption)
	}
	for _, bar := range c.Bars {
		said := bar.Label + ": "
		if bar.Before != nil {
			said += bar.Before.Text + ", then "
		}
		lines = append(lines, said+bar.Text)
	}
	return lines
}

func plainList(list List) (lines []string) {
	for i, item := range list.Items {
		if list.Ordered {
			item = fmt.Sprintf("%d. %s", i+1, item)
		}
		lines = append(lines, item)
	}
	return lines
}
