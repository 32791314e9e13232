// Plans of induction sessions: the ready-made ones, and what is said of one while it is made.

package tutor

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// UsualSlot is how many minutes inductions most often have.
const UsualSlot = 45

// HowItGoes says what a session is.
const HowItGoes = "Each situation is read, voted on, argued over, voted on again, and settled by the guidance."

// Agendas are the ready-made plans of a country, audience by audience. The library has to be loaded.
func (r *Rooms) Agendas(country guidance.Jurisdiction) (all []induction.Plan) {
	for _, audience := range induction.Audiences() {
		for _, minutes := range induction.Lengths() {
			if plan, err := induction.Agenda(r.library.pack.Bank, audience, country, minutes); err == nil {
				all = append(all, plan)
			}
		}
	}
	return all
}

// CountriesFrom are all there are, this one first.
func CountriesFrom(first guidance.Jurisdiction) []guidance.Jurisdiction {
	all := slices.DeleteFunc(guidance.Jurisdictions(), func(j guidance.Jurisdiction) bool { return j == first })
	return append([]guidance.Jurisdiction{first}, all...)
}

// OtherCountry is another country than this one.
func OtherCountry(country guidance.Jurisdiction) guidance.Jurisdiction {
	all := guidance.Jurisdictions()
	return all[(slices.Index(all, country)+1)%len(all)]
}

// OutOfPlan names what left a plan as it was moved to another country.
func OutOfPlan(plan induction.Plan, out []string) string {
	return "Not offered in " + guidance.The(plan.Jurisdiction) + ", and no longer in the plan: " + strings.Join(out, ", ") + "."
}

// Where is how far a session is that was left, in words.
func (u UnfinishedRoom) Where() string {
	n, of := u.Session.Place()
	place := fmt.Sprintf("%d of %d", n, of)
	if u.Session.IsClosing() {
		place = "the closing"
	}
	return place + ", " + u.Session.Doing()
}

// PlanMistakes is an error as lines: each mistake of a plan is one. There are none where there is no error.
func PlanMistakes(err error) []string {
	var mistakes pack.Mistakes
	switch {
	case err == nil:
		return nil
	case errors.As(err, &mistakes):
		var out []string
		for _, m := range mistakes {
			out = append(out, m.String())
		}
		return out
	}
	return []string{prose.Sentence(err)}
}

// People reads how many are in a room.
func People(value string) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number: type how many people are in the room", value)
	}
	return n, induction.CheckRoom(n)
}

// Shoes says in whose role a situation is told.
func Shoes(role guidance.Role) string {
	if role == guidance.AnyRole {
		return "Role: anybody's"
	}
	return "Role: " + role.Name()
}

// PutToTheVote says what a room votes on in a situation, and of a rating what chooses another action.
func PutToTheVote(s *scenarios.Situation, chooses string) string {
	b := s.Format.Ballot(s, s.Format.Contested(s))
	text := "The vote: " + b.Hand()
	if b.Action != "" {
		text += " It is on " + s.Letter(b.Action) + "; " + chooses + " in the room chooses another."
	}
	return text
}
