// A person at a terminal: the program on a pseudo-terminal, its screen, keys and signals. Nothing here sleeps for a
// time: what is waited for is waited for until it is there, or a limit is reached.
package command_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"probity/tui/display"
)

// patience is how long anything may take before it counts as not happening.
const patience = 30 * time.Second

// terminal is a pseudo-terminal with the program on it. Unless it is told to, it answers none of the questions that a program may ask it.
type terminal struct {
	t      *testing.T
	master *os.File
	slave  *os.File
	keys   *os.File // where what is typed goes: the master, unless the keyboard is apart
	cmd    *exec.Cmd
	data   string
	races  string // where the race detector writes, if it is on
	before *unix.Termios
	ended  chan struct{} // closed when the program has ended

	stalled atomic.Bool   // nobody reads what comes next
	read    chan struct{} // closed when it is read again
	thawed  sync.Once     // closes it
	slow    atomic.Bool   // what comes is read a little at a time
	answers atomic.Bool   // the questions of a program are answered
	asked   int           // how many of its bytes were looked at for that

	mu      sync.Mutex
	screen  *display.Display
	raw     bytes.Buffer
	changed chan struct{} // gets one when there is something new on the screen
}

// leave ends what is left when a test is over, and shows the screen of one that failed.
func (term *terminal) leave() {
	if term.t.Failed() {
		term.t.Logf("the screen at the end:\n%s", term.text())
	}
	_ = term.cmd.Process.Kill()
	<-term.ended
	races, _ := filepath.Glob(term.races + ".*")
	for _, path := range races {
		found, _ := os.ReadFile(path)
		term.t.Errorf("%s", found)
	}
	_ = term.slave.Close()
	_ = term.master.Close()
}

// watch puts on the screen what the program writes.
func (term *terminal) watch() {
	chunk := make([]byte, 32<<10)
	for {
		if term.stalled.Load() {
			<-term.read
		}
		part := chunk
		if term.slow.Load() && !term.over() {
			<-time.After(time.Millisecond)
			part = chunk[:64]
		}
		n, err := term.master.Read(part)
		term.mu.Lock()
		term.screen.Write(chunk[:n])
		term.raw.Write(chunk[:n])
		term.answer()
		term.mu.Unlock()
		select {
		case term.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// over reports whether the program has ended.
func (term *terminal) over() bool {
	select {
	case <-term.ended:
		return true
	default:
		return false
	}
}

func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return strings.TrimRight(term.screen.String(), "\n")
}

// until waits for something, which is looked at again whenever the screen changes and every few milliseconds, since files
// change without a sign.
func (term *terminal) until(what string, is func() bool) {
	term.t.Helper()
	limit, tick := time.NewTimer(patience), time.NewTicker(5*time.Millisecond)
	defer limit.Stop()
	defer tick.Stop()
	for !is() {
		select {
		case <-term.changed:
		case <-tick.C:
		case <-limit.C:
			term.t.Fatalf("waited in vain for %s; the screen:\n%s", what, term.text())
		}
	}
}

// sees waits until each of the texts stands on the screen, each on one line.
func (term *terminal) sees(texts ...string) {
	term.t.Helper()
	for _, text := range texts {
		term.until("“"+text+"” on the screen", func() bool { return strings.Contains(term.text(), text) })
	}
}

// seesNot waits until the text is gone from the screen.
func (term *terminal) seesNot(text string) {
	term.t.Helper()
	term.until("“"+text+"” to go", func() bool { return !strings.Contains(term.text(), text) })
}

// wrote reports whether the program has written those bytes.
func (term *terminal) wrote(text string) bool {
	term.mu.Lock()
	defer term.mu.Unlock()
	return bytes.Contains(term.raw.Bytes(), []byte(text))
}

// wroteLast reports whether a text is the last that the program wrote.
func (term *terminal) wroteLast(text string) bool {
	term.mu.Lock()
	defer term.mu.Unlock()
	return bytes.HasSuffix(term.raw.Bytes(), []byte(text))
}

// quick is how much faster than others the clock of the program goes, so that what takes a person's time takes none of the test's.
const quick = 100

// glance is how long somebody looks at what has come up before a key is pressed: by the quick clock it is longer than a stage takes none, and
// than a key that is held down takes to come again.
const glance = 10 * time.Millisecond

// types sends keys.
func (term *terminal) types(keys string) {
	term.t.Helper()
	<-time.After(glance)
	if _, err := term.keys.WriteString(keys); err != nil {
		term.t.Fatal(err)
	}
}

// The keys that are no letters.
const (
	enter     = "\r"
	escape    = "\x1b"
	down      = "\x1b[B"
	right     = "\x1b[C"
	interrupt = "\x03"
	save      = "\x13"
)

// size gives the window another size; the system tells the program.
func (term *terminal) size(width, height int) {
	term.t.Helper()
	term.mu.Lock()
	term.screen.Resize(width, height)
	term.mu.Unlock()
	raw, err := term.master.SyscallConn()
	if err != nil {
		term.t.Fatal(err)
	}
	wrong := raw.Control(func(fd uintptr) {
		err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Col: uint16(width), Row: uint16(height)})
	})
	if err := errors.Join(wrong, err); err != nil {
		term.t.Fatal(err)
	}
}
