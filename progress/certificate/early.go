// Early certificates: how those were worded that carry no objectives_met, so that they can be made again and compared.

package certificate

import (
	"math"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/progress/paper"
)

// early reports whether a certificate is from before objectives met were told from those worked on.
func (c Certificate) early() bool { return c.Evidence.Met == nil }

// earlierNorm reports whether a certificate was written when every role in Ireland was put into the scheme of doctors.
func (c Certificate) earlierNorm() bool {
	return c.Jurisdiction == string(guidance.Ireland) && c.Norm == earlierIrishNorm
}

// percent is a share as a whole percentage. Early certificates wrote −25 % as −24 %.
func (c Certificate) percent(share float64) string {
	if c.early() {
		return strings.Replace(strconv.Itoa(int(math.Trunc(100*share+1e-6))), "-", "−", 1) + " %"
	}
	return percent(share)
}

// rawTopics is a bar for each topic, as certificates had it whose scores are of raw marks.
func (c Certificate) rawTopics() []paper.Block {
	if len(c.Evidence.Topics) == 0 {
		return nil
	}
	chart := paper.Chart{}
	for _, t := range c.Evidence.Topics {
		words := c.percent(t.Above) + ", " + count(t.Answers, c.marked())
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
