// Scores in words. Every front end and every document says a score in these.

package scenarios

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Percent writes a share in whole percents, rounded towards nought on either side of it: what falls short of a rule never
// reads as reaching it. The sign is a minus, and no line break can part the figure from its unit.
func Percent(share float64) string {
	return strings.Replace(strconv.Itoa(points(share)), "-", "−", 1) + "\u00a0%"
}

// points is a share in whole hundredths, rounded towards nought.
func points(share float64) int {
	const close = 1e-9 // 0.29 times 100 is not quite 29 to a computer, nor −0.25 quite −25
	return int(math.Trunc(100*share + math.Copysign(close, share)))
}

// Figure is the score in the fewest words, for a column under a heading: as the function Figure has it, or "1 of 2 right" where there are
// too few answers for a percentage. It is "" where nothing was scored.
func (s Score) Figure() string {
	above, ok := s.Above()
	switch {
	case !ok:
		return ""
	case !s.Enough():
		return s.Words()
	}
	return Figure(above)
}

// Figure is a share above chance in the fewest words: "62 %", or "9 below chance".
func Figure(above float64) string {
	if points(above) < 0 {
		return fmt.Sprintf("%d below chance", -points(above))
	}
	return Percent(above)
}

// Words is the score in a phrase, as the function Words has it, or "nothing scored".
func (s Score) Words() string {
	above, ok := s.Above()
	if !ok {
		return "nothing scored"
	}
	return Words(above, s.Right, s.Answers)
}

// Words is a share above chance over so many answers, so many of them right, in a phrase: "62 % above chance", "9 points below
// what guessing brings", or "1 of 2 right" where there are too few answers for a percentage.
func Words(above float64, right, answers int) string {
	if !Enough(answers) {
		return fmt.Sprintf("%d of %d right", right, answers)
	}
	return Above(above)
}

// WithBlanks is how some situations of an assessment went of which some were left blank, in a phrase: "3 answered, 2 right, 1 left blank".
func WithBlanks(situations, right, blank int) string {
	if blank == situations {
		return fmt.Sprintf("none answered, %d left blank", blank)
	}
	return fmt.Sprintf("%d answered, %d right, %d left blank", situations-blank, right, blank)
}

// Above is a share above chance in a phrase: "62 % above chance", or "9 points below what guessing brings".
func Above(above float64) string {
	if points(above) < 0 {
		return counted(-points(above), "point", "points") + " below what guessing brings"
	}
	return Percent(above) + " above chance"
}

// FromChance is a share above chance in the unit of a pass rule, on either side of nought: "62 % above chance", or "31 % below chance".
func FromChance(above float64) string {
	if points(above) < 0 {
		return Percent(-above) + " below chance"
	}
	return Percent(above) + " above chance"
}

// Sentence is the score with its uncertainty, and for a paper of before with the rule that it was judged by.
func (s Score) Sentence() string {
	words := s.Words()
	text := strings.ToUpper(words[:1]) + words[1:]
	if within := s.Within(); within != "" {
		text += ", " + within
	}
	if s.Raw {
		text += ". " + JudgedByRawMarks
	}
	return text + "."
}

// JudgedByRawMarks says which rule a paper of before was judged by, without a full stop.
const JudgedByRawMarks = "It is judged by its raw marks together, as papers were when it was handed in"

// Within is the uncertainty of the score in words, as one would say it to a colleague: a standard error on either side. It is "" where the score
// has none.
func (s Score) Within() string {
	e, ok := s.Uncertainty()
	if !ok {
		return ""
	}
	return fmt.Sprintf("give or take %s: of three papers like it, two would come that close", counted(max(1, int(math.Round(100*e))), "point", "points"))
}
