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
		drawn := bank.Draw(scenarios.Request{Jurisdiction: guidance.UK, Count: 10, Seed: seed}, scenarios.Past{})
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
		drawn := bank.Draw(scenarios.Request{Jurisdiction: guidance.UK, Count: 10, Seed: seed}, past)
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

// TestATurnFollowsTheAnswerAndHasNoPlaceOfItsOwn.
func TestATurnFollowsTheAnswerAndHasNoPlaceOfItsOwn(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	first, _ := bank.Situation("four-ways/from-grace")
	turn, _ := bank.Situation("four-ways/from-her-brother")
	next, _ := bank.Situation("told-alone")
	s := scenarios.Begin([]*scenarios.Situation{first, next}, 7)
	s.Offer(turn)
	if s.Turn(); s.Current() != first {
		t.Fatal("a turn is taken before the answer is given")
	}
	answer := func(s *scenarios.Sitting) {
		s.Attempt().Take(s.Current().Key)
		if err := s.Submit(); err != nil {
			t.Fatal(err)
		}
		s.Weigh(scenarios.FairlySure)
	}
	place := func(n, of int) {
		if gotN, gotOf := s.Place(); gotN != n || gotOf != of {
			t.Errorf("at %s it is %d of %d, want %d of %d", s.Current().ID, gotN, gotOf, n, of)
		}
	}
	place(1, 2)
	answer(s)
	s.Offer(turn)
	s.Turn()
	if s.Current() != turn || s.TurnOf() != first || s.Stage() != scenarios.Asking || s.Upcoming() != next {
		t.Fatalf("the turn is %s, a turn of %v", s.Current().ID, s.TurnOf())
	}
	place(1, 2)
	answer(s)
	if s.Offer(first); s.Offered() != nil {
		t.Error("a turn has a turn")
	}
	s.Next()
	place(2, 2)
	if s.TurnOf() != nil || len(s.Outcomes()) != 2 {
		t.Errorf("after the turn there are %d outcomes, and it is a turn of %v", len(s.Outcomes()), s.TurnOf())
	}
	if again := scenarios.Begin([]*scenarios.Situation{first, next}, 7, s.Outcomes()...); again.Current() != next {
		t.Errorf("it is taken up at %s", again.Current().ID)
	}
}
