package list

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// TestEnterReadsOnToALineOutOfSight: by pages, so that nothing before it is passed over, and says so; where it is in sight enter chooses it.
func TestEnterReadsOnToALineOutOfSight(t *testing.T) {
	l := New[int]()
	l.Layout(screen.Frame{Width: 40, Height: 8, Theme: theme.New(theme.Mono, true)})
	l.Fill("\n"+words(30), []Item[int]{{Text: "Begin", Value: 7}})
	seen := ""
	for range 20 {
		seen += ansi.Strip(l.View()) + "\n"
		in, does := strings.Contains(ansi.Strip(l.View()), "› Begin"), l.Now(Keys("choose"))[0].Help().Desc
		if want := map[bool]string{true: "choose", false: "read on"}[in]; does != want {
			t.Errorf("enter says %q, want %q, in\n%s", does, want, ansi.Strip(l.View()))
		}
		if got, ok := press(l, "enter"); ok != in {
			t.Fatalf("enter chose %v, %v in\n%s", got, ok, ansi.Strip(l.View()))
		} else if ok {
			break
		}
	}
	for line := range strings.SplitSeq(words(30), "\n") {
		if !strings.Contains(seen, line) {
			t.Errorf("%q was passed over", line)
		}
	}
}

// TestFromTheEndEnterLeadsBackToTheList, and says so; before the end it goes down alone.
func TestFromTheEndEnterLeadsBackToTheList(t *testing.T) {
	l := New[int]()
	l.Layout(screen.Frame{Width: 40, Height: 8, Theme: theme.New(theme.Mono, true)})
	l.Fill("", []Item[int]{{Text: "Begin", Value: 7}})
	l.SetOutro(words(30))
	press(l, "pgdown")
	for range 20 {
		before := ansi.Strip(l.View())
		_, below := l.More()
		does := l.Now(Keys("choose"))[0].Help().Desc
		if want := map[bool]string{true: "read on", false: "to the list"}[below]; does != want {
			t.Fatalf("enter says %q, want %q, in\n%s", does, want, before)
		}
		if _, chosen := press(l, "enter"); chosen {
			t.Fatal("enter chooses what is out of sight")
		}
		if back := strings.Contains(ansi.Strip(l.View()), "› Begin"); back == below {
			t.Fatalf("from\n%s\nenter leads to\n%s", before, ansi.Strip(l.View()))
		}
		if !below {
			return
		}
	}
	t.Error("the end is never reached")
}
