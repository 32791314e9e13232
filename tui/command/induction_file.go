package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"probity/progress/folder"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// inductionFile is the command with which the file of a session leaves the place where it was led.
func (c *cli) inductionFile() *cobra.Command {
	out, force := "", false
	cmd := &cobra.Command{
		Use:   "file [NUMBER]",
		Short: "Write the file of a session, for those who took part and for reports",
		Long: "NUMBER is a session's; without one it is the last session here that has ended and is no rehearsal. The file has no names.\n" +
			"Who took part notes it by the file (induction attend), and reports, certificates of attendance and cohorts are made from it.",
		Example: "  probity induction file -o session.toml\n  probity induction file 20261120-090000-abcd > session.toml",
		Args:    c.takes(0, 1, "name one session by its number, or none for the last that has ended"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 && !c.isNumber(args[0]) {
				return misused("%q is a file already: name a session that was led here by its number", args[0])
			}
			return c.writeSession(args, out, force)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write, or - for standard output")
	cmd.Flags().BoolVar(&force, "force", false, "replace the file if it is there")
	return cmd
}

func (c *cli) writeSession(args []string, out string, force bool) error {
	if ids, err := c.sessions().List(); err == nil && len(ids) == 0 {
		return misused("no session was led here yet: probity induction leads one")
	}
	session, facts, err := c.session(args)
	if err != nil {
		return err
	}
	text, err := folder.SessionText(session.ID, facts)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.sys.Err, prose.Line(fmt.Sprintf("File of %v (%s).", session, session.ID)))
	if out == "-" || out == "" && !c.sys.shows() {
		_, err := c.sys.Out.Write(text)
		return err
	}
	path, err := c.door().Publish(out, "probity-session.toml", force, tutor.Holding(text))
	if err != nil {
		return err
	}
	c.console().Say("Written to " + path + ".")
	return nil
}
