// How a program is started in a terminal.
package command_test

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"probity/tui/display"
)

// sitDown starts the program in a terminal of 80 by 24 with a record folder of its own.
func sitDown(t *testing.T, args ...string) *terminal {
	t.Helper()
	return sitDownWith(t, nil, args...)
}

// sitDownWith is sitDown with more in the environment.
func sitDownWith(t *testing.T, env []string, args ...string) *terminal {
	t.Helper()
	return seat{env: env, args: args}.start(t)
}

// seat is how a program is started in a terminal.
type seat struct {
	program string               // "" for probity, which testscript.Main has made: this test binary, under another name
	session *syscall.SysProcAttr // nil for one of its own, whose terminal this is
	env     []string
	folder  string // that it runs in; "" for that of the test
	data    string // the record's; "" for a new one
	apart   bool   // the keyboard is a terminal of its own
	answers bool   // the terminal answers what it is asked
	args    []string
}

// start starts it. It ends with the test.
func (s seat) start(t *testing.T) *terminal {
	t.Helper()
	program, err := exec.LookPath(cmp.Or(s.program, "probity"))
	if err != nil {
		t.Fatal(err)
	}
	data := cmp.Or(s.data, filepath.Join(t.TempDir(), "data"))
	term := &terminal{t: t, data: data, races: filepath.Join(t.TempDir(), "race"), ended: make(chan struct{}), changed: make(chan struct{}, 1), read: make(chan struct{}), screen: display.New(80, 24)}
	term.master, term.slave = pseudo(t)
	term.keys = term.master
	term.answers.Store(s.answers)
	term.size(80, 24)
	if term.before, err = unix.IoctlGetTermios(int(term.slave.Fd()), unix.TCGETS); err != nil {
		t.Fatal(err)
	}
	term.cmd = exec.Command(program, s.args...)
	term.cmd.Dir = s.folder
	coverage := t.TempDir() // else a run with -cover says at its end that it has nowhere to write, to a terminal that may take nothing
	term.cmd.Env = append([]string{"GOCOVERDIR=" + coverage, "PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "TERM=xterm-256color", "PROBITY_DATA=" + data, rateVariable + "=" + strconv.Itoa(quick), "GORACE=atexit_sleep_ms=0 log_path=" + term.races}, s.env...)
	term.cmd.Stdin, term.cmd.Stdout, term.cmd.Stderr = term.slave, term.slave, term.slave
	if s.apart {
		term.apart()
	}
	term.cmd.SysProcAttr = cmp.Or(s.session, &syscall.SysProcAttr{Setsid: true, Setctty: true})
	if err := term.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go term.watch()
	go func() { _ = term.cmd.Wait(); close(term.ended) }()
	t.Cleanup(term.leave)
	return term
}

// pseudo makes the two ends of a pseudo-terminal. The master is made anew so that it does not block: only then does closing it close it
// while it is being read.
func pseudo(t *testing.T) (master, slave *os.File) {
	t.Helper()
	made, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer made.Close()
	fd, err := unix.FcntlInt(made.Fd(), unix.F_DUPFD_CLOEXEC, 0) // no other test's program has it: closing it ends it
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), made.Name()), slave
}

// apart gives the program a keyboard that is another terminal.
func (term *terminal) apart() {
	term.t.Helper()
	keys, keyboard := pseudo(term.t)
	term.keys, term.cmd.Stdin = keys, keyboard
	term.t.Cleanup(func() { _, _ = keys.Close(), keyboard.Close() })
}

// again starts the program anew on the same record.
func (term *terminal) again(args ...string) *terminal {
	term.t.Helper()
	return seat{data: term.data, args: args}.start(term.t)
}
