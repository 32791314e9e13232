// Today: what it holds, in which order, what follows with a turn, and how it is carried on.
package tutor

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// held is the situations of Today as it was begun, by their ids.
func held(p *Practice) string {
	sitting, _ := p.in.record.history.Sitting(p.id)
	return strings.Join(sitting.Drawn, " ")
}

var today = Selection{Today: true}

func TestTodayHasWhatIsDueAndThenWhatIsNew(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	p := begin(t, tutor, today)
	if got := held(p); !strings.HasPrefix(got, "a-request ") || strings.Count(got, " ") != 3 || strings.Contains(got, "two-views") {
		t.Errorf("before anything was met it has %s; want the easiest first, and no discussion", got)
	}
	if text := saved(t, tutor, dir); !strings.Contains(text, "kind = \"practice\"\ntoday = 1\n") {
		t.Errorf("the record is\n%s", text)
	}
	give(t, p, scenarios.FairlySure, p.Sitting.Current().Key...)
	for p.Sitting.Next(); p.Sitting.Current() != nil; p.Sitting.Next() {
		give(t, p, scenarios.FairlySure, p.Sitting.Current().Key...)
	}
	if _, err := tutor.Practices.Begin(today); !errors.Is(err, ErrNoneToday) || !errors.Is(err, ErrNoneDue) {
		t.Errorf("with everything met and nothing due: %v", err)
	}
	c.pass(30 * day)
	if got := tutor.Practices.Today(); got.Due != 2 || got.New != 0 || got.Length == 0 {
		t.Errorf("a month later: %+v", got)
	}
	begin(t, tutor, today)
	if text := saved(t, tutor, dir); !strings.Contains(text, "kind = \"review\"\ntoday = 1\n") {
		t.Errorf("the record is\n%s", text)
	}
}

func TestTodayMeetsWhatIsDueFirst(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	meet(t, tutor, "a-request")
	c.pass(3 * day)
	if got := held(begin(t, tutor, today)); !strings.HasPrefix(got, "an-order ") || strings.Contains(got, "a-request") {
		t.Errorf("it has %s", got)
	}
	if got := tutor.Practices.Today(); got.Due != 1 || got.New != 2 {
		t.Errorf("it is said to have %d due and %d new", got.Due, got.New)
	}
}

// TestAConfidentMistakeIsPutRight: it is met the same day, and no more once its family was answered rightly.
func TestAConfidentMistakeIsPutRight(t *testing.T) {
	tutor := families(t, Options{Dir: t.TempDir()}, starting(), 7)
	p := begin(t, tutor, Selection{Only: "a-request/an-old-friend"})
	give(t, p, scenarios.VerySure, "d")
	p = begin(t, tutor, today)
	if first := p.Sitting.Current(); first.Family != "a-request" || first.Variant == "an-old-friend" || !tutor.Practices.Today().Mistake {
		t.Fatalf("it begins with %s", first.ID)
	}
	if right(t, p); p.Sitting.Offered() != nil {
		t.Error("a turn follows what is not new")
	}
	if tutor.Practices.Today().Mistake {
		t.Error("put right, it is still there")
	}
}

// TestWhatDoesNotFitWaits: of more than ten minutes the beginning alone, with nothing new, and it is said.
func TestWhatDoesNotFitWaits(t *testing.T) {
	c := starting()
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	tutor := openAs(t, Options{Dir: t.TempDir()}, library, c)
	meetAll(t, begin(t, tutor, Selection{}), func(*scenarios.Situation) bool { return false })
	c.pass(10 * day)
	plan, due := tutor.Practices.Today(), tutor.Practices.Reviews().Due
	if plan.Due == 0 || plan.Waiting == 0 || plan.New > 0 || plan.Due+plan.Waiting != due || plan.Length > todayLength {
		t.Errorf("of %d due it holds %d, with %d waiting and %d new, in %v", due, plan.Due, plan.Waiting, plan.New, plan.Length)
	}
	if p := begin(t, tutor, today); !strings.HasPrefix(p.Note, waiting(plan.Due, plan.Waiting)) {
		t.Errorf("it is begun with %q", p.Note)
	}
	for _, w := range []struct {
		due, more int
		want      string
	}{
		{2, 0, ""},
		{1, 1, "2 principles are due: this is the one that has waited longest."},
		{5, 9, "14 principles are due: these are the 5 that have waited longest."},
	} {
		if got := waiting(w.due, w.more); got != w.want {
			t.Errorf("%d and %d: %q", w.due, w.more, got)
		}
	}
}

// TestTurnsOfTodayFollowWhatWasNewWhenItBegan, also where it is taken up by another window, after answers to the same families there.
func TestTurnsOfTodayFollowWhatWasNewWhenItBegan(t *testing.T) {
	c, dir := starting(), t.TempDir()
	first := families(t, Options{Dir: dir}, c, 7)
	meet(t, first, "a-request/an-old-friend")
	c.pass(10 * day)
	p := begin(t, first, today)
	if p.Sitting.Current().Principle == "" || first.Practices.Today().Due == 0 {
		t.Fatal("nothing is due, so this shows nothing")
	}
	turns := map[string]bool{}
	for p.Sitting.Current() != nil {
		now := p.Sitting.Current()
		if right(t, p); p.Sitting.Offered() != nil {
			turns[now.Family] = true
		}
		again, err := families(t, Options{Dir: dir}, c, 7).Practices.Start(today, AsAsked)
		switch n, of := p.Sitting.Place(); {
		case n == of: // nothing is left to carry on
		case err != nil || again.id != p.id:
			t.Errorf("after %s another window carries on %v: %v", now.ID, again, err)
		case nameOf(again.Sitting.Offered()) != nameOf(p.Sitting.Offered()):
			t.Errorf("after %s another window offers %q, this one %q", now.ID, nameOf(again.Sitting.Offered()), nameOf(p.Sitting.Offered()))
		}
		p.Sitting.Next()
	}
	if turns["a-request"] || len(turns) == 0 {
		t.Errorf("turns follow %v", turns)
	}
}

