// Package editor is where the learner writes in their own words: a heading, a prompt, a caution, and room to write.
package editor

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"probity/guidance/text"
	"probity/progress/privacy"
	"probity/tui/parts/confirm"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
)

// Options say what is to be written.
type Options struct {
	Heading string
	Line    bool   // one line, which enter keeps
	Prompt  string // what to write about
	Value   string // what is there already
	Limit   int    // in characters
	TooLong string // said when there is no room for what was typed or pasted
	Enter   string // what enter does with a line, for its help; "keep" where it is ""
	Esc     string // what esc does with what is written, for its help
	Drops   string // asked before esc where it drops what was written; "" where nothing is lost by it

	Check func(value string) error // why a line can't be kept as it is, which is said below it; nil where every text is fit
}

// Editor is the field.
type Editor struct {
	env   screen.Env
	opt   Options
	frame screen.Frame
	area  textarea.Model
	pane  *pane.Pane
	sure  *confirm.Confirm

	advised string // what was said last of words that could lead to a patient: it is said once
	refused string // why the line can't be kept as it is; "" once it is changed
}

// Done is how writing ended.
type Done int

// The ways it ends.
const (
	Writing Done = iota // it has not
	Saved               // the learner wants it kept
	Left                // the learner went back
)

// New is an editor in a frame, with the cursor in it.
func New(env screen.Env, f screen.Frame, o Options) (*Editor, tea.Cmd) {
	e := &Editor{env: env, opt: o, area: textarea.New(), pane: pane.New(), sure: confirm.New(env.Nav)}
	e.area.MaxHeight = 0 // as many lines as are written: the limit is ours
	e.area.DynamicHeight = true
	e.area.SetVirtualCursor(false) // the terminal's own is set, which input methods, magnifiers and braille displays follow
	e.area.KeyMap.Paste.SetEnabled(false)
	e.area.ShowLineNumbers = false
	e.area.Prompt = "│ "
	e.area.SetValue(e.cleaned(o.Value))
	cmd := e.area.Focus()
	e.Layout(f)
	return e, cmd
}

// least is how many lines there are to write on, whatever the window.
const least = 3

// Layout takes the room and the look.
func (e *Editor) Layout(f screen.Frame) {
	e.frame = f
	e.pane.Resize(f.Width, f.Height)
	head, cautioned := e.head()
	e.area.MinHeight = max(least, f.Height-strings.Count(head, "\n")-1)
	e.area.Placeholder = "…"
	if !cautioned {
		e.area.Placeholder = caution // until something is written
	}
	if e.opt.Line {
		e.area.MinHeight = 1
	}
	e.area.SetWidth(max(1, pane.Measure(f.Width)-2))
	th := f.Theme
	styles := textarea.DefaultStyles(th.Dark)
	styles.Focused.Prompt, styles.Focused.Placeholder = th.Accent, th.Faint
	styles.Focused.CursorLine, styles.Focused.Text, styles.Focused.EndOfBuffer = th.Text, th.Text, th.Text
	e.area.SetStyles(styles)
	e.draw()
}

// caution is what everybody is told who writes more than a line.
const caution = "Leave out anything that could identify a patient."

// head is what stands above the field: less of it the smaller the window, and the question longest. cautioned reports whether the caution is
// in it.
func (e *Editor) head() (head string, cautioned bool) {
	th, width, room := e.frame.Theme, pane.Measure(e.frame.Width), 1
	heading, prompt := pane.Hang("  ", prose.Line(e.opt.Heading), width, th.Title)+"\n", pane.Hang("  ", prose.Line(e.opt.Prompt), width, th.Text)+"\n"
	warning, short := "", heading
	if e.refused != "" {
		room, short = room+strings.Count(e.below(), "\n"), ""
	}
	if !e.opt.Line {
		warning, short, room = pane.Hang("  ", caution, width, th.Faint)+"\n", prompt, least
	}
	for _, head := range []string{"\n" + heading + prompt + warning + "\n", heading + prompt + warning, short + warning} {
		if strings.Count(head, "\n")+room <= e.frame.Height {
			return head, true
		}
	}
	return short, e.opt.Line
}

// Value is what is written.
func (e *Editor) Value() string { return e.cleaned(e.area.Value()) }

func (e *Editor) cleaned(s string) string {
	if e.opt.Line {
		return text.Line(s)
	}
	return text.Block(s)
}

