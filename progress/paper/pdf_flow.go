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
	again  []row           // said again at the head of the page when a page ends before this row
	turns  bool            // a new page begins here
}

func space(height float64) row { return row{height: height} }

// paginate puts rows on pages of a given height. Space is dropped where a page begins or ends.
func paginate(rows []row, room float64) [][]row {
	var pages [][]row
	var page []row
	used, parted := 0.0, false // parted: the last row is in a group that no page could hold
	turn := func() { pages, page, used = append(pages, page), nil, 0 }
	for len(rows) > 0 {
		n, height, whole := fitting(rows, room, parted)
		if rows[0].draw == nil && n == 1 && used+height > room && !rows[0].turns {
			rows = rows[1:]
			continue
		}
		if len(page) > 0 && (rows[0].turns || used+height > room || !whole && !parted) {
			turn()
			for _, r := range rows[0].again {
				page, used = append(page, r), used+r.height
			}
		}
		for _, r := range rows[:n] {
			if r.draw != nil || len(page) > 0 {
				page, used = append(page, r), used+r.height
			}
		}
		parted = rows[n-1].glue >= group
		rows = rows[n:]
	}
	turn()
	return pages
}

// fitting is how many of the first rows stay together, and their height: a whole group if a page can hold it, or as much as
// holds closely, or one row. Whole is false where a group begins that no page can hold; once parted, it only holds closely.
func fitting(rows []row, room float64, parted bool) (n int, height float64, whole bool) {
	for _, least := range []glue{group, firm} {
		n, height := 1, rows[0].height
		for n < len(rows) && rows[n-1].glue >= least && !rows[n].turns {
			height += rows[n].height
			n++
		}
		if height <= room && !(parted && least == group) {
			return n, height, least == group
		}
	}
	return 1, rows[0].height, false
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
