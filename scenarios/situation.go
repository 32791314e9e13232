// Package scenarios holds what a learner meets: situations, the formats they are answered in, how answers are marked,
// and the sitting that leads through them. It is pure: no clock, no disk, no terminal.
package scenarios

import (
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
)

// Topic groups situations and clauses.
type Topic struct {
	ID     string
	Title  string
	Covers string
	Words  [][]string // what people call it: each list is one thing under several names, to search for
}

// Principle is the one-line lesson that sibling situations teach.
type Principle struct {
	ID     string
	Topic  string
	Lesson string
}

// Option is one thing a learner could do. Answers are recorded by its ID, whatever order is shown.
type Option struct {
	ID     string
	Text   string
	Why    string   // the rationale: why it is right or wrong
	Cites  []string // clause ids
	Stated []string // what else the rationale rests on: TheLead, or outside laws by their titles, as the lead states them; or Uncited
}

// What may stand in Option.Stated beside the titles of laws.
const (
	TheLead = "lead"    // what the lead states decides, such as a local policy
	Uncited = "uncited" // nobody has said yet which clause decides, as in questions that come from elsewhere
)

// notCited is said of what is Uncited.
const notCited = "Its authors cite no guidance for it yet."

// Grounds says in words what else than guidance the option's rationale rests on, a sentence each.
func (o Option) Grounds() []string {
	var out []string
	for _, on := range o.Stated {
		switch on {
		case TheLead:
			out = append(out, "What decides it is said in the situation itself, such as a policy.")
		case Uncited:
			out = append(out, notCited)
		default:
			out = append(out, "What decides it is a law that the situation names: "+text.Line(on)+".")
		}
	}
	return out
}

// Situation is one scenario as a learner meets it: a stem, an ask, its options and the key. Each variant of a family is one.
type Situation struct {
	ID            string // as Join makes it of the two that follow
	Family        string // id of its family; a situation that is told alone is its own family
	Variant       string // id of the variant within its family; "" for a situation that is told alone
	Revision      int
	Principle     string
	Topic         string // the principle's topic
	Format        Format
	Title         string
	Level         int           // 1 straightforward, 2 needs weighing, 3 reasonable people hesitate
	Setting       guidance.Role // whose shoes; guidance.AnyRole where it fits whoever works with patients
	Jurisdictions []guidance.Jurisdiction
	Minutes       int
	Stem          string // lead and facts as one text; Markdown, untrusted until cleaned for the terminal
	Lead          string // what all variants of the family share
	Facts         string // what decides the key of this one; "" for a situation that is told alone
	Turns         string // what makes the difference to its siblings; "" for a situation that is told alone
	Ask           string
	Key           []string
	Reflect       string
	Talk          []string
	Options       []Option
}

// For reports whether the situation is offered to learners of this country.
func (s *Situation) For(j guidance.Jurisdiction) bool {
	return slices.Contains(s.Jurisdictions, j)
}

// Difficulty is the situation's level in a word.
func (s *Situation) Difficulty() string { return difficulty(s.Level) }

func difficulty(level int) string {
	switch level {
	case 1:
		return "straightforward"
	case 2:
		return "harder"
	}
	return "hardest"
}

// Option finds an option by its id.
func (s *Situation) Option(id string) (Option, bool) {
	for _, o := range s.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// OptionIDs lists the ids of the options in the file's order.
func (s *Situation) OptionIDs() []string {
	ids := make([]string, len(s.Options))
	for i, o := range s.Options {
		ids[i] = o.ID
	}
	return ids
}

// NoReason stands as the rationale of an option for which nobody has given one yet, as in questions that come from elsewhere.
const NoReason = "No reason is given for this yet."

// Reasoned reports whether the option has a rationale of its own.
func (o Option) Reasoned() bool { return o.Why != NoReason }

// Traced reports whether every option has its rationale, and every rationale says what it rests on. What is not traced can be practised,
// and is not assessed.
func (s *Situation) Traced() bool { return s.Uncited() == 0 && s.Unreasoned() == 0 }

// Unreasoned counts the options that have no rationale yet.
func (s *Situation) Unreasoned() int {
	n := 0
	for _, o := range s.Options {
		if !o.Reasoned() {
			n++
		}
	}
	return n
}

// Uncited counts the rationales that nobody has given a clause for yet.
func (s *Situation) Uncited() int {
	n := 0
	for _, o := range s.Options {
		if slices.Contains(o.Stated, Uncited) {
			n++
		}
	}
	return n
}

// Letter is what an option is called where options stand in the file's order, as they do in a room and on paper; "" for an
// option that is not there.
func (s *Situation) Letter(id string) string {
	for i, o := range s.Options {
		if o.ID == id {
			return Letter(i)
		}
	}
	return ""
}

// letters names options by their letters, in the order given.
func (s *Situation) letters(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, s.Letter(id))
	}
	return strings.Join(out, ", ")
}

// among keeps the ids that are options of the situation, in the options' order.
func (s *Situation) among(ids []string) []string {
	var out []string
	for _, o := range s.Options {
		if slices.Contains(ids, o.ID) {
			out = append(out, o.ID)
		}
	}
	return out
}

// Cites lists every clause the rationales rest on, each once, those that decide the key first.
func (s *Situation) Cites() []string {
	return distinct(append(s.Decides(), s.cites(func(Option) bool { return true })...))
}

// Decides lists the clauses that decide the key: those of the keyed options, or, where every option has its place in the key
// or none has, of all.
func (s *Situation) Decides() []string {
	if ids := s.cites(func(o Option) bool { return s.keyed(o.ID) }); len(ids) > 0 {
		return distinct(ids)
	}
	return distinct(s.cites(func(Option) bool { return true }))
}

// Clauses are the clauses that the rationales rest on, those of a country first: the ones that decide the key, and the others.
func (s *Situation) Clauses(lib *guidance.Library, country guidance.Jurisdiction) (deciding, also []*guidance.Clause) {
	deciding = lib.Clauses(s.Decides())
	for _, c := range lib.Clauses(s.Cites()) {
		if !slices.Contains(deciding, c) {
			also = append(also, c)
		}
	}
	return guidance.OwnFirst(country, deciding), guidance.OwnFirst(country, also)
}

func (s *Situation) cites(of func(Option) bool) []string {
	var out []string
	for _, o := range s.Options {
		if of(o) {
			out = append(out, o.Cites...)
		}
	}
	return out
}

func distinct(ids []string) []string {
	var out []string
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// keyed reports whether the key only names options and names this one.
func (s *Situation) keyed(id string) bool {
	return s.Format.Outright() && slices.Contains(s.Key, id)
}
