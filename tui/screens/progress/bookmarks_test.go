package progress

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func TestWhatIsBookmarkedIsPractisedOrTakenOff(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 1),
		progress.Bookmark{Scenario: "an-order", On: 1}, progress.Bookmark{Scenario: "long-gone", On: 1}, progress.Bookmark{Scenario: "a-request", On: 1}))
	d.Sees("To come back to").Until("bookmark").Offers("practise").Keys("enter").Requests(next(tutor.Selection{Only: "a-request"}))
	d.Keys("down").Sees("› long-gone (no longer in the library)").Keys("enter").Sees("b takes the bookmark away").Requests()
	d.Keys("b").Sees("The bookmark is taken away.").Lacks("long-gone").Saved("scenario = \"long-gone\"\non = 0")
	d.Until("bookmark").Keys("b b").Lacks("To come back to").Denies("bookmark")
}

func TestABookmarkIsListedBeforeAnythingIsAnswered(t *testing.T) {
	d := at(t, screentest.Recorded(t, progress.Bookmark{Scenario: "an-order", On: 1})).Sees("Nothing answered yet.", "To come back to")
	d.Keys("enter").Requests(next(tutor.Selection{Only: "an-order"}))
}

func TestAnEarlierAnswerIsBookmarked(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 1)))
	d.Until("open").Keys("enter").Titled("Progress").Offers("bookmark").Keys("b").Sees("Bookmarked: ").Titled("Progress · bookmarked")
	d.Keys("esc").Titled("Progress").Sees("To come back to")
	if shown := d.View(); strings.Count(shown, "A request after clinic") != 2 {
		t.Errorf("it is not listed as a mistake and a bookmark:\n%s", shown)
	}
}

// TestTwoMistakesOfOneFamilyAreToldApart, and each opens as it was answered.
func TestTwoMistakesOfOneFamilyAreToldApart(t *testing.T) {
	var facts []progress.Fact
	for i, variant := range []string{"from-the-ward", "an-old-friend"} {
		a := screentest.Replied("a-request", "boundaries", 0, 3, i+1)
		a.Variant, a.Chosen = variant, []string{"d"}
		facts = append(facts, a)
	}
	d := screentest.Families(t, screentest.Recorded(t, facts...), screentest.Nobody)
	d.Resize(80, 76).Show(New(d.Env, parts(d.Tutor))).Sees("A request at eleven: You know him from the ward…", "A request at eleven: You played football with him at…")
	d.Until("open").Keys("enter space").Sees("You played football with him").Lacks("ward alone").Keys("esc esc down enter space").Sees("You know him from the ward alone.").Lacks("football")
}
