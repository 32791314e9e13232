package scenarios_test

import (
	"slices"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

func TestAVariantIsASituationOfItsFamily(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	s, ok := bank.Situation("a-request/numb-again")
	if !ok || s.Family != "a-request" || s.Variant != "numb-again" || !slices.Equal(s.Key, []string{"c"}) {
		t.Fatalf("found %v: %+v", ok, s)
	}
	if s.Stem != scenarios.Told(s.Lead, s.Facts) {
		t.Errorf("the stem is %q", s.Stem)
	}
	own, _ := s.Option("c")
	if own.Why != "He describes a stroke coming back." || !slices.Equal(own.Cites, []string{"rules/2", "irish/2"}) || !slices.Equal(own.Stated, []string{scenarios.TheLead}) {
		t.Errorf("the variant's own rationale is %+v", own)
	}
	shared, _ := s.Option("a")
	if shared.Why != "What speaks for and against a." || !slices.Equal(shared.Cites, []string{"rules/1", "irish/1"}) {
		t.Errorf("the family's rationale is %+v", shared)
	}
	if _, ok := bank.Situation("a-request"); ok {
		t.Error("a family with variants is a situation itself")
	}
	if alone, ok := bank.Family("told-alone"); !ok || len(alone.Variants) != 1 || alone.Variants[0].ID != "told-alone" {
		t.Errorf("a situation that is told alone is the family %+v", alone)
	}
}

// TestTheTurn: a twin first, then what was never answered, then what was answered longest ago; and only what the country is offered.
func TestTheTurn(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	for name, c := range map[string]struct {
		after   string
		country guidance.Jurisdiction
		seen    map[string]int64
		want    []string // one of these
	}{
		"the twin has the same key":     {"a-request/from-the-ward", guidance.UK, nil, []string{"a-request/on-linkedin"}},
		"and is followed by its twin":   {"a-request/on-linkedin", guidance.UK, map[string]int64{"a-request/from-the-ward": 3}, []string{"a-request/from-the-ward"}},
		"one that was never answered":   {"a-request/an-old-friend", guidance.UK, map[string]int64{"a-request/from-the-ward": 1, "a-request/on-linkedin": 2}, []string{"a-request/numb-again"}},
		"the one answered longest ago":  {"a-request/an-old-friend", guidance.UK, map[string]int64{"a-request/from-the-ward": 4, "a-request/on-linkedin": 2, "a-request/numb-again": 3}, []string{"a-request/on-linkedin"}},
		"by the seed among several":     {"a-request/an-old-friend", guidance.UK, nil, []string{"a-request/from-the-ward", "a-request/on-linkedin", "a-request/numb-again"}},
		"only in the learner's country": {"an-order/of-the-council", guidance.Ireland, nil, []string{"an-order/under-investigation"}},
		"none in another country":       {"four-ways/from-grace", guidance.Ireland, nil, nil},
		"none after another country's":  {"an-order/on-the-record", guidance.Ireland, nil, nil},
		"none of what is told alone":    {"told-alone", guidance.UK, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			met := map[string]bool{}
			for seed := range int64(40) {
				after, _ := bank.Situation(c.after)
				family, _ := bank.Family(after.Family)
				if turn := family.Turn(after, c.country, scenarios.Past{Seen: c.seen}, seed); turn != nil {
					met[turn.ID] = true
				}
			}
			for id := range met {
				if !slices.Contains(c.want, id) {
					t.Errorf("%s follows", id)
				}
			}
			if len(met) != len(c.want) {
				t.Errorf("40 seeds give %v, want each of %v", met, c.want)
			}
		})
	}
}

// TestADrawPicksFamilies, and of each the variant that was not answered yet; which of several comes first is left to the seed.
func TestADrawPicksFamilies(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	first := map[string]bool{}
	for seed := range int64(60) {
		drawn := bank.Draw(scenarios.Request{Reader: guidance.Doctor.In(guidance.UK), Count: 10, Seed: seed}, scenarios.Past{})
		families := map[string]bool{}
		for _, s := range drawn {
			families[s.Family] = true
			first[s.ID] = true
		}
		if len(drawn) != 5 || len(families) != 5 {
			t.Fatalf("seed %d draws %d situations of %d families", seed, len(drawn), len(families))
		}
	}
	if len(first) != 4+2+2+2+1 {
		t.Errorf("60 seeds begin with %d variants: %v", len(first), first)
	}
	past := scenarios.Past{Seen: map[string]int64{"four-ways/from-grace": 1}, Families: map[string]int64{"four-ways": 1}}
	for seed := range int64(20) {
		drawn := bank.Draw(scenarios.Request{Reader: guidance.Doctor.In(guidance.UK), Count: 10, Seed: seed}, past)
		if last := drawn[len(drawn)-1]; last.ID != "four-ways/from-her-brother" {
			t.Errorf("the family that was met comes last, by the variant that was not: %s", last.ID)
		}
	}
}

