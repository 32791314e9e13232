// Package induction is the facilitated session: a plan of situations, the steps a room takes through each, the count of
// hands before and after, and the facts that are kept of it. It is pure: no clock, no disk, no terminal.
package induction

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// Plan says which situations a session goes through, and how long each may take.
type Plan struct {
	Title        string
	Audience     string // who it is for, in words
	Jurisdiction guidance.Jurisdiction
	Minutes      int    // the slot; the items may leave some of it free
	Opening      string // shown while the room fills
	Closing      string // shown at the end
	Items        []Item
}

// Item is one situation of a plan. A family's turn is an item of its own, right after another variant of the family.
type Item struct {
	Situation string // a situation's id, or a family's, which stands for its first variant that the plan's country is offered
	Minutes   int    // for all its steps together
}

// Planned is the minutes that the items take together. What no item can take counts as the least or the most that one can.
func (p Plan) Planned() int {
	sum := 0
	for _, i := range p.Items {
		sum += max(0, min(i.Minutes, longestSlot))
	}
	return sum
}

// What a plan can hold: a day at most, and no more situations than a day has room for.
const (
	longestSlot = 8 * 60
	mostItems   = 60
)

// The lines that a plan begins with; a facilitator may put their own in the plan's file.
const (
	usualOpening = "Nobody is marked today. What is said in this room stays in it. Disagree with the idea, not with the person."
	usualClosing = "Thank you. Take one line away with you, and ask somebody when you are not sure."
)

// What one situation takes, all its steps together, where nothing else is said. Of a turn most is read already.
const (
	UsualMinutes = 7
	turnMinutes  = 4
)

// Build makes a plan of the situations picked; an item without minutes gets the usual seven, and a turn four. An error is a
// pack.Mistakes with everything that is wrong.
func Build(bank *scenarios.Bank, title string, j guidance.Jurisdiction, minutes int, items ...Item) (Plan, error) {
	p := Plan{Title: title, Jurisdiction: j, Minutes: minutes, Opening: usualOpening, Closing: usualClosing}
	p.Items = slices.Clone(items)
	for i, item := range p.Items {
		if item.Minutes == 0 {
			p.Items[i].Minutes = p.usual(i)
		}
	}
	p = p.Settled(bank)
	return p, p.Check(bank)
}

// usual is the minutes of an item that has none.
func (p Plan) usual(i int) int {
	if p.IsTurn(i) {
		return turnMinutes
	}
	return UsualMinutes
}

// Settled is the plan with a variant where an item names a family.
func (p Plan) Settled(bank *scenarios.Bank) Plan {
	p.Items = slices.Clone(p.Items)
	for i, item := range p.Items {
		p.Items[i].Situation = p.variant(bank, item.Situation)
	}
	return p
}

// variant is the situation that an id stands for: of a family, the first variant that the plan's country is offered.
func (p Plan) variant(bank *scenarios.Bank, id string) string {
	if f, ok := bank.Family(id); ok {
		if offered := f.For(p.Jurisdiction); len(offered) > 0 {
			return offered[0].ID
		}
	}
	return id
}

// Check is everything that is wrong with a plan that has no file, as a pack.Mistakes; nil when nothing is.
func (p Plan) Check(bank *scenarios.Bank) error { return p.Settled(bank).mistakes(bank) }

// mistakes is everything that is wrong with a plan whose items name situations.
func (p Plan) mistakes(bank *scenarios.Bank) error {
	var found pack.Mistakes
	p.check(bank, func(_ pack.Place, id, field, problem, mend string) {
		found = append(found, pack.Mistake{File: "the plan", Situation: id, Field: field, Problem: problem, Mend: mend})
	})
	if len(found) == 0 {
		return nil
	}
	return found
}

// note is told of a mistake: where it stands in a plan's file, the situation, the field, the problem, and what to do.
type note func(at pack.Place, id, field, problem, mend string)

func (p Plan) check(bank *scenarios.Bank, mistake note) {
	p.checkHead(mistake)
	p.checkItems(bank, mistake)
	if n := len(p.Items); n == 0 {
		mistake(pack.Place{}, "", "item", "is missing: there is nothing to discuss", "add an [[item]] with a situation and its minutes")
	} else if n > mostItems {
		mistake(pack.Place{Table: "item", Nth: mostItems}, "", "item", fmt.Sprintf("comes %d times", n), fmt.Sprintf("keep to %d situations", mostItems))
	}
	if over := p.Planned() - p.Minutes; over > 0 && p.Minutes > 0 {
		mistake(pack.Place{Key: "minutes"}, "", "minutes", fmt.Sprintf("is %d, and the items take %d", p.Minutes, p.Planned()),
			fmt.Sprintf("take %d away from the items, or lengthen the slot", over))
	}
}

func (p Plan) checkHead(mistake note) {
	if strings.TrimSpace(p.Title) == "" {
		mistake(pack.Place{Key: "title"}, "", "title", "is missing or empty", `add title = "…"`)
	}
	if !p.Jurisdiction.Known() {
		mistake(pack.Place{Key: "jurisdiction"}, "", "jurisdiction", fmt.Sprintf("%q is not a country Probity teaches", p.Jurisdiction), `use "uk" or "ie"`)
	}
	if p.Minutes < 1 || p.Minutes > longestSlot {
		mistake(pack.Place{Key: "minutes"}, "", "minutes", fmt.Sprintf("is %d", p.Minutes), fmt.Sprintf("give the length of the slot, 1 to %d minutes", longestSlot))
	}
}
