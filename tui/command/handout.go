package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/handout"
	"probity/scenarios/induction/slips"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// papers is what the command handout was asked for.
type papers struct {
	printed
	plan         string // its file
	kind         handout.Kind
	rows, people int
	cut          bool
}

// handout is the command that makes the papers of a session.
func (c *cli) handout() *cobra.Command {
	var p papers
	cmd := &cobra.Command{
		Use:     "handout",
		Aliases: []string{"handouts"},
		Short:   "Make the papers of an induction session from its plan",
		Long: "The papers are a facilitator's guide, a handout without keys, an answer sheet and a sign-in sheet. Without --paper these\n" +
			"four are written where the program runs. To vote with, there are vote-cards, letters that are raised at once, and\n" +
			"vote-slips, whose codes vote once each by phone; the codes are kept in a file beside the plan.",
		Example: "  probity handout --plan monday.toml\n  probity handout --plan monday.toml --paper " + string(handout.Kinds()[1]) + " --format html -o handout.html\n" +
			"  probity handout --plan monday.toml --paper vote-cards --cut\n  probity handout --plan monday.toml --paper vote-slips --people 30",
		Args: c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := p.sensible(cmd); err != nil {
				return err
			}
			return c.handouts(p)
		},
	}
	p.flags(cmd, paperFormats())
	f := cmd.Flags()
	planFlag(cmd, &p.plan, "file of the plan")
	f.StringVar((*string)(&p.kind), "paper", "", strings.Join(names(handout.Kinds()), ", "))
	complete(cmd, "paper", names(handout.Kinds())...)
	f.IntVar(&p.rows, "rows", 0, "rows of the sign-in sheet")
	f.IntVar(&p.people, "people", 0, "how many vote slips")
	f.BoolVar(&p.cut, "cut", false, "two vote cards to a page, to be cut")
	return cmd
}

// sensible refuses what cannot be asked for together.
func (p papers) sensible(cmd *cobra.Command) error {
	switch {
	case p.plan == "":
		return misused("name the plan with --plan; probity induction agenda writes one")
	case p.kind != "" && !slices.Contains(handout.Kinds(), p.kind):
		return misused("--paper %q is no paper: use %s", p.kind, strings.Join(names(handout.Kinds()), ", "))
	case p.kind == "" && p.out != "":
		return misused("--output takes one paper: say which with --paper")
	case p.rows < 0:
		return misused("--rows %d is no number of rows: leave it out for two pages of them", p.rows)
	case p.cut && p.kind != handout.VoteCards:
		return misused("--cut is for vote cards: add --paper %s", handout.VoteCards)
	case cmd.Flags().Changed("people") && p.kind != handout.VoteSlips:
		return misused("--people is for vote slips: add --paper %s", handout.VoteSlips)
	case p.kind == handout.VoteSlips && (p.people < 1 || p.people > slips.Most):
		return misused("say with --people how many vote slips, from 1 to %d", slips.Most)
	}
	return p.check(paperFormats())
}

func (c *cli) handouts(p papers) error {
	plan, err := c.plan(p.plan)
	if err != nil {
		return err
	}
	library, _, err := c.library()
	if err != nil {
		return err
	}
	of := handout.Session{Plan: plan, Pack: library, Date: c.sys.Now(), Program: Program, Rows: p.rows, Cut: p.cut}
	kinds := handout.Usual()
	if p.kind != "" {
		kinds = []handout.Kind{p.kind}
	}
	p.several = len(kinds) > 1
	if p.kind == handout.VoteSlips {
		if of.Codes, err = c.door().VoteCodes(p.plan, p.people); err != nil {
			return err
		}
		fmt.Fprintln(c.sys.Err, prose.Line("The codes are in "+tutor.CodesBeside(p.plan)+
			", and are added to when you ask for more slips. Keep that file to yourself, and delete it after the session."))
	}
	for _, k := range kinds {
		d, err := handout.Make(k, of)
		if err != nil {
			return err
		}
		text, err := p.bytes(d)
		if err != nil {
			return err
		}
		if err := c.place(p.printed, "probity-"+string(k), text); err != nil {
			return err
		}
	}
	return nil
}
