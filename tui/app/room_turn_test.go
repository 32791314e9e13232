// A turn, as the room sees it.

package app

import (
	"fmt"
	"testing"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/screen"
)

func TestTurnGoldens(t *testing.T) {
	load := families(t)
	plan := induction.Plan{Title: "A first Monday", Jurisdiction: guidance.UK, Minutes: 45, Items: []induction.Item{
		{Situation: "a-request", Minutes: 7}, {Situation: "a-request/numb-again", Minutes: 4}, {Situation: "told-alone", Minutes: 7},
	}}
	const (
		begun  = "space g j enter"
		toVote = begun + " right right 4 j j 1 0"
	)
	for _, size := range usual {
		for _, s := range []struct {
			name string
			to   screen.Route
			keys string
		}{
			{"room", screen.ToRoom{Plan: plan, People: 14}, begun},
			{"room, vote", screen.ToRoom{Plan: plan, People: 14}, toVote},
			{"room, to take away", screen.ToRoom{Plan: plan, People: 14}, toVote + " right right right c right right right"},
			{"room, overview", screen.ToRoom{Plan: plan, People: 14}, begun + " g"},
			{"a plan", screen.ToAgenda{Plan: &plan}, ""},
		} {
			t.Run(fmt.Sprintf("%s %dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				look(t, drive(t, given{learner: doctor, load: load, start: s.to, width: size[0], height: size[1]}).keys(s.keys), size)
			})
		}
	}
}
