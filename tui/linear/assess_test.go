package linear

import (
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"probity/progress"
	"probity/tui/tutor"
)

// assessment begins the assessment of the small library: four situations, of which Four ways to sign comes first.
func (d *desk) assessment() *tutor.Assessment {
	d.t.Helper()
	preview, err := d.Assessments.Preview()
	d.must(err)
	return d.Assessments.Begin(preview)
}

// assess is what is said in an assessment while lines are typed.
func (d *desk) assess(a *tutor.Assessment, typed string) string {
	d.t.Helper()
	return hear(d.t, typed, func(c *Console) error { return c.Assess(d.Tutor, a) })
}

// TestAnAssessmentIsProposed with all that decides whether to begin, what the library lacks for it included.
func TestAnAssessmentIsProposed(t *testing.T) {
	for typed, want := range map[string]bool{"y\n": true, "n\n": false, "": false} {
		d := open(t, doctor)
		preview, err := d.Assessments.Preview()
		d.must(err)
		var begin bool
		said := hear(t, typed, func(c *Console) error { begin = c.Propose(d.Tutor, preview); return nil })
		says(t, said, "An assessment of 4 situations, about 60 minutes. No feedback until the end.\nPassed means at least 60 % above chance",
			"The mix is not quite the blueprint's: 1 straightforward, not 2;", "Begin? (y or n)")
		if begin != want {
			t.Errorf("after %q: begin is %v", typed, begin)
		}
		if d.must(d.Flush()); d.saved().Seq() > 0 {
			t.Error("the proposal was recorded")
		}
	}
}

// TestMovingAbout is which situation is put to the learner after each line, and what is said where a line moves nowhere.
func TestMovingAbout(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		visits      string // the situations in the order in which they come up
		says        string
	}{
		{"on and back", "next\nnext\nback\n", "1 2 3 2", ""},
		{"not beyond the ends", "back\ngo 4\nnext\n", "1 4", "That was the last situation. 4 situations without an answer: list says how each stands. " + moves},
		{"to a number", "go 3\ngo  1\n", "1 3 1", ""},
		{"in capitals", "NEXT\nGo 4\n", "1 2 4", ""},
		{"to no number", "go\ngo three\ngo 0\ngo 5\ngo -1\n", "1", "Go where? Give a number from 1 to 4."},
		{"an answer goes on", "4321\n\n", "1 2", "How sure are you?"},
		{"what is no answer stays", "hello\n", "1", "Please answer again. " + moves},
		{"the last stays", "go 4\na\n\n", "1 4", "Saved.\nThat was the last situation. 3 situations without an answer: list says how each stands. " + moves},
		{"a list stays", "list\n", "1", "4. A request after clinic: not answered\nThis is situation 1. Your answer:\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := open(t, doctor)
			said := d.assess(d.assessment(), c.typed)
			var visits []string
			for _, part := range strings.Split(said, "Assessment, situation ")[1:] {
				visits = append(visits, part[:1])
			}
			if got := strings.Join(visits, " "); got != c.visits {
				t.Errorf("it comes to %s, not %s:\n%s", got, c.visits, said)
			}
			says(t, said, moves, c.says)
			lacks(t, said, "Marks:", "The guidance")
		})
	}
}

// TestAFlagIsSaidAndSaved, and taken away again by the same word.
func TestAFlagIsSaidAndSaved(t *testing.T) {
	d := open(t, doctor)
	a := d.assessment()
	said := d.assess(a, "next\nflag\nlist\nback\nnext\nflag\nflag\n")
	says(t, said, "Marked to come back to.\nSaved.\nYour answer:\n", "2. An order of replies: not answered, to come back to\n",
		"Assessment, situation 2 of 4, to come back to: An order of replies", "No longer marked.\nSaved.\n", "Marked to come back to.\nSaved.\n")
	sat, _ := d.saved().Assessment(a.ID())
	if diff := cmp.Diff(map[string]bool{"an-order": true}, sat.Flagged); diff != "" {
		t.Errorf("flagged are others (-want +got):\n%s", diff)
	}
}

// TestTheLastAnswerStands: an answer is said when its situation comes up again, and another replaces it.
func TestTheLastAnswerStands(t *testing.T) {
	d := open(t, doctor)
	a := d.assessment()
	said := d.assess(a, "4321\n1\nback\n1234\n3\nback\n")
	says(t, said, "Answered so far: a ", "Another answer replaces it.\nYour answer:", "Answered so far: a ")
	sat, _ := d.saved().Assessment(a.ID())
	if len(sat.Answers) != 1 || sat.Answers[0].Sure != 3 || d.saved().Total().Answers != 0 {
		t.Errorf("recorded are %+v, and %d count already", sat.Answers, d.saved().Total().Answers)
	}
}

