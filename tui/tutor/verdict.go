package tutor

import (
	"fmt"

	"probity/progress"
	"probity/scenarios"
)

// Standing is how an answer stands beside the key.
type Standing int

// The standings: what is wrong comes before what is right.
const (
	Wrong    Standing = iota
	Partly            // it earned more than chance brings
	Right             // as calibration and review count it
	Unjudged          // there is no right answer, or it counts nowhere
)

// Verdict is how an answer was judged: a sign, "" where nothing is judged, and a few words. Every front end says an answer in these.
type Verdict struct {
	Standing    Standing
	Sign, Words string
}

// Said is the sign with the words.
func (v Verdict) Said() string {
	if v.Sign == "" {
		return v.Words
	}
	return v.Sign + " " + v.Words
}

// Since says that what was missed was answered rightly after it: the family is what counts, and where another of its variants was right, that is
// said.
func Since(missed, right string) string {
	if missed == right {
		return "right since"
	}
	return "right since, in another form"
}

// Missed reports whether the answer is to be looked at again.
func (v Verdict) Missed() bool { return v.Standing == Wrong || v.Standing == Partly }

// LeftBlank says of what was left blank that it was, and how far a rating was.
func (l *Library) LeftBlank(a progress.Answer) string {
	const blank = "left blank"
	s, there := l.pack.Bank.Situation(a.Situation())
	switch {
	case a.Rated <= 0:
		return blank
	case there && a.Rated < len(s.Options):
		return fmt.Sprintf("%s, %d of %d rated", blank, a.Rated, len(s.Options))
	}
	return fmt.Sprintf("%s, %d rated", blank, a.Rated)
}

// Judge is the verdict on an answer that was just given.
func Judge(out scenarios.Outcome) Verdict {
	switch {
	case out.Undone:
		return Verdict{Unjudged, "↶", "taken back: this answer counts nowhere"}
	case out.ToCompare():
		return Verdict{Unjudged, "", "to compare, not scored"}
	}
	return judge(out.Situation.Format, out.Marking, len(out.Chosen) == 0)
}

// JudgeAnswer is the verdict on an answer of the record, whether its situation is still in the library or not.
func JudgeAnswer(a progress.Answer) Verdict {
	format, known := scenarios.FormatNamed(a.Format)
	if !known || a.Compared() {
		return Verdict{Unjudged, "", "not scored"}
	}
	return judge(format, scenarios.Marking{Marks: a.Marks, Of: a.Of, Chance: a.Chance}, a.Blank())
}

// judge is the verdict on marks. What earns no more than chance is not part of the way.
func judge(format scenarios.Format, m scenarios.Marking, blank bool) Verdict {
	switch {
	case m.Of == 0:
		return Verdict{Unjudged, "", "there is no right answer here"}
	case blank:
		return Verdict{Wrong, "–", "left blank"}
	case m.Marks == m.Of:
		return Verdict{Right, "✓", "right"}
	case m.Right():
		return Verdict{Right, "✓", "nearly all of it"}
	case m.Marks > m.Chance*m.Of:
		return Verdict{Partly, "◐", "part of the way"}
	case format.Input() == scenarios.PickOne:
		return Verdict{Wrong, "✗", "not the best answer"}
	}
	return Verdict{Wrong, "✗", "not this time"}
}
