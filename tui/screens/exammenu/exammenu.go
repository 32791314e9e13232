// Package exammenu is where an assessment is begun or taken up, and where earlier ones are looked back on. What the blueprint
// could not fill is said here, before anything is begun.
package exammenu

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/parts/confirm"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// choice is what a line of the screen stands for: exactly one of its fields is set.
type choice struct {
	begin    bool
	carryOn  bool
	handIn   bool   // what cannot be carried on, since the library has nothing of it any more
	result   string // the sitting of an earlier assessment
	practise bool   // what there is where no assessment is set
}

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock       *tutor.Clock
	Library     *tutor.Library
	Record      *tutor.Record
	Assessments *tutor.Assessments
}

// Screen lists what can be begun, taken up or looked back on.
type Screen struct {
	*list.Page[choice]
	env     screen.Env
	tutor   Parts
	draft   *tutor.Preview // what would be begun; nil until it is drawn
	err     error          // why there is nothing to begin
	confirm *confirm.Confirm
	pressed tea.KeyPressMsg // the last key press: a question names it
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	a := &Screen{env: env, tutor: parts, confirm: confirm.New(env.Nav)}
	a.Page = list.NewPage(a.fill, a.choose, append(list.Keys("choose"), keymap.Back())...)
	return a
}

// Title names the screen.
func (a *Screen) Title() string { return "Assess" }

// Open draws anew: what was answered since has a part in it.
func (a *Screen) Open() tea.Cmd {
	a.draft, a.err = nil, nil
	a.Refill()
	return nil
}

// Update takes a message.
func (a *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		a.pressed = msg
	case screen.ChangedMsg:
		if !a.givesUp() {
			a.confirm.Withdraw("begin")
		}
	}
	return a.Page.Update(msg)
}

// givesUp reports whether beginning an assessment gives one up.
func (a *Screen) givesUp() bool {
	_, open := a.tutor.Assessments.Unfinished()
	_, lost := a.tutor.Assessments.Stranded()
	return open || lost
}

// choose begins, takes up or looks back.
func (a *Screen) choose(c choice) tea.Cmd {
	left, open := a.tutor.Assessments.Unfinished()
	stranded, lost := a.tutor.Assessments.Stranded()
	switch {
	case c.handIn && lost:
		a.tutor.Assessments.HandIn(stranded)
		return a.env.Replace(screen.ToExamResult{Sitting: stranded.Sitting.ID})
	case c.practise:
		return a.env.Push(screen.ToPracticeMenu{})
	case c.result != "":
		return a.env.Push(screen.ToExamResult{Sitting: c.result})
	case c.carryOn && open:
		return a.env.Replace(screen.ToExam{Assessment: a.tutor.Assessments.Resume(left)})
	case c.begin && a.draft != nil:
		if a.givesUp() && !a.confirm.Sure("begin", "An assessment is open. Beginning another gives it up, and its answers never count. "+keymap.Again(a.pressed)+" begins.") {
			return nil
		}
		return a.env.Replace(screen.ToExam{Assessment: a.tutor.Assessments.Begin(*a.draft)})
	}
	return nil
}

func (a *Screen) fill() {
	t := a.tutor
	if !t.Assessments.Ready() {
		return
	}
	if a.draft == nil && a.err == nil {
		if draft, err := t.Assessments.Preview(); err != nil {
			a.err = err
		} else {
			a.draft = &draft
		}
	}
	var items []list.Item[choice]
	if left, ok := t.Assessments.Unfinished(); ok {
		items = append(items, list.Item[choice]{
			Key: "c", Text: "Carry on", Note: fmt.Sprintf("%d of %d answered, begun %s", len(left.Answers), len(left.Sitting.Drawn), t.Clock.Date(left.Sitting.At)),
			Value: choice{carryOn: true},
		})
	}
	if lost, ok := t.Assessments.Stranded(); ok {
		items = append(items, list.Item[choice]{
			Key: "h", Text: "Hand in", Note: fmt.Sprintf("%d of %d answered; no longer in the library", len(lost.Answers), len(lost.Sitting.Drawn)),
			Value: choice{handIn: true},
		})
	}
	if a.draft != nil {
		items = append(items, list.Item[choice]{
			Key: "b", Text: "Begin", Note: prose.Count(float64(len(a.draft.Drawn)), "situation") + ", about " + prose.Count(float64(t.Assessments.Minutes(a.draft.Drawn)), "minute"),
			Value: choice{begin: true},
		})
	}
	if items = append(items, a.earlier()...); len(items) == 0 { // no screen is a dead end
		items = append(items, list.Item[choice]{Key: "p", Text: "Practise", Value: choice{practise: true}})
	}
	a.SetItems(items)
	a.SetIntro(a.intro())
}

// earlier is the assessments that were handed in, the latest first.
func (a *Screen) earlier() []list.Item[choice] {
	var items []list.Item[choice]
	for _, sat := range slices.Backward(a.tutor.Record.History().Assessments()) {
		if sat.Submitted.IsZero() {
			continue
		}
		item := list.Item[choice]{Text: a.tutor.Clock.Date(sat.Submitted), Note: outcome(sat), Value: choice{result: sat.Sitting.ID}}
		if len(items) == 0 {
			item.Heading = "Handed in"
		}
		items = append(items, item)
	}
	return items
}

// outcome is an assessment in a few words.
func outcome(sat progress.Assessed) string {
	return fmt.Sprintf("%s: %s at %s", tutor.InBrief(sat), tutor.PassedOrNot(sat.Passed()), scenarios.Percent(sat.Pass))
}

func (a *Screen) intro() string {
	th, width := a.Frame.Theme, pane.Measure(a.Frame.Width)
	text := "\n" + pane.Hang("  ", "A whole sitting, with no feedback until the end.", width, th.Title) + "\n"
	if a.err != nil {
		said := prose.Sentence(a.err)
		if _, open := a.tutor.Assessments.Unfinished(); open {
			said += " The one that is open can be finished."
		}
		return text + pane.Hang("  ", said, width, th.Text)
	}
	text += pane.Hang("  ", "Go to and fro, change answers, mark what to come back to; leave, and carry on another day. "+
		scenarios.Rule(a.tutor.Library.Pack().Assessment.Pass), width, th.Faint)
	if _, open := a.tutor.Assessments.Unfinished(); open {
		said := "Begin draws a new one and gives up the one that is left: its answers never count then."
		if len(a.draft.Short) > 0 {
			said += " Of the new one:"
		}
		text += "\n" + pane.Hang("  ", said, width, th.Text)
	}
	for _, short := range a.draft.Short {
		text += "\n" + pane.Hang("  • ", prose.Line(short), width, th.Text)
	}
	return text
}
