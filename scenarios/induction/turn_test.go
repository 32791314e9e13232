package induction

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios/scenariostest"
)

const (
	fromTheWard = "a-request/from-the-ward"
	anOldFriend = "a-request/an-old-friend"
	numbAgain   = "a-request/numb-again"
)

// itemsOf is the items of a plan, in words.
func itemsOf(p Plan) string {
	var out []string
	for _, i := range p.Items {
		out = append(out, i.Situation)
	}
	return strings.Join(out, " ")
}

// plan is a plan of the families, for the UK unless another country is named.
func plan(j guidance.Jurisdiction, situations ...string) Plan {
	p := Plan{Title: "A test", Jurisdiction: j, Minutes: 60}
	for _, id := range situations {
		p.Items = append(p.Items, Item{id, 7})
	}
	return p
}

// TestAFamilyStandsForItsFirstVariantInTheCountry: what is read, built or begun names the variant.
func TestAFamilyStandsForItsFirstVariantInTheCountry(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	for j, want := range map[guidance.Jurisdiction]string{guidance.UK: "an-order/on-the-record told-alone", guidance.Ireland: "an-order/of-the-council told-alone"} {
		short := plan(j, "an-order", "told-alone")
		built, err := Build(bank, "A test", j, 60, short.Items...)
		if err != nil || itemsOf(built) != want {
			t.Errorf("built for %s: %s, %v", j, itemsOf(built), err)
		}
		text, err := short.Write()
		if err != nil {
			t.Fatal(err)
		}
		if read, err := ReadPlan("plan.toml", text, bank); err != nil || itemsOf(read) != want {
			t.Errorf("read for %s: %s, %v", j, itemsOf(read), err)
		}
		s, f, err := Begin(bank, short, 10, "id", "1.0.0", nine)
		if err != nil || itemsOf(s.Plan()) != want || strings.Join(f.(Began).Plan, " ") != strings.Replace(want, " ", "=7 ", 1)+"=7" {
			t.Errorf("begun for %s: %v, %v", j, f, err)
		}
	}
}

// TestWhereVariantsStandInAPlan: a turn right below another variant of its family, and each once.
func TestWhereVariantsStandInAPlan(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	for name, c := range map[string]struct {
		country guidance.Jurisdiction
		items   []string
		wrong   string
	}{
		"a turn":                          {guidance.UK, []string{"a-request", anOldFriend, "told-alone"}, ""},
		"a turn of a turn":                {guidance.UK, []string{fromTheWard, anOldFriend, numbAgain}, ""},
		"a turn above the file's first":   {guidance.UK, []string{anOldFriend, fromTheWard}, ""},
		"the same variant twice":          {guidance.UK, []string{anOldFriend, anOldFriend}, "a-request/an-old-friend: situation: is planned twice"},
		"the first by both its names":     {guidance.UK, []string{"a-request", fromTheWard}, "a-request/from-the-ward: situation: is planned twice"},
		"the same variant, later":         {guidance.UK, []string{anOldFriend, "told-alone", anOldFriend}, "planned twice"},
		"another variant, later":          {guidance.UK, []string{fromTheWard, "told-alone", anOldFriend}, "a-request/an-old-friend: situation: stands apart from the other variant of its family"},
		"a variant of the other country":  {guidance.UK, []string{"an-order/of-the-council"}, "is not offered in the plan's country (UK)"},
		"a family of the other country":   {guidance.Ireland, []string{"four-ways"}, "four-ways: situation: is not offered in the plan's country (Ireland)"},
		"a variant that there is not":     {guidance.UK, []string{"a-request/on-a-train"}, "is not in the library"},
		"a variant of what is told alone": {guidance.UK, []string{"told-alone/twice"}, "is not in the library"},
		"a family, and no country":        {"", []string{"a-request"}, `jurisdiction: "" is not a country`},
	} {
		t.Run(name, func(t *testing.T) {
			err := plan(c.country, c.items...).Check(bank)
			if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong) || strings.Contains(err.Error(), "\n")) {
				t.Errorf("error %v, want %q alone", err, c.wrong)
			}
		})
	}
}

