// The console of Windows.

package command

import (
	"os"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/windows"
)

// consoleModes reads and sets how a console is set.
type consoleModes struct {
	get func() (uint32, error)
	set func(uint32) error
}

// obeying has a console do as escape sequences say, until the function is called that it returns: unless it was told so, it shows them as
// letters. ok is false where it can't, as in the legacy mode.
func obeying(f *os.File) (back func(), ok bool) {
	handle := windows.Handle(f.Fd())
	return consoleModes{
		get: func() (mode uint32, err error) { err = windows.GetConsoleMode(handle, &mode); return mode, err },
		set: func(mode uint32) error { return windows.SetConsoleMode(handle, mode) },
	}.obeying()
}

func (c consoleModes) obeying() (back func(), ok bool) {
	const sequences = windows.ENABLE_PROCESSED_OUTPUT | windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING
	mode, err := c.get()
	if err != nil {
		return func() {}, false
	}
	if mode&sequences == sequences {
		return func() {}, true
	}
	if c.set(mode|sequences) != nil {
		return func() {}, false
	}
	return func() { _ = c.set(mode) }, true
}

// sized is a window's size as it is. What the console tells is the size of its buffer, which can have thousands of lines.
func (s *stage) sized(told tea.WindowSizeMsg) tea.Msg {
	f := terminalFile(s.sys.Out)
	if f == nil {
		return told
	}
	if width, height := sizeOf(f); width > 0 && height > 0 {
		return tea.WindowSizeMsg{Width: width, Height: height}
	}
	return told
}
