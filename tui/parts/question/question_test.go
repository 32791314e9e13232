package question

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// asking is a question of the small library in a window, and the attempt at it.
func asking(t *testing.T, id string, width, height int) (*question, scenarios.Attempt) {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	p, err := d.Tutor.Practices.Begin(tutor.Selection{Only: id})
	if err != nil {
		t.Fatal(err)
	}
	q := &question{New(d.Env), d.Env.Nav}
	q.Layout(screen.Frame{Width: width, Height: height, Theme: theme.New(theme.Mono, true)})
	q.Ask(p.Sitting.Current(), nil, p.Sitting.Attempt(), scenarios.Shuffle(p.Sitting.Current(), p.Sitting.Seed()))
	return q, p.Sitting.Attempt()
}

// question is a Question with what it requests.
type question struct {
	*Question
	nav *screen.Nav
}

// press presses keys, and reports whether the last one submits, and the notice it led to.
func (q *question) press(keys string) (submit bool, notice string) {
	for _, k := range strings.Fields(keys) {
		submit, notice = q.Answer(screentest.Press(k)), ""
		var holds any
		for _, action := range q.nav.Drain() {
			if said, ok := action.(screen.Spoken); ok {
				notice, holds = said.Words(), said.Holds()
			}
		}
		q.nav.Stand(holds)
	}
	return submit, notice
}

func TestEnterSubmitsOnlyWhatIsMeant(t *testing.T) {
	for _, c := range []struct {
		situation, keys string
		submit          bool
		notice          string
	}{
		{"a-request", "b enter", true, ""},
		{"a-request", "j enter", false, "Space marks at the cursor."}, // it marks nothing
		{"a-request", "j enter enter", false, "Space marks at the cursor."},
		{"a-request", "down right enter", true, ""},
		{"a-thread", "enter", false, "Space marks at the cursor."},
		{"four-ways", "right down right down right down right enter", true, ""},
		{"an-order", "right enter", true, ""},
		{"an-order", "right left enter", false, "Leave them so?"},
		{"an-order", "enter", false, "as it was dealt"},
		{"an-order", "enter enter", true, ""},
		{"an-order", "enter j enter", false, "as it was dealt"},
		{"an-order", "J enter", true, ""},
		{"a-thread", "a c g h", false, "Three are marked already"},
	} {
		t.Run(c.situation+" "+c.keys, func(t *testing.T) {
			q, _ := asking(t, c.situation, 80, 40)
			submit, notice := q.press(c.keys)
			if submit != c.submit || !strings.Contains(notice, c.notice) || c.notice == "" && notice != "" {
				t.Errorf("it submits (%v) and says %q", submit, notice)
			}
		})
	}
}

func TestTheCursorsOptionIsInTheWindow(t *testing.T) {
	q, attempt := asking(t, "a-thread", 40, 10)
	q.press("end")
	for i := range attempt.Lines() {
		q.press(scenarios.Letter(i))
		if shown := ansi.Strip(q.View()); !strings.Contains(shown, "›") {
			t.Errorf("option %s is outside the window:\n%s", scenarios.Letter(i), shown)
		}
	}
}

func TestHowSureIsAskedBesideTheAnswer(t *testing.T) {
	q, _ := asking(t, "a-request", 80, 40)
	q.press("b")
	q.AskSure()
	if shown := ansi.Strip(q.View()); !strings.Contains(shown, "How sure are you?") || !strings.Contains(shown, "(•) b") {
		t.Errorf("it shows\n%s", shown)
	}
	for key, certainty := range map[string]scenarios.Certainty{"1": scenarios.Guess, "3": scenarios.VerySure, "0": scenarios.NotAsked} {
		if c, ok := q.Sure(screentest.Press(key)); !ok || c != certainty {
			t.Errorf("%s is %v, %v", key, c, ok)
		}
	}
	if _, ok := q.Sure(screentest.Press("4")); ok {
		t.Error("4 is taken for a certainty")
	}
}

// TestEnterTakesTheCertaintyAtTheCursor, and none while the cursor is at none.
func TestEnterTakesTheCertaintyAtTheCursor(t *testing.T) {
	for keys, certainty := range map[string]scenarios.Certainty{"": scenarios.NotAsked, "down": scenarios.Guess, "down down": scenarios.FairlySure, "down down down down": scenarios.VerySure, "up": scenarios.Guess} {
		q, _ := asking(t, "a-request", 40, 8)
		q.press("b")
		q.AskSure()
		for _, k := range strings.Fields(keys) {
			q.Sure(screentest.Press(k))
			if !strings.Contains(ansi.Strip(q.View()), "›") {
				t.Errorf("after %s the cursor is outside the window:\n%s", keys, q.View())
			}
		}
		if takes := q.Keys()[0].Help().Desc == "take it"; takes != (keys != "") {
			t.Errorf("after %q the foot says that enter takes it: %v", keys, takes)
		}
		if c, ok := q.Sure(screentest.Press("enter")); c != certainty || ok != (keys != "") {
			t.Errorf("after %q enter is %v, %v", keys, c, ok)
		}
	}
}

