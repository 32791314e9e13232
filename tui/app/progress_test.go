// The progress screen, for records of every length: what it looks like, and what its keys do to the record.

package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// started is when the driver's clock starts.
var started = time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC)

// recorded is a folder with a record that holds facts: a doctor's, in the UK.
func recorded(t *testing.T, facts ...progress.Fact) string {
	t.Helper()
	dir := t.TempDir()
	record, err := folder.Open(folder.Options{Dir: dir, Now: func() time.Time { return started }})
	if err == nil {
		err = record.Create(progress.Learner{Role: string(guidance.Doctor), Jurisdiction: string(guidance.UK)})
	}
	if err == nil && len(facts) > 0 {
		_, err = record.Append(t.Context(), journal.Any, facts...)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// replied is an answer to a situation of the small pack, so many days ago, that is so many quarters right.
func replied(scenario, topic string, quarters, sure, days int) progress.Answer {
	a := progress.Answer{
		Sitting: "s", Scenario: scenario, Revision: 1, Topic: topic, Principle: topic, Format: "best", Chosen: []string{"a"},
		Of: 1, Chance: 0.25, Sure: sure, Seconds: 150, At: started.AddDate(0, 0, -days),
	}
	switch {
	case scenario == "four-ways":
		a.Format, a.Marks, a.Of, a.Chance = "rate", 4*float64(quarters), 16, 0.375
		a.Chosen = append([]string{"a=4", "b=3", "c=2", "d=1"}[:quarters:quarters], []string{"a=1", "b=1", "c=4", "d=4"}[quarters:]...)
	case quarters == 4:
		a.Marks, a.Chosen = 1, []string{"b"}
	}
	return a
}

// swollen is an answer with marks that are hardly a number.
func swollen(days int) progress.Answer {
	a := replied("a-request", "boundaries", 0, 3, days)
	a.Marks = 1.5e308
	return a
}

// improving is the record of somebody who got better over a year, with a gap, and was too sure at times.
func improving() []progress.Fact {
	facts := []progress.Fact{progress.Sitting{ID: "s", Kind: progress.Practice, Drawn: []string{"a-request"}, Library: "0.0.1", At: started.AddDate(-1, 0, 0)}}
	for i := range 60 {
		days := 5 * (60 - i)
		if days > 150 && days < 220 {
			continue
		}
		quarters := min(4, (i%5+i/12)/2+1)
		scenario, topic := "a-request", "boundaries"
		if i%3 == 0 {
			scenario, topic, quarters = "four-ways", "honesty", max(0, quarters-2)
		}
		for range 1 + i%4 {
			facts = append(facts, replied(scenario, topic, quarters, 1+i%3, days))
		}
	}
	return append(facts,
		progress.Reflection{Scenario: "a-request", Text: "I answer before I have read to the end."},
		progress.Reflection{Scenario: "four-ways", Text: "A title says more than a name.\nI sign with both now."},
		replied("long-gone", "past", 0, 0, 3), replied("a-thread", "honesty", 4, 2, 2), replied("a-request", "boundaries", 4, 2, -30),
	)
}

// sizes are the terminals that goldens are made for.
var sizes = [][2]int{{80, 24}, {40, 12}, {120, 40}, {300, 100}}

// look holds what is on the screen against its golden.
func look(t *testing.T, d *driver, size [2]int) {
	t.Helper()
	got := d.screen()
	fits(t, got, size[0], size[1])
	var lines []string
	for _, l := range strings.Split(got, "\n") {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	golden(t, strings.Join(lines, "\n")+"\n")
}

// offers tells whether a key with this help works now.
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

// files is all that a folder holds, as one text.
func files(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all.WriteString("== " + path + "\n")
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestProgressGoldens(t *testing.T) {
	one := []progress.Fact{replied("a-request", "boundaries", 0, 3, 0)}
	for _, size := range sizes {
		for _, c := range []struct {
			name  string
			facts []progress.Fact
			do    func(*driver)
		}{
			{"of a year", improving(), func(*driver) {}},
			{"of a year, a page on", improving(), func(d *driver) { d.keys("pgdown") }},
			{"of a year, to the end", improving(), func(d *driver) { d.keys("end") }},
			{"one answer", one, func(*driver) {}},
			{"nothing answered", nil, func(*driver) {}},
			{"a confident mistake", improving(), func(d *driver) { d.until("open", "down").keys("enter") }},
			{"editing a reflection", improving(), func(d *driver) { d.until("erase", "down").keys("enter") }},
			{"erasing a reflection", improving(), func(d *driver) { d.until("erase", "down").keys("x") }},
		} {
			t.Run(fmt.Sprintf("%s %dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				d := drive(t, given{dir: recorded(t, c.facts...), start: screen.ToProgress{}, width: size[0], height: size[1]})
				c.do(d)
				look(t, d, size)
			})
		}
	}
}

// TestProgressFitsEverywhere is fault 27 for long records, in colour.
func TestProgressFitsEverywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("every screen in every size, by one goroutine: nothing for the race detector")
	}
	for name, facts := range map[string][]progress.Fact{
		"of a year": improving(), "taken back": {replied("a-request", "boundaries", 0, 3, 0), progress.Undo{Of: 1}},
		"in the future": {replied("a-request", "boundaries", 0, 3, -3), replied("a-request", "boundaries", 4, 3, -400)},
		"a gap":         {replied("a-request", "boundaries", 0, 3, 500), replied("a-request", "boundaries", 4, 3, 0)},
		"no numbers":    {swollen(0), swollen(8)},
	} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, given{dir: recorded(t, facts...), start: screen.ToProgress{}, theme: theme.Dark})
			for _, size := range [][2]int{{24, 8}, {30, 9}, {40, 12}, {63, 20}, {80, 24}, {108, 36}, {120, 40}, {300, 100}, {24, 60}} {
				d.size(size[0], size[1])
				d.keys("home")
				for range 12 {
					fits(t, d.app.View().Content, size[0], size[1])
					d.keys("pgdown")
				}
			}
		})
	}
}

