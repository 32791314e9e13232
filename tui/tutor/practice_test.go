package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// small is the small pack, read afresh.
func small(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := pack.Load(os.DirFS("../../scenarios/pack/testdata/small"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// clock is a clock that the test sets.
type clock struct{ now time.Time }

func (c *clock) pass(d time.Duration) { c.now = c.now.Add(d) }

// starting is a clock at the time the tests begin, on a Sunday.
func starting() *clock { return &clock{time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC)} }

const day = 24 * time.Hour

// open is a doctor's tutor on the record in a folder, ready to practise.
func open(t *testing.T, dir string, p *pack.Pack) *Tutor {
	t.Helper()
	return openAs(t, Options{Dir: dir}, p, starting())
}

// openAs is a tutor with options of the test's own, a doctor's in the UK unless they say otherwise.
func openAs(t *testing.T, o Options, p *pack.Pack, c *clock) *Tutor {
	t.Helper()
	seed := int64(7)
	o.Seed, o.Now, o.Program = &seed, func() time.Time { return c.now }, "Probity 0.1.0"
	o.Load = func() (*pack.Pack, error) { return p, nil }
	if o.Count == 0 {
		o.Count = 10
	}
	if !o.Flags.Complete() {
		o.Flags = Learner{guidance.Doctor, guidance.UK}
	}
	tutor, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(tutor.Load().Do(), tutor.Read().Do()); err != nil {
		t.Fatal(err)
	}
	return tutor
}

// answerRight gives the key as the answer to the current situation, as a learner would type it.
func answerRight(t *testing.T, p *Practice) scenarios.Outcome {
	t.Helper()
	letters := map[string]string{}
	for _, l := range p.Sitting.Attempt().Lines() {
		letters[l.ID] = l.Letter
	}
	line := ""
	for _, id := range p.Sitting.Current().Key {
		line += letters[id]
	}
	if err := p.Sitting.Attempt().Read(line); err != nil {
		t.Fatal(err)
	}
	if err := p.Submit(); err != nil {
		t.Fatal(err)
	}
	p.Weigh(scenarios.FairlySure)
	out, _ := p.Result()
	return out
}

func saved(t *testing.T, tutor *Tutor, dir string) string {
	t.Helper()
	if err := tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "progress.toml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestFault20APackEditedBetweenTwoSittings: what was answered keeps its revision and its marks, in the sitting that is
// taken up as in the record; what is answered from now on has the new ones.
func TestFault20APackEditedBetweenTwoSittings(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir, small(t))
	p, err := first.Begin(Ask{Topic: "boundaries"})
	if err != nil {
		t.Fatal(err)
	}
	before := answerRight(t, p)
	record := saved(t, first, dir)

	edited := small(t)
	for _, s := range edited.Bank.All() {
		s.Revision++
		s.Key = slices.Concat(s.Key[min(1, len(s.Key)):], s.Key[:min(1, len(s.Key))])
		if len(s.Key) == 1 {
			s.Key = []string{"a"}
		}
	}
	second := open(t, dir, edited)
	left, ok := second.Unfinished()
	if !ok || left.Done != 1 || left.Of != 2 {
		t.Fatalf("left %d of %d, %v", left.Done, left.Of, ok)
	}
	again := second.Resume(left)
	out := again.Sitting.Outcomes()[0]
	now := out.Situation.Format.Mark(out.Situation, out.Chosen)
	if out.Marking.Marks != before.Marking.Marks || !slices.Equal(out.Chosen, before.Chosen) {
		t.Errorf("%v marks for %v became %v for %v", before.Marking.Marks, before.Chosen, out.Marking.Marks, out.Chosen)
	}
	if now.Marks == before.Marking.Marks {
		t.Fatal("the edit changes no marks, so this shows nothing")
	}
	answerRight(t, again)
	if text := saved(t, second, dir); !strings.HasPrefix(text, record) {
		t.Errorf("the record was\n%s\nand is\n%s", record, text)
	}
	answers := second.History().Answers()
	if len(answers) != 2 || answers[0].Revision != 1 || answers[1].Revision != 2 {
		t.Fatalf("the answers are %+v", answers)
	}
	if total := second.History().Total(); total.Marks != answers[0].Of+answers[1].Of {
		t.Errorf("%v marks in all: the first answer was marked again", total.Marks)
	}
}
