// What the built-in library promises: nothing a checker finds, every clause taught, and balance.

package craft

import (
	"strings"
	"testing"
	"time"

	"probity/guidance"
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

func TestIrelandHasALibraryOfItsOwn(t *testing.T) {
	p := builtin(t)
	offered, topics, alone := p.Bank.Offered(guidance.Ireland, ""), map[string]bool{}, 0
	for _, s := range offered {
		topics[s.Topic] = true
		if len(s.Jurisdictions) == 1 {
			alone++
		}
	}
	if len(offered) < 30 || len(topics) < 10 {
		t.Errorf("an Irish learner is offered %d situations on %d topics, want 30 on 10", len(offered), len(topics))
	}
	if alone < 12 {
		t.Errorf("%d situations are for Ireland alone, want 12", alone)
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

func TestEveryRoleIsMet(t *testing.T) {
	n := map[guidance.Role]int{}
	for _, s := range builtin(t).Bank.All() {
		n[s.Setting]++
		if s.Setting == guidance.Student && !strings.Contains(s.Stem, "student") {
			t.Errorf("%s is set among students, and its stem does not say so", s.ID)
		}
	}
	for _, r := range guidance.Roles() {
		if n[r] < 8 {
			t.Errorf("%d situations are in the shoes of a %s", n[r], r)
		}
	}
}
