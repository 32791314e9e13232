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
	if len(r.Coverage) != 12 || discussions < 4 || all < 76 {
		t.Errorf("%d topics, %d situations, %d discussions; want 12, 76 or more, 4 or more", len(r.Coverage), all, discussions)
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

// TestWhatIsToldInFamilies: a topic that has families has seven or more, and all of them together enough variants to meet one again with
// other facts.
func TestWhatIsToldInFamilies(t *testing.T) {
	in, variants := map[string]int{}, 0
	for _, f := range builtin(t).Bank.Families() {
		if n := len(f.Variants); n > 1 {
			in[f.Topic]++
			variants += n
		}
	}
	families := 0
	for topic, n := range in {
		families += n
		if n < 7 {
			t.Errorf("%s has %d families, want 7 or more", topic, n)
		}
	}
	if families < 42 || variants < 100 {
		t.Errorf("%d families with %d variants, want 42 or more with 100 or more", families, variants)
	}
}

// TestIrelandHasALibraryOfItsOwn: a topic that an Irish learner is offered has enough to be assessed on twice, and much of it is written
// for Ireland alone.
func TestIrelandHasALibraryOfItsOwn(t *testing.T) {
	p := builtin(t)
	families, topics, alone := 0, 0, 0
	for _, topic := range p.Bank.Topics() {
		marked := 0
		for _, f := range p.Bank.FamiliesFor(guidance.Ireland, topic.ID) {
			families++
			if f.Variants[0].Format.Scored() {
				marked++
			}
			if !slices.ContainsFunc(f.Variants, func(s *scenarios.Situation) bool { return s.For(guidance.UK) }) {
				alone++
			}
		}
		if marked > 0 {
			topics++
		}
		if marked == 1 {
			t.Errorf("in Ireland %s has one situation that can be marked, want none or two", topic.ID)
		}
	}
	if families < 30 || topics < 10 || alone < 12 {
		t.Errorf("an Irish learner is offered %d families, %d topics that can be marked, %d families for Ireland alone; want 30, 10 and 12", families, topics, alone)
	}
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
