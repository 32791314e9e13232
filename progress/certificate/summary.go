// The summary: the head of the page, with who did what, when, for how long, what that may count for, and how it went.

package certificate

import (
	"fmt"

	"probity/guidance/text"
	"probity/progress"
	"probity/progress/paper"
	"probity/scenarios"
)

// summary is who did what, when, for how long, and how it went.
func (c Certificate) summary() paper.Facts {
	facts := add(nil, "Activity", c.title())
	facts = add(facts, "Date", c.on())
	facts = add(facts, "What was done", c.done())
	facts = add(facts, "Way of learning", c.way())
	facts = append(facts, c.minutes()...)
	if c.Own.Hours > 0 {
		facts = add(facts, "Time claimed", c.claim())
	}
	facts = append(facts, c.suggested()...)
	facts = append(facts, c.result()...)
	return add(facts, "Registration number", c.Own.Registration)
}

// A claim of time is far above what was measured if it is more than so many times as much, and more than so many minutes more.
const (
	farTimes   = 2
	farMinutes = 30
)

// claim is the learner's own claim of time. One far above what was measured is pointed at: reading and talk are in no measure.
func (c Certificate) claim() string {
	said := amount(c.Own.Hours, "hour") + ", by the learner"
	if c.Evidence.FarBelow(c.Own.Hours) {
		said += ". This is far more than was measured; the reflection should say what the rest was spent on"
	}
	return said
}

// FarBelow reports whether what was measured is far below so many hours.
func (e Evidence) FarBelow(hours float64) bool {
	claimed, measured := 60*hours, float64(e.Minutes)
	return claimed > farTimes*measured && claimed > measured+farMinutes
}

// suggested is what the time that was measured may count for; where nothing is suggested, why.
func (c Certificate) suggested() paper.Facts {
	s := c.Suggestion
	switch {
	case s == nil:
		return add(nil, "Note", c.Note)
	case s.Amount == 0:
		return add(nil, s.label(), "none yet: less than a quarter of an hour was measured")
	}
	said := amount(s.Amount, s.Unit)
	switch {
	case s.Whole == nil:
	case *s.Whole == 0:
		said += ", and none yet where a scheme counts whole credits"
	default:
		said += fmt.Sprintf(", or %s where a scheme counts whole ones", text.Count(*s.Whole, "credit"))
	}
	said += ": " + s.Rule
	if s.Unit == unitCredit && !c.Own.Reflection.written() {
		said += ". There is no reflective note here yet"
	}
	return add(nil, s.label(), said)
}

// written reports whether anything was written.
func (r Reflection) written() bool { return r.What+r.SoWhat+r.NowWhat != "" }

// Below these the evidence is a beginning, and the page says so.
const (
	thinAnswers = 6  // fewer bear no percentage
	thinMinutes = 10 // measured
)

// Thin says what a certificate of the evidence will say of how little it is; "" where it is enough.
func (e Evidence) Thin() string {
	a := e.Activity
	given := a.Answers - a.Blank
	switch {
	case a.Kind == Attendance || a.Sessions > 0 && given == 0:
		return "This says that the holder took part in a session. Nothing of theirs was marked."
	case given == 0:
		return ""
	case given < thinAnswers:
		return fmt.Sprintf("This rests on %s, and so is a beginning: it shows what was worked on, and hardly how well.", text.Count(given, "answer"))
	case e.Minutes < thinMinutes:
		return fmt.Sprintf("This rests on %s in less than %d minutes, and so is a first look rather than time to think about each.", text.Count(given, "answer"), thinMinutes)
	}
	return ""
}

// sat says of a period how many assessments were in it, and how they ended: what was not passed is not left out by asking for a period.
func (c Certificate) sat() string {
	a := c.Evidence.Activity
	if a.Sat == 0 {
		return ""
	}
	passed := "none passed"
	if a.SatPassed > 0 {
		passed = fmt.Sprintf("%d passed", a.SatPassed)
	}
	return fmt.Sprintf("%d handed in, %s; the pass rule is set by its authors, without a standard-setting panel", a.Sat, passed)
}

// result is the score with its uncertainty, and the pass rule with whose rule it is.
func (c Certificate) result() paper.Facts {
	a, e := c.Evidence.Assessment, c.Evidence
	if e.Score == nil {
		return add(nil, "Assessments", c.sat())
	}
	facts := add(nil, "Result", c.score())
	switch {
	case a == nil && e.Activity.Kind == string(progress.Assessment):
		return add(facts, "Pass rule", "not judged: answers of this assessment are left out, as said under This record")
	case a == nil:
		return add(facts, "Assessments", c.sat())
	}
	outcome := "not reached"
	if a.Passed {
		outcome = "reached"
	}
	facts = add(facts, "Pass rule", fmt.Sprintf("%s (%s above chance), set by its authors, without a standard-setting panel", outcome, scenarios.Percent(a.Least)))
	return add(facts, "Attempts", a.attempts())
}

// attempts says how many attempts there were, and how many of them came to no end.
func (a Assessment) attempts() string {
	said := fmt.Sprintf("%d, this one included", a.Attempts)
	if a.GivenUp > 0 {
		said += fmt.Sprintf("; %d given up and never handed in", a.GivenUp)
	}
	return said
}

// score says the score with what its figure means, and within how many points it can be relied on.
func (c Certificate) score() string {
	said := c.Evidence.Score.words()
	sum, _ := c.Evidence.sum(*c.Evidence.Score)
	if !c.earlier() && sum.Enough() && c.Evidence.Score.Above >= 0 {
		said += " (guessing brings 0 %, full marks 100 %)"
	}
	switch within := sum.Within(); {
	case !sum.Enough():
		said += " (right is at least 75 % of the marks)"
	case within != "":
		said += ", " + within
	}
	return said
}

// rule says how the score is worked out.
func (c Certificate) rule() string {
	if c.Evidence.Rule == scenarios.RawMarks {
		return scenarios.JudgedByRawMarks
	}
	const counts = "a single best answer once and every other format twice"
	if c.earlier() {
		return "Above chance: full marks are 100 %, and guessing brings 0 %. Each situation counts by its own share, " + counts
	}
	return "Each situation counts by its own share above chance, " + counts
}
