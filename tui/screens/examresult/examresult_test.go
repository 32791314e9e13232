package examresult

import (
	"fmt"
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/parts/feedback"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Parts: feedback.Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile}, Clock: t.Clock, Record: t.Record, Assessments: t.Assessments, Progress: t.Progress}
}

// result is the screen of an assessment of two situations: one right, one three quarters right.
func result(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, screentest.Recorded(t, screentest.Assessed()...), screentest.Nobody)
	return d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToExamResult{Sitting: "done"}))
}

// resultOf is the screen of an assessment that was handed in with these answers.
func resultOf(t *testing.T, answers ...progress.Answer) *screentest.Driver {
	t.Helper()
	at := screentest.Started.AddDate(0, 0, -2)
	begun := progress.Sitting{ID: "done", Kind: progress.Assessment, Library: "0.0.1", At: at}
	facts := []progress.Fact{}
	for _, a := range answers {
		begun.Drawn = append(begun.Drawn, a.Scenario)
		a.Sitting = "done"
		facts = append(facts, a)
	}
	facts = append([]progress.Fact{begun}, append(facts, progress.Submit{Sitting: "done", Pass: 0.5, Rule: scenarios.ByShares, At: at})...)
	d := screentest.In(t, screentest.Recorded(t, facts...), screentest.Nobody)
	return d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToExamResult{Sitting: "done"}))
}

func TestTheWholeStandsBesideChanceAndItsRule(t *testing.T) {
	result(t).Titled("Assessment").Sees("✓ Passed", "13 of 17 marks", "chance alone", "2 situations answered, 2 right.", "By topic", "By format", "Handed in 20 November 2026")
}

func TestASituationIsReadWithItsFeedback(t *testing.T) {
	d := result(t).Sees("Each situation, with its feedback", "✓  A request after clinic    1 of 1").Keys("enter").Sees("✓ Right", "you: a, very sure", "A request after clinic").Lacks("Handed in")
	d.Keys("enter").Sees("✓ Passed")
}

func TestEscGoesBackStepByStep(t *testing.T) {
	d := result(t).Keys("enter ! esc").Sees("you: a, very sure").Lacks("Does something seem wrong").Requests()
	d.Keys("esc").Sees("✓ Passed").Requests().Keys("esc").Requests(screen.Close{})
}

func TestUntilItIsSavedItIsBeingHandedIn(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	draft, err := d.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	sat := d.Tutor.Assessments.Begin(draft)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToExamResult{Sitting: sat.ID()})).Sees("Handing in…").Keys("enter").Requests()
	sat.HandIn()
	d.Send(screen.ChangedMsg{}).Sees("✗ Not passed this time").Lacks("Handing in…")
}

// TestWhatAnotherWindowHandedInIsSaid above the result, by the window that comes second; the first says nothing of it.
func TestWhatAnotherWindowHandedInIsSaid(t *testing.T) {
	one := screentest.New(t, screentest.Doctor)
	draft, err := one.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	a := one.Tutor.Assessments.Begin(draft)
	one.Show(New(one.Env, parts(one.Tutor), screen.ToExamResult{Sitting: a.ID(), Just: a}))
	two := screentest.In(t, one.Dir, screentest.Nobody)
	left, _ := two.Tutor.Assessments.Unfinished()
	b := two.Tutor.Assessments.Resume(left)
	const said = "This assessment was handed in already, in another window, on 22"
	a.HandIn()
	one.Send(screen.ChangedMsg{}).Sees("Not passed").Lacks(said)
	b.HandIn()
	two.Show(New(two.Env, parts(two.Tutor), screen.ToExamResult{Sitting: b.ID(), Just: b})).Sees("Not passed", said)
	two.Keys("enter").Lacks(said).Keys("enter").Send(screen.ChangedMsg{}).Sees(said)
}

