package linear

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// drafting is a plan that is made, for a room of so many people; 0 while that is not known.
type drafting struct {
	console *Console
	tutor   *tutor.Tutor
	plan    induction.Plan
	people  int
	over    bool // the session was led: what remains of it is no longer a plan
}

// planning is one plan: to be begun, tried alone, changed and saved.
func (c *Console) planning(t *tutor.Tutor, plan induction.Plan) error {
	d := &drafting{console: c, tutor: t, plan: plan.Settled(t.Library.Pack().Bank)}
	return d.planning()
}

func (d *drafting) planning() error {
	return d.console.browse("The plan", "", func() []Choice {
		if d.over {
			return nil
		}
		return d.lines()
	})
}

// lines are what can be done with the plan, and its situations.
func (d *drafting) lines() []Choice {
	p := d.plan
	room := "how many people"
	if d.people > 0 {
		room = fmt.Sprintf("%d people", d.people)
	}
	all := []Choice{
		{"Begin", tutor.Contents(p), d.begin},
		{"Try it yourself", "its situations alone, as practice", d.alone},
		{"Slot", fmt.Sprintf("%d minutes, of which %d are planned", p.Minutes, p.Planned()), d.slot},
		{"Title", p.Title, d.entitle},
		{"Country", p.Jurisdiction.Name() + "; this line changes it to " + tutor.OtherCountry(p.Jurisdiction).Name(), d.move},
		{"Room", room, d.seat},
		{"Save to a file", "to keep, edit and pass on", d.save},
		{"Put a situation in", "at the end", d.putIn},
	}
	for i, item := range p.Items {
		all = append(all, Choice{d.named(i), prose.Count(float64(item.Minutes), "minute"), func() error { return d.item(item.Situation) }})
	}
	return all
}

// named is an item as it is called: a turn by what is different.
func (d *drafting) named(at int) string {
	s, ok := d.tutor.Library.Pack().Bank.Situation(d.plan.Items[at].Situation)
	switch {
	case !ok:
		return d.plan.Items[at].Situation
	case d.plan.IsTurn(at):
		return "Then one thing different: " + prose.Line(s.Facts)
	}
	return s.Title
}

// begin asks how many people there are, and leads the session.
func (d *drafting) begin() error {
	c := d.console
	if err := d.plan.Check(d.tutor.Library.Pack().Bank); err != nil {
		c.mistaken(err)
		return nil
	}
	if d.people == 0 {
		if err := d.seat(); err != nil || d.people == 0 {
			return err
		}
	}
	if err := d.tutor.Rooms.Try(d.plan, d.people); err != nil {
		c.mistaken(err)
		return nil
	}
	d.over = c.opening(d.tutor, d.plan, d.people)
	return c.fault()
}

// alone practises what the plan has.
func (d *drafting) alone() error {
	if len(d.plan.Items) == 0 {
		return errors.New("the plan has no situations yet: put one in")
	}
	plan := d.plan
	return d.console.begin(d.tutor, tutor.Selection{Plan: &plan})
}

// asked asks for something until one will do, or none is given.
func (c *Console) asked(question, now, help string, take func(string) error) error {
	for {
		line, r := c.field(question, now, help)
		if r != given || line == now {
			return nil
		}
		err := take(line)
		if err == nil {
			return nil
		}
		c.say("%s", prose.Sentence(err))
	}
}

// mostMinutes is a day: nothing in a session is longer.
const mostMinutes = 24 * 60

// minutes reads so many minutes.
func minutes(value string) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > mostMinutes {
		return 0, fmt.Errorf("%q is no number of minutes: type one such as 8", value)
	}
	return n, nil
}

func (d *drafting) slot() error {
	return d.console.asked("How many minutes is the slot?", strconv.Itoa(d.plan.Minutes), "Type the minutes, such as 45.", func(value string) (err error) {
		n, err := minutes(value)
		if err == nil {
			d.plan.Minutes = n
		}
		return err
	})
}

func (d *drafting) entitle() error {
	if title, r := d.console.field("The title. It is read while the room fills, and stands on the papers.", d.plan.Title, "Type the title."); r == given {
		d.plan.Title = title
	}
	return nil
}

