package pane

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// numbered is a pane of so many lines, each its own number from 0, in a window six lines high.
func numbered(lines int) *Pane {
	p := New()
	p.Resize(20, 6)
	p.Set(numbers(lines))
	return p
}

func numbers(lines int) string {
	all := make([]string, lines)
	for i := range all {
		all[i] = fmt.Sprint("line ", i)
	}
	return strings.Join(all, "\n")
}

// top is the first line in the window.
func top(p *Pane) string {
	first, _, _ := strings.Cut(ansi.Strip(p.View()), "\n")
	return strings.TrimSpace(first)
}

// press is a key press as a terminal sends it.
func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{"up": tea.KeyUp, "down": tea.KeyDown, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

// A page goes on by the window less two lines, so that the eye finds where it was.
func TestKeysThatScroll(t *testing.T) {
	for _, c := range []struct {
		keys string
		top  int
	}{
		{"", 0}, {"pgdown", 4}, {"pgdown pgdown", 8}, {"pgdown pgup", 0}, {"pgup", 0}, {"end", 14}, {"end home", 0}, {"end pgup", 10},
		{"pgdown pgdown pgdown pgdown pgdown", 14}, {"down down", 2}, {"down down up", 1}, {"up", 0}, {"j j j k", 2}, {"x", 0},
	} {
		t.Run(c.keys, func(t *testing.T) {
			p := numbered(20)
			for _, k := range strings.Fields(c.keys) {
				p.Read(press(k))
			}
			if want := fmt.Sprint("line ", c.top); top(p) != want {
				t.Errorf("the first line is %q, want %q", top(p), want)
			}
			if above, below := p.More(); above != (c.top > 0) || below != (c.top < 14) {
				t.Errorf("there is more above: %v, below: %v", above, below)
			}
		})
	}
}

// TestLettersPageWhereAScreenIsOnlyRead, as readers of text have them.
func TestLettersPageWhereAScreenIsOnlyRead(t *testing.T) {
	for keys, want := range map[string]int{"space": 4, "space space b": 4, "G": 14, "G g": 0, "pgdown": 4, "down": 1, "x": 0} {
		p := numbered(20)
		for _, k := range strings.Fields(keys) {
			p.Browse(press(k))
		}
		if first := fmt.Sprint("line ", want); top(p) != first {
			t.Errorf("after %s the first line is %q, want %q", keys, top(p), first)
		}
	}
	if p := numbered(20); p.Read(press("space")) || p.Read(press("g")) {
		t.Error("a screen with letters of its own pages on them")
	}
}

// TestUpAndDownAreTheScreensUnlessItIsRead: where a list has a cursor, they move that.
func TestUpAndDownAreTheScreensUnlessItIsRead(t *testing.T) {
	for name, c := range map[string]struct{ update, read bool }{
		"down": {false, true}, "up": {false, true}, "j": {false, true}, "pgdown": {true, true}, "end": {true, true}, "x": {false, false},
	} {
		if got := numbered(20).Update(press(name)); got != c.update {
			t.Errorf("Update takes %s: %v", name, got)
		}
		if got := numbered(20).Read(press(name)); got != c.read {
			t.Errorf("Read takes %s: %v", name, got)
		}
	}
}

func TestTheKeysThatAreShownPage(t *testing.T) {
	for _, b := range Keys() {
		for _, k := range b.Keys() {
			msg := press(k)
			if letter, ok := strings.CutPrefix(k, "ctrl+"); ok {
				msg = tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
			}
			if !numbered(20).Update(msg) {
				t.Errorf("%s is shown and does nothing", k)
			}
		}
	}
}

// Lines 4 to 9 are in the window. It moves no further than it must.
func TestLinesAreShownWithAsLittleMovementAsCanBe(t *testing.T) {
	for _, c := range []struct{ from, to, top int }{
		{4, 9, 4},   // in it already
		{6, 6, 4},   // and so is this one
		{2, 3, 2},   // from above: the first line is first
		{10, 11, 6}, // from below: the last line is last
		{8, 12, 7},
		{8, 15, 8}, // too many: from the first on
		{3, 12, 3},
		{18, 19, 14},
	} {
		t.Run(fmt.Sprint(c.from, "-", c.to), func(t *testing.T) {
			p := numbered(20)
			p.Scroll(4)
			if p.Show(c.from, c.to); top(p) != fmt.Sprint("line ", c.top) {
				t.Errorf("the first line is %q, want line %d", top(p), c.top)
			}
		})
	}
}

// Lines 4 to 9 are in the window, and a page is four lines.
func TestWhereALineIs(t *testing.T) {
	p := numbered(20)
	p.Scroll(4)
	for line, want := range map[int]struct{ sees, below, far bool }{
		0: {false, false, false}, 3: {false, false, false}, 4: {true, false, false}, 9: {true, false, false},
		10: {false, true, false}, 13: {false, true, false}, 14: {false, true, true},
	} {
		if sees, below, far := p.Sees(line), p.Below(line), p.Far(line); sees != want.sees || below != want.below || far != want.far {
			t.Errorf("line %d is seen: %v, below: %v, far: %v", line, sees, below, far)
		}
	}
	p.Scroll(2)
	if !p.Far(1) || p.Far(2) {
		t.Error("what is far above is another line")
	}
}

// TestAnotherTextKeepsTheWindowAsFarAsItCan: what is drawn anew stays where the learner was reading.
func TestAnotherTextKeepsTheWindowAsFarAsItCan(t *testing.T) {
	for lines, first := range map[int]string{30: "line 10", 20: "line 10", 12: "line 6", 3: "line 0"} {
		p := numbered(20)
		p.Scroll(10)
		if p.Set(numbers(lines)); top(p) != first {
			t.Errorf("of %d lines the first is %q, want %q", lines, top(p), first)
		}
	}
}

func TestAPaneWithoutRoomShowsNothing(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {-3, 5}, {5, -3}} {
		p := New()
		p.Resize(size[0], size[1])
		p.Set("text")
		if strings.Contains(p.View(), "t") {
			t.Errorf("at %v it shows %q", size, p.View())
		}
		if p.Page() < 1 {
			t.Errorf("at %v a page is %d lines", size, p.Page())
		}
	}
}

func TestAColumnOfTextIsNoWiderThanReadsWell(t *testing.T) {
	for width, want := range map[int]int{-1: 1, 0: 1, 3: 1, 40: 38, 80: 78, 300: 78} {
		if got := Measure(width); got != want {
			t.Errorf("in %d cells a column is %d wide, want %d", width, got, want)
		}
	}
}

func TestBlankLinesAreNotIndented(t *testing.T) {
	if got, want := Indent("a\n\nb", 2), "  a\n\n  b"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
