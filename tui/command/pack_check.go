package command

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/progress/plainjson"
	"probity/scenarios"
	"probity/scenarios/craft"
	"probity/scenarios/pack"
	"probity/tui/cells"
	"probity/tui/parts/fit"
	"probity/tui/prose"
)

func (c *cli) packCheck() *cobra.Command {
	asJSON, again, topics := false, false, []string{}
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Name mistakes and flaws of writing in a pack, or in the built-in library",
		Long: "Reports what has to be mended (exit code 1), what a reviewer would send back, what is earned without reading the\n" +
			"facts, each figure beside its bar, what a guesser would earn by surface cues, and what is covered. A bar that is\n" +
			"missed is a warning. A pack may set its own bars in [bars] of pack.toml, by the names that --json has. --watch checks\n" +
			"again whenever you save, and says what is new.",
		Example: "  probity pack check my-pack                    the pack in this folder\n  probity pack check --watch my-pack            again each time you save\n  probity pack check --topic boundaries,images    the built-in library, two topics of it",
		Args:    c.takes(0, 1, "name one folder, the one that holds pack.toml, or none for the built-in library"),
		RunE: func(_ *cobra.Command, args []string) error {
			if again && (len(args) == 0 || asJSON) {
				return misused("--watch is for the pack in a folder that you name, and not with --json: probity pack check --watch my-pack")
			}
			var report craft.Report
			var err error
			if !again || len(topics) > 0 { // a topic that is not there is said at once
				report, err = c.checked(args, topics)
			}
			switch {
			case err != nil:
				return err
			case again:
				report = c.watch(args[0], func() craft.Report { return c.rechecked(args, topics) })
			case asJSON:
				err = plainjson.Write(c.sys.Out, report)
			default:
				says := reportText(report)
				if c.sys.shows() {
					says = hung(says, c.sys.width(), 2)
				}
				_, err = io.WriteString(c.sys.Out, says)
			}
			if n := len(report.Mistakes) + report.More; err == nil && n > 0 {
				err = fmt.Errorf("%s to mend", prose.Count(float64(n), "mistake"))
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON, with stable names")
	cmd.Flags().BoolVar(&again, "watch", false, "check again whenever a file of the pack is saved, until ctrl+c")
	cmd.Flags().StringSliceVar(&topics, "topic", nil, "look at these topics alone: ids with commas between them")
	return cmd
}

// checked is the report on the pack in a folder, or on the built-in library, be it that it did not load. What it quotes of the pack is
// harmless.
func (c *cli) checked(args, topics []string) (craft.Report, error) {
	request := craft.Request{Now: c.sys.Now()}
	p, err := c.sys.base()
	if err == nil && len(args) > 0 {
		request.Base = p
		p, err = pack.LoadDir(args[0], request.Base)
	}
	var r craft.Report
	var mistakes pack.Mistakes
	switch {
	case errors.As(err, &mistakes):
		first, more := mistakes.Listed()
		var all []craft.Finding
		for _, m := range first {
			all = append(all, craft.Finding{Subject: m.Situation, Says: m.String()})
		}
		r = craft.Unread(all, more)
	case err != nil:
		return craft.Report{}, err
	default:
		if request.Topics, err = topicIDs(p, topics); err != nil {
			return craft.Report{}, err
		}
		request.Layout = fit.New(p)
		r = craft.Check(p, request)
	}
	for _, list := range [][]craft.Finding{r.Mistakes, r.Warnings} {
		for i := range list {
			list[i].Subject, list[i].Says = prose.Line(list[i].Subject), prose.Line(list[i].Says)
		}
	}
	return r, nil
}

// rechecked is checked while a pack is written: what cannot be looked at at the moment is a mistake like others.
func (c *cli) rechecked(args, topics []string) craft.Report {
	r, err := c.checked(args, topics)
	if err != nil {
		return craft.Unread([]craft.Finding{{Says: prose.Line(prose.Worded(err))}}, 0)
	}
	return r
}

// reportText is the report as an author reads it.
func reportText(r craft.Report) string {
	var b strings.Builder
	findings := func(title string, list []craft.Finding, more int) {
		fmt.Fprintf(&b, "%s: %d\n", title, len(list)+more)
		for _, f := range list {
			b.WriteString("  " + findingText(f) + "\n")
		}
		if more > 0 {
			b.WriteString("  " + pack.MoreMistakes(more) + "\n")
		}
	}
	fmt.Fprintf(&b, "Situations: %d\n", r.Situations)
	if r.Variants > 0 {
		fmt.Fprintf(&b, "Variants: %d\n", r.Variants)
	}
	findings("Mistakes", r.Mistakes, r.More)
	findings("Warnings of craft", r.Warnings, 0)
	b.WriteString(figuresTable(r))
	if len(r.Cues) > 0 {
		b.WriteString("\nWhat a guesser earns by a cue alone\n")
		for _, c := range r.Cues {
			b.WriteString("  " + c.String() + "\n")
		}
	}
	if len(r.Coverage) > 0 {
		b.WriteString("\n" + coverageTable(r.Coverage))
	}
	return b.String()
}

// findingText is a finding in a line, with what it is of.
func findingText(f craft.Finding) string {
	if f.Subject != "" && !strings.Contains(f.Says, f.Subject) {
		return f.Subject + ": " + f.Says
	}
	return f.Says
}

// figureWidth is that of the column which says what a figure is.
const figureWidth = 45

// figuresTable is the figures beside their bars: those that every country has in common, then those of each.
func figuresTable(r craft.Report) string {
	var b strings.Builder
	few := 0
	table := func(title, country string) {
		begun := false
		for _, f := range r.Figures {
			if f.Country != country {
				continue
			}
			if f.Verdict == craft.TooFew {
				few++
				continue
			}
			if !begun {
				fmt.Fprintf(&b, "\n%-*s%9s%10s\n", figureWidth+2, title, "found", "wanted")
				begun = true
			}
			b.WriteString("  " + figureLine(f) + "\n")
		}
	}
	for _, j := range guidance.Jurisdictions() {
		table("What families give away, "+j.Name(), string(j))
	}
	table("How families are written", "")
	if few > 0 {
		fmt.Fprintf(&b, "\nMore is worked out from %d families on, and of one format from %d.\n", craft.EnoughFamilies, craft.EnoughOfFormat)
	}
	return b.String()
}

// figureLine is a figure, its bar, and whether it is met.
func figureLine(f craft.Figure) string {
	says, verdict := f.Says, string(f.Verdict)
	if f.Format != "" {
		says = "  in the format " + f.Format
	}
	return fmt.Sprintf("%-*s%9s%10s  %s", figureWidth, says, f.Measured(), f.Wanted(), verdict)
}

// How wide the columns of coverage are, so that a table has room in 80 columns.
const (
	topicWidth = 30
	countWidth = 8
)

// coverageTable is topics by formats, then by levels and countries.
func coverageTable(rows []craft.Row) string {
	widest := 24
	for _, r := range rows {
		widest = min(max(widest, len(r.Topic)), topicWidth) // ids are ASCII
	}
	var b strings.Builder
	table := func(title string, columns []string, counts func(r craft.Row, column string) int) {
		fmt.Fprintf(&b, "%-*s", widest+2, title)
		for _, name := range append(columns, "all") {
			fmt.Fprintf(&b, "%*s", countWidth, name)
		}
		b.WriteByte('\n')
		for _, r := range rows {
			fmt.Fprintf(&b, "  %-*s", widest, cells.Cut(prose.Line(r.Topic), widest, "…"))
			for _, column := range columns {
				fmt.Fprintf(&b, "%*d", countWidth, counts(r, column))
			}
			fmt.Fprintf(&b, "%*d\n", countWidth, r.Total)
		}
	}
	var formats []string
	for _, f := range scenarios.Formats() {
		formats = append(formats, f.Name())
	}
	table("Coverage", formats, func(r craft.Row, column string) int { return r.Formats[column] })
	b.WriteByte('\n')
	table("Coverage", []string{"level 1", "2", "3", "uk", "ie"}, func(r craft.Row, column string) int {
		return r.Levels[strings.TrimPrefix(column, "level ")] + r.Jurisdictions[column]
	})
	return b.String()
}
