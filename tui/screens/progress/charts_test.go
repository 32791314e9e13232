package progress

import (
	"slices"
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/screen/screentest"
)

// TestAWideWindowHasTheChartsBeside the first screen, as many as have room.
func TestAWideWindowHasTheChartsBeside(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Lacks("┤")
	d.Resize(120, 36).Sees("100\u00a0% ┤", "When very sure, right", "Activity: answers a day", "t  Topics").Resize(100, 20).Sees("100\u00a0% ┤", "When very sure").Lacks("Activity: ")
}

// TestAChartNeedsSomethingToShow: one week is no course of time, and without the question how sure there is nothing to say of it.
func TestAChartNeedsSomethingToShow(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 4, 0, 0))).Lacks("very sure, right")
	d.Keys("a").Sees("Activity: answers a day", "Active time by month, 3 minutes in all").Keys("esc")
	d.Keys("w").Sees("The last four weeks: 1 of 1 right.", "Before them: nothing scored.", "A chart begins with").Lacks("┤").Keys("esc s").Sees("Nothing yet.")
	few := []progress.Fact{screentest.Replied("a-request", "boundaries", 4, 1, 7), screentest.Replied("a-request", "boundaries", 0, 3, 0)}
	d = at(t, screentest.Recorded(t, few...)).Sees("1 of 2 right", "When very sure, right 0 of 1.").Lacks("%")
	d.Keys("s").Sees("When very sure, right 0 of 1.", "A guess, right 1 of 1.", "Very sure, and missed: 1").Lacks("fairly", "█")
	d = at(t, screentest.Recorded(t, slices.Repeat(few, 6)...))
	d.Sees("33\u00a0% above chance: full marks are 100, and guessing brings 0", "from 100\u00a0% to 33 points below what guessing brings")
	d.Keys("w").Sees("Over time: score above chance by week", "A gap is a week with fewer than six answers.").Keys("esc s").Sees("A guess, right 6 of 6.         ████████████████")
}

// TestWhereWeeksHaveTooFewAnswersMonthsAreCompared.
func TestWhereWeeksHaveTooFewAnswersMonthsAreCompared(t *testing.T) {
	var facts []progress.Fact
	for i := range 28 { // one every third day
		facts = append(facts, screentest.Replied("a-request", "boundaries", 4*(i/14), 0, 84-3*i))
	}
	d := at(t, screentest.Recorded(t, facts...)).Sees("  ▁▆█  from 33 points below what guessing brings to 100\u00a0% above chance")
	d.Keys("w").Sees("Over time: score above chance by month", "Sep Oct Nov", "A gap is a month")
}

// TestATopicBelowChanceIsLeftOfTheLine, and it says so in a word.
func TestATopicBelowChanceIsLeftOfTheLine(t *testing.T) {
	facts := slices.Repeat([]progress.Fact{screentest.Replied("a-request", "boundaries", 0, 0, 1), screentest.Replied("a-thread", "honesty", 4, 0, 1)}, 6)
	at(t, screentest.Recorded(t, facts...)).Sees("Boundaries      █████│░░░░░░░░░░░░░░░░  33 below  1 of 2 met", "Honesty              │████████████████     100\u00a0%  1 of 3 met")
}

// TestATitleIsWholeWhereItsRowHasRoom: the bars give way first.
func TestATitleIsWholeWhereItsRowHasRoom(t *testing.T) {
	for _, facts := range [][]progress.Fact{{screentest.Replied("a-request", "boundaries", 4, 2, 2)}, screentest.Improving()} {
		d := screentest.In(t, screentest.Recorded(t, facts...), screentest.Doctor)
		const long = "Sponsorship, advertising and conflicts of interest"
		for i := range d.Tutor.Library.Pack().Bank.Topics() {
			d.Tutor.Library.Pack().Bank.Topics()[i].Title = long
		}
		d.Show(New(d.Env, parts(d.Tutor))).Resize(80, 24).Keys("t").Sees(long).Resize(120, 40).Sees(long)
	}
}

// TestTheFiguresAreNeverWhatIsCut: in the narrowest of usual windows every figure stands whole.
func TestTheFiguresAreNeverWhatIsCut(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Resize(40, 200)
	figures := 0
	for _, key := range []string{"t", "s", "a"} {
		d.Keys(key)
		for _, l := range strings.Split(d.View(), "\n") {
			if !strings.Contains(l, "█") || strings.Contains(l, "Activity") || strings.Contains(l, "···") {
				continue
			}
			figures++
			if l = strings.TrimRight(l, " "); !strings.HasSuffix(l, "minutes") && !strings.HasSuffix(l, "met") && !strings.Contains(l, "min") {
				t.Errorf("cut: %q", l)
			}
		}
		d.Keys("esc")
	}
	if figures < 8 {
		t.Errorf("%d lines with figures", figures)
	}
}
