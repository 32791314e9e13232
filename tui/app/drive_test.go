// The driver: the app without a terminal. Messages go in, commands run at once and in order, and the screen is what
// View says.

package app

import (
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

type driver struct {
	t       testing.TB
	app     *Guarded
	dir     string
	now     time.Time
	quit    bool
	left    error // that it ended with, where failing says that there is one
	failing bool
	waits   []waiting // messages that are to come by themselves
}

// waiting is what is to happen by itself, and when.
type waiting struct {
	at  time.Time
	msg tea.Msg
}

type given struct {
	file    tutor.File // nil for the folder
	learner tutor.Learner
	start   screen.Route
	theme   theme.Kind
	dir     string
	load    func() (*pack.Pack, error)
	width   int
	height  int
	rescue  []string
	notices []string
}

var doctor = tutor.Learner{Role: guidance.Doctor, Jurisdiction: guidance.UK}

// small is a pack of a few situations, so that screens don't change with the library. Each is a new one, for tests that change it.
func small() (*pack.Pack, error) {
	return scenariostest.Small("../../scenarios/pack/testdata/small")
}

// The libraries of tests that leave them as they are: each is read once.
var (
	sameSmall   = sync.OnceValues(small)
	sameBuiltin = sync.OnceValues(pack.Builtin)
)

// TestMain collects garbage seldom: every frame that is drawn is, and looking for it took a tenth of the time.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}

// drive starts the app and lets everything it begins with happen.
func drive(t testing.TB, s given) *driver {
	t.Helper()
	if s.dir == "" {
		s.dir = t.TempDir()
	}
	if s.theme == "" {
		s.theme = theme.Mono
	}
	if s.load == nil {
		s.load = sameSmall
	}
	if s.width == 0 {
		s.width, s.height = 80, 24
	}
	d := &driver{t: t, dir: s.dir, now: screentest.Started}
	clock := func() time.Time { return d.now }
	seed := int64(7)
	opened, err := tutor.Open(tutor.Options{Dir: s.dir, File: s.file, Flags: s.learner, Seed: &seed, Now: clock, Load: s.load, Program: "Probity 0.1.0", Rescue: s.rescue, Notices: s.notices})
	a := New(Options{Tutor: opened, Start: s.start, Theme: s.theme, Err: err})
	a.after = d.later
	a.env.Await = func(tea.Cmd) tea.Cmd { return nil }
	d.app = Guard(a)
	d.run(d.app.Init())
	d.size(s.width, s.height)
	return d
}

// later keeps a message that is to come after a while.
func (d *driver) later(after time.Duration, msg tea.Msg) tea.Cmd {
	d.waits = append(d.waits, waiting{d.now.Add(after), msg})
	return nil
}

// comes lets everything come that is to come by itself, at once.
func (d *driver) comes() *driver {
	d.t.Helper()
	waits := d.waits
	d.waits = nil
	for _, w := range waits {
		d.send(w.msg)
	}
	return d
}

// passes lets time go by, with what comes by itself in it.
func (d *driver) passes(by time.Duration) {
	d.t.Helper()
	d.now = d.now.Add(by)
	waits := d.waits
	d.waits = nil
	for _, w := range waits {
		if w.at.After(d.now) {
			d.waits = append(d.waits, w)
			continue
		}
		d.send(w.msg)
	}
}

// run carries out a command and whatever comes of it.
func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil || d.quit {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
		if d.left = d.app.Close(); (d.left != nil) != d.failing {
			d.t.Errorf("leaving: %v", d.left)
		}
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	default:
		d.send(msg)
	}
}

func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.app.Update(msg)
	if d.app.crash != nil {
		d.t.Fatalf("crashed on %T: %v", msg, d.app.crash)
	}
	d.run(cmd)
}

func (d *driver) size(w, h int) { d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

// keys presses keys, separated by spaces: "j j enter ctrl+s". Five seconds go by before each; "+216h" lets nine days go by.
func (d *driver) keys(keys string) *driver {
	d.t.Helper()
	for _, k := range strings.Fields(keys) {
		if pause, err := time.ParseDuration(k); err == nil && k[0] == '+' {
			d.now = d.now.Add(pause)
			continue
		}
		d.now = d.now.Add(5 * time.Second)
		d.send(screentest.Press(k))
	}
	return d
}

// write types text.
func (d *driver) write(text string) *driver {
	for _, r := range text {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

// screen is what a learner sees, without styling.
func (d *driver) screen() string { return ansi.Strip(d.app.View().Content) }

// sees fails unless every text is on the screen.
func (d *driver) sees(texts ...string) *driver {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.screen(), text) {
			d.t.Errorf("%q is not on the screen:\n%s", text, d.screen())
		}
	}
	return d
}

// lacks fails if a text is on the screen.
func (d *driver) lacks(text string) *driver {
	d.t.Helper()
	if strings.Contains(d.screen(), text) {
		d.t.Errorf("%q is on the screen:\n%s", text, d.screen())
	}
	return d
}

// record is the record as it stands on the disk.
func (d *driver) record() string {
	d.t.Helper()
	text, err := os.ReadFile(d.dir + "/progress.toml")
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

// holds fails unless the record has a text so many times.
func (d *driver) holds(text string, times int) *driver {
	d.t.Helper()
	if n := strings.Count(d.record(), text); n != times {
		d.t.Errorf("the record has %q %d times, want %d:\n%s", text, n, times, d.record())
	}
	return d
}
