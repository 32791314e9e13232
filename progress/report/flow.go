// Flow: how those changed their minds who voted twice by phone.

package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/progress/paper"
	"probity/scenarios/induction"
	"probity/scenarios/induction/box"
)

// How many situations' flows have room on the page.
const (
	mostFlows    = 3
	crowdedFlows = 1
)

// flow is how many moved from what to what, for the situations in which most did. Hands do not show it.
func (r Report) flow() []paper.Block {
	var items []string
	for _, s := range r.flowing() {
		items = append(items, r.title(s.Situation)+": "+moved(s)+".")
	}
	switch {
	case items == nil:
		return nil
	case r.crowded():
		return []paper.Block{paper.Small("Of those who voted by phone both times. " + strings.Join(items[:min(crowdedFlows, len(items))], " "))}
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "How minds changed"}, paper.List{Items: items[:min(mostFlows, len(items))]},
		paper.Small("Of those who voted by phone both times; hands do not show it. Fewer than five are not told apart.")}}
}

// flowing are the situations that were voted on twice by phone, those first in which most changed their minds.
func (r Report) flowing() []induction.Shift {
	out := slices.DeleteFunc(slices.Clone(r.Shifts), func(s induction.Shift) bool { return s.Flow.Stayed+movers(s) == 0 })
	slices.SortStableFunc(out, func(a, b induction.Shift) int { return cmp.Compare(movers(b), movers(a)) })
	return out
}

// byPhone reports whether anybody voted by phone.
func (r Report) byPhone() bool {
	return slices.ContainsFunc(r.Shifts, func(s induction.Shift) bool { return len(s.Before.Phones)+len(s.After.Phones) > 0 })
}

// cast is what was counted: hands, or where phones voted too, votes.
func (r Report) cast() string {
	if r.byPhone() {
		return "votes"
	}
	return "hands"
}

// movers is how many changed their minds.
func movers(s induction.Shift) int {
	n := s.Flow.Others
	for _, m := range s.Flow.Moves {
		n += m.Phones
	}
	return n
}

// moved is a flow in words: "9 moved from b to a, fewer than five in other ways, and 8 stayed".
func moved(s induction.Shift) string {
	var ways []string
	for _, m := range s.Flow.Moves {
		ways = append(ways, fmt.Sprintf("%d moved from %s to %s", m.Phones, s.Ballot.Label(m.From), s.Ballot.Label(m.To)))
	}
	switch n := s.Flow.Others; {
	case n > 0 && ways != nil:
		ways = append(ways, few(n)+" in other ways")
	case n > 0:
		ways = append(ways, few(n)+" moved, at most four of them the same way")
	case ways == nil:
		ways = append(ways, "nobody moved")
	}
	return text.Series(append(ways, few(s.Flow.Stayed)+" stayed"))
}

// few is a number of people, as far as it may be told.
func few(n int) string {
	switch {
	case n == 0:
		return "nobody"
	case n < box.Fewest:
		return "fewer than five"
	}
	return fmt.Sprint(n)
}
