package progress

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	at(t, screentest.Recorded(t)).Titled("Progress").Sees("Nothing answered yet.").Keys("enter x o").Requests()
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
			at(t, screentest.Recorded(t, c.answer)).Sees("Next", "› "+c.says).Offers("practise").Keys("enter").Requests(next(c.ask))
		})
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

// TestAChartNeedsSomethingToShow: one week is no course of time, and without the question how sure there is nothing to say of it.
func TestAChartNeedsSomethingToShow(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 0)))
	d.Sees("Activity: answers a day", "Active time by month").Lacks("Over time", "How sure, and how often right", "Very sure, and not right", "Reflections")
	few := []progress.Fact{screentest.Replied("a-request", "boundaries", 4, 1, 7), screentest.Replied("a-request", "boundaries", 0, 3, 0)}
	d = at(t, screentest.Recorded(t, few...))
	d.Sees("1 of 2 right", "A guess", "1 of 1", "Very sure", "Very sure, and not right: 1").Lacks("Fairly sure").Lacks("Over time").Lacks("%")
	d = at(t, screentest.Recorded(t, slices.Repeat(few, 6)...))
	d.Sees("Over time: score above chance by week", "33\u00a0% above chance: full marks are 100, and guessing brings 0", "from 100\u00a0% to 33 below chance")
}

// TestTheFiguresAreNeverWhatIsCut: in the narrowest of usual windows every figure stands whole.
func TestTheFiguresAreNeverWhatIsCut(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Resize(40, 200)
	d.Sees("Very sure ", "Topics", "Reflections: 2", "Activity: answers a day")
	figures := 0
	for _, l := range strings.Split(d.View(), "\n") {
		if strings.Contains(l, "█") && strings.Contains(l, "\u00a0%") || strings.Contains(l, " 2026 █") {
			if strings.ContainsAny(l, "┤▁▂▃▄▅▆▇") { // a chart's scale
				continue
			}
			figures++
			if l = strings.TrimRight(l, " "); !strings.HasSuffix(l, "minutes") && !strings.Contains(l, " of ") && !strings.Contains(l, "min") {
				t.Errorf("cut: %q", l)
			}
		}
	}
	if figures < 8 {
		t.Errorf("%d lines with figures:\n%s", figures, d.View())
	}
}

// TestWhatIsNotAsOtherAnswersAreIsNoted, below everything else.
func TestWhatIsNotAsOtherAnswersAreIsNoted(t *testing.T) {
	older := screentest.Replied("a-thread", "honesty", 4, 0, 2) // the small library has its second revision
	for _, c := range []struct {
		note   string
		answer progress.Answer
	}{
		{"to situations reworded since", older}, {"to situations no longer in the library", screentest.Replied("long-gone", "past", 0, 0, 3)},
		{"dated after today: a clock was wrong", screentest.Replied("a-request", "boundaries", 4, 0, -3)}, {"with marks that cannot be", screentest.Swollen(1)},
	} {
		t.Run(c.note, func(t *testing.T) { at(t, screentest.Recorded(t, c.answer)).Keys("end").Sees("1 answer " + c.note) })
	}
	at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 0))).Keys("end").Lacks("1 answer")
}

// TestTheChartsBesideTheListArePagedToTheirEnd: where they stand beside it, what does not fit can be reached.
func TestTheChartsBesideTheListArePagedToTheirEnd(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Resize(120, 36)
	d.Sees("Over time").More(false, true).Keys("pgdown").Sees("Nov 2026", "Reflections: 2").More(true, false).Keys("pgup").Sees("Over time").More(false, true)
}

func TestAConfidentMistakeIsReadAgain(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...))
	before := d.Until("open").View()
	d.Keys("enter").Sees("✗ Not the best answer", "you: ").Keys("esc")
	if d.View() != before {
		t.Errorf("back is not where it was:\n%s", d.View())
	}
	gone := at(t, screentest.Recorded(t, screentest.Replied("long-gone", "past", 0, 3, 0)))
	gone.Until("open").Keys("enter").Sees("This situation is no longer in the library.")
}

func TestTheFeedbackOnAMistakeHasItsOwnWaysBack(t *testing.T) {
	mistake := screentest.Recorded(t, screentest.Replied("a-thread", "honesty", 0, 3, 0))
	d := at(t, mistake).Until("open").Keys("enter").Sees("Not this time", "reworded since").Offers("back to the whole").Denies("practise")
	d.Keys("w").Sees("What changed since 2013").Keys("esc").Sees("Not this time").Lacks("What changed since 2013").Keys("esc").Sees("Topics").Requests()
	d.Keys("enter").Sees("Not this time").Keys("enter").Sees("Topics").Keys("esc").Requests(screen.Close{})
}

// TestTheLatestMistakesAreListed: ten of them, under the number of all; one that was put right since says so.
func TestTheLatestMistakesAreListed(t *testing.T) {
	var facts []progress.Fact
	for days := 12; days > 0; days-- {
		facts = append(facts, screentest.Replied(fmt.Sprint("gone-", days), "past", 0, 3, days))
	}
	facts = append(facts, screentest.Replied("gone-2", "past", 4, 2, 0))
	d := at(t, screentest.Recorded(t, facts...)).Sees("Very sure, and not right: 12", "gone-1 (", "20 November 2026, right since", "gone-10 (").Lacks("gone-11 (", "gone-12 (")
	if n := strings.Count(d.View(), "right since"); n != 1 {
		t.Errorf("%d were put right:\n%s", n, d.View())
	}
}

