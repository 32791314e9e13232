package linear

import (
	"slices"
	"strings"

	"probity/progress"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// reflections lists what the learner wrote, the latest first: each to be read, edited and erased.
func (c *Console) reflections(t *tutor.Tutor) error {
	return c.browse("Reflections, the latest first", "No reflections yet. After a feedback r takes one.", func() (all []Choice) {
		for _, r := range slices.Backward(t.Record.Reflections()) {
			note := t.Clock.Date(r.At)
			if r.Seq == 0 {
				note += ", not saved yet"
			}
			all = append(all, Choice{t.Library.TitleOf(r.Scenario), note + ": " + begins(r.Text), func() error { return c.reading(t, r) }})
		}
		return all
	})
}

// reading says a reflection whole, and what can be done with it.
func (c *Console) reading(t *tutor.Tutor, r progress.Reflection) error {
	c.say("\n%s, %s:\n%s", prose.Line(t.Library.TitleOf(r.Scenario)), t.Clock.Date(r.At), r.Text)
	return c.browse("", "", func() (all []Choice) {
		if !slices.ContainsFunc(t.Record.Reflections(), func(one progress.Reflection) bool { return progress.Same(one, r) }) {
			return nil // it was edited or erased
		}
		all = append(all,
			Choice{"Write more", "it goes below", func() error { return c.editing(t, r, r.Text) }},
			Choice{"Write it anew", "in place of this", func() error { return c.editing(t, r, "") }},
			Choice{"Erase", "for good, from the backups too", func() error { return c.erasing(t, r, false) }})
		if t.Record.History().Reworded(r) {
			all = append(all, Choice{"Erase what it said before", "before you edited it, from the backups too", func() error { return c.erasing(t, r, true) }})
		}
		return all
	})
}

// editing takes a new wording of a reflection, below what is kept of the old one.
func (c *Console) editing(t *tutor.Tutor, r progress.Reflection, kept string) error {
	if r.Seq == 0 { // a new wording names the one that is saved
		c.say(tutor.StillSaving)
		return c.fault()
	}
	written, _ := c.reflection(reflects(t, r.Scenario), kept)
	c.reword(t, r, written)
	return c.fault()
}

// reflects is what a family asks the learner to reflect on; "" where the library no longer has it.
func reflects(t *tutor.Tutor, family string) string {
	if f, ok := t.Library.Pack().Bank.Family(family); ok {
		return f.Variants[0].Reflect
	}
	return ""
}

// reword saves a new wording of a reflection, or the first one, and offers to erase the one before everywhere. Nothing written changes nothing.
func (c *Console) reword(t *tutor.Tutor, old progress.Reflection, written string) {
	if written == "" || !t.Record.Rewrite(old, written) {
		return
	}
	if tutor.IsTooLong(written) {
		c.say(tutor.TooLong)
	}
	c.keep(t)
	if old.Seq == 0 || t.Record.Waiting() > 0 || strings.HasPrefix(written, old.Text) { // nothing of it is to be gone
		return
	}
	for _, now := range slices.Backward(t.Record.Reflections()) {
		if now.Scenario == old.Scenario && t.Record.History().Reworded(now) {
			c.say("%s", t.Record.IfKept(tutor.KeptAnew+".", tutor.UntilYouQuit))
			_ = c.erasing(t, now, true) // the fault is met again
			return
		}
	}
}

// erasing erases a reflection, or only what it said before it was edited, once the learner has confirmed it.
func (c *Console) erasing(t *tutor.Tutor, r progress.Reflection, earlier bool) error {
	if c.Over() || !c.Confirm(tutor.AsksToErase(t.Library.TitleOf(r.Scenario), earlier)) {
		return c.fault()
	}
	forget := t.Record.Forget
	if earlier {
		forget = t.Record.ForgetEarlier
	}
	done := forget(r).Do()
	if done.Err != nil {
		return done.Err
	}
	c.say("%s", prose.Line(done.Said()))
	return c.fault()
}
