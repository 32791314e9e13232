// The report as a document, the same for every medium.

package cohort

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress/paper"
	"probity/scenarios"
)

// What the page begins with: situations of a score above chance below attention, those of a share of confident mistakes from confident on, and those of a
// negative discrimination. That is published from −0.2 on, which is more than noise among the few dozen people of a cohort. At most mostFirst are listed:
// first those that may have a wrong key, then those where people are sure of what is wrong, then the hardest.
const (
	attention = 1.0 / 3
	confident = 0.3
	mostFirst = 8
)

// The titles of a page, by which it is known again: of people, and of learners who are invented.
const (
	title         = "What the cohort teaches"
	inventedTitle = "Invented learners: how the figures of a cohort look"
)

// Paper is the report as a document.
func (r Report) Paper() paper.Document {
	if r.Simulated {
		return r.document(inventedTitle, "Invented learners, no evidence", paper.Notice{Text: "These learners are invented, and so is every answer of theirs. Nothing on " +
			"this page is evidence of how hard a situation is, or of anything else: it shows how such figures look, and how they are read."})
	}
	return r.document(title, "Pooled without names", paper.Notice{Text: "Nobody is named, and every figure is " +
		"rounded, so that nobody can be made out from it, or from two such pages that a few people set apart: people and answers are " +
		"counted in fives, and a share changes in steps of five people or more."})
}

// document is the report under a title, with what nobody should miss before everything else.
func (r Report) document(title, footer string, notice paper.Notice) paper.Document {
	blocks := []paper.Block{paper.Title{Text: title, Sub: r.from()}, notice}
	if len(r.Only) > 0 {
		of := "Only the topic " + text.Series(r.Only) + "."
		if len(r.Only) > 1 {
			of = "Only the topics " + text.Series(r.Only) + "."
		}
		if !r.Simulated {
			of += " Certainty, and how far a paper can be trusted, are of all topics together: they are on the page of all."
		}
		blocks = append(blocks, paper.Text(of))
	}
	parts := [][]paper.Block{r.topics(), r.weakest(), r.situations(), r.options(), r.idle(), r.calibration(), r.trust(), r.shifts(), method()}
	for _, part := range parts {
		blocks = append(blocks, part...)
	}
	meta := paper.Meta{Title: title, Subject: r.from(), Language: "en-GB", Program: r.Program, Screen: true,
		Footer: footer + " · made with " + r.Program}
	return paper.Document{Meta: meta, Blocks: blocks}
}

// from is what the page was made of; made reads it again.
func (r Report) from() string {
	var parts []string
	if r.Simulated {
		return fmt.Sprintf("From the answers of %d invented learners", r.People)
	}
	if r.People > 0 {
		parts = append(parts, fmt.Sprintf("%d people", r.People))
	}
	if r.Sessions == 1 {
		parts = append(parts, "1 session")
	} else if r.Sessions > 1 {
		parts = append(parts, fmt.Sprintf("%d sessions", r.Sessions))
	}
	return "From the answers of " + text.Series(parts)
}

func (r Report) topics() []paper.Block {
	if len(r.Topics) == 0 {
		return nil
	}
	chart := paper.Chart{Caption: "Score above chance at the first attempt, and the share of the marks that it is worked out from; the number of situations in brackets"}
	for _, t := range r.Topics {
		chart.Bars = append(chart.Bars, paper.Bar{Label: fmt.Sprintf("%s (%d)", t.Title, t.Situations), Value: t.Above,
			Text: fmt.Sprintf("%s (%s of the marks, chance %s)", scenarios.Above(t.Above), percent(t.Facility), percent(t.Chance))})
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "Topics"}, chart}}
}

// weakest names what most needs teaching, and what may need mending.
func (r Report) weakest() []paper.Block {
	var turned, sure, items []string
	for _, s := range r.Situations {
		switch {
		case s.Discrimination != nil && *s.Discrimination < 0:
			turned = append(turned, fmt.Sprintf("%s: those who did well elsewhere did worse here (discrimination reversed). Look at its key and "+
				"its wording before teaching it harder.", s.Title))
		case s.Mistakes != nil && s.Mistakes.Share >= confident:
			sure = append(sure, fmt.Sprintf("%s: %s were very sure, and wrong; all had %s of the marks, and chance brings %s.%s", s.Title, percent(s.Mistakes.Share),
				s.Facility, percent(s.Chance), s.lure()))
		case above(s.Facility.Value, s.Chance) < attention:
			items = append(items, fmt.Sprintf("%s: %s of the marks; chance brings %s.%s", s.Title, s.Facility, percent(s.Chance), s.lure()))
		}
	}
	items = slices.Concat(turned, sure, items)
	if len(items) == 0 {
		return nil
	}
	return []paper.Block{paper.Heading{Level: 1, Text: "What to look at first"}, paper.List{Items: items[:min(mostFirst, len(items))]}}
}

