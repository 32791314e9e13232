package linear

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// question asks the current situation until something comes of it.
func (c *Console) question(p *tutor.Practice) reply {
	s, attempt, turn := p.Sitting.Current(), p.Sitting.Attempt(), p.Sitting.TurnOf() != nil
	c.put(p)
	asked := prompt{
		asks: yourAnswer,
		says: func() { c.put(p) }, options: func() { c.options(s, attempt) },
		help: howTo(s) + " back leaves this practice, to be carried on later.",
	}
	if len(p.Sitting.Outcomes()) > 0 {
		asked.help += " again brings the feedback of the answer before."
	}
	for {
		line, r := c.ask(asked)
		p.Touch()
		switch {
		case r != given:
			return r
		case turn && strings.EqualFold(line, "next"):
			c.say("Left out.")
			return passed
		case turn && line == "":
			c.say("An empty line is no answer. %s", howToLeaveOut)
			continue
		case strings.EqualFold(line, "again") && len(p.Sitting.Outcomes()) > 0:
			return reheard
		case strings.EqualFold(line, "again"):
			c.say("There is no feedback before this one.")
			continue
		}
		if err := c.take(s, attempt, line); err != nil {
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
		c.say(notGiven)
	}
}

// What asks for an answer, at first and after one was thought over.
const (
	yourAnswer = "Your answer:"
	notGiven   = "Your answer is not given yet. " + yourAnswer
)

// howToLeaveOut says how a turn is passed over.
const howToLeaveOut = "next leaves this out."

// take takes a line as the answer: letters or numbers as the format has them, or as somebody says them: "Option C.", "c and d", the first words of an
// option.
func (c *Console) take(s *scenarios.Situation, attempt scenarios.Attempt, line string) error {
	if attempt.Read(line) == nil {
		c.readBack(s, attempt)
		return nil
	}
	var began []string // the letters of the options that begin so
	for _, l := range attempt.Lines() {
		o, _ := s.Option(l.ID)
		words := sounds(line)
		if letter, rest, ok := strings.Cut(words, " "); ok && letter == l.Letter && letter != "a" {
			words = rest // "b. Take it to her", where "a" is a word
		}
		if s.Format.Input() == scenarios.PickOne && len(words) > 1 && strings.HasPrefix(sounds(o.Text), words) {
			began = append(began, l.Letter)
		}
	}
	switch len(began) {
	case 0:
		err := attempt.Read(bare(line))
		if err == nil {
			c.readBack(s, attempt)
		}
		return err
	case 1:
		c.say("That is %s.", began[0])
		return attempt.Read(began[0])
	}
	return fmt.Errorf("that begins more than one option: %s", strings.Join(began, ", "))
}

// readBack says what numbers were taken for, which nobody hears in a row of digits.
func (c *Console) readBack(s *scenarios.Situation, attempt scenarios.Attempt) {
	if s.Format.Input() == scenarios.GiveNumbers {
		c.say("That is: %s.", answered(s, attempt))
	}
}

// sounds is a text as it is said: its words alone, in small letters.
func sounds(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }), " ")
}

// bare is an answer without what is said around its letters.
func bare(line string) string {
	words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return strings.ContainsRune(" \t,.;:()&", r) })
	kept := slices.DeleteFunc(words, func(word string) bool {
		return slices.Contains([]string{"option", "options", "answer", "letter", "letters", "and", "then", "is"}, word)
	})
	return strings.Join(kept, " ")
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
		c.say("%s", prose.Capital(howToLeaveOut))
	} else {
		c.pose(heading, s, attempt)
	}
	c.say("%s", yourAnswer)
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
	const asks = "How sure are you? 1 a guess, 2 fairly sure, 3 very sure, or an empty line to skip."
	p := prompt{
		says: func() { c.say("%s", asks) }, asks: asks,
		help: "Type 1, 2 or 3, or an empty line to skip. back goes back to the question, and your answer is not given yet. Whoever leaves here gives it without how sure.",
	}
	certainties := []Choice{{Name: "a guess"}, {Name: "fairly sure"}, {Name: "very sure"}}
	p.says()
	for {
		line, r := c.ask(p)
		switch {
		case r == goneBack:
			return scenarios.NotAsked, true
		case r != given:
			c.say("Given without how sure.")
			return scenarios.NotAsked, false
		case line == "":
			return scenarios.NotAsked, false
		}
		if at, fits := called(line, certainties); len(fits) == 1 && (len(line) > 2 || line[0] < 'a') { // a letter may be meant for an option
			return scenarios.Certainty(at + 1), false
		}
		c.refuse(line, "Please answer 1, 2 or 3, or with an empty line.")
	}
}
