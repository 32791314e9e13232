package tutor

import (
	"fmt"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/prose"
)

// Result is an assessment that was handed in, in words, in the order in which people ask.
type Result struct {
	Passed bool
	Said   []string // how much was answered and right, the score beside what passes, and whether blanks decided it
	Fine   []string // the marks and how far they can be relied on, and the rule in full
}

// ResultOf puts an assessment in words.
func ResultOf(sat progress.Assessed) Result {
	score, r := sat.Score(), Result{Passed: sat.Passed()}
	r.Said = append(r.Said, answeredOf(sat))
	rule := scenarios.Rule(sat.Pass)
	if above, ok := score.Above(); ok && score.Enough() {
		r.Said = append(r.Said, fmt.Sprintf("Score: %s. To pass: at least %s above chance.", scenarios.FromChance(above), scenarios.Percent(sat.Pass)))
		rule = "100\u00a0% is full marks, 0\u00a0% what chance alone brings."
	}
	if part := inPart(sat); part != "" {
		r.Said = append(r.Said, part)
	}
	if decided := decidedByBlanks(sat); decided != "" {
		r.Said = append(r.Said, decided)
	}
	r.Fine = []string{Earned(score)}
	if within := score.Within(); within != "" {
		r.Fine[0] += " " + prose.Capital(within) + ". Each situation counts by its own share, however many marks it has."
	}
	if score.Raw {
		r.Fine[0] += " " + scenarios.JudgedByRawMarks + "."
	}
	r.Fine = append(r.Fine, rule)
	return r
}

// InBrief is an assessment that was handed in in a few words, for one among others, in the unit of its result.
func InBrief(sat progress.Assessed) string {
	_, right, blank := told(sat)
	score := sat.Score()
	switch above, ok := score.Above(); {
	case blank > 0 && blank == len(sat.Answers):
		return "all left blank"
	case ok && score.Enough():
		return scenarios.FromChance(above)
	case blank > 0:
		return scenarios.WithBlanks(len(sat.Answers), right, blank)
	}
	return score.Words()
}

// told is how many situations of an assessment were answered, right and left blank.
func told(sat progress.Assessed) (answered, right, blank int) {
	for _, a := range sat.Answers {
		if !a.Blank() {
			answered++
		}
		if a.Right() {
			right++
		}
	}
	return answered, right, len(sat.Answers) - answered
}

// answeredOf is how many situations were answered, right and left blank.
func answeredOf(sat progress.Assessed) string {
	answered, right, blank := told(sat)
	all := prose.Count(float64(len(sat.Answers)), "situation")
	switch {
	case blank == 0:
		return fmt.Sprintf("%s answered, %d right.", all, right)
	case answered == 0:
		return fmt.Sprintf("%s, all left blank.", all)
	}
	return fmt.Sprintf("%d of %s answered, %d right, %d left blank.", answered, all, right, blank)
}

// PassedOrNot is the word for whether an assessment was passed.
func PassedOrNot(passed bool) string {
	if passed {
		return "passed"
	}
	return "not passed"
}

// inPart names the blanks that are ratings which were begun; "" where there are none.
func inPart(sat progress.Assessed) string {
	n := 0
	for _, a := range sat.Answers {
		if a.Blank() && a.Rated > 0 {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "One of the blanks is a rating in part: a rating counts once every action has one."
	}
	return fmt.Sprintf("%d of the blanks are ratings in part: a rating counts once every action has one.", n)
}

// decidedByBlanks says that an assessment was not passed because of what was left blank: what was answered would not have been
// enough with full marks, or else passes by itself. It is "" where neither is so.
func decidedByBlanks(sat progress.Assessed) string {
	var given, best []progress.Answer
	for _, a := range sat.Answers {
		if !a.Blank() {
			given = append(given, a)
			a.Marks = a.Of
		}
		best = append(best, a)
	}
	reaches := func(answers []progress.Answer) bool { return progress.Total(answers).Under(sat.Rule).Reaches(sat.Pass) }
	switch {
	case sat.Passed() || len(given) == len(best):
		return ""
	case !reaches(best):
		return "The blanks decided it: a blank earns nothing, which is less than guessing brings, and with so many no answers could have passed."
	case reaches(given):
		return "What you answered would have passed by itself. The blanks decided it: a blank earns nothing, which is less than guessing brings."
	}
	return ""
}
