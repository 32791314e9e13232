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
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Console is where linear mode reads and writes. It wraps nothing: the terminal or the screen reader does that.
type Console struct {
	in  *lines
	out io.Writer
	err error // the first write that failed
}

// New is a console on a reader and a writer.
func New(in io.Reader, out io.Writer) *Console {
	return &Console{in: &lines{in: bufio.NewReader(in)}, out: out}
}

// say writes a line. What comes from outside is cleaned here, once for all.
func (c *Console) say(format string, args ...any) {
	text := prose.Text(fmt.Sprintf(format, args...))
	if _, err := io.WriteString(c.out, text+"\n"); err != nil && c.err == nil {
		c.err = fmt.Errorf("writing: %w", err)
	}
}

// read is the next line; ok is false at the end of the input, or when nobody can read what is written.
func (c *Console) read() (line string, ok bool) {
	if c.err != nil {
		return "", false
	}
	line, ok = c.in.next()
	return prose.Line(line), ok
}

// fault is what went wrong with reading or writing; nil when nothing did.
func (c *Console) fault() error {
	if err := c.in.err; err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("your answers could not be read (%w): type them, or give a text file or a pipe", err)
	}
	return c.err
}

// errEnded is the end of the input before everything was asked.
var errEnded = errors.New("the input ended")

// choose asks for one of several numbered lines until it gets one.
func (c *Console) choose(question string, names []string) (int, error) {
	c.say("%s", question)
	for i, n := range names {
		c.say("%d. %s", i+1, n)
	}
	for {
		line, ok := c.read()
		if !ok {
			return 0, errEnded
		}
		for i := range names {
			if line == fmt.Sprint(i+1) {
				return i, nil
			}
		}
		c.say("Please answer with a number from 1 to %d.", len(names))
	}
}

// Welcome says, on a first run, what this is, on a host or not, and asks who is learning and where. The error is that the input ended first.
func (c *Console) Welcome(l tutor.Learner, hosted bool) (tutor.Learner, error) {
	if !l.Complete() {
		for _, line := range prose.Welcome(hosted) {
			c.say("%s", line)
		}
		c.say("")
	}
	if !l.Role.Known() {
		var names []string
		for _, r := range guidance.Roles() {
			names = append(names, r.Name())
		}
		i, err := c.choose("What is your role?", names)
		if err != nil {
			return l, err
		}
		l.Role = guidance.Roles()[i]
	}
	if !l.Jurisdiction.Known() {
		var names []string
		for _, j := range guidance.Jurisdictions() {
			names = append(names, j.Name())
		}
		i, err := c.choose("Where do you practise?", names)
		if err != nil {
			return l, err
		}
		l.Jurisdiction = guidance.Jurisdictions()[i]
	}
	return l, nil
}

// Ended reports whether an error is only that the input ended: nothing to complain of.
func Ended(err error) bool { return errors.Is(err, errEnded) }

// Say writes a line for the learner.
func (c *Console) Say(text string) { c.say("%s", text) }

// Wait waits for a line, or for the end of the input.
func (c *Console) Wait() { c.read() }

// Confirm asks a question to be answered y or n; the end of the input is no.
func (c *Console) Confirm(question string) bool {
	c.say("%s (y or n)", question)
	for {
		line, ok := c.read()
		switch {
		case !ok || strings.EqualFold(line, "n") || strings.EqualFold(line, "no"):
			return false
		case strings.EqualFold(line, "y") || strings.EqualFold(line, "yes"):
			return true
		}
		c.say("Please answer y or n.")
	}
}
