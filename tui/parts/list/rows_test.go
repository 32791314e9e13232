package list

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// titles are texts of items as packs may have them: plain, wide, of several parts, with marks that take no room.
var titles = []string{
	"Boundaries", "夜間の投稿", "Siobha\u0301n Nguye\u0302\u0303n", "👩\u200d⚕\ufe0f 🇮🇪 online", "นอกเวลางาน", "\u1112\u1161\u11ab\u1100\u1173\u11af", "ｆｕｌｌ width",
}

// listed is a list of the titles, each with a note that begins with the sign.
// They are one group: each group of a list has a column of its own.
func listed(sign string, frame screen.Frame) []string {
	m := New[string]()
	var items []Item[string]
	for i, title := range titles {
		items = append(items, Item[string]{Key: string(rune('a' + i)), Text: title, Note: sign + " " + title + ", 三 of 4", Value: title})
	}
	m.SetItems(items)
	m.Layout(frame)
	return strings.Split(ansi.Strip(m.View()), "\n")
}

// TestFault28NotesStandInOneColumn: beside the texts where there is room, below them where there is none.
func TestFault28NotesStandInOneColumn(t *testing.T) {
	const sign = "※"
	for _, c := range []struct {
		width  int
		beside bool
	}{{40, false}, {80, true}, {120, true}} {
		t.Run(fmt.Sprint(c.width), func(t *testing.T) {
			lines := listed(sign, screen.Frame{Width: c.width, Height: 40, Theme: theme.New(theme.Dark, true)})
			cells := map[int]int{}
			for i, l := range lines {
				if n := ansi.StringWidth(l); n > c.width {
					t.Errorf("line %d is %d wide: %q", i+1, n, l)
				}
				if before, _, ok := strings.Cut(l, sign); ok {
					cells[ansi.StringWidth(before)]++
					if beside := strings.TrimSpace(before) != ""; beside != c.beside {
						t.Errorf("a note beside its text: %v, in line %q", beside, l)
					}
				}
			}
			if len(cells) != 1 {
				t.Errorf("notes begin at cells %v (cell: notes) in\n%s", cells, strings.Join(lines, "\n"))
			}
			for _, title := range titles {
				if n := strings.Count(strings.Join(lines, "\n"), title); n != 2 {
					t.Errorf("%q stands %d times, want as text and note", title, n)
				}
			}
		})
	}
}

// TestFault28TextsBeginAtOneCell: whatever stands before them, the cursor or the item's key.
func TestFault28TextsBeginAtOneCell(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		m := New[int]()
		var items []Item[int]
		for i, title := range titles {
			items = append(items, Item[int]{Key: string(rune('a' + i)), Text: "※ " + strings.Repeat(title+" ", 12), Value: i})
		}
		m.SetItems(items)
		m.Layout(screen.Frame{Width: width, Height: 80, Theme: theme.New(theme.Mono, true)})
		for at := range titles {
			m.SetPlace(at)
			for _, l := range strings.Split(ansi.Strip(m.View()), "\n") {
				before, _, first := strings.Cut(l, "※")
				if !first {
					before = l[:len(l)-len(strings.TrimLeft(l, " "))]
				}
				if n := ansi.StringWidth(before); strings.TrimSpace(l) != "" && n != cursorRoom+3 {
					t.Errorf("at %d cells a line begins at cell %d, want %d: %q", width, n, cursorRoom+3, l)
				}
				if n := ansi.StringWidth(l); n > width {
					t.Errorf("a line of %d cells in %d: %q", n, width, l)
				}
			}
		}
	}
}

// TestALongHeadingIsWrapped: its end may be what matters, such as that a document is superseded.
func TestALongHeadingIsWrapped(t *testing.T) {
	m := New[int]()
	m.SetItems([]Item[int]{{Heading: strings.Join(titles, " ") + " · 2013 · superseded, UK", Text: "A paragraph"}})
	m.Layout(screen.Frame{Width: 40, Height: 12, Theme: theme.New(theme.Mono, true)})
	shown := strings.Join(strings.Fields(ansi.Strip(m.View())), " ")
	if want := strings.Join(titles, " ") + " · 2013 · superseded, UK › A paragraph"; shown != want {
		t.Errorf("shown is\n%s\nwant\n%s", shown, want)
	}
}