// TestKeysPutAnAnswerTogether: a letter marks its option in either case, and a number is a place or a rating.
func TestKeysPutAnAnswerTogether(t *testing.T) {
	for _, c := range []struct{ situation, keys, marked string }{
		{"a-request", "b", "b"}, {"a-request", "B", "b"}, {"a-request", "a d", "d"}, {"a-request", "z 7 x", ""},
		{"a-request", "k k j space", "b"}, {"a-request", "j j j j j j space", "d"}, // the cursor stops at either end
		{"a-thread", "h a c", "a c h"}, {"a-thread", "a a", ""},
		{"four-ways", "4 1", "a=4 b=1"}, {"four-ways", "j 3", "b=3"}, {"four-ways", "right right", "a=3"}, {"four-ways", "right right right right right", "a=1"},
		{"four-ways", "right right left left", "a=4"}, {"four-ways", "left", "a=1"}, {"a-thread", "right j right right", "a"}, {"a-request", "left", ""}, {"four-ways", "9", ""},
	} {
		t.Run(c.situation+" "+c.keys, func(t *testing.T) {
			q, attempt := asking(t, c.situation, 80, 40)
			q.press(c.keys)
			var marked []string
			for _, line := range attempt.Lines() {
				if c.situation == "four-ways" && line.Said != "" {
					marked = append(marked, line.Letter+"="+strings.Trim(line.Mark, "[]() "))
				} else if line.Said != "" {
					marked = append(marked, line.Letter)
				}
			}
			if got := strings.Join(marked, " "); got != c.marked {
				t.Errorf("marked is %q, want %q", got, c.marked)
			}
		})
	}
}

func TestARankedOptionTakesTheCursorAlong(t *testing.T) {
	q, attempt := asking(t, "an-order", 80, 40)
	first := attempt.Lines()[0].ID
	for keys, place := range map[string]int{"J": 1, "J J": 2, "K": 0, "right right": 2, "right left": 0, "5": 4, "5 J": 4} {
		q, attempt := asking(t, "an-order", 80, 40)
		if q.press(keys); attempt.Lines()[place].ID != first || q.cursor != place {
			t.Errorf("after %s the first is not at %d: %v, and the cursor is at %d", keys, place, attempt.Chosen(), q.cursor)
		}
	}
	if q.press("J K"); attempt.Lines()[0].ID != first {
		t.Error("down and up again is another order")
	}
}

// TestTheStemIsReadBeforeTheOptionsAreGoneThrough: in a small window down scrolls to the first option before it leaves it.
func TestTheStemIsReadBeforeTheOptionsAreGoneThrough(t *testing.T) {
	q, attempt := asking(t, "a-request", 40, 10)
	first, _ := q.situation.Option(attempt.Lines()[0].ID)
	seen := ""
	for range 20 {
		seen += ansi.Strip(q.View())
		if q.cursor > 0 {
			break
		}
		q.press("j")
	}
	for _, word := range strings.Fields(q.situation.Stem + " " + q.situation.Ask + " " + first.Text) {
		if !strings.Contains(seen, word) {
			t.Errorf("%q was never seen", word)
		}
	}
	q.press(strings.Repeat("k ", 20))
	if above, below := q.More(); q.cursor != 0 || above || !below {
		t.Errorf("up again is option %d; there is more above: %v, below: %v", q.cursor, above, below)
	}
}

func TestTheOptionsStandBesideTheStemWhereThereIsRoom(t *testing.T) {
	for width, beside := range map[int]bool{80: false, 95: false, 96: true, 200: true} {
		q, _ := asking(t, "a-request", width, 40)
		first, _, _ := strings.Cut(strings.TrimLeft(ansi.Strip(q.View()), " \n"), "\n")
		if !strings.Contains(first, "A request after clinic") || strings.Contains(first, "What do you do?") != beside {
			t.Errorf("at %d cells the first line is %q", width, first)
		}
		if q.press("d"); !strings.Contains(ansi.Strip(q.View()), "› (•) d") {
			t.Errorf("at %d cells the option that is marked is not at the cursor:\n%s", width, ansi.Strip(q.View()))
		}
	}
}

// TestTwoColumnsFit, with the gutter between them, and neither is wider than reads well.
func TestTwoColumnsFit(t *testing.T) {
	for width := 96; width < 400; width++ {
		left, right := Columns(width)
		if left+Gutter+right > width || left > 72 || right > 84 || left > right {
			t.Fatalf("in %d cells the columns are %d and %d", width, left, right)
		}
	}
}

// TestTheKeysAreThoseOfWhatIsAsked: while it is how sure the learner is, no option can be marked.
func TestTheKeysAreThoseOfWhatIsAsked(t *testing.T) {
	q, attempt := asking(t, "a-request", 80, 40)
	q.press("b")
	q.AskSure()
	var keys []string
	for _, k := range q.Keys() {
		keys = append(keys, k.Help().Key+" "+k.Help().Desc)
	}
	if got, want := strings.Join(keys, ", "), "1–3 how sure, 0 skip, ↑/↓ choose, then enter"; got != want {
		t.Errorf("the keys are %q, want %q", got, want)
	}
	before := strings.Join(attempt.Chosen(), " ")
	for _, k := range []string{"a", "space", "j"} {
		if _, ok := q.Sure(screentest.Press(k)); ok || strings.Join(attempt.Chosen(), " ") != before {
			t.Errorf("%s answers how sure (%v), or changes the answer to %v", k, ok, attempt.Chosen())
		}
	}
}
