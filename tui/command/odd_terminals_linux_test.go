// Terminals that are odd: without answers, without colour, without anything, of any size; and a damaged record at one.
package command_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestFault26TerminalThatAnswersNothing(t *testing.T) {
	term := sitDown(t, "--role", "doctor", "--jurisdiction", "uk")
	term.sees("p      Practise", "Doctor · UK") // and none of its questions is ever answered
	term.until("the question for the background", func() bool { return term.wrote("\x1b]11;?") })
	term.types("g")
	term.seesNot("p      Practise")
	term.types(escape)
	term.sees("p      Practise")

	// An answer that comes late is taken as an answer, not as keys.
	term.types("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
	term.types("o")
	term.seesNot("p      Practise")
	term.types(interrupt)
	term.ends(soon(), 0)
	term.restored()
}

func TestFault25NoColour(t *testing.T) {
	term := sitDownWith(t, []string{"NO_COLOR=1", "COLORTERM=truecolor"}, aDoctor(t)...)
	term.sees("p      Practise", "Doctor · UK")
	atTheFeedback(term)
	term.types(interrupt)
	term.ends(soon(), 0)
	term.restored()
	colour := regexp.MustCompile(`\x1b\[(?:[0-9:]*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9:]*)*m`)
	term.mu.Lock()
	defer term.mu.Unlock()
	if found := colour.FindString(term.raw.String()); found != "" {
		t.Errorf("a colour: %q", found)
	}
}

// TestSignsAreThoseOfTheTerminal: a locale that names a charset is believed; C and a language alone say nothing of the terminal.
func TestSignsAreThoseOfTheTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("what is shown is the same under the race detector")
	}
	const every, console, ascii = "›·─", "·─", ""
	for _, c := range []struct{ env, signs string }{
		{"TERM=xterm LANG=en_GB.UTF-8", every},
		{"TERM=xterm LANG=C", every},
		{"TERM=xterm LANG=en_GB", every},
		{"TERM=xterm LANG= LC_ALL=POSIX", every},
		{"TERM=vt100 LANG=C.utf8", every},
		{"TERM=linux LANG=en_GB.UTF-8", console},
		{"TERM=linux LANG=C", console},
		{"TERM=xterm LANG=en_GB.ISO-8859-1", ascii},
		{"TERM=linux LANG=de_DE.ISO-8859-15@euro", ascii},
		{"TERM=xterm LANG=en_GB.UTF-8 LC_CTYPE=ru_RU.KOI8-R", ascii},
		{"TERM=screen LANG=C STY=1.x", ascii},
		{"TERM=screen LANG= STY=1.x", ascii},
		{"TERM=tmux-256color LANG= TMUX=x", ascii},
		{"TERM=tmux-256color LANG=C.UTF-8 TMUX=x", every},
		{"TERM=screen LANG=en_GB.UTF-8 STY=1.x", every},
		{"TERM=xterm LANG=en_GB.ISO-8859-1 LC_ALL=en_GB.UTF-8", every},
	} {
		t.Run(c.env, func(t *testing.T) {
			t.Parallel()
			term := sitDownWith(t, append([]string{"LC_ALL=", "LC_CTYPE="}, strings.Fields(c.env)...), aDoctor(t)...)
			term.sees("p      Practise", "Doctor")
			text := term.text()
			term.types(interrupt)
			term.ends(soon(), 0)
			for _, sign := range "›·─" {
				if drawn := strings.ContainsRune(text, sign); drawn != strings.ContainsRune(c.signs, sign) {
					t.Errorf("%q drawn: %t", sign, drawn)
				}
			}
		})
	}
}

// TestNoMouseWhereItCostsTheEscapeKey: GNU screen holds that back once a mouse is asked for.
func TestNoMouseWhereItCostsTheEscapeKey(t *testing.T) {
	for env, mouse := range map[string]bool{
		"TERM=xterm": true, "TERM=screen STY=1.x": false, "TERM=screen-256color": false, "TERM=tmux-256color TMUX=x": true,
		"TERM=screen TMUX=x": true, "TERM=tmux-256color TMUX=x STY=1.x": false,
	} {
		t.Run(env, func(t *testing.T) {
			t.Parallel() // it waits for most of the time
			term := sitDownWith(t, append([]string{"STY=", "TMUX="}, strings.Fields(env)...), aDoctor(t)...)
			term.sees("p      Practise", "Doctor")
			term.types(interrupt)
			term.ends(soon(), 0)
			if asked := term.wrote("\x1b[?1002h"); asked != mouse {
				t.Errorf("a mouse is asked for: %v", asked)
			}
		})
	}
}

// TestTheShellsLineIsClear where a terminal has no second screen: what it goes on in is the last line of what was drawn.
func TestTheShellsLineIsClear(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := atHome(t)
	term.types(interrupt)
	term.ends(soon(), 0)
	term.until("the line cleared, when all else is put back", func() bool { return term.wroteLast("\x1b[K") })
}

