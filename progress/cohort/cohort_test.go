package cohort

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"probity/guidance"
	"probity/progress"
	"probity/progress/paper"
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

// The reference is worked by hand: five items and rests, and the point-biserial formula (M₁ − M₀)/s · √(pq) for the same.
func TestCorrelationByHand(t *testing.T) {
	var p pairs
	for i, x := range []float64{1, 1, 1, 0, 0} {
		p.add(x, []float64{0.8, 0.6, 0.7, 0.3, 0.1}[i])
	}
	r, ok := p.correlation()
	pointBiserial := (0.7 - 0.2) / math.Sqrt(0.34/5) * math.Sqrt(0.6*0.4)
	if !ok || math.Abs(r-0.9393) > 1e-4 || math.Abs(r-pointBiserial) > 1e-12 {
		t.Errorf("%v, want 0.9393 and %v", r, pointBiserial)
	}
	var flat pairs
	for range 5 {
		flat.add(1, 0.3)
	}
	if _, ok := flat.correlation(); ok {
		t.Error("what does not vary has a correlation")
	}
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

func TestKnownWeaknessesShow(t *testing.T) {
	b := bank(8)
	r := pooled(t, b, simulated(b))
	if r.Topics[0].Facility < r.Topics[1].Facility+0.2 {
		t.Errorf("health advice is not seen to be weaker: %+v", r.Topics)
	}
	for _, s := range r.Situations {
		if key := s.Options[0]; s.Facility.Value != key.Share {
			t.Errorf("%s: a facility of %v beside %v who chose the key", s.ID, s.Facility, key.Share)
		}
		if s.Facility.Value > 0.99 {
			t.Errorf("%s: a second attempt counted: %v", s.ID, s.Facility)
		}
		if s.ID == "images-1" && (s.Discrimination == nil || *s.Discrimination > -0.1) {
			t.Errorf("the wrong key is not seen: %v", s.Discrimination)
		}
	}
	page := string(paper.Markdown(r.Paper()))
	for _, want := range []string{"About images, 1: those who did well elsewhere did worse here", "About advice, 0: ", "Option c drew"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if again := pooled(t, b, simulated(b)); fmt.Sprint(again.Paper()) != fmt.Sprint(r.Paper()) {
		t.Error("the same learners give another report")
	}
}

func TestJSONFitsItsSchema(t *testing.T) {
	b := bank(8)
	r := pooled(t, b, simulated(b))
	if r.Reliability.Alpha == nil || r.Situations[0].Mistakes == nil {
		t.Fatal("there are figures that the schema is not tried with")
	}
	r.Simulated, r.Situations[0].Options[0].Unused = true, true
	file, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	published, err := os.Open("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer published.Close()
	schema, err := jsonschema.UnmarshalJSON(published)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("cohort", schema); err != nil {
		t.Fatal(err)
	}
	value, _ := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err := compiler.MustCompile("cohort").Validate(value); err != nil {
		t.Error(err)
	}
}

func TestFewerThanFiveAreRefused(t *testing.T) {
	b := bank(1)
	p := NewPool(b)
	for n := range leastPeople - 1 {
		l := newLearner(n)
		l.answers(b.All()[0], "a", 3)
		p.record(l.history())
	}
	if _, err := p.Report(""); !errors.Is(err, errTooFew) {
		t.Errorf("four people: %v", err)
	}
	if p.record(newLearner(9).history()) {
		t.Error("a record without answers counts as a person")
	}
}

func TestFilesThatCantBeCounted(t *testing.T) {
	b := bank(2)
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var paths []string
	for n := range 12 {
		l := newLearner(n)
		for _, s := range b.All() {
			l.answers(s, "a", 2)
		}
		paths = append(paths, put(fmt.Sprintf("%d.toml", n), l.file()))
	}
	l := newLearner(0)
	l.answers(b.All()[0], "a", 2)
	whole := newLearner(99)
	whole.answers(b.All()[0], "a", 2)
	text := whole.file()
	want := map[string]string{
		put("earlier.toml", l.file()):                                              "earlier state, of 0.toml",
		put("newer.toml", strings.Replace(text, "schema = 1", "schema = 7", 1)):    "record version 7",
		put("torn.toml", text[:len(text)-20]):                                      "breaks off",
		put("corrupt.toml", strings.Replace(text, "[[sitting]]\n", "\x00\x00", 1)): "does not read as Probity's",
		put("empty.toml", ""):                                                      "the file is empty. Ask",
		put("nobody.toml", newLearner(50).file()):                                  "nothing in it that can be counted",
		put("session.toml", "schema = 1\n\n[[induction-began]]\n"):                 "no session",
		filepath.Join(dir, "absent.toml"):                                          "is not there",
	}
	for path := range want {
		paths = append(paths, path)
	}
	p := NewPool(b)
	left := p.Read(append(paths, paths[3]), func(string) ([]induction.Fact, error) { return nil, nil })
	for _, l := range left {
		if l.Path == paths[3] {
			continue
		}
		if !strings.Contains(l.Why, want[l.Path]) || want[l.Path] == "" {
			t.Errorf("%s: %q, want %q", filepath.Base(l.Path), l.Why, want[l.Path])
		}
	}
	if n := p.people.counted + len(p.people.latest); n != 12 || len(left) != len(want)+1 {
		t.Errorf("%d people, %d left out of %d", n, len(left), len(want)+1)
	}
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

func TestSessionsShift(t *testing.T) {
	b := bank(1)
	p := NewPool(b)
	broken := append(room(t, b, "two", 3, 10), induction.Entered{Place: 9, Step: induction.Vote, At: nine})
	for _, facts := range [][]induction.Fact{room(t, b, "one", 2, 11), broken} {
		if !p.session(facts) {
			t.Fatal("a session is left out")
		}
	}
	if p.session(nil) || p.session(broken[1:]) {
		t.Error("a session without its beginning is used")
	}
	r, err := p.Report("")
	if err != nil || len(r.Shifts) != 1 || r.People != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	if s := r.Shifts[0]; s.Rooms != 2 || s.Before.Value != 0.3 || s.After.Value != 0.9 {
		t.Errorf("%+v", s)
	}
}

// Five hundred records of three hundred answers, against the limit of ten seconds, and memory that does not grow with them.
func BenchmarkFiveHundredRecords(b *testing.B) {
	bank := bank(50)
	dir := b.TempDir()
	var paths []string
	for n := range 500 {
		l := newLearner(n)
		for i := range 300 {
			l.answers(bank.All()[i%100], string("abcd"[(n+i)%4]), 1+i%3)
		}
		path := filepath.Join(dir, fmt.Sprint(n))
		if err := os.WriteFile(path, []byte(l.file()), 0o600); err != nil {
			b.Fatal(err)
		}
		paths = append(paths, path)
	}
	for b.Loop() {
		p := NewPool(bank)
		if left := p.Read(slices.Clone(paths), nil); len(left) > 0 || p.people.counted+len(p.people.latest) != 500 {
			b.Fatal(p.people, left)
		}
	}
}

// TestWhatWasAnsweredSince: the first answer after a time counts, whatever came before it.
func TestWhatWasAnsweredSince(t *testing.T) {
	b := bank(1)
	image, _ := b.Situation("images-0")
	for after, want := range map[time.Duration]int{0: 10, 150 * time.Second: 10, time.Hour: 0} {
		pool := NewPool(b)
		pool.Since(nine.Add(after))
		for n := range 10 {
			l := newLearner(n)
			l.answers(image, "b", 1) // at nine and two minutes
			l.answers(image, "a", 1)
			pool.record(l.history())
		}
		r, err := pool.Report("")
		switch {
		case want == 0:
			if !errors.Is(err, errTooFew) {
				t.Errorf("%v after nine: %v, %v", after, r.Situations, err)
			}
		case err != nil || len(r.Situations) != 1 || r.Situations[0].People.N != want || (r.Situations[0].Facility.Value == 1) != (after > 0):
			t.Errorf("%v after nine: %+v, %v", after, r.Situations, err)
		}
	}
}
