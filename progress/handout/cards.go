// What a room votes with on paper: cards to raise, and slips whose codes vote by phone.

package handout

import (
	"fmt"
	"slices"
	"strings"

	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/induction/slips"
)

// cardLetters is how many letters there are cards for: as many as a situation can have options.
const cardLetters = 8

// cards are the letters A to H, and the numbers of a rating where the plan has one, so large that they are read across a lecture hall.
func cards(stops []stop, cut bool) []paper.Block {
	down, how := 1, "Print this once for each person."
	if cut {
		down, how = 2, "Print this once for each person, and cut the pages along the line."
	}
	set := paper.Cards{Across: 1, Down: down}
	for i := range cardLetters {
		set.Cards = append(set.Cards, paper.Card{Big: strings.ToUpper(scenarios.Letter(i)), Says: "Up when the facilitator says so, everybody at once."})
	}
	rating := ratings(stops)
	for _, c := range rating {
		set.Cards = append(set.Cards, paper.Card{Big: c.Label, Says: c.Text})
	}
	says := []string{
		how,
		"Everybody chooses in silence first. Then all cards go up at once, and nobody can look round before choosing.",
		"Hold the card before you, so that only the front of the room reads it, until it is counted.",
		"Count one letter after the other. Who raises no card abstains.",
	}
	if rating != nil {
		says = append(says, "Where one action is judged, raise a number: 4 is very appropriate, 1 very inappropriate.")
	}
	return []paper.Block{paper.List{Items: says}, paper.PageBreak{}, set}
}

// ratings are the choices of the plan's first vote on one action; nil where it has none.
func ratings(stops []stop) []scenarios.Choice {
	i := slices.IndexFunc(stops, func(s stop) bool { return s.Ballot.Action != "" })
	if i < 0 {
		return nil
	}
	return stops[i].Ballot.Choices
}

// toCutOut are the slips, as many as there are codes.
func toCutOut(codes slips.Codes) []paper.Block {
	set := paper.Cards{Across: 2, Down: 6}
	for _, code := range codes {
		set.Cards = append(set.Cards, paper.Card{Big: string(code),
			Says: "Scan the square on the screen or type its address, then type this code. It is one vote, and no name."})
	}
	return []paper.Block{
		paper.List{Items: []string{
			"Cut the slips out, mix them, and let everybody draw one. Nobody notes who has which.",
			"A code is one vote, on whatever phone it is typed: a second phone adds none.",
			"Whoever has no phone raises a hand. Hands and phones are counted together.",
			"Keep what is left over, and put every slip away after the session.",
		}},
		paper.Small(fmt.Sprintf("Slips: %d. Their codes are in a file beside the plan, which the room's computer needs; it tells nobody's name.", len(codes))),
		paper.PageBreak{}, set,
	}
}