// Update takes a message.
func (e *Editor) Update(msg tea.Msg) (Done, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case keymap.Is(msg, keymap.Save()) && e.advises("Ctrl+S again keeps it."):
			return Writing, nil
		case keymap.Is(msg, keymap.Save()), e.opt.Line && keymap.Is(msg, keymap.Enter("")):
			return e.keep(), nil
		case keymap.Is(msg, keymap.Back()) && e.opt.Drops == "" && e.advises("Esc again goes back."):
			return Writing, nil
		case keymap.Is(msg, keymap.Back()) && e.opt.Drops != "" && e.Changed() && !e.sure.Sure("leave", e.opt.Drops):
			return Writing, nil
		case keymap.Is(msg, keymap.Back()):
			return Left, nil
		case keymap.Is(msg, e.area.KeyMap.PageUp):
			e.page(e.area.CursorUp)
			return Writing, nil
		case keymap.Is(msg, e.area.KeyMap.PageDown):
			e.page(e.area.CursorDown)
			return Writing, nil
		case utf8.RuneCountInString(msg.Text) > e.room(), e.room() == 0 && keymap.Is(msg, keymap.Enter("")):
			e.env.Notice(e.opt.TooLong)
			return Writing, nil
		}
	case tea.PasteMsg:
		return Writing, e.edit(e.fitting(msg))
	}
	return Writing, e.edit(msg)
}

// advises reports whether words that could lead to a patient are about to be kept of which nothing was said yet, and says it now, with what to do
// next. Pressing the key again keeps them all the same. A line is a name, a number or a title, and the learner's own.
func (e *Editor) advises(next string) bool {
	if e.opt.Line || !e.Changed() {
		return false
	}
	advice := privacy.Advise(e.Value())
	if advice == "" || advice == e.advised {
		return false
	}
	e.advised = advice
	return !e.sure.Sure(advice, advice+" "+next)
}

// keep ends the writing, unless what is written can't be kept.
func (e *Editor) keep() Done {
	if e.opt.Check == nil {
		return Saved
	}
	err := e.opt.Check(e.Value())
	if err == nil {
		return Saved
	}
	e.refused = prose.Sentence(err)
	e.draw()
	return Writing
}

// Changed reports whether something else is written than was there.
func (e *Editor) Changed() bool { return e.Value() != e.cleaned(e.opt.Value) }

// page moves the cursor by as many lines as a page of the window has.
func (e *Editor) page(move func()) {
	for range e.pane.Page() {
		move()
	}
	e.draw()
}

// draw lays the field out below its head, in its full height. The window on both is the pane's, and goes where the cursor is; with it on the
// first line that is written, as far up as that line allows.
func (e *Editor) draw() {
	head, _ := e.head()
	below := e.below()
	e.pane.Set(head + pane.Indent(e.area.View(), indent) + below)
	line := e.line()
	e.pane.Show(line, line+strings.Count(below, "\n"))
	if e.area.Cursor().Y == 0 {
		e.pane.Show(0, line)
	}
	e.pane.Show(line, line)
}

// below is why the line can't be kept as it is.
func (e *Editor) below() string {
	if e.refused == "" {
		return ""
	}
	return "\n" + pane.Hang("  ", e.refused, pane.Measure(e.frame.Width), e.frame.Theme.Warn)
}

// indent is how far the field is set in, in cells.
const indent = 2

// line is the line of the pane that the cursor is on.
func (e *Editor) line() int {
	head, _ := e.head()
	return strings.Count(head, "\n") + e.area.Cursor().Y
}

// Caret is where the next letter goes, in the window; nowhere without an editor.
func (e *Editor) Caret() (x, y int, ok bool) {
	if e == nil {
		return 0, 0, false
	}
	y, ok = e.pane.Row(e.line())
	return indent + e.area.Cursor().X, y, ok
}

// View draws the editor.
func (e *Editor) View() string { return e.pane.View() }

// More reports whether there is more above and below the window.
func (e *Editor) More() (above, below bool) { return e.pane.More() }

// Keys are the bindings that work here.
func (e *Editor) Keys() []key.Binding {
	does := cmp.Or(e.opt.Esc, "back")
	if e.opt.Check != nil && e.Changed() && e.opt.Check(e.Value()) != nil {
		does = "back" // nothing is kept that can't be
	}
	esc := keymap.New("esc", does, "esc")
	if e.opt.Line {
		return []key.Binding{keymap.Enter(cmp.Or(e.opt.Enter, "keep")), esc}
	}
	return []key.Binding{keymap.Save(), esc}
}
