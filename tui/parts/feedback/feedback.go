// Package feedback is a marked answer on screen. Its first screen has the verdict, what to remember, the learner's answer beside the
// key with the reasons that matter most, and the one extract that decides. Every option, all guidance, what changed since 2013 and what
// to send to the author are one key away each.
package feedback

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Shown is what there is to show.
type Shown struct {
	Outcome scenarios.Outcome
	Before  *scenarios.Situation // the variant that it is a turn of; nil for none
	Lines   []scenarios.Line     // the options in the order the learner saw them
	Became  func() string        // what became of the answer, such as that it is saved: asked for whenever it is drawn; nil for nothing to say
	Report  string               // what to send to the author when the item seems wrong
	Earlier bool                 // it was answered in the past: which situation it was is said
}

// beside is what is shown in place of the first screen, when asked for.
type beside int

const (
	nothing  beside = iota
	options         // every option with its rationale, and the situation
	cited           // all guidance that is cited
	changes         // what changed since 2013, and where the UK and Ireland differ
	report          // what to send to the author
	original        // where the documents stand that are cited
)

// Parts are the parts of the tutor that feedback is made from.
type Parts struct {
	Copies  *tutor.Copies
	Library *tutor.Library
	Profile *tutor.Profile
}

// Feedback shows one outcome at a time.
type Feedback struct {
	env    screen.Env
	tutor  Parts
	frame  screen.Frame
	pane   *pane.Pane
	shown  Shown
	on     bool // there is something to show
	beside beside
	under  beside // what it goes back to: where the original's address was asked for in the extracts, these
	cut    bool   // the first screen has less of a rationale than its form shows
}

// New is a feedback with nothing to show yet.
func New(env screen.Env, parts Parts) *Feedback {
	return &Feedback{env: env, tutor: parts, pane: pane.New()}
}

// Show shows an outcome from its beginning.
func (f *Feedback) Show(s Shown) {
	f.shown, f.on, f.beside, f.under = s, true, nothing, nothing
	f.Draw()
	f.pane.ToTop()
}

// ShowEarlier shows an answer of the past as it was marked. note says what has changed since; "" for nothing. The command renders the
// guidance.
func (f *Feedback) ShowEarlier(out scenarios.Outcome, lines []scenarios.Line, note string) tea.Cmd {
	f.Show(Shown{Outcome: out, Lines: lines, Report: f.tutor.Library.Report(out, lines), Became: func() string { return note }, Earlier: true})
	return f.Ahead(out.Situation, nil)
}

// Clear ends the feedback: there is nothing to show until the next outcome.
func (f *Feedback) Clear() { f.shown, f.on, f.beside, f.under = Shown{}, false, nothing, nothing }

// Layout takes the room and the look.
func (f *Feedback) Layout(frame screen.Frame) {
	f.frame = frame
	f.pane.Resize(frame.Width, frame.Height)
	f.Draw()
}

// Update scrolls, or shows what is asked for beside.
func (f *Feedback) Update(msg tea.KeyPressMsg) {
	switch {
	case keymap.Is(msg, keymap.Options()):
		f.space()
	case keymap.Is(msg, keymap.Cited()):
		f.toggle(cited)
	case keymap.Is(msg, keymap.Changes()):
		if f.beside != changes && !f.hasChanges() {
			f.env.Notice(tutor.NothingChanged)
			return
		}
		f.toggle(changes)
	case keymap.Is(msg, keymap.Report()):
		f.toggle(report)
	case len(f.cited()) > 0 && keymap.Is(msg, keymap.Original()):
		f.toggle(original)
	case f.copies() && keymap.Is(msg, keymap.Copy()):
		f.copy()
	default:
		f.pane.Browse(msg)
	}
}

// space shows every option. What is shown in place of the first screen is read with it, and at its end it goes back.
func (f *Feedback) space() {
	switch _, below := f.pane.More(); {
	case f.beside == nothing:
		f.toggle(options)
	case below:
		f.pane.Scroll(f.pane.Page())
	default:
		f.toggle(nothing)
	}
}

