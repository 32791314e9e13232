// The terminal: whether there is one, and what it can do.

package command

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"probity/guidance/text"
	"probity/tui/cells"
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
	case c.sys.asks() && c.sys.shows() && !c.sys.obeys():
		return "this console has lines alone: its legacy mode is on, in its properties. Windows Terminal has screens"
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

// obeys reports whether the terminal does as escape sequences say.
func (sys System) obeys() bool {
	f := terminalFile(sys.Out)
	if f == nil {
		return true
	}
	back, ok := obeying(f)
	back()
	return ok
}

func isTerminal(v any) bool { return terminalFile(v) != nil }

// terminalFile is what is read or written, if that is a terminal; else nil.
func terminalFile(v any) *os.File {
	if f, ok := v.(*os.File); ok && term.IsTerminal(f.Fd()) {
		return f
	}
	return nil
}

// sizeOf is how large a terminal is, in cells; 0 where that can't be told.
func sizeOf(terminal *os.File) (width, height int) {
	width, height, _ = term.GetSize(terminal.Fd())
	return width, height
}

// width is how many cells a line of the terminal has, as far as that can be told.
func (sys System) width() int {
	width := 0
	if sys.Host != nil {
		width = sys.Host.Terminal.Size.Width
	} else if f := terminalFile(sys.Out); f != nil {
		width, _ = sizeOf(f)
	}
	if width < leastWide {
		return 80
	}
	return width
}

// leastWide is the fewest columns that are believed: a terminal that was not told its size says 0.
const leastWide = 20

// atMost is so many columns, or as many as the terminal has that what is put out goes to.
func (sys System) atMost(columns int) int {
	if sys.shows() {
		return min(columns, sys.width())
	}
	return columns
}

// profile is which colours there are: those of the terminal, by its variables and its description, unless none are wanted.
func (sys System) profile() colorprofile.Profile {
	env := os.Environ()
	if sys.Host != nil {
		env = sys.Host.Terminal.environment()
	}
	profile := colorprofile.Env(env)
	if sys.Host == nil {
		profile = colorprofile.Detect(sys.Out, env)
	}
	if !sys.obeys() {
		profile = colorprofile.NoTTY
	}
	if sys.colourless() {
		profile = min(profile, colorprofile.ASCII)
	}
	return profile
}

// signs are those that the terminal can draw, by what it is and by the locale.
func (sys System) signs() cells.Signs {
	switch {
	case sys.charset() != "":
		return cells.ASCIISigns
	case sys.Getenv("TERM") == "linux":
		return cells.ConsoleSigns
	}
	return cells.EverySign
}

// charset is how the locale says that the terminal's characters are written, where that is not UTF-8; "" where it is, and where nothing is said of it:
// C is the locale of many a session over ssh at a terminal that reads UTF-8, and Windows has no locale in its variables. GNU screen and
// tmux read and draw UTF-8 in a locale of that alone, so that there C says something.
func (sys System) charset() string {
	locale, _, _ := strings.Cut(cmp.Or(sys.Getenv("LC_ALL"), sys.Getenv("LC_CTYPE"), sys.Getenv("LANG"), "C"), "@")
	language, charset, _ := strings.Cut(locale, ".")
	switch {
	case runtime.GOOS == "windows" || strings.EqualFold(strings.ReplaceAll(charset, "-", ""), "utf8"):
		return ""
	case charset == "" && sys.Getenv("STY")+sys.Getenv("TMUX") != "":
		return text.Line(language)
	}
	return text.Line(charset)
}

// mouse reports whether a mouse may be asked for. GNU screen then holds the escape key back until another key comes, which seems to be pressed with
// alt. Over ssh the TERM that it has in common with older tmux is all that tells of it.
func (sys System) mouse() bool {
	return sys.Getenv("STY") == "" && (sys.Getenv("TMUX") != "" || !strings.HasPrefix(sys.Getenv("TERM"), "screen"))
}

// colourless reports whether somebody wants no colours: by NO_COLOR, whatever it says (no-color.org), or by CLICOLOR=0, unless
// CLICOLOR_FORCE has the last word (bixense.com/clicolors).
func (sys System) colourless() bool {
	force := sys.Getenv("CLICOLOR_FORCE")
	return sys.Getenv("NO_COLOR") != "" || sys.Getenv("CLICOLOR") == "0" && (force == "" || force == "0")
}

// clear takes away what a terminal shows. What has scrolled off it stays.
func (sys System) clear() {
	if f := terminalFile(sys.Out); f != nil {
		back, _ := obeying(f)
		defer back()
	}
	_, _ = io.WriteString(sys.Out, "\x1b[H\x1b[2J") // what follows says if nothing can be written
}

// colour writes a line in the colours that the terminal has.
func (sys System) colour(line string) error {
	if f := terminalFile(sys.Out); f != nil {
		back, _ := obeying(f)
		defer back()
	}
	_, err := fmt.Fprintln(&colorprofile.Writer{Forward: sys.Out, Profile: sys.profile()}, line)
	return err
}
