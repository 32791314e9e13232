package app

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// fields are where text is typed, and how to get there.
var fields = map[string]func(t *testing.T) *driver{
	"a reflection": func(t *testing.T) *driver {
		return drive(t, given{learner: doctor, start: only("a-request")}).keys("b enter 1 r")
	},
	"the search": func(t *testing.T) *driver {
		return drive(t, given{learner: doctor, start: screen.ToGuidance{}}).keys("/")
	},
	"a plan's file": func(t *testing.T) *driver {
		return drive(t, given{learner: doctor, start: screen.ToAgenda{Plan: &screentest.FourSituations}}).keys("w end")
	},
	"a name": func(t *testing.T) *driver {
		return drive(t, given{dir: screentest.Filled(t, screentest.Siobhan()), start: screen.ToCertificate{}}).keys("enter enter end")
	},
	"what happened": func(t *testing.T) *driver {
		return drive(t, given{dir: screentest.Filled(t, screentest.Siobhan()), start: screen.ToCertificate{}}).keys("enter down down down enter end")
	},
	"an old reflection": func(t *testing.T) *driver {
		d := drive(t, given{dir: screentest.Recorded(t, screentest.Improving()...), start: screen.ToProgress{}})
		return d.keys("r enter")
	},
}

// before is what stands at the left of the cursor in its line, in a terminal with the table of widths that the app goes by; ok is false
// while there is no cursor.
func (d *driver) before() (left string, ok bool) {
	v := d.app.View()
	if v.Cursor == nil {
		return "", false
	}
	method := ansi.WcWidth
	if d.app.app.graphemes {
		method = ansi.GraphemeWidth
	}
	line := strings.Split(ansi.Strip(v.Content), "\n")[v.Cursor.Y]
	return method.Truncate(line, v.Cursor.X, ""), true
}

// TestTheCursorIsWhereOneTypes: in every field, whatever stands before it, in every size of window, by both tables of widths.
func TestTheCursorIsWhereOneTypes(t *testing.T) {
	sweeps(t)
	texts := []string{"plain", "日本語", "👩\u200d👩\u200d👧 e\u0301 🇮🇪 ❤\ufe0f", strings.Repeat("words that scroll ", 4)}
	for name, open := range fields {
		for _, size := range [][2]int{{80, 24}, {40, 12}, {24, 8}, {120, 40}} {
			t.Run(fmt.Sprintf("%s %dx%d", name, size[0], size[1]), func(t *testing.T) {
				d := open(t)
				d.size(size[0], size[1])
				for i, text := range texts {
					if i == 2 {
						d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
					}
					d.send(tea.PasteMsg{Content: text})
					d.write(" end")
					if left, ok := d.before(); !ok || !strings.HasSuffix(left, "end") {
						t.Errorf("after %q it is behind %q (%v):\n%s", text, left, ok, d.screen())
					}
					d.keys("left left left")
					if left, _ := d.before(); strings.HasSuffix(left, "end") {
						t.Errorf("it has not moved: %q", left)
					}
					d.keys("end ctrl+u")
				}
			})
		}
	}
}

// TestTheCursorStepsOverAWholeSign, of however many characters: within one it would not be seen to move.
func TestTheCursorStepsOverAWholeSign(t *testing.T) {
	signs := []string{"a", "👩\u200d👩\u200d👧", "e\u0301", "🇮🇪", "👍🏽", "z"}
	for name, open := range fields {
		t.Run(name, func(t *testing.T) {
			d := open(t).write("  " + strings.Join(signs, ""))
			for i := len(signs) - 1; i >= 0; i-- {
				if left, _ := d.before(); !strings.HasSuffix(left, signs[i]) {
					t.Errorf("it is behind %q, want %q", left, signs[i])
				}
				d.keys("left")
			}
			for _, sign := range signs {
				if left, _ := d.keys("right").before(); !strings.HasSuffix(left, sign) {
					t.Errorf("going back it is behind %q, want %q", left, sign)
				}
			}
		})
	}
}

// TestThereIsACursorOnlyWhereOneSeesWhatOneTypes.
func TestThereIsACursorOnlyWhereOneSeesWhatOneTypes(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToGuidance{}})
	for _, c := range []struct {
		what, keys string
		width      int
		want       bool
	}{
		{"a list", "", 80, false}, {"the search", "/", 80, true}, {"too small a window", "", 20, false}, {"a large one again", "", 80, true},
		{"what was found", "p enter", 80, false}, {"back in the search", "esc", 80, true}, {"the list again", "esc", 80, false},
	} {
		d.size(c.width, 24)
		if _, ok := d.keys(c.keys).before(); ok != c.want {
			t.Errorf("%s: a cursor: %v\n%s", c.what, ok, d.screen())
		}
	}
	long := drive(t, given{learner: doctor, start: only("a-request"), width: 40, height: 12}).keys("b enter 1 r").keys(strings.Repeat("a enter ", 30))
	long.write("b").send(unpastedMsg{})
	if left, _ := long.before(); left != "  │ b" {
		t.Errorf("above a notice it is behind %q:\n%s", left, long.screen())
	}
}

// TestTheRoomSeesTheCursorBehindTheNumber.
func TestTheRoomSeesTheCursorBehindTheNumber(t *testing.T) {
	for keys, want := range map[string]string{"space r 1 2": "12", "space right right 4": "4"} {
		for _, size := range [][2]int{{80, 24}, {40, 12}} {
			d := drive(t, given{learner: doctor, start: inARoom, width: size[0], height: size[1]}).keys(keys)
			if left, ok := d.before(); !ok || !strings.HasSuffix(left, want) {
				t.Errorf("after %q it is behind %q:\n%s", keys, left, d.screen())
			}
		}
	}
}

// TestWhatWasWrittenIsInSightAgain after a window that had no room for it, and after most of it was erased.
func TestWhatWasWrittenIsInSightAgain(t *testing.T) {
	d := fields["a reflection"](t).write("first").keys("enter enter").write("third")
	whole := d.screen()
	for _, size := range [][2]int{{1, 1}, {24, 8}, {40, 12}, {200, 9}} {
		d.size(size[0], size[1])
		if d.size(80, 24); d.screen() != whole {
			t.Errorf("after %dx%d:\n%s", size[0], size[1], d.screen())
		}
	}
	d.keys(strings.Repeat("enter ", 40))
	if d.keys(strings.Repeat("backspace ", 40)); d.screen() != whole {
		t.Errorf("after erasing:\n%s", d.screen())
	}
}