// TestTheFiguresAreNeverWhatIsCut: in the narrowest of usual windows every figure stands whole.
func TestTheFiguresAreNeverWhatIsCut(t *testing.T) {
	d := drive(t, given{dir: recorded(t, improving()...), start: screen.ToProgress{}, width: 40, height: 200})
	d.sees("Very sure ", "Topics", "Reflections: 2", "Activity: answers a day")
	figures := 0
	for _, l := range strings.Split(d.screen(), "\n") {
		if strings.Contains(l, "█") && strings.Contains(l, "\u00a0%") || strings.Contains(l, " 2026 █") {
			if strings.ContainsAny(l, "┤▁▂▃▄▅▆▇") { // a chart's scale
				continue
			}
			figures++
			if l = strings.TrimRight(l, " "); !strings.HasSuffix(l, "minutes") && !strings.Contains(l, " of ") && !strings.Contains(l, "min") {
				t.Errorf("cut: %q", l)
			}
		}
	}
	if figures < 8 {
		t.Errorf("%d lines with figures:\n%s", figures, d.screen())
	}
}

// TestTheChartsBesideTheListArePagedToTheirEnd: where they stand beside it, what does not fit is said and can be reached.
func TestTheChartsBesideTheListArePagedToTheirEnd(t *testing.T) {
	d := drive(t, given{dir: recorded(t, improving()...), start: screen.ToProgress{}, width: 120, height: 40})
	d.sees("Over time", "more ↓").keys("pgdown").sees("Nov 2026", "↑ more", "Reflections: 2").keys("pgup").sees("Over time", "more ↓")
}

func TestProgressLeadsToPractice(t *testing.T) {
	d := drive(t, given{dir: recorded(t, replied("a-request", "boundaries", 0, 3, 0)), start: screen.ToProgress{}})
	d.sees("Next", "Practise Boundaries").keys("enter").sees("Situation 1 of 2").keys("esc").sees("Topics")
	d.keys("down down enter").sees("Situation 1 of 3") // the second topic
}

func TestAConfidentMistakeIsReadAgain(t *testing.T) {
	d := drive(t, given{dir: recorded(t, improving()...), start: screen.ToProgress{}, height: 80, width: 80})
	before := d.until("open", "down").screen()
	d.keys("enter").sees("your answer").keys("esc")
	if d.screen() != before {
		t.Errorf("back is not where it was:\n%s", d.screen())
	}
	gone := drive(t, given{dir: recorded(t, replied("long-gone", "past", 0, 3, 0)), start: screen.ToProgress{}})
	gone.until("open", "down").keys("enter").sees("This situation is no longer in the library.")
}

// reflectedOn is a record with one reflection, and the driver at it.
func reflectedOn(t *testing.T) *driver {
	t.Helper()
	dir := recorded(t, replied("a-request", "boundaries", 0, 3, 0), progress.Reflection{Scenario: "a-request", Text: "Too quick"})
	return drive(t, given{dir: dir, start: screen.ToProgress{}}).until("erase", "down")
}

func TestAReflectionIsEdited(t *testing.T) {
	d := reflectedOn(t)
	d.keys("enter").sees("A request after clinic", "Who is among your friends?", "Leave out anything that could identify", "Too quick")
	d.write(", as ever?").keys("ctrl+s").sees("Your reflection is kept as it is now.", "Too quick, as ever?")
	if !strings.Contains(d.record(), "text = \"Too quick, as ever?\"\nreplaces = 2\n") {
		t.Errorf("the record is\n%s", d.record())
	}
	d.until("erase", "down").keys("enter").write(" no").keys("esc").sees("The reflection stays as it was.")
	if strings.Count(d.record(), "[[reflection]]") != 2 {
		t.Errorf("the record is\n%s", d.record())
	}
}

