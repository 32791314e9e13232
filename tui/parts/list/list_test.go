package list

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
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
				if n := ansi.StringWidth(before); strings.TrimSpace(l) != "" && n != beforeText {
					t.Errorf("at %d cells a line begins at cell %d, want %d: %q", width, n, beforeText, l)
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
