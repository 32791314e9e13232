package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// manual prints the manual page: what help says of every command, in one page of roff. The library that makes pages of commands would make the
// program 0.8 MB larger, and a page for each of 40 commands.
func (c *cli) manual() *cobra.Command {
	return &cobra.Command{
		Use:   "manual",
		Short: "Print the manual page of all commands, for man",
		Long:  "On Linux and macOS, man reads it at once, or from where pages are kept.",
		Example: "  probity manual > probity.1 && man ./probity.1\n" +
			"  probity manual > /usr/local/share/man/man1/probity.1",
		Args: c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c.writeManual(cmd.Root())
			return nil
		},
	}
}

func (c *cli) writeManual(root *cobra.Command) {
	page := &roff{out: c.sys.Out}
	fmt.Fprintf(page.out, ".TH PROBITY 1 \"\" \"%s\" \"\"\n", Program)
	page.heading("NAME")
	page.text("probity - " + root.Short)
	page.heading("SYNOPSIS")
	page.text("probity [COMMAND] [FLAGS]")
	page.heading("DESCRIPTION")
	page.text(root.Long)
	page.rows(flagRows(root.Flags()))
	page.heading("COMMANDS")
	page.commands(root)
	page.heading("FLAGS OF EVERY COMMAND")
	page.rows(flagRows(root.PersistentFlags()))
	page.heading("ENVIRONMENT")
	page.rows([][2]string{
		{"PROBITY_DATA", "the folder of the record, where --data does not say"},
		{"XDG_DATA_HOME", "on Linux the folder in which that folder is, where neither says; ~/.local/share in its absence"},
		{"NO_COLOR", "no colours, whatever it is set to"},
		{"TERM", "dumb: plain lines"},
	})
	page.heading("EXIT STATUS")
	page.rows([][2]string{{"0", "it was done"}, {"1", "something went wrong, and it is said what"}, {"2", "what was asked cannot be asked so"}})
}

// roff writes a manual page.
type roff struct{ out io.Writer }

// safe is a text that is no command of roff.
func safe(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...").Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		return `\&` + text
	}
	return text
}

func (r *roff) heading(name string) { fmt.Fprintf(r.out, ".SH \"%s\"\n", safe(name)) }

// text writes paragraphs, and what is indented as it is.
func (r *roff) text(said string) {
	for paragraph := range strings.SplitSeq(said, "\n\n") {
		fmt.Fprintln(r.out, ".PP")
		for line := range strings.SplitSeq(paragraph, "\n") {
			fmt.Fprintln(r.out, safe(line))
		}
	}
}

func (r *roff) rows(rows [][2]string) {
	for _, row := range rows {
		fmt.Fprintf(r.out, ".TP\n\\fB%s\\fR\n%s\n", safe(strings.TrimSpace(row[0])), safe(row[1]))
	}
}

// commands writes what there is to say of each command below one that help lists.
func (r *roff) commands(of *cobra.Command) {
	for _, group := range listed(of) {
		for _, row := range group.rows {
			cmd, _, err := of.Find([]string{row[0]})
			if err != nil {
				continue // it was listed by its name
			}
			r.command(cmd)
			r.commands(cmd)
		}
	}
}

func (r *roff) command(cmd *cobra.Command) {
	fmt.Fprintf(r.out, ".SS \"%s\"\n", safe(strings.ReplaceAll(strings.TrimSuffix(cmd.UseLine(), " [flags]"), `"`, `'`)))
	r.text(cmd.Short + ".")
	if cmd.Long != "" && cmd.Parent().Name() != "completion" {
		r.text(cmd.Long)
	}
	r.rows(flagRows(cmd.LocalNonPersistentFlags()))
	if cmd.Example == "" {
		return
	}
	fmt.Fprintln(r.out, ".PP\n.nf")
	for line := range strings.SplitSeq(cmd.Example, "\n") {
		fmt.Fprintln(r.out, safe(line))
	}
	fmt.Fprintln(r.out, ".fi")
}