func TestTheOptionsOfAFamilyStandInOneOrder(t *testing.T) {
	family, _ := scenariostest.Families(t).Bank.Family("a-request")
	for _, s := range family.Variants {
		if !slices.Equal(scenarios.Shuffle(s, 3), scenarios.Shuffle(family.Variants[0], 3)) {
			t.Errorf("%s stands in another order", s.ID)
		}
	}
}

// grace is a sitting of a family whose turn is offered, the first variant answered, and what is told alone after it.
func grace(t *testing.T) (sitting *scenarios.Sitting, first, turn, next *scenarios.Situation) {
	t.Helper()
	bank := scenariostest.Families(t).Bank
	first, _ = bank.Situation("four-ways/from-grace")
	turn, _ = bank.Situation("four-ways/from-her-brother")
	next, _ = bank.Situation("told-alone")
	sitting = scenarios.Begin([]*scenarios.Situation{first, next}, guidance.UK, 7)
	if sitting.Offer(turn); sitting.Offered() != nil {
		t.Fatal("a turn is offered before the answer is given")
	}
	answer(t, sitting)
	sitting.Offer(turn)
	return sitting, first, turn, next
}

// answer gives the key as the answer.
func answer(t *testing.T, s *scenarios.Sitting) {
	t.Helper()
	s.Attempt().Take(s.Current().Key)
	if err := s.Submit(); err != nil {
		t.Fatal(err)
	}
	s.Weigh(scenarios.FairlySure)
}

// stands fails unless the sitting is at a situation, in its place, at a stage.
func stands(t *testing.T, s *scenarios.Sitting, at *scenarios.Situation, n, of int, stage scenarios.Stage) {
	t.Helper()
	if gotN, gotOf := s.Place(); s.Current() != at || gotN != n || gotOf != of || s.Stage() != stage {
		t.Errorf("it is at %s, %d of %d, stage %v; want %s, %d of %d, stage %v", s.Current().ID, gotN, gotOf, s.Stage(), at.ID, n, of, stage)
	}
}

func TestATurnFollowsTheAnswerAndHasNoPlaceOfItsOwn(t *testing.T) {
	s, first, turn, next := grace(t)
	stands(t, s, first, 1, 2, scenarios.Showing)
	s.Turn()
	stands(t, s, turn, 1, 2, scenarios.Asking)
	if s.TurnOf() != first || s.Upcoming() != next {
		t.Errorf("it is a turn of %v, and %s comes after", s.TurnOf(), s.Upcoming().ID)
	}
	answer(t, s)
	if s.Offer(first); s.Offered() != nil {
		t.Error("a turn has a turn")
	}
	s.Next()
	stands(t, s, next, 2, 2, scenarios.Asking)
	if s.TurnOf() != nil || len(s.Outcomes()) != 2 {
		t.Errorf("after the turn there are %d outcomes, and it is a turn of %v", len(s.Outcomes()), s.TurnOf())
	}
	again := scenarios.Begin([]*scenarios.Situation{first, next}, guidance.UK, 7, s.Outcomes()...)
	stands(t, again, next, 2, 2, scenarios.Asking)
}

func TestATurnIsPassedOver(t *testing.T) {
	for name, pass := range map[string]func(*scenarios.Sitting){
		"that was offered":           (*scenarios.Sitting).Next,
		"that is asked":              func(s *scenarios.Sitting) { s.Turn(); s.Skip() },
		"that is asked, and no more": func(s *scenarios.Sitting) { s.Turn(); s.Skip(); s.Skip() },
	} {
		t.Run(name, func(t *testing.T) {
			s, _, turn, next := grace(t)
			pass(s)
			stands(t, s, next, 2, 2, scenarios.Asking)
			if s.TurnOf() != nil || len(s.Outcomes()) != 1 {
				t.Errorf("there are %d outcomes, and it is a turn of %v", len(s.Outcomes()), s.TurnOf())
			}
			if s.Turn(); s.Current() == turn {
				t.Error("it is taken all the same")
			}
		})
	}
	s, _, turn, _ := grace(t)
	s.Turn()
	answer(t, s)
	s.Skip()
	stands(t, s, turn, 1, 2, scenarios.Showing)
}