// reflectedOn is a record with one reflection, and the driver at it.
func reflectedOn(t *testing.T) *screentest.Driver {
	t.Helper()
	dir := screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 0), progress.Reflection{Scenario: "a-request", Text: "Too quick"})
	return at(t, dir).Until("erase")
}

func TestAReflectionIsEdited(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Sees("A request after clinic", "Who is among your friends?", "Leave out anything that could identify", "Too quick")
	d.Write(", as ever?").Keys("ctrl+s").Sees("Your reflection is kept as it is now.", "Too quick, as ever?")
	if !strings.Contains(d.Record(), "text = \"Too quick, as ever?\"\nreplaces = 2\n") {
		t.Errorf("the record is\n%s", d.Record())
	}
	d.Until("erase").Keys("enter").Write(" no").Keys("esc").Sees("What you typed is not saved", "as ever? no").Keys("esc").Sees("The reflection stays as it was.")
	if strings.Count(d.Record(), "[[reflection]]") != 2 {
		t.Errorf("the record is\n%s", d.Record())
	}
}

// TestAReflectionOutlivesItsSituation: there is no prompt for it any more, and it is edited all the same.
func TestAReflectionOutlivesItsSituation(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 0, 0), progress.Reflection{Scenario: "long-gone", Text: "As it was"})
	at(t, dir).Until("erase").Sees("long-gone (no longer in the library)").Keys("enter").Sees("As it was").Write(" then").Keys("ctrl+s").Saved(`text = "As it was then"`)
}

func TestReflectionsAreListedTheLatestFirst(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Until("erase").Sees("Reflections: 2", "A title says more than a name. I sign")
	if shown := d.View(); strings.Index(shown, "A title says more") > strings.Index(shown, "I answer before") {
		t.Errorf("the earlier one comes first:\n%s", shown)
	}
}

func TestLettersAreTextWhileAReflectionIsEdited(t *testing.T) {
	d := reflectedOn(t).Offers("edit").Keys("enter").Offers("save").Denies("erase")
	if !d.Typing() {
		t.Error("letters are keys")
	}
	d.Write("xox").Resize(40, 12).Send(screen.ChangedMsg{}).Sees("xox").Keys("ctrl+s").Saved(`text = "Too quickxox"`)
	if d.Typing() {
		t.Error("letters are still text")
	}
}

func TestAnEditIsNotLostByQuitting(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Write(" by far").Close()
	at(t, d.Dir).Until("erase").Keys("enter").Sees("Too quick by far")
}

func TestWhatAReflectionSaidBeforeIsErasedOnceItIsConfirmed(t *testing.T) {
	d := reflectedOn(t)
	d.Denies("erase old wording").Keys("enter").Write(", as ever?").Keys("ctrl+s").Sees("o erases that")
	d.Until("erase old wording").Keys("o").Sees("said before you edited", "o again erases it").Keys("down")
	if strings.Count(d.Record(), "[[reflection]]") != 2 {
		t.Error("it was erased unasked")
	}
	d.Until("erase old wording").Keys("o o").Sees("Erased.", "Too quick, as ever?").Denies("erase old wording")
	if strings.Count(d.Record(), "[[reflection]]") != 1 {
		t.Errorf("the record still has it:\n%s", d.Record())
	}
}

func TestAReflectionIsErasedOnceItIsConfirmed(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Write(" by far").Keys("ctrl+s")
	backup := filepath.Join(d.Dir, "backups", "progress-2026-11-21.toml")
	if err := os.MkdirAll(filepath.Dir(backup), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(backup, []byte(d.Record()), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Until("erase").Keys("x").Sees("x again erases it.").Keys("down up").Until("erase").Keys("x")
	if !strings.Contains(d.Record(), "Too quick") {
		t.Fatal("erased though something else was done in between")
	}
	d.Keys("x").Sees("Erased.")
	if strings.Contains(d.View(), "Too quick") || strings.Contains(files(t, d.Dir), "Too quick") {
		t.Errorf("it is still there:\n%s\n%s", d.View(), files(t, d.Dir))
	}
	if strings.Count(d.Record(), "[[answer]]") != 1 {
		t.Errorf("the record lost more than the reflection:\n%s", d.Record())
	}
	at(t, d.Dir).Denies("erase")
}

func TestOnlyAReflectionIsErased(t *testing.T) {
	d := reflectedOn(t)
	for range 3 { // the other lines: what to do next, and the topics
		d.Keys("up").Denies("erase").Keys("x x o o").Lacks("Erase", "said before")
	}
	if !strings.Contains(d.Record(), "Too quick") {
		t.Errorf("the record is\n%s", d.Record())
	}
}

// TestWhatCannotBeErasedIsSaid, and it is still there.
func TestWhatCannotBeErasedIsSaid(t *testing.T) {
	d := reflectedOn(t)
	file, away := filepath.Join(d.Dir, "progress.toml"), filepath.Join(d.Dir, "away")
	for _, err := range []error{os.Rename(file, away), os.Mkdir(file, 0o700)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	d.Keys("x x").Lacks("Erased.", "x again").Sees("progress.toml", "Too quick")
}

// files is all that a folder holds, as one text.
func files(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all.WriteString("== " + path + "\n")
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}
