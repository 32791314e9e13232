// What an author runs when a document changes: fingerprints and signatures, made anew and written into the library.

package owncopy

import (
	"bytes"
	"fmt"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
)

// Renew makes the fingerprint and signature of each of a source's clauses from the document itself, and gives back the
// source's file with them in it, every other byte as it was. The paragraphs it took are for the author to look through:
// only a reader can tell that they are the right ones. The error names every clause whose paragraph is not in the
// document.
func Renew(file []byte, s *guidance.Source, d *Document) (renewed []byte, taken []Paragraph, err error) {
	at, about := d.outline(), themesOf(d)
	var lost []string
	made := map[string]string{}
	for _, c := range s.Clauses {
		where, score := d.locate(c, at, about)
		identity, ok := fingerprintOf(c.ID, d.letters.b[where.from:where.to])
		if score == 0 || !ok {
			lost = append(lost, c.ID+" ("+c.Locator+")")
			continue
		}
		made[c.ID] = fmt.Sprintf("fingerprint = %q\nsignature = %q\n", identity, signatureOf(c.ID, d.shinglesIn(where)))
		taken = append(taken, Paragraph{Clause: c.ID, Match: Same, Text: d.quote(where), Seen: d.seen(where)})
	}
	if len(lost) > 0 {
		return nil, nil, fmt.Errorf("finding the paragraphs of %s in %s: these are not there: %s; check their locators, or whether this is the edition they are from",
			s.ID, d.Name, strings.Join(lost, ", "))
	}
	return rewrite(file, made), taken, nil
}

// Choose is the one of an author's documents that a source's clauses were written from, going by their locators and
// extracts: nil when none of them is.
func Choose(s *guidance.Source, documents []*Document) *Document {
	var best *Document
	most := certain * float64(len(s.Clauses))
	for _, d := range documents {
		at, about, total := d.outline(), themesOf(d), 0.0
		for _, c := range s.Clauses {
			_, score := d.locate(c, at, about)
			total += score
		}
		if total > most {
			best, most = d, total
		}
	}
	return best
}

var (
	tableLine = text.Expression(`^\s*\[`)
	fieldLine = text.Expression(`^\s*([a-z_]+)\s*=\s*(.*)`)
	plainText = text.Expression(`^"([^"\\]*)"`)
)

// rewrite puts each clause's new lines after its last field, and takes its old ones out.
func rewrite(file []byte, made map[string]string) []byte {
	var w rewriting
	for line := range bytes.Lines(file) {
		w.line(string(line), made)
	}
	w.close()
	return w.out.Bytes()
}

// rewriting is rewrite at work. Lines wait until it is known whether the table at hand goes on.
type rewriting struct {
	out   bytes.Buffer
	blank string // blank lines and comments since the last field
	add   string // what the table at hand is to end with
	quote string // the three quotes that the text at hand ends with; "" outside one
}

func (w *rewriting) line(line string, made map[string]string) {
	f := fieldLine().FindStringSubmatch(line)
	switch {
	case w.quote != "":
		if strings.Contains(line, w.quote) {
			w.quote = ""
		}
		w.out.WriteString(line)
	case tableLine().MatchString(line):
		w.close()
		w.out.WriteString(line)
	case strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimSpace(line), "#"):
		w.blank += line
	case f == nil: // an array that goes on
		w.flush()
		w.out.WriteString(line)
	case f[1] == "fingerprint" || f[1] == "signature":
		w.flush()
	default:
		w.flush()
		w.out.WriteString(line)
		w.field(f[1], f[2], made)
	}
}

// field looks at a field that was just written: an id names the clause, and a text may go on over many lines.
func (w *rewriting) field(name, rest string, made map[string]string) {
	if id := plainText().FindStringSubmatch(rest); name == "id" && id != nil {
		w.add = made[id[1]]
	}
	for _, quote := range []string{`"""`, "'''"} {
		if strings.HasPrefix(rest, quote) && !strings.Contains(rest[len(quote):], quote) {
			w.quote = quote
		}
	}
}

func (w *rewriting) flush() {
	w.out.WriteString(w.blank)
	w.blank = ""
}

// close ends the table at hand.
func (w *rewriting) close() {
	if b := w.out.Bytes(); w.add != "" && len(b) > 0 && b[len(b)-1] != '\n' {
		w.out.WriteByte('\n')
	}
	w.out.WriteString(w.add)
	w.add = ""
	w.flush()
}
