// Flaws of the figures: the parts add up to the whole, and what follows from other figures does.

package certificate

import (
	"fmt"
	"math"
	"slices"

	"probity/progress"
	"probity/scenarios"
)

// slack is how far figures kept to four places may be off when they are added up.
const slack = 1e-3

func near(a, b float64) bool { return math.Abs(a-b) <= slack }

// flaw is of a score by itself: the score above chance follows from the rest.
func (s Score) flaw() string {
	sum := scenarios.Score{Answers: s.Answers, Marks: s.Marks, Of: s.Available, Chance: s.Chance, Raw: true}
	above, _ := sum.Above()
	switch {
	case s.Answers < 1:
		return "a score is of " + count(s.Answers, "answer")
	case !sum.Possible():
		return fmt.Sprintf("a score of %s of %s marks in %s, with %s by chance, can't be", figure(s.Marks), figure(s.Available),
			count(s.Answers, "answer"), figure(s.Chance))
	case !near(above, s.Above):
		return fmt.Sprintf("it says %s above chance, and %s of %s marks are %s", percent(s.Above), figure(s.Marks), figure(s.Available), percent(above))
	}
	return ""
}

func (c Certificate) scoreFlaw() string {
	e := c.Evidence
	switch {
	case e.Score == nil:
		return ""
	case e.Score.flaw() != "":
		return e.Score.flaw()
	case e.Activity.Blank > 0 && e.Activity.Blank == e.Activity.Answers && e.Score.Marks > 0:
		return "it has marks, and every situation was left blank"
	case e.Score.Answers > e.Activity.Answers:
		return fmt.Sprintf("%d of its %s are scored", e.Score.Answers, count(e.Activity.Answers, "answer"))
	}
	return ""
}

// topicsFlaw: the topics are parts of the whole.
func (c Certificate) topicsFlaw() string {
	e := c.Evidence
	if (e.Score == nil) != (len(e.Topics) == 0) {
		return "it has a score without topics, or topics without a score"
	}
	var sum scenarios.Score
	for _, t := range e.Topics {
		if flaw := t.flaw(); flaw != "" || t.Title == "" {
			return "in the topic " + quoted(t.Title) + ", " + flaw
		}
		sum = sum.Add(scenarios.Score{Answers: t.Answers, Marks: t.Marks, Of: t.Available, Chance: t.Chance})
	}
	if s := e.Score; s != nil && (sum.Answers != s.Answers || !near(sum.Marks, s.Marks) || !near(sum.Of, s.Available) || !near(sum.Chance, s.Chance)) {
		return fmt.Sprintf("its topics add up to %s of %s marks, and the whole is %s of %s", figure(sum.Marks), figure(sum.Of), figure(s.Marks), figure(s.Available))
	}
	return ""
}

// calibrationFlaw: each certainty stands once, in order, and counts answers that are scored. Where all of these are right, or
// none is, the marks agree with that.
func (c Certificate) calibrationFlaw() string {
	of, right, last := 0, 0, -1
	for _, k := range c.Evidence.Calibration {
		place := slices.IndexFunc(certainties(), func(s scenarios.Certainty) bool { return s.Name() == k.Certainty })
		if place <= last {
			return "it has the certainty " + quoted(k.Certainty) + " out of place"
		}
		if k.Of < 1 || k.Right < 0 || k.Right > k.Of {
			return fmt.Sprintf("%d of %d answers are right", k.Right, k.Of)
		}
		of, right, last = of+k.Of, right+k.Right, place
	}
	s := c.Evidence.Score
	switch {
	case of == 0:
		return ""
	case s == nil || of > s.Answers:
		return fmt.Sprintf("its certainties are of %s, more than are scored", count(of, "answer"))
	case of == s.Answers && (right == of && s.Marks < 0.75*s.Available-slack || right == 0 && s.Marks >= 0.75*s.Available+slack):
		return fmt.Sprintf("%d of %d answers are right, and the marks are %s of %s", right, of, figure(s.Marks), figure(s.Available))
	}
	return ""
}

// assessmentFlaw: what was passed reached the rule.
func (c Certificate) assessmentFlaw() string {
	e := c.Evidence
	a, sat := e.Assessment, e.Activity.Kind == string(progress.Assessment)
	switch {
	case a == nil && sat && e.Score != nil && e.LeftOut == 0:
		return "an assessment has no pass rule"
	case a == nil:
		return ""
	case !sat || e.Score == nil || e.LeftOut > 0:
		return "it has a pass rule without an assessment that could be judged"
	case !(a.Least > 0 && a.Least <= 1):
		return "its pass rule is " + figure(a.Least)
	case a.Passed != (e.Score.Above >= a.Least) && !near(e.Score.Above, a.Least):
		return fmt.Sprintf("its verdict does not follow from %s above chance and a rule of %s", percent(e.Score.Above), percent(a.Least))
	case a.GivenUp < 0 || a.Attempts <= a.GivenUp:
		return fmt.Sprintf("of %s %d were given up", count(a.Attempts, "attempt"), a.GivenUp)
	}
	return ""
}
