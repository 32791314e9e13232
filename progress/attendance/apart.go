// Lines that stand apart from a list.

package attendance

import (
	"slices"
	"strings"
)

// apart says of each line why it stands apart from the list, as what introduces or closes it does.
func apart(rows []row) []string {
	why := make([]string, len(rows))
	for _, by := range []func([]row, []string){byCustom, byBullet, byBlankLines} {
		by(rows, why)
	}
	return why
}

// byCustom is the first or last line, if it alone is not written as all the others are.
func byCustom(rows []row, why []string) {
	if len(rows) < 3 {
		return
	}
	for _, custom := range []struct{ sign, lacks string }{
		{"@", "it has no address, and all the others have one"},
		{", ", "it is not written surname first, and all the others are"},
	} {
		has := func(r row) bool { return strings.Contains(r.raw, custom.sign) }
		all := func(rows []row) bool { return !slices.ContainsFunc(rows, func(r row) bool { return !has(r) }) }
		switch last := len(rows) - 1; {
		case !has(rows[0]) && all(rows[1:]):
			why[0] = custom.lacks
		case !has(rows[last]) && all(rows[:last]):
			why[last] = custom.lacks
		}
	}
}

// item reports whether a row has a bullet, a number or a time before it.
func item(rows []row, i int) bool {
	if i >= len(rows) {
		return false
	}
	raw := strings.TrimSpace(rows[i].raw)
	return bullet().MatchString(raw) || clock().MatchString(raw)
}

// byBullet is a line without a bullet where the next or most have one.
func byBullet(rows []row, why []string) {
	items := 0
	for i := range rows {
		if item(rows, i) {
			items++
		}
	}
	for i := range rows {
		if !item(rows, i) && (2*items > len(rows) || item(rows, i+1)) {
			why[i] = "it stands outside the numbered list"
		}
	}
}

// byBlankLines is a line alone between empty ones, where three people or more stand together.
func byBlankLines(rows []row, why []string) {
	var lonely []int
	together := 0
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && next(rows, end) {
			end++
		}
		if n := somebodies(rows[i:end]); n > 1 {
			together += n
		}
		if end == i+1 && !item(rows, i) {
			lonely = append(lonely, i)
		}
		i = end
	}
	for _, i := range lonely {
		if together > 2 {
			why[i] = "it stands alone, and others stand together"
		}
	}
}

// somebodies counts the rows that are people.
func somebodies(rows []row) int {
	n := 0
	for _, r := range rows {
		if named(r.raw, false).somebody() {
			n++
		}
	}
	return n
}
