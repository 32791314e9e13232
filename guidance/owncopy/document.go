// Package owncopy knows the learner's own copies of the documents that Probity teaches from. It reads a copy from a
// file, recognises which document it is, finds the original paragraph of each clause in it, and keeps what it found in a
// form that the learner's data folder can hold.
//
// Probity carries no sentence of any document. A paragraph is known by two marks of fixed size that stand beside its
// clause in the library: a fingerprint, for the same wording however it is laid out, and a signature, for a wording that
// differs in places. Renew makes both from an author's documents.
package owncopy

import (
	"sort"
	"strings"

	"probity/guidance/text"
)

// Document is a copy as it was read: its text, in paragraphs.
type Document struct {
	Name    string // the file's name, without its folder
	Dropped int    // control characters and invisible ones that were left out

	text     string
	blocks   []block
	letters  letters
	sums     sums
	shingles []shingle

	breaksWords bool // at the ends of lines
}

// block is one paragraph, list item or heading.
type block struct {
	from, to int      // where it stands in the text, its marks included
	marks    []string // what numbers or letters it, as written: "n" and "36", "a", "1.", "•"
	heading  bool
}

// newDocument makes a document of text that has been cleaned.
func newDocument(name, text string, dropped int) *Document {
	d := &Document{Name: name, Dropped: dropped, text: text, blocks: split(text), breaksWords: breaksWords(text)}
	d.letters = lettersOf(text)
	d.sums = sumsOf(d.letters.b)
	d.shingles = shinglesOf(d.letters)
	return d
}

// span is a run of the document's letters, perhaps with a page's foot and head inside that do not belong to it.
type span struct {
	from, to         int
	holeFrom, holeTo int // both 0 when nothing is left out
}

func (s span) overlaps(o span) bool { return s.from < o.to && o.from < s.to }

// quote is the text of a span as the document has it, its line breaks taken out.
func (d *Document) quote(s span) string {
	if s.holeTo > 0 {
		return d.quote(span{from: s.from, to: s.holeFrom}) + " " + d.quote(span{from: s.holeTo, to: s.to})
	}
	return d.unwrapped(d.text[d.letters.begin(s.from):d.letters.end(s.to)])
}

// broken is a word with a hyphen at the end of a line; a soft hyphen shows only there.
var broken = text.Expression(`([A-Za-z]+)(?:[-‐]|\x{00AD})[ \t]*\n\s*([A-Za-z]+)`)

// unwrapped joins the lines of a paragraph.
func (d *Document) unwrapped(paragraph string) string {
	paragraph = broken().ReplaceAllStringFunc(paragraph, func(word string) string {
		halves := broken().FindStringSubmatch(word)
		if strings.ContainsRune(word, softHyphen) || d.oneWord(halves[1], halves[2]) {
			return halves[1] + halves[2]
		}
		return halves[1] + "-" + halves[2]
	})
	return strings.Join(strings.Fields(strings.ReplaceAll(paragraph, string(softHyphen), "")), " ")
}

// oneWord reports whether a hyphen at the end of a line breaks a word in two, or belongs to it. The document may write the
// word elsewhere; if it does not, what counts is whether it breaks words at all.
func (d *Document) oneWord(first, second string) bool {
	switch {
	case strings.Contains(d.text, first+"-"+second):
		return false
	case strings.Contains(d.text, first+second):
		return true
	}
	return d.breaksWords
}

// breaksWords reports whether a text breaks words at the ends of lines: of the first fifty, it writes a long one whole too.
func breaksWords(text string) bool {
	for _, halves := range broken().FindAllStringSubmatch(text, 50) {
		if whole := halves[1] + halves[2]; len(whole) > len("day-to-day") && strings.Contains(text, whole) {
			return true
		}
	}
	return false
}

// blockAt is the index of the block in which a letter stands.
func (d *Document) blockAt(letter int) int {
	at := d.letters.at[letter]
	return max(0, sort.Search(len(d.blocks), func(i int) bool { return d.blocks[i].from > at })-1)
}

// body is the run of a block's letters, its marks left out.
func (d *Document) body(i int) span {
	b := d.blocks[i]
	from := b.from + len(markOf(d.text[b.from:b.to]))
	return span{from: d.letters.after(from), to: d.letters.after(b.to)}
}

// heading is the index of the nearest heading above a block, or -1.
func (d *Document) heading(i int) int {
	for i--; i >= 0; i-- {
		if d.blocks[i].heading {
			return i
		}
	}
	return -1
}

// longSeen is how many bytes of a heading still make a place that can be quoted.
const longSeen = 90

// seen is where the document itself puts a span: the heading above it, and the number or letter before it.
func (d *Document) seen(s span) string {
	i := d.blockAt(s.from)
	var parts []string
	if h := d.heading(i); h >= 0 && d.blocks[h].to-d.blocks[h].from <= longSeen {
		parts = append(parts, d.quote(d.body(h)))
	}
	for _, m := range d.blocks[i].marks {
		if number := strings.Trim(m, "().#*•"); number != "" && number != "n" {
			parts = append(parts, number)
		}
	}
	return strings.Join(parts, ", ")
}
