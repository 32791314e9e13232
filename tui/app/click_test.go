// What is a click, and what is none.

package app

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/tui/screen/screentest"
)

// TestOtherButtonsAndDraggingDoNothing, nor does what is done with shift or alt, or with a mouse that is not used.
func TestOtherButtonsAndDraggingDoNothing(t *testing.T) {
	at, beside := tea.Mouse{X: 8, Y: 5, Button: tea.MouseLeft}, tea.Mouse{X: 9, Y: 5, Button: tea.MouseLeft}
	with := func(m tea.Mouse, mod tea.KeyMod) tea.Mouse { m.Mod = mod; return m }
	shift, alt, right := with(at, tea.ModShift), with(at, tea.ModAlt), tea.Mouse{X: 8, Y: 5, Button: tea.MouseRight}
	for name, did := range map[string][]tea.Msg{
		"the right button":           {tea.MouseClickMsg(right), tea.MouseReleaseMsg(right)},
		"a press":                    {tea.MouseClickMsg(at)},
		"a release":                  {tea.MouseReleaseMsg(at)},
		"a motion":                   {tea.MouseMotionMsg(at)},
		"a drag":                     {tea.MouseClickMsg(at), tea.MouseReleaseMsg(beside)},
		"a drag and back":            {tea.MouseClickMsg(at), tea.MouseMotionMsg(beside), tea.MouseMotionMsg(at), tea.MouseReleaseMsg(at)},
		"with shift":                 {tea.MouseClickMsg(shift), tea.MouseReleaseMsg(shift)},
		"with alt":                   {tea.MouseClickMsg(alt), tea.MouseReleaseMsg(alt)},
		"shift pressed between":      {tea.MouseClickMsg(at), tea.MouseMotionMsg(shift), tea.MouseReleaseMsg(at)},
		"outside":                    {tea.MouseClickMsg{X: 200, Y: 90, Button: tea.MouseLeft}, tea.MouseReleaseMsg{X: 200, Y: 90, Button: tea.MouseLeft}},
		"a release on another stage": {tea.MouseClickMsg(at), screentest.Press("?"), tea.MouseReleaseMsg(at), screentest.Press("esc")},
	} {
		d := drive(t, given{learner: doctor})
		before := d.screen()
		for _, msg := range did {
			d.now = d.now.Add(5 * time.Second)
			d.send(msg)
		}
		if d.screen() != before {
			t.Errorf("%s changes it:\n%s", name, d.screen())
		}
	}
	d := drive(t, given{learner: doctor})
	if before := d.screen(); d.keys("+5s").button(at).screen() == before {
		t.Error("nor does a click")
	}
	off := drive(t, given{learner: doctor}).keys("s end").click("not used").keys("esc")
	if before := off.screen(); off.keys("+5s").button(at).screen() != before {
		t.Errorf("a mouse that is not used does something:\n%s", off.screen())
	}
}

// TestASecondClickInTheSamePlaceIsNone: not of a double click, and for longer where the first has brought up something else.
func TestASecondClickInTheSamePlaceIsNone(t *testing.T) {
	at := func(id string) *driver { return drive(t, given{learner: doctor, start: only(id)}) }
	for _, c := range []struct {
		after time.Duration
		slip  int
		sees  string
	}{
		{500 * time.Millisecond, 0, "How sure are you?"}, {1400 * time.Millisecond, 3, "How sure are you?"}, {1500 * time.Millisecond, 0, "Saved."},
	} {
		d := at("four-ways").keys("a 4 3 2 1")
		x, y := d.find("submit")
		d.keys("+5s").clickAt(x, y).sees("0 skip") // in its place
		if skip, foot := d.find("0 skip"); skip > x || x+c.slip >= skip+len("0 skip") || foot != y {
			t.Fatalf("submit stands at %d, and skip at %d", x, skip)
		}
		d.now = d.now.Add(c.after)
		d.clickAt(x+c.slip, y).sees(c.sees)
	}
	d := at("four-ways")
	twice := func(after time.Duration) *driver {
		x, y := d.find("b  ")
		d.click("b  ")
		d.now = d.now.Add(after)
		return d.clickAt(x, y)
	}
	twice(300 * time.Millisecond).sees("[4] b")
	twice(500 * time.Millisecond).sees("[2] b")
}

// TestTheSameHintIsClickedAgain as soon as its stage is settled, but to answer a question.
func TestTheSameHintIsClickedAgain(t *testing.T) {
	d := drive(t, given{learner: doctor}).keys("a b").click("n next").sees("Assessment 2 of 4")
	x, y := d.find("n next")
	d.now = d.now.Add(450 * time.Millisecond)
	d.clickAt(x, y).sees("Assessment 3 of 4")
	d.keys("o").click("Hand in").sees("again hands in")
	x, y = d.find("Hand in")
	d.now = d.now.Add(1400 * time.Millisecond)
	d.clickAt(x, y).sees("again hands in")
	d.now = d.now.Add(200 * time.Millisecond)
	d.clickAt(x, y).sees("Not passed")
}

