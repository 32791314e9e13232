package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/handout"
)

// handout is the command that makes the papers of a session.
func (c *cli) handout() *cobra.Command {
	var p printed
	file, kind, rows := "", "", 0
	cmd := &cobra.Command{
		Use:     "handout",
		Aliases: []string{"handouts"},
		Short:   "Make the papers of an induction session from its plan",
		Long: "The papers are a facilitator's guide, a handout without keys, an answer sheet and a sign-in sheet. Without --paper all four\n" +
			"are written where the program runs.",
		Example: "  probity handout --plan monday.toml\n  probity handout --plan monday.toml --paper " + string(handout.Kinds()[1]) + " --format html -o handout.html",
		Args:    c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			kinds := handout.Kinds()
			if kind != "" {
				kinds = []handout.Kind{handout.Kind(kind)}
			}
			switch {
			case file == "":
				return misused("name the plan with --plan; probity induction agenda writes one")
			case !slices.Contains(handout.Kinds(), kinds[0]):
				return misused("--paper %q is no paper: use %s", kind, strings.Join(names(handout.Kinds()), ", "))
			case len(kinds) > 1 && p.out != "":
				return misused("--output takes one paper: say which with --paper")
			}
			if err := p.check(paperFormats()); err != nil {
				return err
			}
			return c.handouts(p, kinds, file, rows)
		},
	}
	p.flags(cmd, paperFormats())
	cmd.Flags().StringVar(&file, "plan", "", "file of the plan")
	cmd.Flags().StringVar(&kind, "paper", "", strings.Join(names(handout.Kinds()), ", "))
	cmd.Flags().IntVar(&rows, "rows", 0, "rows of the sign-in sheet")
	return cmd
}

func (c *cli) handouts(p printed, kinds []handout.Kind, file string, rows int) error {
	plan, err := c.plan(file)
	if err != nil {
		return err
	}
	library, _, err := c.library()
	if err != nil {
		return err
	}
	for _, k := range kinds {
		d, err := handout.Make(k, handout.Session{Plan: plan, Pack: library, Date: c.sys.Now(), Program: program, Rows: rows})
		if err != nil {
			return err
		}
		text, err := p.bytes(d)
		if err != nil {
			return err
		}
		if err := c.place(p, "probity-"+string(k), text); err != nil {
			return err
		}
	}
	return nil
}
