// What a room votes on, and the count of its hands.

package induction

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/scenarios"
)

// Ballot is what hands are raised for. Whatever the format, each person has one hand: the count can be checked against
// the room, who has not voted is known, and the two votes can be compared.
type Ballot struct {
	Question string // what is asked of the room: the own question of a situation that one hand can answer
	Ask      string // what a hand means
	Action   string // the option that is being rated; "" where the choices are the options themselves
	Choices  []Choice
}

// Choice is one thing to vote for.
type Choice struct {
	ID    string
	Label string // what it is called on the screen: a letter, or a rating's number
	Text  string
	Key   bool // the key has it; never set before the reveal in what is meant for the room
}

// newBallot is the ballot for a situation, with the key. A best answer and a position are voted for outright. Of several
// to choose, each person names the surest, since three hands each could not be checked against the room; of a ranking,
// the first. Of a rating, one action is put to the room and judged on the four steps.
func newBallot(s *scenarios.Situation, action string) Ballot {
	switch s.Format.Name() {
	case "rate":
		return ratingBallot(s, action)
	case "rank":
		return optionBallot(s, "What would you put first?", "One hand each, for what you would put first.", s.Key[:min(1, len(s.Key))])
	case "choose":
		return optionBallot(s, "Which one are you surest of?", "One hand each, for the one you are surest of.", s.Key)
	case "discuss":
		return optionBallot(s, "Which position is closest to your own?", "One hand each, for the position closest to your own.", nil)
	}
	return optionBallot(s, s.Ask, "One hand each, for the answer you would give.", s.Key)
}

func optionBallot(s *scenarios.Situation, question, ask string, key []string) Ballot {
	b := Ballot{Question: question, Ask: ask}
	for i, o := range s.Options {
		b.Choices = append(b.Choices, Choice{o.ID, scenarios.Letter(i), o.Text, slices.Contains(key, o.ID)})
	}
	return b
}

func ratingBallot(s *scenarios.Situation, action string) Ballot {
	b := Ballot{Question: "How appropriate is this?", Ask: "One hand each: how appropriate is this?", Action: action}
	for n := 4; n >= 1; n-- {
		number := strconv.Itoa(n)
		b.Choices = append(b.Choices, Choice{number, number, scenarios.RatingName(n), slices.Contains(s.Key, action+"="+number)})
	}
	return b
}

// contested is the action of a rating that is put to the vote unless the facilitator chooses another: the first whose
// key lies in the middle, where a room differs most. It is "" for other formats.
func contested(s *scenarios.Situation) string {
	if s.Format.Name() != "rate" || len(s.Options) == 0 {
		return ""
	}
	for _, o := range s.Options {
		if slices.Contains(s.Key, o.ID+"=3") || slices.Contains(s.Key, o.ID+"=2") {
			return o.ID
		}
	}
	return s.Options[0].ID
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

// hidden is the ballot without its key.
func (b Ballot) hidden() Ballot {
	b.Choices = slices.Clone(b.Choices)
	for i := range b.Choices {
		b.Choices[i].Key = false
	}
	return b
}

func (b Ballot) has(id string) bool {
	return slices.ContainsFunc(b.Choices, func(c Choice) bool { return c.ID == id })
}

// Votes is the count of hands by choice id.
type Votes map[string]int

// Poll is one vote of the room.
type Poll struct {
	Votes Votes
	Room  int // how many were in the room; 0 when nothing was counted
}

// Hands is how many voted.
func (p Poll) Hands() int {
	sum := 0
	for _, n := range p.Votes {
		sum += n
	}
	return sum
}

// NotVoted is how many did not.
func (p Poll) NotVoted() int { return max(0, p.Room-p.Hands()) }

// write is the votes as facts keep them, "b=12", in the ballot's order and without choices that had no hands.
func (v Votes) write(b Ballot) []string {
	out := []string{}
	for _, c := range b.Choices {
		if v[c.ID] > 0 {
			out = append(out, fmt.Sprintf("%s=%d", c.ID, v[c.ID]))
		}
	}
	return out
}

// readVotes reads what write wrote, for the same ballot.
func readVotes(entries []string, b Ballot) (Votes, error) {
	out := Votes{}
	for _, e := range entries {
		id, number, _ := strings.Cut(e, "=")
		n, err := strconv.Atoi(number)
		if _, again := out[id]; err != nil || n < 0 || n > mostRoom || again {
			return nil, fmt.Errorf("%q is not a count of hands, such as b=12", e)
		}
		if !b.has(id) {
			return nil, fmt.Errorf("%q is not a choice that was put to the vote", id)
		}
		out[id] = n
	}
	return out, nil
}
