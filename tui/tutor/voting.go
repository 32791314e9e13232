// Voting by phone in a session that is led: what phones are shown, and how their votes are counted with the hands.

package tutor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/induction/box"
	"probity/tui/phones"
	"probity/tui/prose"
)

// Attach lets phones vote in the room from now on.
func (r *Room) Attach(p *Phones) error {
	if at, _ := r.session.Phones(); !at.Same(p.at) {
		if err := r.take(r.session.Connect(p.at, r.in.clock.Now())); err != nil {
			return err
		}
	}
	r.phones = p
	r.publish()
	return nil
}

// Phones are those of the room; nil for none.
func (r *Room) Phones() *Phones { return r.phones }

// Go carries an act out that may leave the vote: what phones voted is counted first. Where the act can't be done, the vote goes on. The error of
// more votes than people is the count's.
func (r *Room) Go(act Act) error {
	before := r.round()
	if r.phones != nil && before.Number > 0 {
		if err := r.collect(before); err != nil {
			r.publish()
			return err
		}
	}
	return r.Do(act)
}

// Forward goes on by a step, from a vote once nobody is missing. Until then no vote by phone is counted: the facts of single votes, with their
// times, would tell who voted for what.
func (r *Room) Forward() error {
	ready := 0
	if r.phones != nil {
		ready = r.phones.box.Ready()
	}
	if n := r.without(ready); n > 0 {
		return r.session.Awaits(n)
	}
	return r.Go((*induction.Session).Forward)
}

// Missing is how many have not voted by hand or phone and do not abstain, in the vote that is open; below nought where more have voted than there
// are people.
func (r *Room) Missing() int {
	voted := 0
	if r.phones != nil {
		_, voted = r.phones.Turnout()
	}
	return r.without(voted)
}

// without is how many are missing from the vote that is open where so many votes come from phones. Where none do, what was counted before stands.
func (r *Room) without(phones int) int {
	n := r.session.NotVoted()
	if phones > 0 && r.session.Round() > 0 {
		n += r.session.PhonesCounted() - phones
	}
	return n
}

// collect closes the vote of the phones and counts it. Where a vote was gone back to and the box no longer has it, as after the program was started
// again, what was counted stands unless phones vote again.
func (r *Room) collect(round box.Round) error {
	now := r.in.clock.Now()
	sums := induction.Votes(r.phones.box.Close())
	if len(sums) == 0 && r.session.PhonesCounted() > 0 {
		return nil
	}
	if err := r.take(r.session.CountPhones(sums, now)); err != nil {
		return err
	}
	if round.Number == 2 {
		return r.take(r.session.Move(r.phones.box.Flow(), now))
	}
	return nil
}

// round is the vote that is open; its number is 0 where none is.
func (r *Room) round() box.Round {
	s := r.session
	if s.IsClosing() {
		return box.Round{Situation: induction.FistID, Number: s.Round()}
	}
	return box.Round{Situation: s.Situation().ID, Action: s.Ballot().Action, Number: s.Round()}
}

// publish shows the phones what the room is at, and opens the vote that is on.
func (r *Room) publish() {
	if r.phones == nil {
		return
	}
	round, ballot := r.round(), r.session.Ballot()
	switch {
	case round.Number > 0:
		var choices []string
		for _, c := range ballot.Choices {
			choices = append(choices, c.ID)
		}
		r.phones.box.Open(round, choices)
	case r.session.Step() == induction.Situation || r.session.Step() == induction.Lessons:
		r.phones.box.Leave()
	}
	r.phones.box.Seat(seats(r.session.Room()))
	r.phones.revision = r.phones.server.Publish(r.page(ballot))
}

// page is what the phones show. The key and the rationales come with the reveal, and how the room voted never: that is for the screen in front.
func (r *Room) page(ballot scenarios.Ballot) phones.Page {
	s := r.session
	n, of := s.Place()
	page := phones.Page{Session: s.Plan().Title, Place: fmt.Sprintf("Situation %d of %d", n, of), Notes: r.notes()}
	switch {
	case s.HasEnded():
		page.Place, page.Ask, page.Over = "", cmp.Or(s.Plan().Closing, "Thank you."), true
		return page
	case s.IsBlank():
		page.Ask = "Look up"
		return page
	}
	page.Story = paragraphs(s.Situation())
	switch s.Step() {
	case induction.Lessons:
		page.Place, page.Story, page.Ask = "", s.Lessons(), s.Doing()
		return page
	case induction.Fist:
		page.Place, page.Story = "", nil
	}
	page.Ask, page.Hand, page.Round = prose.Line(ballot.Question), ballot.Vote(), r.round()
	if action, ok := s.Situation().Option(ballot.Action); ok {
		page.Matter = prose.Line(action.Text)
	}
	page.Open = page.Round.Number > 0
	page.Coming = slices.Contains([]induction.Step{induction.Situation, induction.Think, induction.Spread, induction.Discuss}, s.Step())
	for _, c := range ballot.Choices {
		page.Choices = append(page.Choices, phones.Choice{ID: c.ID, Label: c.Label, Text: prose.Line(c.Text), Key: c.Key})
	}
	if key := ballot.KeyLabels(); key != "" {
		page.Answer = ballot.Reveal + ": " + key
	}
	return page
}

// notes is what the facilitator's own phone shows. The counts of an open vote are not there: a phone is easily seen by others.
func (r *Room) notes() phones.Notes {
	notes := r.in.NotesOn(r.session)
	if n := r.Unexplained(); n > 0 {
		notes.Next = fmt.Sprintf("Why, %d of %d", r.why+1, r.why+n)
	}
	says := append([]string{notes.Step}, notes.Prompts...)
	if r.session.Step() == induction.Discuss {
		for _, a := range notes.Arguments {
			says = append(says, a.Letter+", "+prose.Line(a.Text)+": "+prose.Line(a.Why))
		}
	}
	return phones.Notes{Cue: notes.Cue, Next: notes.Next, Says: says, Clock: drift(r.session.Drift(r.in.clock.Now()))}
}

// paragraphs are what a situation tells, in plain words.
func paragraphs(s *scenarios.Situation) []string {
	var all []string
	for p := range strings.SplitSeq(prose.FromMarkdown(s.Stem).Plain(), "\n\n") {
		if line := prose.Line(p); line != "" {
			all = append(all, line)
		}
	}
	return all
}
