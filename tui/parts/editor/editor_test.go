package editor

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// open is an editor, and what it says at the foot.
func open(o Options) (e *Editor, said func() string) {
	nav := &screen.Nav{}
	e, _ = New(screen.Env{Nav: nav}, screen.Frame{Width: 80, Height: 24, Theme: theme.New(theme.Mono, true)}, o)
	return e, func() string {
		all := ""
		var holds any
		for _, r := range nav.Drain() {
			all += r.(screen.Spoken).Words()
			holds = r.(screen.Spoken).Holds()
		}
		nav.Stand(holds)
		return all
	}
}

func typed(s string) tea.KeyPressMsg {
	r := []rune(s)
	if len(r) == 1 {
		return tea.KeyPressMsg{Code: r[0], Text: s}
	}
	return tea.KeyPressMsg{Code: tea.KeyExtended, Text: s}
}

// TestAPasteKeepsItsLines is fault 39. Terminals send CR, files CR LF or LF.
func TestAPasteKeepsItsLines(t *testing.T) {
	for _, c := range []struct{ name, paste, several, one string }{
		{"carriage returns", "First.\r\rSecond.\r- a point", "First.\n\nSecond.\n- a point", "First.  Second. - a point"},
		{"CR LF", "a\r\nb\r\n\r\nc", "a\nb\n\nc", "a b  c"},
		{"LF", "a\nb\n", "a\nb\n", "a b"},
		{"a tab, a separator", "a\tb\u2028c", "a b\nc", "a b c"},
		{"joiners, selectors, flags", "علی\u200cرضا 👩🏽\u200d⚕\ufe0f 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "", ""},
		{"what acts or hides", "a\x1b[31m\u202eb\U000e0041\u009b", "a[31mb", "a[31mb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.several == "" {
				c.several, c.one = c.paste, c.paste
			}
			for _, line := range []bool{false, true} {
				e, said := open(Options{Line: line, Limit: 100, TooLong: "too long"})
				e.Update(tea.PasteMsg{Content: c.paste})
				want := c.several
				if line {
					want = strings.Join(strings.Fields(c.one), " ")
				}
				if e.Value() != want || said() != "" {
					t.Errorf("on one line: %v: %+q, want %+q", line, e.Value(), want)
				}
			}
		})
	}
}

func TestMoreThanThereIsRoomForIsSaid(t *testing.T) {
	e, said := open(Options{Limit: 8000, TooLong: "too long", Value: "before "})
	e.Update(tea.PasteMsg{Content: strings.Repeat("日本語\r", 1<<18)})
	if n := len([]rune(e.Value())); n != 8000 || said() != "too long" {
		t.Errorf("%d characters", n)
	}
	for _, key := range []tea.KeyPressMsg{typed("x"), {Code: tea.KeyEnter}} {
		e.Update(key)
		if n := len([]rune(e.Value())); n != 8000 || said() != "too long" {
			t.Errorf("%d characters after %s", n, key)
		}
	}
	e, said = open(Options{Limit: 5, TooLong: "too long"})
	e.Update(tea.PasteMsg{Content: "abc👩\u200d👩\u200d👧"})
	if e.Value() != "abc👩" || said() != "too long" {
		t.Errorf("a sign that was cut through: %+q", e.Value())
	}
	whole := strings.Repeat("line\n", 150) + "end"
	e, said = open(Options{Limit: 500, Value: whole, TooLong: "too long"})
	if e.Value() != whole || said() != "" {
		t.Errorf("what was there already was cut: %d characters", len(e.Value()))
	}
	e, said = open(Options{Limit: 8000, TooLong: "too long"})
	e.Update(tea.PasteMsg{Content: whole})
	if e.Value() != whole || said() != "" {
		t.Errorf("150 lines were cut: %q", e.Value())
	}
}

// TestATypedJoinerStaysInItsWord: keys come one at a time, so what a joiner belongs to is not in the same message.
func TestATypedJoinerStaysInItsWord(t *testing.T) {
	for _, word := range []string{"می\u200cخواهم", "ක්\u200dෂ", "O\u200dE"} {
		e, _ := open(Options{Limit: 100})
		for _, r := range word {
			e.Update(typed(string(r)))
		}
		if want := strings.ReplaceAll(word, "O\u200dE", "OE"); e.Value() != want {
			t.Errorf("%+q, want %+q", e.Value(), want)
		}
	}
}

// TestWhatAnOldRecordHoldsIsShownInert: earlier versions kept text as it was typed.
func TestWhatAnOldRecordHoldsIsShownInert(t *testing.T) {
	for _, line := range []bool{false, true} {
		e, _ := open(Options{Line: line, Value: "a\u202eb\U000e0041\u009b31m", Limit: 100})
		if strings.ContainsAny(e.View(), "\u202e\U000e0041\u009b") || e.Value() != "ab31m" {
			t.Errorf("%+q in %+q", e.Value(), e.View())
		}
	}
}

