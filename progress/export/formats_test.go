package export

import (
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// stated is what a statement says of an answer: the interaction, and the key as the answer.
type stated struct{ interaction, response string }

func TestEveryFormatIsStated(t *testing.T) {
	scenariostest.Each(t, map[string]stated{
		"best":    {"choice", "b"},
		"choose":  {"choice", "a[,]d[,]f"},
		"rank":    {"sequencing", "c[,]a[,]e[,]b[,]d"},
		"rate":    {"matching", "a[.]4[,]b[.]1[,]c[.]3[,]d[.]2"},
		"discuss": {"choice", ""},
	}, func(t *testing.T, s *scenarios.Situation, want stated) {
		a := progress.Answer{Scenario: s.ID, Format: s.Format.Name(), Chosen: s.Key}
		if got := (stated{situationActivity(a).Definition.InteractionType, response(a)}); got != want {
			t.Errorf("stated as %+v, want %+v", got, want)
		}
	})
	if got := situationActivity(progress.Answer{Format: "essay"}).Definition.InteractionType; got != "other" {
		t.Errorf("a format that this program has not is stated as %q", got)
	}
}
