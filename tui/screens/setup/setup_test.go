package setup

import (
	"testing"

	"probity/guidance"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func TestTwoQuestionsSettleWhoIsLearning(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Show(New(d.Env)).Titled("Welcome").Sees("What is your role?").Keys("4").Sees("Where do you practise?").Keys("2")
	d.Requests(screen.Restart{})
	if got := d.Env.Tutor.Profile.Learner(); got != screentest.Student {
		t.Errorf("the learner is %v", got)
	}
}

func TestOnlyWhatIsNotKnownIsAsked(t *testing.T) {
	d := screentest.New(t, tutor.Learner{Role: guidance.Doctor})
	d.Show(New(d.Env)).Lacks("What is your role?").Sees("Where do you practise?").Keys("1").Requests(screen.Restart{})
}

func TestBackGoesToTheFirstQuestionAndNoFurther(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Show(New(d.Env)).Keys("1 esc").Sees("What is your role?").Requests()
	d.Keys("esc").Requests(screen.Close{})
}
