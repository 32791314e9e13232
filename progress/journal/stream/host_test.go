package stream

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

var kills = flag.Int("kills", 3, "how often a host, and a node, is killed; 500 for the proof")

// asHost is set where this program is to be a host, to the folder of its store.
const asHost = "PROBITY_HOST"

// beHost says what its store holds, and "ready"; then it has learners save, and says what is saved, until its input ends.
func beHost() error {
	o := options()
	o.Wait = 3 * time.Minute // it may be looked at, which takes time, on a computer that has much else to do
	e, err := Embed(context.Background(), os.Getenv(asHost), o)
	if err != nil {
		return err
	}
	var all sync.WaitGroup
	saving := make([]*saver, 8)
	for i := range saving {
		if saving[i], err = saverOf(e, fmt.Sprint(i)); err != nil {
			return err
		}
		saving[i].tellThere()
	}
	tell("ready")
	for _, s := range saving {
		all.Go(func() {
			if err := s.save(); err != nil {
				tell("failed", strconv.Quote(err.Error()))
			}
		})
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
	os.Exit(0) // in the midst of it all
	return nil
}

// tell says a line at once.
func tell(words ...any) { _, _ = os.Stdout.WriteString(fmt.Sprintln(words...)) }

// said is what a host said is so, by what and who: so often saved, up to there forgotten.
type said map[string]int

// hear takes a line that a host says. The error is that something is not as it was said to be.
func (s said) hear(line string) error {
	word := strings.Fields(line)
	there := len(word) == 4 && word[0] == "there"
	if there {
		word = word[1:]
	}
	if len(word) == 1 && word[0] == "ready" || len(word) == 5 && word[0] == "sealed" {
		return nil
	}
	if len(word) != 3 {
		return errors.New(line)
	}
	n, err := strconv.Atoi(word[2])
	of := word[0] + " " + word[1]
	if err == nil && there && n < s[of] {
		err = fmt.Errorf("%s, but it was %d", line, s[of])
	}
	if !there {
		s[of] = n
	}
	return err
}

// host is one that runs, by this program or by one that looks over its shoulder.
type host struct {
	*exec.Cmd
	lines *bufio.Scanner
	in    io.WriteCloser
}

func begins(folder string, before ...string) (*host, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	args := append(before, program)
	h := &host{Cmd: exec.Command(args[0], args[1:]...)}
	h.Env = append(os.Environ(), asHost+"="+folder)
	h.Stderr = os.Stderr
	out, err := h.StdoutPipe()
	if err == nil {
		h.in, err = h.StdinPipe()
	}
	if err == nil {
		h.lines, err = bufio.NewScanner(out), h.Start()
	}
	return h, err
}

// hear hears so many lines, fewer if it ends, or all up to one.
func (h *host) hear(so said, lines int, until string) error {
	for ; lines != 0 && h.lines.Scan(); lines-- {
		if err := so.hear(h.lines.Text()); err != nil {
			return err
		}
		if h.lines.Text() == until {
			return nil
		}
	}
	return nil
}

// TestNothingIsLostWhenAHostIsKilled at any moment, with a store in its folder: what was called saved is there, whole, once and in order.
func TestNothingIsLostWhenAHostIsKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("what is killed is another process, which the race detector does not see")
	}
	chance, folder, so := byChance(t), t.TempDir(), said{}
	for n := range *kills {
		h := must(begins(folder))(t)
		err := h.hear(so, chance.IntN(120), "")
		check(t, errors.Join(err, h.Process.Kill()))
		check(t, h.hear(so, -1, "")) // what it said before it was killed
		if err := h.Wait(); !errors.As(err, new(*exec.ExitError)) {
			t.Fatalf("at kill %d it ended by itself: %v", n, err)
		}
	}
	looks(t, folder, so)
	total := 0
	for of, n := range so {
		if strings.HasPrefix(of, "saved ") {
			total += n
		}
	}
	t.Logf("%d times facts were saved while the host was killed %d times", total, *kills)
}

// looks has another host look at what a folder holds.
func looks(t *testing.T, folder string, so said) {
	t.Helper()
	h := must(begins(folder))(t)
	check(t, h.in.Close())
	check(t, h.hear(so, -1, ""))
	check(t, h.Wait())
}
