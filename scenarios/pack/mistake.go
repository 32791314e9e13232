// Package pack loads situations and guidance from files, and tells an author everything that is wrong with them at
// once. It reads through fs.FS: the built-in library and a folder from outside go the same way.
package pack

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Mistake is one thing in a pack that has to be mended before it can be used.
type Mistake struct {
	File      string
	Line      int    // 1 is the first; 0 when no line can be named
	Situation string // situation, source or clause id; "" when the file as a whole is meant
	Field     string
	Problem   string
	Mend      string // what to do
}

// String is the mistake in one line, as a compiler would put it.
func (m Mistake) String() string {
	var b strings.Builder
	b.WriteString(m.File)
	if m.Line > 0 {
		fmt.Fprintf(&b, ":%d", m.Line)
	}
	b.WriteString(": ")
	for _, part := range []string{m.Situation, m.Field} {
		if part != "" {
			b.WriteString(part + ": ")
		}
	}
	b.WriteString(m.Problem)
	if m.Mend != "" {
		b.WriteString(": " + m.Mend)
	}
	return b.String()
}

// Mistakes is every mistake found, as an error.
type Mistakes []Mistake

// Listed is the mistakes that an author is shown, and how many more there are.
func (ms Mistakes) Listed() (first Mistakes, more int) {
	n := min(len(ms), mostListed)
	return ms[:n], len(ms) - n
}

// Error lists the mistakes, a line each.
func (ms Mistakes) Error() string {
	first, more := ms.Listed()
	var lines []string
	for _, m := range first {
		lines = append(lines, m.String())
	}
	if more > 0 {
		lines = append(lines, MoreMistakes(more))
	}
	return strings.Join(lines, "\n")
}

// MoreMistakes says that not all mistakes are listed.
func MoreMistakes(n int) string { return fmt.Sprintf("and %d more: mend these first", n) }

// file is the text of one file and where to note what is wrong with it.
type file struct {
	name     string
	text     []byte
	lines    map[position]int    // made when the first mistake is noted
	proven   bool                // it is known to have no mistake
	broken   bool                // it could not be decoded
	passed   map[string]int      // how many tables within others were gone through, by kind
	citing   map[citing]position // where each rationale has its citations, once the file is read
	mistakes Mistakes
}

// citing is a rationale that cites: of an option, in a situation.
type citing struct{ situation, option string }

// How many mistakes are noted in one file, and listed of a whole pack: an author mends those first.
const (
	mostMistakes = 20
	mostListed   = 100
)

// mostQuoted is how many characters of a pack's own are repeated in a mistake.
const mostQuoted = 200

// note records a mistake in a field of what the id names; at is where to look for the field's line.
// Of a field that is missing nothing more is said, and nothing is said twice.
func (f *file) note(at position, id, field, problem, mend string) {
	m := Mistake{f.name, f.line(at), short(id), short(field), short(problem), short(mend)}
	switch n := len(f.mistakes); {
	case n > mostMistakes || slices.Contains(f.mistakes, m):
	case n == mostMistakes:
		f.mistakes = append(f.mistakes, Mistake{File: f.name, Problem: "has more mistakes than are listed here", Mend: "mend these first"})
	case !f.lacks(id, field):
		f.mistakes = append(f.mistakes, m)
	}
}

// lacks reports whether a field was noted to be missing.
func (f *file) lacks(id, field string) bool {
	return slices.ContainsFunc(f.mistakes, func(m Mistake) bool {
		return m.Situation == id && m.Field == field && strings.HasPrefix(m.Problem, missing)
	})
}

// hasMistakeIn reports whether a mistake was noted in a field of this name.
func (f *file) hasMistakeIn(field string) bool {
	return slices.ContainsFunc(f.mistakes, func(m Mistake) bool { return m.Field == field })
}

// missing is how mistakes begin that say that a field is not there.
const missing = "is missing"

// short is text of a pack as far as a mistake repeats it.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n > mostQuoted {
			return s[:i] + "…"
		}
	}
	return s
}

// position is a key within the nth table of a kind, both as the file spells them: {"option", 2, "why"}. An empty table
// is the head of the file, an empty key the table itself.
type position struct {
	table string
	nth   int // from 0; anywhere: in whichever table of the kind has it first
	key   string
}

// anywhere stands for a table whose number is not known.
const anywhere = -1

// line finds a position; 0 when it is not there. When only the key is missing, it is the line of its table.
func (f *file) line(p position) int {
	if f.lines == nil {
		f.lines = index(f.text)
	}
	if line, ok := f.lines[p]; ok {
		return line
	}
	return f.lines[position{table: p.table, nth: p.nth}]
}

// within is the position of a table as a key of the one it stands in.
func within(table string) position {
	if i := strings.LastIndex(table, "."); i >= 0 {
		return position{table[:i], anywhere, table[i+1:]}
	}
	return position{key: table}
}

// index finds the line of every table and key, by reading the file as lines.
func index(text []byte) map[position]int {
	out, seen, at := map[position]int{}, map[string]int{}, position{}
	add := func(p position, line int) {
		if _, taken := out[p]; !taken {
			out[p] = line
		}
	}
	for i, line := range bytes.Split(text, []byte("\n")) {
		trimmed := strings.TrimSpace(string(line))
		key, _, isKey := strings.Cut(trimmed, "=")
		switch {
		case strings.HasPrefix(trimmed, "[") && !isKey:
			table := strings.Trim(trimmed, "[] ")
			at = position{table: table, nth: seen[table]}
			seen[table]++
			add(at, i+1)
			add(within(table), i+1)
		case isKey:
			at.key = strings.TrimSpace(key)
			add(at, i+1)
			add(position{at.table, anywhere, at.key}, i+1)
		}
	}
	return out
}