// TestTheAnswerGivenLastIsReopened, with what was marked and in what order, and its turn can follow once more.
func TestTheAnswerGivenLastIsReopened(t *testing.T) {
	left, first, turn, next := grace(t)
	lines := left.Attempt().Lines()
	s := scenarios.Begin([]*scenarios.Situation{first, next}, guidance.UK, 7, left.Outcomes()...)
	s.Reopen()
	stands(t, s, first, 1, 2, scenarios.Showing)
	if !slices.Equal(s.Attempt().Lines(), lines) || len(s.Outcomes()) != 1 {
		t.Errorf("the answer is %+v, was %+v", s.Attempt().Lines(), lines)
	}
	for range 2 { // the turn that is left is not answered
		s.Offer(turn)
		s.Turn()
		s.Reopen()
		stands(t, s, first, 1, 2, scenarios.Showing)
	}
	if s.Next(); s.Current() != next {
		t.Errorf("after it comes %s", s.Current().ID)
	}
	s.Reopen()
	s.Offer(turn)
	s.Turn()
	answer(t, s)
	s = scenarios.Begin([]*scenarios.Situation{first, next}, guidance.UK, 7, s.Outcomes()...)
	s.Reopen()
	stands(t, s, turn, 1, 2, scenarios.Showing)
	if s.TurnOf() != first {
		t.Errorf("it is a turn of %v", s.TurnOf())
	}
	s = scenarios.Begin([]*scenarios.Situation{first, next}, guidance.UK, 7)
	s.Reopen()
	stands(t, s, first, 1, 2, scenarios.Asking)
}

// TestASituationAnsweredTwiceIsNoTurnOfItself: two windows can have the same sitting open.
func TestASituationAnsweredTwiceIsNoTurnOfItself(t *testing.T) {
	left, first, _, next := grace(t)
	twice := append(left.Outcomes(), left.Outcomes()...)
	s := scenarios.Begin([]*scenarios.Situation{first, next}, guidance.UK, 7, twice...)
	if s.Reopen(); s.TurnOf() != nil || s.Current() != first {
		t.Errorf("%s is a turn of %v", s.Current().ID, s.TurnOf())
	}
	if s.Next(); s.Current() != next {
		t.Errorf("it goes on at %s", s.Current().ID)
	}
}

func TestASummaryCountsSituationsAndAnswers(t *testing.T) {
	s, first, turn, next := grace(t)
	s.Turn()
	answer(t, s)
	s.Next()
	answer(t, s)
	if sum := scenarios.Summarise(s.Outcomes()); sum.Situations != 2 || sum.Answers != 3 || sum.Total.Answers != 3 || len(sum.Again) > 0 {
		t.Errorf("it is %+v", sum)
	}
	wrong := func(s *scenarios.Situation) scenarios.Outcome {
		return scenarios.Outcome{Situation: s, Marking: s.Format.Mark(s, nil)}
	}
	if sum := scenarios.Summarise([]scenarios.Outcome{wrong(first), wrong(turn), wrong(next)}); len(sum.Again) != 2 {
		t.Errorf("to look at again are %d, and two were met", len(sum.Again))
	}
}

// TestAClauseIsTaughtByFamilies, each once, whichever of its variants cites it.
func TestAClauseIsTaughtByFamilies(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	for clause, want := range map[string][]string{"rules/1": {"a-request", "an-order", "four-ways", "three-steps", "told-alone"}, "rules/2": {"a-request"}, "rules/9": nil} {
		var got []string
		for _, f := range bank.Teaching(clause) {
			got = append(got, f.ID)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s is taught by %v, want %v", clause, got, want)
		}
	}
}

// TestAFamilyIsMetThroughWhatWasNotSeen, and where the country has nothing of it through another's, to compare.
func TestAFamilyIsMetThroughWhatWasNotSeen(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	order, _ := bank.Family("an-order")
	ways, _ := bank.Family("four-ways")
	seen := scenarios.Past{Seen: map[string]int64{"an-order/of-the-council": 2, "an-order/under-investigation": 1, "four-ways/from-grace": 3}}
	for seed := range int64(20) {
		if s := order.First(guidance.Ireland, scenarios.Past{Seen: map[string]int64{"an-order/of-the-council": 2}}, seed); s.ID != "an-order/under-investigation" {
			t.Fatalf("seed %d: one was not seen, and it is %s", seed, s.ID)
		}
		if s := order.First(guidance.Ireland, seen, seed); s.ID != "an-order/under-investigation" {
			t.Fatalf("seed %d: longest ago was the other, and it is %s", seed, s.ID)
		}
		if s := ways.First(guidance.Ireland, seen, seed); s.ID != "four-ways/from-her-brother" {
			t.Fatalf("seed %d: to compare with, it is %s", seed, s.ID)
		}
	}
}
