package linear

import (
	"fmt"
	"strconv"
	"strings"

	"probity/progress"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// result says what an assessment amounted to, and then the feedback on whichever situations the learner asks for.
func (c *Console) result(t *tutor.Tutor, sat progress.Assessed) {
	c.amounts(t, sat)
	if len(sat.Answers) == 0 {
		return
	}
	shown := -1 // whose feedback was said last
	rest := func() {
		if shown < 0 {
			c.particulars(t, sat)
			return
		}
		if out, lines, ok := t.Progress.Recall(sat.Answers[shown]); ok {
			c.rest(t, out, lines)
		}
	}
	asks := fmt.Sprintf("Which situation, of %d? An empty line ends.", len(sat.Answers))
	p := prompt{
		says:    func() { c.say("%s", asks) },
		asks:    asks,
		options: func() { c.answersOf(t, sat) },
		more:    rest,
		help:    fmt.Sprintf("Give a number from 1 to %d for the feedback on that situation; options lists them, more gives the rest of a feedback, or before one is heard how far the result can be relied on.", len(sat.Answers)),
	}
	c.say("")
	p.says()
	for {
		line, r := c.ask(p)
		if r != given || line == "" {
			return
		}
		if strings.EqualFold(line, "list") { // as while it was sat
			p.options()
			p.says()
			continue
		}
		n, err := strconv.Atoi(line)
		if err != nil || n < 1 || n > len(sat.Answers) {
			c.refuse(line, fmt.Sprintf("Give a number from 1 to %d, or an empty line; options lists them.", len(sat.Answers)))
			continue
		}
		shown = n - 1
		c.recalled(t, sat, shown)
		p.says()
	}
}

// amounts says what an assessment amounted to.
func (c *Console) amounts(t *tutor.Tutor, sat progress.Assessed) {
	verdict := "Not passed this time."
	result := tutor.ResultOf(sat)
	if result.Passed {
		verdict = "Passed."
	}
	c.say("\n%s", verdict)
	for _, line := range result.Said {
		c.say("%s", line)
	}
	for _, part := range progress.Parts(sat.Answers, func(a progress.Answer) string { return t.Library.TopicTitle(a.Topic) }) {
		c.part(part)
	}
	if not := t.Assessments.NotAssessed(sat); not != "" {
		c.say("%s", prose.Line(not))
	}
	c.say("more gives the marks, how far they can be relied on, and the kinds of question.")
}

// particulars are the marks behind a result, the time, and the kinds of question.
func (c *Console) particulars(t *tutor.Tutor, sat progress.Assessed) {
	for _, line := range tutor.ResultOf(sat).Fine {
		c.say("%s", line)
	}
	c.say("Active time: %s.", prose.Minutes(sat.Seconds))
	for _, part := range progress.Parts(sat.Answers, func(a progress.Answer) string { return tutor.FormatTitle(a.Format) }) {
		c.part(part)
	}
}

// answersOf says how each situation went.
func (c *Console) answersOf(t *tutor.Tutor, sat progress.Assessed) {
	for i, a := range sat.Answers {
		c.say("%d. %s: %s", i+1, prose.Line(t.Library.TitleOf(a.Scenario)), tutor.JudgeAnswer(a).Words)
	}
}

// recalled says the feedback on one situation.
func (c *Console) recalled(t *tutor.Tutor, sat progress.Assessed, i int) {
	a := sat.Answers[i]
	c.say("\nSituation %d: %s", i+1, prose.Line(t.Library.TitleOf(a.Scenario)))
	c.recall(t, a)
}

// recall says the feedback on an earlier answer, below the situation as the library has it now; false where it has it no more.
func (c *Console) recall(t *tutor.Tutor, a progress.Answer) bool {
	if again := t.Library.Reworded(a); again != "" {
		c.say("%s", again)
	}
	out, lines, ok := t.Progress.Recall(a)
	if !ok {
		c.say("The library no longer has it: %s.", tutor.JudgeAnswer(a).Words)
		return false
	}
	c.say("%s", prose.FromMarkdown(out.Situation.Stem).Plain())
	c.brief(t, out, lines)
	return true
}

func (c *Console) part(p progress.Part) {
	said := tutor.InPart(p)
	if p.Figured() {
		said = p.Score.Words() + ", " + said
	}
	c.say("%s: %s.", prose.Line(p.Name), said)
}