// TestHandingIn asks first. What is left blank is said before and earns nothing.
func TestHandingIn(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		handed      bool
		says, lacks []string
		answers     int // recorded
	}{
		{"it is not meant", "hand in\nn\n", false, []string{"4 situations without an answer", "Hand in? After that, answers stand. (y or n)\nNot handed in. " + moves, "Left for now: 0 of 4 answered."}, nil, 0},
		{"the end of the input", "4321\n\nhand in\n", false, []string{"3 situations without", "Not handed in.", "Left for now: 1 of 4 answered. Start it again to carry on."}, []string{"Passed", "Not passed"}, 1},
		{"one is blank", "4321\n\nabcde\n\nabc\n\nhand in\ny\n", true, []string{"1 situation without an answer, which would earn nothing.", "Not passed this time."}, []string{"Left for now"}, 4},
		{"none is blank", "4321\n\nabcde\n\nabc\n\na\n\nHand In\nYES\nmore\n1\n4\nmore\n\n", true, []string{
			"That was the last situation.", "Hand in?", "Not passed this time.", "Honesty: ", "Boundaries: ", "more gives the marks", "Which situation, of 4?", "Passed means at least 60 %", "Active time: less than a minute.",
			"Rating: ", "Ranking: ", "Choose several: ", "Single best answer: ", "Situation 1: Four ways to sign\n", "This way of marking a rating is Probity's own.", "Situation 4: A request after clinic\n", ". Your answer",
		}, []string{"without an answer"}, 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := open(t, doctor)
			a := d.assessment()
			said := d.assess(a, c.typed)
			says(t, said, c.says...)
			lacks(t, said, c.lacks...)
			sat, _ := d.saved().Assessment(a.ID())
			if handed := !sat.Submitted.IsZero(); handed != c.handed || len(sat.Answers) != c.answers {
				t.Errorf("handed in: %v, with %d answers", handed, len(sat.Answers))
			}
		})
	}
}

// TestAPassIsSaid, for someone who answers by the key.
func TestAPassIsSaid(t *testing.T) {
	d := open(t, doctor)
	a := d.assessment()
	for i, item := range a.Exam.Items() {
		a.Exam.Go(i)
		a.Exam.Attempt().Take(item.Situation.Key)
		d.must(a.Exam.Submit())
		a.Weigh(3)
	}
	says(t, d.assess(a, "hand in\ny\nmore\n"), "Passed.\n4 situations answered, 4 right.\n", "Honesty: 2 of 2 right, 28 of 28 marks.\n", "49 of 49 marks, where chance alone would bring 22.75.\n")
}

// TestAnAssessmentIsCarriedOnWhereItWasLeft, with the answers and flags so far.
func TestAnAssessmentIsCarriedOnWhereItWasLeft(t *testing.T) {
	d := open(t, doctor)
	d.assess(d.assessment(), "4321\n\nflag\nnext\n")
	left, ok := d.Assessments.Unfinished()
	if !ok {
		t.Fatal("nothing was left")
	}
	said := d.assess(d.Assessments.Resume(left), "list\n")
	says(t, said, "Carrying on where you left off: 1 of 4 answered.\n"+moves, "Assessment, situation 3 of 4: A thread about a vaccine",
		"1. Four ways to sign: answered\n2. An order of replies: not answered, to come back to\n")
}

// TestAnAssessmentThatAnotherWindowHandedIn ends when this one learns of it, with the result; and is handed in once.
func TestAnAssessmentThatAnotherWindowHandedIn(t *testing.T) {
	for name, typed := range map[string]string{"another answer": "4321\n\n", "handed in again": "hand in\ny\n"} {
		t.Run(name, func(t *testing.T) {
			d := open(t, doctor)
			a := d.assessment()
			d.must(d.Flush())
			left, _ := d.Assessments.Unfinished()
			theirs := d.Assessments.Resume(left)
			theirs.HandIn()
			d.must(d.Flush())
			says(t, d.assess(a, typed), "This assessment was handed in already, in another window, on ", "Not passed this time.")
		})
	}
}

