// Goldens: each screen at the sizes people have. Run with -update after looking at what changed.

package app

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"probity/progress/journal/file"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

var update = flag.Bool("update", false, "write the goldens anew")

func only(id string) screen.Route { return screen.ToPractice{Ask: tutor.Selection{Only: id}} }

var choice = only("a-thread")

// sat answers the assessment of the small pack: a rating, a ranking, a choice of several and a single best answer, in the order
// that the seed gives.
const sat = "a 4 3 2 1 enter 2 a J enter 3 a b c enter 1 b enter 2"

// place is a screen in one of its states, and how to get there.
type place struct {
	name    string
	learner tutor.Learner
	start   screen.Route
	keys    string
}

// screens are those whose whole frames are held.
var screens = []place{
	{"first run", tutor.Learner{}, nil, ""},
	{"first run, country", tutor.Learner{}, nil, "1"},
	{"home", doctor, nil, ""},
	{"practise menu", doctor, nil, "p"},
	{"question", doctor, choice, "j j c"},
	{"ranking", doctor, only("an-order"), "j K 5"},
	{"ranking marked", doctor, only("an-order"), "j K enter 2"},
	{"rating", doctor, only("four-ways"), "a 4 2"},
	{"rating marked", doctor, only("four-ways"), "a 4 2 1 3 enter 2"},
	{"discussion", doctor, only("two-views"), "b enter"},
	{"how sure", doctor, choice, "b d enter"},
	{"feedback", doctor, choice, "b d enter 3"},
	{"what changed", doctor, choice, "b d enter 3 w"},
	{"reflection", doctor, choice, "b d enter 3 r"},
	{"summary", doctor, choice, "b d enter 3 end enter"},
	{"guidance", doctor, nil, "g"},
	{"clause", doctor, screen.ToGuidance{Clause: "old/1"}, ""},
	{"progress", doctor, choice, "b d enter 3 end enter enter o"},
	{"settings", doctor, nil, "s"},
	{"help", doctor, nil, "?"},
	{"home, carried on", doctor, choice, "b d enter 3 end enter enter +216h t a 4 2 1 3 enter 2 esc"},
	{"home, a small practice", doctor, screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}, "b J enter 2 esc"},
	{"home, waiting", doctor, choice, "b d enter 3 end enter enter a b a enter 2 esc esc +216h s esc"},
	{"taken back", doctor, choice, "b d enter 3 u u"},
	{"review, nothing met", doctor, screen.ToPractice{Ask: tutor.Selection{Review: true}}, ""},
	{"today", doctor, choice, "b d enter 3 end enter enter +216h t"},
	{"assess", doctor, nil, "a"},
	{"assess, one open", doctor, nil, "a b o s s esc a b esc esc a"},
	{"exam", doctor, nil, "a b +100s x"},
	{"exam, overview", doctor, nil, "a b a 4 3 2 1 enter 2 x o"},
	{"exam, handing in", doctor, nil, "a b a 4 3 2 1 enter 2 x o s"},
	{"result", doctor, nil, "a b " + sat + " s s"},
	{"result, feedback", doctor, nil, "a b " + sat + " s s pgdown enter"},
	{"agenda", doctor, nil, "i"},
	{"agenda, a plan", doctor, nil, "i b down down down down down down space space j -"},
	{"agenda, a look", doctor, nil, "i b down down down down down down space space up q"},
	{"agenda, people", doctor, screen.ToAgenda{Plan: &screentest.FourSituations}, "b 1 4"},
	{"room, filling", doctor, inARoom, ""},
	{"room, the situation", doctor, inARoom, "space"},
	{"room, think", doctor, inARoom, "space right"},
	{"room, vote", doctor, inARoom, "space right right 4 enter 6"},
	{"room, refused", doctor, inARoom, "space right right 4 enter 6 enter 9"},
	{"room, the spread", doctor, inARoom, toTheSpread},
	{"room, discuss", doctor, inARoom, toTheSpread + " right p"},
	{"room, before and after", doctor, inARoom, toBeforeAndAfter},
	{"room, the answer", doctor, inARoom, toBeforeAndAfter + " right"},
	{"room, the guidance", doctor, inARoom, toBeforeAndAfter + " right right"},
	{"room, to take away", doctor, inARoom, toBeforeAndAfter + " right right right"},
	{"room, a rating voted on", doctor, inARoom, "space g j enter right right 9 enter 3"},
	{"room, the spread of a rating", doctor, inARoom, "space g j enter right right 9 enter 5 enter right"},
	{"room, the answer to a rating", doctor, inARoom, "space g j enter right right 9 c right right c right"},
	{"room, the answer to a discussion", doctor, inARoom, "space g j j enter right right c right right c right"},
	{"room, a ranking voted on", doctor, inARoom, "space g j j j enter right right"},
	{"room, overview", doctor, inARoom, "space s s g"},
	{"room, adding", doctor, inARoom, "space a"},
	{"room, which action", doctor, inARoom, "space g j enter o"},
	{"room, people", doctor, inARoom, "space r 1 2"},
	{"room, blank", doctor, inARoom, "space b"},
	{"room, keys", doctor, inARoom, "space right right ?"},
	{"room, the end", doctor, inARoom, "space e e"},
}

