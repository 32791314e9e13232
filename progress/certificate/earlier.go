// Earlier certificates: what those of schemas 1 and 2 say and how they were laid out, so that they can be made again and compared. What was given out
// stays good. Nothing here changes any more.

package certificate

import (
	"math"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress/paper"
	"probity/scenarios"
)

// early reports whether a certificate is from before objectives met were told from those worked on.
func (c Certificate) early() bool { return c.Evidence.Met == nil }

// earlierNorm reports whether a certificate was written when every role in Ireland was put into the scheme of doctors.
func (c Certificate) earlierNorm() bool {
	return c.Jurisdiction == string(guidance.Ireland) && c.Norm == earlierIrishNorm
}

// earlierScheme is what an earlier certificate in Ireland is filed under: the rules of 2025, whatever the day of the work; and those for doctors in
// every role, where it was written so.
func (c Certificate) earlierScheme() scheme {
	role := c.Role
	if c.earlierNorm() {
		role = guidance.Doctor.Name()
	}
	return schemeOf(c.Jurisdiction, role, date("2025-05-01"))
}

// percent is a share as a whole percentage. Early certificates wrote −25 % as −24 %.
func (c Certificate) percent(share float64) string {
	if c.early() {
		return strings.Replace(strconv.Itoa(int(math.Trunc(100*share+1e-6))), "-", "−", 1) + " %"
	}
	return scenarios.Percent(share)
}

// rawTopics is a bar for each topic, as certificates had it whose scores are of raw marks.
func (c Certificate) rawTopics() []paper.Block {
	if len(c.Evidence.Topics) == 0 {
		return nil
	}
	chart := paper.Chart{}
	for _, t := range c.Evidence.Topics {
		words := c.percent(t.Above) + ", " + text.Count(t.Answers, c.figured())
		chart.Bars = append(chart.Bars, paper.Bar{Label: t.Title, Value: t.Above, Text: words})
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 2, Text: "Score above chance, by topic"}, chart}}
}

// earlyObjectives says met of all that the library has, once an assessment was passed.
func (c Certificate) earlyObjectives() []paper.Block {
	if a := c.Evidence.Assessment; a != nil && a.Passed {
		return listed("Learning objectives met", c.Evidence.Objectives)
	}
	return listed("Learning objectives worked on", c.Evidence.Objectives)
}

// What an hour counted for, and who said so, in earlier certificates.
const (
	ukNorm = "one credit for one hour of learning, after the Academy of Medical Royal Colleges' core principles for " +
		"continuing professional development (2016)"
	irishNorm = "one credit for one hour of learning: the Medical Council's framework (Ireland, 2025) counts hours, and the " +
		"colleges' schemes turn an hour into a credit"
	irishNormOfOthers = "one credit for one hour of learning, as the colleges' schemes for doctors in Ireland count it; the " +
		"Medical Council's framework (2025) is for doctors alone"
	earlierIrishNorm = "one credit for one hour of learning, as professional competence schemes of the Medical Council (Ireland) count it"
)

// norm is what an hour counted for in a country, for a role in words.
func norm(country, role string) string {
	switch {
	case country != string(guidance.Ireland):
		return ukNorm
	case inScheme(role):
		return irishNorm
	}
	return irishNormOfOthers
}

// inScheme reports whether the Medical Council's framework applies to a role in words. Somebody whose role is not known may be a doctor.
func inScheme(role string) bool { return role == "" || role == guidance.Doctor.Name() }

// credits are one to the hour: of the hours claimed, or, when none are, of the time measured, in whole quarters that are rounded down.
func credits(claimed float64, minutes int) float64 {
	if claimed > 0 {
		return claimed
	}
	return math.Floor(float64(minutes)/15) / 4
}

// earlierCredits are those that an earlier certificate suggests.
func (c Certificate) earlierCredits() float64 {
	if c.Credits == nil {
		return 0
	}
	return *c.Credits
}