func TestATodayThatWasLeftIsCarriedOn(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	p := begin(t, tutor, today)
	right(t, p)
	for _, ask := range []Selection{today, {Today: true, First: true}} {
		again, err := openAs(t, Options{Dir: dir}, small(t), c).Practices.Start(ask, AsAsked)
		if err != nil || again.id != p.id || !again.Today || again.word() != "Today" {
			t.Errorf("%+v begins another: %v", ask, err)
		}
	}
	left, _ := tutor.Practices.Unfinished()
	if !left.Today || left.Done != 1 {
		t.Errorf("left is %+v", left)
	}
}

// TestNextIsOneSituation, and gives up nothing that was left.
func TestNextIsOneSituation(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	meet(t, tutor, "a-request")
	practice := begin(t, tutor, Selection{})
	c.pass(3 * day)
	next, err := tutor.Practices.Start(Selection{Today: true, First: true}, AsAsked)
	if err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	if got := held(next); got != "an-order" || next.Numbered() != "One situation" {
		t.Errorf("it has %s, and is called %s", got, next.Numbered())
	}
	if left, ok := tutor.Practices.Unfinished(); !ok || left.sitting.ID != practice.id {
		t.Errorf("left is %+v", left)
	}
	right(t, next)
	if next.Sitting.Next(); next.Sitting.Stage() != scenarios.Finished {
		t.Error("something follows")
	}
	if slices.Contains([]string{"", "an-order"}, held(begin(t, tutor, today))) {
		t.Error("it is not met any more for itself")
	}
}

func TestTodayInWords(t *testing.T) {
	for want, plan := range map[string]Today{
		"6 due and 2 new": {Due: 6, New: 2}, "1 due": {Due: 1}, "3 new": {New: 3}, "9 of 14 due": {Due: 9, Waiting: 5},
		"2 due, 1 missed when very sure and 1 new": {Due: 2, Mistake: true, New: 1}, "1 missed when very sure": {Mistake: true}, "": {},
	} {
		if got := plan.Words(); got != want {
			t.Errorf("%+v: %q, want %q", plan, got, want)
		}
	}
}

// TestWhatIsBegunIsWhatWasLookedAt: home has told how much Today holds, and how long it takes.
func TestWhatIsBegunIsWhatWasLookedAt(t *testing.T) {
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), starting())
	plan := tutor.Practices.Today()
	p := begin(t, tutor, today)
	if _, of := p.Sitting.Place(); of != len(plan.drawn) || p.Sitting.Current() != plan.drawn[0] {
		t.Errorf("%d situations are begun where %d were told of", of, len(plan.drawn))
	}
}

// TestWhatWasLeftBlankIsNotMet: it is as new in Today as before, and an assessment need not let it rest.
func TestWhatWasLeftBlankIsNotMet(t *testing.T) {
	for name, c := range map[string]struct {
		chosen []string
		have   int // new ones in Today
		rested bool
	}{"answered": {[]string{"b"}, 3, false}, "left blank": {nil, 4, true}} {
		t.Run(name, func(t *testing.T) {
			a := ago(1, "a-request", 0, scenarios.NotAsked)
			a.Sitting, a.Chosen = "exam", c.chosen
			tutor := knowing(t, Options{}, progress.Sitting{ID: "exam", Kind: progress.Assessment, Drawn: []string{"a-request"}}, a,
				progress.Submit{Sitting: "exam", Pass: 0.5, Rule: scenarios.ByShares})
			if got := tutor.Practices.Today(); got.New != c.have {
				t.Errorf("%d are new, want %d", got.New, c.have)
			}
			draft, err := tutor.Assessments.Preview()
			if err != nil {
				t.Fatal(err)
			}
			if said := strings.Join(draft.Short, " "); strings.Contains(said, "answered in the last") == c.rested {
				t.Errorf("the assessment says %q", said)
			}
		})
	}
}

// TestAPracticeOfAPackThatIsAway: it is said that another gives it up. With the pack it goes on.
func TestAPracticeOfAPackThatIsAway(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir, small(t))
	answerRight(t, begin(t, first, Selection{Topic: "boundaries"}))
	flush(t, first)
	left, ok := first.Practices.Unfinished()
	if !ok || left.Done != 1 {
		t.Fatalf("%+v was left", left)
	}
	lacking := small(t)
	lacking.Bank = scenarios.NewBank(lacking.Bank.Topics(), lacking.Bank.Principles(), slices.DeleteFunc(lacking.Bank.All(), func(s *scenarios.Situation) bool {
		return slices.Contains(left.sitting.Drawn[1:], s.ID)
	}))
	away := open(t, dir, lacking)
	if _, ok := away.Practices.Unfinished(); ok {
		t.Fatal("it can be taken up")
	}
	if p, want := begin(t, away, Selection{}), fmt.Sprintf("The practice you left at 1 of %d is given up once you answer here", len(left.sitting.Drawn)); !strings.Contains(p.Note, want) {
		t.Errorf("it says %q", p.Note)
	}
	flush(t, away)
	if again, ok := open(t, dir, small(t)).Practices.Unfinished(); !ok || again.sitting.ID != left.sitting.ID {
		t.Errorf("%+v is taken up", again)
	}
}
