package list

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

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
