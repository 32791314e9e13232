package cohort

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"probity/progress/paper"
	"probity/scenarios/induction"
)

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
	left := p.Read(append(paths, paths[3]))
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

func TestSmallRoomsAreLeftOut(t *testing.T) {
	b := bank(1)
	p := NewPool(b)
	facts := room(t, b, "small", 2, 3)[:1]
	began := facts[0].(induction.Began)
	began.Room = leastPeople - 1
	facts[0] = began
	if p.session(facts) {
		t.Error("a room of four people is counted")
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
		if left := p.Read(slices.Clone(paths)); len(left) > 0 || p.people.counted+len(p.people.latest) != 500 {
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
