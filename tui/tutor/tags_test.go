package tutor

import (
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
)

// TestWhoseWordItIs: the facilitator's notes say of each option what the key does; a word such as "1st" says whose it is.
func TestWhoseWordItIs(t *testing.T) {
	p := scenariostest.Pack(t)
	tutor := open(t, t.TempDir(), p)
	scenariostest.Each(t, map[string]string{
		"best":    "|best answer||",
		"choose":  "should be chosen|||should be chosen||should be chosen||",
		"rank":    "key: 2nd|key: 4th|key: 1st|key: 5th|key: 3rd",
		"rate":    "key: very appropriate|key: very inappropriate|key: appropriate but not ideal|key: inappropriate but not awful",
		"discuss": "||",
	}, func(t *testing.T, s *scenarios.Situation, want string) {
		plan, err := induction.Build(p.Bank, "One", guidance.UK, 30, induction.Item{Situation: s.ID})
		if err != nil {
			t.Fatal(err)
		}
		session, _, err := induction.Begin(p.Bank, plan, 10, "id", "1.0.0", tutor.Clock.Now())
		if err != nil {
			t.Fatal(err)
		}
		page := tutor.Rooms.NotesOn(session)
		var says []string
		for _, a := range page.Arguments {
			says = append(says, a.Key)
		}
		if got := strings.Join(says, "|"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if s.Format.Scored() == strings.Contains(page.Key, "no right answer") {
			t.Errorf("the key is said to be %q", page.Key)
		}
	})
}
