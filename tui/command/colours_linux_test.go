// Which colours the program uses, by what the terminal says of itself and what somebody wants.
package command_test

import (
	"regexp"
	"strings"
	"testing"
)

// TestColoursAreThoseOfTheTerminal: 16 are as good as none, since nobody knows whether they can be read. What somebody wants comes first.
func TestColoursAreThoseOfTheTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("what is shown is the same under the race detector")
	}
	for _, c := range []struct{ env, colours string }{
		{"TERM=xterm", "none"},
		{"TERM=xterm-16color", "none"},
		{"TERM=linux", "none"},
		{"TERM=vt100", "none"},
		{"TERM=screen", "256"},
		{"TERM=xterm-256color", "256"},
		{"TERM=xterm COLORTERM=truecolor", "true"},
		{"TERM=xterm-256color COLORTERM=truecolor", "true"},
		{"TERM=xterm-256color COLORTERM=24bit", "true"},
		{"TERM=screen-256color COLORTERM=truecolor", "256"}, // which GNU screen does not pass on
		{"TERM=xterm-direct", "true"},
		{"TERM=xterm-256color NO_COLOR=1", "none"},
		{"TERM=xterm-256color NO_COLOR=yes COLORTERM=truecolor", "none"},
		{"TERM=xterm-256color NO_COLOR=0", "none"}, // whatever it says
		{"TERM=xterm-256color NO_COLOR=", "256"},   // nothing
		{"TERM=xterm-256color CLICOLOR=0", "none"},
		{"TERM=xterm-256color CLICOLOR=1", "256"},
		{"TERM=xterm-256color CLICOLOR=0 CLICOLOR_FORCE=1", "256"},
		{"TERM=xterm-256color NO_COLOR=1 CLICOLOR_FORCE=1", "none"},
		{"TERM=linux CLICOLOR_FORCE=1", "none"},
	} {
		t.Run(c.env, func(t *testing.T) {
			t.Parallel()
			term := sitDownWith(t, strings.Fields(c.env), aDoctor(t)...)
			term.sees("p      Practise", "Doctor · UK")
			term.types(interrupt)
			term.ends(soon(), 0)
			if got := coloursOf(term); got != c.colours {
				t.Errorf("%s, want %s", got, c.colours)
			}
		})
	}
}

var (
	trueColour = regexp.MustCompile(`\x1b\[(?:\d+;)*[34]8[;:]2[;:]`)
	of256      = regexp.MustCompile(`\x1b\[(?:\d+;)*[34]8[;:]5[;:]`)
	of16       = regexp.MustCompile(`\x1b\[(?:\d+;)*(?:[349]|10)[0-7](?:;\d+)*m`)
)

// coloursOf is which colours the terminal was sent.
func coloursOf(term *terminal) string {
	term.mu.Lock()
	defer term.mu.Unlock()
	switch raw := term.raw.String(); {
	case trueColour.MatchString(raw):
		return "true"
	case of256.MatchString(raw):
		return "256"
	case of16.MatchString(raw):
		return "16"
	}
	return "none"
}
