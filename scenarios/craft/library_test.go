// What the built-in library promises: nothing a checker finds, every clause taught, and balance.

package craft

import (
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// madeOn is the day the library was made: whether sources are due for another look is for pack check to say.
var madeOn = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

func builtin(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestTheBuiltInLibraryIsWellMade: it meets every bar, too; among them, that every duty is taught twice.
func TestTheBuiltInLibraryIsWellMade(t *testing.T) {
	r := Check(builtin(t), Request{Now: madeOn})
	for _, m := range r.Mistakes {
		t.Errorf("mistake: %s: %s", m.Subject, m.Says)
	}
	for _, w := range r.Warnings {
		t.Errorf("warning: %s: %s", w.Subject, w.Says)
	}
	for _, c := range r.Cues {
		t.Log(c)
	}
	if len(r.Cues) != 24 {
		t.Errorf("%d figures on cues, want 24: four formats, six cues", len(r.Cues))
	}
}

func TestEveryTopicHasItsFormatsAndLevels(t *testing.T) {
	r := Check(builtin(t), Request{Now: madeOn})
	discussions, all := 0, 0
	for _, row := range r.Coverage {
		for format, least := range map[string]int{"best": 3, "choose": 1, "rank": 1, "rate": 1} {
			if row.Formats[format] < least {
				t.Errorf("%s has %d situations of the format %s, want %d or more", row.Topic, row.Formats[format], format, least)
			}
		}
		for _, level := range []string{"1", "2", "3"} {
			if row.Levels[level] == 0 {
				t.Errorf("%s has no situation of level %s", row.Topic, level)
			}
		}
		discussions += row.Formats["discuss"]
		all += row.Total
	}
	if len(r.Coverage) != 12 || discussions < 6 || all < 90 {
		t.Errorf("%d topics, %d situations, %d discussions; want 12, 90 or more, 6 or more", len(r.Coverage), all, discussions)
	}
}

func TestEveryPrincipleIsTaughtTwice(t *testing.T) {
	p := builtin(t)
	n := map[string]int{}
	for _, f := range p.Bank.Families() {
		n[f.Principle]++
	}
	for _, pr := range p.Bank.Principles() {
		if n[pr.ID] < 2 {
			t.Errorf("%s is taught by %d families, want two or more", pr.ID, n[pr.ID])
		}
	}
}

// TestSupersededClausesAreReachable: each from "what changed" of a situation, or of its present-day clause.
func TestSupersededClausesAreReachable(t *testing.T) {
	p := builtin(t)
	for _, s := range p.Guidance.Sources() {
		if s.Status != guidance.Superseded {
			continue
		}
		for _, c := range s.Clauses {
			if len(p.Guidance.Clauses(c.Today)) == 0 {
				t.Errorf("%s is not reachable from anything present-day", c.ID)
			}
		}
	}
}

// TestWhatIsToldInFamilies: everything that is scored; seven or more to a topic, and enough variants to meet one again with other facts.
func TestWhatIsToldInFamilies(t *testing.T) {
	bank := builtin(t).Bank
	in, families, variants := map[string]int{}, 0, 0
	for _, f := range bank.Families() {
		switch n := len(f.Variants); {
		case n > 1:
			in[f.Topic]++
			families++
			variants += n
		case f.Variants[0].Format.Scored():
			t.Errorf("%s is scored and told alone", f.ID)
		}
	}
	for _, topic := range bank.Topics() {
		if in[topic.ID] < 7 {
			t.Errorf("%s has %d families, want 7 or more", topic.ID, in[topic.ID])
		}
	}
	if families < 100 || variants < 300 {
		t.Errorf("%d families with %d variants, want 100 or more with 300 or more", families, variants)
	}
}

// TestEveryLearnerFindsEnough of their own: told in their shoes or in anybody's, and scored where they practise.
func TestEveryLearnerFindsEnough(t *testing.T) {
	bank := builtin(t).Bank
	for _, c := range []struct {
		reader           guidance.Reader
		families, topics int
	}{
		{guidance.Doctor.In(guidance.UK), 50, 12}, {guidance.Student.In(guidance.UK), 30, 10}, {guidance.PhysicianAssociate.In(guidance.UK), 24, 8},
		{guidance.AnaesthesiaAssociate.In(guidance.UK), 20, 8}, {guidance.Doctor.In(guidance.Ireland), 16, 9},
	} {
		families, topics := 0, map[string]bool{}
		for _, f := range bank.OfferTo(c.reader, "").Own {
			if f.Variants[0].Format.Scored() {
				families++
				topics[f.Topic] = true
			}
		}
		if families < c.families || len(topics) < c.topics {
			t.Errorf("%s, %s: %d families on %d topics, want %d on %d", c.reader.Role, c.reader.Jurisdiction, families, len(topics), c.families, c.topics)
		}
	}
}

// TestIrelandIsNotOneThought: what the article decides is little, so no topic and no pair of clauses may carry too much of it. A family for Ireland has
// a turn there, and rests on nothing but clauses for Ireland.
func TestIrelandIsNotOneThought(t *testing.T) {
	p := builtin(t)
	topics, pairs := map[string]int{}, map[string]int{}
	for _, f := range p.Bank.FamiliesFor(guidance.Ireland, "") {
		offered := f.For(guidance.Ireland)
		if !offered[0].Format.Scored() {
			continue
		}
		topics[f.Topic]++
		decide := map[string]bool{}
		for _, s := range offered {
			decide[pair(s)] = true
			for _, c := range p.Guidance.Clauses(s.Cites()) {
				if c.Source.Jurisdiction != guidance.Ireland {
					t.Errorf("%s is scored in Ireland and rests on %s", s.ID, c.ID)
				}
			}
		}
		for two := range decide {
			pairs[two]++
		}
		if len(offered) < 2 {
			t.Errorf("%s has %d variant for Ireland, want two or more", f.ID, len(offered))
		}
	}
	for topic, n := range topics {
		if n > 3 {
			t.Errorf("in Ireland %s has %d families, want three or fewer", topic, n)
		}
	}
	for two, n := range pairs {
		if n > 4 {
			t.Errorf("in Ireland %d families are decided by %s, want four or fewer", n, two)
		}
	}
}

// pair is the first two clauses that decide a situation, in one order.
func pair(s *scenarios.Situation) string {
	two := slices.Clone(s.Decides()[:min(2, len(s.Decides()))])
	slices.Sort(two)
	return strings.Join(two, " and ")
}

// TestASituationForBothCountriesCitesBoth on what decides it.
func TestASituationForBothCountriesCitesBoth(t *testing.T) {
	p := builtin(t)
	for _, s := range p.Bank.All() {
		if len(s.Jurisdictions) < 2 {
			continue
		}
		for _, k := range s.Key {
			o, ok := s.Option(k)
			if !ok || !s.Format.Outright() {
				continue
			}
			cited := map[guidance.Jurisdiction]bool{}
			for _, c := range p.Guidance.Clauses(o.Cites) {
				cited[c.Source.Jurisdiction] = true
			}
			if len(cited) < 2 {
				t.Errorf("%s is offered in both countries, and its key %s cites one alone", s.ID, o.ID)
			}
		}
	}
}

// TestEveryRoleIsMet, in families; each of the shoes is said in the text.
func TestEveryRoleIsMet(t *testing.T) {
	n := map[guidance.Role]int{}
	for _, f := range builtin(t).Bank.Families() {
		n[f.Variants[0].Setting]++
		for _, s := range f.Variants {
			if s.Setting == guidance.Student && !strings.Contains(s.Stem, "student") {
				t.Errorf("%s is set among students, and its stem does not say so", s.ID)
			}
		}
	}
	for _, r := range guidance.Roles() {
		if r != guidance.Other && n[r] < 8 {
			t.Errorf("%d families are in the shoes of a %s, want 8 or more", n[r], r)
		}
	}
}
