package scenarios

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Format is one way of answering a situation and of marking the answer. Each has a file of its own and a line in
// FormatNamed; the schemes are those of the product's design and carry no negative marks.
type Format interface {
	// Name is the format as the files spell it.
	Name() string
	// Title is the format as a learner reads it.
	Title() string
	// Instruction says in one line how this situation is answered.
	Instruction(s *Situation) string
	// Note is what a learner should know of the scheme beside the marks; "" for nothing.
	Note() string
	// Input is how an answer is put together.
	Input() Input
	// Available is the marks that can be had.
	Available(s *Situation) float64
	// Chance is what an answer at random brings on average, as a fraction of the marks available.
	Chance(s *Situation) float64
	// Check lists what is wrong with the situation's options and key under this format.
	Check(s *Situation) []Flaw
	// Begin is an empty answer to the situation, its options in the order shown.
	Begin(s *Situation, order []string) Attempt
	// Mark marks an answer in the record's notation. An answer that names no option earns nothing.
	Mark(s *Situation, chosen []string) Marking
	// Gives reports whether some answer to some situation of this format is marked so: with these marks, of so many, beside
	// this chance.
	Gives(m Marking) bool
}

// Formats lists every format, in the order they are spoken of.
func Formats() []Format { return []Format{best{}, choose{}, rank{}, rate{}, discuss{}} }

// FormatNamed finds a format by the name the files use.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name() == name {
			return f, true
		}
	}
	return nil, false
}

// Input is how an answer is put together, so that a front end knows which keys have a use.
type Input int

// The ways of answering.
const (
	PickOne Input = iota
	PickSeveral
	PutInOrder
	GiveNumbers
)

// plain is what most formats have in common.
type plain struct{}

func (plain) Note() string { return "" }

// Flaw is one thing an author has to mend in a situation, in a field of its file.
type Flaw struct {
	Option  int // the option's number, from 1; 0 when the situation as a whole is meant
	Field   string
	Problem string
	Mend    string // what to do
}

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

// Marking is a marked answer with its working.
type Marking struct {
	Marks   float64
	Of      float64
	Chance  float64 // fraction of Of that chance brings on average
	Options []OptionMark
}

// OptionMark is the working for one option.
type OptionMark struct {
	ID    string
	Yours string // what the learner said of it, in words; "" for nothing
	Key   string // what the key says of it, in words; "" for nothing
	Right bool   // the learner and the key agree
	Marks float64
}

// Option is the working for the option of an id.
func (m Marking) Option(id string) OptionMark {
	for _, o := range m.Options {
		if o.ID == id {
			return o
		}
	}
	return OptionMark{ID: id}
}

// rightShare is the share of the marks from which an answer counts as right for calibration and review.
const rightShare = 0.75

// Right tells whether the answer counts as right for calibration: at least 75 % of what could be had.
func (m Marking) Right() bool { return m.Of > 0 && m.Marks >= rightShare*m.Of }

// Score is the marking as it counts in a total. What is unscored has no part in one.
func (m Marking) Score() Score {
	if m.Of <= 0 {
		return Score{}
	}
	return Score{Answers: 1, Marks: m.Marks, Of: m.Of, Chance: m.Chance * m.Of}
}

// Possible reports whether marks that a record holds can have come of a format, by the name the files use: of what the
// format gives, no more than there are, beside the chance that is the format's own. Those of an unknown format cannot.
func Possible(format string, m Marking) bool {
	f, known := FormatNamed(format)
	return known && f.Gives(m)
}

// sameFigure reports whether two figures are one but for how a computer keeps fractions.
func sameFigure(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// stepsTo reports whether marks go from 0 to of in whole steps.
func stepsTo(of, marks, step float64) bool {
	return marks >= 0 && marks <= of && math.Mod(marks, step) == 0
}

// Score is marks added up over scored answers, beside what chance alone would have brought.
type Score struct {
	Answers int
	Marks   float64
	Of      float64
	Chance  float64 // in marks
}

// Add is the two scores together.
func (s Score) Add(t Score) Score {
	return Score{s.Answers + t.Answers, s.Marks + t.Marks, s.Of + t.Of, s.Chance + t.Chance}
}

// Possible reports whether a score can be the sum of its answers: whole marks, of as many for each as a format gives, beside what
// the formats leave to chance.
func (s Score) Possible() bool {
	const (
		most        = rateMark * rateMost // for one answer; the least is the 1 of a best answer
		leastChance = 1.0 / bestMost      // as a share
		mostChance  = rankChance
		slack       = 1e-3 // as sums that were rounded have it
	)
	n, whole := float64(s.Answers), func(v float64) bool { return v == math.Trunc(v) }
	return s.Answers > 0 && whole(s.Marks) && whole(s.Of) && s.Marks >= 0 && s.Marks <= s.Of && s.Of >= n && s.Of <= most*n &&
		s.Chance >= leastChance*s.Of-slack && s.Chance <= mostChance*s.Of+slack
}

// Above is the score above chance, (marks − chance) / (available − chance): 1 is full marks, 0 is what chance brings,
// and it can be below 0. ok is false when there is nothing to compare.
func (s Score) Above() (share float64, ok bool) {
	if s.Of-s.Chance <= 0 {
		return 0, false
	}
	return (s.Marks - s.Chance) / (s.Of - s.Chance), true
}

// Percent writes a share in whole percents, rounded towards nought on either side of it: what falls short of a rule never
// reads as reaching it. The sign is a minus, and no line break can part the figure from its unit.
func Percent(share float64) string {
	const close = 1e-9 // 0.29 times 100 is not quite 29 to a computer, nor −0.25 quite −25
	whole := math.Trunc(100*share + math.Copysign(close, share))
	return strings.Replace(strconv.FormatFloat(whole+0, 'f', 0, 64), "-", "−", 1) + "\u00a0%"
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

// uniqueOptions lists the flaws that any format would have: an option without an id, or two with one.
func uniqueOptions(s *Situation) []Flaw {
	var out []Flaw
	seen := map[string]bool{}
	for i, o := range s.Options {
		switch {
		case o.ID == "":
			out = append(out, Flaw{i + 1, "id", "is missing", `give the option a letter, such as id = "a"`})
		case seen[o.ID]:
			out = append(out, Flaw{i + 1, "id", fmt.Sprintf("%q is used twice", o.ID), "give each option a letter of its own"})
		}
		seen[o.ID] = true
	}
	return out
}

// keyNames lists the flaws of a key that should name between least and most options, each once.
func keyNames(s *Situation, least, most int, mend string) []Flaw {
	var out []Flaw
	if n := len(s.Key); n < least || n > most {
		out = append(out, Flaw{0, "key", fmt.Sprintf("names %d options", n), mend})
	}
	seen := map[string]bool{}
	for _, k := range s.Key {
		if _, ok := s.Option(k); !ok {
			out = append(out, Flaw{0, "key", fmt.Sprintf("names %q, which is not an option", k), "name option ids only"})
		}
		if seen[k] {
			out = append(out, Flaw{0, "key", fmt.Sprintf("names %q twice", k), "name each option once"})
		}
		seen[k] = true
	}
	return out
}
