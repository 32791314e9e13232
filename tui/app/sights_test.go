// Every screen in its stages, come to once and looked at in every way.

package app

import (
	"testing"

	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// sight is a screen in one of its stages, with what it shows of a record.
type sight struct {
	name  string
	given given
	keys  string
}

// sights are every screen, and the stages that are held elsewhere: charts of a year, forms and fields, the turn of a family.
func sights(t *testing.T) (all []sight) {
	sweeps(t)
	for _, s := range everyScreen() {
		all = append(all, sight{s.name, given{learner: s.learner, start: s.start}, s.keys})
	}
	year := given{dir: screentest.Recorded(t, screentest.Improving()...), start: screen.ToProgress{}}
	for _, keys := range []string{"", "t", "w", "s", "h", "h right end", "r", "a", "r enter", "r enter X"} {
		all = append(all, sight{"progress of a year, " + keys, year, keys})
	}
	for _, keys := range []string{"enter", "enter end", "enter pgdown enter", "enter v", "enter x"} {
		all = append(all, sight{"certificate, " + keys, given{learner: doctor, start: screen.ToCertificate{}}, keys})
	}
	family := given{learner: doctor, load: families(t), start: screen.ToGuidance{Clause: "rules/2"}}
	for _, keys := range []string{"b enter 2", "b enter 2 end enter", "b enter 2 end enter a enter 3"} {
		all = append(all, sight{"turn, " + keys, family, "pgdown enter " + keys})
	}
	for _, keys := range []string{"/", "/ x r a y", "/ x x x x"} {
		all = append(all, sight{"search, " + keys, given{learner: doctor, start: screen.ToGuidance{}}, keys})
	}
	return all
}

// drive comes to a sight, in a theme.
func (s sight) drive(t *testing.T, kind theme.Kind) *driver {
	t.Helper()
	s.given.theme = kind
	return drive(t, s.given).keys(s.keys)
}

// TestEverySightCanBeSeen, by everybody and in every terminal.
func TestEverySightCanBeSeen(t *testing.T) {
	for _, s := range sights(t) {
		t.Run(s.name, func(t *testing.T) {
			d := s.drive(t, theme.Dark)
			for _, held := range []struct {
				name string
				hold func(*testing.T, *driver)
			}{
				{"right and wrong have signs", hasSigns},
				{"meaning needs no colour", needsNoColour},
				{"no sign that the terminal lacks", lacksNoSign},
				{"text can be read", canBeRead},
				{"sixteen colours carry no text", readsInSixteenColours},
			} {
				t.Run(held.name, func(t *testing.T) { held.hold(t, d) })
			}
		})
	}
}
