// The result on earlier certificates.

package certificate

import (
	"fmt"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress"
	"probity/progress/paper"
	"probity/scenarios"
)

// scores are the result as a whole, by topic, and by how sure the learner was.
func (c Certificate) scores() []paper.Block {
	e := c.Evidence
	if e.Score == nil {
		return nil
	}
	out := append([]paper.Block{paper.Together{paper.Heading{Level: 1, Text: "Result"}, c.earlierResult()}}, c.earlierTopics()...)
	if len(e.Calibration) > 0 {
		facts := paper.Facts{}
		for _, k := range e.Calibration {
			right := fmt.Sprintf("%d of %d right", k.Right, k.Of)
			if c.Schema == rawSchema || scenarios.Enough(k.Of) {
				right += fmt.Sprintf(" (%s)", c.percent(float64(k.Right)/float64(k.Of)))
			}
			facts = add(facts, guidance.Capital(k.Certainty), right)
		}
		heading := paper.Heading{Level: 2, Text: "How sure, and how often right (at least 75 % of the marks)"}
		out = append(out, paper.Together{heading, facts})
	}
	return out
}

// earlierTopics are a bar for each topic, or how many answers are right where these are too few for a percentage.
func (c Certificate) earlierTopics() (out []paper.Block) {
	if c.Schema == rawSchema {
		return c.rawTopics()
	}
	var chart paper.Chart
	var few paper.Facts
	counted := "answers"
	for _, t := range c.Evidence.Topics {
		if t.Blank > 0 {
			counted = "situations"
		}
		if scenarios.Enough(t.Answers) {
			chart.Bars = append(chart.Bars, paper.Bar{Label: t.Title, Value: t.Above, Text: scenarios.Figure(t.Above) + ", " + c.made(t)})
		} else {
			few = add(few, t.Title, t.said())
		}
	}
	if len(chart.Bars) > 0 {
		out = append(out, paper.Together{paper.Heading{Level: 2, Text: "Score above chance, by topic"}, chart})
	}
	if len(few) > 0 {
		out = append(out, paper.Together{paper.Heading{Level: 2, Text: "Topics with fewer than six " + counted}, few})
	}
	return out
}

func (c Certificate) earlierResult() paper.Facts {
	s := c.Evidence.Score
	marks := fmt.Sprintf("%s of %s; chance alone brings %s", figure(s.Marks), figure(s.Available), figure(s.Chance))
	facts := add(nil, "Marks", marks)
	if c.Schema == rawSchema {
		facts = add(facts, "Score above chance", c.percent(s.Above)+" (full marks are 100 %, and guessing brings 0 %)")
	} else {
		facts = add(facts, "Score", c.score())
		facts = add(facts, "How it is scored", c.rule())
	}
	a := c.Evidence.Assessment
	switch {
	case a == nil && c.Evidence.Activity.Kind == string(progress.Assessment):
		return add(facts, "Pass rule", "Not judged: answers of this assessment are left out, as said under This record")
	case a == nil:
		return facts
	}
	outcome := "Not reached"
	if a.Passed {
		outcome = "Reached"
	}
	if len(a.NotAssessed) > 0 {
		facts = add(facts, "Not assessed", strings.Join(a.NotAssessed, "; "))
	}
	facts = add(facts, "Pass rule", outcome+": a score above chance of at least "+c.percent(a.Least))
	return add(facts, "Attempts", a.attempts())
}

// made is what a topic's percentage is of.
func (c Certificate) made(t TopicScore) string {
	if t.Blank > 0 {
		return t.said()
	}
	return text.Count(t.Answers, c.figured())
}

// said is a topic's score in a phrase. What was left blank is named: it is no wrong answer.
func (t TopicScore) said() string {
	if t.Blank > 0 {
		return scenarios.WithBlanks(t.Answers, t.Right, t.Blank)
	}
	return t.words()
}

// figured is what the figures count: situations, where some were left blank.
func (c Certificate) figured() string {
	a := c.Evidence.Activity
	if a.Blank > 0 && (a.Answered == nil || a.Kind == string(progress.Assessment)) {
		return "situation"
	}
	return "answer"
}
