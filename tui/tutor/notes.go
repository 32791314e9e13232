package tutor

import (
	"fmt"
	"strings"
	"time"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
)

// Countdown is a time as a clock shows it: 1:05, or −0:10 when it is over.
func Countdown(d time.Duration) string {
	sign := ""
	if d <= -time.Second {
		sign, d = "−", -d
	}
	seconds := int(max(0, d).Round(time.Second).Seconds())
	return fmt.Sprintf("%s%d:%02d", sign, seconds/60, seconds%60)
}

// Countdown is a time that runs, as a clock shows it; where clocks don't count the seconds, in minutes that are begun: 2 min for 1:05.
func (p *Profile) Countdown(d time.Duration) string {
	if p.Moves() {
		return Countdown(d)
	}
	sign := ""
	if d <= -time.Second {
		sign, d = "−", -d
	}
	return fmt.Sprintf("%s%d min", sign, (max(0, d)+time.Minute-1)/time.Minute)
}

// ShownFor is for how long Countdown stays as it is, while the time runs down.
func (p *Profile) ShownFor(d time.Duration) time.Duration {
	if p.Moves() || d <= 0 && d > -time.Second {
		return time.Second
	}
	part := d % time.Minute
	if part <= 0 {
		part += time.Minute
	}
	return part + time.Second
}

// DriftMark is how a session stands against its plan, in a sign that says nothing to a room: "+3" is three minutes behind,
// "−2" two ahead.
func DriftMark(d time.Duration) string {
	switch minutes := int(d.Minutes()); {
	case minutes > 0:
		return fmt.Sprintf("+%d", minutes)
	case minutes < 0:
		return fmt.Sprintf("−%d", -minutes)
	}
	return "±0"
}

// drift is how a session stands against its plan, in words.
func drift(d time.Duration) string {
	minutes, word := int(d.Minutes()), "behind plan"
	if minutes < 0 {
		minutes, word = -minutes, "ahead of plan"
	}
	if minutes == 0 {
		return "on time"
	}
	return prose.Count(float64(minutes), "minute") + " " + word
}

// NotesPage is the facilitator's view of a session in words, for the notes on a screen and in plain lines alike.
type NotesPage struct {
	Place     string   // which situation of how many, with its title
	Step      string   // what the room is doing
	Left      string   // of the countdown; "" where there is none
	Session   string   // its country, and how the whole stands against its plan
	State     string   // what is not as usual: blank, ended; "" for nothing
	Turn      []string // of a turn: what was so, and what is so now
	Cue, Next string   // what to do now, and what comes with the next key
	Votes     []string // the counts so far, the hidden ones too
	Heard     []string // the same, as it is read aloud
	Key       string
	Turned    []string // of a turn: what makes the difference, variant by variant
	Prompts   []string
	Arguments []induction.Argument
	Lesson    string
	Sources   []string // where it is written
	Own       string   // the address of the facilitator's own phone; "" where no phones vote
	Closing   bool     // no situation is before the room
	Met       []string // at the closing: what the situations came down to
}

// NotesOn is the notes on a session as it stands. The library has to be loaded.
func (r *Rooms) NotesOn(s *induction.Session) NotesPage {
	n := s.Notes(r.clock.Now())
	p := NotesPage{
		Place: fmt.Sprintf("%d of %d: %s", n.Place, n.Of, n.Situation.Title), Step: n.Doing, Left: r.left(n),
		Session: fmt.Sprintf("%s: %d of %s gone, %s", s.Country().Short(), int(n.Spent.Minutes()), prose.Count(n.Slot.Minutes(), "minute"), drift(n.Drift)),
		Cue:     n.Cue, Next: n.Next, Votes: votes(s, n, hands), Heard: votes(s, n, heard), Key: keyOf(n), Prompts: n.Prompts, Arguments: n.Arguments, Lesson: n.Lesson,
	}
	if n.TurnOf != nil {
		p.Place = fmt.Sprintf("%d of %d, one thing different: %s", n.Place, n.Of, n.Situation.Title)
		was, is := n.Facts()
		p.Turn = []string{was, is}
	}
	for _, d := range n.Differences {
		p.Turned = append(p.Turned, d.String())
	}
	switch {
	case n.Ended:
		p.State = "The session has ended."
	case n.Blank:
		p.State = "The room's screen is blank. Any key there shows it again."
	}
	if at, ok := s.Phones(); ok && !n.Ended {
		p.Own = at.Own()
	}
	for i := range p.Arguments {
		p.Arguments[i].Key = whose("key: ", n.Situation, p.Arguments[i].Key)
	}
	if n.Closing {
		p.Place, p.Key, p.Closing, p.Met = "The closing", "", true, n.Lessons
		return p
	}
	for _, c := range r.library.CitedIn(s.Country(), n.Situation) {
		p.Sources = append(p.Sources, c.Source.Title+" ("+c.Source.Jurisdiction.Short()+"), "+c.Locator)
	}
	return p
}

