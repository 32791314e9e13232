package scenarios

import "fmt"

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
