// The learner's own copies of documents, as a place in plain lines.

package command

import (
	"errors"
	"fmt"
	"strings"

	"probity/guidance"
	"probity/guidance/owncopy"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// ownCopies is the place where copies are taken in and removed.
func (c *cli) ownCopies(console *linear.Console, t *tutor.Tutor) linear.Choice {
	return linear.Choice{Name: "Own copies", Note: "the documents' own wording under each extract, from your copies of them", Do: func() error {
		return console.Menu("Your own copies of documents", func() []linear.Choice {
			all := []linear.Choice{{Name: "Take one in", Note: c.takenIn(), Do: func() error { return c.takeIn(console, t) }}}
			for _, s := range t.Library.Pack().Guidance.Sources() {
				of := sourceOf(s, t.Copies.All())
				if of.Copy == nil && of.Problem == "" {
					continue
				}
				all = append(all, linear.Choice{Name: of.Title, Note: of.own() + ". Choose it to remove it", Do: func() error {
					if !console.Confirm("Remove your own copy of " + of.Title + "? The file that you imported stays where it is.") {
						console.Say("Nothing was removed.")
						return nil
					}
					err := c.forgotten(t, of.ID)
					t.Copies.Read().Do()
					return err
				}})
			}
			return all
		})
	}}
}

// takenIn says what files can be taken in.
func (c *cli) takenIn() string {
	if c.sys.Host != nil {
		return "from one of your own files here: text, Markdown, a saved web page"
	}
	return "from a file: text, Markdown, a saved web page, or PDF where poppler is installed"
}

// takeIn takes in a copy from a file that the learner names.
func (c *cli) takeIn(console *linear.Console, t *tutor.Tutor) error {
	sources := t.Library.Pack().Guidance.Sources()
	path, ok, err := c.askFile(console, "Which file is your copy?")
	if !ok {
		return err
	}
	in, err := c.recognised(path, sources)
	var several *owncopy.SeveralError
	if errors.As(err, &several) {
		var all []linear.Choice
		for _, s := range several.Sources {
			all = append(all, linear.Choice{Name: s.Title, Note: s.Edition()})
		}
		i, ok := console.Pick("It holds more than one of the documents. Which is it a copy of?", all)
		if !ok {
			return nil
		}
		in, err = c.recognised(path, []*guidance.Source{several.Sources[i]})
	}
	if err == nil {
		err = t.Copies.Keep(in.copy)
	}
	if err != nil {
		return err
	}
	console.Say(in.report())
	t.Copies.Read().Do()
	return nil
}

// askFile asks for a file; ok is false where none is named. On a host it is one of the learner's own.
func (c *cli) askFile(console *linear.Console, question string) (path string, ok bool, err error) {
	if h := c.sys.Host; h != nil {
		return c.pickFile(console, h.Files, question)
	}
	line, ok := console.Ask(question+" Type its path; an empty line goes back.", "Type the path of a file, such as ~/Documents/guidance.txt. An empty line goes back.")
	if line = strings.Trim(line, `'`); !ok || line == "" {
		return "", false, nil
	}
	path, err = c.expanded("the file", line)
	return path, err == nil, err
}

// pickFile has one of the learner's own files on a host chosen.
func (c *cli) pickFile(console *linear.Console, files tutor.OwnFiles, question string) (name string, ok bool, err error) {
	names, err := files.List()
	if err != nil {
		return "", false, fmt.Errorf("looking for your files: %w", err)
	}
	if len(names) == 0 {
		console.Say("There is no file of yours on this server: copy one there first, by sftp or scp.")
		return "", false, nil
	}
	var all []linear.Choice
	for _, name := range names {
		all = append(all, linear.Choice{Name: prose.Line(name)})
	}
	i, ok := console.Pick(question, all)
	if !ok {
		return "", false, nil
	}
	return names[i], true, nil
}
