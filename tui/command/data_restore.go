package command

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"probity/progress/folder"
	"probity/progress/journal/tables"
	"probity/tui/prose"
)

func (c *cli) dataRestore() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "restore [NUMBER]",
		Short: "List the backups, or go back to one",
		Long:  "Without a number the backups are listed. With one you are told what would be lost, and asked. What is replaced is kept.",
		Args:  c.takes(0, 1, "name one backup by its number, or none to list them"),
		RunE: func(_ *cobra.Command, args []string) error {
			r, backups, err := c.backups()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				c.listBackups(backups)
				return nil
			}
			n, err := strconv.Atoi(args[0])
			if err != nil {
				return misused("%q is no number of a backup: probity data restore lists them by number. What a file holds is taken in by probity data import", args[0])
			}
			if n < 1 || n > len(backups) {
				return misused("there is no backup %q: probity data restore lists them by number", args[0])
			}
			return c.restore(r, backups[n-1], yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

// backups are those of the record, the newest first.
func (c *cli) backups() (*folder.Folder, []folder.Backup, error) {
	r, err := c.record()
	if err != nil {
		return nil, nil, err
	}
	backups, err := r.Backups()
	return r, backups, err
}

const noBackups = "There are no backups yet: the first is made when something changes on a later day, or when you ask for one."

func (c *cli) listBackups(backups []folder.Backup) {
	console := c.console()
	if len(backups) == 0 {
		console.Say(noBackups)
	}
	for i, b := range backups {
		console.Say(fmt.Sprintf("%d. %s: %s", i+1, c.day(b.Date), c.holds(b)))
	}
}

// holds says what is in a backup, or what is wrong with it.
func (c *cli) holds(b folder.Backup) string {
	holds := prose.Count(float64(b.Answers), "answer") + c.span(b.First, b.Last)
	switch {
	case b.Unread != nil:
		return prose.Worded(b.Unread)
	case b.Schema > tables.Schema:
		return "written by a newer Probity, which this one can't go back to"
	case !b.Whole:
		return holds + ", damaged"
	}
	return holds
}

// span says between which days something happened, where the learner is; "" for nothing.
func (c *cli) span(first, last time.Time) string {
	if first.IsZero() {
		return ""
	}
	if from, to := c.day(first), c.day(last); from != to {
		return ", " + from + " to " + to
	}
	return ", " + c.day(first)
}

// day says a day, where the learner is.
func (c *cli) day(at time.Time) string { return at.In(c.sys.Now().Location()).Format("2 January 2006") }

// restore goes back to a backup, once what would be lost is said and the learner agrees.
func (c *cli) restore(r *folder.Folder, b folder.Backup, yes bool) error {
	loss, err := r.WouldLose(b)
	if err != nil {
		return err
	}
	console := c.console()
	switch {
	case loss.Damaged:
		console.Say("The record is damaged. What can be read of it and is not in the backup: " + c.lost(loss) + ".")
	case loss.None():
		console.Say("Nothing would be lost: the backup holds all that the record does.")
	default:
		console.Say("The record holds what the backup does not: " + c.lost(loss) + ".")
	}
	if !c.agreed(console, yes, "Go back to the backup of "+c.day(b.Date)+"? The record as it is now is kept beside it.") {
		console.Say("Nothing was changed.")
		return nil
	}
	kept, err := r.RestoreOver(b)
	if err != nil {
		return err
	}
	if kept != "" {
		console.Say("The record as it was is kept as " + kept + ".")
	}
	console.Say("Restored.")
	return nil
}

// lost says what a backup lacks.
func (c *cli) lost(l folder.Loss) string {
	parts := []string{}
	for _, p := range []struct {
		n         int
		one, many string
	}{{l.Answers, "answer", "answers"}, {l.Reflections, "reflection", "reflections"}, {l.Others, "other entry", "other entries"}} {
		if p.n > 0 {
			parts = append(parts, counted(p.n, p.one, p.many))
		}
	}
	return prose.Join(parts...) + c.span(l.First, l.Last)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
