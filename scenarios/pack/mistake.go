// Package pack loads situations and guidance from files, and tells an author everything that is wrong with them at
// once. It reads through fs.FS: the built-in library and a folder from outside go the same way.
package pack

import (
	"bytes"
	"fmt"
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

// Error lists the mistakes, a line each.
func (ms Mistakes) Error() string {
	lines := make([]string, len(ms))
	for i, m := range ms {
		lines[i] = m.String()
	}
	return strings.Join(lines, "\n")
}

// file is the text of one file and where to note what is wrong with it.
type file struct {
	name     string
	text     []byte
	lines    map[position]int // made when the first mistake is noted
	mistakes Mistakes
}

// mostMistakes is how many mistakes are noted in one file: an author mends those first.
const mostMistakes = 100

// note records a mistake in a field of what the id names; at is where to look for the field's line.
func (f *file) note(at position, id, field, problem, mend string) {
	switch n := len(f.mistakes); {
	case n == mostMistakes:
		f.mistakes = append(f.mistakes, Mistake{File: f.name, Problem: "has more mistakes than are listed here", Mend: "mend these first"})
	case n < mostMistakes:
		f.mistakes = append(f.mistakes, Mistake{f.name, f.line(at), id, field, problem, mend})
	}
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
		case isKey:
			at.key = strings.TrimSpace(key)
			add(at, i+1)
			add(position{at.table, anywhere, at.key}, i+1)
		}
	}
	return out
}
