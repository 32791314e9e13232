package linear

import (
	"fmt"
	"strings"

	"probity/tui/prose"
)

// perList is how many lines are listed at once: more than that nobody keeps in mind who hears them.
const perList = 20

// browse lists lines once, a page at a time, and does those that are chosen, until the learner goes back or there is none any more. What can be
// chosen is asked for anew after each, and listed anew where it is more or less than it was. none is said where there is nothing.
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
			if from+perList >= len(now) {
				c.say("These are the last.")
				return
			}
			from += perList
			list()
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
		before := len(now)
		if now = lines(); len(now) == 0 || c.Over() {
			break
		}
		if c.say(""); len(now) != before {
			from = 0
			list()
			c.say(asks)
		} else {
			c.say("%s", strings.TrimPrefix(title+". "+asks, ". "))
		}
	}
	return c.fault()
}
