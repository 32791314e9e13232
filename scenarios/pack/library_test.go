package pack

import (
	"slices"
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

// The built-in library fills its own blueprint: 24 situations for the UK, two to a topic, the mix as it is meant; for Ireland 20, and it
// is said which topics nothing can be assessed on there.
func TestTheLibraryFillsItsBlueprint(t *testing.T) {
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for country, c := range map[guidance.Jurisdiction]struct {
		want  int
		short string // what it is said to lack, in the beginning
	}{
		guidance.UK:      {24, ""},
		guidance.Ireland: {20, "Not assessed, since nothing on it can be marked where you practise: Accurate and honest information; Sponsorship, advertising and conflicts of interest."},
	} {
		for seed := range int64(20) {
			paper := p.Assessment.Draw(p.Bank, guidance.Doctor.In(country), scenarios.Past{}, time.Time{}, seed)
			best := len(slices.DeleteFunc(slices.Clone(paper.Drawn), func(s *scenarios.Situation) bool { return s.Format.Weight() != 1 }))
			if paper.Refused != "" || 2*best < len(paper.Drawn) {
				t.Errorf("%s, seed %d: %d of %d are single best answers: %s", country, seed, best, len(paper.Drawn), paper.Refused)
			}
			if short := strings.Join(paper.Short, " "); len(paper.Drawn) != c.want || !strings.HasPrefix(short, c.short) || c.short == "" && short != "" {
				t.Errorf("%s, seed %d: %d drawn, want %d; it is said that %q, want %q", country, seed, len(paper.Drawn), c.want, short, c.short)
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
