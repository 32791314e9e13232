package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// authors is the commands for those who write situations.
func (c *cli) authors() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "For authors: check a library, read a situation with its key, renew fingerprints",
		Args:  c.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.packCheck(), c.packShow(), c.packFingerprint())
	return cmd
}

func (c *cli) packShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show ID",
		Short: "Print one situation with its key and rationales, for an author to read",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misused("name one situation by its id, such as probity pack show a-reader-guesses")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			p, _, err := c.library()
			if err != nil {
				return err
			}
			s, ok := p.Bank.Situation(args[0])
			if !ok {
				return fmt.Errorf("there is no situation %q: its id is the name of its file", args[0])
			}
			return c.print(shown(p, s))
		},
	}
}

// shown is a situation as Markdown, with everything an author wants to see.
func shown(p *pack.Pack, s *scenarios.Situation) string {
	var b strings.Builder
	principle, _ := p.Bank.Principle(s.Principle)
	topic, _ := p.Bank.Topic(s.Topic)
	var countries []string
	for _, j := range s.Jurisdictions {
		countries = append(countries, j.Short())
	}
	fmt.Fprintf(&b, "# %s\n\n%s, revision %d · %s · level %d of 3 · %s · %s · about %s\n\n", s.Title, s.ID, s.Revision,
		s.Format.Title(), s.Level, s.Setting.Name(), strings.Join(countries, " and "), prose.Count(float64(s.Minutes), "minute"))
	fmt.Fprintf(&b, "**%s:** %s\n\n%s\n\n**%s**\n\n", topic.Title, principle.Lesson, strings.TrimSpace(s.Stem), s.Ask)
	for _, o := range s.Options {
		key := s.Format.KeyOf(s, o.ID)
		if key != "" {
			key = " (" + key + ")"
		}
		fmt.Fprintf(&b, "- **%s**%s %s\n  %s\n  *%s*\n", o.ID, key, o.Text, o.Why, strings.Join(o.Cites, ", "))
	}
	fmt.Fprintf(&b, "\n**To reflect on:** %s\n", s.Reflect)
	for _, t := range s.Talk {
		fmt.Fprintf(&b, "\n**To talk about:** %s\n", t)
	}
	return b.String()
}
