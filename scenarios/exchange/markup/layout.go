// From blocks to Markdown: lists, quotations and headings.

package markup

import (
	"strconv"
	"strings"
)

// layout writes blocks one after the other.
type layout struct {
	out     strings.Builder
	numbers map[int]int  // how many items of a list there were
	marks   map[int]byte // what stands before the items of a list, or behind their numbers
}

// markdown is blocks as Markdown. words is how the text of a block is written.
func markdown(all []block, words func(*block) string) string {
	l := layout{numbers: map[int]int{}, marks: map[int]byte{}}
	for i := range all {
		l.block(all, i, words(&all[i]))
	}
	return l.out.String()
}

func (l *layout) block(all []block, i int, said string) {
	b := &all[i]
	at := places(all, i)
	if i > 0 {
		l.apart(all, i, at)
	}
	var first, later strings.Builder
	for level, c := range b.within {
		switch {
		case c.quote:
			first.WriteString("> ")
			later.WriteString("> ")
		default:
			mark := l.mark(all, i, level, at[level])
			if at[level].newItem {
				first.WriteString(mark)
			} else {
				first.WriteString(strings.Repeat(" ", len(mark)))
			}
			later.WriteString(strings.Repeat(" ", len(mark)))
		}
	}
	if b.heading > 0 {
		said = strings.Repeat("#", b.heading) + " " + said
	}
	l.out.WriteString(first.String())
	l.out.WriteString(strings.ReplaceAll(said, "\n", "\n"+later.String()))
}

// mark is what stands before an item.
func (l *layout) mark(all []block, i, level int, at place) string {
	c := all[i].within[level]
	if at.newItem {
		l.numbers[c.list]++
	}
	if l.marks[c.list] == 0 {
		l.marks[c.list] = l.other(all, i, level)
	}
	if !c.ordered {
		return string(l.marks[c.list]) + " "
	}
	return strconv.Itoa(c.from+l.numbers[c.list]-1) + string(l.marks[c.list]) + " "
}

// other is the mark of a new list: not that of one of its kind that ends where it begins, or the two would be one.
func (l *layout) other(all []block, i, level int) byte {
	c, marks := all[i].within[level], "-*"
	if c.ordered {
		marks = ".)"
	}
	if i > 0 && level < len(all[i-1].within) {
		if before := all[i-1].within[level]; !before.quote && before.ordered == c.ordered && l.marks[before.list] == marks[0] {
			return marks[1]
		}
	}
	return marks[0]
}

// apart parts a block from the one before it: by a blank line, or within a dense list by the end of the line.
func (l *layout) apart(all []block, i int, at []place) {
	before, b := &all[i-1], &all[i]
	var common strings.Builder
	dense := false
	for level, c := range b.within {
		if level >= len(before.within) || at[level].newList || c.quote != before.within[level].quote {
			break
		}
		dense = !c.quote && !b.loose && !before.loose && b.heading == 0 && before.heading == 0 &&
			(at[level].newItem || level+1 < len(at) && at[level+1].newList && !(b.within[level+1].ordered && b.within[level+1].from != 1))
		if at[level].newItem {
			break
		}
		if c.quote {
			common.WriteString("> ")
		} else {
			common.WriteString(strings.Repeat(" ", len(l.mark(all, i, level, place{}))))
		}
	}
	l.out.WriteByte('\n')
	if !dense {
		l.out.WriteString(strings.TrimRight(common.String(), " ") + "\n")
	}
}
