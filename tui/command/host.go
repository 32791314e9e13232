// A host: the command line and the screens run here for a learner who sits somewhere else. The record is not in a folder, the terminal is not
// this process's, and the files are not the host's.

package command

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/muesli/cancelreader"

	"probity/progress/hosted"
	"probity/tui/app"
	"probity/tui/phones"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Host is what one session has in place of a computer of the learner's own. In, Out and Err of System are the session's.
type Host struct {
	Record   *hosted.Record  // the learner's
	Files    tutor.OwnFiles  // the learner's own
	Terminal *Terminal       // nil without one: what is said and asked is in plain lines then
	Session  context.Context // done when the session is over, or is to be
	Patience time.Duration   // for how long what the store does not take is tried again once the session is over
	Phones   phones.Network  // on which phones come to a room that the learner leads; nil for none
	Notices  <-chan string   // sentences of the host's: that it is to end soon, that the session is; nil for none
}

// Terminal is the one that the learner sits at.
type Terminal struct {
	Type    string   // its TERM
	Environ []string // what else it says of itself, as KEY=value
	Size    Size
	Sizes   <-chan Size   // each new one; nil if there are none
	Lines   io.ReadWriter // lines with an echo and an editor, for what is asked in lines; nil where In and Out have that
}

// again makes Options.Again: a store that does not answer is tried again for as long as the host has patience. Whoever is still there is told.
func (c *cli) again() func() bool {
	h, until := c.sys.Host, time.Time{}
	return func() bool {
		switch {
		case h.Patience == 0:
			return false
		case until.IsZero():
			until = time.Now().Add(h.Patience)
			c.tellPatience()
		}
		time.Sleep(min(againAfter, max(0, time.Until(until))))
		return time.Now().Before(until)
	}
}

// againAfter is the pause before a store that did not answer is tried again: each try has waited for it.
const againAfter = 100 * time.Millisecond

// tellPatience says that something is still being saved. A client that reads nothing does not keep it from being saved.
func (c *cli) tellPatience() {
	if h := c.sys.Host; h.Session.Err() == nil {
		_ = within(partLimit, func() error {
			c.notify([]string{fmt.Sprintf("What you did last is not saved yet: the server that keeps it does not answer. It is tried for some %s more, whether you wait here or not.",
				prose.Several(int(h.Patience.Seconds()), "second"))})
			return nil
		})
	}
}

// keep writes what a command leaves in the record, before it ends.
func (c *cli) keep(t *tutor.Tutor) error {
	if c.sys.Host != nil {
		return t.Leave()
	}
	return t.Flush()
}

// Size is how large a terminal is, in cells.
type Size = struct{ Width, Height int }

// environment is what is known of the terminal and of its owner's wishes.
func (t *Terminal) environment() []string {
	return append(t.Environ[:len(t.Environ):len(t.Environ)], "TERM="+t.Type)
}

// getenv takes the place of the host's own variables, which say nothing of the learner.
func (h *Host) getenv(name string) (value string) {
	if h.Terminal == nil {
		return ""
	}
	for _, one := range h.Terminal.environment() {
		if v, ok := strings.CutPrefix(one, name+"="); ok {
			value = v
		}
	}
	return value
}

// door is the way to files that somebody names.
func (c *cli) door() tutor.Door {
	if h := c.sys.Host; h != nil {
		return tutor.Door{Own: h.Files, In: c.sys.In}
	}
	return tutor.Door{}
}

// hands reports whether a document whose place nobody named is handed out through the session: there is somebody at the other end who puts it
// where they like.
func (c *cli) hands() bool { return c.sys.Host != nil && c.sys.Host.Terminal == nil }

// hear calls say with each notice of the host, until the function is called that it returns.
func (h *Host) hear(say func(notice string)) (stop func()) {
	if h == nil || h.Notices == nil {
		return func() {}
	}
	over, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case notice, more := <-h.Notices:
				if !more {
					return
				}
				say(notice)
			case <-over:
				return
			}
		}
	}()
	return func() {
		close(over)
		<-ended
	}
}

// tellNotices says on standard error what the host has to say.
func (c *cli) tellNotices() (stop func()) {
	return c.sys.Host.hear(func(notice string) { c.notify([]string{notice}) })
}

// hostFrames is how often a second a session is painted at most: there are many of them.
const hostFrames = 60

// options are what Bubble Tea is told of the terminal: what it can't find out by itself, where there is one of the learner's alone.
func (h *Host) options() []tea.ProgramOption {
	if h == nil {
		return []tea.ProgramOption{tea.WithFPS(framesPerSecond)}
	}
	env, size := h.Terminal.environment(), h.Terminal.Size
	return []tea.ProgramOption{
		tea.WithFPS(hostFrames), tea.WithEnvironment(env), tea.WithWindowSize(size.Width, size.Height),
	}
}

// typed is what is typed, in the session or on this computer, and the keyboard that is read ahead for it; nil where it is not.
func (s *stage) typed() (io.Reader, *keyboard, error) {
	if s.sys.Host == nil {
		return s.console()
	}
	source, err := cancelreader.NewReader(session{s.sys.In})
	if err != nil {
		return nil, nil, err
	}
	k := s.keyboard(source)
	return k, k, nil
}

// session is what a session sends, and no file, whatever it is made of.
type session struct{ io.Reader }

// told takes to the event loop what it is told from outside: signals of this computer's terminal, or the sizes of a session's and what its host has
// to say. The function that it returns ends that.
func (s *stage) told() (stop func()) {
	h := s.sys.Host
	if h == nil {
		return s.control()
	}
	deaf := h.hear(func(notice string) { s.program.Send(app.SayMsg{Text: prose.Line(notice)}) })
	over, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case size, more := <-h.Terminal.Sizes:
				if !more {
					return
				}
				s.program.Send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
			case <-over:
				return
			}
		}
	}()
	return func() {
		deaf()
		close(over)
		<-ended
	}
}
