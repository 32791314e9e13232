package feedback

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/scenarios"
	"probity/tui/prose"
)

// row is one option in the marking.
type row struct {
	line   scenarios.Line
	option scenarios.Option
	mark   scenarios.OptionMark
	key    int // the number that the key gives it, such as 1 for the first place; 0 where it only names options
}

// rows are the options by their letters; those that are put in order as the key has them.
func (f *Feedback) rows() []row {
	out := f.shown.Outcome
	lines := scenarios.ByLetter(f.shown.Lines)
	order := make([]string, len(lines))
	for i, line := range lines {
		order[i] = line.ID
	}
	keyed := out.Situation.Format.Begin(out.Situation, order)
	keyed.Take(out.Situation.Key)
	numbers := map[string]int{}
	for _, line := range keyed.Lines() {
		numbers[line.ID] = line.Number
	}
	rows := make([]row, len(lines))
	for i, line := range lines {
		option, _ := out.Situation.Option(line.ID)
		rows[i] = row{line, option, out.Marking.Option(line.ID), numbers[line.ID]}
	}
	if out.Situation.Format.Input() == scenarios.PutInOrder {
		slices.SortStableFunc(rows, func(x, y row) int { return cmp.Compare(x.key, y.key) })
	}
	return rows
}

// off is by how much a row's number is not the key's.
func (r row) off() int {
	if r.line.Number == 0 || r.key == 0 || r.mark.Yours == "" {
		return 0
	}
	return max(r.line.Number-r.key, r.key-r.line.Number)
}

// kept is as many whole sentences of a text as come to so many characters, but the first at least. whole reports whether that is all
// of it.
func kept(s string, most int) (out string, whole bool) {
	sentences := text.Sentences(prose.Line(s))
	for n := len(sentences); n > 1; n-- {
		if out := strings.Join(sentences[:n], " "); utf8.RuneCountInString(out) <= most {
			return out + more(n < len(sentences)), n == len(sentences)
		}
	}
	return strings.Join(sentences[:min(1, len(sentences))], "") + more(len(sentences) > 1), len(sentences) <= 1
}

// more says that a text goes on.
func more(cut bool) string {
	if cut {
		return " …"
	}
	return ""
}

// height is how many lines a text has.
func height(s string) int { return strings.Count(s, "\n") + 1 }
