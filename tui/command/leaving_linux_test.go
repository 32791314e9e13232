// Leaving and stopping where the ordinary ways do not work: a terminal that takes nothing, and a shell that takes over.
package command_test

import (
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// freeze makes the terminal take nothing, as ctrl+s and a line that is down do; or take everything again.
func (term *terminal) freeze(frozen bool) {
	term.t.Helper()
	action := unix.TCOON
	if frozen {
		action = unix.TCOOFF
	}
	if err := unix.IoctlSetInt(int(term.slave.Fd()), unix.TCXONC, action); err != nil {
		term.t.Fatal(err)
	}
}

// sent gives the program a signal.
func (term *terminal) sent(s syscall.Signal) {
	term.t.Helper()
	if err := term.cmd.Process.Signal(s); err != nil {
		term.t.Fatal(err)
	}
}

// TestAFrozenTerminalIsLeft: the program ends, the answer that it had is kept, and the terminal is as it was.
func TestAFrozenTerminalIsLeft(t *testing.T) {
	for name, leave := range map[string]func(*terminal){
		"SIGTERM":                 func(term *terminal) { term.sent(syscall.SIGTERM) },
		"SIGHUP":                  func(term *terminal) { term.sent(syscall.SIGHUP) },
		"SIGQUIT":                 func(term *terminal) { term.sent(syscall.SIGQUIT) },
		"ctrl+c":                  func(term *terminal) { term.types(interrupt) },
		"ctrl+c of new terminals": func(term *terminal) { term.types("\x1b[99;5u") },
		"ctrl+c behind other keys": func(term *terminal) {
			for range 8 {
				term.types(down)
				term.size(81, 24)
				term.size(80, 24)
			}
			term.types(interrupt)
		},
	} {
		t.Run(name, func(t *testing.T) {
			term := atHome(t)
			atTheFeedback(term)
			term.freeze(true)
			term.types(down)
			leave(term)
			term.ends(patience, 0)
			now, err := unix.IoctlGetTermios(int(term.slave.Fd()), unix.TCGETS)
			if err != nil || *now != *term.before {
				t.Errorf("the terminal is %+v, %v; it was %+v", now, err, term.before)
			}
			term.keeps(1)
		})
	}
}

// TestStoppedAndGoneOnWith: ctrl+z and the signal give the shell its terminal, and fg brings the screen back whole, in a new size.
func TestStoppedAndGoneOnWith(t *testing.T) {
	const suspend = "\x1a"
	term := startOther(t, "bash", &syscall.SysProcAttr{Setsid: true, Setctty: true}, []string{"PS1=$ "}, "--norc", "-i")
	term.sees("$")
	term.types("probity practise --role doctor --jurisdiction uk" + enter)
	term.sees("Situation 1 of ")
	for range 2 {
		term.types(suspend)
		term.sees("Stopped")
		term.types("echo the shell $((6*7))" + enter)
		term.sees("the shell 42")
		term.size(90, 30)
		term.types("fg" + enter)
		term.sees("Situation 1 of ", "? keys")
		term.types("?")
		term.sees("Keys that work here")
		term.types(escape)
		term.seesNot("Keys that work here")
	}
	term.types(interrupt)
	term.seesNot("Situation 1 of ")
	term.types("exit" + enter)
	term.ends(patience, 0)
}

// TestNothingStopsWithoutAShell: where nobody could let the program go on, ctrl+z does nothing.
func TestNothingStopsWithoutAShell(t *testing.T) {
	term := atHome(t)
	term.types("\x1a")
	term.types("?")
	term.sees("Keys that work here")
	term.types(interrupt)
	term.ends(soon(), 0)
	term.restored()
}
