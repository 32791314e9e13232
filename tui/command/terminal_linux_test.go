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
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"probity/tui/display"
)

// patience is how long anything may take before it counts as not happening.
const patience = 30 * time.Second

// terminal is a pseudo-terminal with the program on it. It answers none of the questions that a program may ask it.
type terminal struct {
	t      *testing.T
	master *os.File
	slave  *os.File
	cmd    *exec.Cmd
	data   string
	races  string // where the race detector writes, if it is on
	typed  string // last
	before *unix.Termios
	ended  chan struct{} // closed when the program has ended

	stalled atomic.Bool   // nobody reads what comes next
	read    chan struct{} // closed when it is read again

	mu      sync.Mutex
	screen  *display.Display
	raw     bytes.Buffer
	changed chan struct{} // gets one when there is something new on the screen
}

// sitDown starts the program in a terminal of 80 by 24 with a record folder of its own.
func sitDown(t *testing.T, args ...string) *terminal {
	t.Helper()
	return sitDownWith(t, nil, args...)
}

// sitDownWith is sitDown with more in the environment.
func sitDownWith(t *testing.T, env []string, args ...string) *terminal {
	t.Helper()
	return start(t, &syscall.SysProcAttr{Setsid: true, Setctty: true}, env, args...)
}

// start starts the program.
func start(t *testing.T, session *syscall.SysProcAttr, env []string, args ...string) *terminal {
	t.Helper()
	return startProgram(t, "probity", session, env, args...) // made by testscript.Main: this test binary, under another name
}

// startProgram is start for any program.
func startProgram(t *testing.T, name string, session *syscall.SysProcAttr, env []string, args ...string) *terminal {
	t.Helper()
	program, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "data")
	term := &terminal{t: t, data: data, races: filepath.Join(t.TempDir(), "race"), ended: make(chan struct{}), changed: make(chan struct{}, 1), read: make(chan struct{}), screen: display.New(80, 24)}
	term.open()
	term.size(80, 24)
	if term.before, err = unix.IoctlGetTermios(int(term.slave.Fd()), unix.TCGETS); err != nil {
		t.Fatal(err)
	}
	term.cmd = exec.Command(program, args...)
	coverage := t.TempDir() // else a run with -cover says at its end that it has nowhere to write, to a terminal that may take nothing
	term.cmd.Env = append([]string{"GOCOVERDIR=" + coverage, "PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "TERM=xterm-256color", "PROBITY_DATA=" + data, "GORACE=atexit_sleep_ms=0 log_path=" + term.races}, env...)
	term.cmd.Stdin, term.cmd.Stdout, term.cmd.Stderr = term.slave, term.slave, term.slave
	term.cmd.SysProcAttr = session
	if err := term.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go term.watch()
	go func() { _ = term.cmd.Wait(); close(term.ended) }()
	t.Cleanup(term.leave)
	return term
}

// open makes the two ends. The master is made anew so that it does not block: only then does closing it close it while it
// is being read.
func (term *terminal) open() {
	term.t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		term.t.Fatal(err)
	}
	defer master.Close()
	fd, err := unix.FcntlInt(master.Fd(), unix.F_DUPFD_CLOEXEC, 0) // no other test's program has it: closing it ends it
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		term.t.Fatal(err)
	}
	term.master, term.slave = os.NewFile(uintptr(fd), master.Name()), slave
}

// again starts the program anew on the same record.
func (term *terminal) again(args ...string) *terminal {
	term.t.Helper()
	return sitDownWith(term.t, []string{"PROBITY_DATA=" + term.data}, args...).on(term.data)
}

func (term *terminal) on(data string) *terminal {
	term.data = data
	return term
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
		n, err := term.master.Read(chunk)
		term.mu.Lock()
		term.screen.Write(chunk[:n])
		term.raw.Write(chunk[:n])
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

// reading is how long a person looks at what has come up before enter is pressed: longer than a stage takes none.
const reading = 750 * time.Millisecond

// again is the least time in which a hand presses a key once more: one that comes sooner is held down.
const again = 160 * time.Millisecond

// types sends keys.
func (term *terminal) types(keys string) {
	term.t.Helper()
	switch {
	case strings.HasSuffix(keys, enter):
		<-time.After(reading)
	case strings.HasSuffix(term.typed, keys):
		<-time.After(again)
	}
	term.typed = keys
	if _, err := term.master.WriteString(keys); err != nil {
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
