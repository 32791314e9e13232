package chart

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// glyphs are the digits as three by five points; a colon is one point wide, a minus two.
func glyphs() map[rune][5]string {
	return map[rune][5]string{
		'0': {"###", "# #", "# #", "# #", "###"},
		'1': {" # ", "## ", " # ", " # ", "###"},
		'2': {"###", "  #", "###", "#  ", "###"},
		'3': {"###", "  #", " ##", "  #", "###"},
		'4': {"# #", "# #", "###", "  #", "  #"},
		'5': {"###", "#  ", "###", "  #", "###"},
		'6': {"###", "#  ", "###", "# #", "###"},
		'7': {"###", "  #", "  #", "  #", "  #"},
		'8': {"###", "# #", "###", "# #", "###"},
		'9': {"###", "# #", "###", "  #", "###"},
		':': {" ", "#", " ", "#", " "},
		'−': {"  ", "  ", "##", "  ", "  "},
	}
}

// Big writes digits, colons and a minus to be read from far away. A point is 2 × size cells wide and size lines high; size 0 is the
// smallest, three lines high. Other characters are left out.
func Big(text string, size int, style lipgloss.Style) string {
	points, known := make([]string, 5), glyphs()
	for _, r := range text {
		glyph, ok := known[r]
		for i := range points {
			if ok && points[i] != "" {
				points[i] += " "
			}
			points[i] += glyph[i]
		}
	}
	lines := halves(points)
	if size > 0 {
		lines = blocks(points, size)
	}
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return strings.Join(lines, "\n")
}

// blocks draws each point as so many whole cells.
func blocks(points []string, size int) []string {
	var lines []string
	for _, row := range points {
		var b strings.Builder
		for _, p := range row {
			b.WriteString(strings.Repeat(strings.ReplaceAll(string(p), "#", "█"), 2*size))
		}
		for range size {
			lines = append(lines, b.String())
		}
	}
	return lines
}

// halves draws two points in each cell.
func halves(points []string) []string {
	signs := map[string]string{"  ": " ", "# ": "▀", " #": "▄", "##": "█"}
	var lines []string
	for i := 0; i < len(points); i += 2 {
		var b strings.Builder
		for x := range points[i] {
			under := " "
			if i+1 < len(points) {
				under = points[i+1][x : x+1]
			}
			b.WriteString(signs[points[i][x:x+1]+under])
		}
		lines = append(lines, b.String())
	}
	return lines
}

// Pair is a share before and the same after, as two bars that are told apart without colour.
func Pair(before, after float64, width int, style lipgloss.Style) (first, second string) {
	return style.Render(strings.Repeat("▒", filled(before, width))), style.Render(strings.Repeat("█", filled(after, width)))
}

// Thick is a share of 1 as a bar that leaves the rest of the line empty, to be read from far away. A share above 0 takes one cell at least.
func Thick(share float64, width int, style lipgloss.Style) string {
	return style.Render(strings.Repeat("█", filled(share, width)))
}

// filled is how many cells a share takes; one at least, unless it is nought.
func filled(share float64, width int) int {
	if share <= 0 || width < 1 {
		return 0
	}
	return max(1, min(width, int(share*float64(width)+0.5)))
}
