package app

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/screen"
)

// says has the app say sentences, as screens do.
func (d *driver) says(sentences ...string) *driver {
	d.t.Helper()
	for _, s := range sentences {
		d.app.app.env.Notice(s)
	}
	d.send(screen.ChangedMsg{})
	return d
}

// words is the screen on one line, without what it is drawn with.
func (d *driver) words() string {
	return strings.Join(strings.Fields(strings.NewReplacer("─", " ", "│", " ").Replace(d.screen())), " ")
}

// TestANoticeHidesNothing: the keys stay, it is whole or goes on with the next key, and the place of the learner stays in the window.
func TestANoticeHidesNothing(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("This is kept where it was. ", 6))
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
		for _, c := range []struct{ name, keys, sees, offers string }{
			{"over a question, at its last option", "b end", "› ", "? keys"},
			{"over a reflection", "b d enter 3 r", "│", "ctrl+s save   esc back, kept"},
			{"over a feedback", "b d enter 3", "✗ Not this time", "? keys"},
		} {
			for _, said := range []string{"Kept.", long} {
				t.Run(fmt.Sprintf("%s, %dx%d, %d characters", c.name, size[0], size[1], len(said)), func(t *testing.T) {
					d := drive(t, given{learner: doctor, start: choice, width: size[0], height: size[1]}).keys(c.keys)
					before := d.screen()
					d.says(said).sees(c.sees, c.offers)
					if strings.Contains(before, "more ↓") && len(said) < 10 {
						d.sees("more ↓")
					}
					fits(t, d.screen(), size[0], size[1])
					if !strings.Contains(d.words(), said) {
						t.Errorf("it is not whole:\n%s", d.screen())
					}
				})
			}
		}
	}
}

// TestEverySentenceIsSaid: what waits comes with the next key, which does what it does; nothing said meanwhile takes its place.
func TestEverySentenceIsSaid(t *testing.T) {
	d := drive(t, given{learner: doctor}).says("One.", "Two.", "Three.").sees("One.").lacks("Two.")
	d.keys("p").sees("Two.", "Practise").lacks("One.")
	d.says("Four.").sees("Two.").keys("down").sees("Three.").keys("down").sees("Four.").keys("down").lacks("Four.")
}

// TestWhatThereIsToSayIsSaidAtHome: at once, and to who is new as soon as they have said who they are; not above their first keys, which would
// take it away.
func TestWhatThereIsToSayIsSaidAtHome(t *testing.T) {
	const said = "The pack in house is left out."
	drive(t, given{learner: doctor, notices: []string{said}}).sees("Try one now", said)
	drive(t, given{notices: []string{said}}).lacks(said).keys("enter").lacks(said).keys("enter").sees("Try one now", said)
}

// TestALongSentenceGoesOnWithTheNextKey, in a window with no room for all of it.
func TestALongSentenceGoesOnWithTheNextKey(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-thread"), width: 24, height: 8})
	said := "One two three four five six seven eight nine ten eleven twelve thirteen fourteen."
	d.says(said)
	all := d.words()
	for range 4 {
		all += d.keys("down").words()
	}
	for word := range strings.FieldsSeq(said) {
		if !strings.Contains(all, word) {
			t.Errorf("%q was never said:\n%s", word, all)
		}
	}
	d.lacks("fourteen")
}

// TestANoticeMovesNothingWhereThereIsRoom: what is above it stays as it was.
func TestANoticeMovesNothingWhereThereIsRoom(t *testing.T) {
	d := drive(t, given{learner: doctor})
	before := strings.Split(d.screen(), "\n")
	d.says(strings.Repeat("This is kept where it was. ", 4))
	after := strings.Split(d.screen(), "\n")
	for i := range 20 {
		if before[i] != after[i] {
			t.Errorf("line %d was %q and is %q", i+1, before[i], after[i])
		}
	}
	if d.keys("down").screen(); len(d.app.app.notice.left) > 0 {
		t.Error("it stays after a key")
	}
}

