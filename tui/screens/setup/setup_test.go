package setup

import (
	"strconv"
	"strings"
	"testing"

	"probity/guidance"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Profile: t.Profile}
}

func TestTwoQuestionsSettleWhoIsLearning(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Titled("Welcome").Sees("You meet situations", "Five minutes", "one file on this computer", "What is your role?").Keys("4").Sees("Where do you practise?").Lacks("Five minutes").Keys("2")
	d.Requests(screen.Restart{})
	if got := d.Tutor.Profile.Learner(); got != screentest.Student {
		t.Errorf("the learner is %v", got)
	}
}

func TestOnlyWhatIsNotKnownIsAsked(t *testing.T) {
	d := screentest.New(t, tutor.Learner{Role: guidance.Doctor})
	d.Show(New(d.Env, parts(d.Tutor))).Lacks("What is your role?").Sees("Where do you practise?").Keys("1").Requests(screen.Restart{})
}

func TestBackGoesToTheFirstQuestionAndNoFurther(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("1 esc").Sees("What is your role?").Requests()
	d.Keys("esc").Requests(screen.Close{})
}

// TestBackIsAtTheAnswerThatWasGiven: enter gives it again, and no other.
func TestBackIsAtTheAnswerThatWasGiven(t *testing.T) {
	for i, role := range guidance.Roles() {
		d := screentest.New(t, screentest.Nobody).Resize(40, 12)
		d.Show(New(d.Env, parts(d.Tutor))).Keys(strconv.Itoa(i+1)+" esc").Sees("What is your role?", "› "+strconv.Itoa(i+1)+"  "+role.Name()).Keys("enter 1").Requests(screen.Restart{})
		if got := d.Tutor.Profile.Learner().Role; got != role {
			t.Errorf("%q became %q", role, got)
		}
	}
}

// TestWhateverIsChosenIsWhoIsLearning: by its number or by arrows.
func TestWhateverIsChosenIsWhoIsLearning(t *testing.T) {
	for i, role := range guidance.Roles() {
		for j, country := range guidance.Jurisdictions() {
			want := tutor.Learner{Role: role, Jurisdiction: country}
			t.Run(role.Name()+", "+country.Short(), func(t *testing.T) {
				d := screentest.New(t, screentest.Nobody)
				d.Show(New(d.Env, parts(d.Tutor))).Sees(role.Name()).Keys(strconv.Itoa(i + 1)).Sees(country.Name()).Keys(strings.Repeat("down ", j) + "enter")
				if got := d.Requests(screen.Restart{}).Tutor.Profile.Learner(); got != want {
					t.Errorf("the learner is %v", got)
				}
			})
		}
	}
}

// TestARoleAloneCompletesWhatWasGiven: the country came with the command.
func TestARoleAloneCompletesWhatWasGiven(t *testing.T) {
	d := screentest.New(t, tutor.Learner{Jurisdiction: guidance.Ireland})
	d.Show(New(d.Env, parts(d.Tutor))).Sees("What is your role?").Keys("4").Lacks("Where do you practise?").Requests(screen.Restart{})
	if got := d.Tutor.Profile.Learner(); got != screentest.Student {
		t.Errorf("the learner is %v", got)
	}
}

// TestAnotherRoleCanBeChosenOnTheWay: what counts is what was chosen last.
func TestAnotherRoleCanBeChosenOnTheWay(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("1 esc 4 2").Requests(screen.Restart{})
	if got := d.Tutor.Profile.Learner(); got != screentest.Student {
		t.Errorf("the learner is %v", got)
	}
}

// TestNobodyIsLearningBeforeBothAreKnown: half an answer settles nothing.
func TestNobodyIsLearningBeforeBothAreKnown(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("1").Requests()
	if got := d.Tutor.Profile.Learner(); got != screentest.Nobody {
		t.Errorf("the learner is %v", got)
	}
}

// TestTheSecondQuestionBeginsAtItsFirstAnswer, wherever the first was answered.
func TestTheSecondQuestionBeginsAtItsFirstAnswer(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("down down down enter").Sees("› 1  " + guidance.Jurisdictions()[0].Name())
}

func TestBothQuestionsFitASmallWindow(t *testing.T) {
	d := screentest.New(t, screentest.Nobody).Resize(40, 8)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("Five minutes is enough", "What is your role?", "Doctor").Keys("pgdown").Sees("Another profession").Keys("4").Sees("Where do you practise?").Keys("down").Sees("Ireland")
}
