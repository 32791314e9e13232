// Package linear is the plain front end: numbered lines, append only, no escape bytes, for screen readers, pipes and
// scripts. It drives the same tutor.Practice as the screens do.
package linear

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Console is where linear mode reads and writes.
type Console struct {
	in   *lines
	out  io.Writer
	wrap func(string) string // breaks lines at words; nil where that is left to whoever reads them
	err  error               // the first write that failed
	stop bool                // the learner said stop: nothing more is read

	homed    bool // there is a home to go to
	homeward bool // the learner said home: nothing more is read before one is there

	erased bool // what was kept is erased: nothing more is saved
}

// New is a console on a reader and a writer.
func New(in io.Reader, out io.Writer) *Console {
	return &Console{in: &lines{in: bufio.NewReader(in)}, out: out}
}

// Wrap has lines broken at words, as wide as the terminal is. Without it that is left to whoever reads them.
func (c *Console) Wrap(wrap func(text string) string) *Console {
	c.wrap = wrap
	return c
}

// say writes a line. What comes from outside is cleaned here, once for all.
func (c *Console) say(format string, args ...any) {
	text := prose.Text(fmt.Sprintf(format, args...))
	if c.wrap != nil {
		text = c.wrap(text)
	}
	if _, err := io.WriteString(c.out, text+"\n"); err != nil && c.err == nil {
		c.err = fmt.Errorf("writing: %w", err)
	}
}

// read is the next line; ok is false at the end of the input, or when nobody can read what is written.
func (c *Console) read() (line string, ok bool) {
	if c.err != nil || c.stop || c.homeward {
		return "", false
	}
	for {
		typed, ok := c.in.next()
		line := prose.Line(keys().ReplaceAllString(typed, ""))
		if !ok || line != "" || strings.TrimSpace(typed) == "" {
			return line, ok
		}
		c.say("That line had keys in it that type nothing, and was left out.") // it is no empty line, which would go on
	}
}

// keys are those that move a cursor, as a terminal that does not act on them puts them into the line.
var keys = text.Expression(`\x1b(?:\[[0-?]*[ -/]*[@-~]|O[A-Za-z])`)

// fault is what went wrong with reading or writing; nil when nothing did.
func (c *Console) fault() error {
	if err := c.in.err; err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("your answers could not be read (%w): type them, or give a text file or a pipe", err)
	}
	return c.err
}

// isFirst answers back at the first of several questions.
const isFirst = "There is nothing to go back to before this is answered."

// Welcome says, on a first run, what this is, on a host or not, and asks who is learning and where. The error is that the input ended first.
func (c *Console) Welcome(l tutor.Learner, hosted bool) (tutor.Learner, error) {
	if !l.Complete() {
		for _, line := range prose.Welcome(hosted) {
			c.say("%s", line)
		}
		c.say("")
	}
	var roles, countries []string
	for _, r := range guidance.Roles() {
		roles = append(roles, r.Name())
	}
	for _, j := range guidance.Jurisdictions() {
		countries = append(countries, j.Name())
	}
	asksRole := !l.Role.Known()
	for !l.Complete() {
		if !l.Role.Known() {
			at, r := c.choose("What is your role?", roles...)
			switch r {
			case given:
				l.Role = guidance.Roles()[at]
			case goneBack:
				c.say(isFirst)
			default:
				return l, errEnded
			}
			continue
		}
		at, r := c.choose("Where do you practise?", countries...)
		switch {
		case r == given:
			l.Jurisdiction = guidance.Jurisdictions()[at]
		case r == goneBack && asksRole:
			l.Role = ""
		case r == goneBack:
			c.say(isFirst)
		default:
			return l, errEnded
		}
	}
	return l, nil
}

// Say writes a line for the learner.
func (c *Console) Say(text string) { c.say("%s", text) }
