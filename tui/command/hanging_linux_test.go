// Leaving when the program or the terminal hangs: it does not depend on the event loop, nor on anybody reading what is drawn.
package command_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// ways are those out of a program that hangs.
var ways = map[string]func(*terminal){
	"ctrl+c":                        func(term *terminal) { term.types(interrupt) },
	"ctrl+c of the kitty protocol":  func(term *terminal) { term.types("\x1b[99;5u") },
	"ctrl+c on a Cyrillic keyboard": func(term *terminal) { term.types("\x1b[1089::99;5u") },
	"ctrl+c in two pieces":          func(term *terminal) { term.types("\x1b[99"); term.types(";5u") },
	"SIGINT":                        signalled(syscall.SIGINT),
	"SIGTERM":                       signalled(syscall.SIGTERM),
	"SIGHUP":                        signalled(syscall.SIGHUP),
	"SIGQUIT":                       signalled(syscall.SIGQUIT),
	"the terminal goes":             func(term *terminal) { _ = term.master.Close() },
}

func signalled(s syscall.Signal) func(*terminal) { return func(term *terminal) { term.signal(s) } }

// TestAProgramThatHangsIsLeft: a key is never done with, and nothing is drawn or answered any more. What was answered is there.
func TestAProgramThatHangsIsLeft(t *testing.T) {
	for way, leave := range ways {
		t.Run(way, func(t *testing.T) {
			t.Parallel() // it waits for most of the time
			stuck := filepath.Join(t.TempDir(), "stuck")
			term := sitDownWith(t, []string{stuckVariable + "=" + stuck}, aDoctor(t)...)
			term.sees("p      Practise", "Doctor · UK")
			atTheFeedback(term)
			if err := os.WriteFile(stuck, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			term.types("w")
			term.until("the program to hang", func() bool { _, err := os.Stat(stuck + ".now"); return err == nil })
			term.types("nothing comes of these")
			leave(term)
			term.gone()
			term.keeps(1)
			if way != "the terminal goes" {
				term.restored()
			}
		})
	}
}

// TestAPasteWithCtrlCInItIsText, however long the program is followed after it.
func TestAPasteWithCtrlCInItIsText(t *testing.T) {
	term := atHome(t)
	inAReflection(term)
	term.types("\x1b[200~ and\x03 more\x1b[201~")
	term.sees("more")
	term.types(save)
	term.sees("Your reflection is kept.")
	term.types(interrupt)
	term.ends(soon(), 0)
	term.restored()
}

// TestATerminalThatTakesNothingIsLeft: nobody reads what the program writes, as on a line that has stalled, or the terminal
// was told to hold it.
func TestATerminalThatTakesNothingIsLeft(t *testing.T) {
	for name, stall := range map[string]func(*terminal){"nobody reads": (*terminal).stall, "held": (*terminal).freeze} {
		for way, leave := range ways {
			if way == "the terminal goes" {
				continue
			}
			t.Run(name+" "+way, func(t *testing.T) {
				t.Parallel() // it waits for most of the time
				term := atHome(t)
				atTheFeedback(term)
				stall(term)
				leave(term)
				term.gone()
				term.cooked()
				term.keeps(1)
			})
		}
	}
}
