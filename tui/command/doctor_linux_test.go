// The doctor at a terminal: it asks it, and leaves it as it was.
package command_test

import "testing"

func TestDoctorAtATerminalThatAnswersNothing(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := sitDown(t, "doctor")
	term.size(100, 200)
	term.sees("It answered none of what it was asked", "TERM=xterm-256color.")
	term.ends(patience, 0)
	term.cooked()
}

func TestDoctorAtATerminalThatAnswers(t *testing.T) {
	term := sitDown(t, "doctor")
	term.size(100, 200)
	term.until("the question who it is", func() bool { return term.wrote("\x1b[c") })
	term.types("\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?1;2c")
	term.until("the last question", func() bool { return term.wrote("❤️\x1b[6n") })
	for _, column := range []string{"2", "9", "9", "3", "3", "7", "2"} {
		term.types("\x1b[1;" + column + "R")
	}
	term.sees("Its background is light.", "take 8 cells for four of", "TERM=xterm-256color.")
	term.ends(patience, 0)
	term.cooked()
}

func TestDoctorTellsWhatIsDrawn(t *testing.T) {
	if testing.Short() {
		t.Skip("what is shown is the same under the race detector")
	}
	t.Parallel() // it waits for answers
	term := sitDownWith(t, []string{"TERM=xterm", "LANG=en_GB.ISO-8859-1", "LC_ALL=", "LC_CTYPE="}, "doctor")
	term.size(250, 200)
	term.sees("as there are 16 by what TERM", "The locale says ISO-8859-1")
	term.ends(patience, 0)

	term = sitDownWith(t, []string{"TERM=linux", "CLICOLOR=0"}, "doctor")
	term.size(250, 200)
	term.sees("as CLICOLOR asks", "The console's fonts lack marks")
	term.ends(patience, 0)
}