// lure names the wrong option that drew most people, when it drew a quarter of them.
func (s Situation) lure() string {
	best := Option{}
	most := 0.25
	for _, o := range s.Options {
		if !o.Key && o.Share >= most {
			best, most = o, o.Share
		}
	}
	if best.ID == "" {
		return ""
	}
	f, _ := scenarios.FormatNamed(s.Format)
	switch f.Input() {
	case scenarios.PickSeveral:
		return fmt.Sprintf(" %s had option %s among those they chose.", percent(most), best.Letter)
	case scenarios.PutInOrder:
		return fmt.Sprintf(" %s put option %s first.", percent(most), best.Letter)
	case scenarios.PickOne, scenarios.GiveNumbers:
	}
	return fmt.Sprintf(" Option %s drew %s.", best.Letter, percent(most))
}

func (r Report) situations() []paper.Block {
	if r.People == 0 {
		return nil
	}
	t := paper.Table{Head: []string{"Situation", "People", "Facility", "Chance", "Discrimination", "Sure and wrong"}, Right: []int{1, 2, 3, 4, 5},
		Caption: "The hardest first, by the score above chance"}
	for _, s := range r.Situations {
		d, sure := "–", "–"
		if s.Discrimination != nil {
			d = tells(*s.Discrimination)
		}
		if s.Mistakes != nil {
			sure = percent(s.Mistakes.Share)
		}
		t.Rows = append(t.Rows, []string{s.named(), s.People.String(), s.Facility.String(), percent(s.Chance), d, sure})
	}
	if len(t.Rows) == 0 {
		return []paper.Block{paper.Small(fmt.Sprintf("No situation was answered by %d people yet.", leastFacility))}
	}
	return []paper.Block{paper.Heading{Level: 1, Text: "Situations"}, t}
}

// tells is a discrimination in a word: a step of its rounding is too wide for a number to say more.
func tells(discrimination float64) string {
	switch {
	case discrimination < 0:
		return "reversed"
	case discrimination < strong/2:
		return "little"
	case discrimination < strong:
		return "clear"
	}
	return "strong"
}

// strong is the discrimination of the second step.
const strong = 2 * correlationStep / 100.0

func (s Situation) named() string {
	if s.Revision > 1 {
		return fmt.Sprintf("%s (revision %d)", s.Title, s.Revision)
	}
	return s.Title
}

func (r Report) options() []paper.Block {
	t := paper.Table{Head: []string{"Situation", "Share by option; the key's in brackets"},
		Caption: counted()}
	for _, s := range r.Situations {
		if len(s.Options) > 0 {
			t.Rows = append(t.Rows, []string{s.named(), s.use()})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []paper.Block{paper.Heading{Level: 1, Text: "Which options draw"}, t}
}

// counted says for which answers an option is counted, where it is not who chose it.
func counted() string {
	var says []string
	for _, f := range scenarios.Formats() {
		if means := f.PickedMeans(); means != "" {
			says = append(says, means)
		}
	}
	return guidance.Capital(strings.Join(says, "; ")) + "."
}

// use is the share of each option in words. Where the key has every option, brackets would say nothing.
func (s Situation) use() string {
	distinct := slices.ContainsFunc(s.Options, func(o Option) bool { return !o.Key })
	var out []string
	for _, o := range s.Options {
		name := o.Letter
		if o.Key && distinct {
			name = "[" + name + "]"
		}
		out = append(out, name+" "+percent(o.Share))
	}
	return strings.Join(out, " · ")
}

func (r Report) calibration() []paper.Block {
	if len(r.Calibration) == 0 {
		return nil
	}
	chart := paper.Chart{Caption: "How often answers were right, by how sure people were: at least 75 % of the marks"}
	for _, c := range r.Calibration {
		chart.Bars = append(chart.Bars, paper.Bar{Label: guidance.Capital(c.Certainty), Value: c.Right,
			Text: fmt.Sprintf("%s of %d answers", percent(c.Right), c.Answers)})
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "Certainty"}, chart}}
}

func (r Report) shifts() []paper.Block {
	if len(r.Shifts) == 0 {
		return nil
	}
	chart := paper.Chart{Caption: "Hands for the key before and after the discussion, over all rooms"}
	for _, s := range r.Shifts {
		chart.Bars = append(chart.Bars, paper.Bar{Label: s.Title, Value: s.After.Value, Text: "after " + s.After.String(),
			Before: &paper.Mark{Value: s.Before.Value, Text: "before " + s.Before.String()}})
	}
	return []paper.Block{paper.Heading{Level: 1, Text: "What discussion changed"}, chart}
}

// String is the share as people read it.
func (s Share) String() string { return percent(s.Value) }

// String is the count as people read it.
func (c Count) String() string { return fmt.Sprint(c.N) }

func percent(share float64) string { return fmt.Sprintf("%d %%", int(math.Round(100*share))) }
