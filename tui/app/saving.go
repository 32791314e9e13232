package app

import (
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// retryAfter is how long to wait before a failed write is tried again.
const retryAfter = time.Second

// wrote goes on after a write. The first failure is said at the foot, with what to do, and again with each thing more that waits; after that
// the top line says it until it is over.
func (a *App) wrote(w tutor.Written) tea.Cmd {
	cmds := []tea.Cmd{a.changed()}
	if w.Err != nil {
		cmds = append(cmds, a.retryLater())
	}
	switch {
	case w.Err == nil:
		a.unsay(a.unsaved)
		if a.opt.Tutor.Unsaved() == "" { // there is nothing more to ask about
			a.unsay(a.asked)
		}
	case errors.Is(w.Err, journal.ErrConflict): // it goes on once the record is read anew
	case w.More && !w.First && a.opt.Tutor.Unsaved() == "": // what was done is undone again
		a.unsay(a.unsaved)
	case w.First, w.More:
		a.sayUnsaved(a.opt.Tutor.WhyUnsaved(w.Err))
	}
	a.notices()
	return tea.Batch(cmds...)
}

// sayUnsaved says what could not be saved, in place of what was said of that before.
func (a *App) sayUnsaved(sentence string) {
	a.unsay(a.unsaved)
	a.unsaved = sentence
	a.fail(sentence)
}

// leave ends the program. Where something could not be saved, or can't be kept as it stands, it asks first, and the same key again leaves.
func (a *App) leave(key string) tea.Cmd {
	begun, unfit := a.filling()
	asks := a.opt.Tutor.Leaving(key, begun && unfit == nil, a.writing()...)
	if unfit != nil {
		asks = strings.TrimSpace(asks + " " + prose.Sentence(unfit) + " " + key + " again leaves without what you are filling in.")
	}
	if asks == "" || a.confirm.Sure("leave", asks) {
		return tea.Quit
	}
	a.asked = asks
	return nil
}

// filling reports whether a field of a form is begun in one of the screens, and why it can't be kept as it stands.
func (a *App) filling() (begun bool, unfit error) {
	for _, s := range a.stack {
		if f, ok := s.(screen.Filler); ok && !begun {
			begun, unfit = f.Filling()
		}
	}
	return begun, unfit
}

// writing is what is being written in the screens, the one behind first.
func (a *App) writing() (all []string) {
	for _, s := range a.stack {
		if w, ok := s.(screen.Writer); ok && w.Writing() {
			all = append(all, "what you are writing")
		}
	}
	return slices.Compact(all)
}

func (a *App) retryLater() tea.Cmd {
	if a.retry {
		return nil
	}
	a.retry = true
	return a.after(retryAfter, retryMsg{})
}

// tryAgain tries again what failed.
func (a *App) tryAgain() {
	a.retry, a.unread = false, false
	a.opt.Tutor.Retry()
}

// write is the command that saves what waits.
func (a *App) write() tea.Cmd {
	var cmds []tea.Cmd
	for _, task := range a.opt.Tutor.Write() {
		cmds = append(cmds, run(task, a.wrote))
	}
	return tea.Batch(cmds...)
}

// read is the command that reads the record.
func (a *App) read() tea.Cmd {
	a.reading = true
	return run(a.opt.Tutor.Read(), a.known)
}

// known goes on once the record is read, or deals with one that is damaged. Without one that cannot be read there is nothing to go
// on with.
func (a *App) known(err error) tea.Cmd {
	var corrupt *file.CorruptError
	again := a.unread
	a.reading, a.unread = false, err != nil
	switch {
	case err != nil && a.opt.Alone != nil: // its settings are not known then
		return nil
	case errors.As(err, &corrupt):
		a.closeAll()
		a.stack = []screen.Screen{a.make(screen.ToRecovery{Err: err})}
		a.layout()
		return a.open()
	case err != nil && a.opt.Tutor.Record.Known(): // read again, after another window saved: what is known stands
		if !again {
			a.fail(prose.Sentence(err))
		}
		return tea.Batch(a.changed(), a.retryLater())
	case err != nil:
		a.failed = err
		return tea.Quit
	}
	var cmds []tea.Cmd
	if kind := theme.Kind(a.opt.Tutor.Profile.Setting(tutor.SettingTheme)); a.opt.Theme == "" && kind.Known() {
		if a.kind != kind && kind == theme.Contrast {
			cmds = append(cmds, a.after(askAfter, askMsg{}))
		}
		a.kind = kind
		a.look()
		a.layout()
	}
	cmds = append(cmds, a.changed()) // what is up may have to say that it is over
	a.notices()
	return tea.Batch(cmds...)
}

// readAnew is the command that reads the record again, where it has what is not known here.
func (a *App) readAnew() tea.Cmd {
	if a.reading || a.unread || !a.opt.Tutor.Record.Stale() {
		return nil
	}
	return a.read()
}

// findRescued is the command that looks for what an earlier run could not save, and says where it is: in place of what was said of that before.
func (a *App) findRescued() tea.Cmd {
	return run(a.opt.Tutor.FindRescued(), func(said string) tea.Cmd {
		if said == a.rescued {
			return nil
		}
		a.unsay(a.rescued)
		if a.rescued = said; said != "" {
			a.say(said)
		}
		return nil
	})
}
