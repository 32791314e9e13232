package linear

import (
	"strings"
	"time"

	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// leader leads a session by typed lines. What it says is for the room to hear; what the room is not to hear is said when it is asked for.
type leader struct {
	console *Console
	tutor   *tutor.Tutor
	room    *tutor.Room
	left    bool // the facilitator leaves
}

// opening is where the room fills, until the session begins; false where the facilitator goes back.
func (c *Console) opening(t *tutor.Tutor, plan induction.Plan, people int) (begun bool) {
	asked := prompt{
		says: func() {
			c.say("\n%s. %d people.", prose.Line(plan.Title), people)
			if plan.Opening != "" {
				c.say("%s", prose.Line(plan.Opening))
			}
			c.say("An empty line begins, once everybody sits; people and a number changes how many there are.")
		},
		more: func() { c.say("%s, in %s.", tutor.Contents(plan), prose.Count(float64(plan.Minutes), "minute")) },
		help: "An empty line begins. people 24 says how many there are. back goes back to the plan.",
	}
	asked.says()
	for {
		line, r := c.ask(asked)
		number, isPeople := strings.CutPrefix(strings.ToLower(line), "people")
		switch {
		case r != given:
			return false
		case isPeople:
			n, err := tutor.People(strings.TrimSpace(number))
			if err != nil {
				c.say("%s", prose.Sentence(err))
				continue
			}
			people = n
			c.say("%d people.", people)
		case line != "":
			c.refuse(line, "Please answer with an empty line to begin.", "people")
		default:
			room, err := t.Rooms.Begin(plan, people)
			if err != nil {
				c.say("%s", prose.Sentence(err))
				return false
			}
			if !room.SavingEnabled() {
				c.say("This session is not being kept: what Probity keeps cannot be written here.")
			}
			c.lead(t, room)
			return true
		}
	}
}

// takeUp carries on with a session that was left.
func (c *Console) takeUp(t *tutor.Tutor, id string) error {
	opened := t.Rooms.Open(id).Do()
	if opened.Err != nil {
		return opened.Err
	}
	room := opened.Room
	if err := room.CarryOn(); err != nil {
		c.say("%s", prose.Sentence(err))
	}
	if _, phones := room.Session().Phones(); phones {
		c.say("Phones voted in this session. Here only hands are counted; to let phones vote again, lead it on the screen.")
	}
	c.lead(t, room)
	return c.fault()
}

// lead leads a session until the facilitator leaves it.
func (c *Console) lead(t *tutor.Tutor, room *tutor.Room) {
	room.ByLines()
	l := &leader{console: c, tutor: t, room: room}
	if room.Session().IsBlank() {
		l.does((*induction.Session).Show)
	}
	c.say("An empty line goes on; help says what else can be typed, and time how long is left. more says the notes: the key, and what may be said for and against.")
	l.says()
	for !l.left {
		line, r := c.ask(l.prompt())
		room.Look()
		switch {
		case r == stopped:
			l.left = true
		case r == goneBack:
			l.goes((*induction.Session).Back)
		default:
			l.takes(strings.ToLower(line))
		}
	}
	room.Leave()
	l.save()
	switch {
	case !room.Session().HasEnded():
		c.say("%s", room.Afterwards())
	case room.SavingEnabled() && !t.Hosted():
		c.say("The session is kept. If it was more than a rehearsal, probity induction report makes a page on how it went, and probity induction attendance certificates for who was there.")
	}
}

// prompt is where the facilitator says how it goes on.
func (l *leader) prompt() prompt {
	s := l.room.Session()
	p := prompt{
		says: l.says, more: l.notes,
		asks: "An empty line goes on.",
		help: "An empty line goes on by a step, back goes a step back. situation says the situation again. time says how long is left or over, time 1 gives a minute more, pause stops the time and starts it again. " +
			"people 24 says how many are in the room. go to lists the situations, to go to one; add puts one in after this; action chooses what is voted on in a rating. " +
			"skip leaves the situation out, end ends the session. leave leaves it open, to be carried on.",
	}
	switch {
	case s.HasEnded():
		p.help, p.asks = "An empty line leaves. back takes the session up again.", ""
	case s.Round() > 0:
		p.options, p.asks = l.choices, "Type the counts "+l.example()+", or help."
		p.help = l.howToCount() + " close goes on although not everybody has voted. " + p.help
	case s.Step() == induction.Reveal:
		p.help = "An empty line says the next reason, and after the last goes on; next goes on without them. " + p.help
	}
	return p
}

// takes takes a line.
func (l *leader) takes(line string) {
	c, s := l.console, l.room.Session()
	word, rest, _ := strings.Cut(line, " ")
	switch {
	case s.HasEnded() && line == "", line == "leave":
		l.left = true
	case line == "" && l.room.Explain(+1):
		l.reason(l.room.Explained() - 1)
	case line == "" || line == "next":
		l.forward()
	case s.HasEnded():
		c.refuse(line, "The session has ended. An empty line leaves, back takes it up again.", "leave")
	case line == "close":
		l.goes((*induction.Session).CloseVote)
	case line == "notes":
		l.notes()
	case s.IsClosing() && (line == "situation" || line == "add"):
		c.say("The session is at its closing: go to leads back to a situation.")
	case line == "situation":
		l.matter()
		l.choices()
	case word == "time":
		l.extend(rest)
	case line == "pause" && s.Running():
		l.timed((*induction.Session).Pause)
	case line == "pause":
		l.timed((*induction.Session).Unpause)
	case word == "people":
		l.seat(rest)
	case line == "go to" || line == "go":
		l.jump()
	case line == "add":
		l.add()
	case line == "action":
		l.action()
	case line == "skip":
		if s.IsClosing() || l.means("Skip this situation, and go on to the next?") {
			l.goes((*induction.Session).Skip)
		}
	case line == "end":
		if l.means("End the session here? back takes it up again.") {
			l.goes((*induction.Session).End)
		}
	case s.Round() > 0 && l.count(line):
	default:
		l.useless(line)
	}
}

// means asks whether something is meant that leads elsewhere; where it is not, it says where the room is.
func (l *leader) means(question string) bool {
	meant := l.console.Confirm(question)
	if !meant && !l.console.Over() {
		l.console.say("The session goes on: %s.", l.room.Session().Doing())
	}
	return meant
}

// useless says what would do in place of a line.
func (l *leader) useless(line string) {
	why := "An empty line goes on; help says what else can be typed."
	switch {
	case l.room.Session().Round() > 0:
		why = l.howToCount()
	case strings.Trim(line, "0123456789 ,") == "":
		why = "Hands are counted at a vote, and none is open. " + why
	}
	l.console.refuse(line, why, "next", "close", "notes", "situation", "time", "pause", "people", "go to", "add", "action", "skip", "end", "leave")
}

// forward goes on by a step.
func (l *leader) forward() {
	s := l.room.Session()
	waits, over := s.Round() > 0 && l.room.Missing() > 0, l.over()
	err := l.room.Forward()
	l.save()
	switch {
	case err == nil:
		if over > 0 {
			l.console.say("That went over its time by %s.", lasting(over))
		}
		l.says()
	case waits:
		l.console.say("%s The word close does that.", prose.Sentence(err))
	default:
		l.console.say("%s", prose.Sentence(err))
	}
}

// does carries an act out, or says why it can't be done.
func (l *leader) does(act tutor.Act) bool { return l.carries(l.room.Do(act)) }

// goes carries out an act that leads to another step, and says that.
func (l *leader) goes(act tutor.Act) {
	if l.carries(l.room.Go(act)) {
		l.says()
	}
}

// carries saves what an act has made, or says why it could not be done.
func (l *leader) carries(err error) bool {
	l.save()
	if err != nil {
		l.console.say("%s", prose.Sentence(err))
	}
	return err == nil
}

// save saves what waits, and says so where it could not.
func (l *leader) save() {
	if err := l.tutor.Flush(); err != nil {
		l.console.say("%s", l.tutor.WhyUnsaved(err))
	}
	l.console.notices(l.tutor)
}

// seat says how many people are in the room.
func (l *leader) seat(number string) {
	n, err := tutor.People(number)
	if err != nil {
		l.console.say("%s", prose.Sentence(err))
		return
	}
	if l.does(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Seat(n, now) }) {
		l.console.say("%d people.", n)
	}
}

// notes says what the room is not to hear.
func (l *leader) notes() {
	l.console.say("Not for the room:")
	l.console.Notes().Show(l.tutor, l.room.Session())
}
