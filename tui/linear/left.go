package linear

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"probity/tui/tutor"
)

// leftover is something that was left and can be carried on.
type leftover struct {
	Choice
	at     time.Time // when something was last done in it
	glance bool      // it was only looked at
}

// leftOpen is a line for each thing that was left, the newest first, but for Today, which carries itself on. What was only looked at comes last.
// Of what has no answer yet the newest alone is listed.
func (c *Console) leftOpen(t *tutor.Tutor) (lines []Choice) {
	var all []leftover
	untouched := map[bool]bool{} // whether one without an answer is listed, of a single situation and of more
	for _, left := range t.Practices.AllLeftBeside() {
		if left.Untouched() {
			if untouched[left.LookedAt()] {
				continue
			}
			untouched[left.LookedAt()] = true
		}
		what, where := strings.ToLower(left.Name()), left.Where()
		if left.LookedAt() {
			what, where = "one situation", "only looked at"
		}
		all = append(all, leftover{carryOn(what, where, func() error {
			c.practise(t, t.Practices.Resume(left))
			return nil
		}), left.At(), left.LookedAt()})
	}
	if left, ok := t.Assessments.Unfinished(); ok {
		at := left.Sitting.At
		for _, a := range left.Answers {
			at = a.At
		}
		all = append(all, leftover{carryOn("the assessment", fmt.Sprintf("%d of %d", len(left.Answers), len(left.Sitting.Drawn)),
			func() error { return c.sitting(t, t.Assessments.Resume(left), t.Flush) }), at, false})
	}
	if left := t.Rooms.FindUnfinished().Do().Latest; left != nil {
		all = append(all, leftover{carryOn("the session "+left.Session.Plan().Title, left.Where(), func() error { return c.takeUp(t, left.ID) }), left.Begun, false})
	}
	slices.SortStableFunc(all, func(x, y leftover) int {
		if x.glance != y.glance {
			return map[bool]int{true: 1, false: -1}[x.glance]
		}
		return cmp.Compare(y.at.UnixNano(), x.at.UnixNano())
	})
	for _, one := range all {
		lines = append(lines, one.Choice)
	}
	return lines
}

// carryOn is the line of something that was left.
func carryOn(what, where string, do func() error) Choice {
	return Choice{"Carry on with " + what, where, do}
}
