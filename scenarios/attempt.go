// An answer in the making, and how its options are named.

package scenarios

import (
	"cmp"
	"fmt"
	"slices"
)

// Attempt is an answer in the making: the options as lines, in the order the learner sees them now. What a format has no
// use for does nothing: only a ranking can be shifted, only a rating takes a number.
type Attempt interface {
	// Lines are the options as they stand now.
	Lines() []Line
	// Pick marks the option on line i, or takes the mark away. It says why not, when it can't; "" otherwise.
	Pick(i int) string
	// Shift moves the option on line i by so many lines, and returns the line it is on then.
	Shift(i, by int) int
	// Number gives the option on line i a number, a place or a rating, and returns the line that comes next.
	Number(i, n int) int
	// Read takes a whole answer from a typed line, such as "b" or "acf"; the error says what the line should hold.
	Read(line string) error
	// Take takes up an earlier answer in the record's notation, as far as the options are still there.
	Take(chosen []string)
	// Missing says what is still to be done before the answer can be submitted; "" when nothing is.
	Missing() string
	// Chosen is the answer in the record's notation.
	Chosen() []string
}

// Line is one option as it stands in an answer in the making.
type Line struct {
	ID     string
	Letter string // what the option is called as long as this answer lasts
	Mark   string // what is said of it so far, as a sign of the same width for every line: "( )", "[x]", "2.", "[4]"
	Said   string // the same in words; "" for nothing
	Number int    // its place in an order, or its rating; 0 for none
}

// ByLetter lists lines by their letters, as their options were first shown, whatever order an answer has put them in.
func ByLetter(lines []Line) []Line {
	return slices.SortedFunc(slices.Values(lines), func(x, y Line) int { return cmp.Compare(x.Letter, y.Letter) })
}

// board is the options in the order first shown, and what formats have no use for.
type board struct{ order []string }

func (b board) Pick(int) string     { return "" }
func (b board) Shift(i, _ int) int  { return i }
func (b board) Number(i, _ int) int { return i }

// lines makes the lines, with the sign and the words for each place.
func (b board) lines(say func(i int) (mark, said string)) []Line {
	out := make([]Line, len(b.order))
	for i, id := range b.order {
		mark, said := say(i)
		out[i] = Line{ID: id, Letter: Letter(i), Mark: mark, Said: said}
	}
	return out
}

// Letter is what the option at place i is called on the screen.
func Letter(i int) string { return string(rune('a' + i)) }

// place finds the option that a letter names among n; ok is false for anything else.
func place(letter rune, n int) (i int, ok bool) {
	if letter >= 'A' && letter <= 'Z' {
		letter += 'a' - 'A'
	}
	i = int(letter - 'a')
	return i, i >= 0 && i < n
}

// letters reads the options named in a typed line: letters, with spaces and commas between them or not.
func letters(line string, n int) ([]int, error) {
	var out []int
	for _, r := range line {
		if r == ' ' || r == ',' || r == '\t' {
			continue
		}
		i, ok := place(r, n)
		if !ok {
			return nil, fmt.Errorf("%q is not one of the letters a to %s", r, Letter(n-1))
		}
		out = append(out, i)
	}
	return out, nil
}
