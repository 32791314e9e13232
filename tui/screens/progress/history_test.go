package progress

import (
	"fmt"
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// replies is a record of answers, one for each kind of entry: right, missed and very sure, taken back; and an assessment with a flag.
func replies(t *testing.T) *screentest.Driver {
	t.Helper()
	in := func(sitting string, a progress.Answer) progress.Answer { a.Sitting = sitting; return a }
	return at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 9), screentest.Replied("a-request", "boundaries", 4, 2, 8),
		screentest.Replied("a-thread", "honesty", 4, 2, 7), progress.Undo{Of: 3},
		progress.Sitting{ID: "done", Kind: progress.Assessment, Drawn: []string{"four-ways", "an-order"}, Library: "0.0.1", At: screentest.Started.AddDate(0, 0, -3)},
		in("done", screentest.Replied("four-ways", "honesty", 3, 0, 2)), progress.Flag{Sitting: "done", Scenario: "four-ways", On: 1, At: screentest.Started.AddDate(0, 0, -2)},
		in("done", screentest.Replied("an-order", "boundaries", 0, 0, 2)), progress.Submit{Sitting: "done", Pass: 0.5, Rule: 2, At: screentest.Started.AddDate(0, 0, -2)}))
}

// TestTheHistoryIsOfAllAnswersAndOfSomeOfThem, the latest first, with the sign of how each was judged.
func TestTheHistoryIsOfAllAnswersAndOfSomeOfThem(t *testing.T) {
	d := replies(t).Keys("h").Titled("Progress · history").Sees("[All 4]   Missed 2   Flagged 1   Bookmarked 0   Left blank 0", "✗  13 Nov 2026  A request after clinic · very sure, right since",
		"✓  14 Nov 2026  A request after clinic").Lacks("A thread")
	if shown := d.View(); strings.Index(shown, "20 Nov 2026") > strings.Index(shown, "14 Nov 2026") {
		t.Errorf("an earlier one comes first:\n%s", shown)
	}
	d.Keys("right").Titled("Progress · history · missed").Sees("All 4   [Missed 2]", "Every answer that was not right.", "An order of replies").Lacks("✓", "Four ways")
	d.Keys("tab").Titled("Progress · history · flagged").Sees("[Flagged 1]", "Four ways").Lacks("An order", "A request")
	d.Keys("right").Titled("Progress · history · bookmarked").Sees("[Bookmarked 0]", "Nothing bookmarked. At a question and in its feedback * marks").Keys("enter b p").Requests()
	d.Keys("right").Titled("Progress · history · left blank").Keys("right").Titled("Progress · history").Keys("left left").Titled("Progress · history · bookmarked").Keys("esc").Titled("Progress")
}

func TestAnEmptyHistorySaysHowItFills(t *testing.T) {
	d := at(t, screentest.Recorded(t)).Keys("h").Sees("Nothing answered yet.")
	d.Keys("right").Sees("Nothing answered yet.").Lacks("was right").Keys("right").Sees("Nothing flagged. In an assessment x flags").Keys("right").Sees("Nothing bookmarked")
}

// TestAnAnswerOpensItsFeedback, and from there it is bookmarked, reflected on and practised again.
func TestAnAnswerOpensItsFeedback(t *testing.T) {
	d := replies(t).Keys("h down down").Offers("feedback").Keys("enter").Titled("Progress · history · 14 November 2026").Sees("✓ ", "A request after clinic")
	d.Offers("back to the list").Keys("p").Requests(next(tutor.Selection{Only: "a-request"}))
	d.Keys("b").Sees("Bookmarked: ").Titled("Progress · history · 14 November 2026 · bookmarked")
	d.Keys("r").Sees("Who is among your friends?").Write("Ask first.").Keys("ctrl+s").Sees("Your reflection is kept").Saved(`text = "Ask first."`)
	d.Keys("r").Sees("Ask first.").Write(" Then act.").Keys("ctrl+s").Sees("kept as it is now").Saved(`text = "Ask first. Then act."`, "replaces = ")
	d.Keys("r").Sees("Ask first. Then act.").Keys("esc").Sees("stays as it was").Keys("esc").Sees("Bookmarked 1", "✓  14 Nov 2026  A request after clinic · bookmarked")
	d.Keys("p").Requests(next(tutor.Selection{Only: "a-request"}))
}

// TestAReflectionThatWasBegunIsNotLost: r goes back to it, and going on saves it, as does quitting.
func TestAReflectionThatWasBegunIsNotLost(t *testing.T) {
	begun := func() *screentest.Driver {
		return replies(t).Keys("h enter r").Write("Half a thou").Keys("esc").Sees("r goes back to what you wrote")
	}
	begun().Keys("r").Sees("Half a thou").Write("ght").Keys("esc esc").Saved(`text = "Half a thought"`)
	begun().Close().Saved(`text = "Half a thou"`)
	begun().Keys("r").Write("ght").Close().Saved(`text = "Half a thought"`)
}

