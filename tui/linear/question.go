package linear

import (
	"strings"

	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// reply is what comes of asking a question.
type reply int

const (
	given    reply = iota // an answer
	passed                // the turn is not taken
	goneBack              // the feedback of the answer before is to be heard again
	stopped               // the end of the input
)

// question asks the current situation until something comes of it.
func (c *Console) question(p *tutor.Practice) reply {
	attempt, turn := p.Sitting.Attempt(), p.Sitting.TurnOf() != nil
	c.put(p)
	for {
		line, ok := c.read()
		if !ok {
			return stopped
		}
		p.Touch()
		switch {
		case turn && (line == "" || strings.EqualFold(line, "next")):
			return passed
		case strings.EqualFold(line, "again") && len(p.Sitting.Outcomes()) > 0:
			return goneBack
		}
		if err := attempt.Read(line); err != nil {
			c.say("That can't be used: %s. Please answer again.", err)
			continue
		}
		if err := p.Submit(); err != nil {
			c.say("%s", err)
			continue
		}
		return given
	}
}

// put puts the current situation to the learner, or of a turn what is different.
func (c *Console) put(p *tutor.Practice) {
	s, attempt := p.Sitting.Current(), p.Sitting.Attempt()
	heading := p.Numbered() + ": " + prose.Line(s.Title)
	if compare := p.ToCompare(); compare != "" {
		heading += " (" + compare + ", not scored)"
	}
	if before := p.Sitting.TurnOf(); before != nil {
		c.say("%s. %s: %s\n%s\n%s: %s\n", scenarios.TurnTitle, scenarios.Was, prose.FromMarkdown(before.Facts).Plain(), heading, scenarios.Now, prose.FromMarkdown(s.Facts).Plain())
		c.options(s, attempt)
		c.say("To leave it out, give an empty line.")
	} else {
		c.pose(heading, s, attempt)
	}
	c.say("Your answer:")
}

// pose puts a situation to the learner: heading, stem, ask and options.
func (c *Console) pose(heading string, s *scenarios.Situation, attempt scenarios.Attempt) {
	c.say("%s", heading)
	c.say("%s, %s.\n", s.Format.Title(), s.Difficulty())
	c.say("%s\n", prose.FromMarkdown(s.Stem).Plain())
	c.options(s, attempt)
}

// options says the ask and the options.
func (c *Console) options(s *scenarios.Situation, attempt scenarios.Attempt) {
	c.say("%s", prose.Line(s.Ask))
	c.say("%s", s.Format.Instruction(s))
	for _, line := range attempt.Lines() {
		o, _ := s.Option(line.ID)
		c.say("%s. %s", line.Letter, prose.Line(o.Text))
	}
}

// certainty asks how sure the learner is, unless the answer stands already. At the end of the input the answer stands without it.
func (c *Console) certainty(p *tutor.Practice) {
	if p.Sitting.Stage() == scenarios.Weighing {
		p.Weigh(c.sure())
	}
}

// sure asks how sure the learner is, until the answer can be used; NotAsked when it is skipped.
func (c *Console) sure() scenarios.Certainty {
	c.say("How sure are you? 1 a guess, 2 fairly sure, 3 very sure, or an empty line to skip.")
	for {
		line, ok := c.read()
		switch {
		case !ok || line == "":
			return scenarios.NotAsked
		case line == "1" || line == "2" || line == "3":
			return scenarios.Certainty(line[0] - '0')
		}
		c.say("Please answer 1, 2 or 3, or with an empty line.")
	}
}
