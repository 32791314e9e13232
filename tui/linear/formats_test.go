package linear

import (
	"bytes"
	"strings"
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
	"probity/tui/tutor/tutortest"
)

// spoken is an answer, by option, and lines that come of it.
type spoken struct {
	options string // as they are to be typed, but with ids where the learner types letters
	lines   []string
}

func TestEveryFormatIsSpoken(t *testing.T) {
	p := scenariostest.Pack(t)
	scenariostest.Each(t, map[string]spoken{
		"best":    {"b", []string{"Single best answer, straightforward.", "Marks: 1 of 1. Chance alone brings 0.25.", "Your answer, best answer, 1 mark: A pen name"}},
		"choose":  {"adb", []string{"Choose three. Fewer is allowed.", "Marks: 8 of 12. Chance alone brings 4.5.", "You chose it: A pen name", "Should be chosen: Your initials"}},
		"rank":    {"caebd", []string{"Put them in order, the most appropriate first.", "Marks: 20 of 20. Chance alone brings 12.", ". Your name alone. You: 1st, key: 1st, 4 marks.\n"}},
		"rate":    {"a4 b2 c3 d2", []string{"Marks: 14 of 16. Chance alone brings 6.", ". A pen name. You: inappropriate but not awful, key: very inappropriate, 2 marks.\n", "Probity's own"}},
		"discuss": {"b", []string{"There is no right answer here", "Your view: A pen name", "The guidance that bears on it:"}},
	}, func(t *testing.T, s *scenarios.Situation, want spoken) {
		desk := tutortest.Open(t, p)
		practice, err := desk.Practices.Begin(tutor.Selection{Only: s.ID})
		if err != nil {
			t.Fatal(err)
		}
		var replace []string
		for _, l := range practice.Sitting.Attempt().Lines() {
			replace = append(replace, l.ID, l.Letter)
		}
		typed := strings.NewReplacer(replace...).Replace(want.options)
		var out bytes.Buffer
		if err := New(strings.NewReader(typed+"\n\n\n"), &out).Practise(desk, practice); err != nil {
			t.Fatal(err)
		}
		for _, line := range want.lines {
			if !strings.Contains(out.String(), line) {
				t.Errorf("%q is not said:\n%s", line, out.String())
			}
		}
	})
}
