package linear

import (
	"fmt"

	"probity/tui/tutor"
)

// settings says how everything is set, and has it changed.
func (c *Console) settings(t *tutor.Tutor) error {
	return c.browse("Settings", "", func() (all []Choice) {
		t.CatchUp()
		for _, s := range t.Profile.Settings() {
			if s.Screens {
				continue // it changes nothing that is heard
			}
			all = append(all, Choice{s.Heading, t.Profile.Now(s), func() error {
				c.set(t, s)
				return nil
			}})
		}
		return all
	})
}

// set has a value of a setting chosen. An empty line leaves it as it is: nobody becomes somebody else by one.
func (c *Console) set(t *tutor.Tutor, s tutor.Settable) {
	values := make([]Choice, len(s.Values))
	for i, v := range s.Values {
		values[i].Name = v.Words
		if t.Profile.Holds(s.Name, v.Value) {
			values[i].Note = "as it is now"
		}
	}
	asks := fmt.Sprintf("Type a number from 1 to %d, or the first letters of a line. An empty line leaves it as it is.", len(values))
	p := prompt{
		says:    func() { c.number(s.Heading, values); c.say("%s", asks) },
		options: func() { c.number(s.Heading, values) },
		help:    asks,
	}
	c.say("")
	p.says()
	for {
		line, r := c.ask(p)
		if r != given || line == "" {
			return
		}
		at, fits := called(line, values)
		if len(fits) != 1 {
			c.refuse(line, fmt.Sprintf("Please answer with a number from 1 to %d; an empty line leaves it as it is.", len(values)), lower(names(values))...)
			continue
		}
		if v := s.Values[at]; t.Profile.Holds(s.Name, v.Value) {
			c.say("It is so already.")
		} else {
			t.Profile.Change(s.Name, v.Value)
			c.keep(t)
		}
		return
	}
}

// headed is a heading with what stands between it and what is said of it.
func headed(heading string) string {
	if len(heading) > 0 && heading[len(heading)-1] == '?' {
		return heading + " "
	}
	return heading + ": "
}