func TestFault24DumbTerminalGetsPlainLines(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := sitDownWith(t, []string{"TERM=dumb"}, drawing(t, "best")...)
	term.size(80, 300)
	term.sees("What is your role?", "4. Student")
	term.types("4" + enter)
	term.sees("Where do you practise?")
	term.types("1" + enter)
	term.sees("Situation 1 of 1: ", "Your answer:")
	term.types("a" + enter)
	term.sees("How sure are you?")
	term.types("3" + enter)
	term.sees("Saved.", "An empty line goes on.")
	term.types("\x04") // the end of the input
	term.sees("Summary: 1 situation answered.")
	term.ends(soon(), 0)
	term.keeps(1)
	term.mu.Lock()
	defer term.mu.Unlock()
	if strings.ContainsAny(term.raw.String(), "\x1b\u009b\x07") {
		t.Errorf("an escape byte: %q", term.raw.String())
	}
}

// TestACertificateIsFilledInByTypedLines where somebody sits and asks for plain lines: it is printed for a pipe and a file alone.
func TestACertificateIsFilledInByTypedLines(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := sitDown(t, "certificate", "--linear", "--role", "doctor", "--jurisdiction", "uk")
	term.sees("There is nothing to certify yet: practise, or sit an assessment")
	term.ends(soon(), 0)
}

func TestLinearFlagGetsPlainLinesAtATerminal(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := sitDown(t, "--linear", "--role", "doctor", "--jurisdiction", "uk")
	term.size(80, 300)
	term.sees("1. Today: try one now")
	term.types("1" + enter)
	term.sees("Your answer:")
	term.types("back" + enter)
	term.sees("Left: nothing was answered.", "Home. Which one?")
	term.types("stop" + enter)
	term.ends(soon(), 0)
	term.keeps(0)
}

func TestFault27Sizes(t *testing.T) {
	for _, m := range moments() {
		t.Run(m.name, func(t *testing.T) {
			term := atHome(t)
			m.get(term)
			for _, size := range [][2]int{{1, 1}, {20, 5}, {23, 8}, {24, 7}} {
				term.size(size[0], size[1])
				term.until("a word on the size", func() bool {
					return strings.HasPrefix("This window is too small.", firstLine(term.text())) && term.text() != ""
				})
			}
			for _, size := range [][2]int{{24, 8}, {40, 12}, {300, 100}, {2, 50}, {200, 2}, {80, 24}} {
				term.size(size[0], size[1])
			}
			term.sees(" Probity")
			term.until("the keys", func() bool { return strings.Contains(term.text(), "? keys") || strings.Contains(term.text(), "ctrl+s") })
			term.types(interrupt)
			term.ends(soon(), 0)
			term.restored()
			whole(t, term.data)
		})
	}
}

// A window manager gives a window its size while the program in it starts.
func TestFault27SizeAtTheStart(t *testing.T) {
	args := aDoctor(t)
	for range 5 {
		term := sitDown(t, args...)
		term.until("the first byte", func() bool {
			term.mu.Lock()
			defer term.mu.Unlock()
			return term.raw.Len() > 0
		})
		term.size(20, 5)
		term.sees("This window is too")
		term.types(interrupt)
		term.ends(soon(), 0)
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func TestFault27ResizeStorm(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := atHome(t)
	atTheFeedback(term)
	term.sees("enter next situation")
	before := term.text()
	for i := range 300 {
		term.size(1+i*7%120, 1+i*5%40)
	}
	term.size(80, 24)
	term.until("the same screen as before", func() bool { return term.text() == before }) // any other is of a size on the way, at which enter may do nothing
	term.types(enter)
	term.sees("Situation 2 of 2 · ")
	term.types(interrupt)
	term.ends(soon(), 0)
	term.restored()
	term.keeps(1)
}

func TestFault5DamagedRecordAtATerminal(t *testing.T) {
	term := atHome(t)
	atTheFeedback(term)
	term.types(interrupt)
	term.ends(soon(), 0)
	path := filepath.Join(term.data, "progress.toml")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}

	term = term.again()
	term.sees("Your record could not be read.", "Nothing in it has been changed", "b  Go back to the backup", "n  Set it aside and begin a new record")
	term.types("b")
	term.sees("p      Practise", "Doctor · UK", "Nothing was deleted", "progress.corrupt-")
	term.types("q")
	term.ends(soon(), 0)
	term.restored()
	term.keeps(0) // the backup is from before the first answer of the day
	if aside, err := filepath.Glob(filepath.Join(term.data, "progress.corrupt-*.toml")); err != nil || len(aside) != 1 {
		t.Errorf("set aside: %v, %v", aside, err)
	}
}
