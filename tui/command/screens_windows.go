package command

import (
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Windows has no job control, and its console is read by Bubble Tea itself, key by key: ctrl+c is seen when the event loop does.

type awakeMsg struct{}

func (s *stage) console() (io.Reader, *keyboard, error) { return s.sys.In, nil, nil }

// control tells the event loop of another size of the window, until the function is called that it returns: the console tells of its buffer's
// alone, which can stay as it is.
func (s *stage) control() (stop func()) {
	f := terminalFile(s.sys.Out)
	if f == nil {
		return func() {}
	}
	look, done, ended := time.NewTicker(measureEvery), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		sizes(look.C, done, func() (int, int) { return sizeOf(f) }, func(size tea.WindowSizeMsg) { s.program.Send(size) })
	}()
	return func() {
		look.Stop()
		close(done)
		<-ended
	}
}

// measureEvery is how often the size of the window is looked at.
const measureEvery = 250 * time.Millisecond

// sizes tells of a window's size whenever it is another than it was, until done.
func sizes(look <-chan time.Time, done <-chan struct{}, measure func() (width, height int), tell func(tea.WindowSizeMsg)) {
	was := tea.WindowSizeMsg{}
	was.Width, was.Height = measure()
	for {
		select {
		case <-done:
			return
		case <-look:
		}
		now := tea.WindowSizeMsg{}
		if now.Width, now.Height = measure(); now != was && now.Width > 0 && now.Height > 0 {
			was = now
			tell(now)
		}
	}
}

func (s *stage) suspended(msg tea.Msg) tea.Msg { return msg }

func unstoppable() {}

func (s *stage) awoken() tea.Msg { return nil }
