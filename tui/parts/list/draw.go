package list

import (
	"slices"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/parts/pane"
)

// The widths of a row, in cells.
const (
	cursorRoom = 4  // before an item's key, or its text where it has none
	gap        = 3  // between a text and its note
	leastBrief = 12 // what is left of a note that is cut
	leastText  = 28 // what is left of a line of a text that is broken for the bar beside it
)

// draw lays the list out anew, and notes on which lines each item stands.
func (l *lines) draw() {
	if l.frame.Theme == nil { // filled before the first layout
		return
	}
	var blocks []pane.Block
	if l.intro != "" {
		blocks = pane.Paragraphs(l.intro)
		blocks[0].Head = !strings.Contains(strings.Trim(blocks[0].Text, "\n"), "\n") // a title, or a field
	}
	first := len(blocks)
	l.spans = l.spans[:0]
	notesAt, heading := 0, ""
	for i, item := range l.items {
		if i == 0 || item.Heading != "" {
			notesAt, heading = l.notesAt(group(l.items[i:])), l.repeated(item.Heading)
		}
		above, row := l.above(item, i), l.row(item, i == l.at, notesAt)
		from := strings.Count(strings.TrimLeft(above, "\n"), "\n") // within the block
		l.spans = append(l.spans, [2]int{from, from + strings.Count(row, "\n")})
		block := pane.Block{Text: above + row}
		if item.Heading == "" && item.Above == "" {
			block.Over = heading
		}
		blocks = append(blocks, block)
	}
	if l.outro != "" {
		blocks = append(blocks, pane.Paragraphs("\n"+l.outro)...)
	}
	at := l.pane.SetBlocks(blocks)
	if first > 0 {
		l.begin = at[0]
	}
	for i := range l.spans {
		l.spans[i][0] += at[first+i]
		l.spans[i][1] += at[first+i]
	}
}

// repeated is a heading in one line, as it stands above those of its group that begin a card; "" for none.
func (l *lines) repeated(heading string) string {
	if heading == "" {
		return ""
	}
	return "  " + l.frame.Theme.Heading.Render(cells.Clip(heading, l.frame.Width-2))
}

// above is what stands above an item's row: lines that each end with a break. Blank ones keep it apart from the item before.
func (l *lines) above(item entry, i int) string {
	above := ""
	if i == 0 && l.intro != "" || i == 0 && item.Heading == "" && len(l.items) != l.frame.Height { // a list that fits whole without it needs none
		above = "\n"
	}
	if item.Above != "" {
		above += "\n" + item.Above + "\n"
	}
	if item.Heading != "" {
		if i > 0 || l.intro == "" {
			above += "\n"
		}
		above += pane.Hang("  ", item.Heading, l.frame.Width, l.frame.Theme.Heading) + "\n"
	}
	return above
}

// group is the first item and those that follow it, up to the next heading.
func group(items []entry) []entry {
	for i := 1; i < len(items); i++ {
		if items[i].Heading != "" {
			return items[:i]
		}
	}
	return items
}

// notesAt is the column at which the notes of a group begin: behind its longest text and its bars. Where that leaves too little
// room for the longest note, texts beside bars are broken. Where that is not enough either, notes stand below the texts, and the
// column is 0.
func (l *lines) notesAt(group []entry) int {
	text, bar, note := l.widths(group)
	beside := text
	for _, item := range group { // as in a list of lines that have keys, if there is room
		if item.Note != "" {
			beside = max(beside, cursorRoom+l.keyWidth()+2+ansi.StringWidth(item.Lead+item.Text))
		}
	}
	for _, at := range []int{beside, text} {
		if column := at + gap + bar; column+note <= l.frame.Width {
			return column
		}
	}
	column := l.frame.Width - note
	if bar > 0 && column >= cursorRoom+leastText+gap+bar || bar == 0 && column > text {
		return column
	}
	return 0
}

// enter is how the key is spelt.
const enter = "enter"

// keyWidth is the width of the column of keys.
func (l *lines) keyWidth() int {
	if slices.ContainsFunc(l.items, func(i entry) bool { return i.Enter }) {
		return len(enter)
	}
	return 1
}

// widths are those of the longest text that has a note with all that stands before it, of the longest bar with the blank behind it, and of the
// longest note.
func (l *lines) widths(group []entry) (text, bar, note int) {
	for _, item := range group {
		if item.Note != "" {
			text, note = max(text, l.textAt(item)+ansi.StringWidth(item.Text)), max(note, noteWidth(item))
		}
		if item.Bar != "" {
			bar = max(bar, ansi.StringWidth(item.Bar)+1)
		}
	}
	return text, bar, note
}

