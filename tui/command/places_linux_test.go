// Every screen at a terminal, and its stages: how one gets there, and what is to be kept of it.
package command_test

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/tui/screen/screentest"
)

// place is a screen or a stage of one that a learner may be at when the program ends.
type place struct {
	is      string // one of screentest.Landmarks
	of      string // the folder of the screen
	record  func(*testing.T) string
	library string // "" for the small one
	args    []string
	path    string // keys, and in quotes what is waited for after them
	letters bool   // q means something else there
	answers int    // that were said to be kept on the way
	open    bool   // the last of them, or what is written, is not said to be kept yet
	holds   string // what is to be in the data folder; "" for nothing more
	lacks   string // what is not to be in the record; "" for nothing
}

// places are all of them.
func places() []place {
	const toARoom = `"In the plan" b "How many people" 1 4 enter "space begins"`
	const toAVote = toARoom + ` space "The situation" right "1 of 4 · Think" right "1 of 4 · Vote"`
	const toASpread = toAVote + ` 9 "9 of 14 voted" enter 5 "14 of 14 voted" right "How the room voted"`
	room := []string{"induction", "--plan", "room.toml"}
	request, assess := []string{"practise", "a-request"}, []string{"assess"}
	const marked = `"Single best" b enter "How sure" 2 "· Saved."`
	const begun = `"the blueprint" b "Assessment 1 of"`
	return []place{
		{is: "home", of: "home"},
		{is: "keys", of: "home", path: "?"},
		{is: "a window too small", of: "home", path: "small"},
		{is: "setup, role", of: "setup"},
		{is: "setup, country", of: "setup", path: `"What is your role?" 1`},
		{is: "settings", of: "settings", path: `s "Your role" end`},
		{is: "the choice of topics", of: "practicemenu", path: "p"},
		{is: "a single best answer", of: "practice", args: request},
		{is: "a choice of several", of: "practice", args: []string{"practise", "a-thread"}, path: `"Choose several" b "[x] b"`},
		{is: "a ranking", of: "practice", args: []string{"practise", "an-order"}},
		{is: "a rating", of: "practice", args: []string{"practise", "four-ways"}, path: `"Rating ·" a 4 "[4] a"`},
		{is: "a discussion", of: "practice", args: []string{"practise", "two-views"}, path: `"For discussion" b enter "· Saved."`, answers: 1},
		{is: "how sure", of: "practice", args: request, path: `"Single best" b enter`, answers: 1, open: true, lacks: "\nsure = "},
		{is: "feedback", of: "practice", args: request, path: `"Single best" b enter "How sure" 2`, answers: 1},
		{is: "every option", of: "practice", args: []string{"practise", "a-thread"}, path: `"Choose several" b d enter "How sure" 3 "· Saved." space`, answers: 1},
		{is: "what changed", of: "practice", args: request, path: marked + " w", answers: 1},
		{is: "a report", of: "practice", args: request, path: marked + " !", answers: 1},
		{is: "a turn", of: "practice", library: "../../scenarios/scenariostest/families", args: []string{"practise", "a-request"}, path: marked + " end enter", answers: 1},
		{is: "a reflection", of: "practice", args: request, path: marked + ` r "Leave out" Hasty. "Hasty."`, letters: true, answers: 1, holds: "[[reflection]]", open: true},
		{is: "the second situation", of: "practice", args: []string{"practise", "boundaries", "--seed", "2"}, path: `"Situation 1 of" b enter "How sure" 2 "· Saved." enter`, answers: 1},
		{is: "the summary", of: "summary", args: request, path: marked + " enter", answers: 1},
		{is: "nothing due", of: "practice", args: []string{"review"}, record: reviewed(0)},
		{is: "a review", of: "practice", args: []string{"review"}, record: reviewed(10)},
		{is: "the choice of an assessment", of: "exammenu", args: assess},
		{is: "an assessment", of: "exam", args: assess, path: `"the blueprint" b`},
		{is: "the overview", of: "exam", args: assess, path: begun + ` o`},
		{is: "a result", of: "examresult", args: assess, path: begun + ` o "When you are done" s "s again hands in" s "this time" end`, answers: 4},
		{is: "progress", of: "progress", record: learnt, path: "o"},
		{is: "guidance", of: "guidance", path: "g"},
		{is: "a clause", of: "guidance", path: `g "Documents" enter "Extracts last" enter`},
		{is: "a search", of: "guidance", path: `g "Documents" / pen "pen"`, letters: true},
		{is: "the UK and Ireland", of: "guidance", path: `g "Documents" down down down enter`},
		{is: "a certificate's work", of: "certificate", record: certificateFolder, path: "c"},
		{is: "a certificate's form", of: "certificate", record: certificateFolder, path: `c "What do you want it for" enter`},
		{is: "a certificate's preview", of: "certificate", record: certificateFolder, path: `c "What do you want it for" enter "Yours to check" v`},
		{is: "a certificate's export", of: "certificate", record: certificateFolder, path: `c "What do you want it for" enter "Yours to check" x`},
		{is: "agendas", of: "agenda", path: "i"},
		{is: "a plan", of: "agenda", args: room, letters: true},
		{is: "a room that fills", of: "room", args: room, letters: true, path: toARoom},
		{is: "a room's situation", of: "room", args: room, letters: true, path: toARoom + " space"},
		{is: "a room's vote", of: "room", args: room, letters: true, path: toAVote + ` 9 "9 of 14"`, holds: "=9\"", open: true},
		{is: "a room's spread", of: "room", args: room, letters: true, path: toASpread, holds: "=9\""},
		{is: "a room's answer", of: "room", args: room, letters: true, path: toASpread + ` right "Discuss" right "Vote again" 9 "9 of 14 voted" enter 5 "14 of 14 voted" right "Before and after" right`, holds: "=9\""},
		{is: "notes", of: "notes", args: []string{"induction", "notes"}, record: underWay},
		{is: "recovery", of: "recovery", record: damaged},
	}
}

