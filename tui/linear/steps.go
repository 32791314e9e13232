package linear

import (
	"cmp"
	"fmt"
	"strings"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// says says the step that the room is at, and what comes with the next.
func (l *leader) says() {
	c, s := l.console, l.room.Session()
	page := l.tutor.Rooms.NotesOn(s)
	switch {
	case s.HasEnded():
		c.say("\nThe end.")
	case s.IsClosing():
		c.say("\nThe closing. %s.", s.Doing())
	default:
		n, of := s.Place()
		c.say("\n%d of %d, %s. %s.", n, of, prose.Line(s.Situation().Title), s.Doing())
	}
	if s.Round() == 0 { // how hands are counted is said below, for this room
		c.say("%s", page.Cue)
	}
	if s.Timed() {
		c.say("%s", l.time())
	}
	l.step()
	if s.Round() > 0 {
		c.say("\n%s. Type the counts %s, or help.", l.room.Voted(), l.example())
	} else if page.Next != "" {
		c.say("\nNext: %s. %s.", prose.Line(page.Next), page.Session)
	}
}

// step says what the room is to hear in the step.
func (l *leader) step() {
	c, s := l.console, l.room.Session()
	if s.HasEnded() {
		c.say("\n%s", prose.Line(cmp.Or(s.Plan().Closing, "Thank you.")))
		if t, ok := s.FistToFive(); ok && t.Before.Asked() > 0 {
			l.spread(induction.Fist.Title(), t)
		}
		c.say("\nAn empty line leaves, back takes the session up again.")
		return
	}
	switch s.Step() {
	case induction.Situation:
		l.matter()
	case induction.Think, induction.Vote, induction.VoteAgain, induction.Fist:
		l.choices()
	case induction.Spread, induction.BeforeAfter:
		t, _ := s.Spread()
		l.spread("How the room voted", t)
	case induction.Discuss:
		if t, ok := s.Spread(); ok && t.Before.Asked() > 0 {
			l.spread("How the room voted", t)
		}
		c.say("")
		for _, p := range s.Prompts() {
			c.say("%s", prose.Line(p))
		}
	case induction.Reveal:
		l.reveal()
	case induction.Guidance:
		l.guidance()
	case induction.TakeAway:
		l.takeAway()
	case induction.Lessons:
		l.lessons()
	}
}

// matter says the situation, or of a turn what was so and what is so now.
func (l *leader) matter() {
	c, s := l.console, l.room.Session()
	if was := s.TurnOf(); was != nil {
		c.say("\n%s: %s\n%s: %s", scenarios.Was, prose.FromMarkdown(was.Facts).Plain(), scenarios.Now, prose.FromMarkdown(s.Situation().Facts).Plain())
		return
	}
	c.say("\n%s", prose.FromMarkdown(s.Situation().Stem).Plain())
}

// choices says what is asked, and what can be chosen.
func (l *leader) choices() {
	c, b := l.console, l.room.Session().Ballot()
	c.say("\n%s", prose.Line(b.Question))
	l.rated()
	for _, choice := range b.Choices {
		c.say("%s. %s", choice.Label, prose.Line(choice.Text))
	}
	c.say("%s", b.Hand())
}

// rated says which action a rating is of; nothing of other formats.
func (l *leader) rated() {
	s := l.room.Session()
	if action, ok := s.Situation().Option(s.Ballot().Action); ok {
		l.console.say("The action: %s", prose.Line(action.Text))
	}
}

// spread says how the room voted, choice by choice; where it voted twice, both.
func (l *leader) spread(title string, t induction.Tally) {
	c := l.console
	c.say("\n%s:", title)
	twice := t.After.Asked() > 0
	for _, bar := range t.Bars {
		hands := fmt.Sprint(bar.Before)
		if twice {
			hands = fmt.Sprintf("before %d, after %d", bar.Before, bar.After)
		}
		c.say("%s", tallied(bar, hands))
	}
	if twice {
		c.say("Before: %s. After: %s.", tutor.Turnout(t.Before), tutor.Turnout(t.After))
	} else {
		c.say("%s.", prose.Capital(tutor.Turnout(t.Before)))
	}
	if moved := tutor.MindsChanged(t, l.room.Session().Ballot()); moved != "" {
		c.say("%s.", strings.ReplaceAll(moved, " · ", ", "))
	}
}

// reveal says the key, with how many voted for it last. The reasons come one at a time.
func (l *leader) reveal() {
	c, s := l.console, l.room.Session()
	b := s.Ballot()
	if b.KeyLabels() == "" {
		c.say("\nThere is no right answer.")
	} else {
		c.say("\n%s.", tutor.Answer(b))
	}
	l.rated()
	t, _ := s.Spread()
	for _, bar := range t.Bars {
		hands := bar.Before
		if t.After.Asked() > 0 {
			hands = bar.After
		}
		if bar.Key {
			c.say("%s", tallied(bar, fmt.Sprint(hands)))
		}
	}
	for i := range l.room.Explained() {
		l.reason(i)
	}
	if n := l.room.Unexplained(); n > 0 {
		c.say("\nAn empty line says why, option by option: %d to go. next goes on without.", n)
	}
}

// reason says an option, and why it is right or wrong, by its place in the order in which they are gone through.
func (l *leader) reason(i int) {
	c, s := l.console, l.room.Session().Situation()
	o := s.Options[l.room.VotedFirst()[i]]
	key := s.Format.KeyOf(s, o.ID)
	if key != "" {
		key = " " + prose.Capital(key) + ":"
	}
	c.say("%s.%s %s", s.Letter(o.ID), key, prose.Line(o.Text))
	c.say("   %s", prose.Line(o.Why))
	if l.room.Unexplained() == 0 {
		c.say("That was the last. An empty line goes on.")
	}
}

// guidance says the extracts that it rests on, labelled for the room.
func (l *leader) guidance() {
	c, s := l.console, l.room.Session()
	c.say("\nWhat the guidance says, %s:", s.Country().Name())
	told := map[string]bool{}
	for _, clause := range l.tutor.Library.CitedIn(s.Country(), s.Situation()) {
		c.labelled(l.tutor, clause, s.Reader(), told)
	}
}

// takeAway says the line that stays with the room; after a turn below what made the difference.
func (l *leader) takeAway() {
	c, s := l.console, l.room.Session()
	if all := s.Differences(); s.TurnOf() != nil {
		c.say("\n%s", induction.Heading(all))
		for _, d := range all {
			c.say("%s", prose.Line(d.Situation.Facts))
			c.say("   %s. %s", tutor.Answer(d.Ballot), prose.Line(d.Situation.Turns))
		}
	}
	c.say("\nTo take away: %s", prose.Line(s.TakeAway()))
}

// lessons says what the session's situations came down to.
func (l *leader) lessons() {
	c, met := l.console, l.room.Session().Lessons()
	c.say("")
	if len(met) == 0 {
		c.say("No situation has been gone through to its answer.")
	}
	for _, lesson := range met {
		c.say("%s", prose.Line(lesson))
	}
}

// tallied is one choice with how many voted for it.
func tallied(bar induction.Bar, hands string) string {
	return fmt.Sprintf("%s. %s: %s", bar.Label, prose.Line(bar.Text), hands)
}
