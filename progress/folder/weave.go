// Weaving two records' entries into one order.

package folder

import (
	"bytes"
	"cmp"
	"slices"

	"probity/progress"
)

// weave unites the entries of two records. An entry that both have is there once. Each record's own order stands, whatever its clock
// did; between the two, the earlier time goes first. Where the records have the same entries in different orders, as after an edit by
// hand, time alone decides. The result is the same whichever record is first.
func weave(a, b []entry) []entry {
	inA, inB := places(a), places(b)
	woven := make([]entry, 0, len(a)+len(b))
	for len(a)+len(b) > 0 {
		onlyA := len(a) > 0 && !inB[a[0].key]
		onlyB := len(b) > 0 && !inA[b[0].key]
		switch {
		case onlyA && (!onlyB || order(a[0], b[0]) < 0):
			woven, a = append(woven, a[0]), a[1:]
		case onlyB:
			woven, b = append(woven, b[0]), b[1:]
		case len(a) > 0 && len(b) > 0 && a[0].key == b[0].key:
			woven = append(woven, longer(a[0], b[0]))
			a, b = a[1:], b[1:]
		default:
			return byTime(woven, a, b)
		}
	}
	return woven
}

// places says which keys some entries have.
func places(entries []entry) map[key]bool {
	at := make(map[key]bool, len(entries))
	for _, e := range entries {
		at[e.key] = true
	}
	return at
}

// byTime is the order when the records disagree.
func byTime(lists ...[]entry) []entry {
	united := map[key]entry{}
	for _, e := range slices.Concat(lists...) {
		if had, twice := united[e.key]; twice {
			e = longer(had, e)
		}
		united[e.key] = e
	}
	var all []entry
	for _, e := range united {
		all = append(all, e)
	}
	slices.SortFunc(all, order)
	return all
}

// order is by time. What happened in one second is in an order that both records give: a sitting begins it, a hand-in ends it.
func order(x, y entry) int {
	return cmp.Or(x.at.Compare(y.at), cmp.Compare(rank(x), rank(y)),
		bytes.Compare(x.key.what[:], y.key.what[:]), cmp.Compare(x.key.nth, y.key.nth))
}

func rank(e entry) int {
	switch e.fact.(type) {
	case progress.Sitting:
		return 0
	case progress.Submit, progress.Undo:
		return 2
	}
	return 1
}

// longer returns the one of two entries with one key that has more text: a key that this version doesn't know, or a remark. Of two
// that have as much it is the later by their bytes, whichever is first.
func longer(x, y entry) entry {
	p, q := x.bare(), y.bare()
	if cmp.Or(cmp.Compare(len(p), len(q)), bytes.Compare(p, q)) < 0 {
		return y
	}
	return x
}

// bare is the text of an entry without the numbers that differ from record to record.
func (e entry) bare() []byte {
	text := withoutLine(e.text, "seq")
	if e.link.Field != "" {
		text = withoutLine(text, e.link.Field)
	}
	return text
}

// renumbered returns the texts of entries with the numbers from 1, and those by which they name each other, in place. All
// else in them is as it was.
func renumbered(entries []entry) []byte {
	numbers := map[key]int64{}
	for _, e := range entries {
		numbers[e.link.to] = 0
	}
	size := 0
	for i, e := range entries {
		size += len(e.text) + 8
		if _, named := numbers[e.key]; named {
			numbers[e.key] = int64(i + 1)
		}
	}
	text := make([]byte, 0, size)
	for i, e := range entries {
		one := withNumber(e.text, "seq", int64(i+1))
		if e.link.Field != "" {
			one = withNumber(one, e.link.Field, numbers[e.link.to])
		}
		text = append(append(append(text, '\n'), one...), '\n')
	}
	return text
}