// TestAPlanIsChanged: turns go with the family that they are of.
func TestAPlanIsChanged(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	const a, b, other = "a-request/from-the-ward a-request/an-old-friend", "told-alone", "four-ways/from-grace"
	turned := func(p Plan, at int) Plan {
		p, _ = p.WithTurn(bank, at)
		return p
	}
	moved := func(p Plan, at, by int) Plan {
		p, _ = p.Moved(at, by)
		return p
	}
	three := func() Plan { return turned(plan(guidance.UK, fromTheWard, b, other), 0) }
	for name, c := range map[string]struct {
		is   Plan
		want string
	}{
		"a family put in":              {plan(guidance.UK, b).With(bank, "a-request"), b + " a-request/from-the-ward"},
		"a turn":                       {three(), a + " " + b + " " + other},
		"a turn of the turn":           {turned(three(), 1), a + " a-request/numb-again " + b + " " + other},
		"no turn of what has none":     {turned(three(), 2), a + " " + b + " " + other},
		"the family out, and its turn": {three().Without(0), b + " " + other},
		"the turn out":                 {three().Without(1), "a-request/from-the-ward " + b + " " + other},
		"the family down":              {moved(three(), 0, +1), b + " " + a + " " + other},
		"past the family, up":          {moved(three(), 2, -1), b + " " + a + " " + other},
		"down past the end":            {moved(three(), 3, +1), a + " " + b + " " + other},
		"up past the beginning":        {moved(three(), 0, -1), a + " " + b + " " + other},
		"a turn out of its family":     {moved(three(), 1, +1), a + " " + b + " " + other},
		"a turn above the first":       {moved(three(), 1, -1), a + " " + b + " " + other},
		"a turn among turns":           {moved(turned(three(), 0), 1, +1), "a-request/from-the-ward a-request/numb-again a-request/an-old-friend " + b + " " + other},
	} {
		t.Run(name, func(t *testing.T) {
			if got := itemsOf(c.is); got != c.want {
				t.Errorf("it is %s, want %s", got, c.want)
			}
		})
	}
	if p := three(); p.Items[1].Minutes != turnMinutes {
		t.Errorf("a turn takes %d minutes", p.Items[1].Minutes)
	}
}

// TestATurnIsLed: after the guidance one thing is different, and what stays with the room comes after the turn.
func TestATurnIsLed(t *testing.T) {
	r := openIn(t, scenariostest.Families(t).Bank, fromTheWard, numbAgain, "told-alone")
	toGuidance := "> > b:10 > > > b:10 > > >"
	if err := r.press(toGuidance); err != nil || r.stands() != "1/3 guidance" || r.s.TurnOf() != nil || r.s.Differences() != nil {
		t.Fatalf("%s, a turn of %v, %v", r.stands(), r.s.TurnOf(), err)
	}
	if n := r.s.Notes(r.now); n.Next != "Now one thing is different" || !slices.Equal(n.Prompts, n.Situation.Talk) || !r.s.Stops(r.now)[0].Done {
		t.Errorf("next %q, prompts %q", n.Next, n.Prompts)
	}
	if err := r.press(">"); err != nil || r.stands() != "2/3 situation" || r.s.TurnOf() == nil || r.s.TurnOf().ID != fromTheWard || !r.s.Stops(r.now)[1].Turn {
		t.Fatalf("%s, a turn of %v, %v", r.stands(), r.s.TurnOf(), err)
	}
	if n := r.s.Notes(r.now); n.Doing != "Now one thing is different" || n.TurnOf.ID != fromTheWard || slices.Equal(n.Prompts, n.Situation.Talk) || n.Cue == Situation.Cue() {
		t.Errorf("doing %q, prompts %q, cue %q", n.Doing, n.Prompts, n.Cue)
	}
	if err := r.press("< > > > b:3 c:7 > > > c:10 > > > >"); err != nil || r.stands() != "2/3 take-away" {
		t.Fatalf("%s, %v", r.stands(), err)
	}
	var differences []string
	for _, d := range r.s.Notes(r.now).Differences {
		differences = append(differences, d.Situation.Turns+" "+d.Key)
	}
	if want := []string{"He is a patient, and nothing more. b", "He needs care now. c"}; !slices.Equal(differences, want) {
		t.Errorf("what made the difference is %q, want %q", differences, want)
	}
	if err := r.press(">"); err != nil || r.stands() != "3/3 situation" || r.s.TurnOf() != nil || len(r.s.Shifts()) != 2 {
		t.Errorf("%s, %d shifts, %v", r.stands(), len(r.s.Shifts()), err)
	}
}

