package progress

import (
	"fmt"
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/parts/feedback"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Parts: feedback.Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile}, Clock: t.Clock, Record: t.Record, Progress: t.Progress}
}

// at is the screen on the record in a folder.
func at(t *testing.T, dir string) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, dir, screentest.Nobody)
	return d.Resize(80, 76).Show(New(d.Env, parts(d.Tutor)))
}

func TestNothingAnsweredIsSaid(t *testing.T) {
	at(t, screentest.Recorded(t)).Titled("Progress").Sees("Nothing answered yet.").Keys("x o").Requests().Sees("› Next: Meet what is new in ").Keys("enter").Requests(next(tutor.Selection{Topic: "boundaries"}))
}

// TestNoPlaceIsADeadEndBeforeTheFirstAnswer: each says that it is empty, draws no figure of nothing, and begins what there is to do next.
func TestNoPlaceIsADeadEndBeforeTheFirstAnswer(t *testing.T) {
	for key, says := range map[string]string{"w": "Nothing answered yet.", "s": "Say after an answer how sure you are", "h": "Nothing answered yet.", "h right": "Nothing answered yet.",
		"r": "No reflections yet.", "a": "Nothing answered yet."} {
		d := at(t, screentest.Recorded(t)).Keys(key).Sees(says, "› Next: Meet what is new in ").Lacks("nothing scored", "█", "was right").Keys("x o b").Requests()
		d.Offers("practise").Keys("enter").Requests(next(tutor.Selection{Topic: "boundaries"})).Keys("esc").Titled("Progress").Keys("esc").Requests(screen.Close{})
	}
}

// TestWhoIsNotAskedHowSureIsNotToldToSaySo, but where that is set.
func TestWhoIsNotAskedHowSureIsNotToldToSaySo(t *testing.T) {
	d := screentest.In(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 1)), screentest.Nobody).Resize(80, 40)
	d.Tutor.Profile.Change(tutor.SettingCertainty, tutor.Off)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("s").Sees("you are not asked how sure you are. Settings can").Lacks("Say after an answer")
}

func TestItWaitsForTheRecord(t *testing.T) {
	d := screentest.Early(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 0)), screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("Reading your record…").Keys("enter x").Requests().Ready().Sees("One answer on 1 day")
}

// next asks for a practice or a review.
func next(ask tutor.Selection) screen.Action { return screen.Open{To: screen.ToPractice{Ask: ask}} }

func TestWhatToDoNextIsFirst(t *testing.T) {
	due := screentest.Replied("a-request", "boundaries", 0, 3, 10)
	due.Principle = "apart"
	for _, c := range []struct {
		name   string
		answer progress.Answer
		says   string
		ask    tutor.Selection
	}{
		{"what is due", due, "Review what is due today: 1 principle", tutor.Selection{Review: true}},
		{"a weak topic", screentest.Replied("a-request", "boundaries", 0, 3, 0), "Practise Boundaries", tutor.Selection{Topic: "boundaries"}},
		{"what is new", screentest.Replied("a-request", "boundaries", 4, 3, 0), "Meet what is new in ", tutor.Selection{Topic: "boundaries"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			at(t, screentest.Recorded(t, c.answer)).Sees("› Next: " + c.says).Offers("practise").Keys("enter").Requests(next(c.ask))
		})
	}
}

// TestTheLineStaysInAnotherWindow, though that has room for more topics, or for fewer.
func TestTheLineStaysInAnotherWindow(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 0))).Resize(40, 8).Keys("end up up").Sees("› h  History")
	for _, size := range [][2]int{{80, 40}, {30, 4}, {40, 8}, {80, 40}} {
		d.Resize(size[0], size[1]).Sees("› h  History")
	}
}

func TestTheWeakestTopicIsFirstAndEachIsPractised(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 1), screentest.Replied("four-ways", "honesty", 1, 0, 0)))
	d.Sees("1 of 2", "1 of 3")
	if shown := d.View(); strings.Index(shown, "  Honesty ") > strings.Index(shown, "  Boundaries ") {
		t.Errorf("the better topic comes first:\n%s", shown)
	}
	d.Keys("down enter").Requests(next(tutor.Selection{Topic: "honesty"})).Keys("down enter").Requests(next(tutor.Selection{Topic: "boundaries"}))
}

func TestTopicsAreThoseOfTheLearnersCountry(t *testing.T) {
	d := screentest.In(t, screentest.Recorded(t, screentest.Replied("a-thread", "honesty", 4, 0, 1)), screentest.Student)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("  Honesty ", "1 of 2").Lacks("Boundaries")
}

// keysOf is what the title says of each place, and the key that leads there.
func keysOf() map[string]string {
	return map[string]string{"t": "topics", "w": "over time", "s": "how sure", "h": "history", "r": "reflections", "a": "activity"}
}

