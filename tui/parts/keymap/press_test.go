package keymap

import (
	"testing"

	"charm.land/bubbles/v2/key"
)

// TestAPressIsTheKeyOfItsName, so that a click on a key is that key.
func TestAPressIsTheKeyOfItsName(t *testing.T) {
	for _, name := range []string{"a", "G", "?", "*", "1", "enter", "esc", "space", "up", "pgdown", "tab", "shift+tab", "shift+up", "ctrl+c", "ctrl+s"} {
		if got := Press(name).String(); got != name {
			t.Errorf("%q presses %q", name, got)
		}
	}
}

// TestTheKeyAtACellIsTheOneThatIsWrittenThere.
func TestTheKeyAtACellIsTheOneThatIsWrittenThere(t *testing.T) {
	rate := New("4–1", "rate", "1", "2", "3", "4")
	for _, c := range []struct {
		name    string
		binding key.Binding
		cell    int
		want    string
	}{
		{"a key", Enter("open"), 0, "enter"}, {"what it does", Enter("open"), 8, "enter"}, {"a key by another name", Correct(), 0, "backspace"},
		{"a slash", Find(), 0, "/"}, {"page down", PageDown(), 2, "pgdown"},
		{"up", Move(), 0, "up"}, {"between", Move(), 1, ""}, {"down", Move(), 2, "down"}, {"what both do", Move(), 5, "down"}, {"shift with up", Shift(), 3, "shift+up"}, {"with down", Shift(), 8, "shift+down"}, {"what those do", Shift(), 12, "shift+down"}, {"between them and that", Move(), 3, ""},
		{"left", Order(), 0, "left"}, {"right", Order(), 2, "right"}, {"space", Mark(), 4, "space"}, {"or the arrow", Mark(), 6, "right"},
		{"what the other way does", Rate(), 6, "right"}, {"what either does", Mark(), 9, "space"}, {"what a row of numbers does", rate, 5, ""},
		{"the first of several", rate, 0, "4"}, {"the last", rate, 2, "1"}, {"no key at all", Said("wheel", "scroll"), 0, ""},
	} {
		if got := At(c.binding, c.cell); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
