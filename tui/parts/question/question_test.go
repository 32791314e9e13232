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
	p, err := d.Env.Tutor.Practices.Begin(tutor.Selection{Only: id})
	if err != nil {
		t.Fatal(err)
	}
	q := &question{New(d.Env), d.Env.Nav}
	q.Layout(screen.Frame{Width: width, Height: height, Theme: theme.New(theme.Mono, true)})
	q.Ask(p.Sitting.Current(), p.Sitting.Attempt(), scenarios.Shuffle(p.Sitting.Current(), p.Sitting.Seed()))
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
		for _, action := range q.nav.Drain() {
			if say, ok := action.(screen.Say); ok {
				notice = say.Text
			}
		}
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
		{"a-request", "j enter", false, "Enter again submits this answer."}, // it marks the option at the cursor
		{"a-request", "j enter enter", true, ""},
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

func TestAQuestionThatIsAskedAnewForgetsWhatItAsked(t *testing.T) {
	q, attempt := asking(t, "an-order", 80, 40)
	q.press("enter")
	q.Ask(q.situation, attempt, q.initialOrder)
	if submit, _ := q.press("enter"); submit {
		t.Error("an order is submitted as it is without having been asked about")
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
	for key, certainty := range map[string]scenarios.Certainty{"1": scenarios.Guess, "3": scenarios.VerySure, "enter": scenarios.NotAsked} {
		if c, ok := q.Sure(screentest.Press(key)); !ok || c != certainty {
			t.Errorf("%s is %v, %v", key, c, ok)
		}
	}
	if _, ok := q.Sure(screentest.Press("4")); ok {
		t.Error("4 is taken for a certainty")
	}
}
