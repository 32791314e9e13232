// Practices, reviews and assessments of families as they may go in a learner's life: windows that end anywhere, a second window, a
// library that is edited, a country that changes, a clock that goes back.
package tutor

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

func TestWhateverHappensARecordOfFamiliesStands(t *testing.T) {
	if testing.Short() || !inMemory {
		t.Skip("it takes long, and the stores are alike")
	}
	rapid.Check(t, func(r *rapid.T) {
		l := &life{t: t, dir: t.TempDir(), clock: starting(), learner: Learner{guidance.Doctor, guidance.UK}, library: scenariostest.Families(t)}
		r.Repeat(rapid.StateMachineActions(l))
	})
}

// life is one record, and the windows that are open on it. Its exported methods are what may happen.
type life struct {
	t       *testing.T
	dir     string
	clock   *clock
	learner Learner
	library *pack.Pack
	sat     []*sat
}

// sat is a window with a practice or a review in it.
type sat struct {
	*Practice
	tutor *Tutor
}

func (l *life) open(t *rapid.T) *Tutor {
	tutor := families(l.t, Options{Dir: l.dir, Flags: l.learner, Count: 3}, l.clock, rapid.Int64Range(0, 50).Draw(t, "seed"))
	tutor.Library.pack = l.library
	return tutor
}

// read is the record as it is read from the file.
func (l *life) read() *progress.History {
	return openAs(l.t, Options{Dir: l.dir, Flags: l.learner}, l.library, l.clock).Record.History()
}

func (l *life) flush(t *rapid.T, tutor *Tutor) {
	if err := tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	tutor.CatchUp()
}

// any is one of the windows, at a stage.
func (l *life) any(t *rapid.T, stage ...scenarios.Stage) *sat {
	all := slices.DeleteFunc(slices.Clone(l.sat), func(s *sat) bool { return !slices.Contains(stage, s.Sitting.Stage()) })
	if len(all) == 0 {
		t.Skip("there is no window for it")
	}
	return rapid.SampledFrom(all).Draw(t, "window")
}

// Begin opens a window and takes up what was left, or begins a practice or a review.
func (l *life) Begin(t *rapid.T) {
	tutor := l.open(t)
	if left, ok := tutor.Practices.Unfinished(); ok && rapid.Bool().Draw(t, "resume") {
		p := tutor.Practices.Resume(left)
		if p.Sitting.Stage() == scenarios.Finished {
			t.Fatal("what is taken up is over")
		}
		l.sat = append(l.sat, &sat{p, tutor})
		return
	}
	all := []Selection{{}, {Weakest: true}, {Only: "a-request"}, {Review: true}, {Ahead: true}}
	ask, before := rapid.SampledFrom(all).Draw(t, "ask"), tutor.Record.History().Answers()
	p, err := tutor.Practices.Begin(ask)
	if err != nil {
		t.Skip(err)
	}
	l.flush(t, tutor)
	if l.sat = append(l.sat, &sat{p, tutor}); ask.Review {
		l.another(t, tutor, p, before)
	}
}

// another fails if a review brings a principle back through what was answered last of it, where there is something else.
func (l *life) another(t *rapid.T, tutor *Tutor, p *Practice, before []progress.Answer) {
	last := map[string]string{}
	for _, a := range before {
		if !a.Blank() {
			last[a.Principle] = a.Situation()
		}
	}
	sitting, _ := tutor.Record.History().Sitting(p.id)
	for _, id := range sitting.Drawn {
		s, _ := l.library.Bank.Situation(id)
		others := slices.ContainsFunc(l.library.Bank.Offered(l.learner.Jurisdiction, ""), func(o *scenarios.Situation) bool {
			return o.Principle == s.Principle && o.Format.Scored() && o != s
		})
		if last[s.Principle] == id && others {
			t.Fatalf("%s comes back through %s, which was answered last", s.Principle, id)
		}
	}
}

// Leave closes a window, or ends it where it is, with what waits.
func (l *life) Leave(t *rapid.T) {
	s := l.any(t, scenarios.Asking, scenarios.Weighing, scenarios.Showing, scenarios.Finished)
	if rapid.Bool().Draw(t, "closed") {
		s.Close()
		l.flush(t, s.tutor)
	}
	l.sat = slices.DeleteFunc(l.sat, func(one *sat) bool { return one == s })
}

// Answer gives the key of a variant of the family as the answer.
func (l *life) Answer(t *rapid.T) {
	s := l.any(t, scenarios.Asking)
	family, _ := s.tutor.Library.Pack().Bank.Family(s.Sitting.Current().Family)
	s.Sitting.Attempt().Take(rapid.SampledFrom(family.Variants).Draw(t, "as in").Key)
	if err := s.Submit(); err != nil {
		t.Fatal(err)
	}
}

// Weigh says how sure the learner is. Saving may take its time.
func (l *life) Weigh(t *rapid.T) {
	s := l.any(t, scenarios.Weighing)
	s.Weigh(scenarios.Certainty(rapid.IntRange(0, 3).Draw(t, "sure")))
	if rapid.IntRange(0, 3).Draw(t, "saved") > 0 {
		l.flush(t, s.tutor)
	}
}

// Turn goes on to the turn.
func (l *life) Turn(t *rapid.T) { l.any(t, scenarios.Showing).Sitting.Turn() }

// GoOn goes on without the turn.
func (l *life) GoOn(t *rapid.T) {
	s := l.any(t, scenarios.Showing, scenarios.Asking)
	s.Sitting.Skip()
	s.Sitting.Next()
}

// Reopen goes back to the last feedback.
func (l *life) Reopen(t *rapid.T) { l.any(t, scenarios.Asking, scenarios.Showing).Reopen() }

