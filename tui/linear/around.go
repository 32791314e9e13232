package linear

import (
	"time"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
)

// jump lists the situations, to go to one.
func (l *leader) jump() {
	s := l.room.Session()
	var all []Choice
	for _, stop := range s.Stops(l.tutor.Clock.Now()) {
		note := prose.Count(stop.Planned.Minutes(), "minute")
		switch {
		case stop.Skipped:
			note = "skipped"
		case stop.Done:
			note += ", done"
		}
		if stop.Added {
			note += ", added"
		}
		name := stop.Situation.Title
		if stop.Turn {
			name = "Then one thing different"
		}
		all = append(all, Choice{Name: name, Note: note})
	}
	all = append(all, Choice{Name: "Closing", Note: "what we met, and a fist to five"})
	at, r := l.console.Pick("Go to", all)
	switch {
	case !r:
	case at == len(all)-1:
		l.goes((*induction.Session).Close)
	default:
		l.goes(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Jump(at+1, now) })
	}
}

// Pick has one of several lines chosen; ok is false where the learner goes back, as by an empty line, or all is over.
func (c *Console) Pick(title string, all []Choice) (at int, ok bool) {
	done := false
	for i := range all {
		all[i].Do = func() error { at, ok, done = i, true, true; return nil }
	}
	_ = c.browse(title, "", func() []Choice { // its fault is met again
		if done {
			return nil
		}
		return all
	})
	return at, ok
}

// add lists what can be put in after the situation: turns of it, and families by topic.
func (l *leader) add() {
	bank, s := l.tutor.Library.Pack().Bank, l.room.Session()
	var all []Choice
	var ids []string
	if family, ok := bank.Family(s.Situation().Family); ok {
		for _, v := range family.For(s.Country()) {
			if s.Course().Place(v.ID) < 0 {
				all, ids = append(all, Choice{Name: "One thing different: " + v.Facts}), append(ids, v.ID)
			}
		}
	}
	for _, topic := range bank.Topics() {
		for _, f := range bank.FamiliesFor(s.Country(), topic.ID) {
			if !s.Course().Has(f.ID) {
				all, ids = append(all, Choice{Name: f.Title, Note: topic.Title}), append(ids, f.ID)
			}
		}
	}
	if len(all) == 0 {
		l.console.say("Every situation there is for this country is in the session already.")
		return
	}
	if at, ok := l.console.Pick("Add after this situation", all); ok {
		if l.does(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Add(ids[at], 0, now) }) {
			l.console.say("It comes after this situation.")
		}
	}
}

// action lists what can be put to the vote in a rating.
func (l *leader) action() {
	s := l.room.Session()
	if s.Ballot().Action == "" {
		l.console.say("Only where actions are rated is there one to choose for the vote.")
		return
	}
	var all []Choice
	for i, o := range s.Situation().Options {
		all = append(all, Choice{Name: scenarios.Letter(i) + ", " + o.Text})
	}
	if at, ok := l.console.Pick("Which action is voted on?", all); ok {
		id := s.Situation().Options[at].ID
		if l.does(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Put(id, now) }) {
			l.choices()
		}
	}
}
