// Walking through a list: tables with headings, and tables without.

package attendance

import (
	"slices"
	"strings"
)

// walk takes the people out of the rows, and says of every other row why it is left out.
func walk(rows []row, out *List) {
	all := parts(rows)
	titled := slices.ContainsFunc(all, func(p part) bool { return p.names() != nil })
	for i, p := range all {
		columns := p.names()
		away := ""
		if i > 0 {
			away = all[i-1].introduces()
		}
		switch {
		case i == 0 && len(all) == 1:
			untitled(p, out)
		case i == 0:
			preamble(p, len(all[1].head.filled()) > 1, out)
		case columns == nil && !titled:
			byContent(p, away, out)
		case columns == nil:
			leaveAll(p.rows, "it stands in another table", out)
		case len(p.head.filled()) == 1 && len(p.head.cells) == 1:
			if named(p.head.raw, false).somebody() { // Ben Name
				out.leave(p.head.line, p.head.raw, "it reads as a heading", true)
			}
			lines(p.rows, out)
		default:
			table(p, columns, away, out)
		}
	}
}

func leaveAll(rows []row, why string, out *List) {
	for _, r := range rows {
		out.leave(r.line, r.raw, why, false)
	}
}

// preamble is what stands above the first headings. Above a table it is about the meeting; above a plain list it may be a person.
func preamble(p part, aboveTable bool, out *List) {
	for _, r := range p.rows {
		maybe := !aboveTable && len(r.filled()) == 1 && named(r.raw, false).verdict == person
		out.leave(r.line, r.raw, "it stands above the headings", maybe)
	}
}

// comment reports whether a line is a note to whoever edits the file.
func comment(raw string) bool {
	s := strings.TrimSpace(raw)
	rest, ok := strings.CutPrefix(s, "#")
	if ok {
		return strings.TrimLeft(rest, "# ") != "" && !strings.ContainsAny(rest[:1], ",;\t|0123456789")
	}
	return strings.HasPrefix(s, "//") || strings.HasPrefix(s, "/*") || strings.HasPrefix(s, "<!--")
}

// introduces is the last line before the next row of headings, if it says that those below it are not those who came.
func (p part) introduces() string {
	if len(p.rows) == 0 {
		return ""
	}
	last := p.rows[len(p.rows)-1]
	if title := normal(last.cells[0]); len(last.filled()) == 1 && (absences.has(title) || leaders.has(title)) {
		return "“" + strings.TrimSpace(last.cells[0]) + "”"
	}
	return ""
}

// table reads a table whose columns are known. away says that those in it did not come, or led the session.
func table(p part, columns []int, away string, out *List) {
	full := p.alwaysFull()
	for i, r := range p.rows {
		switch lone := len(r.cells) == 1 && len(p.head.cells) > 1; {
		case comment(r.raw):
			out.leave(r.line, r.raw, "a comment", false)
			continue
		case lone && absences.has(normal(r.raw)) || lone && leaders.has(normal(r.raw)):
			away = "“" + strings.TrimSpace(r.raw) + "”"
			out.leave(r.line, r.raw, "a heading", false)
			continue
		case lone && !p.follows(i, columns):
			p.alone(r, out)
			if !p.next(i) {
				away = "“" + shortened(strings.TrimSpace(r.raw)) + "”"
			}
			continue
		case full && len(r.filled()) == 1:
			n := p.named(r, columns)
			out.leave(r.line, r.raw, "it has nothing of what the other rows have", n.verdict != never)
			continue
		}
		p.row(r, columns, away, out)
	}
}

// alwaysFull reports whether every row that has more than one cell filled has three or more.
func (p part) alwaysFull() bool {
	rows := 0
	for _, r := range p.rows {
		switch n := len(r.filled()); {
		case n == 2:
			return false
		case n > 2:
			rows++
		}
	}
	return rows > 0
}