// press is a key press that is no text.
func press(name string) tea.KeyPressMsg {
	return map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "ctrl+s": {Code: 's', Mod: tea.ModCtrl}, "up": {Code: tea.KeyUp},
	}[name]
}

// TestHowWritingEnds: enter keeps one line, and begins another where there may be several.
func TestHowWritingEnds(t *testing.T) {
	for _, c := range []struct {
		key   string
		line  bool
		done  Done
		value string
	}{
		{"ctrl+s", false, Saved, "a"}, {"ctrl+s", true, Saved, "a"}, {"esc", false, Left, "a"}, {"esc", true, Left, "a"},
		{"enter", true, Saved, "a"}, {"enter", false, Writing, "a\n"}, {"up", false, Writing, "a"},
	} {
		e, _ := open(Options{Line: c.line, Limit: 100, Value: "a"})
		if done, _ := e.Update(press(c.key)); done != c.done || e.Value() != c.value {
			t.Errorf("after %s (one line: %v) it is %v with %q, want %v with %q", c.key, c.line, done, e.Value(), c.done, c.value)
		}
	}
}

func TestTheKeysThatEndItAreShown(t *testing.T) {
	for line, want := range map[bool]string{false: "ctrl+s save, esc back", true: "enter keep, esc back"} {
		e, _ := open(Options{Line: line, Limit: 100})
		var got []string
		for _, k := range e.Keys() {
			got = append(got, k.Help().Key+" "+k.Help().Desc)
		}
		if keys := strings.Join(got, ", "); keys != want {
			t.Errorf("on one line (%v) the keys are %q, want %q", line, keys, want)
		}
	}
}

// TestEscAsksOnceBeforeItDropsWhatWasWritten, and not where nothing was.
func TestEscAsksOnceBeforeItDropsWhatWasWritten(t *testing.T) {
	e, said := open(Options{Limit: 100, Value: "a", Drops: "Esc again drops it."})
	for _, c := range []struct {
		key  string
		done Done
		said string
	}{{"x", Writing, ""}, {"esc", Writing, "Esc again drops it."}, {"y", Writing, ""}, {"esc", Writing, "Esc again drops it."}, {"esc", Left, ""}} {
		msg := press(c.key)
		if msg.Code == 0 {
			msg = typed(c.key)
		}
		if done, _ := e.Update(msg); done != c.done {
			t.Errorf("after %s it is %v, want %v", c.key, done, c.done)
		}
		if got := said(); got != c.said {
			t.Errorf("after %s it says %q, want %q", c.key, got, c.said)
		}
	}
	e, _ = open(Options{Limit: 100, Value: "a", Drops: "Esc again drops it."})
	if done, _ := e.Update(press("esc")); done != Left {
		t.Error("it asks although nothing was written")
	}
}

// TestWhatIsTypedHidesNothing: keys come one character at a time, and what hides between two is told by the second.
func TestWhatIsTypedHidesNothing(t *testing.T) {
	for in, want := range map[string]string{"w\u180ex": "wx", "x\U000e0100": "x", "👩\u200d⚕\ufe0f": "👩\u200d⚕\ufe0f", "\u202ea": "a"} {
		e, _ := open(Options{Limit: 40, Value: "one\n\ntwo"})
		e.Update(press("up"))
		e.Update(press("up"))
		e.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
		for _, r := range in {
			e.Update(typed(string(r)))
		}
		if got := e.area.Value(); got != "one"+want+"\n\ntwo" {
			t.Errorf("%+q stands there as %+q", in, got)
		}
	}
}

// TestAtTheLimitOnlyWhatAddsIsRefused: a learner can still move, erase and save.
func TestAtTheLimitOnlyWhatAddsIsRefused(t *testing.T) {
	e, said := open(Options{Limit: 3, Value: "abc", TooLong: "too long"})
	e.Update(press("up"))
	e.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
	e.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	if e.Value() != "ab" || said() != "" {
		t.Errorf("erasing leaves %q", e.Value())
	}
	e.Update(typed("x"))
	if e.Value() != "abx" || said() != "" {
		t.Errorf("there is room again, and it is %q", e.Value())
	}
	if done, _ := e.Update(press("ctrl+s")); done != Saved {
		t.Error("it is not saved")
	}
}

