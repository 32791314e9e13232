package summary

import (
	"cmp"
	"fmt"
	"slices"

	"probity/scenarios"
	"probity/tui/parts/list"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// headline is what the practice amounted to: how much was answered, how it went, and the time it took.
func (s *Screen) headline() string {
	families, standing := map[string]bool{}, map[tutor.Standing]int{}
	for _, a := range s.answers {
		families[a.Outcome.Situation.Family] = true
		standing[tutor.Judge(a.Outcome).Standing]++
	}
	done := prose.Several(len(families), "situation")
	if n := len(s.answers); n > len(families) { // there were turns
		done += fmt.Sprintf(", %d answers", n)
	}
	parts := judged(standing, len(s.answers))
	if len(parts) > 0 {
		done += ": " + prose.Join(parts...)
	} else {
		done += " done"
	}
	if n := s.was.Seconds(); n > 0 {
		done += " · " + prose.Minutes(n)
	}
	return done + "."
}

// judged is how many of some answers were right and missed; of a single one how it was judged.
func judged(standing map[tutor.Standing]int, answers int) (parts []string) {
	right, partly, missed := standing[tutor.Right], standing[tutor.Partly], standing[tutor.Partly]+standing[tutor.Wrong]
	switch {
	case answers == 1 && right > 0:
		return []string{"right"}
	case answers == 1 && partly > 0:
		return []string{"part of the way"}
	case answers == 1 && missed > 0:
		return []string{"missed"}
	}
	if right > 0 {
		parts = append(parts, fmt.Sprintf("%d right", right))
	}
	if missed > 0 {
		parts = append(parts, fmt.Sprintf("%d missed", missed))
	}
	if partly > 0 {
		parts[len(parts)-1] += fmt.Sprintf(" (%d part of the way)", partly)
	}
	return parts
}

// next says what comes back for review, and when.
func (s *Screen) next() string {
	if s.tutor.Record.Marking() {
		return "Saving your answers…"
	}
	switch r := s.tutor.Practices.Reviews(); {
	case r.Due == 1:
		return "One principle is due for review today: r meets it."
	case r.Due > 1:
		return fmt.Sprintf("%d principles are due for review today: r meets them.", r.Due)
	case !r.Next.IsZero():
		return "Nothing is due for review today; the next comes back " + s.tutor.Clock.Day(r.Next) + "."
	}
	return ""
}

// rows are the answers: what is to be looked at again first, confident mistakes before others, with the principle that each is about; then what
// was missed and right since.
func (s *Screen) rows() []list.Item[choice] {
	again, since, rest := s.parted()
	missed := slices.Concat(again, since)
	heading := map[int]string{len(missed): "The others", len(again): "Missed, and right since"}
	switch {
	case len(missed) == 0:
		heading[0] = "What you answered"
	case len(since) == 0:
		heading[len(again)] = "The others"
	}
	if len(again) > 0 {
		heading[0] = "Missed, to look at again"
	}
	said := map[string]bool{} // principles
	var items []list.Item[choice]
	for i, a := range append(missed, rest...) {
		item := row(a)
		if right := s.since(a); right != nil && i < len(missed) {
			item.Note += "; " + tutor.Since(a.Outcome.Situation.ID, right.Outcome.Situation.ID)
		}
		item.Heading = heading[i]
		if p, ok := s.tutor.Library.Pack().Bank.Principle(a.Outcome.Situation.Principle); ok && i < len(missed) && !said[p.ID] {
			item.Below, said[p.ID] = p.Lesson, true
		}
		items = append(items, item)
	}
	return items
}

// parted is what is to be looked at again, in its order, what was missed and is right since, and the rest.
func (s *Screen) parted() (again, since, rest []*tutor.Answered) {
	for i := range s.answers {
		a := &s.answers[i]
		switch {
		case !tutor.Judge(a.Outcome).Missed():
			rest = append(rest, a)
		case s.since(a) != nil:
			since = append(since, a)
		default:
			again = append(again, a)
		}
	}
	slices.SortStableFunc(again, func(x, y *tutor.Answered) int { return cmp.Compare(y.Outcome.Sure, x.Outcome.Sure) })
	return again, since, rest
}

// since is the latest answer to the family of an earlier one, where that is right, as the history has it: then nothing is still missed.
func (s *Screen) since(missed *tutor.Answered) (right *tutor.Answered) {
	for i := range slices.Backward(s.answers) {
		a := &s.answers[i]
		if a == missed {
			return nil
		}
		standing := tutor.Judge(a.Outcome).Standing
		if a.Outcome.Situation.Family == missed.Outcome.Situation.Family && standing != tutor.Unjudged {
			if standing == tutor.Right {
				return a
			}
			return nil
		}
	}
	return nil
}

// row is an answer in a line.
func row(a *tutor.Answered) list.Item[choice] {
	v := tutor.Judge(a.Outcome)
	item := list.Item[choice]{Lead: cmp.Or(v.Sign, " "), Text: a.Outcome.Situation.Title, Note: v.Words, Value: choice{answer: a}}
	if a.Before != nil {
		item.Text += ", one thing different"
	}
	if sure := a.Outcome.Sure; sure == scenarios.VerySure && v.Missed() {
		item.Note += ", " + sure.Name()
	}
	return item
}
