// Package practice is the sitting on screen: a situation, an answer, how sure, the marking with its guidance, a
// reflection, and on to the next. What it shows is the state of a tutor.Practice; marking and saving are not done here.
package practice

import (
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/confirm"
	"probity/tui/parts/editor"
	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	feedback.Parts
	Clock     *tutor.Clock
	Record    *tutor.Record
	Practices *tutor.Practices
}

// Screen is one practice, from its first situation to the summary.
type Screen struct {
	screen.Up
	env        screen.Env
	tutor      Parts
	to         screen.ToPractice
	practice   *tutor.Practice           // nil until the library and the record are there
	problem    string                    // why there is nothing to practise
	ahead      bool                      // nothing is due, and what comes next can be reviewed now
	unfinished *tutor.UnfinishedPractice // what beginning would give up, while that is asked
	frame      screen.Frame

	question *question.Question
	feedback *feedback.Feedback
	earlier  *feedback.Feedback // of an answer before, while it is read again; nil for none
	place    int                // of that answer
	pane     *pane.Pane         // for whatever else there is to show
	confirm  *confirm.Confirm
	editor   *editor.Editor                  // nil unless a reflection is being written
	drafts   map[*scenarios.Situation]string // reflections begun and not saved
	written  bool                            // a reflection is on its way to the disk
	reworded bool                            // it takes the place of what was kept before
}

// New makes the screen; the practice begins when the tutor is ready.
func New(env screen.Env, parts Parts, to screen.ToPractice) *Screen {
	p := &Screen{
		env: env, tutor: parts, to: to, question: question.New(env), feedback: feedback.New(env, parts.Parts), pane: pane.New(),
		confirm: confirm.New(env.Nav), drafts: map[*scenarios.Situation]string{},
	}
	p.Up = p.up
	return p
}

// Open begins the practice if it can.
func (p *Screen) Open() tea.Cmd { return p.begin() }

// ask puts the current situation up from its beginning. The feedback on the one before is over.
func (p *Screen) ask() {
	p.feedback.Clear()
	sitting := p.practice.Sitting
	p.question.Ask(sitting.Current(), sitting.TurnOf(), sitting.Attempt(), scenarios.Shuffle(sitting.Current(), sitting.Seed()))
}

// Layout takes the room and the look.
func (p *Screen) Layout(f screen.Frame) {
	p.frame = f
	p.pane.Resize(f.Width, f.Height)
	p.question.Layout(f)
	p.feedback.Layout(f)
	if p.earlier != nil {
		p.earlier.Layout(f)
	}
	if p.editor != nil {
		p.editor.Layout(f)
	}
	p.draw()
}

// stage is what enter can be meant for.
type stage struct {
	of      *scenarios.Situation
	at      scenarios.Stage
	writing bool
	earlier *feedback.Feedback
	card    string // of the feedback, which is read to its end
}

// Stage is the stage of the situation that is up.
func (p *Screen) Stage() any {
	if p.practice == nil {
		return p.unfinished != nil
	}
	up := stage{of: p.practice.Sitting.Current(), at: p.practice.Sitting.Stage(), writing: p.editor != nil, earlier: p.earlier}
	if up.at == scenarios.Showing {
		up.card = p.feedback.Where()
	}
	return up
}

// Row is the option that a number rates.
func (p *Screen) Row() any {
	if p.practice == nil || p.practice.Sitting.Stage() != scenarios.Asking {
		return nil
	}
	return p.question.Row()
}

// Typing reports whether letters are text.
func (p *Screen) Typing() bool { return p.editor != nil }

// Writing reports whether a reflection is begun that is kept when one goes on.
func (p *Screen) Writing() bool {
	if p.editor != nil {
		return p.editor.Changed()
	}
	return p.practice != nil && p.drafts[p.inView()] != ""
}

// Caret is where the next letter goes.
func (p *Screen) Caret() (x, y int, ok bool) { return p.editor.Caret() }

// Back goes back to the feedback from what is shown in its place, and from how sure to the question.
func (p *Screen) Back() bool {
	if p.comeForward() || p.up() == screen.Part(p.question) && p.question.Back() {
		return true
	}
	if p.practice != nil && p.practice.Sitting.Stage() == scenarios.Weighing {
		p.practice.Sitting.Reconsider()
		p.question.Reconsider()
		return true
	}
	return p.feedback.Back()
}

// Close keeps what would be lost: an answer whose certainty is open, and reflections begun.
func (p *Screen) Close() {
	if p.practice == nil {
		return
	}
	if p.editor != nil {
		p.drafts[p.inView()] = p.editor.Value()
		p.editor = nil
	}
	p.stopReading()
	p.keepDraft()
	p.practice.Close()
}

// Update takes a message.
func (p *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		if p.practice == nil {
			return p.begin()
		}
		p.draw()
		p.sayKept()
		return p.render()
	case tea.KeyPressMsg:
		if p.practice == nil {
			return p.waiting(msg)
		}
		p.practice.Touch()
		return p.press(msg)
	default:
		if p.editor != nil {
			return p.write(msg)
		}
	}
	return nil
}

// press goes to what the sitting's stage makes of a key.
func (p *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.editor != nil:
		return p.write(msg)
	case p.stars(msg):
		return p.bookmark()
	case p.earlier != nil:
		return p.again(msg)
	case p.practice.Sitting.Stage() == scenarios.Asking:
		switch {
		case p.canSkip() && keymap.Is(msg, keymap.WithoutTurn("")):
			return p.next()
		case keymap.Is(msg, keymap.Before()):
			return p.lookBack()
		}
		if p.question.Answer(msg) {
			return p.submit()
		}
	case p.practice.Sitting.Stage() == scenarios.Weighing:
		if c, ok := p.question.Sure(msg); ok {
			p.practice.Weigh(c)
			p.show()
		}
	case p.practice.Sitting.Stage() == scenarios.Showing:
		return p.read(msg)
	}
	return nil
}

// submit commits the answer, and asks how sure the learner is unless it is marked already.
func (p *Screen) submit() tea.Cmd {
	if err := p.practice.Submit(); err != nil {
		return p.env.Failed(err)
	}
	if p.practice.Sitting.Stage() == scenarios.Weighing {
		p.question.AskSure()
	} else {
		p.show()
	}
	return p.render()
}

// draw lays out what is neither a question nor feedback. It draws the feedback anew, since that says whether the answer is saved. It
// is called whenever something changed.
func (p *Screen) draw() {
	th := p.frame.Theme
	switch {
	case p.problem != "":
		p.pane.Set("\n" + pane.Hang("  ", p.problem, pane.Measure(p.frame.Width), th.Text))
	case p.unfinished != nil:
		p.pane.Set("\n" + pane.Hang("  ", p.unfinished.Asked(), pane.Measure(p.frame.Width), th.Strong))
	case p.practice == nil:
		p.pane.Set("\n" + th.Faint.Render("  Getting the situations ready…"))
	case p.practice.Sitting.Stage() == scenarios.Showing:
		p.feedback.Draw()
	}
}
