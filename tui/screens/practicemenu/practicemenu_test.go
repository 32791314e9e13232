package practicemenu

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Library: t.Library, Practices: t.Practices}
}

// menu is the choice of what to practise.
func menu(d *screentest.Driver) *screentest.Driver { return d.Show(New(d.Env, parts(d.Tutor))) }

func TestAChoiceBeginsItsPractice(t *testing.T) {
	for keys, ask := range map[string]tutor.Selection{
		"a": {}, "w": {Weakest: true}, "down down down enter": {Topic: "boundaries"}, "e": {Abroad: true},
	} {
		t.Run(keys, func(t *testing.T) {
			menu(screentest.New(t, screentest.Doctor)).Titled("Practise").Offers("begin").Keys(keys).
				Requests(screen.Open{To: screen.ToPractice{Ask: ask}, Replace: true})
		})
	}
}

func TestATopicSaysHowMuchOfItWasMet(t *testing.T) {
	menu(screentest.New(t, screentest.Doctor)).Sees("10 from every topic", "One topic", "0 of 2 met", "0 of 3 met")
	met := screentest.Recorded(t, screentest.Replied("a-thread", "honesty", 0, 0, 3), screentest.Replied("a-thread", "honesty", 4, 0, 2), screentest.Replied("four-ways", "honesty", 4, 0, 1))
	menu(screentest.In(t, met, screentest.Nobody)).Sees("0 of 2 met", "2 of 3 met") // however often it was answered
}

// TestATopicThatTheLearnersCountryLacksIsOneToCompare: it says so, and begins what is not scored.
func TestATopicThatTheLearnersCountryLacksIsOneToCompare(t *testing.T) {
	d := menu(screentest.New(t, screentest.Student)).Sees("Honesty", "0 of 2 met", "Boundaries", "2 to compare: UK")
	d.Keys("down down down enter").Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries", Abroad: true}}, Replace: true})
}

func TestTopicsComeWithTheLibrary(t *testing.T) {
	d := menu(screentest.Early(t, t.TempDir(), screentest.Doctor)).Sees("All topics", "Where I am weakest").Lacks("One topic")
	d.Keys("down").Ready().Sees("One topic", "Boundaries").Keys("enter") // the cursor stays where it was
	d.Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Weakest: true}}, Replace: true})
}
