// What the figures mean, and what an author can do about them.

package cohort

import (
	"fmt"

	"probity/guidance/text"
	"probity/progress/paper"
)

// From where on α says something: rules of thumb for what is decided by a score (J. Nunnally and I. Bernstein, Psychometric theory, 1994, chapter 7).
const (
	individuals = 0.8
	groups      = 0.7
)

// method explains each figure in a few sentences.
func method() []paper.Block {
	return []paper.Block{paper.Heading{Level: 1, Text: "How to read this"}, paper.List{Items: []string{
		"Facility is the mean share of the marks at the first attempt; high is easy. Where it is above 90 %, nearly everybody knew it: it teaches little. Near " +
			"what chance brings, teach the matter, or look whether the facts say enough. " + fmt.Sprintf("It needs %d people.", leastFacility),
		"Discrimination: did those who had done well before do well here too? It is a correlation, rounded so widely that nobody can be made out, and so it is told in a " +
			"word: little (below 0.2), clear (0.2 to 0.6), strong (above), or reversed (below −0.2). Most sound situations are clear. Reversed, the key or the wording is to " +
			"be looked at before anything else. " + fmt.Sprintf("It needs %d people who had answered %d situations before.", leastDiscrimination, leastRest),
		"Sure and wrong is the share of those asked who were very sure, and had less than 75 % of the marks. These act on it at work and look nothing up: where it " +
			fmt.Sprintf("is high, and the key is sound, this is what to teach first. It needs %d people.", leastFacility),
		"An option that nobody takes is a wrong one, in a family one that is right in no variant. " +
			fmt.Sprintf("It is said from %d people on, and is not quite nobody: 0 %% is at most about one in fifteen.", leastUnused),
		"α (Cronbach's) is how far the score of a whole paper would put the same people in the same order again: 1 is always, 0 is by chance. It is worked out as if everybody " +
			"had sat such a paper, from people who have not all met the same situations. " +
			fmt.Sprintf("It needs %d people who have each answered %d situations that others have answered too.", leastDiscrimination, leastRest),
		"Only the first attempt of each person counts, at whichever variant of a situation was met first, and under Certainty the person's first answer of each.",
		"Of 10 people a share is told to the nearest 50 %, of 25 to 20 %, of 50 to 10 %, of 100 to 5 %; shares that are rounded need not add up to 100 %. Before it " +
			"is rounded, up to a fifth of such a step is added or taken by lot, so that a page with somebody and one without don't show what they chose. Those who " +
			"came last, to the whole or to a situation, wait until they are five. People who hand a record over chose to: they need not be like those who did not.",
	}}}
}

// trust says how far a paper of such situations tells people apart, or what is missing to say so.
func (r Report) trust() []paper.Block {
	a := r.Reliability
	if a == nil {
		return nil
	}
	var says string
	switch {
	case a.Alpha != nil:
		says = fmt.Sprintf("α of a paper of %d such situations is about %.2f. From %d people with about %d answers each, or more, it may be anything from %.2f to %.2f. %s",
			a.Situations, *a.Alpha, a.People, a.Answers, a.Low, a.High, a.verdict())
	case a.People < leastDiscrimination:
		says = fmt.Sprintf("α cannot be told yet: it needs %d people who have each answered %d situations or more, and there are %d.", leastDiscrimination, leastRest, a.People)
	default:
		says = fmt.Sprintf("α cannot be told yet: there are %d people, but their answers are spread over so many situations that few have met the same, or all of them "+
			"did the same. Have everybody practise one plan.", a.People)
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "How far a paper can be trusted"}, paper.Text(says)}}
}

// verdict is what the interval says of a paper.
func (a Reliability) verdict() string {
	switch {
	case a.Low >= individuals:
		return "Such a paper can tell one person from another."
	case a.High < groups:
		return "Such a paper says little of one person: who passes it may fail the next. More situations help, and mending those of little or reversed discrimination."
	}
	return fmt.Sprintf("From %.1f on a paper can tell one person from another, from %.1f groups; below, more situations help. More people narrow it down.", individuals, groups)
}

// idle names the options that nobody takes.
func (r Report) idle() []paper.Block {
	t := paper.Table{Head: []string{"Situation", "Nobody takes", "People"}, Right: []int{2},
		Caption: "They give the answer away as if they were not there: rewrite them, so that a decent colleague would choose them on some day"}
	for _, s := range r.Situations {
		if letters := s.unused(); len(letters) > 0 {
			t.Rows = append(t.Rows, []string{s.named(), text.Series(letters), s.People.String()})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []paper.Block{paper.Heading{Level: 1, Text: "Options that nobody takes"}, t}
}