// TakeBack takes an answer back: this one, and no other.
func (l *life) TakeBack(t *rapid.T) {
	s := l.any(t, scenarios.Showing)
	out, _ := s.Result()
	before := l.read()
	if err := s.TakeBack(); err != nil {
		t.Skip(err)
	}
	l.flush(t, s.tutor)
	after := l.read()
	for _, a := range before.Counted() {
		given := a.Sitting == s.id && a.Situation() == out.Situation.ID && slices.Equal(a.Chosen, out.Chosen) && a.Sure == int(out.Sure)
		if !after.Counts(a) && !given {
			t.Fatalf("%v to %s is taken back, and %+v no longer counts", out.Chosen, out.Situation.ID, a)
		}
	}
}

// Bookmark marks a family, or takes the mark away.
func (l *life) Bookmark(t *rapid.T) {
	s := l.any(t, scenarios.Asking, scenarios.Showing)
	family := s.Sitting.Current().Family
	was := s.tutor.Record.Bookmarked(family)
	s.tutor.Record.Bookmark(family)
	on := s.tutor.Record.Bookmarked(family)
	if l.flush(t, s.tutor); on == was || l.read().Bookmarked(family) != on {
		t.Fatalf("%s was bookmarked: %v, is: %v, and in the record: %v", family, was, on, l.read().Bookmarked(family))
	}
}

// Assess begins an assessment or takes one up, answers something, and leaves it or hands it in.
func (l *life) Assess(t *rapid.T) {
	tutor := l.open(t)
	var a *Assessment
	if left, ok := tutor.Assessments.Unfinished(); ok {
		a = tutor.Assessments.Resume(left)
	} else {
		drawn, err := tutor.Assessments.Preview()
		if err != nil {
			t.Skip(err)
		}
		a = tutor.Assessments.Begin(drawn)
	}
	a.Exam.Go(rapid.IntRange(0, 3).Draw(t, "place"))
	a.Exam.Attempt().Take(a.Exam.Current().Situation.Key)
	if err := a.Exam.Submit(); err != nil {
		t.Fatal(err)
	}
	a.Weigh(scenarios.Guess)
	met := map[string]bool{}
	for _, item := range a.Exam.Items() {
		if met[item.Situation.Family] {
			t.Fatalf("%s is there twice", item.Situation.Family)
		}
		met[item.Situation.Family] = true
	}
	if a.Flag(); rapid.Bool().Draw(t, "hand in") {
		a.HandIn()
	}
	a.Close()
	l.flush(t, tutor)
}

// Pass lets time pass; the clock may go back.
func (l *life) Pass(t *rapid.T) {
	l.clock.pass(time.Duration(rapid.IntRange(-10, 60).Draw(t, "hours")) * time.Hour)
}

// Move has windows opened from now on be in a country.
func (l *life) Move(t *rapid.T) {
	l.learner.Jurisdiction = rapid.SampledFrom(guidance.Jurisdictions()).Draw(t, "country")
}

// Edit changes a variant in the library that windows opened from now on have: it leaves, gets another name, is another country's, has
// another key, or is told alone from now on.
func (l *life) Edit(t *rapid.T) {
	p := scenariostest.Families(l.t)
	all := slices.Clone(p.Bank.All())
	one := rapid.SampledFrom(all).Draw(t, "situation")
	but := func(s *scenarios.Situation) bool { return s == one }
	switch rapid.SampledFrom([]string{"leaves", "name", "country", "key", "alone"}).Draw(t, "edit") {
	case "leaves":
		all = slices.DeleteFunc(all, but)
	case "name":
		one.ID, one.Variant = scenarios.Join(one.Family, "renamed"), "renamed"
	case "country":
		one.Jurisdictions = []guidance.Jurisdiction{guidance.Ireland}
	case "key":
		family, _ := p.Bank.Family(one.Family)
		one.Key, one.Revision = family.Variants[0].Key, one.Revision+1
	case "alone":
		all = slices.DeleteFunc(all, func(s *scenarios.Situation) bool { return s.Family == one.Family && s != one })
		one.ID, one.Variant, one.Facts, one.Turns = one.Family, "", "", ""
	}
	p.Bank = scenarios.NewBank(p.Bank.Topics(), p.Bank.Principles(), all)
	l.library = p
}

// Check holds what is so whatever happened.
func (l *life) Check(t *rapid.T) {
	made := l.read()
	for _, s := range l.sat {
		now, first, turn := s.Sitting.Current(), s.Sitting.TurnOf(), s.Sitting.Offered()
		if now == nil {
			continue
		}
		n, of := s.Sitting.Place()
		drawn, saved := s.tutor.Record.History().Sitting(s.id)
		if n < 1 || n > of || saved && of > len(drawn.Drawn) {
			t.Fatalf("it is at %d of %d, and drawn are %v", n, of, drawn.Drawn)
		}
		if first != nil && (first == now || first.Family != now.Family) {
			t.Fatalf("%s is a turn of %s", now.ID, first.ID)
		}
		if turn != nil && (s.Sitting.Stage() != scenarios.Showing || s.Review || first != nil || turn == now || turn.Family != now.Family) {
			t.Fatalf("after %s, a turn of %s, at stage %v of a review (%v) %s is offered", now.ID, nameOf(first), s.Sitting.Stage(), s.Review, turn.ID)
		}
		kept, at := s.tutor.Record.History(), s.tutor.Clock.Now()
		if kept.Seq() == made.Seq() && (kept.Total() != made.Total() || !slices.Equal(kept.Schedule(at), made.Schedule(at))) {
			t.Fatalf("kept are %v and %v, made are %v and %v", kept.Total(), kept.Schedule(at), made.Total(), made.Schedule(at))
		}
	}
}
