// Which document a copy is of.

package owncopy

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"probity/guidance"
	"probity/guidance/text"
)

// ErrUnknown is the error for a file that is none of the documents Probity teaches from.
var ErrUnknown = errors.New("it is none of the documents that Probity teaches from; probity guidance sources lists them")

// SeveralError is the error for a file that holds more than one document. Compare still takes such a file for each of
// them in turn.
type SeveralError struct {
	Name    string
	Sources []*guidance.Source // the ones it holds, the best known first
}

// Error names the documents and says what to do.
func (e *SeveralError) Error() string {
	var titles []string
	for _, s := range e.Sources {
		titles = append(titles, fmt.Sprintf("%q (%s)", s.Title, s.Edition()))
	}
	return fmt.Sprintf("recognising %s: it holds %d documents, %s; name the one that is meant, or save each in a file of its own",
		e.Name, len(titles), text.Series(titles))
}

// The least percentage of a source's paragraphs that a copy must have. It is lower where the document carries the source's title.
const (
	leastShare  = 40
	leastTitled = 20
)

// candidate is a source that a copy may be of.
type candidate struct {
	source *guidance.Source
	in     *search
	hits   int
}

// Recognise tells which of the sources a copy is of. The error is ErrUnknown, a *SeveralError, or says that the title is
// known but the text is not.
func Recognise(d *Document, sources []*guidance.Source) (*guidance.Source, error) {
	var known []candidate
	var titled *guidance.Source
	for _, s := range sources {
		c := candidate{source: s, in: look(d, s)}
		for _, f := range c.in.found {
			if f.match != Missing {
				c.hits++
			}
		}
		title := d.titled(s)
		if title {
			titled = s
		}
		share := c.hits * 100 / max(1, len(s.Clauses))
		if share >= leastShare || title && share >= leastTitled {
			known = append(known, c)
		}
	}
	switch {
	case len(known) > 0:
		return theOne(d, known)
	case titled != nil:
		return nil, fmt.Errorf("recognising %s: it carries the title %q, but hardly any of that document's paragraphs are in it; "+
			"choose the whole document, in the edition of %s", d.Name, titled.Title, titled.Edition())
	}
	return nil, fmt.Errorf("recognising %s: %w", d.Name, ErrUnknown)
}

// titled reports whether a document carries a source's title: on lines of its own, since others name it in their text.
func (d *Document) titled(s *guidance.Source) bool {
	title := lettersOf(s.Title).b
	for i := range d.blocks {
		if body := d.body(i); len(title) > 0 && bytes.Equal(d.letters.b[body.from:body.to], title) {
			return true
		}
	}
	return false
}

// theOne is the candidate with most paragraphs, if no other has paragraphs of its own.
func theOne(d *Document, known []candidate) (*guidance.Source, error) {
	slices.SortStableFunc(known, func(a, b candidate) int { return cmp.Compare(b.hits, a.hits) })
	var held []candidate
	var sources []*guidance.Source
	for _, c := range known {
		if c.apart(held) {
			held, sources = append(held, c), append(sources, c.source)
		}
	}
	if len(sources) > 1 {
		return nil, &SeveralError{d.Name, sources}
	}
	return sources[0], nil
}

// apart reports whether most of a candidate's paragraphs are found for no other candidate. Documents that quote or replace one
// another share some.
func (c candidate) apart(others []candidate) bool {
	own := 0
	for _, f := range c.in.found {
		theirs := slices.ContainsFunc(others, func(o candidate) bool { return o.in.touches(f.span) })
		if f.match != Missing && !theirs {
			own++
		}
	}
	return own*2 > c.hits
}

func (in *search) touches(s span) bool {
	return slices.ContainsFunc(in.found, func(f found) bool { return f.match != Missing && f.overlaps(s) })
}