func TestAnEditIsNotLostByQuitting(t *testing.T) {
	d := reflectedOn(t)
	d.keys("enter").write(" by far").keys("ctrl+c")
	drive(t, given{dir: d.dir, start: screen.ToProgress{}}).until("erase", "down").keys("enter").sees("Too quick by far")
}

func TestWhatAReflectionSaidBeforeIsErasedOnceItIsSaidTwice(t *testing.T) {
	d := reflectedOn(t)
	d.lacks("erase old wording").keys("enter").write(", as ever?").keys("ctrl+s").sees("o erases that")
	d.until("erase old wording", "down").keys("o").sees("said before you edited", "o again erases it").keys("down")
	if strings.Count(d.record(), "[[reflection]]") != 2 {
		t.Error("it was erased unasked")
	}
	d.until("erase old wording", "down").keys("o o").sees("Erased.", "Too quick, as ever?").lacks("erase old wording")
	if strings.Count(d.record(), "[[reflection]]") != 1 {
		t.Errorf("the record still has it:\n%s", d.record())
	}
}

func TestAReflectionIsErasedOnceItIsSaidTwice(t *testing.T) {
	d := reflectedOn(t)
	d.keys("enter").write(" by far").keys("ctrl+s")
	backup := filepath.Join(d.dir, "backups", "progress-2026-11-21.toml")
	if err := os.MkdirAll(filepath.Dir(backup), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(backup, []byte(d.record()), 0o600); err != nil {
		t.Fatal(err)
	}
	d.until("erase", "down").keys("x").sees("x again erases it.").keys("down up").until("erase", "down").keys("x")
	if !strings.Contains(d.record(), "Too quick") {
		t.Fatal("erased though something else was done in between")
	}
	d.keys("x").sees("Erased.")
	if strings.Contains(d.screen(), "Too quick") || strings.Contains(files(t, d.dir), "Too quick") {
		t.Errorf("it is still there:\n%s\n%s", d.screen(), files(t, d.dir))
	}
	if strings.Count(d.record(), "[[answer]]") != 1 {
		t.Errorf("the record lost more than the reflection:\n%s", d.record())
	}
	if drive(t, given{dir: d.dir, start: screen.ToProgress{}}).offers("erase") {
		t.Error("in another run it is there again")
	}
}

// TestErasingEndsWhileAnotherIsEdited: what came of it is taken whatever is up by then.
func TestErasingEndsWhileAnotherIsEdited(t *testing.T) {
	dir := recorded(t, replied("a-request", "boundaries", 0, 0, 0),
		progress.Reflection{Scenario: "a-request", Text: "stays"}, progress.Reflection{Scenario: "an-order", Text: "goes"})
	d := drive(t, given{dir: dir, start: screen.ToProgress{}, width: 80, height: 60}).until("erase", "down").keys("x")
	_, erase := d.app.Update(press("x"))
	d.keys("down enter").sees("stays")
	d.run(erase)
	d.keys("esc").sees("Reflections: 1")
	if strings.Contains(d.screen(), "goes") {
		t.Errorf("what was erased is still listed:\n%s", d.screen())
	}
}

func TestSettingsOfTheScreens(t *testing.T) {
	d := drive(t, given{dir: recorded(t), start: screen.ToSettings{}, width: 80, height: 60})
	d.sees("How sure are you?", "(•) asked after each answer", "(•) shown", "(•) clocks count the seconds")
	d.keys("up up up up up enter").sees("(•) not asked", "( ) asked after each answer") // the list goes round
	d.keys("down down enter").sees("(•) hidden").keys("down down enter").sees("(•) reduced")
	for _, want := range []string{"name = \"certainty\"\nvalue = \"off\"", "name = \"clock\"\nvalue = \"off\"", "name = \"motion\"\nvalue = \"off\""} {
		if !strings.Contains(d.record(), want) {
			t.Errorf("the record lacks %s:\n%s", want, d.record())
		}
	}
	d.keys("enter")
	if n := strings.Count(d.record(), "[[setting]]"); n != 3 {
		t.Errorf("%d settings for three changes", n)
	}
	again := drive(t, given{dir: d.dir, start: only("a-thread")})
	again.keys("b d enter").sees("of 12 marks")
	if strings.Contains(again.record(), "sure = ") || !strings.Contains(again.record(), "[[answer]]") {
		t.Errorf("the record is\n%s", again.record())
	}
	drive(t, given{dir: d.dir, start: screen.ToSettings{}, width: 80, height: 60}).sees("(•) not asked", "(•) hidden", "(•) reduced")
}

func TestSettingsGoldens(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprintf("switches %dx%d", size[0], size[1]), func(t *testing.T) {
			off := progress.Setting{Name: "certainty", Value: "off"}
			d := drive(t, given{dir: recorded(t, off), start: screen.ToSettings{}, width: size[0], height: size[1]})
			look(t, d.keys("end"), size)
		})
	}
}
