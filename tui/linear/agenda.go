package linear

import (
	"cmp"
	"errors"
	"fmt"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Induct plans and leads an induction session, with a plan and so many people where these are known, and leaves the tutor. The error is a fault of
// saving or writing.
func (c *Console) Induct(t *tutor.Tutor, plan *induction.Plan, people int) error {
	var err error
	if plan == nil {
		err = c.inducting(t)
	} else {
		d := &drafting{console: c, tutor: t, plan: plan.Settled(t.Library.Pack().Bank), people: people}
		if people > 0 {
			err = d.begin()
		}
		if people == 0 || err == nil && !d.over && !c.Over() {
			err = d.planning()
		}
	}
	return errors.Join(err, c.leave(t))
}

// inducting is where an induction session is planned, and led or carried on.
func (c *Console) inducting(t *tutor.Tutor) error {
	c.say("%s Here you lead it by typed lines, and read aloud what the room is to hear.", tutor.HowItGoes)
	c.say("probity --linear induction notes, in a second terminal, says beside it what the room does not hear. Votes from phones need the screen.")
	own := t.Profile.Learner().Jurisdiction
	return c.browse("Induction", "", func() (all []Choice) {
		found := t.Rooms.FindUnfinished().Do()
		if left := found.Latest; left != nil {
			note := fmt.Sprintf("%s; begun %s", left.Where(), t.Clock.Date(left.Begun))
			all = append(all, Choice{"Carry on: " + left.Session.Plan().Title, note, func() error { return c.takeUp(t, left.ID) }})
		}
		if found.Err != nil {
			c.say("%s", prose.Sentence(found.Err))
		}
		for _, country := range tutor.CountriesFrom(own) {
			all = append(all, Choice{"Agendas for " + guidance.The(country), prose.Count(float64(len(t.Rooms.Agendas(country))), "plan") + " made ready", func() error { return c.agendas(t, country) }})
		}
		return append(all,
			Choice{"Build a plan", "pick situations and minutes", func() error {
				plan, _ := induction.Build(t.Library.Pack().Bank, "Induction", own, tutor.UsualSlot) // it has no situations yet
				return c.planning(t, plan)
			}},
			Choice{"A plan from a file", "one that was saved or passed on", func() error { return c.planFile(t) }})
	})
}

// agendas lists the ready-made plans of a country.
func (c *Console) agendas(t *tutor.Tutor, country guidance.Jurisdiction) error {
	return c.browse("Agendas for "+guidance.The(country), "There are none ready for "+guidance.The(country)+".", func() (all []Choice) {
		for _, plan := range t.Rooms.Agendas(country) {
			all = append(all, Choice{fmt.Sprintf("%s, %s", plan.Audience, prose.Count(float64(plan.Minutes), "minute")), tutor.Contents(plan), func() error { return c.planning(t, plan) }})
		}
		return all
	})
}

// planFile reads the file of a plan, and says every mistake in it.
func (c *Console) planFile(t *tutor.Tutor) error {
	help := "Type the name of the file, with the folder it is in. back goes back without it."
	if t.Hosted() {
		help = "Type the name of one of your files on this server. back goes back without it."
	}
	path, r := c.field("Where is it? For example induction.toml", "", help)
	if r != given || path == "" {
		return nil
	}
	plan, err := t.Door.ReadPlan(path, t.Library.Pack().Bank)
	if err != nil {
		c.mistaken(err)
		return nil
	}
	return c.planning(t, plan)
}

// mistaken says each mistake of a plan on a line of its own.
func (c *Console) mistaken(err error) {
	for _, line := range tutor.PlanMistakes(err) {
		c.say("%s", prose.Line(line))
	}
}

// weigh says a situation as a facilitator weighs it before it is put before a room: whose shoes it is told from, what it asks, and the key.
func (c *Console) weigh(t *tutor.Tutor, plan induction.Plan, situation string) {
	bank := t.Library.Pack().Bank
	s, ok := bank.Situation(situation)
	if !ok {
		c.say("%s", tutor.Gone)
		return
	}
	c.say("\n%s\n%s. %s.\n", prose.Line(s.Title), tutor.Shoes(s.Setting), s.Format.Title())
	c.say("%s\n\n%s", prose.FromMarkdown(s.Stem).Plain(), prose.Line(s.Ask))
	for i, o := range s.Options {
		c.say("%s. %s", scenarios.Letter(i), prose.Line(o.Text))
	}
	c.say("Key: %s", cmp.Or(s.Format.WholeKey(s), "there is no right answer"))
	c.say("%s", tutor.PutToTheVote(s, "the word action"))
	if p, ok := bank.Principle(s.Principle); ok {
		c.say("It comes down to: %s", prose.Line(p.Lesson))
	}
	if f, ok := bank.Family(s.Family); ok {
		for _, turn := range f.For(plan.Jurisdiction) {
			if turn.ID != s.ID {
				c.say("With one thing different: %s Key: %s", prose.Line(turn.Facts), turn.Format.WholeKey(turn))
			}
		}
	}
}
