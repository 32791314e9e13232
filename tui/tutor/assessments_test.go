// Assessments: drawn, left, and taken up.
package tutor

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// lookAlike fails unless two assessments stand at the same place, with the same answers, marks to come back to and options.
func lookAlike(t *testing.T, got, want *Assessment) {
	t.Helper()
	if got.Exam.At() != want.Exam.At() || got.ID() != want.ID() || len(got.Exam.Items()) != len(want.Exam.Items()) {
		t.Fatalf("at %d of %d in %s, was at %d of %d in %s",
			got.Exam.At(), len(got.Exam.Items()), got.ID(), want.Exam.At(), len(want.Exam.Items()), want.ID())
	}
	if !slices.Equal(got.Exam.Attempt().Lines(), want.Exam.Attempt().Lines()) {
		t.Errorf("the options are %+v, were %+v", got.Exam.Attempt().Lines(), want.Exam.Attempt().Lines())
	}
	for i, item := range got.Exam.Items() {
		was := want.Exam.Items()[i]
		if item.Situation.ID != was.Situation.ID || item.Flagged != was.Flagged || !slices.Equal(item.Chosen, was.Chosen) {
			t.Errorf("situation %d is %s %v %v, was %s %v %v", i+1, item.Situation.ID, item.Chosen, item.Flagged, was.Situation.ID, was.Chosen, was.Flagged)
		}
	}
}

func TestADraftIsOnlyLookedAt(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	d, err := tutor.Assessments.Preview()
	if err != nil || len(d.Drawn) != 4 || !strings.Contains(strings.Join(d.Short, " "), "3 harder, not 1") {
		t.Fatalf("drew %d, %q, %v", len(d.Drawn), d.Short, err)
	}
	if text := saved(t, tutor, dir); strings.Contains(text, "[[sitting]]") {
		t.Errorf("looking at it began it:\n%s", text)
	}
	tutor.Assessments.Begin(d)
	if text := saved(t, tutor, dir); strings.Count(text, "[[sitting]]") != 1 || !strings.Contains(text, "kind = \"assessment\"") {
		t.Errorf("the record is\n%s", text)
	}
}

func TestAnAssessmentIsTakenUpInAnotherRunExactlyThere(t *testing.T) {
	c, dir := starting(), t.TempDir()
	first := openAs(t, Options{Dir: dir}, small(t), c)
	a := sit(t, first)
	ids := first.Record.History().Assessments()[0].Sitting.Drawn
	keyOf := func(id string) []string { s, _ := first.Library.Pack().Bank.Situation(id); return s.Key }
	taken := func(name string) {
		t.Helper()
		second := openAs(t, Options{Dir: dir}, small(t), c)
		left, ok := second.Assessments.Unfinished()
		if !ok {
			t.Fatalf("%s: it cannot be taken up", name)
		}
		again := second.Assessments.Resume(left)
		lookAlike(t, again, a)
		if again.Spent() != a.Spent().Truncate(time.Second) {
			t.Errorf("%s: %v were spent, and %v are shown", name, a.Spent(), again.Spent())
		}
	}
	taken("before the first answer")
	c.pass(40 * time.Second)
	put(t, first, a, ids[0], scenarios.FairlySure, keyOf(ids[0])...)
	taken("after an answer")
	turn(t, a, ids[2])
	a.Flag()
	flush(t, first)
	taken("at one marked to come back to")
	c.pass(time.Minute)
	put(t, first, a, ids[1], scenarios.Guess, keyOf(ids[1])...)
	put(t, first, a, ids[0], scenarios.Guess, keyOf(ids[0])...)
	turn(t, a, ids[0])
	a.Flag()
	flush(t, first)
	taken("at an answered one, changed and marked")
	c.pass(30 * time.Second)
	turn(t, a, ids[3])
	a.Close()
	flush(t, first)
	taken("where it was left")
	c.pass(9 * day)
	second := openAs(t, Options{Dir: dir}, small(t), c)
	left, _ := second.Assessments.Unfinished()
	lookAlike(t, second.Assessments.Resume(left), a)
}

