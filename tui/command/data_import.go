package command

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"probity/progress/folder"
	"probity/tui/linear"
	"probity/tui/prose"
)

func (c *cli) dataImport() *cobra.Command {
	yes, mine := false, false
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Merge a record from another machine into this one, or what could not be saved",
		Long: "FILE is a progress.toml, or a file with what could not be saved. Nothing is doubled, and importing the same file again changes nothing. The record is backed up first.\n" +
			"A file that may be somebody else's is asked about; --yes alone does not take it, --mine says that it is yours.\n" +
			"What could not be saved in another record is asked about with --mine too.",
		Args: c.takes(1, 1, "name one file to import, a progress.toml from another machine"),
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := c.importing(args[0])
			if err != nil {
				return err
			}
			return c.merge(in, args[0], yes, mine)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask where the file is yours")
	cmd.Flags().BoolVar(&mine, "mine", false, "the file is yours, though it has nothing in common with your record")
	return cmd
}

func (c *cli) merge(in incoming, path string, yes, mine bool) error {
	m, unknown, err := in.preview()
	if err != nil {
		return err
	}
	console := c.console()
	console.Say(fmt.Sprintf("The file holds %s%s. %d of its %d entries are new here.", prose.Count(float64(m.Answers), "answer"), c.span(m.First, m.Last), m.New, m.Facts))
	if m.Own {
		console.Say("It is what could not be saved in this record.")
	}
	if m.Again > 0 {
		console.Say(answeredBefore(m.Again))
	}
	if m.Erased > 0 {
		console.Say(erasedBefore(m.Erased))
	}
	if unknown > 0 {
		console.Say(counted(unknown, "entry", "entries") + " of it cannot be kept here: a newer Probity wrote what this one does not know. It stays in the file.")
	}
	if m.New == 0 {
		console.Say("There is nothing to import." + stays(path))
		return nil
	}
	unasked := in.through && !yes // where the file comes in, no answer can
	if m.Stranger() && (!mine || m.Anothers()) {
		if agreed, err := c.isMine(console, m, yes || unasked); !agreed {
			return err
		}
	} else if len(m.Conflicts) > 0 {
		differ(console, m)
		if unasked {
			return errors.New("nothing was imported, since nothing can be asked while the file comes in: add --yes to import it all the same")
		}
		if !c.agreed(console, yes, "Import it all the same?") {
			console.Say("Nothing was changed.")
			return nil
		}
	}
	if m, err = in.merge(); err != nil {
		return err
	}
	console.Say(fmt.Sprintf("Imported: %s, %s in all.", prose.Count(float64(m.NewAnswers), "new answer"), counted(m.New, "entry", "entries")) + stays(path))
	if m.Backup != "" {
		console.Say("Your record as it was is backed up as " + m.Backup + ".")
	}
	return nil
}

// stays says of a file with what could not be saved that it is still there; "" of any other, which is its owner's.
func stays(path string) string {
	if !folder.IsRescued(path) {
		return ""
	}
	return " The file stays where it is, and may be removed: " + path + "."
}

// isMine asks whether a file that looks like somebody else's is the learner's own. --yes has not answered that, and of a file that names another
// record neither has --mine: it may have been meant for any file.
func (c *cli) isMine(console *linear.Console, m folder.Merged, yes bool) (bool, error) {
	console.Say(whoseItMayBe(m))
	differ(console, m)
	switch {
	case yes && m.Anothers():
		return false, errors.New("nothing was imported, since the file is of another record, " + m.Record + ", and would be mixed into yours for good: " +
			"to take it into that one, name its folder with --data; if it is yours and belongs here, leave out --yes and say so when you are asked")
	case yes:
		return false, errors.New("nothing was imported, since the file may be somebody else's and would be mixed into your record for good: " +
			"if it is yours, add --mine")
	}
	question := "Are these your own answers, from another computer? Import them into your record?"
	if folder.IsRescued(m.Path) || m.Record != "" {
		question = "Is it your own? Import it into your record?"
	}
	if !console.Confirm(question) {
		console.Say("Nothing was changed.")
		return false, nil
	}
	return true, nil
}

// whoseItMayBe says why it is asked whether a file is the learner's own.
func whoseItMayBe(m folder.Merged) string {
	switch {
	case m.Record != "":
		return "It may be somebody else's: it is what could not be saved in another record, " + m.Record + "."
	case folder.IsRescued(m.Path):
		return "It may be somebody else's: it is what could not be saved in a record, and it does not say in which."
	}
	return "It may be somebody else's: it has nothing in common with your record."
}

func differ(console *linear.Console, m folder.Merged) {
	for _, conflict := range m.Conflicts {
		console.Say("They differ: " + conflict)
	}
}

// erasedBefore says that reflections are left out which their owner erased.
func erasedBefore(reflections int) string {
	if reflections == 1 {
		return "One reflection is left out: you erased it. What the file says of it stays in the file."
	}
	return fmt.Sprintf("%d reflections are left out: you erased them. What the file says of them stays in the file.", reflections)
}

// answeredBefore says that answers are left out which the record has others in the place of.
func answeredBefore(answers int) string {
	if answers == 1 {
		return "One answer is left out: your record has another to the same situation of the same practice, and that one counts."
	}
	return fmt.Sprintf("%d answers are left out: your record has others to the same situations of the same practice, and those count.", answers)
}
