// Every way out of every screen, on every kind of terminal: the program is gone, the terminal is as it was, and the record is whole, with
// all that was said to be kept.
//
//	go test ./tui/command -run TestEveryWayOut                      each screen once, each way and each kind of terminal in turn, and a practice in each way
//	go test ./tui/command -run TestEveryWayOut -everyway            all of them
//	go test ./tui/command -run TestEveryWayOut -turn 7              another part of them, as a failure names it

package command_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

var (
	everyWay = flag.Bool("everyway", false, "leave each screen in each way on each kind of terminal")
	turn     = flag.Int("turn", 0, "which part of the ways out is tried; by chance if it is below 0")
)

// wayOut is a way out of the program.
type wayOut struct {
	alone bool // the terminal is not the process's own: no signal tells that it went
	apart bool // the keyboard is a terminal of its own
	gone  bool // nothing is left to look at
	once  bool // nothing is typed after it: ctrl+c at a shell drops what is not shown yet
	loses bool // it takes what was not said to be kept
	code  []int
	leave func(*leaving)
}

// leaving is somebody about to leave.
type leaving struct {
	*terminal
	place  place
	frozen bool
	broken string // a file that breaks the program's clock once it is there
}

// codes are those that it may end with.
func (w wayOut) codes(frozen bool) []int {
	if len(w.code) == 0 || frozen {
		return append([]int{0}, w.code...)
	}
	return w.code
}

const killedBySignal = -1

// waysOut are all of them.
var waysOut = map[string]wayOut{
	"q":               {loses: true, leave: func(l *leaving) { l.goesHome("q") }},
	"esc":             {loses: true, leave: func(l *leaving) { l.goesHome(escape) }},
	"ctrl+c":          {once: true, leave: func(l *leaving) { l.press(interrupt) }},
	"ctrl+c twice":    {code: []int{0, killedBySignal}, leave: func(l *leaving) { l.press(interrupt + interrupt) }}, // the second may come when the shell has the terminal
	"esc with ctrl+c": {once: true, leave: func(l *leaving) { l.press(escape + interrupt) }},                        // as a slow line brings them
	"SIGINT":          {once: true, leave: func(l *leaving) { l.signal(syscall.SIGINT) }},
	"SIGTERM":         {once: true, leave: func(l *leaving) { l.signal(syscall.SIGTERM) }},
	"SIGHUP":          {once: true, leave: func(l *leaving) { l.signal(syscall.SIGHUP) }},
	"SIGQUIT":         {once: true, leave: func(l *leaving) { l.signal(syscall.SIGQUIT) }},
	"it goes":         {gone: true, leave: (*leaving).closes},
	"it just goes":    {gone: true, alone: true, leave: (*leaving).closes},
	"the input ends":  {apart: true, once: true, leave: func(l *leaving) { _ = l.keys.Close() }},
	"a panic":         {loses: true, code: []int{1}, leave: (*leaving).breaks},
	"stopped":         {leave: (*leaving).stops},
}

// goesHome presses a key until the first screen is up, and leaves there: each of a screen's stages takes one, and a question a second. Where q
// means something else it is esc. On a terminal that shows nothing any more screens hang, and ctrl+c ends them.
func (l *leaving) goesHome(key string) {
	l.t.Helper()
	if l.place.letters {
		key = escape
	}
	if l.frozen {
		l.presses(key)
		l.press(interrupt)
		return
	}
	const most = 100
	for n := 0; n < most && !strings.Contains(l.text(), "q quit"); n++ {
		l.presses(key)
	}
	for n := 0; n < most && !l.over(); n++ {
		l.presses("q")
	}
}

// presses presses a key, and lets some time go by: what comes at once after esc is taken for one key with it.
func (l *leaving) presses(key string) {
	l.press(key)
	<-time.After(8 * glance)
}

func (l *leaving) closes() { _ = l.master.Close() }

// breaks has the next look at the clock panic, which every key is reason for. On a terminal that shows nothing any more no key comes to that
// before ctrl+c.
func (l *leaving) breaks() {
	l.t.Helper()
	if err := os.WriteFile(l.broken, nil, 0o600); err != nil {
		l.t.Fatal(err)
	}
	l.presses("x")
	if l.frozen {
		l.press(interrupt)
	}
}

// stops stops the program where no shell would wake it, so that it goes on, and leaves then.
func (l *leaving) stops() {
	l.t.Helper()
	l.signal(syscall.SIGTSTP)
	if !l.frozen {
		l.until("the first screen", func() bool { return l.wrote("\x1b[?1049l") })
		l.until("the screen again", func() bool { return l.times("\x1b[?1049h") > 1 })
	}
	l.signal(syscall.SIGCONT)
	l.press(interrupt)
}

// said is what stands on the screen when the program is gone, but for what was typed or answered too late for it.
func (term *terminal) said() string {
	said := strings.Join(strings.Fields(term.text()), " ")
	for _, reply := range replies {
		said = strings.ReplaceAll(said, strings.ReplaceAll(reply, "\x1b", "^["), "")
	}
	return strings.Trim(said, "^[qx ")
}