// move holds the session in another country. What is not offered there leaves the plan, and is named.
func (d *drafting) move() error {
	to, out := d.plan.In(d.tutor.Library.Pack().Bank, tutor.OtherCountry(d.plan.Jurisdiction))
	if len(out) > 0 {
		if !d.console.Confirm(tutor.OutOfPlan(to, out) + " Change the country?") {
			return nil
		}
	}
	d.plan = to
	return nil
}

func (d *drafting) seat() error {
	now := ""
	if d.people > 0 {
		now = strconv.Itoa(d.people)
	}
	return d.console.asked("How many people are in the room? Hands are counted against it.", now, "Type how many there are, such as 24.", func(value string) error {
		n, err := tutor.People(value)
		if err == nil {
			d.people = n
		}
		return err
	})
}

// save asks for a file and writes the plan to it.
func (d *drafting) save() error {
	c := d.console
	if err := d.plan.Check(d.tutor.Library.Pack().Bank); err != nil {
		c.mistaken(err)
		return nil
	}
	for {
		path, r := c.field("The file to write. It can be edited, and passed on.", "induction.toml", "Type the name of a file that is not there yet. back goes back without it.")
		if r != given {
			return nil
		}
		err := d.tutor.Door.WritePlan(path, d.plan)
		if err == nil {
			c.say("The plan is written to %s.", prose.Line(path))
			return nil
		}
		c.say("%s", prose.Sentence(err))
	}
}

// putIn lists what can be put into the plan, topic by topic.
func (d *drafting) putIn() error {
	bank := d.tutor.Library.Pack().Bank
	return d.console.browse("Put in from", "", func() (topics []Choice) {
		for _, topic := range bank.Topics() {
			offered := slices.DeleteFunc(slices.Clone(bank.FamiliesFor(d.plan.Jurisdiction, topic.ID)), func(f *scenarios.Family) bool { return d.plan.Has(f.ID) })
			topics = append(topics, Choice{topic.Title, situations(len(offered)), func() error { return d.putFrom(topic) }})
		}
		return topics
	})
}

func (d *drafting) putFrom(topic scenarios.Topic) error {
	bank := d.tutor.Library.Pack().Bank
	return d.console.browse("Put in from "+topic.Title, "Everything of this topic is in the plan.", func() (all []Choice) {
		for _, f := range bank.FamiliesFor(d.plan.Jurisdiction, topic.ID) {
			if !d.plan.Has(f.ID) {
				all = append(all, Choice{f.Title, f.For(d.plan.Jurisdiction)[0].Format.Title(), func() error {
					d.plan = d.plan.With(bank, f.ID)
					d.console.say("It is in the plan, at the end: %d of %d minutes are planned.", d.plan.Planned(), d.plan.Minutes)
					return nil
				}})
			}
		}
		return all
	})
}

// item is what can be done with a situation of the plan.
func (d *drafting) item(situation string) error {
	bank := d.tutor.Library.Pack().Bank
	moved := func(by int) func() error {
		return func() error {
			d.plan, _ = d.plan.Moved(d.plan.Place(situation), by)
			d.console.say("It is number %d of %d now.", d.plan.Place(situation)+1, len(d.plan.Items))
			return nil
		}
	}
	at := d.plan.Place(situation)
	return d.console.browse(d.named(at), "", func() []Choice {
		at := d.plan.Place(situation)
		if at < 0 {
			return nil
		}
		return []Choice{
			{"Look at it", "what it asks, and its key", func() error { d.console.weigh(d.tutor, d.plan, situation); return nil }},
			{"Minutes", strconv.Itoa(d.plan.Items[at].Minutes), func() error {
				return d.console.asked("How many minutes does it get?", strconv.Itoa(d.plan.Items[at].Minutes), "Type the minutes, such as 8.", func(value string) error {
					n, err := minutes(value)
					if err == nil {
						d.plan.Items = slices.Clone(d.plan.Items)
						d.plan.Items[at].Minutes = n
					}
					return err
				})
			}},
			{"Put a turn below it", "the same with one thing different", func() error {
				turned, ok := d.plan.WithTurn(bank, at)
				if !ok {
					return errors.New("the library has no other turn of this one")
				}
				d.plan = turned
				d.console.say("The turn is in the plan.")
				return nil
			}},
			{"Earlier", "by one place", moved(-1)},
			{"Later", "by one place", moved(+1)},
			{"Take it out", "of the plan, with its turns", func() error { d.plan = d.plan.Without(at); return nil }},
		}
	})
}
