// An induction session, key by key: what the room sees, what it must not see, and what is on the disk.

package app

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/progress"
	"probity/progress/folder"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

var inARoom = screen.ToRoom{Plan: screentest.FourSituations, People: 14}

// Ways through the first situation: four for a and ten for b; then nine for c and five for a.
const (
	toTheVote        = "space right right"
	toTheSpread      = toTheVote + " 4 enter 1 0 right"
	toBeforeAndAfter = toTheSpread + " right right 5 j j 9 right"
)

// lead is a room in which the session has begun.
func lead(t *testing.T) *driver {
	t.Helper()
	return drive(t, given{learner: doctor, start: inARoom}).keys("space")
}

// session is the newest session's file.
func (d *driver) session() string {
	d.t.Helper()
	ids, err := folder.SessionsIn(folder.Options{Dir: d.dir}).List()
	if err != nil || len(ids) == 0 {
		return ""
	}
	text, err := os.ReadFile(filepath.Join(d.dir, "sessions", ids[0]+".toml"))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

func (d *driver) saved(text string, times int) *driver {
	d.t.Helper()
	if n := strings.Count(d.session(), text); n != times {
		d.t.Errorf("the session has %q %d times, want %d:\n%s", text, n, times, d.session())
	}
	return d
}

func TestGoldenOfAWallOfCells(t *testing.T) {
	look(t, drive(t, given{learner: doctor, start: inARoom, width: 300, height: 80}).keys(toBeforeAndAfter), [2]int{300, 80})
}

func TestNothingIsDrawnAroundARoom(t *testing.T) {
	d := lead(t)
	d.lacks("Probity").lacks("Doctor").lacks("? keys").lacks("──")
	d.keys("?").sees("Keys that work here", "go on", "leave, to carry on later").keys("?").sees("1 of 4 · The situation")
}

// wordy finds the built-in situations with the longest texts: one of each of these formats.
func wordy(t *testing.T, formats ...string) []*scenarios.Situation {
	t.Helper()
	built, err := sameBuiltin()
	if err != nil {
		t.Fatal(err)
	}
	length := func(s *scenarios.Situation) int {
		n := len(s.Stem)
		for _, o := range s.Options {
			n += len(o.Text)
		}
		return n
	}
	var longest []*scenarios.Situation
	for _, format := range formats {
		all := slices.DeleteFunc(built.Bank.Offered(guidance.UK, ""), func(s *scenarios.Situation) bool { return s.Format.Name() != format })
		longest = append(longest, slices.MaxFunc(all, func(x, y *scenarios.Situation) int { return cmp.Compare(length(x), length(y)) }))
	}
	return longest
}

// inARoomWith is a room that has a situation of the built-in library alone.
func inARoomWith(s *scenarios.Situation) given {
	plan := screentest.FourSituations
	plan.Items = []induction.Item{{Situation: s.ID, Minutes: 7}}
	return given{learner: doctor, start: screen.ToRoom{Plan: plan, People: 14}, load: sameBuiltin}
}

// read is every word that is seen while a step is read to its end.
func (d *driver) read() map[string]bool {
	words := map[string]bool{}
	for {
		now := d.screen()
		for _, w := range strings.Fields(now) {
			words[w] = true
		}
		if !strings.Contains(now, "more ↓") {
			return words
		}
		d.keys("pgdown")
	}
}

func TestLeavingARoomKeepsItOpen(t *testing.T) {
	d := lead(t).keys("space space 4 j 3 esc").sees("Leave the room?").keys("esc").sees("for your appraisal folder")
	d.keys("i").sees("c  Carry on: A first Monday", "1 of 4, Vote").keys("c").sees("1 of 4 · Vote · 7 of 14 voted").saved("[[induction-taken-up]]", 1)
	d.keys("ctrl+c")
	again := drive(t, given{dir: d.dir}).keys("i c").sees("1 of 4 · Vote · 7 of 14 voted").saved("[[induction-taken-up]]", 2)
	again.keys("j j 7 right").sees("How the room voted", "14 voted")
}

func TestWhatCannotBeSavedIsSaidAndRetried(t *testing.T) {
	d := drive(t, given{learner: doctor, start: inARoom})
	inTheWay := filepath.Join(d.dir, "sessions")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.keys("space").sees("A part of the session you lead is not saved yet").keys("space").sees("Think", "not saved")
	if err := os.Remove(inTheWay); err != nil {
		t.Fatal(err)
	}
	d.send(retryMsg{})
	d.lacks("not saved").saved("[[induction-entered]]", 1)
}

func TestAReadyMadeAgendaIsBegun(t *testing.T) {
	d := drive(t, given{learner: doctor, load: sameBuiltin})
	d.keys("i").sees("Foundation doctors", "45 minutes").keys("enter").sees("In the plan: ", " of 45 minutes").keys("b").write("24").keys("enter space")
	d.sees("1 of ", " · The situation").saved("room = 24", 1)
}

// Whoever leads it, a session is of the country that its plan is of: on the projector, in the notes, and wherever it is named.
func TestASessionIsOfItsPlansCountry(t *testing.T) {
	load := families(t)
	abroad := tutor.Learner{Role: guidance.Doctor, Jurisdiction: guidance.Ireland}
	for _, c := range []struct {
		leads          tutor.Learner
		country, other guidance.Jurisdiction
	}{{doctor, guidance.Ireland, guidance.UK}, {abroad, guidance.UK, guidance.Ireland}} {
		t.Run(string(c.country), func(t *testing.T) {
			plan, err := induction.Build(scenariostest.Families(t).Bank, "Of a country", c.country, 15, induction.Item{Situation: "told-alone"})
			if err != nil {
				t.Fatal(err)
			}
			d := drive(t, given{learner: c.leads, start: screen.ToRoom{Plan: plan, People: 14}, load: load, height: 60})
			d.sees(c.country.Name()).keys("?").sees(c.country.Name()).keys("? space")
			notes := attendWith(t, d, load).looks()
			notes.sees(c.country.Short()+": 0 of 15 minutes gone", "  "+c.country.Name())
			d.keys("space space c space space c space right").sees("1 of 1 · The guidance", "What the guidance says · "+c.country.Name())
			_, text, _ := strings.Cut(d.screen(), "What the guidance says · "+c.country.Name())
			if own, abroad := strings.Index(text, " · "+c.country.Short()), strings.Index(text, " · "+c.other.Short()); own < 0 || abroad >= 0 && abroad < own {
				t.Errorf("what the session's country says does not come first:\n%s", text)
			}
			d.lacks("For " + c.country.Name() + ", not").lacks("For the " + c.country.Name() + ", not")
		})
	}
}

func TestGoldensOfNotes(t *testing.T) {
	room := lead(t).keys("space space 4 j 6")
	for _, size := range usual {
		t.Run(fmt.Sprintf("notes %dx%d", size[0], size[1]), func(t *testing.T) {
			d := attend(t, room).looks()
			d.t = t
			d.size(size[0], size[1])
			look(t, d, size)
		})
	}
}

// attend opens notes on what a room keeps.
func attend(t *testing.T, room *driver) *driver {
	t.Helper()
	return attendWith(t, room, sameSmall)
}

// attendWith is the same with another library than the small one.
func attendWith(t *testing.T, room *driver, load func() (*pack.Pack, error)) *driver {
	t.Helper()
	d := &driver{t: t, dir: room.dir, now: room.now}
	opened, err := tutor.Open(tutor.Options{Dir: room.dir, Count: 10, Now: func() time.Time { return room.now }, Load: load})
	if err != nil {
		t.Fatal(err)
	}
	a := New(Options{Tutor: opened, Theme: theme.Mono, Alone: screen.ToNotes{}})
	a.after = d.later
	d.app = Guard(a)
	d.run(d.app.Init())
	d.size(80, 40)
	return d
}

// TestNotesLookAsTheLearnerSetThem: a record that can't be read has no part in them.
func TestNotesLookAsTheLearnerSetThem(t *testing.T) {
	for name, c := range map[string]struct {
		dir  string
		look string
	}{
		"set":     {screentest.Recorded(t, progress.Setting{Name: tutor.SettingTheme, Value: "contrast"}), "contrast-dark"},
		"not set": {screentest.Recorded(t), "dark"},
		"damaged": {damaged(t), "dark"},
	} {
		opened, _ := tutor.Open(tutor.Options{Dir: c.dir, Now: time.Now, Load: small})
		a := New(Options{Tutor: opened, Alone: screen.ToNotes{}})
		d := &driver{t: t, dir: c.dir, app: Guard(a)}
		a.after = func(time.Duration, tea.Msg) tea.Cmd { return nil }
		d.run(d.app.Init())
		d.size(80, 24)
		if d.sees("probity induction"); a.theme.Name != c.look {
			t.Errorf("%s: %s, want %s", name, a.theme.Name, c.look)
		}
	}
}

// looks lets what is due happen once.
func (d *driver) looks() *driver {
	d.t.Helper()
	if len(d.waits) == 0 {
		d.t.Error("no further look is due")
	}
	return d.comes()
}
