// Lines: where they are read and written, and how they are broken on a terminal.

package command

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/linear"
)

// lines are where lines are read and written.
func (sys System) lines() (io.Reader, io.Writer) {
	if h := sys.Host; h != nil && h.Terminal != nil && h.Terminal.Lines != nil {
		return h.Terminal.Lines, h.Terminal.Lines
	}
	return sys.In, sys.Out
}

// console is where questions are asked and answered in lines: where the learner is led, if they are.
func (c *cli) console() *linear.Console {
	if c.led != nil {
		return c.led
	}
	return c.wrapped(linear.New(c.sys.lines()))
}

// wrapped is a console that wraps lines at words where they are shown on a terminal, in the signs that it has.
func (c *cli) wrapped(console *linear.Console) *linear.Console {
	if !c.sys.shows() {
		return console
	}
	return console.Wrap(func(text string) string { return c.sys.signs().Drawn(worded(text, c.sys.width())) })
}

// worded breaks the lines of a text between words alone: the name of a file stays whole. What a line begins with in blanks, its further lines begin with too.
func worded(text string, width int) string { return hung(text, width, 0) }

// hung is worded, with further lines that stand in by so much more than the first.
func hung(text string, width, more int) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if ansi.StringWidth(line) <= width {
			lines = append(lines, line)
			continue
		}
		bare := strings.TrimLeft(line, " ")
		first := min(len(line)-len(bare), width/2)
		further := first + more
		margin := first
		for _, part := range cells.Words(bare, max(1, width-further)) {
			lines = append(lines, strings.Repeat(" ", margin)+part)
			margin = further
		}
	}
	return strings.Join(lines, "\n")
}

// complain writes lines on standard error, broken at words where it is a terminal.
func (sys System) complain(text string) {
	if f := terminalFile(sys.Err); f != nil {
		if width, _ := sizeOf(f); width >= leastWide {
			text = hung(text, width, 2)
		}
	}
	fmt.Fprintln(sys.Err, text)
}

// consoleUntil is console until somebody asks the program to end.
func (c *cli) consoleUntil(ctx context.Context) *linear.Console {
	in, out := c.sys.lines()
	return c.wrapped(linear.New(linear.Interruptible(in, ctx.Done()), out))
}

// agreed asks before something that can't be undone; --yes has answered already.
func (c *cli) agreed(console *linear.Console, yes bool, question string) bool {
	return yes || console.Confirm(question)
}
