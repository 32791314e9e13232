// The progress screen, for records of every length: what it looks like, and what its keys do to the record.

package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// offers reports whether a key with this help works now.
func (d *driver) offers(does string) bool {
	for _, k := range d.app.app.top().Keys() {
		if k.Help().Desc == does {
			return true
		}
	}
	return false
}

// until presses a key until another key is offered.
func (d *driver) until(does, key string) *driver {
	d.t.Helper()
	for range 200 {
		if d.offers(does) {
			return d
		}
		d.keys(key)
	}
	d.t.Fatalf("no key that does %q was reached:\n%s", does, d.screen())
	return d
}

func TestProgressGoldens(t *testing.T) {
	one := []progress.Fact{screentest.Replied("a-request", "boundaries", 0, 3, 0)}
	for _, size := range sizes {
		for _, c := range []struct {
			name  string
			facts []progress.Fact
			do    func(*driver)
		}{
			{"of a year", screentest.Improving(), func(*driver) {}},
			{"one answer", one, func(*driver) {}},
			{"nothing answered", nil, func(*driver) {}},
			{"topics", screentest.Improving(), func(d *driver) { d.keys("t") }},
			{"over time", screentest.Improving(), func(d *driver) { d.keys("w") }},
			{"how sure", screentest.Improving(), func(d *driver) { d.keys("s") }},
			{"history", screentest.Improving(), func(d *driver) { d.keys("h") }},
			{"history, missed, the end", screentest.Improving(), func(d *driver) { d.keys("h right end") }},
			{"reflections", screentest.Improving(), func(d *driver) { d.keys("r") }},
			{"activity", screentest.Improving(), func(d *driver) { d.keys("a") }},
			{"a confident mistake", screentest.Improving(), func(d *driver) { d.keys("s").until("feedback", "down").keys("enter") }},
			{"editing a reflection", screentest.Improving(), func(d *driver) { d.keys("r enter") }},
			{"erasing a reflection", screentest.Improving(), func(d *driver) { d.keys("r x") }},
		} {
			t.Run(fmt.Sprintf("%s %dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				d := drive(t, given{dir: screentest.Recorded(t, c.facts...), start: screen.ToProgress{}, width: size[0], height: size[1]})
				c.do(d)
				look(t, d, size)
			})
		}
	}
}

// TestProgressFitsEverywhere is fault 27 for long records, in colour.
func TestProgressFitsEverywhere(t *testing.T) {
	sweeps(t)
	for name, facts := range map[string][]progress.Fact{
		"of a year": screentest.Improving(), "taken back": {screentest.Replied("a-request", "boundaries", 0, 3, 0), progress.Undo{Of: 1}},
		"in the future": {screentest.Replied("a-request", "boundaries", 0, 3, -3), screentest.Replied("a-request", "boundaries", 4, 3, -400)},
		"a gap":         {screentest.Replied("a-request", "boundaries", 0, 3, 500), screentest.Replied("a-request", "boundaries", 4, 3, 0)},
		"no numbers":    {screentest.Swollen(0), screentest.Swollen(8)},
	} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, given{dir: screentest.Recorded(t, facts...), start: screen.ToProgress{}, theme: theme.Dark})
			for _, size := range [][2]int{{24, 8}, {30, 9}, {40, 12}, {63, 20}, {80, 24}, {108, 36}, {120, 40}, {300, 100}, {24, 60}} {
				d.size(size[0], size[1])
				for _, place := range strings.Fields("home t w s h r a") {
					d.keys(place)
					for range 3 {
						fits(t, d.app.View().Content, size[0], size[1])
						d.keys("pgdown")
					}
					if place != "home" {
						d.keys("esc")
					}
				}
			}
		})
	}
}

// TestErasingEndsWhileAnotherIsEdited: what came of it is taken whatever is up by then.
func TestErasingEndsWhileAnotherIsEdited(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 0, 0),
		progress.Reflection{Scenario: "a-request", Text: "stays"}, progress.Reflection{Scenario: "an-order", Text: "goes"})
	d := drive(t, given{dir: dir, start: screen.ToProgress{}, width: 80, height: 60}).keys("r x")
	d.now = d.now.Add(time.Second) // it is not held down
	_, erase := d.app.Update(screentest.Press("x"))
	d.keys("down enter").sees("stays")
	d.run(erase)
	d.keys("esc").sees("Reflections: 1")
	if strings.Contains(d.screen(), "goes") {
		t.Errorf("what was erased is still listed:\n%s", d.screen())
	}
}

func TestSettingsGoldens(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprintf("switches %dx%d", size[0], size[1]), func(t *testing.T) {
			off := progress.Setting{Name: "certainty", Value: "off"}
			d := drive(t, given{dir: screentest.Recorded(t, off), start: screen.ToSettings{}, width: size[0], height: size[1]})
			look(t, d.keys("end"), size)
		})
	}
}
