package feedback

import (
	"strings"

	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/prose"
)

// difference is what made the difference between the two variants, one below the other; "" where there is but one. Where there
// is little room it goes without its heading, but not without saying that the answer is the same.
func (f *Feedback) difference(width int, roomy bool) string {
	if f.shown.Before == nil {
		return ""
	}
	now := prose.Line(f.shown.Outcome.Situation.Turns)
	if roomy {
		return f.differs(width) + "\n" + f.was(width) + "\n" + f.now(now, width)
	}
	if f.sameKey() {
		now = f.same() + now
	}
	return f.was(width) + "\n" + f.now(now, width)
}

// differences is what made the difference with the two variants side by side.
func (f *Feedback) differences(left, right int) string {
	if f.shown.Before == nil {
		return ""
	}
	now := f.now(prose.Line(f.shown.Outcome.Situation.Turns), right)
	return f.differs(left+question.Gutter+right) + "\n" + pane.Columns(f.was(left), left, now, question.Gutter)
}

func (f *Feedback) sameKey() bool { return f.shown.Outcome.Situation.SameKey(f.shown.Before) }

// same says that the key is as it was, by its letters where it only names options.
func (f *Feedback) same() string {
	var letters []string
	if f.shown.Outcome.Situation.Format.Outright() {
		for _, r := range f.rows() {
			if r.Mark.Key != "" {
				letters = append(letters, r.Line.Letter)
			}
		}
	}
	if len(letters) == 0 {
		return "The best answer is the same: "
	}
	return "Still best, " + strings.Join(letters, ", ") + ": "
}

// differs is the heading.
func (f *Feedback) differs(width int) string {
	return pane.Hang("  ", f.shown.Outcome.Situation.Difference(f.shown.Before), width, f.frame.Theme.Title)
}

func (f *Feedback) was(width int) string {
	return question.Was(f.frame, prose.Line(f.shown.Before.Turns), width, f.frame.Theme.Text)
}

func (f *Feedback) now(turns string, width int) string {
	return question.Now(f.frame, turns, width, f.frame.Theme.Text)
}
