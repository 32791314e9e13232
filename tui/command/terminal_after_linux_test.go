// What can be asserted at a terminal: that the program ended, that the terminal was put back, what the record has.
package command_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// ends waits for the program to end within a time and asserts its exit code.
func (term *terminal) ends(within time.Duration, code int) {
	term.t.Helper()
	select {
	case <-term.ended:
	case <-time.After(within):
		term.t.Fatalf("the program is still there after %v; the screen:\n%s", within, term.text())
	}
	if got := term.cmd.ProcessState.ExitCode(); got != code {
		term.t.Errorf("%v, not exit code %d; what it wrote last:\n%s", term.cmd.ProcessState, code, term.text())
	}
}

// dumps ends a program that hangs, and returns what it then says of each goroutine.
func (term *terminal) dumps() string {
	term.mu.Lock()
	before := term.raw.Len()
	term.mu.Unlock()
	if err := term.cmd.Process.Signal(syscall.SIGABRT); err != nil {
		return err.Error()
	}
	select {
	case <-term.ended:
	case <-time.After(soon()):
		return "nothing: it does not take a signal either"
	}
	term.mu.Lock()
	defer term.mu.Unlock()
	return string(term.raw.Bytes()[before:])
}

// gone waits for a program whose terminal is gone, or which a signal may end; what its exit code is, nobody sees.
func (term *terminal) gone() {
	term.t.Helper()
	select {
	case <-term.ended:
	case <-time.After(soon()):
		term.t.Fatalf("the program is still there %v after its terminal went", soon())
	}
	if code := term.cmd.ProcessState.ExitCode(); code > 1 && code != 130 {
		term.t.Errorf("the program ended with %v", term.cmd.ProcessState)
	}
}

// restored asserts that the terminal is as it was: cooked, the first screen up, the cursor showing, nothing left on that
// the program turned on.
func (term *terminal) restored() {
	term.t.Helper()
	term.putBack(false)
}

// putBack is restored, of a terminal that may have been sent half a sequence.
func (term *terminal) putBack(cut bool) {
	term.t.Helper()
	term.cooked()
	term.until("the alternate screen to be left", func() bool {
		left := term.wrote("\x1b[?1049l")
		term.mu.Lock()
		defer term.mu.Unlock()
		return left && !term.screen.Alternate() && !term.screen.Hidden()
	})
	for _, mode := range []string{"1000", "1002", "1003", "1004", "1006", "2004", "2026", "2027"} {
		if cut && mode == "2026" { // which a terminal leaves by itself after a moment
			continue
		}
		term.until("mode "+mode+" to be turned off", func() bool { return term.last("\x1b[?"+mode+"h") <= term.last("\x1b[?"+mode+"l") })
	}
	term.mu.Lock()
	defer term.mu.Unlock()
	if !cut && len(term.screen.Unknown()) > 0 {
		term.t.Errorf("the test's screen does not know %q", term.screen.Unknown())
	}
}

// cooked asserts that the terminal's modes are as they were.
func (term *terminal) cooked() {
	term.t.Helper()
	if after := term.modes(); *after != *term.before {
		term.t.Errorf("the terminal's modes are %+v; they were %+v", *after, *term.before)
	}
}

func (term *terminal) modes() *unix.Termios {
	term.t.Helper()
	now, err := unix.IoctlGetTermios(int(term.slave.Fd()), unix.TCGETS)
	if err != nil {
		term.t.Fatal(err)
	}
	return now
}

// record is the record as text; "" while there is none.
func (term *terminal) record() string {
	text, err := os.ReadFile(filepath.Join(term.data, "progress.toml"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		term.t.Fatal(err)
	}
	return string(text)
}

// count is how often a pattern is in the record.
func (term *terminal) count(pattern string) int {
	return len(regexp.MustCompile(`(?m)`+pattern).FindAllString(term.record(), -1))
}

// keeps asserts how many answers the record has, and that nothing in it is torn or damaged.
func (term *terminal) keeps(answers int) {
	term.t.Helper()
	if got := term.count(`^\[\[answer\]\]$`); got != answers {
		term.t.Errorf("the record has %d answers, not %d:\n%s", got, answers, term.record())
	}
	whole(term.t, term.data)
}

// last is where the program wrote those bytes last; -1 for nowhere.
func (term *terminal) last(text string) int {
	term.mu.Lock()
	defer term.mu.Unlock()
	return bytes.LastIndex(term.raw.Bytes(), []byte(text))
}

// times is how often the program has written those bytes.
func (term *terminal) times(text string) int {
	term.mu.Lock()
	defer term.mu.Unlock()
	return bytes.Count(term.raw.Bytes(), []byte(text))
}

// answersIn is how many answers the record of a folder has.
func answersIn(data string) int {
	text, _ := os.ReadFile(filepath.Join(data, "progress.toml"))
	return len(regexp.MustCompile(`(?m)^\[\[answer\]\]$`).FindAll(text, -1))
}

// holds reports whether a text is in one of the files of a folder.
func holds(t *testing.T, folder, text string) (found bool) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := os.ReadFile(path)
		found = found || bytes.Contains(file, []byte(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
