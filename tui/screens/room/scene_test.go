package room

import (
	"strings"
	"testing"
)

// TestTheAnswerIsExplainedOptionByOption: the key on the bars, then one rationale at a time, that of the option with most hands first.
func TestTheAnswerIsExplainedOptionByOption(t *testing.T) {
	d := filling(t, 120, 40).Keys("space right right 4 enter 1 space 9 right right right 3 enter 2 enter 0 enter 9 right right")
	d.Sees("A request after clinic", "✓ The answer: b", "✓ b  ", "↓ why, 1 of 4", "9")
	s, _ := d.Tutor.Library.Pack().Bank.Situation("a-request")
	first := func(i int) string { return strings.Join(strings.Fields(s.Options[i].Why)[:2], " ") }
	d.Lacks(first(0), first(3))
	for _, i := range []int{3, 0, 1, 2} {
		d.Keys("down").Sees(first(i))
	}
	d.Lacks(first(3), "↓ why").Keys("up").Sees(first(1), "↓ why, 4 of 4").Keys("space").Sees(first(2)).Keys("space").Sees("The guidance")
}

// TestTheSituationIsAKeyAway where it has no room, and in sight where it has.
func TestTheSituationIsAKeyAway(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 18}, {40, 12}} {
		d := filling(t, size[0], size[1]).Keys("space right right 4 c").Sees("How the room voted").Lacks("You are")
		d.Keys("q").Sees("A request after clinic", "You are").Keys("q").Lacks("You are").Sees("How the room voted").Keys("q esc").Sees("How the room voted")
	}
	d := filling(t, 100, 28)
	for range 8 {
		d.Keys("right c")
		if d.Sees("You are"); strings.Contains(d.View(), "Before and after") {
			return
		}
	}
}

// TestTheClockIsARow, with a bar that is read from the back row.
func TestTheClockIsARow(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
		filling(t, size[0], size[1]).Keys("space right").Sees("1:00  ████████████")
	}
	d := lead(t).Keys("right").Ticks(30)
	d.Sees("0:30  ", "█░").Ticks(40).Sees("−0:10", "░░░░").Lacks("█")
}

// TestASessionEndsWithWhatWasMetAndAVote: each lesson once, how sure everybody is, and the last words.
func TestASessionEndsWithWhatWasMetAndAVote(t *testing.T) {
	d := lead(t).Keys("right right c right right c right right right").Sees("To take away")
	d.Keys("g end enter").Sees("The closing · What we met", "• ").Keys("s").Sees("there is no situation to leave out").Keys("a").Sees("at its closing").Keys("o").Sees("Only where actions are rated").Keys("right").Sees("How sure are you", "5  sure, and could", "0 of 14 voted")
	d.Keys("4 space 9 f").SessionHas(`votes = ["5=4", "4=9", "0=1"]`, 1).Keys("right").Sees("Thank you. Take one line away with you.", "Fist to five", "14 voted")
	d.Keys("left").Sees("Fist to five", "14 of 14 voted").Keys("left").Sees("What we met")
}
