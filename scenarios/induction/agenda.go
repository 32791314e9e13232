// Ready-made agendas. Each audience and country has one list of ten situations in the order of their worth, chosen by
// hand because a rule can't read whose shoes a stem is told from; the shorter agendas are its beginning.

package induction

import (
	"embed"
	"errors"
	"fmt"

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

// cut is what a slot has room for, with some minutes left for coming in and for questions.
type cut struct{ slot, situations, each int }

func cuts() []cut { return []cut{{15, 2, 7}, {45, 6, 7}, {90, 10, 8}} }

// Lengths lists the slots, in minutes, that there are agendas for.
func Lengths() []int {
	var out []int
	for _, c := range cuts() {
		out = append(out, c.slot)
	}
	return out
}

// Agenda is the ready-made plan for an audience, a country and one of Lengths.
func Agenda(bank *scenarios.Bank, a Audience, j guidance.Jurisdiction, minutes int) (Plan, error) {
	for _, c := range cuts() {
		if c.slot == minutes {
			return agenda(bank, fmt.Sprintf("agenda/%s-%s.toml", a, j), c)
		}
	}
	return Plan{}, fmt.Errorf("there is no agenda of %d minutes: choose one of %v, or build a plan of your own", minutes, Lengths())
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
	return p, nil
}
