package pack

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
)

// TestExtractsSayTheirForce holds the library to product.md: "must" stays must, "should usually" stays should usually.
func TestExtractsSayTheirForce(t *testing.T) {
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	words := map[guidance.Force]string{
		guidance.Must: "must", guidance.MustNot: "must not", guidance.Should: "should", guidance.ShouldNot: "should not", guidance.ShouldUsually: "should usually",
	}
	for _, s := range p.Guidance.Sources() {
		for _, c := range s.Clauses {
			text := strings.Join(strings.Fields(strings.ToLower(c.Text)), " ")
			word := words[c.Force]
			if !strings.Contains(text, word) && !(s.Status == guidance.Superseded && strings.Contains(text, strings.Fields(word + " ")[0])) {
				t.Errorf("%s is a %q, and its extract does not say so: %s", c.ID, c.Force.Name(), text)
			}
			if c.Force != guidance.Must && c.Force != guidance.MustNot && strings.Contains(text, " must ") {
				t.Errorf("%s is a %q, and its extract says must: %s", c.ID, c.Force.Name(), text)
			}
		}
	}
}

// TestEverySupersededClauseLeadsToToday: nobody who meets the 2013 text is left there.
func TestEverySupersededClauseLeadsToToday(t *testing.T) {
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, s := range p.Guidance.Sources() {
		if s.Status != guidance.Superseded {
			continue
		}
		if _, ok := p.Guidance.Source(s.ReplacedBy); !ok {
			t.Errorf("%s is replaced by %q, which is not there", s.ID, s.ReplacedBy)
		}
		for _, c := range s.Clauses {
			n++
			if len(c.Today) == 0 || c.Changed == "" {
				t.Errorf("%s does not say where the duty stands today and what changed", c.ID)
			}
		}
	}
	if n != 33 {
		t.Errorf("%d superseded clauses, want 33", n)
	}
}

// TestTheLibraryFillsItsBlueprint for every learner who is assessed, whatever the seed: as many as are meant, in the mix that is meant, no two on one
// principle, which could give each other away. For Ireland it is said what nothing can be assessed on; for roles that have few of their own, how
// many are borrowed.
func TestTheLibraryFillsItsBlueprint(t *testing.T) {
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	seeds := int64(200)
	if testing.Short() {
		seeds = 10
	}
	borrowed := `(\d+ situations? in it (is|are) told in (a doctor's|other people's) shoes: too few are told in yours for the mix\.)?$`
	said := map[guidance.Jurisdiction]*regexp.Regexp{
		guidance.UK: regexp.MustCompile(`^` + borrowed),
		guidance.Ireland: regexp.MustCompile(`^Not assessed, since nothing on it can be marked where you practise: Accurate and honest information; ` +
			`Sponsorship, advertising and conflicts of interest\. ?` + borrowed),
	}
	for _, role := range guidance.Roles() {
		for country, want := range map[guidance.Jurisdiction]int{guidance.UK: 24, guidance.Ireland: 12} {
			for seed := range seeds {
				paper := p.Assessment.Draw(p.Bank, role.In(country), scenarios.Past{}, time.Time{}, seed)
				if country == guidance.Ireland && (role == guidance.PhysicianAssociate || role == guidance.AnaesthesiaAssociate || role == guidance.Other) {
					if paper.Refused == "" {
						t.Errorf("a %s is assessed in Ireland", role)
					}
					break
				}
				if short := strings.Join(paper.Short, " "); paper.Refused != "" || len(paper.Drawn) != want || !said[country].MatchString(short) {
					t.Errorf("%s, %s, seed %d: %d drawn, want %d; it is said that %q%s", role, country, seed, len(paper.Drawn), want, short, paper.Refused)
				}
				on := map[string]string{}
				for _, s := range paper.Drawn {
					if other, twice := on[s.Principle]; twice {
						t.Errorf("%s, %s, seed %d: %s and %s are on one principle", role, country, seed, other, s.ID)
					}
					on[s.Principle] = s.ID
				}
			}
		}
	}
}

// TestASecondPaperIsBalancedToo, a fortnight after the first: in the mix that is meant, and it is said how many situations were answered lately.
func TestASecondPaperIsBalancedToo(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine does all of it")
	}
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	for _, role := range guidance.Roles() {
		for seed := range int64(10) {
			past := scenarios.Past{Seen: map[string]int64{}, When: map[string]time.Time{}}
			for i, s := range p.Assessment.Draw(p.Bank, role.In(guidance.UK), past, day, seed).Drawn {
				past.Seen[s.ID], past.When[s.Family] = int64(i+1), day
			}
			paper := p.Assessment.Draw(p.Bank, role.In(guidance.UK), past, day.AddDate(0, 0, 14), seed)
			again := 0
			for _, s := range paper.Drawn {
				if _, met := past.When[s.Family]; met {
					again++
				}
			}
			short := strings.Join(paper.Short, " ")
			if said := strings.Contains(short, "answered in the last 30 days"); again > 16 || said != (again > 0) || strings.Contains(short, "The mix") {
				t.Errorf("%s, seed %d: %d of %d were answered a fortnight before; it is said that %q", role, seed, again, len(paper.Drawn), short)
			}
		}
	}
}

// TestEveryClauseIsKnownByItsMarks: a learner's own copy of any source can be told from any other, clause by clause.
func TestEveryClauseIsKnownByItsMarks(t *testing.T) {
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, s := range p.Guidance.Sources() {
		for _, c := range s.Clauses {
			for _, mark := range []string{c.Fingerprint, c.Signature} {
				if other, twice := seen[mark]; twice || mark == "" {
					t.Errorf("%s has the mark %q, as has %q", c.ID, mark, other)
				}
				seen[mark] = c.ID
			}
		}
	}
}
