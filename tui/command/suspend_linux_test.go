// Stopping at a shell: ctrl+z and the signals of job control, and coming back whole.
package command_test

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// atAShell is the program as a job of a shell, which says when it stopped and takes it up again at an empty line.
func atAShell(t *testing.T) *terminal {
	t.Helper()
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("there is no bash here")
	}
	program, err := exec.LookPath("probity")
	if err != nil {
		t.Fatal(err)
	}
	const script = `set -m; "$@"; while [ -n "$(jobs -s)" ] && read -p "it stopped> " line; do fg >/dev/null; done`
	term := seat{program: "bash", args: append([]string{"--norc", "-c", script, "bash", program}, aDoctor(t)...)}.start(t)
	term.sees("p      Practise", "Doctor · UK", "documents")
	return term
}

// job is the process id of the program that a shell runs.
func (term *terminal) job() int {
	term.t.Helper()
	shell := strconv.Itoa(term.cmd.Process.Pid)
	children, err := os.ReadFile("/proc/" + shell + "/task/" + shell + "/children")
	if err != nil {
		term.t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(children)))
	if err != nil {
		term.t.Fatalf("the shell's jobs are %q", children)
	}
	return pid
}

// stops waits until the shell has the terminal, which is as it was.
func (term *terminal) stops() {
	term.t.Helper()
	term.sees("it stopped>")
	term.until("the modes that the shell had", func() bool { return *term.modes() == *term.before })
	term.mu.Lock()
	defer term.mu.Unlock()
	if term.screen.Alternate() || term.screen.Hidden() {
		term.t.Error("the alternate screen is still up, or the cursor hidden")
	}
}

// The race detector leaves it out: when the program comes back, Bubble Tea 2.1.1 asks for the window's size twice at once, and both
// write down what they find.
func TestStoppingAndComingBack(t *testing.T) {
	if testing.Short() {
		t.Skip("Bubble Tea's own race on the window's size")
	}
	for _, m := range moments() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel() // it waits for most of the time
			term := atAShell(t)
			m.get(term)
			before := term.text()
			term.types("\x1a")
			term.stops()
			term.types(enter)
			term.shows(before)
			if err := syscall.Kill(term.job(), syscall.SIGTSTP); err != nil {
				t.Fatal(err)
			}
			term.stops()
			term.size(100, 30)
			term.types(enter)
			term.until("the whole at its new size", func() bool { return strings.Contains(term.text(), "? keys") || strings.Contains(term.text(), "ctrl+s") })
			term.size(80, 24)
			term.shows(before)
			term.types(interrupt)
			term.gone()
			m.left(term)
		})
	}
}

// TestStoppedWithoutAWord: nothing can be done before SIGSTOP; after it the terminal is taken up anew.
func TestStoppedWithoutAWord(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := atAShell(t)
	inAQuestion(term)
	before := term.text()
	if err := syscall.Kill(term.job(), syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	term.sees("it stopped>")
	term.types("some words\n")
	term.shows(before)
	term.types("c")
	term.sees("(•) c")
	term.types(interrupt)
	term.gone()
}

// TestToldToEndWhileItIsStopped: a shell's kill sends SIGTERM, and wakes the job for it.
func TestToldToEndWhileItIsStopped(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := atAShell(t)
	atTheCertainty(term)
	term.types("\x1a")
	term.stops()
	job := term.job()
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGCONT} {
		if err := syscall.Kill(job, signal); err != nil {
			t.Fatal(err)
		}
	}
	term.until("the job to be gone", func() bool { state := jobState(job); return state == "" || state == "Z" })
	term.keeps(1)
	term.types(enter)
	term.gone()
	term.cooked()
}

// jobState is the state of a process as the system has it; "" when there is none.
func jobState(pid int) string {
	stat, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	_, rest, _ := strings.Cut(string(stat), ") ")
	state, _, _ := strings.Cut(rest, " ")
	return state
}

// TestNobodyToComeBackTo: where no shell would wake it, it goes on.
func TestNobodyToComeBackTo(t *testing.T) {
	term := atHome(t)
	inAQuestion(term)
	before := term.text()
	term.types("\x1a")
	term.until("the first screen", func() bool { return term.wrote("\x1b[?1049l") })
	term.shows(before)
	term.types("c")
	term.sees("(•) c")
	term.types(interrupt)
	term.ends(soon(), 0)
	term.restored()
}

// shows waits until the screen is what it was.
func (term *terminal) shows(before string) {
	term.t.Helper()
	term.until("the screen as it was", func() bool { return term.text() == before })
}
