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

func parts(t *tutor.Tutor) Parts {
	return Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile}
}

// marked is the feedback on an answer to a situation of the small library.
func marked(t *testing.T, id, answer string, width int) *Feedback {
	t.Helper()
	return markedIn(t, screentest.New(t, screentest.Doctor), id, answer, width)
}

// markedIn is the same with the library of an environment.
func markedIn(t *testing.T, d *screentest.Driver, id, answer string, width int) *Feedback {
	t.Helper()
	p, err := d.Tutor.Practices.Begin(tutor.Selection{Only: id})
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
	f := New(d.Env, parts(d.Tutor))
	f.Layout(screen.Frame{Width: width, Height: 60, Theme: theme.New(theme.Mono, true)})
	f.Show(Shown{Outcome: out, Lines: p.Sitting.Attempt().Lines(), Became: func() string { return "Saved." }, Report: "Situation " + id + "."})
	return f
}

// sees fails unless every text is shown.
func sees(t *testing.T, f *Feedback, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if shown := view(f); !strings.Contains(shown, text) {
			t.Errorf("%q is not shown:\n%s", text, shown)
		}
	}
}

// view is what is shown, without the blanks at the ends of lines.
func view(f *Feedback) string {
	var lines []string
	for l := range strings.SplitSeq(ansi.Strip(f.View()), "\n") {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// TestTheVerdictSaysWhatWasAnswered, how sure the learner was and what became of it; the marks beside chance are one key away.
func TestTheVerdictSaysWhatWasAnswered(t *testing.T) {
	for _, c := range []struct{ situation, answer, verdict, working string }{
		{"a-request", "a", "you: a, fairly sure · Saved.", "0 of 1 mark. Chance alone brings 0.25."},
		{"a-thread", "a", "✗ Not this time, 4 of 12", "4 of 12 marks. Chance alone brings 4.5."},
		{"two-views", "a", "There is no right answer here\n  you: a · Saved.\n  Reasonable people differ", "Reasonable people differ"},
	} {
		t.Run(c.situation, func(t *testing.T) {
			f := marked(t, c.situation, c.answer, 80)
			sees(t, f, c.verdict)
			f.Update(screentest.Press("space"))
			sees(t, f, c.working)
		})
	}
}

// TestGuidanceStandsBelowOrBeside: of what is cited the extract that decides alone, unless there is a column for it.
func TestGuidanceStandsBelowOrBeside(t *testing.T) {
	for width, column := range map[int]bool{80: false, 95: false, 96: true, 140: true} {
		f := marked(t, "a-thread", "a", width)
		sees(t, f, "SHOULD USUALLY · in force · UK")
		if got := strings.Contains(view(f), "The guidance that decides it"); got != column {
			t.Errorf("at %d cells guidance has a column of its own: %v", width, got)
		}
	}
}

// TestWhatSeemsWrongGoesToWhoeverThePackIsOf, and to whoever gave the program where it is the library's own.
func TestWhatSeemsWrongGoesToWhoeverThePackIsOf(t *testing.T) {
	f := markedIn(t, screentest.Merged(t, screentest.Doctor), "families:told-alone", "a", 80)
	f.Update(screentest.Press("!"))
	sees(t, f, "Send this to whoever gave you the pack", "From “Families of each format” (pack families 0.0.1), not signed")
	f = marked(t, "a-thread", "a", 80)
	f.Update(screentest.Press("!"))
	sees(t, f, "Send this to whoever gave you Probity")
	if strings.Contains(view(f), "From “") {
		t.Error("the library's own situation is said to be of a pack")
	}
}

// TestEachAsideReplacesTheFirstScreen, and the same key or esc goes back to it.
func TestEachAsideReplacesTheFirstScreen(t *testing.T) {
	for key, text := range map[string]string{
		"space": "Chance alone brings", "g": "Also cited", "w": "What changed since 2013", "!": "Does something seem wrong here?",
	} {
		f := marked(t, "a-thread", "a", 80)
		first := view(f)
		if f.Back() {
			t.Error("there is something to go back from at the beginning")
		}
		f.Update(screentest.Press(key))
		sees(t, f, text)
		if !f.Beside() || !f.Back() || f.Beside() || view(f) != first {
			t.Errorf("%s is not gone back from by esc", key)
		}
		f.Update(screentest.Press(key))
		f.Update(screentest.Press(key))
		if f.Beside() || view(f) != first {
			t.Errorf("%s is not gone back from by the same key", key)
		}
	}
}

// outcome is an answer of which the marks are as said.
func outcome(t *testing.T, id string, marks float64, chosen ...string) scenarios.Outcome {
	t.Helper()
	s, ok := screentest.New(t, screentest.Doctor).Tutor.Library.Pack().Bank.Situation(id)
	if !ok {
		t.Fatal("there is no " + id)
	}
	marking := s.Format.Mark(s, chosen)
	marking.Marks = marks
	return scenarios.Outcome{Situation: s, Chosen: chosen, Marking: marking}
}

// TestTheVerdictInWords: chance alone is not part of the way.
func TestTheVerdictInWords(t *testing.T) {
	undone := outcome(t, "a-thread", 12, "a", "c", "h")
	undone.Undone = true
	for _, c := range []struct {
		says string
		out  scenarios.Outcome
	}{
		{"✓ Right", outcome(t, "a-thread", 12, "a", "c", "h")},
		{"✓ Nearly all of it", outcome(t, "four-ways", 15, "a=4", "b=3", "c=2", "d=2")},
		{"◐ Part of the way", outcome(t, "a-thread", 8, "a", "c", "d")},
		{"✗ Not this time", outcome(t, "a-thread", 4, "a", "b", "d")},
		{"✗ Not the best answer", outcome(t, "a-request", 0, "a")},
		{"– Left blank", outcome(t, "a-thread", 0)},
		{"There is no right answer here", outcome(t, "two-views", 0, "a")},
		{"↶ Taken back: this answer counts nowhere", undone},
	} {
		t.Run(c.says, func(t *testing.T) { sees(t, shown(t, screentest.Doctor, c.out, 80), c.says) })
	}
}

// TestABlankRatingPointsAtNoAction: the key has a number for each, and the worst is not what should have been said.
func TestABlankRatingPointsAtNoAction(t *testing.T) {
	f := shown(t, screentest.Doctor, outcome(t, "four-ways", 0), 80)
	sees(t, f, "– Left blank", "  4 a  ", "key")
	if strings.Contains(view(f), "→") {
		t.Errorf("an arrow points at an action:\n%s", view(f))
	}
}

// shown is the feedback on an outcome, for a learner.
func shown(t *testing.T, learner tutor.Learner, out scenarios.Outcome, width int) *Feedback {
	t.Helper()
	d := screentest.New(t, learner)
	f := New(d.Env, parts(d.Tutor))
	f.Layout(screen.Frame{Width: width, Height: 60, Theme: theme.New(theme.Mono, true)})
	f.Show(Shown{Outcome: out, Lines: lines(out)})
	return f
}

// lines are the options of an answer, dealt in the file's order.
func lines(out scenarios.Outcome) []scenarios.Line {
	attempt := out.Situation.Format.Begin(out.Situation, out.Situation.OptionIDs())
	attempt.Take(out.Chosen)
	return attempt.Lines()
}

// TestTheLearnersCountryComesFirst; what the other has to say follows, and says that it is for elsewhere.
func TestTheLearnersCountryComesFirst(t *testing.T) {
	for learner, want := range map[tutor.Learner][]string{
		screentest.Doctor:  {"decides it", "The new guidance", "An Irish article", "For Ireland, not where you practise", "Also cited"},
		screentest.Student: {"decides it", "An Irish article", "The new guidance", "For the United Kingdom, not where you practise", "Also cited"},
	} {
		f := shown(t, learner, outcome(t, "a-thread", 12, "a", "c", "h"), 80)
		f.Update(screentest.Press("g"))
		view := view(f)
		rest := view
		for _, text := range want {
			_, after, ok := strings.Cut(rest, text)
			if rest = after; !ok {
				t.Errorf("for %s %q is missing, or out of its place:\n%s", learner.Jurisdiction.Name(), text, view)
			}
		}
	}
}

// offers is the keys that show something in place of the guidance.
func offers(f *Feedback) string {
	var keys []string
	for _, k := range f.Asides() {
		keys = append(keys, k.Help().Key+" "+k.Help().Desc)
	}
	return strings.Join(keys, ", ")
}

func TestTheKeyThatWasPressedGoesBack(t *testing.T) {
	const first = "space 8 options, g 3 extracts, w what changed"
	f := marked(t, "a-thread", "a", 80)
	for _, c := range []struct{ press, offers string }{
		{"w", "w back to the feedback"}, {"!", "y copy it, ! back to the feedback"}, {"g", "g back to the feedback"}, {"g", first},
		{"space", "space back to the feedback"}, {"space", first}, {"g", "g back to the feedback"}, {"space", first},
	} {
		if f.Update(screentest.Press(c.press)); offers(f) != c.offers {
			t.Errorf("after %s the keys are %q, want %q", c.press, offers(f), c.offers)
		}
	}
}

// TestSpaceReadsOnAndAtTheEndGoesBack: in a window with less room than every option needs.
func TestSpaceReadsOnAndAtTheEndGoesBack(t *testing.T) {
	f := marked(t, "a-thread", "a", 80)
	f.Layout(screen.Frame{Width: 80, Height: 20, Theme: theme.New(theme.Mono, true)})
	f.Update(screentest.Press("space"))
	for _, below := f.More(); below; _, below = f.More() {
		if got := offers(f); got != "space next page, esc back to the feedback" {
			t.Fatalf("while there is more the keys are %q", got)
		}
		f.Update(screentest.Press("space"))
	}
	if !f.Beside() {
		t.Error("it went back before its end was in the window")
	}
	if f.Update(screentest.Press("space")); f.Beside() {
		t.Error("at its end space does not go back")
	}
}

// TestWhereNothingChangedThatIsSaid: the key is not offered, and nothing else is shown.
func TestWhereNothingChangedThatIsSaid(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	f := New(d.Env, parts(d.Tutor))
	f.Layout(screen.Frame{Width: 80, Height: 60, Theme: theme.New(theme.Mono, true)})
	out := outcome(t, "an-order", 20, "b", "d", "a", "c", "e")
	for i := range out.Situation.Options {
		out.Situation.Options[i].Cites = []string{"new/2"}
	}
	f.Show(Shown{Outcome: out, Lines: lines(out)})
	if strings.Contains(offers(f), "w what changed") {
		t.Errorf("it offers %s", offers(f))
	}
	f.Update(screentest.Press("w"))
	if said := d.Env.Drain(); len(said) != 1 || said[0] != (screen.Say{Text: tutor.NothingChanged}) || f.Beside() {
		t.Errorf("it says %v, and shows something in place of the guidance: %v", said, f.Beside())
	}
}

// TestAnotherOutcomeBeginsAtItsTop, without what was shown in place of the last one's guidance.
func TestAnotherOutcomeBeginsAtItsTop(t *testing.T) {
	f := marked(t, "a-thread", "a", 80)
	f.Layout(screen.Frame{Width: 80, Height: 10, Theme: theme.New(theme.Mono, true)})
	f.Update(screentest.Press("w"))
	f.Update(screentest.Press("pgdown"))
	f.Show(f.shown)
	if above, below := f.More(); above || !below || f.Beside() {
		t.Errorf("there is more above: %v, below: %v; something is in place of the guidance: %v", above, below, f.Beside())
	}
	f.Update(screentest.Press("!"))
	if f.Clear(); f.Beside() || f.Back() {
		t.Error("after the feedback there is something to go back from")
	}
}