// TestATurnOfWhatWasLeftOutIsASituation: nothing was different before.
func TestATurnOfWhatWasLeftOutIsASituation(t *testing.T) {
	r := openIn(t, scenariostest.Families(t).Bank, fromTheWard, anOldFriend, numbAgain)
	if err := r.press("skip"); err != nil || r.stands() != "2/3 situation" || r.s.TurnOf() != nil {
		t.Fatalf("%s, a turn of %v, %v", r.stands(), r.s.TurnOf(), err)
	}
	if err := r.press("skip"); err != nil || r.s.TurnOf() != nil {
		t.Fatalf("a turn of %v, %v", r.s.TurnOf(), err)
	}
	if err := r.press("jump:1 jump:3"); err != nil || r.s.TurnOf().ID != fromTheWard || len(r.s.Differences()) != 2 {
		t.Errorf("a turn of %v, %v", r.s.TurnOf(), err)
	}
}

// TestWhatIsAddedComesBetweenFamilies, or is a turn of the one before the room.
func TestWhatIsAddedComesBetweenFamilies(t *testing.T) {
	for _, c := range []struct{ name, keys, want, wrong string }{
		{"another family", "add:four-ways", "a-request/from-the-ward a-request/an-old-friend four-ways/from-grace told-alone", ""},
		{"from the turn", "jump:2 add:four-ways", "a-request/from-the-ward a-request/an-old-friend four-ways/from-grace told-alone", ""},
		{"a turn", "add:" + numbAgain, "a-request/from-the-ward a-request/numb-again a-request/an-old-friend told-alone", ""},
		{"a turn of what has none yet", "jump:3 add:three-steps jump:4 add:three-steps/two", "", "not in the library"},
		{"a family that was left", "jump:3 add:" + numbAgain, "", "stands apart"},
		{"what is there", "add:" + anOldFriend, "", "planned twice"},
		{"what is there, by its family", "add:a-request", "", "planned twice"},
		{"of the other country", "add:an-order/of-the-council", "", "not offered"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := openIn(t, scenariostest.Families(t).Bank, fromTheWard, anOldFriend, "told-alone")
			err := r.press(c.keys)
			if c.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), c.wrong) {
					t.Errorf("error %v, want %q", err, c.wrong)
				}
				return
			}
			if got := itemsOf(r.s.Course()); err != nil || got != c.want {
				t.Errorf("the session is %s, %v", got, err)
			}
			again, err := Resume(r.bank, r.facts)
			if err != nil || itemsOf(again.Course()) != c.want {
				t.Errorf("its facts come to %v, %v", again, err)
			}
		})
	}
}

// TestARatingTurnsOnTheActionThatWasVotedOn, whichever that is, where its key has turned.
func TestARatingTurnsOnTheActionThatWasVotedOn(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	s := openIn(t, bank, "four-ways/from-grace", "four-ways/from-her-brother").s
	brother, _ := bank.Situation("four-ways/from-her-brother")
	if was, is := s.stops[0].action, s.stops[1].action; was != "c" || is != "c" || brother.Format.Contested(brother) == "c" {
		t.Errorf("it votes on %s, then on %s", was, is)
	}
	later := openIn(t, bank, "four-ways/from-grace")
	if err := later.press("put:d add:four-ways/from-her-brother"); err != nil || later.s.stops[1].action != "d" {
		t.Errorf("after another was put to the vote, it votes on %s, %v", later.s.stops[1].action, err)
	}
}

// TestASessionOfBeforeItWasAFamily is told to name a variant: which one the room saw is not known.
func TestASessionOfBeforeItWasAFamily(t *testing.T) {
	began := Began{Title: "t", Jurisdiction: "uk", Minutes: 60, Plan: []string{"a-request=7"}, Room: 10, At: nine}
	if _, err := Resume(scenariostest.Families(t).Bank, []Fact{began}); err == nil || !strings.Contains(err.Error(), "is told in several ways now") {
		t.Errorf("error %v", err)
	}
}
