package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// holdsEnter holds enter down for three seconds, with a gap before the key first comes again.
func (d *driver) holdsEnter(gap time.Duration) *driver { return d.holdsDown("enter", gap) }

// holdsDown holds a key down.
func (d *driver) holdsDown(key string, gap time.Duration) *driver {
	d.t.Helper()
	d.keys(key)
	for d.now = d.now.Add(gap); gap < 3*time.Second; gap += 30 * time.Millisecond {
		d.send(screentest.Press(key))
		d.now = d.now.Add(30 * time.Millisecond)
	}
	return d
}

// TestEnterHeldDown answers nothing and leaves no feedback unread, wherever it is pressed, on any keyboard.
func TestEnterHeldDown(t *testing.T) {
	for gap := 250 * time.Millisecond; gap <= 660*time.Millisecond; gap += 205 * time.Millisecond {
		for _, c := range []struct {
			name    string
			start   screen.Route
			keys    string // before
			answers int
			sees    string
		}{
			{"from home", nil, "p", 0, "Situation 1 of"},
			{"at a question", only("a-request"), "", 0, "Space marks at the cursor."},
			{"at an order that is as it was dealt", only("an-order"), "", 0, "Leave them so?"},
			{"at a question that is marked", only("a-request"), "b", 0, "How sure are you?"},
			{"at how sure", only("a-request"), "b enter down", 1, "Saved."},
			{"at the feedback of the last", only("a-request"), "b enter 2", 1, "Summary"},
			{"at the feedback of one", screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}, "b J enter 2", 1, "Situation 2 of 2"},
		} {
			t.Run(fmt.Sprintf("%s, again after %v", c.name, gap), func(t *testing.T) {
				d := drive(t, given{learner: doctor, start: c.start}).keys(c.keys).holdsEnter(gap).sees(c.sees)
				if got := strings.Count(d.record(), "[[answer]]"); got != c.answers {
					t.Errorf("there are %d answers, want %d", got, c.answers)
				}
			})
		}
	}
}

// TestEnterHeldDownAtTheFirstQuestion does not answer the second.
func TestEnterHeldDownAtTheFirstQuestion(t *testing.T) {
	drive(t, given{}).sees("What is your role?").holdsEnter(500 * time.Millisecond).sees("Where do you practise?")
}

// TestEnterInTheMomentAStageChanges is not meant for the new one, and a moment later it is.
func TestEnterInTheMomentAStageChanges(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")}).keys("b enter 2").sees("Saved.")
	d.now = d.now.Add(399 * time.Millisecond)
	d.send(screentest.Press("enter"))
	d.sees("Saved.").keys("j")
	d.now = d.now.Add(time.Millisecond)
	d.send(screentest.Press("enter"))
	d.sees("Summary")
}

// TestEnterHeldDownGoesPastNoStage: whatever an enter opens, the same enter, held, goes no further.
func TestEnterHeldDownGoesPastNoStage(t *testing.T) {
	for _, c := range []struct {
		name  string
		start screen.Route
		keys  string // before
		sees  string
	}{
		{"a certificate's form", only("a-request"), "b enter 2 enter enter c", "Yours to check and fill in"},
		{"a field of it", only("a-request"), "b enter 2 enter enter c enter", "As it should stand on the certificate."},
		{"a plan", nil, "i", "The slot"},
		{"how many people there are", screen.ToAgenda{Plan: &screentest.FourSituations}, "", "How many people are in the room?"},
		{"a document", nil, "g", "Guidance · "},
		{"the feedback on a row of a result", nil, "a b " + sat + " s s", "enter back to the whole"},
		{"the feedback on a row of a summary", only("a-request"), "b enter 2 enter down down", "enter back to the summary"},
		{"the history", only("a-request"), "b enter 2 enter enter o h esc", "[All 1]"},
		{"a room's first situation", inARoom, "", "1 of 4 · The situation"},
		{"a step of a room", inARoom, "space", "1 of 4 · Think"},
		{"from one choice of a vote to the next", inARoom, "space right right 4", "4 of 14 voted"},
		{"from a list back to the room", inARoom, "space g down", "situation"},
	} {
		t.Run(c.name, func(t *testing.T) {
			drive(t, given{learner: doctor, start: c.start}).keys(c.keys).holdsEnter(500 * time.Millisecond).sees(c.sees)
		})
	}
}

// TestEnterHeldDownInCardsLeavesNoneUnread, in a small window.
func TestEnterHeldDownInCardsLeavesNoneUnread(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request"), width: 40, height: 12}).keys("b enter enter enter 2").sees("1 of ")
	d.holdsEnter(500 * time.Millisecond).sees("2 of ")
}

