package scenarios

import "fmt"

// Format is one way of answering a situation and of marking the answer. Each has a file of its own and a place in Formats.
// Whatever depends on the format of a situation is a method here: nothing outside this package compares a format's name. The
// schemes of marking are those of the product's design and carry no negative marks.
type Format interface {
	// Name is the format as the files spell it.
	Name() string
	// Title is the format as a learner reads it.
	Title() string
	// Check lists what is wrong with the situation's options and key under this format.
	Check(s *Situation) []Flaw

	// Instruction says in one line how this situation is answered.
	Instruction(s *Situation) string
	// Input is how an answer is put together.
	Input() Input
	// Begin is an empty answer to the situation, its options in the order shown.
	Begin(s *Situation, order []string) Attempt

	// Scored reports whether answers earn marks. What is unscored has no key, stands in no assessment and is not reviewed.
	Scored() bool
	// Weight is how often an answer counts in a score over several situations; 0 for what is unscored.
	Weight() int
	// Available is the marks that can be had.
	Available(s *Situation) float64
	// Chance is what an answer at random brings on average, as a fraction of the marks available.
	Chance(s *Situation) float64
	// Scales lists every scale that a situation of this format can be marked on.
	Scales() []Scale
	// Mark marks an answer in the record's notation. An answer that names no option earns nothing.
	Mark(s *Situation, chosen []string) Marking
	// Note is what a learner should know of the scheme beside the marks; "" for nothing.
	Note() string

	// Outright reports whether the key, where there is one, only names the options that are right. Otherwise it says something
	// of every option, in the same words in which an answer does, such as a place.
	Outright() bool
	// KeyOf is what the key says of an option, in bare words such as "1st" or "best answer"; "" for nothing.
	KeyOf(s *Situation, id string) string
	// WholeKey is the key in a line of words, with options called by their letters in the file's order.
	WholeKey(s *Situation) string

	// Contested is the option that a room votes on unless the facilitator chooses another; "" where the options are themselves
	// what is voted for.
	Contested(s *Situation) string
	// Ballot is what a room votes on, with the key. The action is the option that is put to the vote, where it is one.
	Ballot(s *Situation, action string) Ballot

	// Picked lists the options that an answer counts for in the figures of a group. Applied to the key, it is those that the
	// key has.
	Picked(s *Situation, chosen []string) []string
	// PickedMeans says for which answers Picked counts an option, where that is not those that chose it: "of a ranking, who put an
	// option first". It is "" otherwise.
	PickedMeans() string
	// Guess is the answer of somebody who only believes that options are the better the earlier they stand in an order.
	Guess(s *Situation, order []string) []string
	// Fixed is the answer that earns most over situations with the same options, if it has to be the same in all of them: nobody who
	// does not read what tells them apart earns more. It is nil for what is unscored.
	Fixed(all []*Situation) []string
	// Turned lists the answers, each as likely, of somebody who has seen the key of a sibling and assumes only that it turns.
	Turned(sibling *Situation) [][]string
	// Interaction is the interaction type of the xAPI specification that is nearest.
	Interaction() string
}

// Formats lists every format, in the order they are spoken of.
func Formats() []Format { return []Format{best{}, choose{}, rank{}, rate{}, discuss{}} }

// formatCount is how many formats there are.
const formatCount = 5

// FormatNamed finds a format by the name the files use.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name() == name {
			return f, true
		}
	}
	return nil, false
}

// Input is how an answer is put together, so that a front end knows which keys have a use. A switch on it names every value.
type Input int

// The ways of answering.
const (
	PickOne Input = iota
	PickSeveral
	PutInOrder
	GiveNumbers
)

// The interaction types of xAPI 1.0.3 (part two, 2.4.4.1) that formats have.
const (
	choiceInteraction   = "choice"
	orderInteraction    = "sequencing"
	matchingInteraction = "matching"
)

// plain is what most formats have in common.
type plain struct{}

func (plain) Note() string                { return "" }
func (plain) Scored() bool                { return true }
func (plain) Weight() int                 { return 2 }
func (plain) Contested(*Situation) string { return "" }

// outright is what formats have in common whose key only names the options that are right, and whose answers name options too.
type outright struct{ plain }

func (outright) Outright() bool                                { return true }
func (outright) WholeKey(s *Situation) string                  { return s.letters(s.Key) }
func (outright) Picked(s *Situation, chosen []string) []string { return s.among(chosen) }
func (outright) PickedMeans() string                           { return "" }
func (outright) Interaction() string                           { return choiceInteraction }

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
