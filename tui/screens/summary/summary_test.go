package summary

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/parts/feedback"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	reading := feedback.Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile}
	return Parts{Parts: reading, Clock: t.Clock, Record: t.Record, Practices: t.Practices}
}

// answer is how every situation of a practice is answered: by an option, and how sure.
type answer struct {
	option   string
	sure     scenarios.Certainty
	takeBack bool
}

// practised is the summary of a practice in which everything was answered in the same way.
func practised(t *testing.T, d *screentest.Driver, ask tutor.Selection, all answer) *screentest.Driver {
	t.Helper()
	p, err := d.Tutor.Practices.Begin(ask)
	if err != nil {
		t.Fatal(err)
	}
	for p.Sitting.Stage() != scenarios.Finished {
		attempt := p.Sitting.Attempt()
		for i, line := range attempt.Lines() {
			if line.ID == all.option {
				attempt.Pick(i)
			}
			attempt.Number(i, 1)
		}
		if err := p.Submit(); err != nil {
			t.Fatal(err)
		}
		if p.Sitting.Stage() == scenarios.Weighing {
			p.Weigh(all.sure)
		}
		if all.takeBack {
			takeBack(t, d, p)
		}
		p.Sitting.Next()
	}
	return d.Show(New(d.Env, parts(d.Tutor), screen.ToSummary{Practice: p}))
}

// takeBack takes the answer just given back, once it is saved.
func takeBack(t *testing.T, d *screentest.Driver, p *tutor.Practice) {
	t.Helper()
	if err := d.Tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
}

// done is the summary of a practice in which option a was the answer to everything, very sure.
func done(t *testing.T, ask tutor.Selection) *screentest.Driver {
	t.Helper()
	return practised(t, screentest.New(t, screentest.Doctor), ask, answer{option: "a", sure: scenarios.VerySure})
}

func TestOneSituationIsSummedUpWithWhatToLookAtAgain(t *testing.T) {
	d := done(t, tutor.Selection{Only: "a-request"}).Titled("Summary")
	d.Sees("One situation: missed.", "0 of 1 mark", "Missed, to look at again", "✗  A request after clinic    not the best answer, very sure", "Keep them apart.")
}

func TestOnlyWhatWasNotRightIsLookedAtAgain(t *testing.T) {
	for _, c := range []struct {
		name, situation string
		all             answer
		again           bool
	}{
		{"wrong", "a-request", answer{option: "a", sure: scenarios.FairlySure}, true},
		{"wrong, without having been asked how sure", "a-request", answer{option: "a"}, true},
		{"right", "a-request", answer{option: "b", sure: scenarios.VerySure}, false},
		{"taken back", "a-request", answer{option: "a", sure: scenarios.VerySure, takeBack: true}, false},
		{"without marks", "two-views", answer{option: "a"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := practised(t, screentest.New(t, screentest.Doctor), tutor.Selection{Only: c.situation}, c.all).Lacks("very sure")
			if c.again {
				d.Sees("to look at again")
			} else {
				d.Lacks("to look at again")
			}
		})
	}
}

func TestWhatCountsNowhereIsNotScored(t *testing.T) {
	d := practised(t, screentest.New(t, screentest.Doctor), tutor.Selection{Only: "a-request"}, answer{option: "a", takeBack: true})
	d.Sees("One situation done.", "Nothing in it was scored.")
}

// TestEachAnswerHasARow: what is to be looked at again first, each principle once, then the others.
func TestEachAnswerHasARow(t *testing.T) {
	d := done(t, tutor.Selection{}).Sees("5 situations: 1 right, 3 missed.", "The others", "✓  An order of replies", "Two views of a pen name    there is no right answer here").More(false, false)
	if shown := d.View(); strings.Index(shown, "to look at again") > strings.Index(shown, "The others") || strings.Count(shown, "Say who is speaking.") != 1 {
		t.Errorf("the rows are in another order, or a principle is said twice:\n%s", shown)
	}
}

// TestARowOpensItsFeedback, and enter and esc come back to it. On arrival enter goes home.
func TestARowOpensItsFeedback(t *testing.T) {
	d := done(t, tutor.Selection{}).Offers("done").Keys("down").Offers("write").Keys("down").Offers("feedback").Denies("done")
	for _, back := range []string{"enter", "esc"} {
		d.Keys("enter").Sees("✗ Not the best answer", ", very sure", "A request after clinic").Offers("back to the summary")
		d.Keys("space").Sees("Chance alone brings").Keys("esc").Sees("✗ Not the best answer")
		d.Keys(back).Sees("5 situations", "› ✗  A request after clinic").Requests()
	}
	d.Keys("esc").Requests(screen.Close{})
}

// TestATurnHasARowOfItsOwn, and its feedback says what made the difference.
func TestATurnHasARowOfItsOwn(t *testing.T) {
	d := screentest.Families(t, t.TempDir(), screentest.Doctor)
	p, err := d.Tutor.Practices.Begin(tutor.Selection{Only: "a-request/numb-again"})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		p.Sitting.Attempt().Take(p.Sitting.Current().Key)
		if err := p.Submit(); err != nil {
			t.Fatal(err)
		}
		p.Weigh(scenarios.FairlySure)
		p.Sitting.Turn()
	}
	d.Show(New(d.Env, parts(d.Tutor), screen.ToSummary{Practice: p})).Sees("One situation, 2 answers: 2 right", "A request at eleven, one thing different")
	d.Keys("down down down enter").Sees("What made the difference")
}

