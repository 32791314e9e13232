// Package screentest drives one screen alone, for the tests beside it. It stands in for the app: it makes the environment on
// a folder that goes with the test, gives the screen its room, presses keys, carries out the commands that come of them, and
// holds what the screen shows, requests and saves against what is expected.
package screentest

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/keymap"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Driver holds a screen and what came of its messages.
type Driver struct {
	Env   screen.Env
	Tutor *tutor.Tutor
	Err   error     // why the record could not be opened
	Now   time.Time // what the tutor's clock says
	Due   []Later   // what the screen is to be brought later
	Dir   string    // the folder of the record
	Holds bool      // nothing is saved while it is set: what was done waits

	t         *testing.T
	screen    screen.Screen
	frame     screen.Frame
	requested []screen.Action // but for notices
	notice    string          // at the foot until the next key
	of        any             // what is held as long as that stands
	quit      bool
}

// Later is a message to the screen after a while.
type Later struct {
	After time.Duration
	Msg   tea.Msg
}

func (d *Driver) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// later is the environment's After: what is due waits for the test to send it.
func (d *Driver) later(after time.Duration, msg tea.Msg) tea.Cmd {
	d.Due = append(d.Due, Later{after, msg})
	return nil
}

// Show brings a screen up, as the app does.
func (d *Driver) Show(s screen.Screen) *Driver {
	d.t.Helper()
	d.screen = s
	s.Layout(d.frame)
	if opener, ok := s.(screen.Opener); ok {
		d.run(opener.Open())
	}
	d.settle()
	return d
}

// Resize gives the screen another room.
func (d *Driver) Resize(width, height int) *Driver {
	d.t.Helper()
	d.frame.Width, d.frame.Height = width, height
	if d.screen != nil {
		d.screen.Layout(d.frame)
		d.settle()
	}
	return d
}

// Send gives the screen a message, and carries out what comes of it.
func (d *Driver) Send(msg tea.Msg) *Driver {
	d.t.Helper()
	d.run(d.screen.Update(msg))
	d.settle()
	return d
}

// Tick sends what was due once.
func (d *Driver) Tick() *Driver {
	d.t.Helper()
	due := d.Due
	d.Due = nil
	for _, later := range due {
		d.Send(later.Msg)
	}
	return d
}

// Ticks lets seconds go by, with what is due in each.
func (d *Driver) Ticks(seconds int) *Driver {
	d.t.Helper()
	for range seconds {
		d.Now = d.Now.Add(time.Second)
		d.Tick()
	}
	return d
}

// Keys presses keys, separated by blanks: "j j enter". Five seconds go by before each; "+9h" lets nine hours go by. Esc goes
// where the app sends it.
func (d *Driver) Keys(keys string) *Driver {
	d.t.Helper()
	for _, k := range strings.Fields(keys) {
		if pause, err := time.ParseDuration(k); err == nil && k[0] == '+' {
			d.Now = d.Now.Add(pause)
			continue
		}
		d.Now = d.Now.Add(5 * time.Second)
		d.unsay()
		if k == "esc" && !d.Typing() {
			d.back()
			continue
		}
		d.Send(Press(k))
	}
	return d
}

// back is esc where letters are no text: back within the screen, or the screen closes.
func (d *Driver) back() {
	d.t.Helper()
	if b, ok := d.screen.(screen.Backer); !ok || !b.Back() {
		d.Env.Pop()
	}
	d.settle()
}

// Typing reports whether letters are text now.
func (d *Driver) Typing() bool {
	input, ok := d.screen.(screen.TextInput)
	return ok && input.Typing()
}

// Write types text.
func (d *Driver) Write(text string) *Driver {
	d.t.Helper()
	d.unsay()
	for _, r := range text {
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

// Press is the key press that a name stands for.
func Press(name string) tea.KeyPressMsg { return keymap.Press(name) }

// run carries out a command and whatever comes of it.
func (d *Driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case screen.RanMsg:
		if then := msg.Done(); then != nil {
			d.run(d.screen.Update(then))
		}
	default:
		d.run(d.screen.Update(msg))
	}
}

// unsay takes the notice away. What was held by it is, until the key is dealt with that takes it away.
func (d *Driver) unsay() { d.notice, d.of = "", nil }

// settle does what the app does after each message: it takes what was requested, saves, and tells the screen so. And it
// holds the screen to its frame.
func (d *Driver) settle() {
	d.t.Helper()
	d.drain()
	if !d.Holds {
		d.save()
	}
	if d.Env.Stand(d.of) {
		d.screen.Layout(d.frame)
	}
	lines := strings.Split(d.View(), "\n")
	if len(lines) > d.frame.Height {
		d.t.Errorf("%d lines are drawn in %d:\n%s", len(lines), d.frame.Height, d.View())
	}
	for _, line := range lines {
		if n := ansi.StringWidth(line); n > d.frame.Width {
			d.t.Errorf("a line of %d cells in %d: %q", n, d.frame.Width, line)
		}
	}
}

// save saves what waits, and tells the screen if anything did.
func (d *Driver) save() {
	d.t.Helper()
	waiting := d.Tutor.Record.Waiting() > 0
	d.must(d.Tutor.Flush())
	if waiting {
		d.run(d.screen.Update(screen.ChangedMsg{}))
		d.drain()
	}
}

func (d *Driver) drain() {
	for _, action := range d.Env.Drain() {
		if said, ok := action.(screen.Spoken); ok {
			d.notice = said.Words()
			if of := said.Holds(); of != nil {
				d.of = of
			}
		} else if action == (screen.Quit{}) {
			d.quit = true
		} else if action == (screen.Unask{}) {
			d.unsay()
		} else {
			d.requested = append(d.requested, action)
		}
	}
}

// Close ends the screen, as the app does when it goes away, and saves.
func (d *Driver) Close() *Driver {
	d.t.Helper()
	if closer, ok := d.screen.(screen.Closer); ok {
		closer.Close()
	}
	d.must(d.Tutor.Flush())
	return d
}

// Screen is the screen that is up.
func (d *Driver) Screen() screen.Screen { return d.screen }

// View is what the screen shows, without styling.
func (d *Driver) View() string { return ansi.Strip(d.screen.View()) }
