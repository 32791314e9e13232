// What is kept of a copy.

package owncopy

import (
	"bytes"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"probity/guidance"
	"probity/guidance/text"
)

// schema is the version of the form that copies are kept in.
const schema = 1

// Copy is what was found of one source in the learner's own copy of it: kept, one file a source, in the learner's data
// folder and nowhere else.
type Copy struct {
	Source     string    // the source's id
	Imported   time.Time // in UTC, to the second
	File       string    // the name of the file it was read from
	Paragraphs []Paragraph
}

// Paragraph is one clause's original in the learner's copy.
type Paragraph struct {
	Clause string
	Match  Match
	Text   string // as the copy has it, on one line; untrusted until cleaned for the terminal; "" when Missing
	Seen   string // the heading and the number or letter the copy itself puts it under, where it has any
}

// paragraph is the original of a clause; ok is false when the copy has none.
func (c *Copy) paragraph(clause string) (p Paragraph, ok bool) {
	for _, p := range c.Paragraphs {
		if p.Clause == clause && p.Match != Missing {
			return p, true
		}
	}
	return Paragraph{}, false
}

// Count is how many clauses have a match of this kind.
func (c *Copy) Count(m Match) int {
	n := 0
	for _, p := range c.Paragraphs {
		if p.Match == m {
			n++
		}
	}
	return n
}

// copyFile is a copy as its file has it. Paragraphs that were not found are not written: they follow from the source's clauses.
type copyFile struct {
	Schema    int             `toml:"schema"`
	Source    string          `toml:"source"`
	Imported  time.Time       `toml:"imported"`
	File      string          `toml:"file"`
	Paragraph []paragraphFile `toml:"paragraph"`
}

type paragraphFile struct {
	Clause string `toml:"clause"`
	Match  Match  `toml:"match"`
	Seen   string `toml:"seen"`
	Text   string `toml:"text"`
}

// Encode writes a copy as TOML.
func (c *Copy) Encode() ([]byte, error) {
	out := copyFile{Schema: schema, Source: c.Source, Imported: c.Imported, File: c.File}
	for _, p := range c.Paragraphs {
		if p.Match != Missing {
			out.Paragraph = append(out.Paragraph, paragraphFile{p.Clause, p.Match, p.Seen, p.Text})
		}
	}
	var b bytes.Buffer
	encoder := toml.NewEncoder(&b)
	encoder.Indent = ""
	if err := encoder.Encode(out); err != nil {
		return nil, fmt.Errorf("writing the copy of %s: %w", c.Source, err)
	}
	return b.Bytes(), nil
}

var (
	errOther = errors.New("it is not as Probity wrote it; import the document again")
	// asWritten is what Encode's lines look like. Nothing else reaches the decoder, which deep nesting would overwhelm.
	asWritten = text.Expression(`^(?:|\[\[paragraph\]\]|schema = \d{1,6}|imported = [0-9TZ:.+-]{10,40}|[a-z]{1,10} = ".*")$`)
)

// Decode reads what Encode wrote, for the source as the library has it today: each paragraph is compared anew with its
// clause, so that a library written from another edition is noticed, and clauses that were not there then are Missing.
func Decode(raw []byte, s *guidance.Source) (*Copy, error) {
	c, err := decode(raw, s)
	if err != nil {
		return nil, fmt.Errorf("reading your copy of %s: %w", s.Title, err)
	}
	return c, nil
}

func decode(raw []byte, s *guidance.Source) (*Copy, error) {
	if len(raw) > MaxText || !utf8.Valid(raw) {
		return nil, errOther
	}
	for line := range bytes.Lines(raw) {
		if !asWritten().Match(bytes.TrimRight(line, "\r\n")) {
			return nil, errOther
		}
	}
	var in copyFile
	md, err := toml.Decode(string(raw), &in)
	switch {
	case err == nil && in.Schema > schema:
		return nil, fmt.Errorf("it was written by a newer Probity (schema %d, this one reads %d); update Probity", in.Schema, schema)
	case err != nil || in.Schema != schema || in.Source != s.ID || len(md.Undecoded()) > 0:
		return nil, errOther
	}
	return in.compared(s), nil
}

// compared goes through the source's clauses and looks at what the copy has for each.
func (in copyFile) compared(s *guidance.Source) *Copy {
	kept := map[string]paragraphFile{}
	for _, p := range in.Paragraph {
		kept[p.Clause] = p
	}
	out := &Copy{Source: in.Source, Imported: in.Imported.UTC(), File: in.File}
	for _, c := range s.Clauses {
		p := Paragraph{Clause: c.ID, Match: Missing}
		if k, ok := kept[c.ID]; ok && k.Text != "" {
			p.Text, p.Seen, p.Match = k.Text, k.Seen, compare(c, k)
		}
		out.Paragraphs = append(out.Paragraphs, p)
	}
	return out
}

// compare says whether a kept paragraph has the wording that a clause knows today. A paragraph with words added stays reworded,
// since its text has the added words.
func compare(c *guidance.Clause, k paragraphFile) Match {
	if f, ok := parseFingerprint(c.Fingerprint); ok && f.is(c.InPack(), lettersOf(k.Text).b) {
		return Same
	}
	return Reworded
}
