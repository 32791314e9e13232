package tutor

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// TestAResultSaysFirstWhatPeopleAsk: how much was answered and right, the score in the unit of the rule, and whether blanks decided it.
func TestAResultSaysFirstWhatPeopleAsk(t *testing.T) {
	for name, c := range map[string]struct {
		right, wrong, blank int
		brief               string
		says                []string
	}{
		"passed":              {7, 1, 0, "83\u00a0% above chance", []string{"8 situations answered, 7 right.", "Score: 83\u00a0% above chance. To pass: at least 60\u00a0% above chance."}},
		"passed with a blank": {9, 0, 1, "86\u00a0% above chance", []string{"9 of 10 situations answered, 9 right, 1 left blank.", "Score: 86\u00a0% above chance. To pass: at least 60\u00a0% above chance."}},
		"below chance":        {0, 8, 0, "33\u00a0% below chance", []string{"8 situations answered, 0 right.", "Score: 33\u00a0% below chance. To pass: at least 60\u00a0% above chance."}},
		"the blanks decide": {5, 1, 2, "50\u00a0% above chance", []string{"6 of 8 situations answered, 5 right, 2 left blank.", "Score: 50\u00a0% above chance. To pass: at least 60\u00a0% above chance.",
			"What you answered would have passed by itself. The blanks decided it: a blank earns nothing, which is less than guessing brings."}},
		"too many blanks": {1, 1, 6, "16\u00a0% below chance", []string{"2 of 8 situations answered, 1 right, 6 left blank.", "Score: 16\u00a0% below chance. To pass: at least 60\u00a0% above chance.",
			"The blanks decided it: a blank earns nothing, which is less than guessing brings, and with so many no answers could have passed."}},
		"a blank beside mistakes": {4, 3, 1, "33\u00a0% above chance", []string{"7 of 8 situations answered, 4 right, 1 left blank.", "Score: 33\u00a0% above chance. To pass: at least 60\u00a0% above chance."}},
		"nothing answered": {0, 0, 6, "all left blank", []string{"6 situations, all left blank.", "Score: 33\u00a0% below chance. To pass: at least 60\u00a0% above chance.",
			"The blanks decided it: a blank earns nothing, which is less than guessing brings, and with so many no answers could have passed."}},
		"too few, and blanks": {1, 1, 1, "2 answered, 1 right, 1 left blank", []string{"2 of 3 situations answered, 1 right, 1 left blank.",
			"The blanks decided it: a blank earns nothing, which is less than guessing brings, and with so many no answers could have passed."}},
		"a rating in part": {7, 0, 1, "83\u00a0% above chance", []string{"7 of 8 situations answered, 7 right, 1 left blank.", "Score: 83\u00a0% above chance. To pass: at least 60\u00a0% above chance.",
			"One of the blanks is a rating in part: a rating counts once every action has one."}},
		"too few for a percentage": {1, 1, 0, "1 of 2 right", []string{"2 situations answered, 1 right."}},
	} {
		t.Run(name, func(t *testing.T) {
			sat := progress.Assessed{Pass: 0.6, Rule: scenarios.ByShares, Submitted: starting().now}
			for i := range c.right + c.wrong + c.blank {
				a := progress.Answer{Format: "best", Of: 1, Chance: 0.25}
				if i < c.right+c.wrong {
					a.Chosen = []string{"a"}
				}
				if i < c.right {
					a.Marks = 1
				}
				sat.Answers = append(sat.Answers, a)
			}
			if c.blank > 0 && name == "a rating in part" {
				sat.Answers[len(sat.Answers)-1].Rated = 3
			}
			if got := InBrief(sat); got != c.brief {
				t.Errorf("in brief it is %q, and should be %q", got, c.brief)
			}
			if got := strings.Join(ResultOf(sat).Said, "\n"); got != strings.Join(c.says, "\n") {
				t.Errorf("it says\n%s\nand should say\n%s", got, strings.Join(c.says, "\n"))
			}
		})
	}
}
