// Package feedback is a marked answer on screen: the marks with their working, each option's rationale, the extracts that
// decide it, and in their place, when asked for, what changed since 2013 or what to send to the author.
package feedback

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/parts/question"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Shown is what there is to show.
type Shown struct {
	Outcome scenarios.Outcome
	Before  *scenarios.Situation // of a turn, the variant that it is a turn of; nil for none
	Lines   []scenarios.Line     // the options in the order the learner saw them
	Working func() string        // the sentence after the marks, such as whether they are saved
	Report  string               // what to send to the author when the item seems wrong
}

// beside is what is shown in place of the guidance, when asked for.
type beside int

const (
	nothing beside = iota
	changes        // what changed since 2013, and where the UK and Ireland differ
	report         // what to send to the author
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
}

// New is a feedback with nothing to show yet.
func New(env screen.Env, parts Parts) *Feedback {
	return &Feedback{env: env, tutor: parts, pane: pane.New()}
}

// Show shows an outcome from its beginning.
func (f *Feedback) Show(s Shown) {
	f.shown, f.on, f.beside = s, true, nothing
	f.Draw()
	f.pane.ToTop()
}

// ShowEarlier shows an answer of the past as it was marked. note says what has changed since; "" for nothing. The command renders the
// guidance.
func (f *Feedback) ShowEarlier(out scenarios.Outcome, lines []scenarios.Line, note string) tea.Cmd {
	f.Show(Shown{Outcome: out, Lines: lines, Report: f.tutor.Library.Report(out, lines), Working: func() string { return note }})
	return f.Ahead(out.Situation, nil)
}

// Clear ends the feedback: there is nothing to show until the next outcome.
func (f *Feedback) Clear() { f.shown, f.on, f.beside = Shown{}, false, nothing }

// Layout takes the room and the look.
func (f *Feedback) Layout(frame screen.Frame) {
	f.frame = frame
	f.pane.Resize(frame.Width, frame.Height)
	f.Draw()
}

// Update scrolls, or shows what is asked for beside.
func (f *Feedback) Update(msg tea.KeyPressMsg) {
	switch {
	case keymap.Is(msg, keymap.Changes()):
		if f.beside != changes && !f.hasChanges() {
			f.env.Notice(tutor.NothingChanged)
			return
		}
		f.toggle(changes)
	case keymap.Is(msg, keymap.Report()):
		f.toggle(report)
	default:
		f.pane.Read(msg)
	}
}

// Back goes back to the guidance from what is shown in its place. It reports whether anything was.
func (f *Feedback) Back() bool {
	was := f.Beside()
	if was {
		f.toggle(nothing)
	}
	return was
}

// Beside reports whether something is shown in place of the guidance: then there is something to go back from.
func (f *Feedback) Beside() bool { return f.beside != nothing }

// toggle shows something in place of the guidance, or the guidance again.
func (f *Feedback) toggle(what beside) {
	if f.beside == what {
		what = nothing
	}
	f.beside = what
	f.Draw()
	f.pane.ToTop()
}

// Changes are the bindings that show something else in place of the guidance.
func (f *Feedback) Changes() []key.Binding {
	switch {
	case f.beside == changes:
		return []key.Binding{keymap.New("w", "back to the feedback", "w")}
	case f.beside == report:
		return []key.Binding{keymap.New("!", "back to the feedback", "!")}
	case f.hasChanges():
		return []key.Binding{keymap.Changes()}
	}
	return nil
}

