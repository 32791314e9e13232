// The keys that work, at the foot and in help.

package app

import (
	"regexp"
	"strings"
	"testing"

	"probity/tui/screen"
)

// TestHelpShowsTheKeysOfTheLines, whichever list is up: what works is shown.
func TestHelpShowsTheKeysOfTheLines(t *testing.T) {
	for _, c := range []struct{ keys, line string }{
		{"", "g          Guidance"}, {"p", "2          20 minutes"}, {"a", "b "}, {"i", "b          Build a plan"}, {"", "t          Today"},
	} {
		t.Run(c.keys, func(t *testing.T) {
			drive(t, given{learner: doctor}).keys(c.keys+" ?").sees("Keys that work here", c.line)
		})
	}
}

// TestHelpShowsEveryKeyWhole, on as many lines as what it does needs; the keys of the lines that are listed too.
func TestHelpShowsEveryKeyWhole(t *testing.T) {
	sweeps(t)
	for _, s := range everyScreen() {
		d := drive(t, given{learner: s.learner, start: s.start, width: 120, height: 60}).keys(s.keys)
		a := d.app.app
		if a.help != nil || a.typing() {
			continue
		}
		d.keys("?")
		for _, k := range screen.Lines(a.top()) {
			if !regexp.MustCompile(`(^|[ \n›])` + regexp.QuoteMeta(k.Help().Key) + " +").MatchString(d.screen()) {
				t.Errorf("%s: %s is not in\n%s", s.name, k.Help().Key, d.screen())
			}
		}
		d.size(30, 60)
		for _, k := range a.keys() {
			if does := strings.Join(strings.Fields(k.Help().Desc), " "); k.Enabled() && !strings.Contains(d.words(), does) {
				t.Errorf("%s: %q is not in\n%s", s.name, does, d.screen())
			}
		}
	}
}

// TestTheCursorOfHelpStaysAtItsKey where another window has fewer keys: with room for all there is nothing to page.
func TestTheCursorOfHelpStaysAtItsKey(t *testing.T) {
	at := func(down int) *driver {
		return drive(t, given{learner: doctor, start: screen.ToGuidance{}, width: 80, height: 12}).keys("?" + strings.Repeat(" down", down))
	}
	d := at(3).sees("› pgdn")
	d.size(80, 60)
	d.lacks("pgdn").sees("› /          search") // that is gone
	for down, key := range map[int]string{0: "› /          search", 2: "› o          the original", 7: "› q          back, as esc"} {
		d = at(down).sees(key)
		d.size(80, 60)
		d.sees(key)
	}
}

// TestADigitOnThePageOfKeysDoesWhatItSays: a line's where one has it, and else the word's. The cursor begins at no key that leaves.
func TestADigitOnThePageOfKeysDoesWhatItSays(t *testing.T) {
	drive(t, given{}).keys("?").sees("› 1          Doctor", "What words mean: marks, chance").keys("1").sees("Where do you practise?")
	drive(t, given{learner: doctor}).keys("?").sees("What words mean: 1 marks").keys("1").sees("Marks are earned")
}

// TestArrowsAndEnterComeToEveryKey where → means nothing else: help goes from key to key, and enter presses the one that it is at.
func TestArrowsAndEnterComeToEveryKey(t *testing.T) {
	drive(t, given{learner: doctor}).sees("→/? keys").keys("right").sees("Keys that work here", "› /").keys("enter").sees("Search:").keys("esc")
	d := drive(t, given{learner: doctor, start: only("a-request")}).sees("? keys").lacks("→/?").keys("right").lacks("Keys that work here").sees("(•) a")
	d.keys("enter down enter").sees("→/? keys").keys("right").sees("› space").keys("down down down").sees("› r          reflect").keys("enter").sees("Reflection")
	for _, height := range []int{12, 24} { // in cards, too
		d = drive(t, given{learner: doctor, start: only("a-request"), width: 40, height: height}).keys("a enter enter 2")
		d.keys("right down down down").sees("› r          reflect").keys("enter").sees("Leave out anything")
	}
}

// TestTheKeyThatGoesOnIsAtEveryFoot, and then the one that shows the others, however small the window is.
func TestTheKeyThatGoesOnIsAtEveryFoot(t *testing.T) {
	sweeps(t)
	for _, s := range everyScreen() {
		d := drive(t, given{learner: s.learner, start: s.start}).keys(s.keys)
		a := d.app.app
		if a.fullScreen() || a.help != nil {
			continue
		}
		for _, width := range []int{24, 40, 80} {
			d.size(width, 12)
			foot := d.screen()[strings.LastIndex(d.screen(), "\n")+1:]
			if names(a.keys(), "enter") && !strings.Contains(foot, "enter") || !a.typing() && !strings.Contains(foot, "?") {
				t.Errorf("%s, %d wide: %q", s.name, width, foot)
			}
		}
	}
}
