// Erasing all that is kept of the learner.

package command

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/folder"
	"probity/tui/linear"
	"probity/tui/prose"
)

func (c *cli) dataErase() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "erase",
		Short: "Remove everything Probity keeps of you",
		Long: "The record, its backups, drafts, keys, copies and whatever was set aside are said first, and so are copies that sync programs\n" +
			"and editors left of them; the word more lists each. What is erased can't be had back.",
		Args: c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			r, err := c.kept()
			if r == nil {
				return err
			}
			_, err = c.erase(r, err, yes)
			return err
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

// erase erases everything once the learner agrees, whether the record can be read or, as opening says, not. It reports whether they did.
func (c *cli) erase(r kept, opening error, yes bool) (agreed bool, err error) {
	all, unseen := r.Belongings()
	console := c.console()
	switch {
	case len(all) == 0 && unseen == nil && opening == nil:
		console.Say(strings.TrimSpace("There is nothing to erase. " + folder.Leftovers{Others: others(r)}.Message()))
		sayRescued(console, r, all)
		return false, nil
	case len(all) == 0:
		return false, cmp.Or(opening, unseen)
	}
	list := func() {
		for _, b := range all {
			console.Say(fmt.Sprintf("%s: %s, %s", b.Path, b.What, size(b.Size)))
		}
	}
	if yes {
		list()
	} else {
		console.Say(c.goes(all) + " more lists each.")
	}
	sayRescued(console, r, all)
	if unseen != nil {
		console.Say(prose.Worded(unseen))
	}
	if !yes && !console.ConfirmKnowing("Erase all of this for good?", list) {
		console.Say("Nothing was erased.")
		return false, nil
	}
	removed, err := r.EraseAll()
	if err != nil {
		return true, err
	}
	console.Say(fmt.Sprintf("Erased: %s. %s", prose.Count(float64(len(removed)), "file"), left(others(r))))
	return true, nil
}

// goes says how many files would be erased, of what kinds, and where they are.
func (c *cli) goes(all []folder.Belonging) string {
	var kinds []string
	number := map[string]int{}
	elsewhere := 0
	for _, b := range all {
		if number[b.What]++; number[b.What] == 1 {
			kinds = append(kinds, b.What)
		}
		if in, err := filepath.Rel(c.dir(), b.Path); err != nil || strings.HasPrefix(in, "..") {
			elsewhere++
		}
	}
	for i, kind := range kinds {
		if n := number[kind]; n > 1 {
			kinds[i] = fmt.Sprintf("%s, %d times", kind, n)
		}
	}
	where := "in " + c.dir()
	switch {
	case c.sys.Host != nil:
		where = "on this server"
	case elsewhere > 0:
		where += fmt.Sprintf(", and %d elsewhere", elsewhere)
	}
	return fmt.Sprintf("%s of yours, %s: %s.", prose.Count(float64(len(all)), "file"), where, strings.Join(kinds, "; "))
}

// sayRescued names what could not be saved and lies in other folders, which is not erased unless it is among what is.
func sayRescued(console *linear.Console, r kept, erased []folder.Belonging) {
	for _, b := range rescued(r) {
		if !slices.ContainsFunc(erased, func(gone folder.Belonging) bool { return sameFile(gone.Path, b.Path) }) {
			console.Say(fmt.Sprintf("%s: %s. It is not in the data folder and stays: remove it by hand.", b.Path, b.What))
		}
	}
}

// sameFile reports whether two paths are one file's.
func sameFile(x, y string) bool {
	one, err := os.Stat(x)
	other, wrong := os.Stat(y)
	return err == nil && wrong == nil && os.SameFile(one, other)
}

// left says what stays in the data folder since it is not Probity's.
func left(others []string) string {
	if len(others) == 0 {
		return "Nothing of yours is left here."
	}
	return folder.Leftovers{Others: others}.Message()
}

// size says so many bytes.
func size(n int64) string {
	if n == folder.SizeUnknown {
		return "size unknown"
	}
	if n < 1<<10 {
		return prose.Count(float64(n), "byte")
	}
	return strconv.FormatInt((n+1<<9)>>10, 10) + " KiB"
}
