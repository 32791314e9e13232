// Package exam is an assessment on screen: situations to go to and fro between, an overview of them all, and handing in.
package exam

import (
	"fmt"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/question"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Exam is the screen.
type Exam struct {
	env        screen.Env
	frame      screen.Frame
	assessment *tutor.Assessment
	question   *question.Question
	overview   *list.List[int]
	listing    bool // the overview is up
	leaving    bool // esc was pressed once
	sure       bool // handing in was asked for once
	ticking    bool // a look at the clock is due
}

// New makes the screen.
func New(env screen.Env, to screen.ToExam) *Exam {
	return &Exam{env: env, assessment: to.Assessment, question: question.New(env), overview: list.New[int]()}
}

// Title says where the learner is, and the time if it is to be seen.
func (e *Exam) Title() string {
	exam := e.assessment.Exam
	text := fmt.Sprintf("Assessment %d of %d", exam.At()+1, len(exam.Items()))
	if e.listing {
		text = "Assessment"
	}
	if exam.Current().Flagged && !e.listing {
		text += " · flagged"
	}
	if e.env.Tutor.Profile.ClockShown() {
		text += " · " + e.clock()
	}
	return text
}

// clock is the active time so far, and what it counts towards.
func (e *Exam) clock() string {
	spent, of := e.assessment.Spent(), e.env.Tutor.Library.Pack().Assessment.Minutes
	if e.env.Tutor.Profile.Moves() {
		return fmt.Sprintf("%d:%02d of %d min", int(spent.Minutes()), int(spent.Seconds())%60, of)
	}
	return fmt.Sprintf("%d of %d min", int(spent.Minutes()), of)
}

// Open puts the first situation up.
func (e *Exam) Open() tea.Cmd {
	if e.assessment.Note != "" {
		e.env.Notice(e.assessment.Note)
		e.assessment.Note = ""
	}
	e.ask()
	return e.tick()
}

// Close keeps an answer whose certainty is open.
func (e *Exam) Close() { e.assessment.Close() }

// Back asks before the assessment is left; from the overview it goes back to the situation.
func (e *Exam) Back() bool {
	switch {
	case e.listing:
		e.listing = false
		return true
	case !e.leaving:
		e.leaving = true
		e.env.Notice("Leave for now? Your answers are kept, and you can carry on another day. Esc again leaves.")
		return true
	}
	return false
}

// Arrange takes the room and the look.
func (e *Exam) Arrange(f screen.Frame) {
	e.frame = f
	e.question.Arrange(f)
	e.overview.Arrange(f)
	e.fill()
}

// tickMsg says that the clock may show another time.
type tickMsg struct{}

// tick looks at the clock again in a while, as long as it is to be seen.
func (e *Exam) tick() tea.Cmd {
	if e.ticking || !e.env.Tutor.Profile.ClockShown() {
		return nil
	}
	e.ticking = true
	every := time.Minute
	if e.env.Tutor.Profile.Moves() {
		every = time.Second
	}
	return e.env.After(every, tickMsg{})
}

// Update takes a message.
func (e *Exam) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tickMsg:
		e.ticking = false
		return e.tick()
	case tea.KeyPressMsg:
		sure := e.sure
		e.leaving, e.sure = false, false
		e.assessment.Touch()
		if e.listing {
			return e.list(msg, sure)
		}
		return e.press(msg)
	}
	return nil
}

// press is a key press at a situation.
func (e *Exam) press(msg tea.KeyPressMsg) tea.Cmd {
	exam := e.assessment.Exam
	switch {
	case exam.Weighing():
		if c, ok := e.question.Sure(msg); ok {
			e.assessment.Weigh(c)
			e.after()
		}
	case keymap.Is(msg, keymap.Next()):
		e.goTo(exam.At() + 1)
	case keymap.Is(msg, keymap.Previous()):
		e.goTo(exam.At() - 1)
	case keymap.Is(msg, keymap.Flag()):
		if e.assessment.Flag() {
			return e.env.Notice("Marked to come back to: o shows them all.")
		}
		return e.env.Notice("No longer marked.")
	case keymap.Is(msg, keymap.Overview()):
		e.show(exam.At())
	case keymap.Is(msg, keymap.Clock()):
		e.env.Tutor.Profile.ShowClock(!e.env.Tutor.Profile.ClockShown())
		return e.tick()
	case e.question.Answer(msg):
		return e.submit()
	}
	return nil
}

// submit commits the answer, and asks how sure the learner is.
func (e *Exam) submit() tea.Cmd {
	if err := e.assessment.Exam.Submit(); err != nil {
		return e.env.Notice(err.Error())
	}
	if e.env.Tutor.Profile.AsksSure() {
		e.question.AskSure()
		return nil
	}
	e.assessment.Weigh(scenarios.NotAsked)
	e.after()
	return nil
}

// after goes on from an answer: to the next situation, or to the overview after the last.
func (e *Exam) after() {
	if exam := e.assessment.Exam; exam.At() < len(exam.Items())-1 {
		e.goTo(exam.At() + 1)
		return
	}
	e.ask()
	e.show(len(e.assessment.Exam.Items()))
}

func (e *Exam) goTo(place int) {
	e.assessment.Exam.Go(place)
	e.ask()
}

// ask puts the current situation up.
func (e *Exam) ask() {
	exam := e.assessment.Exam
	e.question.Ask(exam.Current().Situation, exam.Attempt(), exam.Dealt())
}

// View draws the screen.
func (e *Exam) View() string {
	if e.listing {
		return e.overview.View()
	}
	return e.question.View()
}

// More tells what stands outside the window.
func (e *Exam) More() (above, below bool) {
	if e.listing {
		return e.overview.More()
	}
	return e.question.More()
}

// Keys are the bindings that work now.
func (e *Exam) Keys() []key.Binding {
	switch {
	case e.listing:
		return append(list.Keys("go there"), keymap.New("s", "hand in", "s"), keymap.Back())
	case e.assessment.Exam.Weighing():
		return append(e.question.Keys(), keymap.Leave())
	}
	var first, later []key.Binding
	for _, k := range e.question.Keys() {
		if slices.Contains([]string{"space", "↑/↓", "pgdn", "pgup", "home", "end"}, k.Help().Key) {
			later = append(later, k)
		} else {
			first = append(first, k)
		}
	}
	own := []key.Binding{keymap.Next(), keymap.Overview(), keymap.Flag(), keymap.Previous(), keymap.Clock(), keymap.Leave()}
	return append(append(first, own...), later...)
}
