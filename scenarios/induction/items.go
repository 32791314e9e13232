// The items of a plan: what is wrong with them, and how a facilitator changes them. A turn stands right under the variants of its
// family, and goes where they go.

package induction

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// family is that of an item.
func (i Item) family() string {
	id, _ := scenarios.Split(i.Situation)
	return id
}

// IsTurn reports whether an item is a turn: another variant of the family that the item above it is of.
func (p Plan) IsTurn(at int) bool {
	return at > 0 && at < len(p.Items) && p.Items[at].family() == p.Items[at-1].family() && p.Items[at].Situation != p.Items[at-1].Situation
}

func (p Plan) checkItems(bank *scenarios.Bank, mistake note) {
	for i := range p.Items {
		p.checkItem(bank, i, mistake)
	}
}

func (p Plan) checkItem(bank *scenarios.Bank, nth int, mistake note) {
	item, before := p.Items[nth], p.Items[:nth]
	at := pack.Place{Table: "item", Nth: nth, Key: "situation"}
	is := func(problem, mend string) { mistake(at, item.Situation, "situation", problem, mend) }
	s, ok := bank.Situation(item.Situation)
	switch {
	case strings.TrimSpace(item.Situation) == "":
		is("is missing or empty", "name a situation by its id")
	case !ok:
		p.checkUnknown(bank, item, is)
	case slices.ContainsFunc(before, func(i Item) bool { return i.Situation == item.Situation }):
		is("is planned twice", "take one of the two out")
	case p.Jurisdiction.Known() && !s.For(p.Jurisdiction):
		is(p.notOffered(), "choose one that is, or change the jurisdiction")
	case !p.IsTurn(nth) && slices.ContainsFunc(before, func(i Item) bool { return i.family() == item.family() }):
		is("stands apart from the other variant of its family", "put it right below that one, as its turn, or take one of the two out")
	}
	if item.Minutes < 1 || item.Minutes > longestSlot {
		at.Key = "minutes"
		mistake(at, item.Situation, "minutes", fmt.Sprintf("is %d", item.Minutes), "give the minutes it may take, usually 5 to 10")
	}
}

// checkUnknown is what is wrong with an item that names no situation. A family is named where none of it is offered in the country,
// or in a session of before it had variants.
func (p Plan) checkUnknown(bank *scenarios.Bank, item Item, is func(problem, mend string)) {
	f, ok := bank.Family(item.family())
	switch {
	case !ok || f.ID != item.Situation:
		is("is not in the library", "check its spelling, or bring the pack that it comes from")
	case !p.Jurisdiction.Known():
	case len(f.For(p.Jurisdiction)) == 0:
		is(p.notOffered(), "choose one that is, or change the jurisdiction")
	default:
		is("is told in several ways now, and none is named", fmt.Sprintf("name one, such as %s", f.For(p.Jurisdiction)[0].ID))
	}
}

func (p Plan) notOffered() string {
	return fmt.Sprintf("is not offered in the plan's country (%s)", p.Jurisdiction.Short())
}

// Place is where a situation stands in the plan; -1 when it is not in it.
func (p Plan) Place(situation string) int {
	return slices.IndexFunc(p.Items, func(i Item) bool { return i.Situation == situation })
}

// Has reports whether any variant of a family is in the plan.
func (p Plan) Has(family string) bool {
	return slices.ContainsFunc(p.Items, func(i Item) bool { return i.family() == family })
}

// With is the plan with a family at its end, by its first variant that the country is offered.
func (p Plan) With(bank *scenarios.Bank, family string) Plan {
	p.Items = append(slices.Clone(p.Items), Item{p.variant(bank, family), UsualMinutes})
	return p
}

// WithTurn is the plan with a further variant of an item's family, below those that are in it: the next in the file's order. ok is
// false where the country is offered no other.
func (p Plan) WithTurn(bank *scenarios.Bank, at int) (turned Plan, ok bool) {
	_, to := p.together(at)
	f, ok := bank.Family(p.Items[at].family())
	if !ok {
		return p, false
	}
	for _, s := range f.For(p.Jurisdiction) {
		if p.Place(s.ID) < 0 {
			p.Items = slices.Insert(slices.Clone(p.Items), to, Item{s.ID, turnMinutes})
			return p, true
		}
	}
	return p, false
}

// Without is the plan without an item; what it turns goes with it.
func (p Plan) Without(at int) Plan {
	to := at + 1
	if !p.IsTurn(at) {
		_, to = p.together(at)
	}
	p.Items = slices.Delete(slices.Clone(p.Items), at, to)
	return p
}

// In is the plan held in another country: a family is there by a variant that the country is offered. What it is not offered is out, and
// named.
func (p Plan) In(bank *scenarios.Bank, j guidance.Jurisdiction) (in Plan, out []string) {
	in = p
	in.Jurisdiction, in.Items = j, nil
	for _, i := range p.Items {
		s, ok := bank.Situation(i.Situation)
		if ok && !s.For(j) && !in.Has(i.family()) {
			i.Situation = in.variant(bank, i.family())
			s, ok = bank.Situation(i.Situation)
		}
		switch {
		case ok && s.For(j) && in.Place(s.ID) < 0:
			in.Items = append(in.Items, i)
		case ok:
			out = append(out, s.Title)
		}
	}
	return in, out
}

// Moved is the plan with an item one place up (-1) or down (+1), and where the item stands then: a family past the one above or below
// it, a turn among those of its family.
func (p Plan) Moved(at, by int) (moved Plan, to int) {
	from, end := p.together(at)
	p.Items = slices.Clone(p.Items)
	switch next := at + by; {
	case p.IsTurn(at):
		if next <= from || next >= end {
			return p, at
		}
		p.Items[at], p.Items[next] = p.Items[next], p.Items[at]
		return p, next
	case by < 0 && from > 0:
		above, _ := p.together(from - 1)
		return p.exchanged(above, from, end), above
	case by > 0 && end < len(p.Items):
		_, below := p.together(end)
		return p.exchanged(from, end, below), from + below - end
	}
	return p, at
}

// exchanged is the plan with the items from one place and those from a second, up to a third, in each other's place.
func (p Plan) exchanged(one, two, three int) Plan {
	p.Items = slices.Concat(p.Items[:one], p.Items[two:three], p.Items[one:two], p.Items[three:])
	return p
}

// together is the places of an item and of those of its family beside it.
func (p Plan) together(at int) (from, to int) {
	from, to = at, at+1
	for p.IsTurn(from) {
		from--
	}
	for p.IsTurn(to) {
		to++
	}
	return from, to
}