// TestAClickIsNeverAHeldKey: a moment after a stage has come up it counts, wherever else it is, though the same key was clicked before.
func TestAClickIsNeverAHeldKey(t *testing.T) {
	d := drive(t, given{}).click("Doctor").sees("Where do you practise?")
	d.now = d.now.Add(450 * time.Millisecond)
	d.clickNow("United Kingdom").sees("Practise")
	d.now = d.now.Add(450 * time.Millisecond)
	d.clickNow("Settings").sees("Your role")
}

// TestABlankIsNoAnswer: a click counts on the words, not far behind them.
func TestABlankIsNoAnswer(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")})
	for _, text := range []string{"( ) b", "Fairly sure"} {
		_, y := d.find(text)
		if before := d.screen(); d.keys("+5s").clickAt(78, y).screen() != before {
			t.Fatalf("a click behind %q does something:\n%s", text, d.screen())
		}
		if text == "( ) b" {
			d.click(text).sees("(•) b").click("submit")
		}
	}
	d.click("Fairly sure").sees("Saved.")
	d = drive(t, given{learner: doctor}).keys("?")
	_, y := d.find("ctrl+c")
	if d.keys("+5s").clickAt(79, y); d.quit {
		t.Error("a click behind ctrl+c leaves")
	}
}

// TestAnOptionThatIsPickedUpIsMarked until it is put down: by a place, esc, any key, or a click on nothing.
func TestAnOptionThatIsPickedUpIsMarked(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		for name, putsDown := range map[string]func(d *driver){
			"esc":               func(d *driver) { d.keys("esc") },
			"a key":             func(d *driver) { d.keys("*") },
			"the notice":        func(d *driver) { d.click("picked up") },
			"help":              func(d *driver) { d.keys("? ?") },
			"a click on itself": func(d *driver) { d.click("» ") },
		} {
			d := drive(t, given{learner: doctor, start: only("an-order"), width: size[0], height: size[1]})
			if size[1] == 12 {
				d.keys("pgdown")
			}
			d.click("a  A picture").sees("» ", "a is picked up")
			if putsDown(d); strings.Contains(d.screen(), "» ") {
				t.Errorf("%s does not put it down:\n%s", name, d.screen())
			}
			d.sees("1.  a  A picture")
		}
	}
}

// TestWhatIsPickedUpStaysSoWhileTheWheelTurns: the next click puts this option there, wherever the cursor went.
func TestWhatIsPickedUpStaysSoWhileTheWheelTurns(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("an-order"), width: 40, height: 12}).keys("pgdown").click("a  A picture").sees("» ")
	d.send(tea.MouseWheelMsg{X: 4, Y: 5, Button: tea.MouseWheelDown})
	d.click("4.  ").sees("4.  a  A picture").lacks("»")
}

// TestWhatAClickDoesIsSaidInHelp, where it does something of its own.
func TestWhatAClickDoesIsSaidInHelp(t *testing.T) {
	for id, says := range map[string]string{"four-ways": "rate 4, then 3, 2, 1", "an-order": "pick up, then its place", "a-request": "choose, mark, press"} {
		drive(t, given{learner: doctor, start: only(id)}).keys("?").sees(says, "click to go back")
	}
}

// TestARoomIsLedByClicks as slides are: the left button goes on, the right one back, and the foot shows the keys, which are clicked there. Nothing
// but that begins one.
func TestARoomIsLedByClicks(t *testing.T) {
	at := func(keys string) *driver { return drive(t, given{learner: doctor, start: inARoom}).keys(keys) }
	d := at("")
	before := d.screen()
	for y := range 21 {
		if d.keys("+5s").clickAt(20, y); d.screen() != before {
			t.Fatalf("a click on line %d begins it:\n%s", y, d.screen())
		}
	}
	d.clickAt(20, 23).sees("Keys that work here").click("space/→").sees("The situation")
	d.keys("+5s").clickAt(20, 12).sees("Think")
	d.keys("+5s").button(tea.Mouse{X: 20, Y: 12, Button: tea.MouseRight}).sees("The situation")
	d.click("1 of 4").sees("go on; at the foot: keys", "right click", "go back").lacks("top line")
	d.click("esc back").sees("The situation").keys("b +5s").clickAt(20, 12).sees("The situation")
	clicked, pressed := at("space g"), at("space g j enter")
	if clicked.click(" 2  "); clicked.screen() != pressed.screen() {
		t.Errorf("a click on the second shows\n%s\nand its key\n%s", clicked.screen(), pressed.screen())
	}
	at("space g +5s").button(tea.Mouse{X: 20, Y: 12, Button: tea.MouseRight}).sees("The situation")
}
