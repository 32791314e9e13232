package scenarios

import (
	"slices"
	"strings"
)

// Ballot is what a room votes on, in whatever format. Each person has one hand: the count can be checked against the room, who
// has not voted is known, and the two votes can be compared.
type Ballot struct {
	Question string // what is asked of the room: the situation's own question where one hand can answer it
	For      string // what a vote is for: "for the answer you would give"
	Action   string // the option that is judged; "" where the choices are the options themselves
	Reveal   string // what stands before the key when it is shown
	Choices  []Choice
}

// Choice is one thing to vote for.
type Choice struct {
	ID    string
	Label string // what it is called on the screen: a letter, or a rating's number
	Text  string
	Key   bool // the key has it; never set before the reveal in what is meant for the room
}

// Hand says what a hand means.
func (b Ballot) Hand() string { return "One hand each, " + b.For + "." }

// Vote says what a vote means, however it is cast.
func (b Ballot) Vote() string { return "One vote each, " + b.For + "." }

// optionBallot is a ballot whose choices are the options, of which the key has some.
func optionBallot(s *Situation, question, what string, key []string) Ballot {
	b := Ballot{Question: question, For: what, Reveal: "The answer"}
	for i, o := range s.Options {
		b.Choices = append(b.Choices, Choice{o.ID, Letter(i), o.Text, slices.Contains(key, o.ID)})
	}
	return b
}

// KeyLabels is what the key is called on the screen, "b" or "a, d, f"; "" when there is none or it is hidden.
func (b Ballot) KeyLabels() string {
	var out []string
	for _, c := range b.Choices {
		if c.Key {
			out = append(out, c.Label)
		}
	}
	return strings.Join(out, ", ")
}

// Label is what a choice is called on the screen; "" for one that there isn't.
func (b Ballot) Label(id string) string {
	if i := slices.IndexFunc(b.Choices, func(c Choice) bool { return c.ID == id }); i >= 0 {
		return b.Choices[i].Label
	}
	return ""
}

// Hidden is the ballot without its key.
func (b Ballot) Hidden() Ballot {
	b.Choices = slices.Clone(b.Choices)
	for i := range b.Choices {
		b.Choices[i].Key = false
	}
	return b
}

// Has reports whether a choice can be voted for.
func (b Ballot) Has(id string) bool {
	return slices.ContainsFunc(b.Choices, func(c Choice) bool { return c.ID == id })
}
