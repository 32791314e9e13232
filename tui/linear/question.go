package linear

import (
	"fmt"
	"strings"

	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// question asks the current situation until something comes of it.
func (c *Console) question(p *tutor.Practice) reply {
	attempt, turn := p.Sitting.Attempt(), p.Sitting.TurnOf() != nil
	c.put(p)
	asked := prompt{
		says: func() { c.put(p) }, options: func() { c.options(p.Sitting.Current(), attempt) },
		help: howTo(p.Sitting.Current()) + " again brings the feedback of the answer before; back leaves this practice, to be carried on later.",
	}
	for {
		line, r := c.ask(asked)
		p.Touch()
		switch {
		case r != given:
			return r
		case turn && (line == "" || strings.EqualFold(line, "next")):
			return passed
		case strings.EqualFold(line, "again") && len(p.Sitting.Outcomes()) > 0:
			return reheard
		}
		if err := attempt.Read(line); err != nil {
			c.refuse(line, fmt.Sprintf("That can't be used: %s. Please answer again.", err), "again")
			continue
		}
		if err := p.Submit(); err != nil {
			c.say("%s", err)
			continue
		}
		if p.Sitting.Stage() != scenarios.Weighing {
			return given
		}
		if sure, back := c.sure(); !back {
			p.Weigh(sure)
			return given
		}
		p.Sitting.Reconsider()
		c.say("Your answer is not given yet. Your answer:")
	}
}

// howTo says how an answer is typed.
func howTo(s *scenarios.Situation) string {
	letters := "abcdefgh"[:min(8, len(s.Options))]
	switch s.Format.Input() {
	case scenarios.PickSeveral:
		return "Type their letters, such as " + letters[1:min(len(letters), 1+len(s.Key))] + "."
	case scenarios.PutInOrder:
		return "Type the letters in your order, such as " + letters[1:] + letters[:1] + "."
	case scenarios.GiveNumbers:
		return fmt.Sprintf("Type %d digits, one for each line from a to %s, such as %s.", len(letters), letters[len(letters)-1:], "43214321"[:len(letters)])
	case scenarios.PickOne:
	}
	return "Type its letter, such as b."
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
	c.say("%s %s", s.Format.Instruction(s), howTo(s))
	for _, line := range attempt.Lines() {
		o, _ := s.Option(line.ID)
		c.say("%s. %s", line.Letter, prose.Line(o.Text))
	}
}

// sure asks how sure the learner is, until the answer can be used; NotAsked when it is skipped. back is that the answer is to be thought over. At
// the end of the input the answer stands without it.
func (c *Console) sure() (sure scenarios.Certainty, back bool) {
	p := prompt{
		says: func() { c.say("How sure are you? 1 a guess, 2 fairly sure, 3 very sure, or an empty line to skip.") },
		help: "Type 1, 2 or 3, or an empty line to skip. back goes back to the question; your answer is not given before this.",
	}
	p.says()
	for {
		line, r := c.ask(p)
		switch {
		case r == goneBack:
			return scenarios.NotAsked, true
		case r != given || line == "":
			return scenarios.NotAsked, false
		case line == "1" || line == "2" || line == "3":
			return scenarios.Certainty(line[0] - '0'), false
		}
		c.refuse(line, "Please answer 1, 2 or 3, or with an empty line.")
	}
}