// without is the small pack with one situation gone and another reworded: its key is another, and its revision.
func without(t *testing.T, gone, reworded string) *pack.Pack {
	p := small(t)
	var rest []*scenarios.Situation
	for _, s := range p.Bank.All() {
		if s.ID == reworded {
			s.Revision++
			s.Key = slices.Concat(s.Key[1:], s.Key[:1])
		}
		if s.ID != gone {
			rest = append(rest, s)
		}
	}
	p.Bank = scenarios.NewBank(p.Bank.Topics(), p.Bank.Principles(), rest)
	return p
}

// TestAnAssessmentSurvivesAChangedLibrary: what is gone is passed over and its answer counts; what was reworded keeps its marks.
func TestAnAssessmentSurvivesAChangedLibrary(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir, small(t))
	a := sit(t, first)
	put(t, first, a, "a-request", scenarios.FairlySure, "b")
	put(t, first, a, "an-order", scenarios.FairlySure, "b", "d", "a", "c", "e")
	turn(t, a, "a-request")
	a.Flag()
	flush(t, first)

	second := open(t, dir, without(t, "a-request", "an-order"))
	left, ok := second.Assessments.Unfinished()
	if !ok {
		t.Fatal("it cannot be taken up")
	}
	again := second.Assessments.Resume(left)
	if want := "Carrying on where you left off: 1 of 3 answered. The library has changed: 1 of what was drawn is no longer in it. What you answered still counts."; again.Note != want {
		t.Errorf("it says %q", again.Note)
	}
	ids := left.Sitting.Drawn
	if next := ids[min(slices.Index(ids, "a-request")+1, 3)]; next != "a-request" && again.Exam.Current().Situation.ID != next {
		t.Errorf("at %s, want the one after what is gone, %s", again.Exam.Current().Situation.ID, next)
	}
	turn(t, again, "an-order")
	if got := again.Exam.Attempt().Chosen(); !slices.Equal(got, []string{"b", "d", "a", "c", "e"}) {
		t.Errorf("what was answered is shown as %v", got)
	}
	again.HandIn()
	flush(t, second)
	sat, _ := second.Record.History().Assessment(again.ID())
	if s := sat.Score(); s.Marks != 21 || s.Of != 49 || len(sat.Answers) != 4 {
		t.Errorf("%+v of %d answers: want 1 and 20 as they were marked, and two blanks", s, len(sat.Answers))
	}
	if reworded, gone := second.Progress.older(); reworded != 1 || gone != 1 {
		t.Errorf("%d answers to what was reworded, %d to what is gone", reworded, gone)
	}
}

// TestAnAssessmentOfWhichNothingIsLeft is handed in if half of it was answered, or given up.
func TestAnAssessmentOfWhichNothingIsLeft(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir, small(t))
	a := sit(t, first)
	put(t, first, a, "a-request", scenarios.FairlySure, "b")
	flush(t, first)
	later := small(t)
	later.Bank = scenarios.NewBank(later.Bank.Topics(), later.Bank.Principles(), nil)
	if _, ok := open(t, dir, later).Assessments.Stranded(); ok {
		t.Error("it can be handed in with one of four answered")
	}
	put(t, first, a, "an-order", scenarios.FairlySure, "b", "d", "a", "c", "e")
	flush(t, first)
	if _, ok := first.Assessments.Stranded(); ok {
		t.Error("it is stranded though the library has it")
	}
	second := open(t, dir, later)
	lost, ok := second.Assessments.Stranded()
	if _, goes := second.Assessments.Unfinished(); goes || !ok {
		t.Fatalf("it can be carried on: %v, handed in: %v", goes, ok)
	}
	second.Assessments.HandIn(lost)
	flush(t, second)
	sat, _ := second.Record.History().Assessment(a.ID())
	if s := sat.Score(); len(sat.Answers) != 2 || s.Marks != 21 || sat.Submitted.IsZero() || second.Record.History().Total().Marks != 21 {
		t.Errorf("handed in it is %+v", sat)
	}
	if _, again := second.Assessments.Stranded(); again {
		t.Error("it can be handed in twice")
	}
}

