// Blocks of text, and what of them Markdown holds.

package markup

import (
	"slices"
	"strings"
)

// style is how words are marked.
type style uint8

const (
	strong style = 1 << iota
	em
	code
)

// run is words of one style.
type run struct {
	text  string
	style style
	href  string
}

// breaks is the text of a run that ends a line within a paragraph.
const breaks = "\x00"

// container is a list or a quotation that a block stands in.
type container struct {
	quote   bool
	list    int // which of the text's lists; each has a number of its own
	ordered bool
	from    int // the number of its first item
	item    int // which of its items
}

// block is a paragraph or a heading.
type block struct {
	within  []container
	heading int  // from 1 to 6; 0 for a paragraph
	loose   bool // it was marked as a paragraph, so that lists set its items apart
	runs    []run
	tail    []byte // the text of the last run while words are added
}

func (b *block) empty() bool { return len(b.runs) == 0 }

// broken reports whether the block ends with a line break.
func (b *block) broken() bool { return !b.empty() && b.runs[len(b.runs)-1].text == breaks }

// add adds words, to those before them if they are alike.
func (b *block) add(r run) {
	if last := len(b.runs) - 1; last >= 0 && r.text != breaks && b.runs[last].text != breaks && b.runs[last].style == r.style && b.runs[last].href == r.href {
		b.tail = append(b.tail, r.text...)
		return
	}
	b.seal()
	b.runs, b.tail = append(b.runs, r), append(b.tail[:0], r.text...)
}

// seal is for when no more words follow the last.
func (b *block) seal() {
	if last := len(b.runs) - 1; last >= 0 && b.runs[last].text != breaks {
		b.runs[last].text = string(b.tail)
	}
}

// gap adds a blank before words. It has the marks that it stands in and both its neighbours have.
func (b *block) gap(gap, before run) {
	last := b.runs[len(b.runs)-1]
	if last.text == breaks {
		return
	}
	gap.style &= before.style & last.style
	if gap.text == "\n" && (b.heading > 0 || gap.style&code != 0) {
		gap.text = " "
	}
	if before.href != last.href || before.href != gap.href {
		gap.href = ""
	}
	b.add(gap)
}

// trim takes the breaks at the end away. A heading is one line.
func (b *block) trim() {
	b.seal()
	for b.broken() {
		b.runs = b.runs[:len(b.runs)-1]
	}
	if b.heading > 0 && slices.ContainsFunc(b.runs, func(r run) bool { return r.text == breaks }) {
		runs := b.runs
		b.runs = nil
		for _, r := range runs {
			if r.text == breaks {
				r.text = " "
			}
			b.add(r)
		}
		b.seal()
	}
}

// said is the text of a block without its marks.
func (b *block) said() string {
	var out strings.Builder
	for _, r := range b.runs {
		if r.text == breaks {
			out.WriteByte('\n')
		} else {
			out.WriteString(r.text)
		}
	}
	return out.String()
}

// alike reports whether two texts are the same to a reader: their lists, quotations, headings and marks, and every word.
func alike(a, b []block) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].heading != b[i].heading || !slices.Equal(a[i].runs, b[i].runs) || !slices.Equal(places(a, i), places(b, i)) {
			return false
		}
	}
	return true
}

// place is a container as a reader sees it.
type place struct {
	quote, ordered, newList, newItem bool
	number                           int
}

// places are the containers of the i-th block.
func places(all []block, i int) []place {
	var out []place
	apart := i == 0
	for level, c := range all[i].within {
		p := place{quote: c.quote, ordered: c.ordered}
		var before container
		if !apart && level < len(all[i-1].within) {
			before = all[i-1].within[level]
		} else {
			apart = true
		}
		if !c.quote {
			p.newList = apart || before.list != c.list
			p.newItem = p.newList || before.item != c.item
			if p.newList && c.ordered {
				p.number = c.from
			}
			apart = apart || p.newItem
		} else {
			apart = apart || !before.quote
		}
		out = append(out, p)
	}
	return out
}
