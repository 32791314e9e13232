package phones

import (
	"slices"

	"probity/scenarios/induction/box"
)

// Page is what the room's phones show. Once it is published nobody changes it; the next one takes its place.
type Page struct {
	Session string // what the session is called
	Place   string // where it is: "Situation 2 of 4"
	Story   []string
	Ask     string // the question, or what the room does now
	Matter  string // of a rating: the action that is rated
	Hand    string // what a vote means
	Round   box.Round
	Open    bool // the vote
	Coming  bool // a vote on what is shown, later
	Choices []Choice
	Answer  string // what the key is, once it is shown: "The answer: b"
	Over    bool   // the session
	Notes   Notes
}

// Choice is one thing to vote for.
type Choice struct {
	ID, Label, Text string
	Key             bool // only once the answer is shown
}

// Notes are what the facilitator's own phone shows besides.
type Notes struct {
	Cue   string
	Next  string   // what one step forward leads to
	Says  []string // the arguments for the options, while the room discusses
	Clock string   // "7 minutes behind"; "" where it runs to time
}

// label is what a choice is called; "" for one that there isn't.
func (p *Page) label(choice string) string {
	if i := slices.IndexFunc(p.Choices, func(c Choice) bool { return c.ID == choice }); i >= 0 {
		return p.Choices[i].Label
	}
	return ""
}
