// Package exam is an assessment on screen: situations to go to and fro between, an overview of them all, and handing in.
package exam

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/confirm"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/question"
	"probity/tui/parts/ticker"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Library *tutor.Library
	Profile *tutor.Profile
}

// Screen is one assessment, from its first situation to handing in.
type Screen struct {
	screen.Up
	env        screen.Env
	tutor      Parts
	frame      screen.Frame
	assessment *tutor.Assessment
	question   *question.Question
	overview   *list.List[int]
	listing    bool // the overview is up
	confirm    *confirm.Confirm
	ticker     *ticker.Ticker
}

// New makes the screen.
func New(env screen.Env, parts Parts, to screen.ToExam) *Screen {
	e := &Screen{
		env: env, tutor: parts, assessment: to.Assessment, question: question.New(env), overview: list.New[int](),
		confirm: confirm.New(env.Nav), ticker: ticker.New(env.After),
	}
	e.Up = e.up
	return e
}

// Title says where the learner is, and the time if it is to be seen.
func (e *Screen) Title() string {
	exam := e.assessment.Exam
	text := fmt.Sprintf("Assessment %d of %d", exam.At()+1, len(exam.Items()))
	if e.listing {
		text = "Assessment"
	}
	if exam.Current().Flagged && !e.listing {
		text += " · flagged"
	}
	if e.tutor.Profile.ClockShown() {
		text += " · " + e.clock()
	}
	return text
}

// clock is the active time so far, and what it counts towards.
func (e *Screen) clock() string {
	spent, of := e.assessment.Spent(), e.assessment.Minutes()
	if e.tutor.Profile.Moves() {
		return fmt.Sprintf("%d:%02d of %d:00", int(spent.Minutes()), int(spent.Seconds())%60, of)
	}
	return fmt.Sprintf("%d of %d min", int(spent.Minutes()), of)
}

// Open puts the first situation up.
func (e *Screen) Open() tea.Cmd {
	if e.assessment.Note != "" {
		e.env.Notice(e.assessment.Note)
		e.assessment.Note = ""
	}
	e.ask()
	return e.tick()
}

// Close keeps an answer that is whole.
func (e *Screen) Close() { e.assessment.Close() }

// Back asks before the assessment is left; from the overview and from how sure it goes back to the situation.
func (e *Screen) Back() bool {
	switch {
	case e.listing:
		e.listing = false
		return true
	case e.assessment.Exam.Weighing():
		e.assessment.Exam.Reconsider()
		e.question.Reconsider()
		return true
	}
	return e.question.Back() || !e.confirm.Sure("leave", e.assessment.IfKept("Leave for now? Your answers are kept, and you can carry on another day. Esc again leaves.",
		"Leave for now? Nothing is kept here: you can carry on until you quit. Esc again leaves."))
}

// stage is what enter can be meant for.
type stage struct {
	place             int
	weighing, listing bool
}

// Stage is the stage of the situation that is up, or the overview.
func (e *Screen) Stage() any {
	return stage{e.assessment.Exam.At(), e.assessment.Exam.Weighing(), e.listing}
}

// Row is the option that a number rates.
func (e *Screen) Row() any {
	if e.listing {
		return nil
	}
	return e.question.Row()
}

// Layout takes the room and the look.
func (e *Screen) Layout(f screen.Frame) {
	e.frame = f
	e.question.Layout(f)
	e.overview.Layout(f)
	e.fill()
}

// tick looks at the clock again in a while, as long as it is to be seen.
func (e *Screen) tick() tea.Cmd {
	switch {
	case !e.tutor.Profile.ClockShown():
		return nil
	case e.tutor.Profile.Moves():
		return e.ticker.Next(time.Second)
	}
	return e.ticker.Next(time.Minute)
}

// Update takes a message.
func (e *Screen) Update(msg tea.Msg) tea.Cmd {
	if e.ticker.Ticked(msg) {
		return e.tick()
	}
	_, changed := msg.(screen.ChangedMsg)
	if changed && e.assessment.Elsewhere() != "" {
		return e.result()
	}
	if changed && e.assessment.GivenUp() {
		return e.env.Replace(screen.ToExamMenu{})
	}
	if changed && e.assessment.TakeIn() && !e.listing {
		e.ask()
	}
	if changed {
		e.fill()
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	e.assessment.Touch()
	if e.listing {
		return e.list(press)
	}
	return e.press(press)
}

// result goes on to the result, of what was handed in here or in another window.
func (e *Screen) result() tea.Cmd {
	return e.env.Replace(screen.ToExamResult{Sitting: e.assessment.ID(), Just: e.assessment})
}

// press is a key press at a situation.
func (e *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	exam := e.assessment.Exam
	switch {
	case exam.Weighing():
		if c, ok := e.question.Sure(msg); ok {
			e.assessment.Weigh(c)
			e.after()
		}
	case keymap.Is(msg, keymap.Next()):
		e.leaveFor(exam.At() + 1)
	case keymap.Is(msg, keymap.Previous()):
		e.leaveFor(exam.At() - 1)
	case keymap.Is(msg, keymap.Flag()):
		if e.assessment.Flag() {
			return e.env.Notice("Marked to come back to: o shows them all.")
		}
		return e.env.Notice("No longer marked.")
	case keymap.Is(msg, keymap.Overview()):
		e.assessment.Keep()
		e.show(exam.At())
	case keymap.Is(msg, keymap.Clock()):
		e.tutor.Profile.ShowClock(!e.tutor.Profile.ClockShown())
		return e.tick()
	case e.question.Answer(msg):
		return e.submit()
	}
	return nil
}

// submit commits the answer, and asks how sure the learner is.
func (e *Screen) submit() tea.Cmd {
	if err := e.assessment.Exam.Submit(); err != nil {
		return e.env.Failed(err)
	}
	if e.tutor.Profile.AsksSure() {
		e.question.AskSure()
		return nil
	}
	e.assessment.Weigh(scenarios.NotAsked)
	e.after()
	return nil
}

// after goes on from an answer: to the next situation, or to the overview after the last.
func (e *Screen) after() {
	if exam := e.assessment.Exam; exam.At() < len(exam.Items())-1 {
		e.goTo(exam.At() + 1)
		return
	}
	e.ask()
	e.show(len(e.assessment.Exam.Items()))
}

// leaveFor goes elsewhere from a situation. What is left there in part is said.
func (e *Screen) leaveFor(place int) {
	was := e.assessment.Exam.At()
	e.goTo(place)
	if at := e.assessment.Exam.At(); at != was {
		e.sayLeft(was)
	}
}

// sayLeft says what was left in part at a place.
func (e *Screen) sayLeft(place int) {
	switch item := e.assessment.Exam.Items()[place]; {
	case item.Begun() != "":
		e.env.Notice(fmt.Sprintf("Situation %d is rated in part, %s: it counts when all are rated.", place+1, item.Begun()))
	case item.Answered() && item.Changed():
		e.env.Notice(fmt.Sprintf("Situation %d has no whole answer now: the earlier answer counts.", place+1))
	}
}

func (e *Screen) goTo(place int) {
	e.assessment.Go(place)
	e.ask()
}

// ask puts the current situation up.
func (e *Screen) ask() {
	exam := e.assessment.Exam
	e.question.Ask(exam.Current().Situation, nil, exam.Attempt(), exam.Dealt())
}