// left is what is left of a countdown.
func (r *Rooms) left(n induction.Notes) string {
	switch {
	case !n.Timed:
		return ""
	case n.Remaining <= -time.Second:
		return "over by " + r.profile.Countdown(-n.Remaining)
	case !n.Running:
		return "paused at " + r.profile.Countdown(n.Remaining)
	}
	return r.profile.Countdown(n.Remaining) + " left"
}

// votes is the counts as far as there are any, each said by hands. Those of phones come when their vote is closed.
func votes(s *induction.Session, n induction.Notes, hands func(scenarios.Ballot, induction.Poll) string) []string {
	var lines []string
	_, phones := s.Phones()
	for i, lead := range []string{"Before: ", "After: "} {
		switch p := n.Polls[i]; {
		case p.Room == 0:
		case phones && s.Round() == i+1:
			p.Votes = typed(s, n.Ballot)
			p.Room = p.Asked()
			lines = append(lines, "So far: "+hands(n.Ballot, p)+". Phones are added when the vote is closed.")
		case n.Closing:
			lines = append(lines, "Fingers: "+hands(n.Ballot, p))
		default:
			lines = append(lines, lead+hands(n.Ballot, p))
		}
	}
	return lines
}

// typed is the hands counted in the vote in progress, without what phones were counted for when a close came to nothing.
func typed(s *induction.Session, b scenarios.Ballot) induction.Votes {
	votes := induction.Votes{}
	for _, c := range b.Choices {
		votes[c.ID] = s.HandsFor(c.ID)
	}
	return votes
}

// hands is a count in the ballot's order, with those who have not voted.
func hands(b scenarios.Ballot, p induction.Poll) string {
	var parts []string
	for _, c := range b.Choices {
		parts = append(parts, fmt.Sprintf("%s: %d", c.Label, p.Votes[c.ID]))
	}
	if n := p.NotVoted(); n > 0 {
		parts = append(parts, fmt.Sprintf("not voted: %d", n))
	}
	return strings.Join(parts, " · ")
}

// heard is hands as it is read aloud.
func heard(b scenarios.Ballot, p induction.Poll) string {
	said := Hands(b, func(id string) int { return p.Votes[id] })
	if n := p.NotVoted(); n > 0 {
		said += fmt.Sprintf("; %d have not voted", n)
	}
	return said
}

// Hands says in words how many hands each choice of a ballot has: one that is called by a number, by what the number means.
func Hands(b scenarios.Ballot, of func(id string) int) string {
	var parts []string
	for _, c := range b.Choices {
		called, n := c.Label, "none"
		if strings.Trim(called, "0123456789") == "" {
			called = prose.Line(c.Text)
		}
		if hands := of(c.ID); hands > 0 {
			n = fmt.Sprint(hands)
		}
		parts = append(parts, called+" "+n)
	}
	return strings.Join(parts, ", ")
}

// keyOf is the key of what is voted on; of a rating with the action.
func keyOf(n induction.Notes) string {
	b := n.Ballot
	labels := b.KeyLabels()
	if labels == "" {
		return "There is no right answer here."
	}
	if b.Action != "" {
		for _, c := range b.Choices {
			if c.Key {
				action, _ := n.Situation.Option(b.Action)
				return n.Situation.Letter(b.Action) + ", " + prose.Line(action.Text) + ": " + c.Label + ", " + c.Text
			}
		}
	}
	return labels
}
