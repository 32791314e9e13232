// The flow: a document as rows of known height, and rows on pages.

package paper

// glue is how firmly a row holds to the next one.
type glue int

const (
	loose glue = iota // a page may end here
	group             // a page ends here only when the group is longer than a page
	firm              // as a heading holds to its text
)

// row is the smallest thing that a page break can't part.
type row struct {
	height float64         // in millimetres
	draw   func(y float64) // nil for empty space
	glue   glue            // to the next row
	again  []row           // repeated at the head of the page when a new one begins before this row
	turns  bool            // a new page begins here
}

func space(height float64) row { return row{height: height} }

// paginate puts rows on pages of a given height in millimetres. Space is dropped where a page begins or ends.
func paginate(rows []row, room float64) [][]row {
	var p pagination
	for len(rows) > 0 {
		next, whole := together(rows, room, p.parted)
		rows = rows[len(next):]
		first, fits := next[0], p.used+heightOf(next) <= room
		if first.draw == nil && len(next) == 1 && !fits && !first.turns {
			continue // space at the end of a page
		}
		tooLong := !whole && !p.parted // a group that no page can hold begins: on a page of its own
		if len(p.page) > 0 && (first.turns || !fits || tooLong) {
			p.turn(first.again)
		}
		p.put(next)
	}
	p.turn(nil)
	return p.done
}

// pagination is the pages that are full, and the one at hand.
type pagination struct {
	done   [][]row
	page   []row
	used   float64 // of the page at hand
	parted bool    // the next row goes on with a group that no page could hold
}

// turn begins a new page, which repeats the rows of again.
func (p *pagination) turn(again []row) {
	p.done, p.page, p.used = append(p.done, p.page), nil, 0
	for _, r := range again {
		p.add(r)
	}
}

// put adds rows to the page at hand, without space at its head.
func (p *pagination) put(rows []row) {
	for _, r := range rows {
		if r.draw != nil || len(p.page) > 0 {
			p.add(r)
		}
	}
	p.parted = rows[len(rows)-1].glue >= group
}

func (p *pagination) add(r row) { p.page, p.used = append(p.page, r), p.used+r.height }

// together returns the first rows that go on one page. That is a whole group if a page can hold it: then whole is true. Otherwise it is
// the rows that hold firmly to the first, or the first alone where a page can't hold these either. parted is whether the rows go on
// with a group that no page could hold.
func together(rows []row, room float64, parted bool) (first []row, whole bool) {
	if first = attached(rows, group); !parted && heightOf(first) <= room {
		return first, true
	}
	if first = attached(rows, firm); heightOf(first) <= room {
		return first, false
	}
	return rows[:1], false
}

// attached returns the first row, and those that follow and hold together at least as firmly as g.
func attached(rows []row, g glue) []row {
	n := 1
	for n < len(rows) && rows[n-1].glue >= g && !rows[n].turns {
		n++
	}
	return rows[:n]
}

func heightOf(rows []row) (height float64) {
	for _, r := range rows {
		height += r.height
	}
	return height
}

// hold glues rows to one another, not the last to what follows.
func hold(rows []row, g glue) []row {
	for i := range max(len(rows)-1, 0) {
		rows[i].glue = max(rows[i].glue, g)
	}
	return rows
}

// pair keeps the first two rows together and the last two, so that no line of a text stands alone on a page.
func pair(rows []row) []row {
	if n := len(rows); n > 1 {
		rows[0].glue, rows[n-2].glue = firm, firm
	}
	return rows
}

// glued holds a heading row or a space to what follows.
func glued(r row) row {
	r.glue = firm
	return r
}
