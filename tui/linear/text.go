package linear

import (
	"strings"

	"probity/progress/privacy"
	"probity/tui/prose"
)

// endsIt says how a text of several lines ends: an empty line is one between paragraphs, also where the text is pasted.
const endsIt = "A line with only a full stop, or only the word end, ends it; an empty line is one between paragraphs."

// goOnWriting stands where a text is being written, after something else was said.
const goOnWriting = "Go on writing; a line with only a full stop ends it."

// reflection takes a text as a reflection, below what is there already; "" where nothing was written.
func (c *Console) reflection(asks, there string) (written string, r reply) {
	c.say("%s", prose.Line(asks))
	c.say("Write your reflection, without anything that could identify a patient. %s", endsIt)
	return c.written(asks, there)
}

// written takes lines up to the one that ends a text, below what is there already; "" where none is given. Where they could lead to a patient, or
// a terminal may have cut one, that is said, and they can be written anew.
func (c *Console) written(asks, there string) (text string, r reply) {
	if there != "" {
		c.say("You wrote so far, and what you write now goes below it:\n%s", there)
		there += "\n"
	}
	for {
		text, cut, r := c.untilItEnds(asks)
		if text == "" || r == stopped || !c.again(text, cut) {
			if text != "" {
				text = there + text
			}
			return text, r
		}
		c.say("Write it again. %s", endsIt)
	}
}

// untilItEnds takes lines up to the one that ends a text, the word back, or the end. cut is the end of each line that a terminal may have cut.
func (c *Console) untilItEnds(asks string) (text string, cut []string, r reply) {
	asked := prompt{
		says: func() { c.say("%s", prose.Line(asks)); c.say(goOnWriting) },
		help: "Write what you think, in as many lines as you like. " + endsIt + " back ends it too: what is written is kept.",
		asks: goOnWriting,
	}
	var lines []string
	for {
		line, r := c.ask(asked)
		if r != given || ends(line) {
			return strings.TrimSpace(strings.Join(lines, "\n")), cut, r
		}
		if c.in.full {
			cut = append(cut, ending(line))
		}
		if line == "" {
			c.say("%s", asked.asks)
		}
		lines = append(lines, line)
	}
}

// ends reports whether a line ends a text.
func ends(line string) bool {
	return line == "." || strings.EqualFold(strings.TrimSuffix(line, "."), "end")
}

// ending is how a line ends.
func ending(line string) string {
	const shown = 40
	runes := []rune(line)
	return string(runes[max(0, len(runes)-shown):])
}

// again says which words of a text could lead to a patient, and which lines a terminal may have cut, before it is kept, and reports whether the
// learner wants to write it anew.
func (c *Console) again(written string, cut []string) bool {
	advice := privacy.Advise(written)
	if advice == "" && len(cut) == 0 {
		return false
	}
	if advice != "" {
		c.say("%s", prose.Line(advice))
	}
	for _, end := range cut {
		c.say("A line is as long as a terminal takes, and its end may be missing. What came ends with: %s", end)
	}
	if len(cut) > 0 {
		c.say("Written anew in shorter lines it comes whole.")
	}
	const asks = "An empty line keeps it as it is; w lets you write it again."
	asked := prompt{says: func() { c.say(asks) }, asks: asks, help: "This is asked before what you wrote is kept. Give an empty line to keep it, or w to write it again. Whoever leaves here keeps it."}
	asked.says()
	for {
		line, r := c.ask(asked)
		switch {
		case r == goneBack || r == given && strings.EqualFold(line, "w"):
			return true
		case r != given || line == "":
			return false
		}
		c.refuse(line, asks)
	}
}