// TestWhatWasGivenUpInAnotherWindowHasNoResult: it could not be handed in, and one is led to where the other can be carried on.
func TestWhatWasGivenUpInAnotherWindowHasNoResult(t *testing.T) {
	one := screentest.New(t, screentest.Doctor)
	draft, err := one.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	a := one.Tutor.Assessments.Begin(draft)
	one.Show(New(one.Env, parts(one.Tutor), screen.ToExamResult{Sitting: a.ID(), Just: a})).Requests()
	two := screentest.In(t, one.Dir, screentest.Nobody)
	two.Tutor.Assessments.Begin(draft)
	if err := two.Tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	a.HandIn()
	one.Send(screen.ChangedMsg{}).Requests(screen.Open{To: screen.ToExamMenu{}, Replace: true}).RecordHas("[[submit]]", 0)
}

func TestItIsBeingHandedInUntilTheLibraryIsThereToShowIt(t *testing.T) {
	d := screentest.Early(t, screentest.Recorded(t, screentest.Assessed()...), screentest.Nobody)
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToExamResult{Sitting: "done"})).Lacks("Passed").Keys("enter").Requests()
	d.Ready().Sees("✓ Passed", "Each situation, with its feedback")
}

// TestEachSituationSaysWhatItEarned: and how sure somebody was who was wrong.
func TestEachSituationSaysWhatItEarned(t *testing.T) {
	blank := screentest.Replied("a-request", "boundaries", 0, 0, 2)
	blank.Chosen = nil
	part, lost := screentest.Replied("four-ways", "honesty", 0, 0, 2), screentest.Replied("long-gone", "past", 0, 0, 2)
	part.Chosen, part.Rated, lost.Chosen, lost.Rated = nil, 3, nil, 3
	gone := screentest.Replied("long-gone", "past", 0, 1, 2)
	for _, c := range []struct {
		name   string
		answer progress.Answer
		line   string
	}{
		{"right", screentest.Replied("a-request", "boundaries", 4, 3, 2), "✓ A request after clinic 1 of 1"},
		{"nearly right", screentest.Replied("four-ways", "honesty", 3, 3, 2), "✓ Four ways to sign 12 of 16"},
		{"part of it", screentest.Replied("four-ways", "honesty", 2, 1, 2), "◐ Four ways to sign 8 of 16, a guess"},
		{"wrong, and very sure", screentest.Replied("a-request", "boundaries", 0, 3, 2), "✗ A request after clinic 0 of 1, very sure"},
		{"wrong, and not asked", screentest.Replied("a-request", "boundaries", 0, 0, 2), "✗ A request after clinic 0 of 1"},
		{"left blank", blank, "– A request after clinic 0 of 1, left blank"},
		{"rated in part", part, "– Four ways to sign 0 of 16, left blank, 3 of 4 rated"},
		{"rated in part, and gone", lost, "– long-gone (no longer in the library) 0 of 1, left blank, 3 rated"},
		{"no longer in the library", gone, "✗ long-gone (no longer in the library) 0 of 1, a guess"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := resultOf(t, c.answer)
			_, line, _ := strings.Cut(d.View(), "› ")
			line, _, _ = strings.Cut(line, "By topic")
			if got := strings.Join(strings.Fields(line), " "); got != c.line {
				t.Errorf("the line says %q, want %q", got, c.line)
			}
		})
	}
}

// TestASituationThatIsGoneHasNoFeedback: its marks stay, and that is said.
func TestASituationThatIsGoneHasNoFeedback(t *testing.T) {
	d := resultOf(t, screentest.Replied("long-gone", "past", 0, 1, 2)).Keys("enter").Sees("This situation is no longer in the library.", "Handed in").Offers("feedback").Requests()
	d.Keys("down").Lacks("This situation is no longer")
}

// TestARewordedSituationSaysSo: what is shown is not what was answered.
func TestARewordedSituationSaysSo(t *testing.T) {
	resultOf(t, screentest.Replied("a-thread", "honesty", 4, 2, 2)).Keys("enter").Sees("It has been reworded since: you see revision 2")
}

func TestWhatWasMissedIsNotPassed(t *testing.T) {
	resultOf(t, screentest.Replied("a-request", "boundaries", 0, 3, 2), screentest.Replied("four-ways", "honesty", 2, 2, 2)).Sees("✗ Not passed this time", "8 of 17 marks").Lacks("✓ Passed")
}

