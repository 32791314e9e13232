// Package examresult is an assessment that was handed in: the marks beside chance, passed or not under its rule, by topic and by
// format, and each situation with its feedback.
package examresult

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	feedback.Parts
	Clock       *tutor.Clock
	Record      *tutor.Record
	Assessments *tutor.Assessments
	Progress    *tutor.Progress
}

// Screen is the result of one assessment.
type Screen struct {
	screen.Up
	env       screen.Env
	tutor     Parts
	sitting   string
	just      *tutor.Assessment // it was handed in just now, and that is not saved yet; else nil
	elsewhere string            // another window was first; "" where none was
	frame     screen.Frame
	menu      *list.List[progress.Answer]
	beside    string // the parts of the whole in a column of their own; "" where they stand below the situations
	feedback  *feedback.Feedback
	reading   bool // the feedback on one situation is up
}

// New makes the screen.
func New(env screen.Env, parts Parts, to screen.ToExamResult) *Screen {
	r := &Screen{env: env, tutor: parts, sitting: to.Sitting, just: to.Just, menu: list.New[progress.Answer](), feedback: feedback.New(env, parts.Parts)}
	r.Up = r.up
	return r
}

// Title names the screen.
func (r *Screen) Title() string { return "Assessment" }

// stage is what enter can be meant for.
type stage struct {
	reading bool
	card    string // of the feedback, which is read to its end
}

// Stage is the whole, or a card of the feedback on a situation.
func (r *Screen) Stage() any { return stage{r.reading, r.feedback.Where()} }

// Back goes back within a situation's feedback, and from there to the whole.
func (r *Screen) Back() bool {
	if r.feedback.Back() {
		return true
	}
	was := r.reading
	r.close()
	return was
}

// learn learns once whether another window was first to hand it in, when what was handed in here is saved.
func (r *Screen) learn(sat progress.Assessed) {
	if r.just != nil && r.tutor.Record.Waiting() == 0 && !sat.Submitted.IsZero() {
		r.elsewhere, r.just = r.just.Elsewhere(), nil
	}
}

// Layout takes the room and the look.
func (r *Screen) Layout(f screen.Frame) {
	r.frame = f
	r.feedback.Layout(f)
	r.fill()
}

// Update opens a situation's feedback, or goes back from it.
func (r *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		if r.tutor.Assessments.GivenUp(r.sitting) { // so it could not be handed in
			return r.env.Replace(screen.ToExamMenu{})
		}
		r.fill()
	case tea.KeyPressMsg:
		if r.reading {
			return r.read(msg)
		}
		if a, ok := r.menu.Update(msg); ok {
			return r.open(a)
		}
	}
	return nil
}

func (r *Screen) read(msg tea.KeyPressMsg) tea.Cmd {
	if keymap.Is(msg, keymap.Enter("")) {
		if !r.feedback.Turn() {
			r.close()
		}
		return nil
	}
	r.feedback.Update(msg)
	return nil
}

// open shows the feedback on an answer, as it was marked.
func (r *Screen) open(a progress.Answer) tea.Cmd {
	out, lines, ok := r.tutor.Progress.Recall(a)
	if !ok {
		return r.env.Notice("This situation is no longer in the library. Its marks count as they were given.")
	}
	r.reading = true
	return r.feedback.ShowEarlier(out, lines, r.tutor.Library.Reworded(a))
}

// close goes back from a situation's feedback.
func (r *Screen) close() {
	r.reading = false
	r.feedback.Clear()
}

// leastFine is the width from which the fine print stands above the situations; in a smaller window it stands below them.
const leastFine = 60

// fill lists the situations below what they come to. The parts of the whole stand beside them where a column has room for all of it, else
// below.
func (r *Screen) fill() {
	if r.frame.Theme == nil {
		return
	}
	sat, _ := r.tutor.Record.History().Assessment(r.sitting)
	r.learn(sat)
	r.beside = ""
	if !r.tutor.Assessments.Ready() || sat.Submitted.IsZero() {
		r.menu.Layout(r.frame)
		r.menu.SetItems(nil)
		if r.tutor.Assessments.Ready() {
			r.menu.SetIntro(r.waiting(pane.Measure(r.frame.Width)))
		}
		return
	}
	list, below := r.frame, r.inParts(sat.Answers, pane.Measure(r.frame.Width))
	if r.frame.Wide() {
		charts, left := question.Columns(r.frame.Width)
		if parts := r.inParts(sat.Answers, charts); strings.Count(parts, "\n") < r.frame.Height {
			r.beside, below, list.Width, list.Column = parts, "", left, true
		}
	}
	r.menu.Layout(list)
	r.menu.SetItems(r.rows(sat.Answers))
	width := pane.Measure(list.Width)
	intro, fine := r.intro(sat, width), r.fine(sat, width)
	if r.frame.Width < leastFine {
		below = fine + "\n" + below
	} else {
		intro += fine
	}
	r.menu.SetIntro(intro)
	r.menu.SetOutro(strings.TrimPrefix(below, "\n"))
}

// waiting says that the assessment is being handed in, and what that waits for.
func (r *Screen) waiting(width int) string {
	said := "\n" + pane.Hang("  ", "Handing in…", width, r.frame.Theme.Title)
	if r.tutor.Record.Trouble() == nil {
		return said
	}
	return said + "\n\n" + pane.Hang("  ", "Your assessment is not saved yet, and its result comes once it is. Probity keeps trying. "+
		"Esc leads home meanwhile: the result is then under Assess.", width, r.frame.Theme.Text)
}

// up is the part of the screen that is up.
func (r *Screen) up() screen.Part {
	if r.reading {
		return r.feedback
	}
	return r.menu
}

// View draws the screen.
func (r *Screen) View() string {
	if r.reading || r.beside == "" {
		return r.up().View()
	}
	_, left := question.Columns(r.frame.Width)
	return pane.Columns(r.menu.View(), left, r.beside, question.Gutter)
}

// Keys are the bindings that work now.
func (r *Screen) Keys() []key.Binding {
	switch _, listed := r.menu.Current(); {
	case !r.reading && !listed:
		return []key.Binding{keymap.Back()}
	case !r.reading:
		return r.menu.Now(append(list.Keys("feedback"), keymap.Back()))
	}
	enter := keymap.Enter("back to the whole")
	if r.feedback.Turns() {
		enter = keymap.Enter("read on")
	}
	keys := append([]key.Binding{enter}, r.feedback.Asides()...)
	return append(append(keys, keymap.Move()), slices.Concat(pane.Keys(), r.feedback.Elsewhere(), []key.Binding{keymap.Back()})...)
}
