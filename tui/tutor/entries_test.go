package tutor

import (
	"fmt"
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// TestEntriesOfTheHistory: the latest first, and nothing of an assessment that is not handed in.
func TestEntriesOfTheHistory(t *testing.T) {
	in := func(sitting string, a progress.Answer) progress.Answer { a.Sitting = sitting; return a }
	drawn := []string{"a-request", "a-thread", "an-order"}
	facts := []progress.Fact{
		ago(9, "a-request", 0, scenarios.VerySure), ago(8, "an-order", 1, scenarios.Guess), progress.Undo{Of: 2},
		progress.Bookmark{Scenario: "four-ways", On: 1}, progress.Bookmark{Scenario: "a-thread", On: 1}, progress.Bookmark{Scenario: "an-order", On: 1}, progress.Bookmark{Scenario: "an-order"},
		progress.Sitting{ID: "done", Kind: progress.Assessment, Drawn: drawn},
		in("done", ago(7, "a-request", 0, 0)), in("done", ago(7, "a-request", 1, 0)), in("done", ago(6, "a-thread", 0, 0)),
		progress.Flag{Sitting: "done", Scenario: "a-request", On: 1}, progress.Flag{Sitting: "done", Scenario: "a-thread", On: 1}, progress.Flag{Sitting: "done", Scenario: "a-thread"},
		progress.Submit{Sitting: "done", Pass: 0.5, Rule: scenarios.ByShares},
		progress.Sitting{ID: "open", Kind: progress.Assessment, Drawn: drawn},
		in("open", ago(1, "an-order", 0, 0)), progress.Flag{Sitting: "open", Scenario: "an-order", On: 1},
	}
	p := knowing(t, Options{}, facts...).Progress
	for which, want := range map[Which]string{
		Every: "a-thread 0, a-request 1, a-request 0, ", Missed: "a-thread 0, a-request 0, ", Flagged: "a-request 1, ", Bookmarked: "a-thread 0, four-ways, ",
	} {
		got := ""
		for _, e := range p.Entries(which) {
			got += e.Family
			if e.Answer != nil {
				got += fmt.Sprint(" ", e.Answer.Marks)
			}
			got += ", "
		}
		if got != want {
			t.Errorf("%s: %q, want %q", which.Name(), got, want)
		}
	}
}

func TestARecordOfNothingHasNoEntries(t *testing.T) {
	p := knowing(t, Options{}).Progress
	for _, w := range Whiches() {
		said := p.Overview().None(w, "x", "*")
		if got := p.Entries(w); len(got) > 0 || w.Name() == "" || said == "" || strings.Contains(said, "was right") { // nothing was
			t.Errorf("%s: %v, %q", w.Name(), got, said)
		}
	}
}
