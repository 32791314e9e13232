package feedback

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

// marked is the feedback on an answer to a situation of the small library.
func marked(t *testing.T, id, answer string, width int) *Feedback {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	p, err := d.Env.Tutor.Practices.Begin(tutor.Selection{Only: id})
	if err == nil {
		err = p.Sitting.Attempt().Read(answer)
	}
	if err == nil {
		err = p.Submit()
	}
	if err != nil {
		t.Fatal(err)
	}
	if p.Sitting.Stage() == scenarios.Weighing {
		p.Weigh(scenarios.FairlySure)
	}
	out, ok := p.Result()
	if !ok {
		t.Fatal("there is no result")
	}
	f := New(d.Env)
	f.Layout(screen.Frame{Width: width, Height: 60, Theme: theme.New(theme.Mono, true)})
	f.Show(Shown{Outcome: out, Lines: p.Sitting.Attempt().Lines(), Working: func() string { return "Saved." }, Report: "Situation " + id + "."})
	return f
}

// sees fails unless every text is shown.
func sees(t *testing.T, f *Feedback, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if shown := ansi.Strip(f.View()); !strings.Contains(shown, text) {
			t.Errorf("%q is not shown:\n%s", text, shown)
		}
	}
}

func TestTheVerdictStandsBesideChance(t *testing.T) {
	for _, c := range []struct{ situation, answer, verdict, working string }{
		{"a-request", "a", "", "Chance alone brings 0.25. You were: fairly sure. Saved."},
		{"a-thread", "a", "", "of 12 marks. Chance alone brings 4.5."},
		{"two-views", "a", "There is no right answer here", "Reasonable people differ"},
	} {
		t.Run(c.situation, func(t *testing.T) { sees(t, marked(t, c.situation, c.answer, 80), c.verdict, c.working) })
	}
}

func TestGuidanceStandsBelowOrBeside(t *testing.T) {
	for width, beside := range map[int]bool{80: false, 140: true} {
		f := marked(t, "a-thread", "a", width)
		sees(t, f, "The guidance that decides it")
		first, _, _ := strings.Cut(strings.TrimLeft(ansi.Strip(f.View()), " \n"), "\n")
		if strings.Contains(first, "The guidance that decides it") != beside {
			t.Errorf("at %d cells the first line is %q", width, first)
		}
	}
}

func TestWhatIsShownBesideIsGoneBackFrom(t *testing.T) {
	for key, text := range map[string]string{"w": "What changed since 2013", "!": "Does something seem wrong here?"} {
		f := marked(t, "a-thread", "a", 80)
		if f.Back() {
			t.Error("there is something to go back from at the beginning")
		}
		f.Update(screentest.Press(key))
		sees(t, f, text)
		if !f.Beside() || !f.Back() || f.Beside() {
			t.Errorf("%s is not gone back from", key)
		}
		sees(t, f, "The guidance that decides it")
	}
}
