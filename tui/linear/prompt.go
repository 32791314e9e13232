package linear

import (
	"errors"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/tui/prose"
)

// prompt is where a line is waited for. Seven words mean the same at every one; any other line is for the prompt. The zero prompt waits for
// anything.
type prompt struct {
	says    func() // puts it again; nil where there is nothing to put
	options func() // what can be chosen; nil where says has said it
	more    func() // what was left unsaid; nil for nothing
	help    string // how to answer, in sentences
	asks    string // what is waited for, in a few words, after one of the words had something said; "" where that ends with it
}

// reply is what comes of a prompt, or of a question.
type reply int

const (
	given    reply = iota // an answer
	passed                // the turn is not taken
	reheard               // the feedback of the answer before is to be heard again
	goneBack              // one step back
	stopped               // the end: the learner said stop, or the input ended
)

// words are those that mean the same at every prompt, with what they do.
func words() [][2]string {
	return [][2]string{
		{"repeat", "says this again"}, {"options", "what can be chosen here"}, {"more", "what was left unsaid"}, {"back", "one step back"},
		{"help", "how to answer"},
		{"home", "goes home, and nothing is lost"}, {"stop", "leaves Probity"},
	}
}

// ask waits for a line that is for the prompt. A line in quotation marks is what stands between them, whatever it says.
func (c *Console) ask(p prompt) (line string, r reply) {
	for {
		line, ok := c.read()
		if !ok {
			return "", stopped
		}
		if strings.ContainsRune(line, utf8.RuneError) {
			c.say("A letter of that line can't be read, and the line was left out: set the terminal, or the file, to UTF-8, and type it again.")
			continue
		}
		switch strings.ToLower(line) {
		case "repeat":
			c.orElse(p.says, "There is nothing to repeat.")
			continue // it ends with what is asked
		case "options":
			if p.options == nil {
				c.orElse(p.says, "There is nothing to choose from.")
				continue // it ends with what is asked
			}
			p.options()
		case "more":
			c.orElse(p.more, "That is all there is here.")
		case "help", "?":
			c.help(p)
		case "back":
			return "", goneBack
		case "home":
			if c.homed {
				c.homeward = true
				return "", stopped
			}
			c.say("There is no home here: plain lines have one when Probity is started without a command. stop leaves.")
		case "stop":
			c.stop = true
			return "", stopped
		default:
			return unquoted(line), given
		}
		if p.asks != "" {
			c.say("%s", p.asks)
		}
	}
}

// orElse says what there is to say, or else that there is nothing.
func (c *Console) orElse(says func(), nothing string) {
	if says == nil {
		c.say("%s", nothing)
		return
	}
	says()
}

// help says how to answer a prompt, and the words that go at every one.
func (c *Console) help(p prompt) {
	if p.help != "" {
		c.say("%s", p.help)
	}
	c.say("At every prompt:")
	for _, w := range words() {
		c.say("%s: %s.", w[0], w[1])
	}
	c.say("To answer with one of these words itself, put it in quotation marks.")
}

// unquoted is a line without the quotation marks around all of it.
func unquoted(line string) string {
	inside, ok := strings.CutPrefix(line, `"`)
	inside, closed := strings.CutSuffix(inside, `"`)
	for _, w := range words() {
		if ok && closed && strings.EqualFold(inside, w[0]) {
			return inside
		}
	}
	return line
}

// refuse says why a line is of no use, what would be, and which word was perhaps meant.
func (c *Console) refuse(line, why string, known ...string) {
	for _, w := range words() {
		known = append(known, w[0])
	}
	switch strings.ToLower(line) {
	case "quit", "exit", "q", "bye":
		why += " stop leaves."
		c.say("%s", why)
		return
	}
	if meant := text.Nearest(line, known); meant != "" {
		why += " Did you mean " + meant + "?"
	}
	c.say("%s", why)
}

// errEnded is the end of the input, or the word stop, before everything was asked.
var errEnded = errors.New("the input ended")

// Ended reports whether an error is only that the learner, or the input, came to an end: nothing to complain of.
func Ended(err error) bool { return errors.Is(err, errEnded) }

// Over reports whether nothing more is read here: the learner said stop, or home, or the input ended.
func (c *Console) Over() bool { return c.stop || c.homeward || c.in.err != nil || c.err != nil }

// Confirm asks a question to be answered y or n; stop, back and the end of the input are no.
func (c *Console) Confirm(question string) bool { return c.ConfirmKnowing(question, nil) }

// ConfirmKnowing is Confirm of something of which more says the particulars.
func (c *Console) ConfirmKnowing(question string, more func()) bool {
	question += " (y or n)"
	p := prompt{says: func() { c.say("%s", question) }, more: more, help: "Type y for yes or n for no.", asks: question}
	p.says()
	for {
		line, r := c.ask(p)
		switch said := strings.ToLower(strings.TrimSuffix(line, ".")); {
		case r != given || said == "n" || said == "no":
			return false
		case said == "y" || said == "yes":
			return true
		}
		c.refuse(line, "Please answer y or n.")
	}
}

// Wait waits for a line, or for the end of the input.
func (c *Console) Wait() { c.read() }

// field asks for a text, such as a name. An empty line leaves it as it is.
func (c *Console) field(question, now, help string) (string, reply) {
	p := prompt{help: help + " An empty line leaves it as it is.", asks: question, says: func() {
		c.say("%s", question)
		if now != "" {
			c.say("Now: %s", prose.Line(now))
		}
	}}
	p.says()
	line, r := c.ask(p)
	if r == given && line == "" {
		line = now
	}
	return line, r
}
