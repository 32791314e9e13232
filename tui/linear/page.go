package linear

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/tui/prose"
	"probity/tui/tutor"
)

// page is somewhere in the guidance: what stands there, and where one can go from it by number. Whatever else is typed is looked for.
type page struct {
	name  string // how it is called when one comes back to it; "" for one that is left where an empty line is given
	says  func() // what stands there, above the lines; nil for nothing
	lines []line
	runs  bool   // an empty line goes to the next of the lines, and after the last back; otherwise back at once
	rest  []line // further lines, which more lists below these
	more  func() // what more says where there are no more lines; nil for nothing
}

// line is where one can go. Going there reports whether the learner wants the next at once.
type line struct {
	under string // what the lines of a kind stand under
	text  string
	goes  func() (onward bool)
}

// visit is at a page until the learner goes back, or on: then it reports true.
func (c *Console) visit(t *tutor.Tutor, p page) (onward bool) {
	c.say("")
	c.open(p)
	next := 0
	for !c.Over() {
		typed, r := c.ask(c.at(&p))
		if r != given {
			return false
		}
		n, err := strconv.Atoi(strings.TrimSuffix(typed, "."))
		switch {
		case typed == "" && p.name == "":
			return true
		case typed == "" && (!p.runs || next >= len(p.lines)):
			return false
		case typed == "":
			next = c.follow(p, next)
		case err == nil && (n < 1 || n > len(p.lines)):
			c.refuse(typed, outside(len(p.lines)))
		case err == nil:
			next = c.follow(p, n-1)
		case c.search(t, typed):
			c.returned(p, next)
		}
	}
	return false
}

// at is the prompt of a page.
func (c *Console) at(p *page) prompt {
	asked := prompt{says: func() { c.open(*p) }, more: p.more, help: "Type a number, or words to look for in all the guidance: whatsapp, selfie, a patient's photo. " + onward(*p)}
	if len(p.lines) > 0 {
		asked.options = func() { c.numbered(p.lines) }
	}
	if len(p.rest) > 0 {
		asked.more = func() {
			from := len(p.lines)
			p.lines, p.rest = slices.Concat(p.lines, p.rest), nil
			c.numberedFrom(from, p.lines)
		}
	}
	return asked
}

// onward is what an empty line does.
func onward(p page) string {
	switch {
	case p.name == "":
		return "An empty line goes on."
	case p.runs:
		return "An empty line reads the next."
	}
	return "An empty line goes back."
}

// open says all that stands at a page.
func (c *Console) open(p page) {
	if p.says != nil {
		p.says()
	}
	if p.name != "" || len(p.lines) <= mostAlong {
		c.numbered(p.lines)
		c.say("%s", onward(p))
		return
	}
	c.say("options lists where this leads: %s. %s", ranged(p.lines), onward(p))
}

// mostAlong is how many lines are said below a text at once: with more of them it says how many there are.
const mostAlong = 3

// ranged says which numbers the lines of each kind have.
func ranged(lines []line) string {
	var kinds []string
	first := 0
	for i, l := range lines {
		if i+1 < len(lines) && lines[i+1].under == l.under {
			continue
		}
		numbers := fmt.Sprintf("numbers %d to %d", first+1, i+1)
		if first == i {
			numbers = fmt.Sprintf("number %d", i+1)
		}
		kinds = append(kinds, prose.Line(l.under)+", "+numbers)
		first = i + 1
	}
	return strings.Join(kinds, "; ")
}

// numbered says where one can go.
func (c *Console) numbered(lines []line) { c.numberedFrom(0, lines) }

// numberedFrom is numbered of the lines from a place on; those before it are known.
func (c *Console) numberedFrom(from int, lines []line) {
	under := ""
	for i, l := range lines[from:] {
		if l.under != under && l.under != "" {
			c.say("%s:", prose.Line(l.under))
		}
		under = l.under
		c.say("%d. %s", from+i+1, l.text)
	}
}

// follow goes to one of the lines, and to those after it as long as the learner goes on. It returns which is next.
func (c *Console) follow(p page, at int) (next int) {
	for on := true; on && at < len(p.lines); at++ {
		on = p.lines[at].goes() && p.runs && !c.Over()
	}
	c.returned(p, at)
	return at
}

// returned says where one is, back from somewhere else.
func (c *Console) returned(p page, next int) {
	if c.Over() {
		return
	}
	where := p.name
	if where == "" {
		where = "Back at the paragraph"
	}
	said := fmt.Sprintf("\n%s. A number or words to look for; options says what there is.", prose.Line(where))
	switch {
	case p.runs && next < len(p.lines):
		said += fmt.Sprintf(" An empty line reads %d.", next+1)
	case p.runs:
		said += " That was the last: an empty line goes back."
	default:
		said += " " + onward(p)
	}
	c.say("%s", said)
}

// outside says which numbers there are.
func outside(n int) string {
	switch n {
	case 0:
		return "There is nothing to choose from here by number. Type words to look for, or back."
	case 1:
		return "There is only number 1 here."
	}
	return fmt.Sprintf("Give a number from 1 to %d, or words to look for; a number to look for goes behind the word search.", n)
}
