// Tables whose titles do not say where the names are, and lists without titles.

package attendance

import (
	"slices"
	"strings"
	"unicode"
)

// byContent finds the column of the names in a table whose titles do not say it.
func byContent(p part, away string, out *List) {
	var found []int
	for i, c := range p.columns {
		if c == unknown && p.people(i, false) > 0 && 5*p.people(i, false) >= 4*p.filled(i) {
			found = append(found, i)
		}
	}
	if len(found) == 1 && !p.rivalled(found[0], len(p.columns)) {
		table(p, found, away, out)
		return
	}
	for _, r := range p.rows {
		out.leave(r.line, strings.Join(r.filled(), " · "), "no column is called a name: write “Name” above it", true)
	}
}

// untitled reads a list without headings: a table if one column holds the names of people, and plain lines otherwise.
func untitled(p part, out *List) {
	width, same := 0, 0
	for _, r := range p.rows {
		width = max(width, len(r.cells))
	}
	for _, r := range p.rows {
		if len(r.cells) == width || len(r.cells) > 1 && strings.Contains(r.raw, "\t") {
			same++
		}
	}
	var found []int
	for i := range width {
		if n := p.people(i, false); n > 0 && 5*n >= 4*p.filled(i) {
			found = append(found, i)
		}
	}
	listed := !strings.Contains(firstRaw(p.rows), "\t") && (len(p.rows) == 1 || spaced(p.rows))
	switch {
	case toWhom().MatchString(firstRaw(p.rows)):
		lines(p.rows, out)
	case unknownTitles(p.rows):
		out.leave(p.rows[0].line, p.rows[0].raw, "there is no name in it, and it stands where titles do", false)
		byContent(part{columns: make([]column, width), head: p.rows[0], rows: p.rows[1:]}, "", out)
	case width < 2 || len(p.rows) == 1 || 5*same < 4*len(p.rows):
		lines(p.rows, out)
	case len(found) == 1 && !(width == 2 && spaced(p.rows)) && !p.rivalled(found[0], width):
		p.head.cells = make([]string, width)
		table(p, found, "", out)
	case len(found) == 1 && p.rivalled(found[0], width), len(found) > 1 && !listed:
		for _, r := range p.rows {
			out.leave(r.line, r.raw, "two columns may be names: write “Name” above the right one", true)
		}
	default:
		lines(p.rows, out)
	}
}

// rivalled reports whether a column has the same words again and again, and another column of words has different ones in each
// row. Then the first column more likely says where people come from than who they are.
func (p part) rivalled(column, width int) bool {
	if _, apart := p.words(column); apart {
		return false
	}
	for i := range width {
		if all, apart := p.words(i); i != column && all && apart {
			return true
		}
	}
	return false
}

// words reports whether all cells of a column are words without numbers, and whether no two are the same.
func (p part) words(column int) (all, apart bool) {
	seen := map[string]bool{}
	all = true
	for _, r := range p.rows {
		if column >= len(r.cells) {
			return false, false
		}
		cell := strings.TrimSpace(r.cells[column])
		all = all && strings.ContainsFunc(cell, unicode.IsLetter) && !strings.ContainsFunc(cell, unicode.IsDigit) && !strings.Contains(cell, "@")
		seen[folded(cell)] = true
	}
	return all, len(seen) == len(p.rows)
}

// unknownTitles reports whether a list is a table whose first row may be titles that are not known here: all rows have as many
// cells as the first, and no cell of the first row is a name, though cells of other rows are.
func unknownTitles(rows []row) bool {
	if len(rows) < 2 || len(rows[0].filled()) < 3 {
		return false
	}
	somebody := func(r row) bool {
		return slices.ContainsFunc(r.cells, func(c string) bool { return named(c, false).somebody() })
	}
	odd := func(r row) bool { return len(r.cells) != len(rows[0].cells) }
	return !slices.ContainsFunc(rows, odd) && !somebody(rows[0]) && slices.ContainsFunc(rows[1:], somebody) &&
		!slices.ContainsFunc(rows[0].cells, data().MatchString)
}

func firstRaw(rows []row) string {
	if len(rows) == 0 {
		return ""
	}
	return rows[0].raw
}

// spaced reports whether cells are parted as in running text, with a blank after the sign.
func spaced(rows []row) bool {
	return slices.ContainsFunc(rows, func(r row) bool { return strings.Contains(r.raw, ", ") || strings.Contains(r.raw, "; ") })
}