// Back goes back to the first screen from what is shown in its place. It reports whether anything was.
func (f *Feedback) Back() bool {
	was := f.Beside()
	if was {
		f.toggle(f.beside)
	}
	return was
}

// Beside reports whether something is shown in place of the first screen: then there is something to go back from.
func (f *Feedback) Beside() bool { return f.beside != nothing }

// toggle shows something in place of the first screen, or that again.
func (f *Feedback) toggle(what beside) {
	under := nothing
	switch {
	case f.beside == what:
		what = f.under
	case what == original:
		under = f.beside
	}
	f.beside, f.under = what, under
	f.Draw()
	f.pane.ToTop()
}

// Asides are the bindings that show something else in place of the first screen. They say how much there is.
func (f *Feedback) Asides() []key.Binding {
	opened := map[beside]key.Binding{
		options: keymap.Options(), cited: keymap.Cited(), changes: keymap.Changes(), report: keymap.Report(), original: keymap.Original(),
	}
	if by, ok := opened[f.beside]; ok {
		return f.besideKeys(by)
	}
	if !f.on {
		return nil
	}
	s := f.shown.Outcome.Situation
	keys := []key.Binding{saying(keymap.Options(), fmt.Sprintf("%d options", len(s.Options)))}
	if n := len(f.tutor.Library.Pack().Guidance.Clauses(s.Cites())); n > 0 {
		keys = append(keys, saying(keymap.Cited(), prose.Count(float64(n), "extract")))
	}
	if f.hasChanges() {
		keys = append(keys, keymap.Changes())
	}
	return keys
}

// besideKeys are the bindings of what was opened by one: to read on as long as there is more, and to go back.
func (f *Feedback) besideKeys(opened key.Binding) (keys []key.Binding) {
	back := "back to the feedback"
	if f.under != nothing {
		back = "back to where you were"
	}
	if f.beside == report {
		keys = append(keys, keymap.Copy())
	}
	if _, below := f.pane.More(); below {
		keys = append(keys, saying(keymap.Options(), "next page"))
		if opened.Help().Key == keymap.Options().Help().Key {
			return append(keys, saying(keymap.Back(), back))
		}
	}
	return append(keys, saying(opened, back))
}

// saying is a binding with other words.
func saying(b key.Binding, does string) key.Binding {
	return keymap.New(b.Help().Key, does, b.Keys()...)
}

// Draw lays out the first screen, or what was asked for in its place. Where there is room for two columns, the marking stands in one
// and the guidance in the other, and only one of them is replaced.
func (f *Feedback) Draw() {
	if !f.on || f.frame.Theme == nil {
		return
	}
	if f.frame.Wide() && f.beside != original {
		if wide := f.wide(); f.beside != nothing || height(wide) <= f.frame.Height {
			f.pane.Set(wide)
			return
		}
	}
	width := pane.Measure(f.frame.Width)
	switch f.beside {
	case nothing:
		f.drawFirst(width)
	case options:
		f.pane.SetBlocks(pane.Paragraphs(f.everyOption(width)))
	case cited, changes, report:
		f.pane.SetBlocks(f.guidance(width))
	case original:
		f.pane.SetBlocks(f.originals())
	}
}

// View draws the feedback.
func (f *Feedback) View() string { return f.pane.View() }

// Fits reports whether the first screen is whole: all of it is in the window or in cards that are, and nothing that its form shows of a rationale is cut.
func (f *Feedback) Fits() bool { return f.pane.Whole() && !f.cut }

// Turn goes on to what has not been in the window yet, where that is in cards: of the first screen, or of what is shown in its place. It reports
// whether there was any.
func (f *Feedback) Turn() bool { return f.pane.Turn() }

// Turns reports whether Turn would go on.
func (f *Feedback) Turns() bool {
	_, below := f.pane.More()
	return f.Where() != "" && below
}

// Where says which card of how many is in the window; "" where there are no cards.
func (f *Feedback) Where() string { return f.pane.Where() }

// More reports whether there is more above and below the window.
func (f *Feedback) More() (above, below bool) { return f.pane.More() }
