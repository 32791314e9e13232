package room

import (
	"strings"
	"testing"
)

func TestTheSpreadIsHiddenUntilEverybodyHasVoted(t *testing.T) {
	d := lead(t).Keys("space space")
	d.Sees("0 of 14 voted").Keys("4").Sees("  4▏", "4 of 14 voted · 10 to go").Keys("enter 9").Sees("  9▏", "13 of 14 voted · 1 to go", "counted").Lacks("  4▏")
	d.Keys("j").Sees("  0▏").Lacks("  9▏").Keys("space").Sees("1 of 14 has not voted").Keys("1 space space").Sees("How the room voted", "14 voted")
	d.SessionHas(`votes = ["a=4", "b=9", "c=1"]`, 1)
}

func TestTypingHands(t *testing.T) {
	for _, c := range []struct{ name, keys, sees, votes string }{
		{"two digits are one number", "1 2", " 12▏", `votes = ["a=12"]`},
		{"typing again begins anew", "1 2 j k 3", "  3▏", `votes = ["a=3"]`},
		{"the last digit is taken away", "1 2 backspace", "  1▏", `votes = ["a=1"]`},
		{"and the first", "1 2 backspace backspace", "  0▏", `votes = []`},
		{"with nothing to take away the vote stays", "backspace", "Vote", ""},
		{"too many are refused, and what was there stays", "5 j k 1 5", "  5▏", `votes = ["a=5"]`},
		{"after a refusal digits begin anew", "1 5 7", "  7▏", `votes = ["a=7"]`},
		{"the cursor stops at either end", "k k 2 j j j j j j 3", "2 of 14 voted, 3 abstained", "abstained = 3"},
		{"the counts are typed on one line", "2 space 9 space 0 space 3", "14 of 14 voted", `votes = ["a=2", "b=9", "d=3"]`},
		{"the rest is for the last", "2 space 9 f", "14 of 14 voted", `votes = ["a=2", "b=9", "d=3"]`},
		{"or, once that is counted, abstains", "2 space 9 space 0 space 1 f", "12 of 14 voted, 2 abstained", "abstained = 2"},
		{"nobody is left for the last", "2 space 9 space 3 f", "14 of 14 voted", `votes = ["a=2", "b=9", "c=3"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := lead(t).Keys("space space " + c.keys).Sees(c.sees)
			if last := d.Session()[strings.LastIndex(d.Session(), "seq ="):]; !strings.Contains(last, c.votes) {
				t.Errorf("the last fact lacks %s: %s", c.votes, last)
			}
		})
	}
	lead(t).Keys("space space 1 5").Sees("That would be 15 hands in a room of 14, 1 too many").Sees("  0▏")
}

// A number that was refused is never "counted": it stays refused, wherever the facilitator goes, until another is typed.
func TestARefusedNumberStaysRefused(t *testing.T) {
	d := lead(t).Keys("space space 9 9").Sees("85 too many", "  0▏✗").Keys("enter").Sees("refused").Lacks("counted")
	d.Keys("1 4 space space c").Sees("14 of 14 voted", "The number for a was refused and is not counted").SessionHas(`votes = ["b=14"]`, 1)
	d.Keys("f").Sees("The number for a was refused").Keys("k k 0").Sees("  0▏").Lacks("✗").Lacks("refused").Keys("right").Sees("How the room voted")
	lead(t).Keys("space space 9 9 backspace").Sees("  0▏").Lacks("✗").Sees("1 of 4 · Vote")
}

// A number is typed in one go: after a pause, or another key, a digit begins a new one.
func TestADigitAfterAPauseBeginsAnew(t *testing.T) {
	for _, between := range []string{"+20s", "p", "j k"} {
		lead(t).Keys("space space 2 " + between + " 9").Sees("  9▏")
	}
}

func TestAVoteSaysHowItIsClosed(t *testing.T) {
	lead(t).Keys("space space 4 right").Sees("10 of 14 have not voted", "type how many abstain", "close the vote as it is with c", "The key stays hidden until the answer")
	d := lead(t).Keys("space space 4 enter 6 enter 0 enter 0 enter").Sees("› –  abstain").Keys("4 enter").Sees("How the room voted", "10 voted, 4 abstained")
	d.SessionHas("abstained = 4", 1)
}

// What one hand answers is what is asked: a ranking is not "put in order" by a show of hands.
func TestTheRoomIsAskedWhatItVotesOn(t *testing.T) {
	for place, asks := range map[string]string{"": "What do you do?", "j": "How appropriate is this?", "j j": "Which position is closest", "j j j": "What would you put first?"} {
		d := lead(t).Keys("g " + place + " enter space").Sees(asks).Keys("space").Sees(asks)
		for _, s := range []string{"a-request", "four-ways", "two-views", "an-order"} {
			if s, _ := d.Tutor.Library.Pack().Bank.Situation(s); s.Ask != asks {
				d.Lacks(s.Ask)
			}
		}
	}
}

// TestASmallWindowShowsTheChoicesOfAVote, each by its beginning, and the one that is counted whole.
func TestASmallWindowShowsTheChoicesOfAVote(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {50, 14}} {
		d := filling(t, size[0], size[1]).Keys("space right right")
		d.Sees("› a  ", "  b  ", "  c  ", "  d  ").Lacks("more")
	}
}

func TestAVoteOfNobodyIsNoVote(t *testing.T) {
	d := lead(t).Keys("right right c").Sees("How the room voted", "no vote").Keys("right right c").Sees("Before and after", "before: no vote", "after: no vote")
	d.Keys("left 5 c").Sees("before: no vote", "after: 5 voted, 9 did not")
}