// TestASignOfSeveralCharactersHasRoomForAllOfThem or is refused, though there is room for its first.
func TestASignOfSeveralCharactersHasRoomForAllOfThem(t *testing.T) {
	for limit, want := range map[int]string{5: "abc", 7: "abc👩🏽\u200d⚕"} {
		e, said := open(Options{Limit: limit, Value: "abc", TooLong: "too long"})
		e.Update(typed("👩🏽\u200d⚕"))
		if refused := said() == "too long"; e.Value() != want || refused != (want == "abc") {
			t.Errorf("with room for %d it is %+q, and refused: %v", limit, e.Value(), refused)
		}
	}
}

// TestTheSmallerTheWindowTheLessStandsAboveTheField: nobody writes without knowing the question, so that stays longest; of one line it is
// the heading.
func TestTheSmallerTheWindowTheLessStandsAboveTheField(t *testing.T) {
	const heading, prompt = "Reflection", "What will you do?"
	for _, c := range []struct {
		line   bool
		height int
		has    []string
		lacks  []string
	}{
		{false, 24, []string{heading, prompt, caution}, nil},
		{false, 8, []string{heading, prompt, caution}, nil},
		{false, 6, []string{heading, prompt, caution}, nil},
		{false, 5, []string{prompt, caution}, []string{heading}},
		{false, 4, []string{prompt}, []string{heading, caution}},
		{true, 24, []string{heading, prompt}, []string{caution}},
		{true, 3, []string{heading, prompt}, []string{caution}},
		{true, 2, []string{heading}, []string{prompt, caution}},
	} {
		e, _ := open(Options{Line: c.line, Heading: heading, Prompt: prompt, Value: "my words", Limit: 100})
		e.Layout(screen.Frame{Width: 80, Height: c.height, Theme: theme.New(theme.Mono, true)})
		shown := ansi.Strip(e.View())
		for _, text := range append(c.has, "my words") {
			if !strings.Contains(shown, text) {
				t.Errorf("in %d lines (one to write on: %v) %q is not there:\n%s", c.height, c.line, text, shown)
			}
		}
		for _, text := range c.lacks {
			if strings.Contains(shown, text) {
				t.Errorf("in %d lines (one to write on: %v) there is %q:\n%s", c.height, c.line, text, shown)
			}
		}
	}
}

// TestTheCautionIsGivenBeforeAnythingIsWritten, in the field itself where there is no room above it.
func TestTheCautionIsGivenBeforeAnythingIsWritten(t *testing.T) {
	e, _ := open(Options{Heading: "Reflection", Prompt: "Who was in that group, and who is in it today?", Limit: 100})
	for _, height := range []int{24, 8, 7, 6, 5, 4} {
		e.Layout(screen.Frame{Width: 40, Height: height, Theme: theme.New(theme.Mono, true)})
		shown := strings.Join(strings.Fields(strings.ReplaceAll(ansi.Strip(e.View()), "│", "")), " ")
		if !strings.Contains(shown, "Who was in that group, and who is in it today?") || height > 4 && strings.Count(shown, caution) != 1 {
			t.Errorf("in %d lines:\n%s", height, ansi.Strip(e.View()))
		}
	}
}

// TestTheLineThatIsWrittenIsInSight, however many stand above it.
func TestTheLineThatIsWrittenIsInSight(t *testing.T) {
	for _, height := range []int{5, 8, 24} {
		e, _ := open(Options{Heading: "Reflection", Limit: 1000})
		e.Layout(screen.Frame{Width: 40, Height: height, Theme: theme.New(theme.Mono, true)})
		for i := range 40 {
			for _, r := range fmt.Sprint("line ", i) {
				e.Update(typed(string(r)))
			}
			if shown := ansi.Strip(e.View()); !strings.Contains(shown, fmt.Sprint("line ", i)) {
				t.Fatalf("in %d lines line %d is out of sight:\n%s", height, i, shown)
			}
			e.Update(press("enter"))
		}
	}
}

// TestAWrongLineIsSaidBelowIt, where it is mended, until it is changed. It is not kept.
func TestAWrongLineIsSaidBelowIt(t *testing.T) {
	for _, height := range []int{24, 2} {
		e, said := open(Options{Heading: "Hours", Line: true, Value: "lots", Limit: 20, Check: func(value string) error {
			if value == "lots!" {
				return errors.New("hours are a number, such as 1.5")
			}
			return nil
		}})
		e.Layout(screen.Frame{Width: 80, Height: height, Theme: e.frame.Theme})
		e.Update(typed("!"))
		if done, _ := e.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); done != Writing || !strings.Contains(e.View(), "Hours are a number, such as 1.5.") {
			t.Errorf("at %d lines it ends as %v:\n%s", height, done, e.View())
		}
		if words := said(); words != "" {
			t.Errorf("it is said at the foot too: %q", words)
		}
		e.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		if done, _ := e.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); done != Saved || strings.Contains(e.View(), "Hours are") {
			t.Errorf("once it is mended it ends as %v:\n%s", done, e.View())
		}
	}
}