// TestWhereNothingCanBeAssessed: no table, no situations, or nothing left of what was drawn.
func TestWhereNothingCanBeAssessed(t *testing.T) {
	unset, elsewhere := small(t), small(t)
	unset.Assessment = nil
	elsewhere.Bank = scenarios.NewBank(elsewhere.Bank.Topics(), elsewhere.Bank.Principles(), nil)
	dir := t.TempDir()
	sit(t, open(t, dir, small(t)))
	for name, p := range map[string]*pack.Pack{"no table": unset, "no situations": elsewhere} {
		tutor := open(t, dir, p)
		if _, err := tutor.Assessments.Preview(); !errors.Is(err, ErrNoAssessment) {
			t.Errorf("%s: %v", name, err)
		}
		if _, ok := tutor.Assessments.Unfinished(); ok {
			t.Errorf("%s: one that was left is offered", name)
		}
	}
}

func TestAnAssessmentIsOfTheCountryAlone(t *testing.T) {
	tutor := openAs(t, Options{Dir: t.TempDir(), Flags: Learner{guidance.Student, guidance.Ireland}}, small(t), starting())
	d, err := tutor.Assessments.Preview()
	if err != nil || len(d.Drawn) != 2 {
		t.Fatalf("%d situations, %v", len(d.Drawn), err)
	}
	for _, s := range d.Drawn {
		if !s.For(guidance.Ireland) {
			t.Errorf("%s is not of Ireland", s.ID)
		}
	}
}

func TestBeginningAnotherGivesUpTheOneThatWasLeft(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	first := sit(t, tutor)
	put(t, tutor, first, "a-request", scenarios.FairlySure, "b")
	c.pass(day)
	second := sit(t, tutor)
	if left, ok := tutor.Assessments.Unfinished(); !ok || left.Sitting.ID != second.ID() {
		t.Errorf("the one left is %s, %v", left.Sitting.ID, ok)
	}
	d, _ := tutor.Assessments.Preview()
	if !strings.Contains(strings.Join(d.Short, " "), "1 situation in it was answered in the last 30 days") {
		t.Errorf("what was met in the one given up is not said: %q", d.Short)
	}
	second.HandIn()
	flush(t, tutor)
	if _, ok := tutor.Assessments.Unfinished(); ok || tutor.Record.History().Total().Marks != 0 {
		t.Errorf("the one given up counts, or can be carried on: %+v", tutor.Record.History().Total())
	}
}

// TestFault46RestGoesByTheClockThatWasRight: what was answered while the clock was ahead rests no longer than what stood beside it.
func TestFault46RestGoesByTheClockThatWasRight(t *testing.T) {
	for days, worn := range map[int]bool{40: false, 5: true} {
		tutor := knowing(t, Options{}, ago(days+1, "a-request", 1, scenarios.Guess), ago(-4000, "an-order", 1, scenarios.Guess), ago(days, "a-request", 1, scenarios.Guess))
		d, err := tutor.Assessments.Preview()
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(strings.Join(d.Short, " "), "2 situations in it were"); got != worn {
			t.Errorf("%d days on: %q", days, d.Short)
		}
	}
}

// TestAPaperShortOfSingleBestAnswersIsNotDrawn, and it is said why.
func TestAPaperShortOfSingleBestAnswersIsNotDrawn(t *testing.T) {
	p := small(t)
	p.Assessment.Formats = nil
	_, err := open(t, t.TempDir(), p).Assessments.Preview()
	if err == nil || errors.Is(err, ErrNoAssessment) || !strings.Contains(err.Error(), "short of single best answers: an assessment of 4 situations needs 2 of them, and would have 1") {
		t.Errorf("%v", err)
	}
}

// TestARatingInPartIsThereAgainInTheSameRun: what the screen showed is not dropped by leaving.
func TestARatingInPartIsThereAgainInTheSameRun(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	a := sit(t, tutor)
	at := slices.IndexFunc(a.Exam.Items(), func(i scenarios.Item) bool { return i.Situation.ID == "four-ways" })
	a.Go(at)
	a.Exam.Attempt().Number(0, 4)
	a.Go(at + 1)
	a.Close()
	flush(t, tutor)
	left, ok := tutor.Assessments.Unfinished()
	if !ok {
		t.Fatal("it cannot be taken up")
	}
	if got := tutor.Assessments.Resume(left).Exam.Items()[at].Begun(); got != "1 of 4" {
		t.Errorf("of the rating there is %q", got)
	}
}
