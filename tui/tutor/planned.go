// The families of a session's plan, met alone: after the room, at home.

package tutor

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
)

// drawPlan is each family of a plan once, in the plan's order, as it is offered where the learner practises, and what there is to say of that.
// The variant that the room met comes first, so that everybody meets the same one; who has answered it already meets another. A plan is
// chosen by name, so whose shoes a situation is told in leaves none out.
func (p *Practices) drawPlan(plan induction.Plan, seed int64) (drawn []*scenarios.Situation, note string, err error) {
	bank, learner := p.library.pack.Bank, p.profile.Learner()
	var elsewhere, seen []string
	for _, item := range plan.Items {
		id, _ := scenarios.Split(item.Situation)
		family, ok := bank.Family(id)
		switch {
		case !ok || slices.Contains(seen, id): // a turn of it, most likely
		case len(family.For(learner.Jurisdiction)) == 0:
			elsewhere = append(elsewhere, "“"+bank.TitleOf(id)+"”")
		default:
			drawn = append(drawn, p.asInTheRoom(family, item.Situation, seed))
		}
		seen = append(seen, id)
	}
	if len(drawn) == 0 {
		return nil, "", fmt.Errorf("nothing of “%s” is offered in %s, where you practise: it was made for %s", prose.Line(plan.Title),
			guidance.The(learner.Jurisdiction), guidance.The(plan.Jurisdiction))
	}
	return drawn, p.planNote(plan, drawn, elsewhere), nil
}

// asInTheRoom is the variant to meet a family through that a room has met.
func (p *Practices) asInTheRoom(family *scenarios.Family, planned string, seed int64) *scenarios.Situation {
	past, country := p.record.past(), p.profile.Learner().Jurisdiction
	s, ok := p.library.pack.Bank.Situation(planned)
	if _, met := past.Seen[planned]; ok && !met && s.For(country) {
		return s
	}
	return family.First(country, past, seed)
}

// titlesTold is how many situations that are left out are named.
const titlesTold = 3

// planNote says which plan it is, what of it is left out, and in whose shoes the rest is told.
func (p *Practices) planNote(plan induction.Plan, drawn []*scenarios.Situation, elsewhere []string) string {
	learner := p.profile.Learner()
	note := fmt.Sprintf("“%s”: what the room met, now for yourself.", prose.Line(plan.Title))
	where := guidance.The(learner.Jurisdiction)
	switch more := len(elsewhere) - titlesTold; {
	case len(elsewhere) == 1:
		note += fmt.Sprintf(" Left out, since it is not offered in %s: %s.", where, elsewhere[0])
	case more > 1: // a name costs no more room than “1 more”
		note += fmt.Sprintf(" Left out, since they are not offered in %s: %s and %d more.", where, strings.Join(elsewhere[:titlesTold], ", "), more)
	case len(elsewhere) > 1:
		note += fmt.Sprintf(" Left out, since they are not offered in %s: %s.", where, text.Series(elsewhere))
	}
	if n, whose := scenarios.Borrowed(drawn, learner.Role); n > 0 {
		note += fmt.Sprintf(" Told in %s shoes, as in the room: %d of %d.", whose, n, len(drawn))
	}
	return note
}
