// The moments of a practice, and one that was left at them: what the record has, and where it is carried on. That it can be left in every way is in
// TestEveryWayOut.
package command_test

import (
	"syscall"
	"testing"
)

// A moment is somewhere a learner may be in a practice when it ends.
type moment struct {
	name        string
	get         func(*terminal)
	answers     int // that must be in the record if the practice ends then
	reflections int
}

func moments() []moment {
	return []moment{
		{"at home", func(*terminal) {}, 0, 0},
		{"in a question", inAQuestion, 0, 0},
		{"at the certainty", atTheCertainty, 1, 0},
		{"at the feedback", atTheFeedback, 1, 0},
		{"in a reflection", inAReflection, 1, 1},
	}
}

func inAQuestion(term *terminal) {
	term.types("p")
	term.sees("All topics")
	term.types("a")
	term.sees("Situation 1 of 2 · ")
	term.types("b")
	term.sees("(•) b")
}

func atTheCertainty(term *terminal) {
	inAQuestion(term)
	term.types(enter)
	term.sees("How sure are you?")
}

func atTheFeedback(term *terminal) {
	atTheCertainty(term)
	term.types("2")
	term.sees("Saved.")
}

func inAReflection(term *terminal) {
	atTheFeedback(term)
	term.types("r")
	term.sees("Leave out anything")
	term.types("Half a thought")
	term.sees("Half a thought")
}

// aDoctor is the flags of a doctor in the UK who draws two questions for a single best answer.
func aDoctor(t *testing.T) []string {
	t.Helper()
	return append(drawing(t, "best", "best"), "--role", "doctor", "--jurisdiction", "uk")
}

// atHome is the program at home, with a record.
func atHome(t *testing.T) *terminal {
	t.Helper()
	term := sitDown(t, aDoctor(t)...)
	term.sees("p      Practise", "Doctor · UK")
	term.until("the record", func() bool { return term.record() != "" })
	return term
}

// left asserts what the record has of a practice that ended at a moment.
func (m moment) left(term *terminal) {
	term.t.Helper()
	term.keeps(m.answers)
	if got := term.count(`^\[\[reflection\]\]$`); got != m.reflections {
		term.t.Errorf("the record has %d reflections, not %d:\n%s", got, m.reflections, term.record())
	}
	if sure := term.count(`^sure = `); m.name == "at the certainty" && sure > 0 {
		term.t.Errorf("a certainty that was not given is in the record:\n%s", term.record())
	}
}

func TestInterruptedSittingIsPickedUp(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := atHome(t)
	inAQuestion(term)
	term.types(interrupt)
	term.ends(soon(), 0)

	term = term.again("practise")
	term.sees("Situation 1 of 2 · ", "0 of 2 done")
	term.seesNot("(•)")
	term.types("a" + enter)
	term.sees("How sure are you?")
	term.types(interrupt)
	term.ends(soon(), 0)
	term.keeps(1)

	term = term.again("practise")
	term.sees("Situation 1 of 2 · ", "Saved.", "1 of 2 done")
	term.types(enter)
	term.sees("Situation 2 of 2 · ")
	term.types(interrupt)
	term.ends(soon(), 0)
	term.keeps(1)
	if got := term.count(`^\[\[sitting\]\]$`); got != 1 {
		t.Errorf("the record has %d sittings, not one", got)
	}
}

func TestFault23SignalWhileStarting(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := sitDown(t)
	term.until("the alternate screen", func() bool { return term.wrote("\x1b[?1049h") })
	term.signal(syscall.SIGTERM)
	term.ends(soon(), 0)
	term.restored()
}

func TestFault3Killed(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := atHome(t)
	atTheFeedback(term)
	kill(term)
	term.keeps(1)

	term = term.again()
	term.sees("enter  Carry on", "1 of 2")
	term.types("q")
	term.ends(soon(), 0)
}

// In plain lines ctrl+c is a signal, sent by the terminal.
func TestInterruptInPlainLines(t *testing.T) {
	t.Parallel() // it waits for most of the time
	for _, m := range []moment{{name: "in a question"}, {name: "at the certainty", answers: 1}, {name: "at the feedback", answers: 1}} {
		t.Run(m.name, func(t *testing.T) {
			term := sitDown(t, append(aDoctor(t), "--linear")...)
			term.size(80, 200)
			term.sees("Your answer:")
			if m.answers > 0 {
				term.types("a" + enter)
				term.sees("How sure are you?")
			}
			if m.name == "at the feedback" {
				term.types("2" + enter)
				term.sees("Saved.", "An empty line goes on.")
			}
			term.types(interrupt)
			term.gone()
			m.left(term)
		})
	}
}

// Leaving at once after an answer, while it is being written, neither loses it nor writes it twice.
func TestLeavingWhileSaving(t *testing.T) {
	t.Parallel() // it waits for most of the time
	for range 10 {
		term := atHome(t)
		atTheCertainty(term)
		term.types("2" + interrupt)
		term.ends(soon(), 0)
		term.keeps(1)
		if t.Failed() {
			return
		}
	}
}