// Draw lays out the marking and the guidance: one below the other, or side by side where there is room.
func (f *Feedback) Draw() {
	if !f.on || f.frame.Theme == nil {
		return
	}
	s := f.shown.Outcome.Situation
	if f.frame.Wide() {
		left, right := question.Columns(f.frame.Width)
		text := f.verdict(left) + f.difference(left) + "\n\n" + f.marking(left) + "\n" + question.Stem(f.env, f.frame, s, left)
		f.pane.Set(pane.Columns(text, left, f.guidance(right), question.Gutter))
		return
	}
	width := pane.Measure(f.frame.Width)
	if f.beside != nothing {
		f.pane.Set(f.guidance(width))
		return
	}
	f.pane.Set(f.verdict(width) + f.difference(width) + "\n\n" + f.marking(width) + "\n\n" + f.guidance(width) + "\n" + question.Stem(f.env, f.frame, s, width))
}

// View draws the feedback.
func (f *Feedback) View() string { return f.pane.View() }

// More reports whether there is more above and below the window.
func (f *Feedback) More() (above, below bool) { return f.pane.More() }

// verdict is the mark in words, beside what chance brings.
func (f *Feedback) verdict(width int) string {
	th, out, m := f.frame.Theme, f.shown.Outcome, f.shown.Outcome.Marking
	word, style := "✗ Not this time", th.Wrong
	switch {
	case out.Undone:
		word, style = "↶ Taken back: this answer counts nowhere", th.Title
	case m.Of == 0:
		word, style = "There is no right answer here", th.Title
	case len(out.Chosen) == 0:
		word = "✗ Left blank"
	case m.Marks == m.Of:
		word, style = "✓ Right", th.Right
	case m.Right():
		word, style = "✓ Nearly all of it", th.Right
	case m.Marks > m.Chance*m.Of:
		word, style = "◐ Part of the way", th.Warn
	}
	working := "Reasonable people differ: each position has something for it and against it."
	if m.Of > 0 {
		working = fmt.Sprintf("%s of %s. Chance alone brings %s.", prose.Number(m.Marks), prose.Count(m.Of, "mark"), prose.Number(m.Chance*m.Of))
	}
	if out.Sure != scenarios.NotAsked {
		working += " You were: " + out.Sure.Name() + "."
	}
	if note := out.Situation.Format.Note(); note != "" {
		working += " " + note
	}
	return "\n" + pane.Hang("  ", word, width, style) + "\n" + pane.Hang("  ", working+" "+f.shown.Working(), width, th.Faint)
}

// difference is what made the difference of a turn to what it is a turn of; "" for anything else.
func (f *Feedback) difference(width int) string {
	before := f.shown.Before
	if before == nil {
		return ""
	}
	th := f.frame.Theme
	return "\n\n" + pane.Hang("  ", "What made the difference", width, th.Accent) + "\n" + pane.Hang("  Before: ", prose.Line(before.Turns), width, th.Faint) +
		"\n" + pane.Hang("  Now: ", prose.Line(f.shown.Outcome.Situation.Turns), width, th.Text)
}

// marking is each option with the learner's answer beside the key, its marks and its rationale, in the order shown.
func (f *Feedback) marking(width int) string {
	th, out := f.frame.Theme, f.shown.Outcome
	var blocks []string
	for _, line := range f.shown.Lines {
		o, _ := out.Situation.Option(line.ID)
		m := out.Marking.Option(line.ID)
		sign, style := " ", th.Text
		switch {
		case out.Marking.Of == 0:
			if m.Yours != "" {
				style = th.Strong
			}
		case m.Right:
			sign, style = th.Right.Render("✓"), th.Right
		case m.Marks > 0:
			sign, style = th.Warn.Render("◐"), th.Text
		case m.Key != "" && m.Yours == "":
			sign, style = th.Right.Render("✓"), th.Strong
		case m.Yours != "":
			sign, style = th.Wrong.Render("✗"), th.Wrong
		}
		block := pane.Hang("  "+sign+" "+th.Letter.Render(line.Letter)+"  ", prose.Line(o.Text), width, style)
		if tags := tags(out.Situation, m); tags != "" {
			block += "\n" + pane.Hang("       ", tags, width, th.Accent)
		}
		blocks = append(blocks, block+"\n"+pane.Hang("       ", prose.Line(o.Why), width, th.Faint))
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
