package chart

import (
	"strings"
	"time"

	"probity/tui/parts/theme"
)

// What a calendar takes: cells before its columns, and weeks at the most.
const margin, year = 6, 53

// shades are the signs of a day in a calendar, from none to most.
const shades = "·░▒▓█"

// Calendar is the weeks up to today as columns, Monday at the top, as many as there is room for and a year's at the most.
// shade says how much a day, given as its midnight, holds: from 0, nothing, to 4.
func Calendar(today time.Time, width int, shade func(day time.Time) int, th *theme.Theme) string {
	weeks := min(year, width-margin)
	if weeks < 4 {
		return ""
	}
	monday := firstMonday(today, weeks)
	lines := []string{strings.Repeat(" ", margin) + th.Faint.Render(months(today, weeks, width-margin))}
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

// firstMonday is the day on which so many weeks begin of which today is in the last.
func firstMonday(today time.Time, weeks int) time.Time {
	y, m, d := today.Date()
	return time.Date(y, m, d-(int(today.Weekday())+6)%7-7*(weeks-1), 0, 0, 0, 0, today.Location())
}

// months names each month up to today at the week that has its first day, and the one that was under way at the first week there.
func months(today time.Time, weeks, width int) string {
	monday, labels := firstMonday(today, weeks), make([]string, weeks)
	labels[0] = monday.Format("Jan")
	for week := range weeks {
		sunday := monday.AddDate(0, 0, 7*week+6)
		if first := sunday.AddDate(0, 0, 1-sunday.Day()); sunday.Day() <= 7 && !first.After(today) {
			labels[week] = first.Format("Jan")
		}
	}
	return named(labels, 1, width)
}
