package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/keymap"
)

// click clicks where a text stands on the screen, at its last appearance, five seconds later.
func (d *driver) click(text string) *driver {
	d.t.Helper()
	d.now = d.now.Add(5 * time.Second)
	return d.clickNow(text)
}

func (d *driver) clickNow(text string) *driver {
	d.t.Helper()
	return d.clickAt(d.find(text))
}

// clickAt presses and lets go at a cell.
func (d *driver) clickAt(x, y int) *driver {
	d.t.Helper()
	return d.button(tea.Mouse{X: x, Y: y, Button: tea.MouseLeft})
}

// button presses and lets go a button.
func (d *driver) button(at tea.Mouse) *driver {
	d.t.Helper()
	d.send(tea.MouseClickMsg(at))
	d.send(tea.MouseReleaseMsg(at))
	return d
}

// find is the cell where a text stands at last.
func (d *driver) find(text string) (x, y int) {
	d.t.Helper()
	lines := strings.Split(d.screen(), "\n")
	for y := len(lines) - 1; y >= 0; y-- {
		if i := strings.LastIndex(lines[y], text); i >= 0 {
			return ansi.StringWidth(lines[y][:i]), y
		}
	}
	d.t.Fatalf("%q is not on the screen:\n%s", text, d.screen())
	return 0, 0
}

// TestAClickAtTheFootIsTheKeyThatIsWrittenThere, on every screen; another one of its keys on each.
func TestAClickAtTheFootIsTheKeyThatIsWrittenThere(t *testing.T) {
	sweeps(t)
	for i, s := range everyScreen() {
		t.Run(s.name, func(t *testing.T) {
			at := func() *driver { return drive(t, given{learner: s.learner, start: s.start}).keys(s.keys) }
			clicked, pressed := at(), at()
			a := clicked.app.app
			if a.fullScreen() && a.help == nil || a.notice.left != "" {
				return
			}
			hints := a.hints(a.theme)
			h := hints[i%len(hints)]
			clicked.now = clicked.now.Add(5 * time.Second)
			clicked.clickAt(h.from, 23)
			pressed.keys(keymap.At(h.key, 0))
			if clicked.screen() != pressed.screen() || clicked.quit != pressed.quit {
				t.Errorf("a click on %q shows\n%s\nand the key\n%s", ansi.Strip(h.text), clicked.screen(), pressed.screen())
			}
		})
	}
}

// TestAFirstPracticeByMouseAlone: from nothing to the summary, in every format, and home again.
func TestAFirstPracticeByMouseAlone(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			d := drive(t, given{width: size[0], height: size[1]}).click("Doctor").click("United Kingdom").click("Practise").click("All topics")
			for range 150 {
				if strings.Contains(d.screen(), "Summary") {
					break
				}
				d.goesOn()
			}
			d.sees("Summary").click("Probity").sees("Practise")
			if got := strings.Count(d.record(), "[[answer]]"); got < 4 {
				t.Errorf("there are %d answers", got)
			}
		})
	}
}

// goesOn does the next thing that there is for a mouse in a practice.
func (d *driver) goesOn() {
	d.t.Helper()
	shown := d.screen()
	for _, c := range []struct{ where, unless, click string }{
		{"Leave them so?", "", "enter"},
		{"Fairly sure", "", "Fairly sure"},
		{"( ) ", "(•)", "( ) "},
		{"[ ] ", "[x]", "[ ] "},
	} {
		if strings.Contains(shown, c.where) && (c.unless == "" || !strings.Contains(shown, c.unless)) {
			d.click(c.click)
			return
		}
	}
	if d.click("enter"); d.screen() == shown || strings.Contains(d.screen(), "not rated yet") { // it stands on another card
		if said, _ := d.app.app.said(); len(said) > 0 {
			d.click(said[0])
		}
		d.send(tea.MouseWheelMsg{X: 4, Y: 5, Button: tea.MouseWheelUp})
	}
}

// TestTheTopLineGoesBack, from wherever one is.
func TestTheTopLineGoesBack(t *testing.T) {
	d := drive(t, given{learner: doctor}).click("Settings").sees("Your role").click("Probity").sees("Practise").click("Probity").sees("Practise")
	d.click("Guidance").sees("Documents").keys("/ w").click("Probity").sees("Documents") // where one types, too
	d.keys("esc").click("? keys").sees("Everywhere").click("Probity").sees("Practise")
}

// TestAClickInHelpPressesAKey, and leaves it where there is none.
func TestAClickInHelpPressesAKey(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 40}} {
		d := drive(t, given{learner: doctor, width: size[0], height: size[1]})
		d.click("? keys").sees("Everywhere").click("search").sees("Search:").keys("esc")
		d.click("? keys").click("What words mean").sees("Practise")
		d.click("? keys").click("wheel").sees("Practise")
		d.click("? keys").click("→ turn").sees("Marks").click("esc back").sees("Practise")
		d.click("? keys").click("ctrl+c")
		if !d.quit {
			t.Errorf("ctrl+c has not left:\n%s", d.screen())
		}
	}
}

// TestTheSecondOfADoubleClickGoesPastNothing: it falls into the moment in which a stage changes.
func TestTheSecondOfADoubleClickGoesPastNothing(t *testing.T) {
	double := func(d *driver, text string) *driver {
		x, y := d.find(text)
		d.click(text)
		d.now = d.now.Add(200 * time.Millisecond)
		return d.clickAt(x, y)
	}
	double(drive(t, given{}), "Doctor").sees("Where do you practise?")
	d := drive(t, given{learner: doctor, start: only("a-request")}).keys("b")
	double(double(d, "submit").sees("How sure are you?"), "Fairly sure").sees("Saved.", "fairly sure")
}

// TestAClickOnANoticeTakesItAway and does no more: what it covers is not seen.
func TestAClickOnANoticeTakesItAway(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("an-order")})
	d.keys("enter").sees("Leave them so?").click("Leave them so?").sees("enter submit").click("submit").sees("Leave them so?")
	d.click("enter submit").sees("How sure are you?")
}

// TestTheWheelScrollsWhatIsUp, help too.
func TestTheWheelScrollsWhatIsUp(t *testing.T) {
	d := drive(t, given{learner: doctor, width: 80, height: 10}).keys("g")
	wheel := func(b tea.MouseButton) { d.send(tea.MouseWheelMsg{X: 4, Y: 5, Button: b}) }
	for _, keys := range []string{"", "?"} {
		top := d.keys(keys).screen()
		if wheel(tea.MouseWheelDown); d.screen() == top {
			t.Errorf("nothing moves:\n%s", top)
		}
		wheel(tea.MouseWheelLeft)
		if wheel(tea.MouseWheelUp); keys != "" && d.screen() != top {
			t.Errorf("it does not come back to\n%s\nbut to\n%s", top, d.screen())
		}
	}
}

// TestTheMouseIsTheTerminalsOwnWhereItIsOff.
func TestTheMouseIsTheTerminalsOwnWhereItIsOff(t *testing.T) {
	d := drive(t, given{learner: doctor})
	if mode := d.app.View().MouseMode; mode != tea.MouseModeCellMotion {
		t.Errorf("the mode is %v", mode)
	}
	d.keys("s end").click("not used").keys("?")
	if mode := d.app.View().MouseMode; mode != tea.MouseModeNone || strings.Contains(d.screen(), "shift+drag") {
		t.Errorf("the mode is %v:\n%s", mode, d.screen())
	}
	if again := drive(t, given{dir: d.dir}); again.app.View().MouseMode != tea.MouseModeNone {
		t.Error("the next run has forgotten it")
	}
}