// TestBarsStayWhereThereIsRoom: in a wide window the text is whole; in a narrower one it is cut for the bar and the note; and in the
// narrowest the note goes below the text, and the bar with it as long as it fits.
func TestBarsStayWhereThereIsRoom(t *testing.T) {
	const text, bar, note = "A topic with a name that is rather long", "██████████", "10 of 12"
	for _, c := range []struct {
		width        int
		whole, below bool // the text is whole; the note is below it
		bar          bool
	}{
		{80, true, false, true},
		{62, false, false, true},
		{44, true, true, true},
		{22, true, true, false},
	} {
		t.Run(fmt.Sprint(c.width), func(t *testing.T) {
			l := New[int]()
			l.SetItems([]Item[int]{{Text: text, Bar: bar, Note: note}})
			l.Layout(screen.Frame{Width: c.width, Height: 20, Theme: theme.New(theme.Mono, true)})
			shown := ansi.Strip(l.View())
			words := strings.Join(strings.Fields(shown), " ")
			if whole := strings.Contains(words, text); whole != c.whole {
				t.Errorf("the text is whole: %v", whole)
			}
			if has := strings.Contains(shown, bar); has != c.bar {
				t.Errorf("the bar is there: %v", has)
			}
			for _, line := range strings.Split(shown, "\n") {
				if n := ansi.StringWidth(line); n > c.width {
					t.Errorf("a line of %d cells: %q", n, line)
				}
				if below := !strings.Contains(line, "A topic"); strings.Contains(line, note) && below != c.below {
					t.Errorf("the note stands below the text: %v", below)
				}
			}
			if t.Failed() {
				t.Log("\n" + shown)
			}
		})
	}
}

// TestEnterStandsWhereItChooses: in the place of the key, while the learner is at a line that says so; what stands behind is in one column.
func TestEnterStandsWhereItChooses(t *testing.T) {
	l := New[int]()
	l.SetItems([]Item[int]{{Key: "t", Enter: true, Text: "Today", Note: "8 minutes"}, {Key: "p", Text: "Practise", Note: "a topic"}})
	l.Layout(screen.Frame{Width: 60, Height: 2, Theme: theme.New(theme.Mono, true)})
	for _, want := range []string{"  › enter  Today      8 minutes\n    p      Practise   a topic", "    t      Today      8 minutes\n  › p      Practise   a topic"} {
		var got []string
		for line := range strings.SplitSeq(ansi.Strip(l.View()), "\n") {
			got = append(got, strings.TrimRight(line, " "))
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("it is\n%s\nwant\n%s", strings.Join(got, "\n"), want)
		}
		l.Update(screentest.Press("down"))
	}
	if chosen, ok := l.Update(screentest.Press("t")); !ok || chosen != 0 {
		t.Error("its own key does not choose it")
	}
}

// TestWhatANoteIsBelowStandsOut where the note can't be fainter.
func TestWhatANoteIsBelowStandsOut(t *testing.T) {
	l := New[int]()
	l.SetItems([]Item[int]{{Text: "First", Value: 1}, {Text: "MUST, paragraph 1", Note: strings.Repeat("what it says ", 9), Value: 2}})
	for kind, bold := range map[theme.Kind]bool{theme.Mono: true, theme.Contrast: true, theme.Dark: false} {
		l.Layout(screen.Frame{Width: 60, Height: 12, Theme: theme.New(kind, true)})
		if got := strings.Contains(l.View(), "\x1b[1mMUST, paragraph 1"); got != bold {
			t.Errorf("%s: bold (%v), want %v:\n%q", kind, got, bold, l.View())
		}
	}
}
