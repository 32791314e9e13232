package chart

import (
	"math"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/parts/theme"
)

// Columns are shares of 1 as columns over a line; shares below 0 hang under it, two lines deep at the most.
type Columns struct {
	Values []float64 // NaN where there is none
	Labels []string  // under the line, each from its own column on, or its first letter; "" for none
	Rows   int       // lines above the line
	Scale  func(share float64) string
}

// hanging is how many lines shares below 0 may take, and what share a line stands for.
const (
	hanging      = 2
	hangingShare = 0.25
)

// Draw draws the columns no wider than width: the latest values where there is no room for all.
func (c Columns) Draw(width int, th *theme.Theme) string {
	margin := max(ansi.StringWidth(c.Scale(1)), ansi.StringWidth(c.Scale(0))) + 2
	room := width - margin - 1 // for the line between the margin and the columns
	if room < 4 || len(c.Values) == 0 {
		return ""
	}
	if over := len(c.Values) - room; over > 0 {
		c.Values, c.Labels = c.Values[over:], c.Labels[min(over, len(c.Labels)):]
	}
	step := max(1, min(4, room/len(c.Values)))
	var lines []string
	for row := c.Rows; row >= 1; row-- {
		lines = append(lines, c.mark(row, margin)+c.row(step, func(v float64) string { return upper(v*float64(c.Rows)-float64(row-1), step) }, th))
	}
	lines = append(lines, pad(c.Scale(0), margin)+th.Rule.Render("┼"+strings.Repeat("─", step*len(c.Values))))
	for row := range c.deepest() {
		lines = append(lines, strings.Repeat(" ", margin+1)+c.row(step, func(v float64) string { return lower(-v/hangingShare-float64(row), step) }, th))
	}
	if under := named(c.Labels, step, room); under != "" {
		lines = append(lines, strings.Repeat(" ", margin+1)+th.Faint.Render(under))
	}
	return strings.Join(lines, "\n")
}

// mark is the margin of a line above: the scale at the top and in the middle.
func (c Columns) mark(row, margin int) string {
	switch {
	case row == c.Rows:
		return pad(c.Scale(1), margin) + "┤"
	case 2*row == c.Rows:
		return pad(c.Scale(0.5), margin) + "┤"
	}
	return strings.Repeat(" ", margin) + "│"
}

// row is one line of all columns.
func (c Columns) row(step int, cell func(v float64) string, th *theme.Theme) string {
	var b strings.Builder
	for _, v := range c.Values {
		if math.IsNaN(v) {
			b.WriteString(strings.Repeat(" ", step))
			continue
		}
		b.WriteString(cell(v))
	}
	return th.Accent.Render(b.String())
}

// deepest is how many lines are needed under the line.
func (c Columns) deepest() int {
	low := 0.0
	for _, v := range c.Values {
		if !math.IsNaN(v) {
			low = min(low, v)
		}
	}
	return int(min(hanging, math.Ceil(-low/hangingShare)))
}

// upper is a cell of a column that fills so much of it from below, in eighths; a gap follows where there is room.
func upper(fill float64, step int) string {
	eighths := []rune(" ▁▂▃▄▅▆▇█")
	return column(eighths[int(max(0, min(1, fill))*8+0.5)], step)
}

// lower is a cell of a column that fills so much of it from above.
func lower(fill float64, step int) string {
	switch {
	case fill <= 0.1:
		return column(' ', step)
	case fill < 0.75:
		return column('▀', step)
	}
	return column('█', step)
}

func column(sign rune, step int) string {
	if step == 1 {
		return string(sign)
	}
	return strings.Repeat(string(sign), step-1) + " "
}

// named is labels in a line of so many cells, each over or under its own column of step cells. One that would reach the next has its first
// letter alone.
func named(labels []string, step, width int) string {
	line, next := "", width
	var shown []string
	for i := len(labels) - 1; i >= 0; i-- {
		label, at := labels[i], i*step
		if label == "" || at >= width {
			continue
		}
		room := next - at
		if next < width {
			room-- // a blank
		}
		if ansi.StringWidth(label) > room {
			label = cells.Cut(label, 1, "")
		}
		if room < ansi.StringWidth(label) || label == "" {
			continue // there is no room for a letter and a blank: the next one is where it stands
		}
		shown, next = append(shown, strings.Repeat(" ", at)+label), at
	}
	for _, label := range slices.Backward(shown) {
		line += label[min(len(label), ansi.StringWidth(line)):]
	}
	return line
}

// pad sets a text at the right of so many cells.
func pad(text string, width int) string {
	return strings.Repeat(" ", max(0, width-ansi.StringWidth(text)-1)) + text + " "
}

// Spark is shares of 1 in one line, a cell for each; those below 0 are as low as 0, and where there is none is a blank.
func Spark(values []float64, th *theme.Theme) string {
	var b strings.Builder
	for _, v := range values {
		if math.IsNaN(v) {
			b.WriteByte(' ')
			continue
		}
		b.WriteRune([]rune("▁▂▃▄▅▆▇█")[int(max(0, min(1, v))*7+0.5)])
	}
	return th.Accent.Render(b.String())
}
