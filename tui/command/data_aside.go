package command

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/folder"
)

const asideTakes = "probity data aside takes show NUMBER, clear, or clear NUMBER"

func (c *cli) dataAside() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "aside [show NUMBER | clear [NUMBER]]",
		Short: "List, show or clear what was set aside: torn ends, damaged and replaced records",
		Args:  c.takes(0, 2, asideTakes),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			all, err := r.Aside()
			if err != nil {
				return err
			}
			return c.aside(r, all, args, yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

// aside does with what was set aside as the arguments say.
func (c *cli) aside(r *folder.Folder, all []folder.Aside, args []string, yes bool) error {
	chosen := all
	if len(args) == 2 {
		n, err := strconv.Atoi(args[1])
		if err != nil || n < 1 || n > len(all) {
			return misused("nothing set aside has the number %q: probity data aside lists it", args[1])
		}
		chosen = all[n-1 : n]
	}
	switch {
	case len(args) == 0:
		c.listAside(all)
		return nil
	case args[0] == "show" && len(args) == 2:
		return c.showAside(chosen[0])
	case args[0] == "clear":
		return c.clearAside(r, chosen, yes)
	}
	return misused("%s, not %q", asideTakes, strings.Join(args, " "))
}

func (c *cli) listAside(all []folder.Aside) {
	console := c.console()
	if len(all) == 0 {
		console.Say("Nothing was set aside.")
	}
	for i, a := range all {
		console.Say(fmt.Sprintf("%d. %s: %s", i+1, a.Path, ofAside(a)))
	}
}

// ofAside says what a file is that was set aside.
func ofAside(a folder.Aside) string {
	return fmt.Sprintf("%s, %s, %s", a.What, size(a.Size), a.Holds())
}

func (c *cli) showAside(a folder.Aside) error {
	const most = 64 << 10
	text, more, err := a.Text(most)
	if err != nil {
		return err
	}
	console := c.console()
	console.Say(text)
	if more {
		console.Say("There is more of it in " + a.Path + ".")
	}
	return nil
}

func (c *cli) clearAside(r *folder.Folder, chosen []folder.Aside, yes bool) error {
	console := c.console()
	if len(chosen) == 0 {
		console.Say("Nothing was set aside.")
		return nil
	}
	for _, a := range chosen {
		console.Say(fmt.Sprintf("%s: %s, %s", a.Path, a.What, a.Holds()))
	}
	if !c.agreed(console, yes, "Remove this for good?") {
		console.Say("Nothing was removed.")
		return nil
	}
	if err := r.ClearAside(chosen...); err != nil {
		return err
	}
	console.Say("Removed.")
	return nil
}
