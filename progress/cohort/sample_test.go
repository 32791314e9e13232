// What the tests share: situations, learners who answer them, rooms that vote, and what is told of all these.

package cohort

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/induction"
)

var nine = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// bank has so many best answers of four options in each of two topics, whose key is a.
func bank(n int) *scenarios.Bank {
	best, _ := scenarios.FormatNamed("best")
	var all []*scenarios.Situation
	for i := range n {
		for _, topic := range []string{"images", "advice"} {
			s := &scenarios.Situation{ID: fmt.Sprintf("%s-%d", topic, i), Revision: 1, Principle: topic, Format: best, Key: []string{"a"},
				Title: fmt.Sprintf("About %s, %d", topic, i), Jurisdictions: []guidance.Jurisdiction{guidance.UK}}
			for _, id := range []string{"a", "b", "c", "d"} {
				s.Options = append(s.Options, scenarios.Option{ID: id, Text: "Option " + id})
			}
			all = append(all, s)
		}
	}
	return scenarios.NewBank([]scenarios.Topic{{ID: "images", Title: "Photographs"}, {ID: "advice", Title: "Health advice"}},
		[]scenarios.Principle{{ID: "images", Topic: "images"}, {ID: "advice", Topic: "advice"}}, all)
}

// learner is one person's record in the making.
type learner struct {
	facts []progress.Fact
	name  string
}

func newLearner(n int) *learner {
	id := fmt.Sprintf("sitting-%d", n)
	return &learner{name: id, facts: []progress.Fact{progress.Sitting{Seq: 1, ID: id, Kind: progress.Practice, Seed: int64(n), At: nine}}}
}

func (l *learner) answers(s *scenarios.Situation, chosen string, sure int) {
	l.gives(s, []string{chosen}, sure)
}

func (l *learner) gives(s *scenarios.Situation, chosen []string, sure int) {
	seq := int64(len(l.facts) + 1)
	m := s.Format.Mark(s, chosen)
	l.facts = append(l.facts, progress.Answer{Seq: seq, Sitting: l.name, Scenario: s.ID, Revision: s.Revision, Topic: s.Topic,
		Principle: s.Principle, Format: s.Format.Name(), Chosen: chosen, Marks: m.Marks, Of: m.Of, Chance: m.Chance, Sure: sure,
		Seconds: 30, At: nine.Add(time.Duration(seq) * time.Minute)})
}

func (l *learner) history() *progress.History {
	h := progress.NewHistory()
	h.Apply(l.facts...)
	return h
}

// file is the record as it stands on disk.
func (l *learner) file() string {
	var b strings.Builder
	b.WriteString("schema = 1\n\n[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"\n")
	for _, f := range l.facts {
		switch f := f.(type) {
		case progress.Sitting:
			fmt.Fprintf(&b, "\n[[sitting]]\nseq = %d\nid = %q\nkind = %q\ndrawn = []\nseed = %d\nlibrary = \"1.0.0\"\nat = %s\n",
				f.Seq, f.ID, f.Kind, f.Seed, f.At.Format(time.RFC3339))
		case progress.Answer:
			fmt.Fprintf(&b, "\n[[answer]]\nseq = %d\nsitting = %q\nscenario = %q\nrevision = 1\ntopic = %q\nprinciple = %q\nformat = %q\n"+
				"chosen = [%q]\nmarks = %v\nof = %v\nchance = %v\nsure = %d\nseconds = %d\nat = %s\n", f.Seq, f.Sitting, f.Scenario, f.Topic,
				f.Principle, f.Format, f.Chosen[0], f.Marks, f.Of, f.Chance, max(f.Sure, 1), f.Seconds, f.At.Format(time.RFC3339))
		}
	}
	return b.String()
}

// meets adds an answer to a variant.
func (l *learner) meets(s *scenarios.Situation, chosen string) {
	l.answers(s, chosen, 2)
	a := l.facts[len(l.facts)-1].(progress.Answer)
	a.Scenario, a.Variant = s.Family, s.Variant
	l.facts[len(l.facts)-1] = a
}

// surely is an answer of some certainty.
func surely(f progress.Fact, sure int) progress.Fact {
	a := f.(progress.Answer)
	a.Sure = sure
	return a
}

// simulated is sixty learners, each beginning elsewhere: they are weak in health advice, where c lures them on the first situation, and they are sure;
// the second of the photographs has its key wrong, so that the able miss it.
func simulated(b *scenarios.Bank) []*learner {
	random := rand.New(rand.NewPCG(1, 2))
	var out []*learner
	for n := range 60 {
		l := newLearner(n)
		able, all := float64(n)/60, b.All()
		for place := range all {
			s := all[(n+place)%len(all)]
			chance, lure := 0.35+0.6*able, "bcd"
			switch {
			case s.ID == "advice-0":
				chance, lure = 0.15+0.3*able, "ccccb"
			case s.Topic == "advice":
				chance = 0.15 + 0.45*able
			case s.ID == "images-1":
				chance = 0.8 - 0.7*able
			}
			chosen := string(lure[random.IntN(len(lure))])
			if random.Float64() < chance {
				chosen = "a"
			}
			l.answers(s, chosen, 1+random.IntN(3))
			l.answers(s, "a", 3) // the second attempt, after the feedback, is right
		}
		out = append(out, l)
	}
	return out
}

func pooled(t testing.TB, b *scenarios.Bank, learners []*learner) Report {
	t.Helper()
	p := NewPool(b)
	for _, l := range learners {
		p.record(l.history())
	}
	r, err := p.Report("Probity 1.0.0")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// room is the facts of a session in which so many of twelve hands moved to the key.
func room(t *testing.T, b *scenarios.Bank, id string, before, after int) []induction.Fact {
	t.Helper()
	plan, err := induction.Build(b, "A session", guidance.UK, 30, induction.Item{Situation: "images-0"})
	if err != nil {
		t.Fatal(err)
	}
	s, first, err := induction.Begin(b, plan, 12, id, "1.0.0", nine)
	facts := []induction.Fact{first}
	do := func(f induction.Fact, e error) {
		if e != nil {
			t.Fatal(e)
		}
		facts = append(facts, f)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []int{before, after} {
		for s.Round() == 0 {
			do(s.Forward(nine))
		}
		do(s.Count("a", key, nine))
		do(s.Count("b", 12-key, nine))
		do(s.Forward(nine))
	}
	return facts
}

// page is everything that is told of a pool: the page has no figure that the JSON lacks.
func page(t *testing.T, b *scenarios.Bank, pool []*progress.History) string {
	t.Helper()
	text, err := json.Marshal(report(t, b, pool))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// report is what is told of a pool.
func report(t *testing.T, b *scenarios.Bank, pool []*progress.History) Report {
	t.Helper()
	p := NewPool(b)
	for _, h := range pool {
		p.record(h)
	}
	r, err := p.Report("")
	if err != nil && !errors.Is(err, errTooFew) {
		t.Fatal(err)
	}
	return r
}

// later is a learner who answered some hours later.
func later(l *learner, hours int) *learner {
	for i := range l.facts[1:] {
		a := l.facts[i+1].(progress.Answer)
		a.At = a.At.Add(time.Duration(hours) * time.Hour)
		l.facts[i+1] = a
	}
	return l
}
