// What the tests have in common: a tutor on a small pack, and ways of working with it.
package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// small is the small pack, read afresh.
func small(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := scenariostest.Small("../../scenarios/pack/testdata/small")
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
	if !o.Flags.Complete() {
		o.Flags = Learner{guidance.Doctor, guidance.UK}
	}
	if inMemory {
		o.File = memories.open(t, o.Dir, o.Now)
	}
	tutor, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(tutor.Library.Load().Do(), tutor.Read().Do()); err != nil {
		t.Fatal(err)
	}
	return tutor
}

// disableSaving is a run in which nothing is saved.
func (r *Record) disableSaving() {
	r.file = nil
	if r.history == nil {
		r.history = progress.NewHistory()
	}
}

func saved(t *testing.T, tutor *Tutor, dir string) string {
	t.Helper()
	needsFiles(t, "the text of a record")
	if err := tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "progress.toml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// give answers the current situation with options in the record's notation, and saves.
func give(t *testing.T, p *Practice, sure scenarios.Certainty, chosen ...string) {
	t.Helper()
	p.Sitting.Attempt().Take(chosen)
	if err := p.Submit(); err != nil {
		t.Fatal(err)
	}
	p.Weigh(sure)
	if err := p.in.record.flush(p.in.profile.Learner()); err != nil {
		t.Fatal(err)
	}
}

func flush(t *testing.T, tutor *Tutor) {
	t.Helper()
	if err := tutor.Flush(); err != nil {
		t.Fatal(err)
	}
}

func begin(t *testing.T, tutor *Tutor, ask Selection) *Practice {
	t.Helper()
	p, err := tutor.Practices.Begin(ask)
	if err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	return p
}

// meet practises one situation: right and fairly sure, so that its principle is due after three days.
func meet(t *testing.T, tutor *Tutor, situation string) {
	t.Helper()
	p := begin(t, tutor, Selection{Only: situation})
	give(t, p, scenarios.FairlySure, p.Sitting.Current().Key...)
	p.Sitting.Next()
}

// knowing is a doctor's tutor with a record of these facts, numbered as they stand here.
func knowing(t *testing.T, o Options, facts ...progress.Fact) *Tutor {
	t.Helper()
	if o.Dir == "" {
		o.Dir = t.TempDir()
	}
	tutor, h := openAs(t, o, small(t), starting()), progress.NewHistory()
	for i, f := range facts {
		h.Apply(progress.Stamped(f, int64(i+1), starting().now))
	}
	tutor.Record.setHistory(h)
	return tutor
}

// ago is an answer to a situation of the small pack, given so many days ago, worth one mark, where chance brings a quarter.
func ago(days int, situation string, marks float64, sure scenarios.Certainty) progress.Answer {
	topic, revision := "honesty", 1
	switch situation {
	case "a-request", "an-order":
		topic = "boundaries"
	case "a-thread":
		revision = 2
	}
	chosen := []string{"a"}
	if marks == 1 {
		chosen = []string{"b"}
	}
	return progress.Answer{
		Scenario: situation, Revision: revision, Topic: topic, Format: "best", Chosen: chosen, Marks: marks, Of: 1, Chance: 0.25, Sure: int(sure), Seconds: 90,
		At: starting().now.AddDate(0, 0, -days),
	}
}

func ireland() Options { return Options{Flags: Learner{guidance.Doctor, guidance.Ireland}} }

// TestATutorThatOnlyShowsKeepsNothing: it knows whom it shows what to.
func TestATutorThatOnlyShowsKeepsNothing(t *testing.T) {
	p := small(t)
	shows := Reading(p, Learner{guidance.Doctor, guidance.Ireland})
	if l := shows.Profile.Learner(); l != (Learner{guidance.Doctor, guidance.Ireland}) || shows.Library.Pack() != p {
		t.Errorf("it shows another library, or to %v", l)
	}
	if shows.Record.SavingEnabled() || len(shows.Write()) > 0 || shows.Flush() != nil {
		t.Error("it keeps something")
	}
}
