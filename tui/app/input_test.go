package app

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance/text"
	"probity/scenarios/pack"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// TestTypedAndPastedTextIsInertInEveryField: what acts or hides is never shown and never kept; what spells stays.
func TestTypedAndPastedTextIsInertInEveryField(t *testing.T) {
	const (
		typed  = "Zo\u202eë\U000e0041 \u200f\u009b31m "
		pasted = "مه\u200cسا\r\u2066\x1b]0;x\aend \U000e0042"
	)
	for name, open := range fields {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			t.Chdir(t.TempDir()) // where a plan is saved
			d.write(typed)
			d.send(tea.PasteMsg{Content: pasted})
			shown := d.app.View().Content
			inert(t, shown)
			for _, want := range []string{"Zoë 31m", "مه\u200cسا", "]0;xend"} {
				if !strings.Contains(shown, want) {
					t.Errorf("%+q is not on the screen:\n%s", want, d.screen())
				}
			}
			if d.keys("ctrl+s"); text.Block(d.record()) != d.record() {
				t.Errorf("the record acts:\n%+q", d.record())
			}
		})
	}
}

func TestTheClipboardIsAskedForOnlyWhereTextIsTyped(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToGuidance{}})
	if cmd := d.app.app.handle(screentest.Press("ctrl+v")); cmd != nil {
		t.Error("read outside a field")
	}
	d.keys("/")
	if cmd := d.app.app.handle(screentest.Press("ctrl+v")); cmd == nil {
		t.Error("not read in a field")
	}
	d.send(unpastedMsg{})
	d.sees("The clipboard can't be read.")
}

// TestTheRightEdgeStaysWhereItIs is fault 28, as a terminal paints it: what stands at the right of a line stands there whatever the
// line holds, before and after the terminal says that it counts graphemes.
func TestTheRightEdgeStaysWhereItIs(t *testing.T) {
	for _, title := range []string{"plain", "❤\ufe0f 1\ufe0f\u20e3", "👩\u200d👩\u200d👧 🇮🇪", "日本 क्\u200dष का"} {
		named := func() (*pack.Pack, error) {
			p, err := small()
			for _, s := range p.Bank.Topics() {
				s.Title = title
			}
			for _, s := range p.Guidance.Sources() {
				s.Title = title
			}
			return p, err
		}
		d := drive(t, given{learner: doctor, start: screen.ToGuidance{}, load: named}).keys("enter")
		for _, table := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			header, _, _ := strings.Cut(d.screen(), "\n")
			before, _, found := strings.Cut(header, "Doctor · UK")
			if n := table.StringWidth(before); n != 68 || !found || !strings.Contains(before, strings.Fields(title)[0]) {
				t.Errorf("%q: at %d of %q", title, n, header)
			}
			d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
		}
	}
}

// TestALongTitleIsCutBeforeWhoTheLearnerIs has the longest topic in a window of the usual size, and in a small one that has room for
// one of the two. No part but the last is cut: half of a time says nothing.
func TestALongTitleIsCutBeforeWhoTheLearnerIs(t *testing.T) {
	long := func() (*pack.Pack, error) {
		p, err := small()
		for i := range p.Bank.Topics() {
			p.Bank.Topics()[i].Title = "Sponsorship, advertising and conflicts of interest"
		}
		return p, err
	}
	d := drive(t, given{learner: doctor, start: screen.ToPractice{}, load: long}).keys("*")
	for _, is := range []struct {
		width int
		want  string
	}{
		{120, " Probity  Situation 1 of 5 · bookmarked · about 5 minutes left · Sponsorship, advertising and conflicts of… Doctor · UK "},
		{80, " Probity  Situation 1 of 5 · bookmarked · about 5 minutes left      Doctor · UK "},
		{50, " Probity  Situation 1 of 5 · bookmarked           "},
	} {
		d.size(is.width, 24)
		if got, _, _ := strings.Cut(d.screen(), "\n"); got != is.want {
			t.Errorf("%d wide: %q, want %q", is.width, got, is.want)
		}
	}
}

// TestAKeyOfAnotherLayoutIsTheOneOfALatinLayout: a ctrl key everywhere, a letter where nobody types.
func TestAKeyOfAnotherLayoutIsTheOneOfALatinLayout(t *testing.T) {
	for _, c := range []struct {
		name   string
		msg    tea.KeyPressMsg
		typing bool
		want   string
	}{
		{"Cyrillic ctrl+c", tea.KeyPressMsg{Code: 'с', BaseCode: 'c', Mod: tea.ModCtrl}, true, "ctrl+c"},
		{"Greek ctrl+s", tea.KeyPressMsg{Code: 'σ', BaseCode: 's', Mod: tea.ModCtrl}, true, "ctrl+s"},
		{"Cyrillic letter", tea.KeyPressMsg{Code: 'ф', BaseCode: 'a', Text: "ф"}, false, "a"},
		{"Cyrillic letter, typed", tea.KeyPressMsg{Code: 'ф', BaseCode: 'a', Text: "ф"}, true, "ф"},
		{"Cyrillic capital", tea.KeyPressMsg{Code: 'п', BaseCode: 'g', Text: "П", Mod: tea.ModShift}, false, "G"},
		{"French a, which is where q is", tea.KeyPressMsg{Code: 'a', BaseCode: 'q', Text: "a"}, false, "a"},
		{"nothing known of the layout", tea.KeyPressMsg{Code: 'ф', Text: "ф"}, false, "ф"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := latin(c.msg, c.typing).String(); got != c.want {
				t.Errorf("it is %q, want %q", got, c.want)
			}
		})
	}
}
