package linear

import (
	"fmt"
	"strings"

	"probity/tui/prose"
)

// perList is how many lines are listed at once: more than that nobody keeps in mind who hears them.
const perList = 20

// browse lists lines once, a page at a time, and does those that are chosen, until the learner goes back or there is none any more. What can be
// chosen is asked for anew after each: lines that are other than they were are said, and all where there are more or fewer. none is said where
// there is nothing.
func (c *Console) browse(title, none string, lines func() []Choice) error {
	now, from := lines(), 0
	if len(now) == 0 {
		c.say("%s", none)
		return c.fault()
	}
	list := func() {
		to := min(from+perList, len(now))
		if title != "" {
			c.say("%s:", title)
		}
		c.numberFrom(from+1, now[from:to])
		if to < len(now) {
			c.say("There are %d more: more lists the next.", len(now)-to)
		}
	}
	const asks = "Which one? An empty line goes back."
	p := prompt{
		says: func() { list(); c.say(asks) }, options: list,
		more: func() {
			switch {
			case len(now) <= perList:
				c.say("That is all there is here.")
			case from+perList >= len(now):
				c.say("These are the last.")
			default:
				from += perList
				list()
			}
		},
	}
	c.say("")
	p.says()
	for !c.Over() {
		p.help = fmt.Sprintf("Type a number from 1 to %d, or the first letters of a name. An empty line goes back. options lists them again.", len(now))
		line, r := c.ask(p)
		if r != given || line == "" {
			break
		}
		at, ok := c.picked(line, now)
		if !ok {
			continue
		}
		if err := now[at].Do(); err != nil && !Ended(err) {
			c.say("%s", prose.Worded(err))
		}
		before := now
		if now = lines(); len(now) == 0 || c.Over() {
			break
		}
		if c.say(""); len(now) != len(before) {
			from = 0
			p.says()
			continue
		}
		for i, one := range now {
			if one.Name != before[i].Name || one.Note != before[i].Note {
				c.numberFrom(i+1, now[i:i+1])
			}
		}
		c.say("%s", strings.TrimPrefix(title+". "+asks, ". "))
	}
	return c.fault()
}
