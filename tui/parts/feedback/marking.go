package feedback

import (
	"fmt"
	"strings"

	"probity/scenarios"
	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// everyOption is the marks with their working, each option with its rationale, and the situation.
func (f *Feedback) everyOption(width int) string {
	text := pane.Hang("  ", f.working(), width, f.frame.Theme.Faint) + "\n\n" + f.marking(width)
	return text + "\n" + question.Stem(f.env, f.frame, f.shown.Outcome.Situation, width)
}

// compared is what is said of an answer that was given to compare.
func (f *Feedback) compared() (verdict, worth string) {
	return f.tutor.Library.Compared(f.shown.Outcome.Situation, f.tutor.Profile.Learner().Jurisdiction)
}

// working is the marks beside what chance brings.
func (f *Feedback) working() string {
	out, m := f.shown.Outcome, f.shown.Outcome.Marking
	switch {
	case out.ToCompare():
		_, worth := f.compared()
		return worth
	case m.Of == 0:
		return "Reasonable people differ: each position has something for it and against it."
	}
	text := fmt.Sprintf("%s of %s. Chance alone brings %s.", prose.Number(m.Marks), prose.Count(m.Of, "mark"), prose.Number(m.Chance*m.Of))
	if note := out.Situation.Format.Note(); note != "" {
		text += " " + note
	}
	return text
}

// marking is each option with the learner's answer beside the key, its marks and its rationale.
func (f *Feedback) marking(width int) string {
	var blocks []string
	for _, r := range f.rows() {
		block := f.option(r, width)
		if tagged := tags(f.shown.Outcome.Situation, r.Mark); tagged != "" {
			block += "\n" + pane.Hang(strings.Repeat(" ", indent), tagged, width, f.frame.Theme.Accent)
		}
		blocks = append(blocks, block+"\n"+f.why(prose.Line(r.Option.Why), width))
	}
	return strings.Join(blocks, "\n\n")
}

func tags(s *scenarios.Situation, m scenarios.OptionMark) string {
	parts := tutor.Tags(s, m)
	if m.Marks > 0 {
		parts = append(parts, prose.Count(m.Marks, "mark"))
	}
	return strings.Join(parts, " · ")
}
