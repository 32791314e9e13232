// What is waiting, in a note beside each line.

package home

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"probity/tui/parts/list"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

const (
	roomyWidth = 80  // cells from which a window has room for notes
	widest     = 110 // cells that a list has at most
	besideNote = 25  // cells before the notes
)

// isRoomy reports whether the window has room for notes.
func (h *Screen) isRoomy() bool { return h.Frame.Width >= roomyWidth }

// roomy is a note where there is room for notes, and else none.
func (h *Screen) roomy(note string) string {
	if !h.isRoomy() {
		return ""
	}
	return note
}

// next are the lines before all others: Today, and to carry on with what else was left, the one that was left last before the other; or, while
// nothing was answered, to try one situation. A Today that was left is carried on by its own line.
func (h *Screen) next() []list.Item[screen.Route] {
	last, any := h.tutor.Practices.Unfinished()
	beside, ok := h.tutor.Practices.LeftBeside()
	switch {
	case ok && last.CarriesOnToday():
		return append(h.today(), h.carryOn(beside))
	case ok:
		return append([]list.Item[screen.Route]{h.carryOn(beside)}, h.today()...)
	case !any && h.isNew():
		try := list.Item[screen.Route]{Key: "n", Enter: true, Text: "Try one now", Note: h.tryNote(), Value: screen.ToPractice{Ask: tutor.Selection{Today: true, First: true}}}
		return append([]list.Item[screen.Route]{try}, h.today()...)
	}
	return h.today()
}

// carryOn is the line that carries on with what was left besides Today.
func (h *Screen) carryOn(left tutor.UnfinishedPractice) list.Item[screen.Route] {
	note := left.Where()
	if h.isRoomy() {
		name := left.Name()
		if left.Of > 1 || left.AtItsEnd() {
			name += ", " + note
		}
		note = name + h.still(left)
	}
	return list.Item[screen.Route]{Key: "u", Enter: true, Text: "Carry on", Note: note, Value: screen.ToPractice{How: tutor.ResumeBeside}}
}

// still says about how long the rest of what was left takes; "" where nothing is left to answer.
func (h *Screen) still(left tutor.UnfinishedPractice) string {
	if left.AtItsEnd() {
		return ""
	}
	return " · " + prose.About(h.tutor.Practices.LengthOf(left)) + " left"
}

// isNew reports whether nothing was answered yet, as far as is known: also what is not saved is an answer.
func (h *Screen) isNew() bool {
	known := !h.tutor.Record.Exists() || h.tutor.Practices.Ready()
	return known && len(h.tutor.Record.History().Answers()) == 0 && !h.tutor.Record.Answering()
}

// tryNote says about how long the first situation takes.
func (h *Screen) tryNote() string {
	if !h.tutor.Practices.Ready() {
		return ""
	}
	return prose.About(h.tutor.Practices.Today().First)
}

// today is the line of Today: what it holds, or how far the one is that was left.
func (h *Screen) today() []list.Item[screen.Route] {
	return []list.Item[screen.Route]{{Key: "t", Enter: true, Text: "Today", Note: h.todayNote(), Value: screen.ToPractice{Ask: tutor.Selection{Today: true}}}}
}

// todayNote says what Today holds, and about how long it takes.
func (h *Screen) todayNote() string {
	if !h.tutor.Practices.Ready() {
		return h.roomy("what is due, then what is new")
	}
	if left, ok := h.tutor.Practices.LeftToday(); ok {
		note := "carry on: " + left.Where()
		if !h.isRoomy() {
			return note
		}
		return note + h.still(left)
	}
	today := h.tutor.Practices.Today()
	switch next := h.tutor.Practices.Reviews().Next; {
	case today.Length > 0 && h.isRoomy():
		return today.Words() + " · " + prose.About(today.Length)
	case today.Length > 0:
		return prose.About(today.Length)
	case !next.IsZero():
		return h.roomy("nothing is due; the next is due " + h.tutor.Clock.BriefDay(next))
	}
	return h.roomy("nothing is due")
}

// assessNote says how far an assessment is that was left.
func (h *Screen) assessNote() string {
	left, ok := h.tutor.Assessments.Unfinished()
	switch {
	case !ok && h.tutor.Assessments.Ready() && !h.tutor.Assessments.Set():
		return h.roomy("none is set for your role where you practise")
	case !ok:
		return h.roomy("a whole sitting, with no feedback until the end")
	}
	done := fmt.Sprintf("carry on: %d of %d", len(left.Answers), len(left.Sitting.Drawn))
	return done + h.roomy(", "+prose.Minutes(left.Seconds)+" in")
}

func (h *Screen) guidanceNote() string {
	if h.tutor.Library.Pack() == nil {
		return "every document · search"
	}
	return prose.Count(float64(len(h.tutor.Library.Pack().Guidance.Sources())), "document") + " · search"
}

// aboveChance is how the words of most scores end.
const aboveChance = " above chance"

// progressNote says how the last four weeks went beside what was before them.
func (h *Screen) progressNote() string {
	since, before := h.tutor.Record.Lately()
	const nothing, weeks = "nothing in the last four weeks", " in the last four weeks"
	switch {
	case since.Answers == 0 && before.Answers == 0:
		return "what you have answered so far"
	case since.Answers == 0:
		return h.fitting(before.Words()+", "+nothing, nothing)
	case before.Answers == 0:
		return h.fitting(since.Words()+weeks, since.Words()+" in 4 weeks")
	}
	was := before.Words()
	if strings.HasSuffix(was, aboveChance) && strings.HasSuffix(since.Words(), aboveChance) {
		was = strings.TrimSuffix(was, aboveChance) // as was said
	}
	return h.fitting(since.Words()+weeks+", "+was+" before", since.Words()+weeks, since.Words()+" in 4 weeks")
}

// fitting is the first of some notes that has room beside its line, or else the last.
func (h *Screen) fitting(notes ...string) string {
	for _, note := range notes {
		if utf8.RuneCountInString(note) <= min(h.Frame.Width, widest)-besideNote {
			return note
		}
	}
	return notes[len(notes)-1]
}
