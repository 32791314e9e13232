// What the places need that are led from outside: with files, folders and commands.

package linear

// Menu has lines chosen and done, one after another, until the learner goes back, or all is over.
func (c *Console) Menu(title string, choices func() []Choice) error {
	return c.browse(title, "", choices)
}

// Ask asks for a line, such as a path; ok is false where the learner goes back, or all is over.
func (c *Console) Ask(question, help string) (line string, ok bool) {
	p := prompt{says: func() { c.say("%s", question) }, help: help, asks: question}
	p.says()
	line, r := c.ask(p)
	return line, r == given
}

// End ends everything at once, after what was kept was erased: nothing more is read, and nothing more is saved.
func (c *Console) End() { c.stop, c.erased = true, true }
