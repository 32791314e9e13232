// The doctor's questions to the terminal.

package command

import (
	"context"
	"io"
	"os"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"

	"probity/tui/doctor"
)

// answerLimit is how long the doctor waits for a terminal's answers: over a slow link they take a second.
const answerLimit = 2 * time.Second

// leastAsked is how many columns a terminal has that is asked how wide it draws.
const leastAsked = 10

// colours are those that the screens use, in words.
func (sys System) colours() string {
	switch profile := sys.profile(); {
	case sys.Getenv("NO_COLOR") != "":
		return "none, as NO_COLOR asks"
	case sys.colourless():
		return "none, as CLICOLOR asks"
	case profile == colorprofile.TrueColor:
		return "16 million"
	case profile == colorprofile.ANSI256:
		return "256"
	case profile == colorprofile.ANSI:
		return "none, as there are 16 by what TERM says, and those may be hard to read; TERM=xterm-256color before the command has more, where the terminal can"
	}
	return "none"
}

// askTerminal asks a terminal, and puts it back as it was. ok is false where it cannot be asked.
func askTerminal(keys, screen *os.File, now func() time.Time) (a doctor.Answers, ok bool) {
	before, err := term.MakeRaw(keys.Fd())
	if err != nil {
		return a, false
	}
	defer term.Restore(keys.Fd(), before)
	lipgloss.EnableLegacyWindowsANSI(screen)
	source, err := cancelreader.NewReader(keys)
	if err != nil {
		return a, false
	}
	read := &ending{source: source, done: make(chan struct{})}
	ctx, stop := context.WithTimeout(context.Background(), answerLimit)
	a = doctor.Ask(ctx, read, screen, now)
	stop()
	if source.Cancel() {
		<-read.done
		_ = source.Close()
	}
	return a, true
}

// ending is a reader of which it is known when it has ended.
type ending struct {
	source io.Reader
	done   chan struct{}
}

func (e *ending) Read(p []byte) (int, error) {
	n, err := e.source.Read(p)
	if err != nil {
		close(e.done)
	}
	return n, err
}
