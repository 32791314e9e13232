// The terminal: whether there is one, and what it can do.

package command

import (
	"fmt"
	"os"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
)

// plain reports whether linear mode is meant: asked for, or the only thing that can work.
func (c *cli) plain() bool { return c.plainly() != "" }

// plainly is why linear mode is meant; "" where it is not.
func (c *cli) plainly() string {
	switch {
	case c.linear:
		return "--linear asks for them"
	case c.sys.Getenv("TERM") == "dumb":
		return "TERM is dumb, a terminal that has lines alone"
	case !c.sys.asks():
		return "nobody sits at a terminal to type, as in a pipe"
	case !c.sys.shows():
		return "what is put out goes to a file or a pipe; to a terminal the tutor would be in screens"
	}
	return ""
}

// asks reports whether somebody sits at a terminal to be asked.
func (sys System) asks() bool {
	if sys.Host != nil {
		return sys.Host.Terminal != nil
	}
	return isTerminal(sys.In)
}

// shows reports whether what is put out is shown on a terminal.
func (sys System) shows() bool {
	if sys.Host != nil {
		return sys.Host.Terminal != nil
	}
	return isTerminal(sys.Out)
}

func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// width is how many cells a line of the terminal has, as far as that can be told.
func (sys System) width() int {
	width := 0
	if sys.Host != nil {
		width = sys.Host.Terminal.Size.Width
	} else if f, ok := sys.Out.(*os.File); ok {
		width, _, _ = term.GetSize(f.Fd()) // 0 where it can't be told
	}
	if width < 20 {
		return 80
	}
	return width
}

// colour writes a line in the colours that the terminal has.
func (sys System) colour(line string) (err error) {
	if sys.Host != nil {
		_, err = fmt.Fprintln(&colorprofile.Writer{Forward: sys.Out, Profile: colorprofile.Env(sys.Host.Terminal.environment())}, line)
		return err
	}
	_, err = lipgloss.Fprintln(sys.Out, line)
	return err
}
