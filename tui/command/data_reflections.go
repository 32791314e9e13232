package command

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/progress/folder"
	"probity/tui/linear"
	"probity/tui/prose"
)

const reflectionsTakes = "probity data reflections takes show NUMBER or erase NUMBER"

// dataReflections is the command that lists what the learner wrote, and erases it.
func (c *cli) dataReflections() *cobra.Command {
	yes, earlier := false, false
	cmd := &cobra.Command{
		Use:   "reflections [show NUMBER | erase NUMBER]",
		Short: "List, show or erase your reflections, or what they said before you edited them",
		Long: "Erasing takes a reflection out of the record, its backups and every copy beside it, and removes a draft of a certificate\n" +
			"that quotes it. With --earlier only what it said before you edited it goes. What may hold some of it still is named, and\n" +
			"what you exported stays where you put it.",
		Args: c.takes(0, 2, reflectionsTakes),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := c.kept()
			if err != nil {
				return err
			}
			h, err := r.History()
			if err != nil {
				return err
			}
			return c.reflections(r, h, args, earlier, yes)
		},
	}
	cmd.Flags().BoolVar(&earlier, "earlier", false, "erase only what it said before you edited it")
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

// reflections does with what the learner wrote as the arguments say.
func (c *cli) reflections(r kept, h *progress.History, args []string, earlier, yes bool) error {
	all := h.Reflections()
	if len(args) == 0 {
		return c.listReflections(h, all)
	}
	if len(args) != 2 || args[0] != "show" && args[0] != "erase" {
		return misused("%s, not %q", reflectionsTakes, strings.Join(args, " "))
	}
	n, err := strconv.Atoi(args[1])
	if err != nil || n < 1 || n > len(all) {
		return misused("no reflection has the number %q: probity data reflections lists them", args[1])
	}
	if args[0] == "show" {
		c.console().Say(all[n-1].Text)
		return nil
	}
	return c.eraseReflection(r, all[n-1], earlier && h.Reworded(all[n-1]), earlier, yes)
}

func (c *cli) listReflections(h *progress.History, all []progress.Reflection) error {
	library, _, err := c.library()
	if err != nil {
		return err
	}
	console := c.console()
	if len(all) == 0 {
		console.Say("You have written no reflections yet.")
	}
	for i, r := range all {
		edited := ""
		if h.Reworded(r) {
			edited = " (edited; what it said before is still there)"
		}
		console.Say(fmt.Sprintf("%d. %s, %s%s: %s", i+1, c.day(r.At), library.Bank.TitleOf(r.Scenario), edited, prose.Line(r.Text)))
	}
	return nil
}

// eraseReflection erases one, or what it said before, once the learner agrees.
func (c *cli) eraseReflection(r kept, reflection progress.Reflection, reworded, earlier, yes bool) error {
	console := c.console()
	question, erase := "Erase this reflection for good, from the backups and copies too?", r.ForgetReflection
	switch {
	case earlier && !reworded:
		console.Say("It was not edited, or what it said before is gone already.")
		return nil
	case earlier:
		question, erase = "Erase what it said before you edited it, from the backups and copies too?", r.ForgetWording
	}
	console.Say(reflection.Text)
	if !c.agreed(console, yes, question) {
		console.Say("Nothing was erased.")
		return nil
	}
	left, err := erase(reflection)
	if err != nil {
		return err
	}
	console.Say("Erased. What you exported before stays where you put it.")
	if said := left.Message(); said != "" {
		console.Say(said)
	}
	return offer(console, r, left.Doubtful, yes)
}

// offer removes files that may hold some of a reflection still, where the learner agrees: --yes has not agreed to that, since there
// may be other things in them.
func offer(console *linear.Console, kept kept, doubtful []folder.Belonging, yes bool) error {
	r, ok := kept.(*folder.Folder)
	if !ok { // where nothing is doubtful
		return nil
	}
	doubtful = slices.DeleteFunc(doubtful, func(b folder.Belonging) bool { return b.Path == r.Path() })
	if len(doubtful) == 0 {
		return nil
	}
	which, it := "this file", "it"
	if len(doubtful) > 1 {
		which, it = "these files", "them"
	}
	if yes || !console.Confirm("Remove "+which+" whole, with all else that may be in there?") {
		console.Say("Nothing was removed. If you don't need " + which + ", remove " + it + " by hand.")
		return nil
	}
	if err := r.Discard(doubtful); err != nil {
		return err
	}
	console.Say("Removed.")
	return nil
}
