// Package exchange is the questions that learning platforms keep: what their formats have in common, and how situations become such
// questions and such questions situations. The formats themselves are packages below it.
package exchange

import (
	"cmp"
	"fmt"
	"slices"

	"probity/guidance/text"
)

// Kind is how a question is answered.
type Kind int

// The kinds. Each of the formats has them, or says which it lacks.
const (
	OneOf     Kind = iota // one of the answers is chosen
	SeveralOf             // several are
	TrueFalse             // a statement is true or false: the first answer says true, the second false
	InOrder               // the answers stand in the right order, and are put into it
	Matching              // each answer is given what it goes with
	Open                  // answered in words, which no program marks
)

// Question is one question of a bank. Its name, its categories and its tags are plain; its other texts are Markdown. All are as untrusted as
// the file that they come from.
type Question struct {
	Line     int // of the file it was read from; 0 where it was not
	Kind     Kind
	ID       string   // what the bank calls it; "" where it has no name of its own for it
	Name     string   // what people call it
	Category []string // from the outermost
	Text     string   // what is told and asked
	Answers  []Answer
	Feedback string // shown whatever was answered
	Tags     []string
}

// Answer is one thing that can be chosen, put in its place or matched.
type Answer struct {
	Text     string
	Share    float64 // of the marks, from -1 to 1, for choosing it: OneOf, SeveralOf, TrueFalse
	Match    string  // what it goes with: Matching; an answer without a text is a distractor among the matches
	Feedback string  // shown to who chose it
}

// Loss is something of a file that is not kept, and why.
type Loss struct {
	Line     int    // 1 is the first; 0 when no line can be named
	Question string // its name; "" when the file as a whole is meant
	Says     string
	Became   string // the id of the situation that the question became, in which there is something to do; "" for what is gone
}

// String is the loss in a line.
func (l Loss) String() string {
	says := text.Line(l.Says)
	if l.Question != "" {
		says = text.Line(l.Question) + ": " + says
	}
	if l.Line > 0 {
		says = fmt.Sprintf("line %d: %s", l.Line, says)
	}
	return says
}

// InOrderOfLines sorts losses as they come in the file.
func InOrderOfLines(lost []Loss) []Loss {
	slices.SortStableFunc(lost, func(x, y Loss) int { return cmp.Compare(x.Line, y.Line) })
	return lost
}
