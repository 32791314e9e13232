// Two windows at home on one folder.

package app

import "testing"

// windows are two of them. Each is told what the other saves by hears.
func windows(t *testing.T) (one, other *driver) {
	dir := t.TempDir()
	one = drive(t, given{dir: dir, learner: doctor})
	one.keys("down up") // the record is made
	return one, drive(t, given{dir: dir, learner: doctor})
}

// hears brings a window word of what another saved.
func (d *driver) hears() *driver {
	d.send(OutdatedMsg{})
	return d
}

// TestAnAssessmentLeftInAnotherWindow is carried on here, and another one is asked about: also where the menu was up already.
func TestAnAssessmentLeftInAnotherWindow(t *testing.T) {
	one, other := windows(t)
	other.keys("a").sees("› b  Begin").lacks("Carry on")
	one.keys("a b")
	other.hears().sees("c  Carry on   0 of").keys("b").sees("An assessment is open.").keys("esc").sees("carry on: 0 of")
}

// TestAnAssessmentGivenUpInAnotherWindow leads to where the other one can be carried on, and why is said: before more is answered, and where it was
// handed in before that was known.
func TestAnAssessmentGivenUpInAnotherWindow(t *testing.T) {
	begun := func() (one, other *driver) {
		one, other = windows(t)
		one.keys("a b").sees("Assessment 1 of")
		other.hears().keys("a b b").sees("Assessment 1 of")
		return one, other
	}
	one, _ := begun()
	one.hears().sees("This assessment was given up in another window", "c  Carry on   0 of")
	one.keys("c").sees("Assessment 1 of")
	one, _ = begun()
	one.keys("o s").sees("again hands in")
	one.hears().sees("This assessment was given up in another window").lacks("again hands in") // the question goes with its screen
	one, other := begun()
	one.keys("o s s").sees("Your assessment was not handed in", "c  Carry on   0 of").lacks("Handed in")
	other.hears().sees("Assessment 1 of")
}

// TestTwoWindowsBeginAnAssessmentAtOnce: the second is led to the first's.
func TestTwoWindowsBeginAnAssessmentAtOnce(t *testing.T) {
	one, other := windows(t)
	other.keys("a")
	one.keys("a b")
	other.keys("b").sees("Another window began an assessment at the same time", "c  Carry on   0 of")
}

// TestWhatIsLeftInAnotherWindow is carried on or asked about here, as it is in that window.
func TestWhatIsLeftInAnotherWindow(t *testing.T) {
	one, other := windows(t)
	one.keys("p a").sees("Situation 1 of").keys("b enter 2 enter")
	other.hears().keys("p a").sees("You left a practice at 1 of")

	one, other = windows(t)
	one.keys("t").sees("Today 1 of")
	other.hears().sees("carry on: 0 of").keys("t").sees("Carrying on where you left off", "Today 1 of")
}

// TestASettingOfAnotherWindow that was made later is the one that holds, whatever was set here before.
func TestASettingOfAnotherWindow(t *testing.T) {
	here, _ := windows(t)
	one := drive(t, given{dir: here.dir}) // with no role for this run alone
	here = drive(t, given{dir: here.dir})
	here.keys("s").sees("(•) Doctor").keys("home down enter").sees("(•) Physician associate")
	one.keys("s").sees("(•) Doctor").hears().sees("(•) Physician associate").keys("home down down enter")
	here.hears().sees("(•) Anaesthesia associate")
}
