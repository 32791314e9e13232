// The learner's data as a place in plain lines: what the commands of data do, chosen by number.

package command

import (
	"errors"
	"fmt"
	"io"

	"probity/progress/export"
	"probity/progress/folder"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// yourData is the place where the record is exported, backed up, gone back to, merged and erased.
func (c *cli) yourData(console *linear.Console, t *tutor.Tutor) linear.Choice {
	return linear.Choice{Name: "Your data", Note: "where it is; export, back up, restore, import or erase it", Do: func() error {
		if err := t.Flush(); err != nil {
			console.Say(t.WhyUnsaved(err))
		}
		where, err := c.where()
		if err != nil {
			return err
		}
		console.Say(where)
		return console.Menu("Your data", func() []linear.Choice { return c.withData(console, t) })
	}}
}

// where says where the record is.
func (c *cli) where() (string, error) {
	if c.sys.Host != nil {
		return "Your record is on this server, and is yours alone.", nil
	}
	r, err := c.record()
	if err != nil {
		return "", err
	}
	return "Your record is " + r.Path() + ".", nil
}

// withData is what can be done with the record, where this can be.
func (c *cli) withData(console *linear.Console, t *tutor.Tutor) (all []linear.Choice) {
	offer := func(command, name, note string, do func() error) {
		if c.offers(command) {
			all = append(all, linear.Choice{Name: name, Note: note, Do: do})
		}
	}
	offer("data export", "Export", "for a spreadsheet, for other programs, or for Probity elsewhere", func() error { return c.exportFrom(console) })
	offer("data backup", "Back up now", "this happens at the first change of each day anyway", func() error {
		r, err := c.record()
		if err != nil {
			return err
		}
		return c.backUp(r)
	})
	offer("data restore", "Go back to a backup", "", func() error { return c.restoreFrom(console, t) })
	offer("data import", "Import", "a record from another computer, or what could not be saved", func() error { return c.importFrom(console, t) })
	offer("data aside", "What was set aside", "torn ends, damaged and replaced records", func() error { return c.setAside(console) })
	offer("data erase", "Erase everything", "all that Probity keeps of you, after a question", func() error { return c.eraseAll(console) })
	return all
}

// exportFrom asks for a format and a file, and exports.
func (c *cli) exportFrom(console *linear.Console) error {
	var formats []linear.Choice
	for _, f := range export.Formats() {
		formats = append(formats, linear.Choice{Name: f.Name(), Note: f.What()})
	}
	i, ok := console.Pick("Export as", formats)
	if !ok {
		return nil
	}
	kind := export.Formats()[i]
	for {
		out, ok := console.Ask(fmt.Sprintf("Which file? An empty line writes %s, in %s; back leaves it.", kind.File(), c.door().FolderOf(kind.File())),
			"Type the name of a file, or an empty line for the one that is named. back goes back without it.")
		if !ok {
			return nil
		}
		err := c.exportAs(console, kind, out)
		if err == nil {
			return nil
		}
		console.Say(prose.Sentence(err))
	}
}

// exportAs exports to a file as somebody types it, and asks before it replaces one.
func (c *cli) exportAs(console *linear.Console, kind export.Format, typed string) error {
	out, err := c.outPath(typed)
	if err != nil {
		return err
	}
	return c.exported(kind, export.Actor{}, func(fill func(io.Writer) error) error {
		_, err := c.exportTo(kind, out, false, fill)
		switch {
		case !errors.As(err, new(*tutor.ExistsError)):
		case console.Confirm(out + " is there already. Replace it?"):
			_, err = c.exportTo(kind, out, true, fill)
		case console.Over():
			err = nil
		default:
			err = errors.New("nothing was written over " + out + ": give another name")
		}
		return err
	})
}

// outPath is the path of a file to be written, as somebody types it. What goes to standard output elsewhere has no place between lines.
func (c *cli) outPath(line string) (string, error) {
	switch {
	case line == "-":
		return "", errors.New("writing the file: give its name, or its whole path")
	case c.sys.Host != nil:
		return line, nil
	}
	return c.expanded("the file", line)
}

// restoreFrom has a backup chosen, and goes back to it.
func (c *cli) restoreFrom(console *linear.Console, t *tutor.Tutor) error {
	r, backups, err := c.backups()
	if err != nil {
		return err
	}
	if len(backups) == 0 {
		console.Say(noBackups)
		return nil
	}
	var all []linear.Choice
	for _, b := range backups {
		all = append(all, linear.Choice{Name: c.day(b.Date), Note: c.holds(b)})
	}
	i, ok := console.Pick("Backups, the newest first", all)
	if !ok {
		return nil
	}
	err = c.restore(r, backups[i], false)
	readAnew(t)
	return err
}

// importFrom asks for a file, and merges it into the record.
func (c *cli) importFrom(console *linear.Console, t *tutor.Tutor) error {
	path, ok, err := c.askFile(console, "Which file is the record?")
	if !ok {
		return err
	}
	in, err := c.importing(path)
	if err == nil {
		err = c.merge(in, path, false, false)
		readAnew(t)
	}
	return err
}

// readAnew has the record read again, after something else wrote it.
func readAnew(t *tutor.Tutor) {
	t.Record.Outdate()
	t.CatchUp()
}

// setAside has what was set aside chosen, to be read or removed.
func (c *cli) setAside(console *linear.Console) error {
	r, err := c.record()
	if err != nil {
		return err
	}
	if all, err := r.Aside(); err != nil || len(all) == 0 {
		c.listAside(all)
		return err
	}
	return console.Menu("What was set aside", func() (choices []linear.Choice) {
		all, err := r.Aside()
		if err != nil {
			return nil
		}
		for _, a := range all {
			choices = append(choices, linear.Choice{Name: a.Path, Note: ofAside(a), Do: func() error { return c.showOrClear(console, r, a) }})
		}
		return choices
	})
}

func (c *cli) showOrClear(console *linear.Console, r *folder.Folder, a folder.Aside) error {
	i, ok := console.Pick(a.Path, []linear.Choice{{Name: "Show it"}, {Name: "Remove it"}})
	switch {
	case !ok:
		return nil
	case i == 0:
		return c.showAside(a)
	}
	return c.clearAside(r, []folder.Aside{a}, false)
}

// eraseAll erases everything once the learner agrees. Then there is nothing to go on with.
func (c *cli) eraseAll(console *linear.Console) error {
	r, err := c.kept()
	if r == nil {
		return err
	}
	agreed, err := c.erase(r, err, false)
	if agreed {
		console.Say("Probity ends here. Started again, it asks who is learning, as at first.")
		console.End()
	}
	return err
}