// many is the screen of an assessment of six single best answers, five of them right, and one rating at 0. They come to (14/3 − 1.2) / 8, 43 %.
func many(t *testing.T) *screentest.Driver {
	t.Helper()
	answers := []progress.Answer{screentest.Replied("four-ways", "honesty", 0, 2, 2), screentest.Replied("a-request", "boundaries", 0, 2, 2)}
	for i := range 5 {
		answers = append(answers, screentest.Replied(fmt.Sprintf("another-%d", i), "boundaries", 4, 2, 2))
	}
	return resultOf(t, answers...)
}

// TestTheBarsGoWhereThereIsNoRoom: they are shorter first, and the figures stay.
func TestTheBarsGoWhereThereIsNoRoom(t *testing.T) {
	best := scenarios.Percent(7.0 / 9)
	d := many(t).Sees("By format, above chance", "█", best+"  5 of 6 marks", "0 of 1 right  0 of 16 marks")
	d.Resize(40, 60).Sees("Boundaries", "█████░", "0 of 1 right, 0 of 16 marks").Resize(30, 60).Lacks("█").Sees("Boundaries", best+", 5 of 6 marks")
	d.Resize(120, 40).Sees("█", best)
}

func TestTheScoreIsSaidWithHowFarItCanBeRelied(t *testing.T) {
	many(t).Sees("5 of 22 marks", scenarios.Percent((14.0/3-1.2)/8)+" above chance", "Give or take 16 points:", "Score: 43\u00a0% above chance. To pass: at least 50\u00a0% above chance.").Lacks("raw marks")
}

// TestAPaperOfBeforeSaysHowItWasJudged: by its raw marks together, for good.
func TestAPaperOfBeforeSaysHowItWasJudged(t *testing.T) {
	facts := screentest.Assessed()
	last := len(facts) - 1
	submit := facts[last].(progress.Submit)
	submit.Rule = 0
	facts[last] = submit
	d := screentest.In(t, screentest.Recorded(t, facts...), screentest.Nobody)
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToExamResult{Sitting: "done"}))
	d.Sees("✓ Passed", "2 situations answered, 2 right.", "It is judged by its raw", "as papers were when it was handed in.")
}

// TestTheTopicsAreInTheOrderOfTheirNames, whatever was answered first.
func TestTheTopicsAreInTheOrderOfTheirNames(t *testing.T) {
	d := resultOf(t, screentest.Replied("four-ways", "honesty", 2, 2, 2), screentest.Replied("a-request", "boundaries", 0, 3, 2))
	if strings.Index(d.View(), "Boundaries") > strings.Index(d.View(), "Honesty") {
		t.Errorf("the topics are in another order:\n%s", d.View())
	}
}

func TestKeysAreThoseThatWorkNow(t *testing.T) {
	d := result(t).Offers("feedback").Offers("back").Denies("this seems wrong").Denies("what changed")
	d.Keys("enter").Offers("back to the whole").Offers("this seems wrong").Offers("what changed").Denies("feedback")
	d.Keys("w").Offers("back to the feedback").Denies("what changed")
}

// TestNoPercentageIsOfBlanks: a part of which fewer than six were answered says how many that were, and has no bar.
func TestNoPercentageIsOfBlanks(t *testing.T) {
	for answered, says := range map[int]string{0: "none answered, 9 left blank", 5: "5 answered, 5 right, 4 left blank", 6: "6 answered, 6 right, 3 left blank"} {
		var answers []progress.Answer
		for i := range 9 {
			a := screentest.Replied(fmt.Sprintf("another-%d", i), "boundaries", 4, 2, 2)
			if i >= answered {
				a = screentest.Replied(fmt.Sprintf("another-%d", i), "boundaries", 0, 0, 2)
				a.Chosen = nil
			}
			answers = append(answers, a)
		}
		d := resultOf(t, answers...)
		for _, width := range []int{80, 40} {
			d.Resize(width, 70)
			_, parts, _ := strings.Cut(strings.Join(strings.Fields(d.View()), " "), "By topic")
			if !strings.Contains(parts, says) || strings.Contains(parts, "below") || answered < 6 && strings.ContainsAny(parts, "%█") {
				t.Errorf("with %d answered it says\n%s", answered, parts)
			}
		}
	}
}
