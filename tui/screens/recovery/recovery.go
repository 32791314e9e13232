// Package recovery is where a learner lands when the record is damaged, or is gone: what happened, and what can be done. Nothing is
// moved before it is chosen.
package recovery

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Record *tutor.Record
}

// Screen says what is wrong with the record and offers the ways on.
type Screen struct {
	*list.Page[choice]
	env     screen.Env
	tutor   Parts
	err     error           // a *file.CorruptError or *folder.LostError
	backups []folder.Backup // those worth going back to
	trouble error           // what went wrong here
}

// choice is one of the backups offered, by its place, or one of what follows.
type choice int

const (
	afresh choice = -1 - iota
	leave
)

// The messages of the screen's own commands: the backups that there are, and what came of what was chosen.
type (
	found   tutor.Backups
	settled struct{ err error }
)

// New makes the screen for what went wrong.
func New(env screen.Env, parts Parts, to screen.ToRecovery) *Screen {
	r := &Screen{env: env, tutor: parts, err: to.Err}
	r.Page = list.NewPage(r.fill, r.do, list.Keys("choose")...)
	return r
}

// Title names the screen.
func (r *Screen) Title() string { return "Your record" }

// Open looks for backups.
func (r *Screen) Open() tea.Cmd {
	return screen.Run(r.tutor.Record.FindBackups(), func(b tutor.Backups) tea.Msg { return found(b) })
}

// Stage is what can be chosen: a backup that has just been found takes the first place, and an enter that was meant for what stood there.
func (r *Screen) Stage() any { return len(r.backups) }

// Back stays: until something is chosen there is nothing to go back to.
func (r *Screen) Back() bool { return true }

func (r *Screen) fill() {
	th, width := r.Frame.Theme, pane.Measure(r.Frame.Width)
	title, lines, fresh := explain(r.err)
	text := "\n" + pane.Hang("  ", title, width, th.Title)
	for _, l := range lines {
		text += "\n" + pane.Hang("  ", prose.Line(l), width, th.Text)
	}
	if r.trouble != nil {
		text += "\n" + pane.Hang("  ", prose.Sentence(r.trouble), width, th.Wrong)
	}
	r.SetIntro(text)
	var items []list.Item[choice]
	for i, b := range r.backups {
		items = append(items, list.Item[choice]{Key: string(rune('b' + i)), Text: "Go back to the backup", Note: tutor.Described(b), Value: choice(i)})
	}
	r.SetItems(append(items, list.Item[choice]{Key: "n", Text: fresh, Value: afresh}, list.Item[choice]{Key: "q", Text: "Quit", Value: leave}))
}

// explain says what happened, in a title and sentences, and what beginning anew is called.
func explain(err error) (title string, lines []string, fresh string) {
	var corrupt *file.CorruptError
	var lost *folder.LostError
	switch {
	case errors.As(err, &corrupt):
		mend := "Nothing in it has been changed: you can quit, and mend that line in an editor. "
		if corrupt.Line == 0 {
			mend = "Nothing in it has been changed. "
		}
		return "Your record could not be read.", []string{
			prose.Capital("in " + corrupt.At(filepath.Base(corrupt.Path)) + ": " + corrupt.Plain() + "."),
			mend + "Whatever you choose here, it is kept beside the new one.",
		}, "Set it aside and begin a new record"
	case errors.As(err, &lost):
		title, rest, _ := strings.Cut(lost.Found(), ". ")
		if rest != "" {
			title, lines = title+".", []string{rest}
		}
		return title, lines, "Begin a new record"
	}
	return "Your record could not be read.", []string{prose.Sentence(err)}, "Begin a new record"
}

// Update takes a message.
func (r *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case found:
		r.backups, r.trouble = tutor.Offered(msg.All), msg.Err
		r.Refill()
	case settled:
		if r.trouble = msg.err; msg.err == nil {
			return r.env.Request(screen.Restart{})
		}
		r.Refill()
	default:
		return r.Page.Update(msg)
	}
	return nil
}

func (r *Screen) do(c choice) tea.Cmd {
	var settle tutor.Task[error]
	switch c {
	case leave:
		return r.env.Request(screen.Quit{})
	case afresh:
		settle = r.tutor.Record.SetAside()
	default:
		settle = r.tutor.Record.Restore(r.backups[c])
	}
	return screen.Run(settle, func(err error) tea.Msg { return settled{err} })
}