// TestAnErrorIsSaidInOneWay: screens show no error but by Failed, which makes a sentence of it.
func TestAnErrorIsSaidInOneWay(t *testing.T) {
	files, err := filepath.Glob("../screens/*/*.go")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	other := regexp.MustCompile(`Notice\(.*(\berr\b|Err\b|Worded)|Worded\(|err\.Error\(\)`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if other.MatchString(line) && !strings.HasSuffix(file, "_test.go") {
				t.Errorf("%s: %s", file, line)
			}
		}
	}
}

// TestANoticeThatFillsItsLineStillSaysThatThereIsMore, in one sign.
func TestANoticeThatFillsItsLineStillSaysThatThereIsMore(t *testing.T) {
	for n := range 37 {
		d := drive(t, given{learner: doctor, start: choice, width: 40, height: 12}).keys("b d enter 3").says(strings.Repeat("x", n+1))
		foot := strings.Split(d.screen(), "\n")[10]
		if !strings.Contains(foot, "1 of") && !strings.Contains(foot, "↓") {
			t.Errorf("with %d characters the line is %q", n+1, foot)
		}
		fits(t, d.screen(), 40, 12)
	}
}

// TestTheReaderComesBackToTheCard at which a notice of several lines came up, and goes on from there: with the wheel as with a key.
func TestTheReaderComesBackToTheCard(t *testing.T) {
	said := strings.TrimSpace(strings.Repeat("This is kept where it was. ", 4))
	for card := range 5 {
		d := drive(t, given{learner: doctor, start: choice, width: 40, height: 12}).keys("b d enter 3")
		for range card {
			d.keys("enter")
		}
		before := d.screen()
		d.says(said).sees("This is kept")
		if d.keys("x").screen() != before {
			t.Errorf("card %d was\n%s\nand is\n%s", card+1, before, d.screen())
		}
	}
}

// TestTheWheelGoesOnFromANotice, as reading is; not from one that has only just come up, nor from a question.
func TestTheWheelGoesOnFromANotice(t *testing.T) {
	d := drive(t, given{learner: doctor, start: choice}).keys("b d enter 3").says("One.", "Two.")
	roll := func() *driver {
		d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown, X: 5, Y: 8})
		return d
	}
	roll().sees("One.")
	d.now = d.now.Add(seen)
	roll().sees("Two.").lacks("One.")
	roll().sees("Two.")
	d.now = d.now.Add(seen)
	roll().lacks("Two.").keys("u").sees("A slip of the key?")
	d.now = d.now.Add(seen)
	roll().sees("A slip of the key?")
}

// TestWhatIsWrongWithTheRecordComesFirst: that others could read it is said once it is settled what becomes of it.
func TestWhatIsWrongWithTheRecordComesFirst(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "progress.toml"), []byte("schema = 1\n\n[learner]\nrole = "), 0o644); err != nil {
		t.Fatal(err)
	}
	d := drive(t, given{dir: dir, learner: doctor}).sees("Your record could not be read.", "In line 4 of progress.toml: the beginning ")
	d.lacks("Other people").lacks("TOML:")
	d.keys("n").sees("Nothing was deleted")
	if runtime.GOOS != "windows" {
		d.keys("down").sees("Other people on this computer")
	}
}

// TestACommandHasLinesOfItsOwn, broken between words alone, and comes whole with the next key where it has no room behind what is said of it.
func TestACommandHasLinesOfItsOwn(t *testing.T) {
	const said = "Something that could not be saved earlier is not in your record yet. To take it in:"
	words := strings.Fields("probity data import --mine --data /tmp/some-one/data probity-not-saved-20261129-131634.toml")
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		d := drive(t, given{learner: doctor})
		a := d.app.app
		a.size.Width, a.size.Height = size[0], size[1]
		a.notice, a.unsaid = notice{}, nil
		a.say(said + "\n" + strings.Join(words, " "))
		var lines []string
		for a.notice.left != "" {
			page, _ := a.said()
			lines = append(lines, page...)
			a.readNotice()
		}
		at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "probity ") })
		if at < 0 || !slices.Equal(strings.Fields(strings.Join(lines[at:], " ")), words) {
			t.Errorf("at %v it is said in lines\n%s", size, strings.Join(lines, "\n"))
		}
	}
}
