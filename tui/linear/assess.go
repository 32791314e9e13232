package linear

import (
	"fmt"
	"strconv"
	"strings"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Propose says what an assessment would be before it is begun: how many situations, the pass rule, and what the blueprint
// could not fill. It returns whether the learner wants to begin.
func (c *Console) Propose(t *tutor.Tutor, d tutor.Preview) bool {
	c.say("An assessment of %s, about %s. No feedback until the end.", situations(len(d.Drawn)), prose.Count(float64(t.Assessments.Minutes(d.Drawn)), "minute"))
	c.say("%s", scenarios.Rule(t.Library.Pack().Assessment.Pass))
	for _, short := range d.Short {
		c.say("%s", prose.Line(short))
	}
	return c.Confirm("Begin?")
}

// moves is what can be said instead of an answer.
const moves = "Instead of an answer: next, back, go and a number, flag, list, or hand in. stop leaves, to carry on another day."

// Assess leads through an assessment, and leaves the tutor. The error is a fault of saving or writing.
func (c *Console) Assess(t *tutor.Tutor, a *tutor.Assessment) error {
	return c.sitting(t, a, t.Leave)
}

// sitting leads through an assessment and saves as it goes. Where the learner stops, or goes back from the first situation, it is left to be
// carried on another day. keep saves what is to be saved before the result.
func (c *Console) sitting(t *tutor.Tutor, a *tutor.Assessment, keep func() error) error {
	if a.Note != "" {
		c.say("%s", a.Note)
	}
	c.say("%s\n", moves)
	c.begun(t)
	handed := c.sit(t, a)
	err := keep()
	c.notices(t)
	if err != nil {
		return err
	}
	if a.GivenUp() { // which the notices say
		return c.fault()
	}
	if elsewhere := a.Elsewhere(); elsewhere != "" {
		c.say("\n%s", elsewhere)
		handed = true
	}
	if handed {
		sat, _ := t.Record.History().Assessment(a.ID())
		c.result(t, sat)
	} else {
		items := a.Exam.Items()
		c.say("Left for now: %d of %d answered. Start it again to carry on.", len(items)-len(a.Exam.Left()), len(items))
	}
	return c.fault()
}

// begun saves that an assessment was begun, before anything is answered: another window is to know.
func (c *Console) begun(t *tutor.Tutor) {
	defer t.CatchUp()
	if err := t.Flush(); err != nil {
		c.say("%s", t.WhyUnsaved(err))
	}
	c.notices(t)
}

// Stranded offers to hand in an assessment of which the library has nothing any more, and leaves the tutor. The error is a fault of saving or
// writing.
func (c *Console) Stranded(t *tutor.Tutor, lost progress.Assessed) error {
	return c.stranded(t, lost, t.Leave)
}

func (c *Console) stranded(t *tutor.Tutor, lost progress.Assessed, keep func() error) error {
	c.say("The assessment begun %s cannot be carried on: the library no longer has what was drawn. You answered %d of %d.",
		t.Clock.Date(lost.Sitting.At), len(lost.Answers), len(lost.Sitting.Drawn))
	if !c.Confirm("Hand it in, so that what you answered counts?") {
		c.say("It stays as it is. probity assess --new begins another, and gives it up.")
		return c.fault()
	}
	t.Assessments.HandIn(lost)
	err := keep()
	c.notices(t)
	if err != nil || t.Assessments.GivenUp(lost.Sitting.ID) {
		return err
	}
	sat, _ := t.Record.History().Assessment(lost.Sitting.ID)
	c.result(t, sat)
	return c.fault()
}

// sit puts situations to the learner until the assessment is handed in; false where the learner leaves.
func (c *Console) sit(t *tutor.Tutor, a *tutor.Assessment) (handed bool) {
	asked := prompt{
		says: func() { c.situation(a) }, asks: yourAnswer,
		options: func() { c.options(a.Exam.Current().Situation, a.Exam.Attempt()) },
	}
	for {
		c.situation(a)
		asked.help = howTo(a.Exam.Current().Situation) + " " + moves
		for again := false; !again; {
			line, r := c.ask(asked)
			switch {
			case r == goneBack && a.Exam.At() == 0:
				c.say("This is the first situation. stop leaves, to carry on another day.")
				continue
			case r == goneBack:
				line = "back"
			case r != given:
				a.Close()
				return false
			}
			a.Touch()
			if again, handed = c.respond(t, a, line); handed || a.Elsewhere() != "" || a.GivenUp() {
				return handed
			}
		}
	}
}

// situation puts the current situation to the learner, with the answer so far.
func (c *Console) situation(a *tutor.Assessment) {
	a.LookUp()
	exam, item := a.Exam, a.Exam.Current()
	flagged := ""
	if item.Flagged {
		flagged = ", to come back to"
	}
	c.pose(fmt.Sprintf("Assessment, situation %d of %d%s: %s", exam.At()+1, len(exam.Items()), flagged, prose.Line(item.Situation.Title)), item.Situation, exam.Attempt())
	if item.Answered() {
		c.say("Answered so far: %s. Another answer replaces it.", answered(item.Situation, exam.Attempt()))
	}
	c.say("%s", yourAnswer)
}

// respond does what a line says. again tells that a situation is to be put to the learner, handed that it is all over.
func (c *Console) respond(t *tutor.Tutor, a *tutor.Assessment, line string) (again, handed bool) {
	exam := a.Exam
	said := strings.ToLower(line)
	verb, rest, _ := strings.Cut(said, " ")
	switch {
	case said == "next" && exam.At() == len(exam.Items())-1:
		c.last(exam)
		return false, false
	case said == "next":
		exam.Go(exam.At() + 1)
		return true, false
	case said == "back":
		exam.Go(exam.At() - 1)
		return true, false
	case verb == "go":
		n, err := strconv.Atoi(strings.TrimSpace(rest))
		if err != nil || n < 1 || n > len(exam.Items()) {
			c.say("Go where? Give a number from 1 to %d.", len(exam.Items()))
			return false, false
		}
		exam.Go(n - 1)
		return true, false
	case said == "flag":
		c.say("%s", map[bool]string{true: "Marked to come back to.", false: "No longer marked."}[a.Flag()])
		c.keep(t)
		c.say("%s", yourAnswer)
		return false, false
	case said == "list":
		a.LookUp()
		c.standing(exam)
		c.say("This is situation %d. %s", exam.At()+1, yourAnswer)
		return false, false
	case said == "hand in":
		return false, c.handIn(a)
	}
	return c.commit(t, a, line), false
}

// commit takes a line as the answer, saves it, and goes on; false when it can't be used, is thought over, or was the last.
func (c *Console) commit(t *tutor.Tutor, a *tutor.Assessment, line string) (again bool) {
	exam := a.Exam
	if err := c.take(exam.Current().Situation, exam.Attempt(), line); err != nil {
		c.refuse(line, fmt.Sprintf("That can't be used: %s. Please answer again. %s", err, moves), "next", "flag", "list", "hand in")
		return false
	}
	if err := exam.Submit(); err != nil {
		c.say("%s", err)
		return false
	}
	sure := scenarios.NotAsked
	if t.Profile.AsksSure() {
		back := false
		if sure, back = c.sure(); back {
			exam.Drop()
			c.stands(exam.Current(), exam.Attempt())
			return false
		}
	}
	a.Weigh(sure)
	c.keep(t)
	if exam.At() == len(exam.Items())-1 {
		c.last(exam)
		return false
	}
	exam.Go(exam.At() + 1)
	return !c.Over() // who leaves hears no more
}

// stands says which answer stands, after another was thought over.
func (c *Console) stands(item scenarios.Item, attempt scenarios.Attempt) {
	if item.Answered() {
		c.say("Your earlier answer stands: %s. Another one, or next:", answered(item.Situation, attempt))
		return
	}
	c.say(notGiven)
}

// last says that no situation comes after this one, and what is left.
func (c *Console) last(exam *scenarios.Assessment) {
	left := "All are answered"
	if n := len(exam.Left()); n > 0 {
		left = situations(n) + " without an answer"
	}
	c.say("That was the last situation. %s: list says how each stands. %s", left, moves)
}

// handIn hands the assessment in, once the learner has said that it is meant.
func (c *Console) handIn(a *tutor.Assessment) bool {
	a.LookUp()
	if left := len(a.Exam.Left()); left > 0 {
		c.say("%s without an answer, which would earn nothing.", situations(left))
	}
	for i, item := range a.Exam.Items() {
		if item.Flagged {
			c.say("Marked to come back to: %d, %s.", i+1, prose.Line(item.Situation.Title))
		}
	}
	if !c.Confirm("Hand in? After that, answers stand.") {
		c.say("Not handed in. %s", moves)
		return false
	}
	a.HandIn()
	return true
}

// standing says how things stand with each situation.
func (c *Console) standing(exam *scenarios.Assessment) {
	for i, item := range exam.Items() {
		state := item.State()
		if item.Flagged {
			state += ", to come back to"
		}
		c.say("%d. %s: %s", i+1, prose.Line(item.Situation.Title), state)
	}
}

// answered is an answer in the letters that the learner sees.
func answered(s *scenarios.Situation, attempt scenarios.Attempt) string {
	input := s.Format.Input()
	placed := input == scenarios.PutInOrder || input == scenarios.GiveNumbers
	var out []string
	for _, line := range attempt.Lines() {
		switch {
		case line.Said == "":
		case placed:
			out = append(out, line.Letter+" "+line.Said)
		default:
			out = append(out, line.Letter)
		}
	}
	return strings.Join(out, ", ")
}
