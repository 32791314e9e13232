package certificate

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
)

// seedLimit is how much of what was written is offered, in characters.
const seedLimit = 8000

// Seeds is where a learner's reflection can start: what was done in one sentence, and under "So what?", for whoever wants that, what they wrote at
// the time about the situations of this work. "What next?" is theirs to write.
func Seeds(h *progress.History, work Work, bank *scenarios.Bank) Reflection {
	ids := families(work.answered())
	what := ""
	if len(ids) > 0 {
		what = fmt.Sprintf("I worked through %s on the professional use of social media.", text.Count(len(ids), "situation"))
	}
	var notes []string
	for _, r := range SeededFrom(h, work) {
		note := strings.TrimSpace(r.Text)
		if f, ok := bank.Family(r.Scenario); ok {
			note = f.Title + ": " + note
		}
		notes = append(notes, note)
	}
	all := []rune(strings.Join(notes, "\n\n"))
	return Reflection{What: what, SoWhat: string(all[:min(len(all), seedLimit)])}
}

// SeededFrom returns the reflections that Seeds takes up: those on the situations of the work.
func SeededFrom(h *progress.History, work Work) (found []progress.Reflection) {
	ids := families(work)
	for _, r := range h.Reflections() {
		if slices.Contains(ids, r.Scenario) && strings.TrimSpace(r.Text) != "" {
			found = append(found, r)
		}
	}
	return found
}