// TestWhatIsRightInItsTurnIsNotStillMissed: as the history has it, and by what, in words.
func TestWhatIsRightInItsTurnIsNotStillMissed(t *testing.T) {
	d := screentest.Families(t, t.TempDir(), screentest.Doctor)
	p, err := d.Tutor.Practices.Begin(tutor.Selection{Only: "a-request/numb-again"})
	if err != nil {
		t.Fatal(err)
	}
	wrong := func(s *scenarios.Situation) []string {
		for _, o := range s.Options {
			if o.ID != s.Key[0] {
				return []string{o.ID}
			}
		}
		return nil
	}
	for _, chosen := range []func(*scenarios.Situation) []string{wrong, func(s *scenarios.Situation) []string { return s.Key }} {
		p.Sitting.Attempt().Take(chosen(p.Sitting.Current()))
		if err := p.Submit(); err != nil {
			t.Fatal(err)
		}
		p.Weigh(scenarios.FairlySure)
		p.Sitting.Turn()
	}
	d.Show(New(d.Env, parts(d.Tutor), screen.ToSummary{Practice: p})).Sees("1 right, 1 missed", "Missed, and right since", "not the best answer; right since, in another form", "The others")
	d.Lacks("to look at again")
}

func TestItsKeysLeadOn(t *testing.T) {
	d := done(t, tutor.Selection{Only: "a-request"}).Denies("review what is due").Keys("r").Requests()
	d.Keys("p").Requests(screen.Open{To: screen.ToPracticeMenu{}, Replace: true})
	d.Keys("enter").Requests(screen.Close{})
}

// answered is a record of answers to situations about each principle of the small library, so many days ago.
func answered(t *testing.T, days int, principles ...string) *screentest.Driver {
	t.Helper()
	var facts []progress.Fact
	for _, principle := range principles {
		a := screentest.Replied(map[string]string{"apart": "a-request", "named": "four-ways"}[principle], "", 0, 3, days)
		a.Principle = principle
		facts = append(facts, a)
	}
	return screentest.In(t, screentest.Recorded(t, facts...), screentest.Nobody)
}

func TestWhatComesBackIsSaid(t *testing.T) {
	for _, c := range []struct {
		name       string
		days       int
		principles []string
		says       string
	}{
		{"one is due", 10, []string{"named"}, "One principle is due for review today: r meets it."},
		{"several are due", 10, []string{"apart", "named"}, "2 principles are due for review today: r meets them."},
		{"the next is due another day", 0, []string{"apart"}, "Nothing is due for review today; the next comes back tomorrow."},
		{"nothing was ever marked", 0, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := practised(t, answered(t, c.days, c.principles...), tutor.Selection{Only: "two-views"}, answer{option: "a"}).Sees(c.says)
			if c.says == "" {
				d.Lacks("review")
			}
		})
	}
}

func TestWhatIsDueIsOfferedAtOnce(t *testing.T) {
	d := done(t, tutor.Selection{Only: "a-request"}).Keys("+216h").Send(screen.ChangedMsg{})
	d.Sees("One principle is due for review today: r meets it.").Offers("review what is due").Keys("r")
	d.Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Review: true}}, Replace: true})
}

// TestNoReviewIsOfferedWhileAnswersAreSaved: what is due is known only once they are.
func TestNoReviewIsOfferedWhileAnswersAreSaved(t *testing.T) {
	d := answered(t, 10, "apart", "named")
	d.Holds = true
	practised(t, d, tutor.Selection{Only: "a-request"}, answer{option: "b", sure: scenarios.VerySure})
	d.Sees("Saving your answers…").Denies("review what is due").Keys("r").Requests()
	d.Holds = false
	d.Send(screen.ChangedMsg{}).Sees("One principle is due for review today").Offers("review what is due")
}

func TestALongSummaryIsScrolled(t *testing.T) {
	d := done(t, tutor.Selection{}).Resize(40, 8).More(false, true).Sees("5 situations: 1 right")
	d.Keys("pgdown").More(true, true).Keys("end").More(true, false).Lacks("5 situations").Keys("home").More(false, true)
}

// TestArrowsAndEnterComeToAReflection: a line leads to what is to be looked at again first, and then to the next.
func TestArrowsAndEnterComeToAReflection(t *testing.T) {
	d := done(t, tutor.Selection{}).Sees("Reflect on “A request after clinic”").Keys("down enter").Sees("Reflection: A request after clinic", "Leave out anything")
	d.Keys("esc").Sees("Reflect on “A request after clinic”") // nothing was written
	d.Keys("enter").Write("I mixed the two.").Keys("ctrl+s").Sees("Your reflection is kept", "› Reflect on “Four ways to sign”").Saved(`text = "I mixed the two."`)
	d.Keys("enter").Write("Who was I?").Keys("esc").Sees("saved when you leave", "Reflect on “Four ways to sign”").Keys("enter").Sees("Who was I?").Close()
	d.RecordHas("[[reflection]]", 2).Saved(`text = "Who was I?"`)
}

// TestAnAnswersFeedbackIsReflectedOn, too, with the key that does so elsewhere.
func TestAnAnswersFeedbackIsReflectedOn(t *testing.T) {
	d := done(t, tutor.Selection{Only: "a-request"}).Keys("down down enter").Offers("reflect").Keys("r").Write("Apart.").Keys("ctrl+s").Sees("✗ Not the best answer")
	d.Saved(`scenario = "a-request"`, `text = "Apart."`).Keys("enter").Lacks("Reflect on")
}
