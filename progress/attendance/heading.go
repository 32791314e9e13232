// The row of headings: which columns hold the name, and which say whether somebody came.

package attendance

import (
	"slices"
	"strings"
	"unicode"

	"probity/guidance/text"
)

// column says what a title says is in its column.
type column int

const (
	unknown column = iota
	full           // whole names
	forename
	middle
	surname
	came    // whether somebody came
	waited  // whether somebody was only let into the waiting room
	another // something else
)

// columnOf reads a title.
func columnOf(title string) column {
	t := normal(title)
	words := strings.Fields(t)
	within := func(w ...string) bool {
		return slices.ContainsFunc(words, func(s string) bool { return slices.Contains(w, s) })
	}
	switch {
	case t == "":
		return unknown
	case strings.Contains(t, "in waiting room"):
		return waited
	case attendedTitle.has(t) || within("attended") && len(words) < 6:
		return came
	case surnames.has(t):
		return surname
	case forenames.has(t):
		return forename
	case middles.has(t):
		return middle
	case others.has(t):
		return another
	case people.has(t):
		return full
	case !within("name", "names", "fullname", "username", "ainm"):
		return unknown
	case slices.ContainsFunc(words, func(w string) bool { return notOfPeople.has(w) }):
		return another
	}
	first, last := within("first", "given", "fore", "forename", "christian"), within("last", "surname", "family", "second")
	switch {
	case first && !last:
		return forename
	case last && !first:
		return surname
	}
	return full
}

// sure reports whether a title can be nothing else than that of a name.
func sure(title string) bool {
	t := normal(title)
	return slices.Contains(strings.Fields(t), "name") || names.has(t)
}

// data is what stands in no title: addresses, numbers, times.
var data = text.Expression(`\S@\S|^[\d\s.,:/+-]*\d[\d\s.,:/+-]*$|\d{1,2}:\d{2}`)

// heading reports whether a row has titles, and reads them. Not all of them need be known. A row with data in it has no columns.
func heading(r row) ([]column, bool) {
	columns := make([]column, len(r.cells))
	names, known, certain, other := 0, 0, false, false
	for i, c := range r.cells {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		if data().MatchString(c) {
			return nil, false
		}
		switch columns[i] = columnOf(c); columns[i] {
		case full, forename, surname:
			names++
			certain = certain || sure(c)
		case unknown:
			other = other || named(c, false).verdict == person
			continue
		}
		known++
	}
	all := len(r.filled())
	switch {
	case all == 1:
		return columns, names == 1 && !strings.Contains(r.raw, ": ")
	case names > 0 && certain:
		return columns, true
	case other || 2*known < all:
		return columns, false
	}
	return columns, known > 1
}

// begins reports whether the first row of a list has titles, though few of them are known, and none may be a person.
func begins(r row, columns []column) bool {
	known := slices.ContainsFunc(columns, func(c column) bool { return c != unknown })
	return known && len(r.filled()) > 1 && !slices.ContainsFunc(r.cells, func(c string) bool { return named(c, false).verdict == person })
}

// titlesData reports whether a row has the title of a name and no data, and the row below it has data, as addresses and times are:
// then the other cells are titles too, in whatever language.
func titlesData(rows []row, i int, columns []column) bool {
	named := slices.ContainsFunc(columns, func(c column) bool { return c == full || c == forename || c == surname })
	return named && len(rows[i].filled()) > 1 && i+1 < len(rows) && len(rows[i+1].cells) == len(rows[i].cells) &&
		slices.ContainsFunc(rows[i+1].cells, data().MatchString)
}

// part is a part of a list: the rows below one row of headings.
type part struct {
	columns []column // empty where there are no headings
	head    row
	rows    []row
}

// parts cuts a list at its rows of headings. The first part has none. Where there is a table with headings, a heading of one cell
// is only the title of something.
func parts(rows []row) []part {
	out := []part{{}}
	type head struct {
		columns []column
		ok      bool
	}
	heads, tabled := make([]head, len(rows)), false
	for i, r := range rows {
		columns, ok := heading(r)
		heads[i] = head{columns, ok}
		tabled = tabled || ok && len(r.filled()) > 1 && slices.ContainsFunc(columns, func(c column) bool { return c == full || c == forename })
	}
	for i, r := range rows {
		columns, ok := heads[i].columns, heads[i].ok && !role(rows, i)
		ok = ok || titlesData(rows, i, columns)
		if ok = ok && !(tabled && len(r.filled()) == 1) || i == 0 && columns != nil && begins(r, columns); ok && !comment(r.raw) {
			out = append(out, part{columns: columns, head: r})
			continue
		}
		now := &out[len(out)-1]
		now.rows = append(now.rows, r)
	}
	return out
}

// names are the columns of the name, in the order they are read out; nil where there are none. Of several with whole names, it is
// the one that has most of them.
func (p part) names() []int {
	var whole, given, between, family []int
	for i, c := range p.columns {
		switch c {
		case full:
			whole = append(whole, i)
		case forename:
			given = append(given, i)
		case middle:
			between = append(between, i)
		case surname:
			family = append(family, i)
		}
	}
	titled := func(i int) bool { return either.has(normal(p.head.cells[i])) }
	switch {
	case len(whole) == 0 && len(given)+len(family) == 1 && titled(append(given, family...)[0]):
		whole = append(given, family...)
	case len(whole) > 0 && len(given) == 0 && len(family) > 0 && titled(whole[0]):
		given = whole[:1]
	}
	if len(given) > 0 && len(family) > 0 && p.filled(given[0]) > 0 {
		return append(append(given[:1], between...), family[0])
	}
	best, most := -1, -1
	for _, i := range whole {
		n := p.people(i, true)
		if strings.Contains(strings.ToLower(p.head.cells[i]), "certificate") {
			n += len(p.rows)
		}
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 || most == 0 && p.filled(best) == p.figures(best) {
		return nil
	}
	return []int{best}
}

func (p part) count(column int, what func(cell string) bool) int {
	n := 0
	for _, r := range p.rows {
		if column < len(r.cells) && what(r.cells[column]) {
			n++
		}
	}
	return n
}

// people counts the cells of a column that are names of people.
func (p part) people(column int, lenient bool) int {
	return p.count(column, func(c string) bool { return named(c, lenient).somebody() })
}

func (p part) filled(column int) int {
	return p.count(column, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// figures counts the cells that have no letters, as below "Participants" where it is how many there were.
func (p part) figures(column int) int {
	return p.count(column, func(c string) bool {
		return strings.TrimSpace(c) != "" && !strings.ContainsFunc(c, unicode.IsLetter)
	})
}
