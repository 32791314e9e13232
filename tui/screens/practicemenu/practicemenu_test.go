package practicemenu

import (
	"testing"

	"probity/progress"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Library: t.Library, Record: t.Record, Practices: t.Practices}
}

// menu is the choice of what to practise.
func menu(d *screentest.Driver) *screentest.Driver { return d.Show(New(d.Env, parts(d.Tutor))) }

// met is a record with a mistake that is due, a right answer that is not, a mistake put right, and a bookmark.
func met(t *testing.T) string {
	apart := screentest.Replied("a-request", "boundaries", 0, 2, 9)
	named := screentest.Replied("four-ways", "honesty", 4, 2, 0)
	apart.Principle, named.Principle = "apart", "named"
	return screentest.Recorded(t, apart, screentest.Replied("a-thread", "honesty", 0, 1, 9), screentest.Replied("a-thread", "honesty", 4, 2, 1), named,
		progress.Bookmark{Scenario: "two-views", On: 1})
}

func TestAChoiceBeginsItsPractice(t *testing.T) {
	for keys, ask := range map[string]tutor.Selection{
		"5": {Minutes: 5}, "2": {Minutes: 20}, "enter": {Minutes: 5}, "a": {}, "w": {Weakest: true}, "m": {Missed: true}, "b": {Bookmarked: true},
		"d": {Ahead: true}, "e": {Abroad: true}, "end enter": {Topic: "honesty"},
	} {
		t.Run(keys, func(t *testing.T) {
			menu(screentest.In(t, met(t), screentest.Nobody)).Titled("Practise").Offers("begin").Keys(keys).
				Requests(screen.Open{To: screen.ToPractice{Ask: ask}, Replace: true})
		})
	}
}

// TestALineSaysHowMuchItHas, and one that has nothing is not there.
func TestALineSaysHowMuchItHas(t *testing.T) {
	menu(screentest.New(t, screentest.Doctor)).Sees("5 minutes", "5 minutes      5 situations · about 5 minutes", "All topics", "5 situations · about 5 minutes", "One topic", "0 of 2 met").
		Lacks("weakest", "missed", "Bookmarked", "More than")
	d := menu(screentest.In(t, met(t), screentest.Nobody))
	d.Sees("Where I am weakest", "Still missed         1 situation · about 1 minute", "Bookmarked           1 situation", "More than is due     1 situation · about 1 minute, ahead of time")
	d.Resize(40, 8).Sees("m  Still missed         1 situation", "d  More than is due     1 situation").Keys("d").Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Ahead: true}}, Replace: true})
}

// TestTopicsAreAKeyAway where there is no room for them below, and esc goes back to the line that opened them.
func TestTopicsAreAKeyAway(t *testing.T) {
	d := menu(screentest.New(t, screentest.Doctor)).Resize(80, 12).Lacks("Boundaries").Sees("t  One topic      2 topics").Keys("t").Titled("Practise · one topic").Sees("Boundaries", "0 of 2 met").Lacks("5 minutes")
	d.Keys("esc").Titled("Practise").Sees("› t  One topic").Offers("open").Keys("enter down enter").
		Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Topic: "honesty"}}, Replace: true})
	d.Resize(80, 20).Titled("Practise").Sees("5 minutes", "Honesty", "0 of 2 met").Lacks("t  One topic")
}

func TestATopicSaysHowMuchOfItWasMet(t *testing.T) {
	menu(screentest.New(t, screentest.Doctor)).Sees("0 of 2 met", "0 of 3 met")
	met := screentest.Recorded(t, screentest.Replied("a-thread", "honesty", 0, 0, 3), screentest.Replied("a-thread", "honesty", 4, 0, 2), screentest.Replied("four-ways", "honesty", 4, 0, 1))
	menu(screentest.In(t, met, screentest.Nobody)).Sees("0 of 2 met", "2 of 3 met") // however often it was answered
}

// TestATopicThatTheLearnersCountryLacksIsOneToCompare: it says so, and begins what is not scored.
func TestATopicThatTheLearnersCountryLacksIsOneToCompare(t *testing.T) {
	d := menu(screentest.New(t, screentest.Student)).Sees("Honesty", "0 of 2 met", "Boundaries", "2 to compare: UK")
	d.Keys("end up enter").Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries", Abroad: true}}, Replace: true})
}

func TestWhatThereIsComesWithTheLibrary(t *testing.T) {
	d := menu(screentest.Early(t, t.TempDir(), screentest.Doctor)).Sees("5 minutes", "All topics").Lacks("situation")
	d.Keys("down").Ready().Sees("5 situations · about 5 minutes", "One topic").Keys("enter") // the cursor stays where it was
	d.Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Minutes: 20}}, Replace: true})
}

// TestTopicsOfAPackStandUnderItsName, with whether it is signed, and the library's own topics under none.
func TestTopicsOfAPackStandUnderItsName(t *testing.T) {
	d := menu(screentest.Merged(t, screentest.Doctor).Resize(80, 40)).Sees("“Families of each format”, not signed", "Names ")
	d.Resize(80, 24).Lacks("not signed").Keys("end enter end").Sees("“Families of each format”, not signed", "› Names ")
	menu(screentest.New(t, screentest.Doctor).Resize(80, 40)).Lacks("signed")
}
