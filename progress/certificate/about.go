// About: what a certificate says, in a few lines, for whoever verifies a copy.

package certificate

import (
	"fmt"

	"probity/progress/paper"
	"probity/scenarios"
)

// about is whose certificate it is, what for and with what result, in a few lines.
func (c Certificate) about() paper.Facts {
	a, e := c.Evidence.Activity, c.Evidence
	on := dated(a.To)
	if a.From != a.To {
		on = dated(a.From) + " to " + on
	}
	facts := add(nil, "Holder", c.holder())
	facts = add(facts, "Registration number", c.Own.Registration)
	facts = add(facts, "What was done", c.done())
	facts = add(facts, "Date", on)
	if s := e.Score; s != nil {
		words := s.words()
		if c.Schema == rawSchema {
			words = c.percent(s.Above) + " above chance"
		}
		result := fmt.Sprintf("%s (%s of %s marks)", words, figure(s.Marks), figure(s.Available))
		if judged := e.Assessment; judged != nil {
			result += map[bool]string{true: ", passed", false: ", not passed"}[judged.Passed]
			if e.Rule != scenarios.ByShares {
				result += ". " + scenarios.JudgedByRawMarks
			}
		}
		facts = add(facts, "Result", result)
	} else {
		facts = add(facts, "Result", "none: nothing was scored")
	}
	facts = add(facts, "Certificate number", c.Number)
	for i := range facts {
		facts[i].Value = paper.Line(facts[i].Value)
	}
	return facts
}
