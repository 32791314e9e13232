// An assessment and a review, key by key, and what is on the disk afterwards.

package app

import (
	"strings"
	"testing"
)

func TestAnAssessmentIsBegunOnceItIsMeant(t *testing.T) {
	d := drive(t, given{learner: doctor})
	d.keys("a").sees("Begin   4 situations, about 60 minutes", "The mix is not quite the blueprint's").holds("[[sitting]]", 0)
	d.keys("b").sees("Assessment 1 of 4", "of 60:00").holds("kind = \"assessment\"", 1)
}

func TestNoFeedbackUntilTheEnd(t *testing.T) {
	d := drive(t, given{learner: doctor})
	d.keys("a b 4 3 2 1 enter").sees("How sure are you?").keys("2").sees("Assessment 2 of 4").lacks("marks. Chance alone").holds("[[answer]]", 1)
	d.keys("J enter 2 a b c enter 2 b enter 2").sees("4 of 4 answered.", "› s  Hand in").holds("[[answer]]", 4)
	d.keys("s").sees("s again hands in: from then on, answers stand.").holds("[[submit]]", 0)
	d.keys("s").sees("Not passed this time", "20 of 49 marks, where chance alone would bring 22.75", "Passed means at least 60 % above chance").holds("[[submit]]", 1)
	d.keys("enter").sees("4 of 16", "you: fairly sure").keys("esc").sees("By format")
	d.keys("esc").sees("Practise").keys("a").sees("Handed in", "22 November 2026", "not passed at 60\u00a0%").lacks("Carry on")
}

func TestAllRightIsPassed(t *testing.T) {
	d := drive(t, given{learner: doctor})
	d.keys("a b 3 1 4 2 enter 3 a 5 b 4 c 3 d 2 enter 3 a c g enter 3 d enter 3 s s")
	d.sees("✓ Passed", "49 of 49 marks", "4 situations answered, 4 right", "Passed means at least 60 % above chance")
	d.keys("esc a").sees("4 of 4 right: passed at 60\u00a0%")
}

// TestLeavingAnAssessmentInTheMiddle: ctrl+c asks nothing and loses nothing; the next run carries on there.
func TestLeavingAnAssessmentInTheMiddle(t *testing.T) {
	for _, c := range []struct {
		name, keys, sees string
		answers          int
	}{
		{"at a situation nothing of it is recorded", "4 3 ctrl+c", "Assessment 1 of 4", 0},
		{"at how sure the answer is kept without it", "4 3 2 1 enter ctrl+c", "Assessment 2 of 4", 1},
		{"leaving by esc keeps it too", "4 3 2 1 enter esc esc esc ctrl+c", "Assessment 1 of 4", 1},
		{"once answered it is there", "4 3 2 1 enter 2 ctrl+c", "Assessment 2 of 4", 1},
		{"where one was marked", "4 3 2 1 enter 2 n x ctrl+c", "Assessment 3 of 4 · flagged", 1},
		{"where one was answered and marked", "4 3 2 1 enter 2 p x ctrl+c", "Assessment 1 of 4 · flagged", 1},
		{"in the overview", "n n n b enter 1 ctrl+c", "Assessment 4 of 4", 1},
		{"before handing in", "o s ctrl+c", "Assessment 1 of 4", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, given{learner: doctor})
			d.keys("a b "+c.keys).holds("[[answer]]", c.answers).holds("[[submit]]", 0)
			if strings.Contains(c.keys, "enter ctrl+c") || strings.Contains(c.keys, "enter esc") {
				d.holds("sure =", 0)
			}
			again := drive(t, given{dir: d.dir})
			again.keys("a c").sees(c.sees, "Carrying on where you left off").holds("[[sitting]]", 1)
		})
	}
}

func TestWhatIsDueIsMetAndComesBackLater(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")})
	d.keys("a enter 3").sees("Saved. Back").keys("enter enter +24h s esc").sees("1 due and 2 new")
	d.keys("t").sees("Today 1 of 3", "An order of replies").keys("J enter 1").sees("Saved. Back").keys("esc").sees("› enter  Today", "carry on: 1 of 3")
}

// TestHowSureStaysInSight below a notice in the smallest window.
func TestHowSureStaysInSight(t *testing.T) {
	for id, keys := range map[string]string{"a-request": "b enter", "a-thread": "a b c enter"} {
		drive(t, given{learner: doctor, start: only(id), width: 24, height: 8}).keys(keys).sees("How sure").keys("enter").sees("How sure").keys("enter").sees("How sure")
	}
}