// learnt is the folder of somebody who has answered for a year.
func learnt(t *testing.T) string { return screentest.Recorded(t, screentest.Improving()...) }

// reviewed is the folder of somebody who met one principle, so many days ago.
func reviewed(days int) func(*testing.T) string {
	return func(t *testing.T) string {
		a := screentest.Replied("a-request", "boundaries", 0, 3, days)
		a.Principle = "apart"
		return screentest.Recorded(t, a)
	}
}

// certificateFolder is that of somebody who has begun to fill in a certificate.
func certificateFolder(t *testing.T) string { return screentest.Filled(t, screentest.Siobhan()) }

// damaged is the folder of a record that cannot be read.
func damaged(t *testing.T) string {
	dir := learnt(t)
	if err := os.WriteFile(filepath.Join(dir, "progress.toml"), []byte("\x00\x1b[31m"), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// underWay is the folder of a session that another window leads.
func underWay(t *testing.T) string {
	t.Helper()
	p := placeOf(t, "a room's vote")
	s := p.seat(t)
	s.folder = filepath.Join("testdata", "everyway")
	term := s.start(t)
	term.goes(p)
	return term.data
}

// placeOf is the place of a landmark.
func placeOf(t *testing.T, landmark string) place {
	t.Helper()
	for _, p := range places() {
		if p.is == landmark {
			return p
		}
	}
	t.Fatalf("there is no place %q", landmark)
	return place{}
}

// steps are a path's keys, and what is waited for.
func (p place) steps() (all []string) {
	for i, part := range strings.Split(p.path, `"`) {
		if i%2 == 1 {
			all = append(all, `"`+part)
			continue
		}
		all = append(all, strings.Fields(part)...)
	}
	return all
}

// seat is how the program is started for a place.
func (p place) seat(t *testing.T) seat {
	t.Helper()
	library, err := filepath.Abs(cmp.Or(p.library, "../../scenarios/pack/testdata/small"))
	if err != nil {
		t.Fatal(err)
	}
	s := seat{env: []string{libraryVariable + "=" + library, clockVariable + "=" + screentest.Started.Format(time.RFC3339)}}
	if p.args = append(p.args, "--role", "doctor", "--jurisdiction", "uk"); p.of == "setup" {
		p.args = nil
	}
	s.args = p.args
	if p.record != nil {
		s.data = p.record(t)
	}
	return s
}

// goes to a place.
func (term *terminal) goes(p place) {
	term.t.Helper()
	for _, step := range p.steps() {
		if text, waits := strings.CutPrefix(step, `"`); waits {
			term.sees(text)
			continue
		}
		if step == "small" {
			term.size(40, 5)
			continue
		}
		term.press(sent(step))
	}
	term.sees(screentest.Landmarks()[p.is])
}

// press sends keys to a program that may be gone.
func (term *terminal) press(keys string) {
	<-time.After(glance)
	_, _ = term.keys.WriteString(keys) // to a program that is gone there is nothing to say
}

// sent is what a terminal sends for a key.
func sent(key string) string {
	named := map[string]string{"enter": enter, "esc": escape, "down": down, "right": right, "end": "\x1b[F", "space": " ", "ctrl+s": save}
	return cmp.Or(named[key], key)
}

// TestEveryScreenHasAPlace, and every stage that is known.
func TestEveryScreenHasAPlace(t *testing.T) {
	stages, screens := map[string]bool{}, map[string]bool{}
	landmarks := screentest.Landmarks()
	for _, p := range places() {
		stages[p.is], screens[p.of] = true, true
		if landmarks[p.is] == "" {
			t.Errorf("%q is none of the landmarks", p.is)
		}
	}
	for landmark := range landmarks {
		if !stages[landmark] {
			t.Errorf("say in places how to get to: %s", landmark)
		}
	}
	folders, err := os.ReadDir(filepath.Join("..", "screens"))
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if !screens[folder.Name()] {
			t.Errorf("say in places how to get to the screen %s", folder.Name())
		}
	}
}
