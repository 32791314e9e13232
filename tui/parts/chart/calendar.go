package chart

import (
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
)

// shades are the signs of a day in a calendar, from none to most.
const shades = "·░▒▓█"

// Calendar is the weeks up to today as columns, Monday at the top, as many as there is room for and a year's at the most.
// shade says how much a day, given as its midnight, holds: from 0, nothing, to 4.
func Calendar(today time.Time, width int, shade func(day time.Time) int, th *theme.Theme) string {
	const margin, year = 6, 53
	weeks := min(year, width-margin)
	if weeks < 4 {
		return ""
	}
	y, m, d := today.Date()
	monday := time.Date(y, m, d-(int(today.Weekday())+6)%7-7*(weeks-1), 0, 0, 0, 0, today.Location())
	lines := []string{strings.Repeat(" ", margin) + th.Faint.Render(months(monday, weeks))}
	for row, name := range []string{"Mon", "", "Wed", "", "Fri", "", "Sun"} {
		var line strings.Builder
		for week := range weeks {
			day := monday.AddDate(0, 0, 7*week+row)
			switch n := shade(day); {
			case day.After(today):
				line.WriteByte(' ')
			case n == 0:
				line.WriteString(th.Rule.Render("·"))
			default:
				line.WriteString(th.Accent.Render(string([]rune(shades)[min(n, 4)])))
			}
		}
		lines = append(lines, "  "+th.Faint.Render(name)+strings.Repeat(" ", margin-2-len(name))+line.String())
	}
	return strings.Join(lines, "\n")
}

// months is the names of months over the weeks in which they begin.
func months(monday time.Time, weeks int) string {
	line := ""
	for week := range weeks {
		first := monday.AddDate(0, 0, 7*week)
		begins := week == 0 && first.Day() < 15 || first.Day() <= 7
		if begins && ansi.StringWidth(line) <= week && week+3 <= weeks {
			line += strings.Repeat(" ", week-ansi.StringWidth(line)) + first.Format("Jan") + " "
		}
	}
	return strings.TrimRight(line, " ")
}
