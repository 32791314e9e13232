package exam

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// handIn is the value of the overview's line that hands in; the others are places.
const handIn = -1

// show puts the overview up, at a line.
func (e *Screen) show(at int) {
	e.listing = true
	e.fill()
	e.overview.SetPlace(at)
}

// list is a key press in the overview.
func (e *Screen) list(msg tea.KeyPressMsg) tea.Cmd {
	chosen, ok := e.overview.Update(msg)
	switch {
	case !ok:
		return nil
	case chosen != handIn:
		e.listing = false
		e.goTo(chosen)
		return nil
	case !e.confirm.Sure("hand in", keymap.Again(msg)+" hands in: from then on, answers stand. "+e.before()):
		return nil
	}
	e.assessment.HandIn()
	return e.result()
}

// atEnd reports whether the learner is at the line that hands in.
func (e *Screen) atEnd() bool {
	at, ok := e.overview.Current()
	return ok && at == handIn
}

// before is what to think of before handing in.
func (e *Screen) before() string {
	left, flagged, changed := len(e.assessment.Exam.Left()), len(e.assessment.Exam.Flagged()), len(e.assessment.Exam.Changed())
	text := e.inPart()
	switch whole := left - len(e.assessment.Exam.Partly()); {
	case whole == 1:
		text += "One situation has no answer and would earn nothing. "
	case whole > 1:
		text += fmt.Sprintf("%d situations have no answer and would earn nothing. ", whole)
	}
	switch {
	case changed == 1:
		text += "One has a change that is not whole: the earlier answer counts. "
	case changed > 1:
		text += fmt.Sprintf("%d have changes that are not whole: the earlier answers count. ", changed)
	}
	switch {
	case flagged == 1:
		text += "One is marked to come back to. "
	case flagged > 1:
		text += fmt.Sprintf("%d are marked to come back to. ", flagged)
	}
	return text
}

// inPart says which ratings are not whole; "" where all are.
func (e *Screen) inPart() string {
	switch partly := e.assessment.Exam.Partly(); len(partly) {
	case 0:
		return ""
	case 1:
		at := partly[0]
		return fmt.Sprintf("Situation %d is rated in part, %s: it would count as blank. ", at+1, e.assessment.Exam.Items()[at].Begun())
	default:
		return fmt.Sprintf("%d situations are rated in part and would count as blank. ", len(partly))
	}
}

// fill lists the situations in the overview, and what there is to say of each.
func (e *Screen) fill() {
	if e.frame.Theme == nil {
		return
	}
	var items []list.Item[int]
	for i, item := range e.assessment.Exam.Items() {
		mark, note := "·", ""
		if item.Answered() {
			mark, note = "✓", item.State()
		}
		switch begun := item.Begun(); {
		case item.Answered() && item.Changed():
			note = "the earlier answer counts"
		case begun != "":
			note = begun + " rated"
		}
		if item.Flagged {
			mark, note = "⚑", prose.Join(note, "to come back to")
		}
		items = append(items, list.Item[int]{Lead: fmt.Sprintf("%s %2d", mark, i+1), Text: item.Situation.Title, Note: note, Value: i})
	}
	items = append(items, list.Item[int]{Heading: "When you are done", Key: "s", Text: "Hand in", Value: handIn})
	e.overview.SetItems(items)
	th, width := e.frame.Theme, pane.Measure(e.frame.Width)
	left := len(e.assessment.Exam.Left())
	text := fmt.Sprintf("%d of %d answered", len(items)-1-left, len(items)-1)
	if partly := len(e.assessment.Exam.Partly()); partly > 0 {
		text += fmt.Sprintf(", %d rated in part", partly)
	}
	text += "."
	e.overview.SetIntro("\n" + pane.Hang("  ", text, width, th.Title))
}
