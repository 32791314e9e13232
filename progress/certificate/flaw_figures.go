// Flaws of the figures: the parts add up to the whole, and what follows from other figures does.

package certificate

import (
	"fmt"
	"math"
	"slices"

	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
)

// slack is how far figures kept to four places may be off when they are added up.
const slack = 1e-3

func near(a, b float64) bool { return math.Abs(a-b) <= slack }

// aboveSlack is how far a score above chance may be off that is worked out again: it is cut to four places. Under the rule of raw marks these
// are rounded before.
func (e Evidence) aboveSlack() float64 {
	if e.Rule == scenarios.ByShares {
		return 1.5e-4
	}
	return 5e-4
}

// exact reports whether the figures of a score have as many places as this program writes, and no more.
func (s Score) exact() bool {
	finer := func(f Shares) bool { return fine(f.Sum) != f.Sum }
	return rounded(s.Marks) == s.Marks && rounded(s.Available) == s.Available && rounded(s.Chance) == s.Chance && short(s.Above) == s.Above &&
		!slices.ContainsFunc(s.Formats, finer)
}

// flawOf is of a score by itself: the score above chance follows from the rest.
func (c Certificate) flawOf(s Score) string {
	sum, ordered := c.Evidence.sum(s)
	above, _ := sum.Above()
	switch {
	case s.Answers < 1:
		return "a score is of " + text.Count(s.Answers, "answer")
	case (c.Schema == rawSchema) != (len(s.Formats) == 0) || c.Schema == rawSchema && s.Right != 0:
		return fmt.Sprintf("its schema is %d, and the shares of a score are not as they are there", c.Schema)
	case !ordered:
		return "a score has formats that Probity has not, or not in this order"
	case !sum.Possible():
		return fmt.Sprintf("a score of %s of %s marks in %s, with %s by chance, can't be", figure(s.Marks), figure(s.Available),
			text.Count(s.Answers, "answer"), figure(s.Chance))
	case math.Abs(above-s.Above) > c.Evidence.aboveSlack():
		return fmt.Sprintf("it says %s above chance, and what it is worked out from gives %s", scenarios.Percent(s.Above), scenarios.Percent(above))
	case !s.exact():
		return "a score has figures with more places than Probity writes"
	}
	return ""
}

// ruleFlaw: raw marks alone were the rule of every early certificate, and are of papers that were handed in then.
func (c Certificate) ruleFlaw() string {
	e := c.Evidence
	var rules []int
	switch {
	case c.Schema == rawSchema || e.Score == nil:
		rules = []int{0}
	case e.Assessment == nil:
		rules = []int{scenarios.ByShares}
	default:
		rules = []int{scenarios.RawMarks, scenarios.ByShares}
	}
	if !slices.Contains(rules, e.Rule) {
		return fmt.Sprintf("the rule of its score is %d", e.Rule)
	}
	return ""
}

func (c Certificate) scoreFlaw() string {
	e := c.Evidence
	switch {
	case c.ruleFlaw() != "":
		return c.ruleFlaw()
	case e.Score == nil:
		return ""
	case c.flawOf(*e.Score) != "":
		return c.flawOf(*e.Score)
	case e.Activity.Blank > 0 && e.Activity.Blank == e.Activity.Answers && e.Score.Marks > 0:
		return "it has marks, and every situation was left blank"
	case e.Score.Answers > e.Activity.Answers:
		return fmt.Sprintf("%d of its %s are scored", e.Score.Answers, text.Count(e.Activity.Answers, "answer"))
	case e.Score.Right > e.Activity.Answers-e.Activity.Blank:
		return fmt.Sprintf("%d of its %s are right, and %d are left blank", e.Score.Right, text.Count(e.Activity.Answers, "answer"), e.Activity.Blank)
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
	blank := 0
	for _, t := range e.Topics {
		if flaw := c.flawOf(t.Score); flaw != "" || t.Title == "" {
			return "in the topic " + quoted(t.Title) + ", " + flaw
		}
		if t.Blank < 0 || t.Blank > t.Answers-t.Right || t.Blank == t.Answers && t.Marks > 0 {
			return fmt.Sprintf("in the topic %s, %d of %d are right and %d left blank", quoted(t.Title), t.Right, t.Answers, t.Blank)
		}
		blank += t.Blank
		part, _ := e.sum(t.Score)
		sum = sum.Add(part)
	}
	if blank > 0 && (blank > e.Activity.Blank || e.Activity.Kind != string(progress.Assessment)) {
		return fmt.Sprintf("its topics have %d left blank, and it has %d", blank, e.Activity.Blank)
	}
	if s := e.Score; s != nil {
		if whole, _ := e.sum(*s); !sameScore(sum, whole) {
			return fmt.Sprintf("its topics add up to %s of %s marks and %d right, and the whole is %s of %s and %d, or their shares differ",
				figure(sum.Marks), figure(sum.Of), sum.Right, figure(s.Marks), figure(s.Available), s.Right)
		}
	}
	return ""
}

// sameScore reports whether two scores are one, but for what was rounded.
func sameScore(a, b scenarios.Score) bool {
	for i := range a.Shares {
		if a.Shares[i].Answers != b.Shares[i].Answers || !near(a.Shares[i].Sum, b.Shares[i].Sum) {
			return false
		}
	}
	return a.Answers == b.Answers && a.Right == b.Right && near(a.Marks, b.Marks) && near(a.Of, b.Of) && near(a.Chance, b.Chance)
}

// calibrationFlaw: each certainty stands once, in order, and counts answers that are scored. Where all of these are right, or
// none is, the marks agree with that.
func (c Certificate) calibrationFlaw() string {
	of, right, last := 0, 0, -1
	for _, k := range c.Evidence.Calibration {
		place := slices.IndexFunc(scenarios.Certainties(), func(s scenarios.Certainty) bool { return s.Name() == k.Certainty })
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
		return fmt.Sprintf("its certainties are of %s, more than are scored", text.Count(of, "answer"))
	case c.Schema != rawSchema && (right > s.Right || of-right > s.Answers-s.Right):
		return fmt.Sprintf("%d of %d answers are right by certainty, and %d of %d in all", right, of, s.Right, s.Answers)
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
	case a.Passed != (e.Score.Above >= a.Least) && math.Abs(e.Score.Above-a.Least) > e.aboveSlack():
		return fmt.Sprintf("its verdict does not follow from %s above chance and a rule of %s", scenarios.Percent(e.Score.Above), scenarios.Percent(a.Least))
	case slices.ContainsFunc(e.Topics, func(t TopicScore) bool { return slices.Contains(a.NotAssessed, t.Title) }) || slices.Contains(a.NotAssessed, ""):
		return "it has topics that were not assessed, and scores in them"
	case a.GivenUp < 0 || a.Attempts <= a.GivenUp:
		return fmt.Sprintf("of %s %d were given up", text.Count(a.Attempts, "attempt"), a.GivenUp)
	}
	return ""
}
