package screentest

import (
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/screen"
)

// Click clicks where a text stands on the screen, at its first letter, and presses the key that this names.
func (d *Driver) Click(text string) *Driver {
	d.t.Helper()
	x, y := d.find(text)
	d.Now = d.Now.Add(5 * time.Second)
	key := d.screen.(screen.Pointed).Click(x, y)
	if key != "" {
		return d.Keys(key)
	}
	d.unsay()
	d.settle()
	return d
}

// Wheel scrolls by lines, where a text stands on the screen.
func (d *Driver) Wheel(text string, lines int) *Driver {
	d.t.Helper()
	x, y := d.find(text)
	d.screen.(screen.Pointed).Wheel(x, y, lines)
	d.settle()
	return d
}

// find is the cell where a text begins on the screen.
func (d *Driver) find(text string) (x, y int) {
	d.t.Helper()
	for y, line := range strings.Split(d.View(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			return ansi.StringWidth(before), y
		}
	}
	d.t.Fatalf("%q is not on the screen:\n%s", text, d.View())
	return 0, 0
}
