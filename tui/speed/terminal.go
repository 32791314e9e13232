//go:build linux

// A pseudo-terminal with a program on it: what stands on its screen, and when what came.

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/creack/pty"

	"probity/tui/display"
)

const (
	patience = time.Minute           // how long anything may take before it counts as not happening
	silence  = 40 * time.Millisecond // after which nothing more comes of a key
	frame    = 34 * time.Millisecond // two frames of the framework's own: keys come at any moment of them
)

// terminal is a program at work.
type terminal struct {
	program *exec.Cmd
	master  *os.File
	began   time.Time
	answers bool // the terminal answers what a program asks it
	read    sync.WaitGroup
	changed chan struct{} // has a value after something came
	over    chan struct{} // closed when nothing comes any more

	mu     sync.Mutex // held for what follows
	screen *display.Display
	bytes  int
	marked time.Time // since when first is waited for
	first  time.Time // when something came after that; zero until then
	last   time.Time
}

// size is that of a screen, in cells.
type size struct{ width, height uint16 }

// start starts a program on a terminal. The caller leaves it.
func start(program *exec.Cmd, of size, answers bool) (*terminal, error) {
	t := &terminal{program: program, answers: answers, changed: make(chan struct{}, 1), over: make(chan struct{}), screen: display.New(int(of.width), int(of.height))}
	t.began = time.Now()
	t.marked = t.began
	var err error
	if t.master, err = pty.StartWithSize(program, &pty.Winsize{Cols: of.width, Rows: of.height}); err != nil {
		return nil, err
	}
	t.read.Go(t.watch)
	return t, nil
}

// watch puts on the screen what comes, until the program is gone.
func (t *terminal) watch() {
	defer close(t.over)
	chunk := make([]byte, 64<<10)
	for {
		n, err := t.master.Read(chunk)
		if n > 0 {
			t.came(chunk[:n], time.Now())
		}
		if err != nil {
			return
		}
	}
}

func (t *terminal) came(text []byte, at time.Time) {
	t.mu.Lock()
	if t.last = at; t.first.IsZero() {
		t.first = at
	}
	t.bytes += len(text)
	t.screen.Write(text)
	t.mu.Unlock()
	if t.answers {
		_, _ = io.WriteString(t.master, answersTo(text)) // a program that is gone asks nothing
	}
	select {
	case t.changed <- struct{}{}:
	default:
	}
}

// answersTo is what a terminal says to the questions in a text.
func answersTo(text []byte) (said string) {
	for _, one := range []struct{ asked, answer string }{
		{"\x1b]10;?", "\x1b]10;rgb:dddd/dddd/dddd\x1b\\"},
		{"\x1b]11;?", "\x1b]11;rgb:1111/1111/1111\x1b\\"},
		{"\x1b[?2026$p", "\x1b[?2026;2$y"},
		{"\x1b[?2027$p", "\x1b[?2027;0$y"},
		{"\x1b[?u", "\x1b[?0u"},
		{"\x1b[>0q", "\x1bP>|measured\x1b\\"},
		{"\x1b[>q", "\x1bP>|measured\x1b\\"},
		{"\x1b[c", "\x1b[?62;22c"},
	} {
		if bytes.Contains(text, []byte(one.asked)) {
			said += one.answer
		}
	}
	return said
}

// sees waits until a text stands on the screen, and returns how long after the start, or after the last key, what showed it came.
func (t *terminal) sees(text string) (took time.Duration, err error) {
	return t.until(strconv.Quote(text), func(now string) bool { return strings.Contains(now, text) })
}

// until waits until the screen is as it should be, and returns how long after the start, or after the last key, what made it so came. What is waited
// for is named.
func (t *terminal) until(what string, as func(now string) bool) (took time.Duration, err error) {
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		t.mu.Lock()
		now, took := t.screen.String(), t.last.Sub(t.marked)
		t.mu.Unlock()
		if as(now) {
			return took, nil
		}
		select {
		case <-t.changed:
		case <-t.over:
			return 0, fmt.Errorf("the program ended before there was %s:\n%s", what, now)
		case <-late.C:
			return 0, fmt.Errorf("waited in vain for %s:\n%s", what, now)
		}
	}
}

// settles waits until nothing comes any more for a moment.
func (t *terminal) settles() {
	for wait := silence; wait > 0; {
		time.Sleep(wait)
		t.mu.Lock()
		wait = time.Until(t.last.Add(silence))
		t.mu.Unlock()
	}
}

// press presses a key at any moment of a frame. From then on time and bytes are counted.
func (t *terminal) press(key string) error {
	time.Sleep(rand.N(frame))
	t.mu.Lock()
	t.marked, t.first, t.bytes = time.Now(), time.Time{}, 0
	t.mu.Unlock()
	_, err := io.WriteString(t.master, key)
	return err
}

// painted waits for what comes of the last key, and returns how long it took until it began, and how many bytes it had.
func (t *terminal) painted() (took time.Duration, size int, err error) {
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		t.mu.Lock()
		first := t.first
		t.mu.Unlock()
		if !first.IsZero() {
			t.settles()
			t.mu.Lock()
			defer t.mu.Unlock()
			return first.Sub(t.marked), t.bytes, nil
		}
		select {
		case <-t.changed:
		case <-t.over:
			return 0, 0, errors.New("the program ended under a key")
		case <-late.C:
			return 0, 0, fmt.Errorf("waited in vain for what a key paints:\n%s", t.screen)
		}
	}
}

// idle lets the program be, and returns how many bytes it wrote, and for what share of the time it used a processor.
func (t *terminal) idle(long time.Duration) (written int, used float64, err error) {
	t.settles()
	t.mu.Lock()
	t.bytes = 0
	t.mu.Unlock()
	before, err := t.used()
	if err != nil {
		return 0, 0, err
	}
	began := time.Now()
	time.Sleep(long)
	after, err := t.used()
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.bytes, float64(after-before) / float64(time.Since(began)), err
}

// used is the time on a processor of all threads so far.
func (t *terminal) used() (sum time.Duration, err error) {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", t.program.Process.Pid))
	if err != nil || len(threads) == 0 {
		return 0, fmt.Errorf("the times of threads cannot be read (%w)", err)
	}
	for _, path := range threads {
		text, _ := os.ReadFile(path) // a thread may have ended
		first, _, _ := strings.Cut(string(text), " ")
		n, _ := strconv.ParseInt(first, 10, 64)
		sum += time.Duration(n)
	}
	return sum, nil
}

// peak is the most memory that the program had so far, in MiB.
func (t *terminal) peak() (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.program.Process.Pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); fields[0] == "VmHWM:" {
			n, err := strconv.ParseFloat(fields[1], 64)
			return n / 1024, err
		}
	}
	return 0, errors.New("the system does not say how much memory a program had")
}

// quits presses a key that ends the program, and returns how long that took.
func (t *terminal) quits(key string) (time.Duration, error) {
	if err := t.press(key); err != nil {
		return 0, err
	}
	err := t.program.Wait()
	took := time.Since(t.marked)
	if err != nil {
		err = fmt.Errorf("the program ended with an error: %w", err)
	}
	return took, err
}

// leave ends what is left.
func (t *terminal) leave() {
	if t.program.ProcessState == nil {
		_ = t.program.Process.Kill()
		_ = t.program.Wait() // it was ended by force
	}
	t.read.Wait()
	_ = t.master.Close()
}
