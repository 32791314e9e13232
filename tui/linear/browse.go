package linear

import (
	"fmt"
	"slices"
	"strings"

	"probity/tui/prose"
)

// perList is how many lines are listed at once: more than that nobody keeps in mind who hears them.
const perList = 20

// listing is lines that are listed a page at a time.
type listing struct {
	console *Console
	title   string
	asks    string // what stands below it
	lines   []Choice
	from    int
	takes   func(line string) bool // takes a line that is for the place and names none of the lines; nil for none
}

// say says the page.
func (l *listing) say() {
	to := min(l.from+perList, len(l.lines))
	if l.title != "" {
		l.console.say("%s", strings.TrimSpace(headed(l.title)))
	}
	l.console.numberFrom(l.from+1, l.lines[l.from:to])
	if to < len(l.lines) {
		l.console.say("There are %d more: more lists the next.", len(l.lines)-to)
	}
}

// more says the next page.
func (l *listing) more() {
	switch {
	case len(l.lines) <= perList:
		l.console.say("That is all there is here.")
	case l.from+perList >= len(l.lines):
		l.console.say("These are the last.")
	default:
		l.from += perList
		l.say()
	}
}

// become is the lines as they are now: those that are other than they were are said, and all where the numbers of others moved.
func (l *listing) become(now []Choice) {
	before := l.lines
	l.lines = now
	l.console.say("")
	if len(now) != len(before) && !slices.Equal(fewest(now, before), fewest(before, now)) {
		l.from = 0
		l.say()
		l.console.say("%s", l.asks)
		return
	}
	for i, one := range now {
		if i >= len(before) || one.Name != before[i].Name || one.Note != before[i].Note {
			l.console.numberFrom(i+1, now[i:i+1])
		}
	}
	for _, gone := range before[min(len(now), len(before)):] {
		l.console.say("No longer here: %s.", prose.Line(gone.Name))
	}
	l.console.say("%s", strings.TrimPrefix(l.title+". "+l.asks, ". "))
}

// fewest are the names of lines, as many as of others there are.
func fewest(lines, others []Choice) []string { return names(lines[:min(len(lines), len(others))]) }

// What stands below a list from which one goes back, and at home.
const (
	asksWhich = "Which one? An empty line goes back."
	asksHome  = "Which one? options lists them all, stop leaves."
)

// browse lists lines once, a page at a time, and does those that are chosen, until the learner goes back or there is none any more. What can be
// chosen is asked for anew after each. none is said where there is nothing.
func (c *Console) browse(title, none string, lines func() []Choice) error {
	l := &listing{console: c, title: title, asks: asksWhich, lines: lines()}
	if len(l.lines) == 0 {
		c.say("%s", none)
		return c.fault()
	}
	return c.list(l, lines)
}

// home is where everything begins: from there one does not go back, and leaves by stop alone. takes takes a line that names none of the lines.
func (c *Console) home(lines func() []Choice, takes func(line string) bool) error {
	return c.list(&listing{console: c, title: "Home", asks: asksHome, lines: lines(), takes: takes}, lines)
}

// list is browse of a list that has lines.
func (c *Console) list(l *listing, lines func() []Choice) error {
	home := l.asks == asksHome
	p := prompt{says: func() { l.say(); c.say("%s", l.asks) }, options: l.say, more: l.more, asks: l.asks}
	c.say("")
	p.says()
	for !c.Over() {
		p.help = fmt.Sprintf("Type %s, or the first letters of a name. %s", upTo(len(l.lines)), strings.TrimPrefix(l.asks, "Which one? "))
		line, r := c.ask(p)
		switch {
		case home && c.homeward, home && r == goneBack, home && r == given && line == "":
			c.homeward = false
			c.say("This is home. %s", l.asks)
			continue
		case r == stopped, !home && (r != given || line == ""):
			return c.fault()
		}
		if l.takes != nil && l.takes(line) {
			c.say("\n%s", l.asks)
			continue
		}
		at, ok := c.picked(line, l.lines)
		if !ok {
			continue
		}
		if err := l.lines[at].Do(); err != nil && !Ended(err) {
			c.say("%s", prose.Sentence(err))
		}
		if home {
			c.homeward = false
		}
		now := lines()
		if len(now) == 0 || c.Over() {
			break
		}
		l.become(now)
	}
	return c.fault()
}