// follows reports whether a row of one cell is a row of the table: it follows another directly, and the name comes first.
func (p part) follows(i int, columns []int) bool {
	return columns[0] == 0 && len(columns) == 1 && p.next(i)
}

// next reports whether no empty line stands above a row.
func (p part) next(i int) bool {
	before := p.head
	if i > 0 {
		before = p.rows[i-1]
	}
	return p.rows[i].line == before.line+1
}

// alone leaves out a line that stands by itself after a table.
func (p part) alone(r row, out *List) {
	n := named(r.raw, false)
	out.leave(r.line, r.raw, "it stands outside the table", n.verdict == person && n.name == strings.TrimSpace(r.raw))
}

// row reads one row of a table.
func (p part) row(r row, columns []int, away string, out *List) {
	n := p.named(r, columns)
	text := strings.Join(r.filled(), " · ")
	for _, c := range r.cells {
		for _, m := range address().FindAllStringSubmatch(c, -1) {
			n.mails = append(n.mails, strings.ToLower(m[1]))
		}
	}
	switch why, maybe := p.absent(r); {
	case n.verdict == person && away != "":
		out.leave(r.line, text, "it stands below "+away, !absences.has(normal(away)))
	case n.verdict == person && why != "":
		out.leave(r.line, text, why, maybe)
	default:
		out.take(n, r.line, text)
	}
}

// take puts a person on the list, or leaves the text out.
func (l *List) take(n naming, line int, text string) {
	if n.verdict != person {
		before := len(l.LeftOut)
		l.leave(line, text, n.why, n.verdict == doubtful)
		if len(l.LeftOut) > before {
			l.LeftOut[before].taken = n
		}
		return
	}
	l.add(Person{Line: line, Notes: n.notes, mails: n.mails}, n.name)
}

// named is the name in a row: of the column, or put together from the parts of it.
func (p part) named(r row, columns []int) naming {
	cell := func(i int) string {
		if i < len(r.cells) {
			return r.cells[i]
		}
		return ""
	}
	if len(columns) == 1 {
		return inCell(cell(columns[0]))
	}
	var words []string
	for _, c := range columns {
		n := naming{}
		word := n.bare(cell(c))
		if word != "" && (len(words) == 0 || !strings.HasSuffix(folded(" "+strings.Join(words, " ")), folded(" "+word))) {
			words = append(words, word)
		}
	}
	n := named(strings.Join(words, " "), true)
	if n.verdict == person {
		return n
	}
	for i, c := range p.columns { // a table may have the whole name too
		if whole := named(cell(i), true); c == full && whole.verdict == person {
			return whole
		}
	}
	return n
}

// inCell is the name in a cell: all of it, or its first line, if there is more on the next.
func inCell(cell string) naming {
	n := named(cell, true)
	first, rest, more := strings.Cut(strings.TrimSpace(cell), "\n")
	if n.verdict == person || !more {
		return n
	}
	if above := named(first, true); above.verdict == person {
		above.off(strings.TrimSpace(rest))
		return above
	}
	return n
}

// absent says why a row is somebody who did not come, where the table has a column for it.
func (p part) absent(r row) (why string, maybe bool) {
	for i, c := range p.columns {
		if c != came && c != waited || i >= len(r.cells) {
			continue
		}
		value := normal(r.cells[i])
		title := strings.TrimSpace(p.head.cells[i])
		switch {
		case c == waited && slices.Contains([]string{"yes", "y", "true", "1"}, value):
			return "only in the waiting room", false
		case c == came && absentValues.has(value):
			return "“" + title + "” says " + value, false
		case c == came && value == "" && p.filled(i) > 0 && strings.TrimSpace(r.cells[i]) == "":
			return "“" + title + "” says nothing", true
		}
	}
	for _, c := range r.cells {
		if says, maybe := cellAway(c); says {
			return "it says “" + shortened(strings.TrimSpace(c)) + "”", maybe
		}
	}
	return "", false
}
