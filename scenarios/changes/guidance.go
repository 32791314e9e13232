package changes

import (
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
)

// indexes notes what is different in topics and principles.
func (d *differences) indexes() {
	mine := func(id string) bool { return strings.HasPrefix(id, d.is.id+":") }
	for _, t := range d.is.pack.Bank.Topics() {
		if old, there := d.was.pack.Bank.Topic(t.ID); mine(t.ID) && there && old.Title != t.Title {
			d.note(Notice, t.ID, "the topic is called %s, and was called %s", quoted(t.Title), quoted(old.Title))
		}
	}
	for _, pr := range d.is.pack.Bank.Principles() {
		old, there := d.was.pack.Bank.Principle(pr.ID)
		switch {
		case !mine(pr.ID) || !there:
		case old.Topic != pr.Topic:
			d.note(Notice, pr.ID, "the principle went from the topic %s to %s", d.plain(old.Topic), d.plain(pr.Topic))
		case old.Lesson != pr.Lesson:
			d.note(Notice, pr.ID, "the line that stays is %s, and was %s", quoted(pr.Lesson), quoted(old.Lesson))
		}
	}
	for _, pr := range d.was.pack.Bank.Principles() {
		if _, there := d.is.pack.Bank.Principle(pr.ID); mine(pr.ID) && !there {
			d.note(Notice, pr.ID, "the principle is gone: what learners had to review of it does not come back")
		}
	}
}

// clauses notes what is different in the sources and their clauses.
func (d *differences) clauses() {
	for _, s := range d.is.sources {
		i := slices.IndexFunc(d.was.sources, func(o *guidance.Source) bool { return o.ID == s.ID })
		if i < 0 {
			d.note(Notice, s.ID, "is a source more, with %d clauses", len(s.Clauses))
			continue
		}
		old := d.was.sources[i]
		if old.Status != s.Status {
			d.note(Notice, s.ID, "the source was %s, and is %s", old.Status, s.Status)
		}
		d.source(old, s)
	}
	for _, s := range d.was.sources {
		if !slices.ContainsFunc(d.is.sources, func(o *guidance.Source) bool { return o.ID == s.ID }) {
			d.note(Notice, s.ID, "the source is gone, and its clauses with it")
		}
	}
}

// source notes what is different in the clauses of one.
func (d *differences) source(was, now *guidance.Source) {
	find := func(s *guidance.Source, id string) *guidance.Clause {
		if i := slices.IndexFunc(s.Clauses, func(c *guidance.Clause) bool { return c.ID == id }); i >= 0 {
			return s.Clauses[i]
		}
		return nil
	}
	for _, c := range now.Clauses {
		old := find(was, c.ID)
		switch {
		case old == nil:
			d.note(Notice, c.ID, "is a clause more")
			continue
		case old.Force != c.Force:
			d.note(Notice, c.ID, "asks for more or for less: %s before, %s now. Look at the keys that rest on it: %s", old.Force, c.Force, d.resting(c.ID))
		case old.CanSupport() && !c.CanSupport():
			d.note(Notice, c.ID, "is superseded")
		}
		switch compare(old.Text, c.Text) {
		case reworded, doubtful:
			d.note(Notice, c.ID, "the extract is worded otherwise. It decides in %s", d.resting(c.ID))
		case respelt:
			d.note(Wording, c.ID, "the extract differs in spelling or signs")
		case same:
		}
	}
	for _, c := range was.Clauses {
		if find(now, c.ID) == nil {
			d.note(Notice, c.ID, "the clause is gone")
		}
	}
}

// resting lists the families that cite a clause.
func (d *differences) resting(clause string) string {
	var ids []string
	for _, f := range d.is.families {
		if slices.ContainsFunc(f.Variants, func(s *scenarios.Situation) bool { return slices.Contains(s.Cites(), clause) }) {
			ids = append(ids, f.ID)
		}
	}
	return d.ids(ids)
}