// noteWidth is the room that a note needs: of one that may be cut, no more than shows what it is.
func noteWidth(item entry) int {
	if item.Brief {
		return min(leastBrief, ansi.StringWidth(item.Note))
	}
	return ansi.StringWidth(item.Note)
}

// textAt is the column at which the text of an item begins.
func (l *lines) textAt(item entry) int {
	at := cursorRoom
	if item.Key != "" {
		at += l.keyWidth() + 2
	}
	if item.Lead != "" {
		at += ansi.StringWidth(item.Lead) + 2
	}
	return at
}

// TextRoom is how many cells a text and its note have behind a lead, in a window of a width.
func TextRoom(width int, lead string) int { return RowRoom(min(width, widest), lead) }

// RowRoom is how many cells the text of an item without a note has in a row of its own, behind a lead, in a window of a width.
func RowRoom(width int, lead string) int { return width - cursorRoom - ansi.StringWidth(lead) - 2 }

// row is an item with its note, and with what stands below both.
func (l *lines) row(item entry, here bool, notesAt int) string {
	row, indent := l.noted(item, here, notesAt)
	if item.Below != "" {
		row += "\n" + pane.Hang(strings.Repeat(" ", indent), item.Below, pane.Measure(l.frame.Width), l.frame.Theme.Faint)
	}
	return row
}

// noted is an item with its note: beside the text at a column, or below it where the column is 0. indent is the room before the text.
func (l *lines) noted(item entry, here bool, notesAt int) (row string, indent int) {
	th := l.frame.Theme
	before, style := "    ", th.Text
	if item.Below != "" || item.Note != "" && notesAt == 0 {
		style = th.Over
	}
	if here {
		before, style = "  "+th.Cursor.Render("›")+" ", th.Cursor
	}
	if key := item.Key; key != "" {
		if here && item.Enter {
			key = enter
		}
		before += th.Letter.Render(key) + strings.Repeat(" ", l.keyWidth()-len(key)+2)
	}
	if item.Lead != "" {
		before += style.Render(item.Lead) + "  "
	}
	indent = ansi.StringWidth(before)
	bar := item.Bar
	if bar != "" {
		bar += " "
	}
	switch {
	case item.Note == "":
		return pane.HangFunc(before, item.Text, l.whole, func(line string) string { return l.lit(line, style, item.Strong) }), indent
	case notesAt > 0:
		lines := strings.Split(cells.Wrap(item.Text, max(1, notesAt-ansi.StringWidth(bar)-1-indent)), "\n")
		row = l.beside(before+l.lit(lines[0], style, item.Strong), bar, item, notesAt)
		for _, line := range lines[1:] {
			row += "\n" + strings.Repeat(" ", indent) + l.lit(line, style, item.Strong)
		}
		return row, indent
	}
	return l.hang(before, item.Text, style, item.Strong) + "\n" + l.below(indent, bar, item), indent
}

// beside sets a bar and a note beside a text, so that the note begins at a column.
func (l *lines) beside(text, bar string, item entry, column int) string {
	room := column - ansi.StringWidth(bar)
	space := strings.Repeat(" ", max(1, room-ansi.StringWidth(text)))
	return l.hang(text+space+bar, l.cut(item, column), l.frame.Theme.Faint, item.Strong)
}

// cut is a note as its line has room for it from a column on, where it may be cut.
func (l *lines) cut(item entry, column int) string {
	if !item.Brief {
		return item.Note
	}
	return cells.Clip(item.Note, max(leastBrief, l.frame.Width-column))
}

// below sets a bar and a note on a line of their own; the note alone where there is no room for both.
func (l *lines) below(indent int, bar string, item entry) string {
	before := strings.Repeat(" ", indent)
	if ansi.StringWidth(before+bar+item.Note) <= l.frame.Width {
		before += bar
	}
	return l.hang(before, l.cut(item, ansi.StringWidth(before)), l.frame.Theme.Faint, item.Strong)
}

// hang wraps a text behind what stands before it, with some of its words standing out.
func (l *lines) hang(before, text string, style lipgloss.Style, strong []string) string {
	return pane.HangFunc(before, text, l.frame.Width, func(line string) string { return l.lit(line, style, strong) })
}

// lit is a line in a style, with some of its words standing out.
func (l *lines) lit(line string, style lipgloss.Style, strong []string) string {
	if len(strong) == 0 {
		return style.Render(line)
	}
	var b strings.Builder
	plain := ""
	for i, word := range strings.Split(line, " ") {
		if i > 0 {
			plain += " "
		}
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if bare == "" || !slices.Contains(strong, bare) {
			plain += word
			continue
		}
		before, after, _ := strings.Cut(word, bare)
		b.WriteString(style.Render(plain + before))
		b.WriteString(l.frame.Theme.Strong.Render(bare))
		plain = after
	}
	b.WriteString(style.Render(plain))
	return b.String()
}
