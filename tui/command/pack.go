package command

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/plainjson"
	"probity/scenarios"
	"probity/scenarios/craft"
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

func (c *cli) packCheck() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Report mistakes and flaws of craft in a pack, or in the built-in library",
		Long: "Reports what has to be mended (exit code 1), what a reviewer would send back, what a guesser would earn by\n" +
			"surface cues, and what is covered.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return misused("name one folder, the one that holds pack.toml, or none for the built-in library")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			base, err := pack.Builtin()
			p := base
			if err == nil && len(args) > 0 {
				p, err = pack.LoadDir(args[0], base)
			}
			if len(args) == 0 {
				base = nil
			}
			report, err := checked(p, base, err, c)
			if err != nil {
				return err
			}
			if asJSON {
				err = plainjson.Write(c.sys.Out, report)
			} else {
				err = printReport(c.sys.Out, report)
			}
			if n := len(report.Mistakes) + report.More; err == nil && n > 0 {
				err = fmt.Errorf("%s to mend", prose.Count(float64(n), "mistake"))
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON, with stable names")
	return cmd
}

// checked is the report on a pack, be it that it did not load. What it quotes of the pack is harmless.
func checked(p, base *pack.Pack, err error, c *cli) (craft.Report, error) {
	var mistakes pack.Mistakes
	r := craft.Report{Mistakes: []craft.Finding{}, Warnings: []craft.Finding{}, Cues: []craft.CueFinding{}, Coverage: []craft.Row{}}
	switch {
	case errors.As(err, &mistakes):
		mistakes, r.More = mistakes.Listed()
		for _, m := range mistakes {
			r.Mistakes = append(r.Mistakes, craft.Finding{Subject: m.Situation, Says: m.String()})
		}
	case err != nil:
		return craft.Report{}, err
	default:
		r = craft.Check(p, base, c.sys.Now())
	}
	for _, list := range [][]craft.Finding{r.Mistakes, r.Warnings} {
		for i := range list {
			list[i].Subject, list[i].Says = prose.Line(list[i].Subject), prose.Line(list[i].Says)
		}
	}
	return r, nil
}

// printReport writes the report as an author reads it.
func printReport(out io.Writer, r craft.Report) error {
	var b strings.Builder
	findings := func(title string, list []craft.Finding, more int) {
		fmt.Fprintf(&b, "%s: %d\n", title, len(list)+more)
		for _, f := range list {
			says := f.Says
			if f.Subject != "" && !strings.Contains(says, f.Subject) {
				says = f.Subject + ": " + says
			}
			b.WriteString("  " + says + "\n")
		}
		if more > 0 {
			b.WriteString("  " + pack.MoreMistakes(more) + "\n")
		}
	}
	fmt.Fprintf(&b, "Situations: %d\n", r.Situations)
	findings("Mistakes", r.Mistakes, r.More)
	findings("Warnings of craft", r.Warnings, 0)
	if len(r.Cues) > 0 {
		b.WriteString("\nWhat a guesser earns by a cue alone\n")
		for _, c := range r.Cues {
			b.WriteString("  " + c.String() + "\n")
		}
	}
	if len(r.Coverage) > 0 {
		b.WriteString("\n" + coverageTable(r.Coverage))
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// coverageTable is topics by formats, levels and countries.
func coverageTable(rows []craft.Row) string {
	var columns []string
	for _, f := range scenarios.Formats() {
		columns = append(columns, f.Name())
	}
	widest := 24
	for _, r := range rows {
		widest = max(widest, len(r.Topic)) // ids are ASCII
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-*s", widest+2, "Coverage")
	for _, name := range append(columns, "level 1", "2", "3", "uk", "ie", "all") {
		fmt.Fprintf(&b, "%9s", name)
	}
	b.WriteByte('\n')
	for _, r := range rows {
		fmt.Fprintf(&b, "  %-*s", widest, prose.Line(r.Topic))
		for _, f := range columns {
			fmt.Fprintf(&b, "%9d", r.Formats[f])
		}
		for _, n := range []int{r.Levels["1"], r.Levels["2"], r.Levels["3"], r.Jurisdictions["uk"], r.Jurisdictions["ie"], r.Total} {
			fmt.Fprintf(&b, "%9d", n)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