// TestEnterHeldDownWhereOneTypesBeginsLines, when it is pressed there.
func TestEnterHeldDownWhereOneTypesBeginsLines(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")}).keys("b enter 2 r").write("one").holdsEnter(500 * time.Millisecond).write("two").keys("ctrl+c")
	if record := d.record(); !strings.Contains(record, "one\\n\\n") && !strings.Contains(record, "one\n\n") {
		t.Errorf("the record is\n%s", record)
	}
}

// TestAKeyHeldDownAnswersNoQuestionThatItLedTo; pressed once more it does.
func TestAKeyHeldDownAnswersNoQuestionThatItLedTo(t *testing.T) {
	for _, c := range []struct {
		name  string
		start screen.Route
		keys  string // before
		key   string
		asks  string
		then  string
	}{
		{"handing in", nil, "a b o", "s", "Hand in", "Not passed"},
		{"taking an answer back", only("a-request"), "b enter 2", "u", "u again takes", "Taken back"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, given{learner: doctor, start: c.start}).keys(c.keys).holdsDown(c.key, 500*time.Millisecond).sees(c.asks)
			d.keys(c.key).sees(c.then)
		})
	}
}

// TestAKeyHeldDownIsForOneStage: a digit that says how sure one is marks nothing of what comes next, and a key that goes on goes on by one. A
// digit that rates rates one row.
func TestAKeyHeldDownIsForOneStage(t *testing.T) {
	for _, c := range []struct {
		name   string
		start  screen.Route
		keys   string // before
		key    string
		sees   []string
		unseen string
	}{
		{"how sure, before a ranking", nil, "a b a 4 3 2 1 enter", "2", []string{"Assessment 2 of 4", "1.  a", "2.  b", "3.  c"}, ""},
		{"how sure, in practice", only("a-request"), "b enter", "2", []string{"Saved."}, ""},
		{"on in an assessment", nil, "a b", "n", []string{"Assessment 3 of 4"}, ""}, // the press, and the first time that it comes again
		{"a rating", only("four-ways"), "a", "4", []string{"[4] a"}, "[4] c"},       // the press, and the first time that it comes again,
		{"an option that is marked", only("a-thread"), "", "b", []string{"[x] b"}, ""},
		{"a letter that opens a field", only("a-request"), "b enter 2", "r", []string{"Leave out"}, "rr"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, given{learner: doctor, start: c.start}).keys(c.keys).holdsDown(c.key, 500*time.Millisecond)
			d.sees(c.sees...)
			if c.unseen != "" {
				d.lacks(c.unseen)
			}
		})
	}
}

// TestAKeyPressedAgainCounts, however quickly a hand can.
func TestAKeyPressedAgainCounts(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("four-ways")}).keys("a")
	for range 4 {
		d.now = d.now.Add(160 * time.Millisecond)
		d.send(screentest.Press("3"))
	}
	if got := strings.Count(d.screen(), "[3]"); got != 4 {
		t.Errorf("%d rows are rated, in\n%s", got, d.screen())
	}
}

// TestTheFootSaysWhenEnterIsHeard: it is faint there for as long as a stage takes none, and no longer; where one types it never is.
func TestTheFootSaysWhenEnterIsHeard(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request"), theme: theme.Dark})
	var asked time.Duration
	d.app.app.after = func(after time.Duration, _ tea.Msg) tea.Cmd { asked = after; return nil }
	faint := func(want bool) {
		t.Helper()
		d.send(heardMsg{})
		if got := strings.Contains(d.app.View().Content, d.app.app.theme.Faint.Render("enter submit")); got != want {
			t.Errorf("enter is faint: %v", got)
		}
	}
	d.keys("b")
	faint(false)
	d.keys("enter esc")
	faint(true)
	d.now = d.now.Add(settling + time.Millisecond)
	faint(false)
	if d.keys("enter 2"); asked < settling || asked > longestGap {
		t.Errorf("it is looked at again after %v", asked)
	}
	if asked = 0; d.keys("enter").app.app.unheard && asked < longestGap {
		t.Errorf("an enter that led on is heard again after %v", asked)
	}
	if d = drive(t, given{learner: doctor}).keys("/"); d.app.app.unheard {
		t.Error("where one types an enter is heard at once")
	}
}

// TestNoLetterOfAWordIsLost, however quickly it is typed, and whatever each letter changes on the screen.
func TestNoLetterOfAWordIsLost(t *testing.T) {
	for word, keys := range map[string]string{"whatsapp": "/", "off duty": "g /", "swelling": "/"} {
		d := drive(t, given{learner: doctor}).keys(keys + " +5s")
		for _, letter := range word {
			d.now = d.now.Add(20 * time.Millisecond)
			d.send(tea.KeyPressMsg{Code: letter, Text: string(letter)})
		}
		d.sees(word)
	}
}
