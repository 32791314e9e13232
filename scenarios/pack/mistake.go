// Package pack loads situations and guidance from files, and tells an author everything that is wrong with them at
// once. It reads through fs.FS: the built-in library and a folder from outside go the same way.
package pack

import (
	"bytes"
	"fmt"
	"regexp"
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
	mistakes Mistakes
}

// note records a mistake in a field of what the id names; at is where to look for the field's line.
func (f *file) note(at position, id, field, problem, mend string) {
	f.mistakes = append(f.mistakes, Mistake{f.name, f.line(at), id, field, problem, mend})
}

// position is a key within the nth table of a kind, both as the file spells them: {"option", 2, "why"}. An empty table
// is the head of the file.
type position struct {
	table string
	nth   int // from 0
	key   string
}

// line finds a position by reading the file as lines; 0 when it is not there. When only the key is missing, it is the
// line of its table.
func (f *file) line(p position) int {
	key := regexp.MustCompile(`^\s*` + regexp.QuoteMeta(p.key) + `\s*=`)
	inside, found, seen := p.table == "", 0, 0
	for i, line := range bytes.Split(f.text, []byte("\n")) {
		trimmed := strings.TrimSpace(string(line))
		if strings.HasPrefix(trimmed, "[") && !strings.Contains(trimmed, "=") && !strings.HasPrefix(trimmed, "[ ") {
			if inside {
				return found
			}
			if strings.Trim(trimmed, "[] ") == p.table {
				inside = seen == p.nth
				seen++
			}
			if inside {
				found = i + 1
			}
			continue
		}
		if inside && p.key != "" && key.Match(line) {
			return i + 1
		}
	}
	return found
}
