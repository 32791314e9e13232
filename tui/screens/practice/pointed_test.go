package practice

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// TestAClickMarks an option as its letter does, and takes the mark away again; how sure is a click on its line.
func TestAClickMarks(t *testing.T) {
	d := practising(t, "a-thread").Click("[ ] a").Click("[ ] c").Sees("[x] a", "[ ] b", "[x] c").Click("[x] a").Sees("[ ] a", "› [ ] a", "[x] c")
	d.Keys("enter").Click("Very sure").Sees("Saved.").Saved("sure = 3")
	practising(t, "a-thread").Keys("b enter").Click("A guess").Saved("sure = 1")
	practising(t, "a-thread").Keys("b enter").Click("How sure").Sees("How sure").RecordHas("[[answer]]", 0)
}

// TestAClickOnASituationMarksNothing, beside the options or above them.
func TestAClickOnASituationMarksNothing(t *testing.T) {
	for _, width := range []int{80, 120} {
		d := practising(t, "a-request").Resize(width, 36)
		before := d.View()
		for y := range 36 {
			if x := 4; width > 96 && d.Screen().(screen.Pointed).Click(x, y) != "" {
				t.Errorf("at %d, %d of %d a click means a key", x, y, width)
			}
		}
		if d.Click("A request"); d.View() != before {
			t.Errorf("it is changed:\n%s", d.View())
		}
		d.Click("( ) b").Sees("(•) b")
	}
}

// TestClicksRate from 4 to 1 and round again.
func TestClicksRate(t *testing.T) {
	d := practising(t, "four-ways")
	for _, sees := range []string{"4", "3", "2", "1", "4"} {
		d.Click("b  ").Sees("[" + sees + "] b")
	}
}

// TestClicksRank: one takes an option up, and the next says where it belongs. On itself it is put down again, and so it is by any key.
func TestClicksRank(t *testing.T) {
	d := practising(t, "an-order")
	lines := func() (ids []string) { return d.Screen().(*Screen).practice.Sitting.Attempt().Chosen() }
	was := lines()
	place := func(at int) string { return string(rune('1'+at)) + ".  " }
	first := func(at int) *screentest.Driver { return d.Click(place(at)) }
	if first(0).Sees("click the place where"); lines()[0] != was[0] {
		t.Errorf("it is moved already: %v", lines())
	}
	if first(2); lines()[2] != was[0] || lines()[0] != was[1] {
		t.Errorf("%v, want the first of %v to be the third", lines(), was)
	}
	now := lines()
	if first(1); lines()[1] != now[1] {
		t.Errorf("a click after that moves again: %v", lines())
	}
	first(1)
	if first(3); lines()[3] != now[3] {
		t.Errorf("what was put down is moved: %v, was %v", lines(), now)
	}
	d.Keys("up")
	if first(0); lines()[0] != now[0] {
		t.Errorf("a key has not put it down: %v, was %v", lines(), now)
	}
}

// TestTheWheelScrolls a situation, and what is read, by lines, and cards by cards.
func TestTheWheelScrolls(t *testing.T) {
	d := answered(t).Keys("space").More(false, true).Wheel(" ", 3).More(true, true).Wheel(" ", -3).More(false, true)
	d.Resize(40, 8).Keys("esc")
	if before := d.Sees("Not this time").View(); d.Wheel("Not", 3).View() == before {
		t.Errorf("the next card is not up:\n%s", d.View())
	}
}

// TestTheWheelInAReflection goes through what is written, and a click there does nothing.
func TestTheWheelInAReflection(t *testing.T) {
	d := begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Only: "a-thread"}}).Keys("b enter 3 r").Resize(80, 9)
	for range 30 {
		d.Keys("A enter")
	}
	before := d.View()
	if d.Wheel("A", -27).View() == before {
		t.Errorf("the window stands still:\n%s", d.View())
	}
	before = d.View()
	if d.Click("A").View() != before {
		t.Errorf("a click writes:\n%s", d.View())
	}
}