// TestAnAssessmentThatAnotherWindowGaveUp ends when this one learns of it: nothing is handed in.
func TestAnAssessmentThatAnotherWindowGaveUp(t *testing.T) {
	for name, c := range map[string]struct{ typed, said string }{
		"another answer": {"4321\n\n", "This assessment was given up in another window, where another was begun"},
		"handed in":      {"hand in\ny\n", "Your assessment was not handed in"},
		"left":           {"", "This assessment was given up in another window, where another was begun"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, doctor)
			a := d.assessment()
			d.must(d.Flush())
			other := d.another()
			draft, err := other.Assessments.Preview()
			d.must(err)
			other.Assessments.Begin(draft)
			d.must(other.Flush())
			said := d.assess(a, c.typed)
			says(t, said, c.said)
			for _, not := range []string{"assed", "Saved.", "Left for now"} {
				if strings.Contains(said, not) {
					t.Errorf("it says %q:\n%s", not, said)
				}
			}
		})
	}
}

// TestAResultSaysWhatWasRewordedSince: the marks are those of the wording that was answered.
func TestAResultSaysWhatWasRewordedSince(t *testing.T) {
	d := open(t, doctor)
	d.assess(d.assessment(), "4321\n\n")
	now, _ := d.Library.Pack().Bank.Situation("four-ways")
	now.Revision++
	left, _ := d.Assessments.Unfinished()
	said := d.assess(d.Assessments.Resume(left), "hand in\ny\n1\n2\n")
	says(t, said, "Situation 1: Four ways to sign\n"+d.Library.Reworded(left.Answers[0])+"\n", "Not this time. Marks: ", "Situation 2: ")
	if n := strings.Count(said, "reworded"); n != 1 {
		t.Errorf("said of %d situations:\n%s", n, said)
	}
}

// TestHowSureIsNotAskedInAnAssessment where the learner has turned it off.
func TestHowSureIsNotAskedInAnAssessment(t *testing.T) {
	d := open(t, doctor)
	d.Profile.Change(tutor.SettingCertainty, tutor.Off)
	said := d.assess(d.assessment(), "4321\nabcde\n")
	says(t, said, "situation 3 of 4")
	lacks(t, said, "How sure")
}

// TestAnAssessmentThatCannotBeSavedSaysSo with each answer, and at the end.
func TestAnAssessmentThatCannotBeSavedSaysSo(t *testing.T) {
	d := open(t, doctor)
	a := d.assessment()
	d.must(d.Flush())
	d.fault = syscall.ENOSPC
	var out strings.Builder
	err := New(strings.NewReader("4321\n\nflag\nhand in\ny\n"), &out).Assess(d.Tutor, a)
	if err == nil {
		t.Error("it ends without a fault")
	}
	if n := strings.Count(out.String(), " not saved yet: "); n != 2 {
		t.Errorf("said %d times:\n%s", n, out.String())
	}
	lacks(t, out.String(), "Saved.\n", "Passed.", "Not passed")
}

// TestATitleOfAPackActsOnNothing: situations are written by others.
func TestATitleOfAPackActsOnNothing(t *testing.T) {
	d := open(t, doctor)
	a := d.assessment()
	a.Exam.Items()[0].Situation.Title = "Four\x1b[2J\nways"
	says(t, d.assess(a, "list\n"), "situation 1 of 4: Four[2J ways\n", "1. Four[2J ways: not answered\n")
}

// TestAnAssessmentThatLeftTheLibraryIsHandedIn, once that is wanted.
func TestAnAssessmentThatLeftTheLibraryIsHandedIn(t *testing.T) {
	answer := replied("long-gone", "named", "honesty", 1, 0)
	answer.Sitting = "lost"
	d := open(t, doctor, progress.Sitting{ID: "lost", Kind: progress.Assessment, Drawn: []string{"long-gone", "gone-too"}, Library: "0.0.1", At: started}, answer)
	lost, ok := d.Tutor.Assessments.Stranded()
	if !ok {
		t.Fatal("it is not stranded")
	}
	for _, c := range []struct {
		typed   string
		submits int
		said    string
	}{{"n\n", 0, "It stays as it is."}, {"y\n1\n", 1, "Situation 1: long-gone (no longer in the library)"}} {
		said := hear(t, c.typed, func(console *Console) error { return console.Stranded(d.Tutor, lost) })
		says(t, said, "cannot be carried on", "You answered 1 of 2.", c.said)
		if _, again := d.Tutor.Assessments.Stranded(); again == (c.submits == 1) {
			t.Errorf("after %q it is to be handed in: %v", c.typed, again)
		}
	}
}