// leaves goes to a place and leaves it.
func leaves(t *testing.T, p place, k kind, w wayOut) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(filepath.Join("testdata", "everyway"))); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "broken")
	s := p.seat(t)
	s.folder, s.apart, s.answers = folder, w.apart, k.answers
	late := k.late && w.once // the system drops what is not read yet of a terminal that is the process's own, with that
	s.session = &syscall.SysProcAttr{Setsid: true, Setctty: !w.alone && (w.gone || !late), Ctty: 1}
	s.env = append(s.env, brokenVariable+"="+broken)
	before := answersIn(s.data)
	term := s.start(t)
	term.goes(p)
	if k.answers {
		term.until("the question for the background", func() bool { return term.wrote("\x1b]11;?") })
	}
	k.becomes(term)
	w.leave(&leaving{terminal: term, place: p, frozen: k.frozen, broken: broken})
	select {
	case <-term.ended:
	case <-time.After(soon()):
		term.thaw()
		t.Fatalf("the program is still there after %v; the screen:\n%s\nwhere it is:\n%s", soon(), term.text(), term.dumps())
	}
	if code := term.cmd.ProcessState.ExitCode(); !w.gone && !slices.Contains(w.codes(k.frozen), code) {
		t.Errorf("it ended with %v", term.cmd.ProcessState)
	}
	switch {
	case w.gone:
	case late:
		term.thaw()
		term.putBack(true)
	case k.late, k.frozen:
		term.cooked()
	default:
		says := ""
		if slices.Contains(w.code, 1) {
			says = "probity: something went wrong in the program (the clock is broken): what was saved is safe; please start it again"
		}
		term.until("nothing but what is said at the end", func() bool { return term.said() == says })
		term.restored()
	}
	if more := answersIn(term.data) - before; more != p.answers && !(w.loses && p.open && more == p.answers-1) {
		t.Errorf("the record has %d answers more, not %d:\n%s", more, p.answers, term.record())
	}
	if p.of != "recovery" {
		whole(t, term.data)
	}
	if p.holds != "" && !(w.loses && p.open) && !holds(t, term.data, p.holds) {
		t.Errorf("%q is in none of the files", p.holds)
	}
	if p.lacks != "" && strings.Contains(term.record(), p.lacks) {
		t.Errorf("%q is in the record:\n%s", p.lacks, term.record())
	}
}

// TestEveryWayOut is rows 22, 23, 26 and 37 of the faults, everywhere.
func TestEveryWayOut(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector makes each take several times as long, and the monkey plays under it")
	}
	t.Parallel() // it waits for most of the time
	n := *turn
	if n < 0 {
		n = rand.IntN(len(waysOut) * len(kinds))
	}
	t.Logf("-turn %d", n)
	for _, d := range departures(n) {
		t.Run(fmt.Sprintf("%s/%s/%s", d.place.is, d.way, d.kind), func(t *testing.T) {
			t.Parallel()
			leaves(t, d.place, kinds[d.kind], waysOut[d.way])
		})
	}
}

// departure is a place that is left in a way, on a kind of terminal.
type departure struct {
	place     place
	way, kind string
}

// departures are those of a turn: every place once, and in every way, on a quick terminal, the moments of a practice, where learners are most.
func departures(turn int) (all []departure) {
	practice := []string{"home", "a single best answer", "how sure", "feedback", "a reflection"}
	ways, sorts := slices.Sorted(maps.Keys(waysOut)), slices.Sorted(maps.Keys(kinds))
	for i, p := range places() {
		at := (i + turn) % (len(ways) * len(sorts))
		for j, way := range ways {
			for l, sort := range sorts {
				once := j == at%len(ways) && l == (at/len(ways)+at)%len(sorts)
				if *everyWay || once || sort == "quick" && slices.Contains(practice, p.is) {
					all = append(all, departure{p, way, sort})
				}
			}
		}
	}
	return all
}

// TestASignalToStopIsNotLost among those of another size, while the program waits for a slow terminal.
func TestASignalToStopIsNotLost(t *testing.T) {
	if testing.Short() {
		t.Skip("while a program that was stopped goes on, Bubble Tea 2.1 writes down the window's size in two goroutines at once")
	}
	t.Parallel() // it waits for most of the time
	leaves(t, placeOf(t, "feedback"), kinds["slow"], waysOut["stopped"])
}

// TestWhatIsWrittenIsKeptWhereNothingIsShown, whether the terminal is told to hold it or nobody reads.
func TestWhatIsWrittenIsKeptWhereNothingIsShown(t *testing.T) {
	for _, kind := range []string{"held", "with nobody to read"} {
		for _, way := range []string{"ctrl+c", "SIGHUP", "it goes"} {
			t.Run(kind+" "+way, func(t *testing.T) {
				t.Parallel() // it waits for most of the time
				leaves(t, placeOf(t, "a reflection"), kinds[kind], waysOut[way])
			})
		}
	}
}
