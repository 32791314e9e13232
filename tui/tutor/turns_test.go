// Families: the turn in a practice, and how a practice with one is taken up.
package tutor

import (
	"slices"
	"testing"

	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// sameFamilies is the pack of families for tests that leave it as it is: many open it many times.
var sameFamilies *pack.Pack

// families is a doctor's tutor on the pack of families, with a seed.
func families(t *testing.T, o Options, c *clock, seed int64) *Tutor {
	t.Helper()
	if sameFamilies == nil {
		sameFamilies = scenariostest.Families(t)
	}
	tutor := openAs(t, o, sameFamilies, c)
	tutor.Practices.seed, tutor.Assessments.seed = &seed, &seed
	return tutor
}

// right gives the key as the answer to what is before the learner.
func right(t *testing.T, p *Practice) {
	t.Helper()
	give(t, p, scenarios.FairlySure, p.Sitting.Current().Key...)
}

// nameOf is the id of a situation, "" for none.
func nameOf(s *scenarios.Situation) string {
	if s == nil {
		return ""
	}
	return s.ID
}

func TestATurnIsOfferedAfterAFirstVariant(t *testing.T) {
	for name, c := range map[string]struct {
		tutor Options
		only  string
		turns []string // one of these
	}{
		"one of the others":            {Options{}, "a-request/an-old-friend", []string{"a-request/from-the-ward", "a-request/numb-again", "a-request/on-linkedin"}},
		"the twin":                     {Options{}, "a-request/on-linkedin", []string{"a-request/from-the-ward"}},
		"the country's own":            {ireland(), "an-order/of-the-council", []string{"an-order/under-investigation"}},
		"none of what is told alone":   {Options{}, "told-alone", []string{""}},
		"none that is another country": {ireland(), "four-ways/from-grace", []string{""}},
	} {
		t.Run(name, func(t *testing.T) {
			met := map[string]bool{}
			for seed := range int64(30) {
				c.tutor.Dir = t.TempDir()
				p := begin(t, families(t, c.tutor, starting(), seed), Selection{Only: c.only})
				if p.Sitting.Offered() != nil {
					t.Fatal("it is offered before there is an answer")
				}
				right(t, p)
				met[nameOf(p.Sitting.Offered())] = true
				if p.Sitting.Turn(); p.Sitting.TurnOf() != nil {
					if right(t, p); p.Sitting.Offered() != nil {
						t.Errorf("%s, a turn, is followed by %s", p.Sitting.Current().ID, p.Sitting.Offered().ID)
					}
				}
			}
			for id := range met {
				if !slices.Contains(c.turns, id) {
					t.Errorf("%q follows", id)
				}
			}
			if len(met) != len(c.turns) {
				t.Errorf("30 seeds give %v, want each of %v", met, c.turns)
			}
		})
	}
}

// TestATurnIsAnAnswerOfItsOwn: of the same sitting, with its variant and its certainty, and it is taken back by itself.
func TestATurnIsAnAnswerOfItsOwn(t *testing.T) {
	tutor := families(t, Options{Dir: t.TempDir()}, starting(), 7)
	p := begin(t, tutor, Selection{Only: "a-request/numb-again"})
	right(t, p)
	turn := p.Sitting.Offered()
	p.Sitting.Turn()
	give(t, p, scenarios.VerySure, "d")
	answers := tutor.Record.History().Answers()
	if len(answers) != 2 || answers[0].Variant != "numb-again" || answers[1].Scenario != "a-request" || answers[1].Variant != turn.Variant ||
		answers[1].Sitting != answers[0].Sitting || answers[1].Sure != int(scenarios.VerySure) || answers[1].Marks != 0 {
		t.Fatalf("recorded are %+v", answers)
	}
	if sitting, _ := tutor.Record.History().Sitting(p.id); !slices.Equal(sitting.Drawn, []string{"a-request/numb-again"}) {
		t.Errorf("drawn is %v", sitting.Drawn)
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	h := tutor.Record.History()
	if !h.Counts(answers[0]) || h.Counts(answers[1]) || h.Times("a-request") != 1 {
		t.Errorf("the first counts: %v, the turn counts: %v", h.Counts(answers[0]), h.Counts(answers[1]))
	}
}

func TestGoingOnWithoutTheTurnWritesNothing(t *testing.T) {
	for name, skip := range map[string]func(*scenarios.Sitting){
		"offered": func(*scenarios.Sitting) {}, "asked": func(s *scenarios.Sitting) { s.Turn(); s.Skip() },
	} {
		tutor := families(t, Options{Dir: t.TempDir()}, starting(), 7)
		p := begin(t, tutor, Selection{})
		for p.Sitting.Stage() != scenarios.Finished {
			right(t, p)
			before := tutor.Record.History().Seq()
			if skip(p.Sitting); p.Sitting.Stage() == scenarios.Showing {
				p.Sitting.Next()
			}
			if flush(t, tutor); tutor.Record.History().Seq() != before || tutor.Record.Waiting() > 0 {
				t.Errorf("%s: something is written", name)
			}
		}
		if n := len(tutor.Record.History().Answers()); n != 5 {
			t.Errorf("%s: %d answers to five families", name, n)
		}
	}
}

// TestAPracticeIsTakenUpInTheFeedbackOfItsLastAnswer, in another run, wherever it is left: the same answer with its marks, the options as
// they stood, and the same turn open. A turn that was answered has none.
func TestAPracticeIsTakenUpInTheFeedbackOfItsLastAnswer(t *testing.T) {
	for seed := range int64(12) {
		c, dir := starting(), t.TempDir()
		p := begin(t, families(t, Options{Dir: dir}, c, seed), Selection{})
		for n := range 4 { // the fifth ends it
			give(t, p, scenarios.FairlySure, wrongly(p)...)
			p = takenUp(t, p, dir, c, seed)
			if p.Sitting.Turn(); n%2 == 0 && p.Sitting.TurnOf() != nil {
				right(t, p)
				p = takenUp(t, p, dir, c, seed)
			}
			if p.Sitting.Skip(); p.Sitting.Stage() == scenarios.Showing {
				p.Sitting.Next()
			}
		}
	}
}

// wrongly is an answer that is not right, and not without marks where the format can help it.
func wrongly(p *Practice) []string {
	now := p.Sitting.Current()
	family, _ := p.in.library.pack.Bank.Family(now.Family)
	for _, s := range family.Variants {
		if !now.SameKey(s) {
			return s.Key
		}
	}
	return []string{"a"}
}

// takenUp is a practice in another run, and fails unless it stands where it was left.
func takenUp(t *testing.T, was *Practice, dir string, c *clock, seed int64) *Practice {
	t.Helper()
	tutor := families(t, Options{Dir: dir}, c, seed)
	left, ok := tutor.Practices.Unfinished()
	if !ok {
		t.Fatal("nothing was left")
	}
	p := tutor.Practices.Resume(left)
	n, of := p.Sitting.Place()
	wasN, wasOf := was.Sitting.Place()
	if p.Sitting.Stage() != scenarios.Showing || nameOf(p.Sitting.Current()) != nameOf(was.Sitting.Current()) || n != wasN || of != wasOf {
		t.Fatalf("left at %s, %d of %d, taken up at %s, %d of %d, stage %v", nameOf(was.Sitting.Current()), wasN, wasOf, nameOf(p.Sitting.Current()), n, of, p.Sitting.Stage())
	}
	if got, want := nameOf(p.Sitting.Offered()), nameOf(was.Sitting.Offered()); got != want {
		t.Errorf("seed %d: the turn of %s is %q, was %q", seed, p.Sitting.Current().ID, got, want)
	}
	if got, want := nameOf(p.Sitting.TurnOf()), nameOf(was.Sitting.TurnOf()); got != want {
		t.Errorf("%s is a turn of %q, was of %q", p.Sitting.Current().ID, got, want)
	}
	if !slices.Equal(p.Sitting.Attempt().Lines(), was.Sitting.Attempt().Lines()) {
		t.Errorf("the options of %s are %+v, were %+v", p.Sitting.Current().ID, p.Sitting.Attempt().Lines(), was.Sitting.Attempt().Lines())
	}
	out, _ := p.Result()
	before, _ := was.Result()
	if out.Marking.Marks != before.Marking.Marks || !slices.Equal(out.Marking.Options, before.Marking.Options) || out.Sure != before.Sure {
		t.Errorf("the answer to %s is %+v, was %+v", out.Situation.ID, out, before)
	}
	return p
}

// TestTheTurnDoesNotDependOnWhatIsStillBeingSaved: the answer just given is not in the history when the turn is offered.
func TestTheTurnDoesNotDependOnWhatIsStillBeingSaved(t *testing.T) {
	for seed := range int64(20) {
		tutor := families(t, Options{Dir: t.TempDir()}, starting(), seed)
		p := begin(t, tutor, Selection{Only: "a-request/an-old-friend"})
		p.Sitting.Attempt().Take([]string{"a"})
		if err := p.Submit(); err != nil {
			t.Fatal(err)
		}
		p.Weigh(scenarios.Guess)
		before := nameOf(p.Sitting.Offered())
		if tutor.Record.Waiting() == 0 || before == "" {
			t.Fatal("it is saved already, or nothing is offered, so this shows nothing")
		}
		flush(t, tutor)
		if p.offer(); nameOf(p.Sitting.Offered()) != before {
			t.Errorf("seed %d: once it is saved %s follows, before it %s", seed, nameOf(p.Sitting.Offered()), before)
		}
	}
}

// TestWhereTheLastAnswerIsGoneItGoesOnAtTheNextQuestion, though an earlier one is there.
func TestWhereTheLastAnswerIsGoneItGoesOnAtTheNextQuestion(t *testing.T) {
	c, dir := starting(), t.TempDir()
	p := begin(t, families(t, Options{Dir: dir}, c, 7), Selection{})
	right(t, p)
	p.Sitting.Next()
	right(t, p)
	gone := p.Sitting.Current()
	p.Sitting.Next()
	next := p.Sitting.Current()
	tutor := openAs(t, Options{Dir: dir}, lacking(t, gone.ID), c)
	left, _ := tutor.Practices.Unfinished()
	again := tutor.Practices.Resume(left)
	if again.Sitting.Stage() != scenarios.Asking || again.Sitting.Current().ID != next.ID {
		t.Errorf("%s is gone, and it is taken up at %s, stage %v", gone.ID, again.Sitting.Current().ID, again.Sitting.Stage())
	}
}

// lacking is the pack of families without one situation.
func lacking(t *testing.T, gone string) *pack.Pack {
	p := scenariostest.Families(t)
	rest := slices.DeleteFunc(slices.Clone(p.Bank.All()), func(s *scenarios.Situation) bool { return s.ID == gone })
	p.Bank = scenarios.NewBank(p.Bank.Topics(), p.Bank.Principles(), rest)
	return p
}