// TestALongHistoryIsListedInHundreds, so that no key waits for all of it.
func TestALongHistoryIsListedInHundreds(t *testing.T) {
	var facts []progress.Fact
	for i := range 250 {
		facts = append(facts, screentest.Replied(fmt.Sprint("gone-", i), "past", 0, 0, 250-i))
	}
	d := at(t, screentest.Recorded(t, facts...)).Resize(80, 150).Keys("h").Sees("[All 250]", "gone-249 (", "gone-150 (", "Earlier: 101 to 200 of 250").Lacks("gone-149 (", "Later")
	d.Keys("end enter").Sees("gone-149 (", "gone-50 (", "› Later: 1 to 100 of 250", "Earlier: 201 to 250 of 250").Lacks("gone-150 (", "gone-49 (")
	d.Keys("end enter").Sees("gone-0 (", "Later: 101 to 200 of 250").Lacks("Earlier").Keys("home enter").Sees("gone-149 (").Keys("right").Sees("[Missed 250]", "gone-249 (")
}

func TestWhatIsBookmarkedIsPractisedOrTakenOff(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 1),
		progress.Bookmark{Scenario: "an-order", On: 1}, progress.Bookmark{Scenario: "long-gone", On: 1}, progress.Bookmark{Scenario: "a-request", On: 1}))
	d.Keys("h left left").Sees("[Bookmarked 3]", "› ✓ ").Offers("feedback").Keys("p").Requests(next(tutor.Selection{Only: "a-request"})).Keys("enter").Sees("✓ Right").Keys("esc")
	d.Keys("down").Sees("›    22 Nov 2026  long-gone (no longer in the library)").Offers("practise").Keys("enter").Sees("* takes a bookmark away").Requests()
	d.Keys("b").Sees("The bookmark is taken away.", "[Bookmarked 2]").Lacks("long-gone").Saved("scenario = \"long-gone\"\non = 0")
	d.Offers("practise").Keys("enter").Requests(next(tutor.Selection{Only: "an-order"})).Keys("b b").Sees("Nothing bookmarked").Denies("bookmark")
}

func TestABookmarkIsListedBeforeAnythingIsAnswered(t *testing.T) {
	d := at(t, screentest.Recorded(t, progress.Bookmark{Scenario: "an-order", On: 1})).Sees("Nothing answered yet.").Keys("h left left").Sees("[Bookmarked 1]")
	d.Keys("enter").Requests(next(tutor.Selection{Only: "an-order"}))
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
	d.Resize(80, 76).Show(New(d.Env, parts(d.Tutor))).Keys("s").Sees("A request at eleven: You know him from the ward alone.", "A request at eleven: You played football with him at school…")
	d.Keys("enter space").Sees("You played football with him").Lacks("ward alone").Keys("esc esc down enter space").Sees("You know him from the ward alone.").Lacks("football")
}

// TestAMissedFormIsPractisedItself, and where another form of its family was right since, that is said.
func TestAMissedFormIsPractisedItself(t *testing.T) {
	form := func(variant string, quarters, days int) progress.Answer {
		a := screentest.Replied("a-request", "boundaries", quarters, 2, days)
		a.Variant = variant
		return a
	}
	d := screentest.Families(t, screentest.Recorded(t, form("from-the-ward", 0, 2), form("an-old-friend", 4, 1)), screentest.Nobody)
	d.Resize(100, 40).Show(New(d.Env, parts(d.Tutor))).Keys("h").Sees("[All 2]", "… · right since, in another form").Keys("p").Requests(next(tutor.Selection{Only: "a-request"}))
	d.Keys("down p").Requests(next(tutor.Selection{Only: "a-request/from-the-ward"})).Keys("enter p").Requests(next(tutor.Selection{Only: "a-request/from-the-ward"}))
}

// TestWhatWasLeftBlankIsAKindOfItsOwn: it is neither among the answers nor among what was missed.
func TestWhatWasLeftBlankIsAKindOfItsOwn(t *testing.T) {
	blank, given := screentest.Replied("a-request", "boundaries", 0, 0, 1), screentest.Replied("four-ways", "honesty", 4, 0, 1)
	blank.Sitting, blank.Chosen, given.Sitting = "exam", nil, "exam"
	begun := progress.Sitting{ID: "exam", Kind: progress.Assessment, Drawn: []string{"a-request", "four-ways"}, Library: "0.0.1", At: given.At}
	d := screentest.In(t, screentest.Recorded(t, begun, blank, given, progress.Submit{Sitting: "exam", Pass: 0.5, At: given.At}), screentest.Nobody)
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor))).Sees("One answer (1 left blank) on 1 day").Keys("h").Sees("[All 1]", "Missed 0   Flagged 0   Bookmarked 0   Left blank 1").Lacks("· left blank")
	d.Keys("right").Sees("Nothing missed").Keys("right right right").Titled("Progress · history · left blank").Sees("[Left blank 1]", "–  21 Nov 2026  A request after clinic").Lacks("· left blank")
}

// TestWhatWasHandedInAllBlankIsSaid, by whoever says that nothing is answered.
func TestWhatWasHandedInAllBlankIsSaid(t *testing.T) {
	blank := screentest.Replied("a-request", "boundaries", 0, 0, 1)
	blank.Sitting, blank.Chosen = "exam", nil
	begun := progress.Sitting{ID: "exam", Kind: progress.Assessment, Drawn: []string{"a-request"}, Library: "0.0.1", At: blank.At}
	const said = "One situation handed in blank, none answered. Practise, and this fills in."
	d := screentest.In(t, screentest.Recorded(t, begun, blank, progress.Submit{Sitting: "exam", Pass: 0.5, At: blank.At}), screentest.Nobody)
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor))).Sees(said).Keys("h").Sees("[All 0]", "Left blank 1", said)
}
