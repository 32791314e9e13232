// Ready-made agendas. Each audience and country has one list of eight families in the order of their worth, chosen by hand from those that
// are told in the audience's own role; the shorter agendas are its beginning. The first of them come back with one thing different.

package induction

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"probity/guidance"
	"probity/scenarios"
)

//go:embed agenda/*.toml
var agendas embed.FS

// Audience is whom a ready-made agenda is for.
type Audience string

// The audiences there are agendas for.
const (
	FoundationDoctors Audience = "foundation-doctors" // interns, in Ireland
	Associates        Audience = "associates"         // physician and anaesthesia associates
	GPTrainees        Audience = "gp-trainees"
	Students          Audience = "students"
)

// Audiences lists the audiences in the order they are offered. An agenda's own Audience says it in words.
func Audiences() []Audience {
	return []Audience{FoundationDoctors, Associates, GPTrainees, Students}
}

// cut is what a slot has room for, with some minutes left for coming in and for the closing: a situation takes nine minutes to be voted on
// twice, argued over and settled.
type cut struct{ slot, situations, each, turns int }

func cuts() []cut { return []cut{{15, 1, 9, 1}, {45, 4, 9, 1}, {90, 8, 9, 1}} }

// Lengths lists the slots, in minutes, that there are agendas for.
func Lengths() []int {
	var out []int
	for _, c := range cuts() {
		out = append(out, c.slot)
	}
	return out
}

// LengthsSaid are Lengths in words: "15, 45 or 90".
func LengthsSaid() string {
	said := ""
	for i, l := range Lengths() {
		switch {
		case i == 0:
		case i == len(Lengths())-1:
			said += " or "
		default:
			said += ", "
		}
		said += strconv.Itoa(l)
	}
	return said
}

// Agenda is the ready-made plan for an audience, a country and one of Lengths.
func Agenda(bank *scenarios.Bank, a Audience, j guidance.Jurisdiction, minutes int) (Plan, error) {
	for _, c := range cuts() {
		if c.slot == minutes {
			return agenda(bank, fmt.Sprintf("agenda/%s-%s.toml", a, j), c)
		}
	}
	return Plan{}, fmt.Errorf("there is no agenda of %d minutes: choose one of %s, or build a plan of your own", minutes, LengthsSaid())
}

func agenda(bank *scenarios.Bank, name string, c cut) (Plan, error) {
	text, err := agendas.ReadFile(name)
	if err != nil {
		return Plan{}, errors.New("there is no agenda for that audience and country: build a plan of your own")
	}
	p, err := ReadPlan(name, text, bank)
	if err != nil {
		return Plan{}, fmt.Errorf("reading the agenda: %w", err)
	}
	p.Minutes, p.Opening, p.Closing = c.slot, usualOpening, usualClosing
	p.Items = p.Items[:min(c.situations, len(p.Items))]
	for i := range p.Items {
		p.Items[i].Minutes = c.each
	}
	return p.telling(bank, c.turns), nil
}

// telling is the plan with so many turns that tell something: each the first of its family whose key is another.
func (p Plan) telling(bank *scenarios.Bank, turns int) Plan {
	for at := 0; at < len(p.Items) && turns > 0; at++ {
		s, _ := bank.Situation(p.Items[at].Situation)
		f, _ := bank.Family(s.Family)
		for _, v := range f.For(p.Jurisdiction) {
			if !v.SameKey(s) {
				at, turns = at+1, turns-1
				p.Items = slices.Insert(slices.Clone(p.Items), at, Item{v.ID, turnMinutes})
				break
			}
		}
	}
	return p
}

// Families is how many situations a plan has, and how many turns of them.
func (p Plan) Families() (situations, turns int) {
	for i := range p.Items {
		if p.IsTurn(i) {
			turns++
		}
	}
	return len(p.Items) - turns, turns
}
