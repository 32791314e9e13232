package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/tui/prose"
)

func (c *cli) dataImport() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Merge a record from another machine into this one",
		Long:  "FILE is a progress.toml. Nothing is doubled, and importing the same file again changes nothing. The record is backed up first.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misused("name one file to import, a progress.toml from another machine")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			return c.merge(r, args[0], yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

func (c *cli) merge(r *progress.Record, path string, yes bool) error {
	m, err := r.PreviewMerge(path)
	if err != nil {
		return err
	}
	console := c.console()
	console.Say(fmt.Sprintf("The file holds %s%s. %d of its %d entries are new here.", prose.Count(float64(m.Answers), "answer"), span(m.First, m.Last), m.New, m.Facts))
	if m.New == 0 {
		console.Say("There is nothing to import.")
		return nil
	}
	if m.Stranger() {
		console.Say("It may be somebody else's: it begins with another learner, or has nothing in common with your record.")
	}
	for _, conflict := range m.Conflicts {
		console.Say("They differ: " + conflict)
	}
	if (m.Stranger() || len(m.Conflicts) > 0) && !c.agreed(console, yes, "Import it all the same?") {
		console.Say("Nothing was changed.")
		return nil
	}
	if m, err = r.Merge(path); err != nil {
		return err
	}
	console.Say(fmt.Sprintf("Imported: %s, %s in all.", prose.Count(float64(m.NewAnswers), "new answer"), counted(m.New, "entry", "entries")))
	if m.Backup != "" {
		console.Say("Your record as it was is backed up as " + m.Backup + ".")
	}
	return nil
}