// TestEachQuestionIsAKeyAway, and esc comes back to the line that led there.
func TestEachQuestionIsAKeyAway(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...))
	for key, name := range keysOf() {
		d.Keys(key).Titled("Progress · " + name).Keys("esc").Titled("Progress").Sees("› " + key + "  ").Keys("enter").Titled("Progress · " + name).Keys("esc")
	}
	d.Keys("esc").Requests(screen.Close{})
}

// TestTheFirstScreenIsWhole: with every record, in every usual window, nothing of it is scrolled; in a small one it is in cards.
func TestTheFirstScreenIsWhole(t *testing.T) {
	long := screentest.Improving()
	for i := range 300 {
		long = append(long, screentest.Replied("a-request", "boundaries", 4*(i%2), 1+i%3, i))
	}
	for name, facts := range map[string][]progress.Fact{
		"nothing": nil, "one answer": {screentest.Replied("a-request", "boundaries", 0, 3, 0)}, "a year": screentest.Improving(), "a long year": long,
	} {
		d := at(t, screentest.Recorded(t, facts...))
		for _, size := range [][2]int{{80, 20}, {100, 26}, {120, 36}, {300, 96}} { // with the lines around it 80×24, 100×30, 120×40
			d.Resize(size[0], size[1]).More(false, false).Sees("Next: ", "a  Activity")
		}
		d.Resize(40, 8).Keys("home").More(false, true).Keys("end").More(true, false).Sees("a  Activity")
		if d.Screen().(screen.Carded).Where() == "" {
			t.Errorf("%s: in a small window it is in no cards", name)
		}
	}
}

// TestAPlaceIsWholeToo: what is no list needs no scrolling.
func TestAPlaceIsWholeToo(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...))
	for _, size := range [][2]int{{80, 20}, {100, 26}, {120, 36}} {
		for key, name := range keysOf() {
			d.Resize(size[0], size[1]).Keys(key).Titled("Progress · " + name)
			if name != "history" && name != "how sure" {
				d.More(false, false)
			}
			d.Keys("esc")
		}
	}
}

// TestWhatIsNotAsOtherAnswersAreIsNoted, below the history.
func TestWhatIsNotAsOtherAnswersAreIsNoted(t *testing.T) {
	older := screentest.Replied("a-thread", "honesty", 4, 0, 2) // the small library has its second revision
	for _, c := range []struct {
		note   string
		answer progress.Answer
	}{
		{"to situations reworded since", older}, {"to situations no longer in the library", screentest.Replied("long-gone", "past", 0, 0, 3)},
		{"dated after today: a clock was wrong", screentest.Replied("a-request", "boundaries", 4, 0, -3)}, {"with marks that cannot be", screentest.Swollen(1)},
	} {
		t.Run(c.note, func(t *testing.T) { at(t, screentest.Recorded(t, c.answer)).Keys("h end").Sees("1 answer " + c.note) })
	}
	at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 0))).Keys("h end").Lacks("1 answer")
}

func TestAConfidentMistakeIsReadAgain(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...))
	before := d.Keys("s").Until("feedback").View()
	d.Keys("enter").Sees("✗ Not the best answer", "you: ").Keys("esc")
	if d.View() != before {
		t.Errorf("back is not where it was:\n%s", d.View())
	}
	gone := at(t, screentest.Recorded(t, screentest.Replied("long-gone", "past", 0, 3, 0)))
	gone.Keys("s").Until("feedback").Keys("enter").Sees("This situation is no longer in the library.")
}

func TestTheFeedbackOnAMistakeHasItsOwnWaysBack(t *testing.T) {
	mistake := screentest.Recorded(t, screentest.Replied("a-thread", "honesty", 0, 3, 0))
	d := at(t, mistake).Keys("s").Until("feedback").Keys("enter").Sees("Not this time", "reworded since").Offers("back to the list").Denies("practise")
	d.Keys("w").Sees("What changed since 2013").Keys("esc").Sees("Not this time").Lacks("What changed since 2013").Keys("esc").Titled("Progress · how sure").Requests()
	d.Keys("enter").Sees("Not this time").Keys("enter").Titled("Progress · how sure").Keys("esc").Titled("Progress").Keys("esc").Requests(screen.Close{})
}

// TestConfidentMistakesAreListed under their number; one that was put right since says so.
func TestConfidentMistakesAreListed(t *testing.T) {
	var facts []progress.Fact
	for days := 12; days > 0; days-- {
		facts = append(facts, screentest.Replied(fmt.Sprint("gone-", days), "past", 0, 3, days))
	}
	facts = append(facts, screentest.Replied("gone-2", "past", 4, 2, 0))
	d := at(t, screentest.Recorded(t, facts...)).Keys("s").Sees("Very sure, and missed: 12", "gone-1 (", "20 Nov 2026  gone-2 (no longer in the library) · right since", "gone-12 (")
	if n := strings.Count(d.View(), "right since"); n != 1 {
		t.Errorf("%d were put right:\n%s", n, d.View())
	}
}