// everyScreen adds those whose frames are held elsewhere, or need not be.
func everyScreen() []place {
	return append(slices.Clone(screens),
		place{"certificate", doctor, screen.ToCertificate{}, ""},
		place{"notes", doctor, screen.ToNotes{}, ""},
		place{"recovery", doctor, screen.ToRecovery{Err: &file.CorruptError{Path: "/home/siobhan/progress.toml", Line: 3, Problem: errors.New("an entry breaks off")}}, ""},
	)
}

func TestGoldens(t *testing.T) {
	sizes := usual
	if testing.Short() { // as sweeps says
		sizes = usual[:1]
	}
	for _, size := range sizes {
		for _, s := range screens {
			t.Run(fmt.Sprintf("%s %dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				look(t, drive(t, given{learner: s.learner, start: s.start, width: size[0], height: size[1]}).keys(s.keys), size)
			})
		}
	}
}

// The terminals that goldens are made for: those that people have, and a wall's.
var (
	usual = [][2]int{{80, 24}, {40, 12}, {120, 40}}
	sizes = append(slices.Clone(usual), [2]int{300, 100})
)

// look holds what is on the screen against its golden, and within its terminal.
func look(t *testing.T, d *driver, size [2]int) {
	t.Helper()
	fits(t, d.screen(), size[0], size[1])
	lines := strings.Split(d.screen(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	golden(t, strings.Join(lines, "\n")+"\n")
}

func golden(t *testing.T, got string) {
	t.Helper()
	name := filepath.Join("testdata", strings.NewReplacer("/", "-", ",", "").Replace(t.Name())+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the screen differs from %s (-was +is):\n%s", name, diff)
	}
}

// fits fails unless the screen is no higher than the terminal and nowhere wider, as a terminal draws it that has not said that it counts graphemes.
func fits(t *testing.T, content string, width, height int) {
	t.Helper()
	fitsBy(t, ansi.StringWidthWc, content, width, height)
}

// fitsBy is fits for a terminal with a table of widths.
func fitsBy(t *testing.T, measure func(string) int, content string, width, height int) {
	t.Helper()
	lines := strings.Split(content, "\n")
	if len(lines) > height {
		t.Errorf("%d lines in a terminal of %d", len(lines), height)
	}
	for i, l := range lines {
		if w := measure(l); w > width {
			t.Errorf("line %d is %d wide in a terminal of %d: %q", i+1, w, width, l)
		}
	}
}

// sweeps says that a test goes over every screen, in every size or with all that can be typed: the race detector makes it take ten times as long, and
// finds nothing, since one goroutine does all.
func sweeps(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("every screen, by one goroutine")
	}
}

// TestNothingIsDrawnPastTheEdge is fault 27: every screen at every size, the storm of resizes included. Every folder of screens is among them, so that
// what is held of every screen is held of a new one too.
func TestNothingIsDrawnPastTheEdge(t *testing.T) {
	sweeps(t)
	shown := map[string]bool{}
	sizes := [][2]int{{1, 1}, {20, 5}, {24, 8}, {30, 9}, {40, 12}, {63, 20}, {80, 24}, {96, 30}, {108, 30}, {120, 40}, {300, 100}, {5, 50}, {200, 3}}
	for _, s := range everyScreen() {
		t.Run(s.name, func(t *testing.T) {
			d := drive(t, given{learner: s.learner, start: s.start, theme: theme.Dark}).keys(s.keys)
			shown[strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%T", d.app.app.top()), "*"), ".Screen")] = true
			for _, size := range sizes {
				d.size(size[0], size[1])
				fits(t, d.app.View().Content, size[0], size[1])
			}
			d.size(20, 5)
			d.sees("too", "small")
		})
	}
	folders, err := os.ReadDir("../screens")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if !shown[folder.Name()] {
			t.Errorf("say in everyScreen how to get to %s", folder.Name())
		}
	}
}
