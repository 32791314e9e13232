package examresult

import (
	"cmp"
	"fmt"
	"slices"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// intro is the whole: passed or not, how much was answered, and the score beside what passes.
func (r *Screen) intro(sat progress.Assessed, width int) string {
	th := r.frame.Theme
	verdict, style := "✗ Not passed this time", th.Wrong
	result := tutor.ResultOf(sat)
	if result.Passed {
		verdict, style = "✓ Passed", th.Right
	}
	text := "\n"
	if r.elsewhere != "" {
		text += pane.Hang("  ", r.elsewhere, width, th.Warn) + "\n\n"
	}
	text += pane.Hang("  ", verdict, width, style)
	for _, line := range result.Said {
		text += "\n" + pane.Hang("  ", line, width, th.Text)
	}
	return text
}

// fine is the fine print: the marks, the rule, what was not assessed, how long it took, and the assessment before.
func (r *Screen) fine(sat progress.Assessed, width int) (text string) {
	for _, line := range append(tutor.ResultOf(sat).Fine,
		prose.Line(r.tutor.Assessments.NotAssessed(sat)),
		fmt.Sprintf("Handed in %s. Active time: %s.", r.tutor.Clock.Date(sat.Submitted), prose.Minutes(sat.Seconds)),
		r.before(sat),
	) {
		if line != "" {
			text += "\n" + pane.Hang("  ", line, width, r.frame.Theme.Faint)
		}
	}
	return text
}

// before is the assessment that was handed in before this one, in a line; "" where it is the first.
func (r *Screen) before(sat progress.Assessed) string {
	var last progress.Assessed
	for _, a := range r.tutor.Record.History().Assessments() {
		if a.Submitted.Before(sat.Submitted) && a.Submitted.After(last.Submitted) {
			last = a
		}
	}
	if last.Submitted.IsZero() {
		return ""
	}
	return fmt.Sprintf("The one before, %s: %s, %s.", r.tutor.Clock.Date(last.Submitted), tutor.InBrief(last), tutor.PassedOrNot(last.Passed()))
}

// rows are the situations: what was missed first, then what was right in part.
func (r *Screen) rows(answers []progress.Answer) []list.Item[progress.Answer] {
	sorted := slices.Clone(answers)
	slices.SortStableFunc(sorted, func(x, y progress.Answer) int {
		return cmp.Compare(tutor.JudgeAnswer(x).Standing, tutor.JudgeAnswer(y).Standing)
	})
	var items []list.Item[progress.Answer]
	for i, a := range sorted {
		item := list.Item[progress.Answer]{Lead: cmp.Or(tutor.JudgeAnswer(a).Sign, " "), Text: r.tutor.Library.TitleOf(a.Scenario), Note: r.marks(a), Value: a}
		if i == 0 {
			item.Heading = "Each situation, with its feedback"
		}
		items = append(items, item)
	}
	return items
}

// marks is one answer in a few words.
func (r *Screen) marks(a progress.Answer) string {
	text := prose.Number(a.Marks) + " of " + prose.Number(a.Of)
	switch {
	case a.Blank():
		text += ", " + r.tutor.Library.LeftBlank(a)
	case a.Sure != 0 && !a.Right():
		text += ", " + scenarios.Certainty(a.Sure).Name()
	}
	return text
}
