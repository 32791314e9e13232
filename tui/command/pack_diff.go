package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/plainjson"
	"probity/scenarios/changes"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// packDiff is the command that an author runs before a pack is given out anew.
func (c *cli) packDiff() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what has changed for learners between two versions of a pack",
		Long: "Compares two folders: the version that people have, and the one that you are about to give out. A situation whose\n" +
			"question, options or key mean something else needs a higher revision, and one that left a line in scenarios/gone.toml;\n" +
			"as long as one lacks that, the exit code is 1. No program can tell whether other words mean something else: other words\n" +
			"and numbers count as such, and one letter of a short word is yours to look at. A pack with mistakes is not compared:\n" +
			"they are listed, to be mended first.",
		Example: "  probity pack diff my-pack-1.0 my-pack",
		Args:    c.takes(2, 2, "name two folders: that of the version that people have, and that of the new one"),
		RunE: func(_ *cobra.Command, args []string) error {
			all, err := c.changed(args[0], args[1])
			if err != nil {
				return err
			}
			if asJSON {
				err = plainjson.Write(c.sys.Out, struct {
					Changes []changes.Change `json:"changes"`
				}{all})
			} else {
				c.console().Say(changesText(all))
			}
			if waits := waiting(all); err == nil && waits != "" {
				err = fmt.Errorf("%s before it is given out", waits)
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the list as JSON, with stable names")
	return cmd
}

// changed compares the packs in two folders. What it quotes of them is harmless.
func (c *cli) changed(before, after string) ([]changes.Change, error) {
	base, err := c.sys.base()
	if err != nil {
		return nil, err
	}
	var both [2]*pack.Pack
	for i, dir := range []string{before, after} {
		if both[i], err = c.loadNamed(dir, base, "compared"); err != nil {
			return nil, err
		}
	}
	all, err := changes.Between(both[0], both[1], base)
	for i := range all {
		all[i].Subject, all[i].Says = prose.Line(all[i].Subject), prose.Line(all[i].Says)
	}
	return append([]changes.Change{}, all...), err
}

// waiting says what has to be done before the pack is given out; "" for nothing.
func waiting(all []changes.Change) string {
	var out []string
	if n := count(all, changes.Raise); n > 0 {
		out = append(out, prose.Count(float64(n), "revision")+" to raise")
	}
	if n := count(all, changes.Keep); n > 0 {
		out = append(out, prose.Count(float64(n), "thing")+" to keep for records")
	}
	return strings.Join(out, " and ")
}

func count(all []changes.Change, kind changes.Kind) (n int) {
	for _, one := range all {
		if one.Kind == kind {
			n++
		}
	}
	return n
}

// changesText is the list as an author reads it: a heading for each kind that there is anything of.
func changesText(all []changes.Change) string {
	if len(all) == 0 {
		return "Nothing has changed for learners."
	}
	var b strings.Builder
	for _, kind := range changes.Kinds() {
		n := count(all, kind)
		if n == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n%s: %d\n", kind.Title(), n)
		if says := kind.Explains(); says != "" {
			b.WriteString(says + "\n")
		}
		for _, one := range all {
			if one.Kind == kind {
				fmt.Fprintf(&b, "  %s: %s\n", one.Subject, one.Says)
				for line := range strings.Lines(one.Paste) {
					b.WriteString("      " + strings.TrimRight(line, "\n") + "\n")
				}
			}
		}
	}
	return strings.Trim(b.String(), "\n")
}
