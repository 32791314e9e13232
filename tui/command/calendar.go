package command

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"probity/tui/tutor"
)

// calendarUsage says what the flag --ics does.
const calendarUsage = "what is due, and in Ireland the end of a doctor's scheme year, for a calendar program: --ics -o due.ics"

// calendar writes what is due for a calendar program, to standard output where no file is named.
func (c *cli) calendar(t *tutor.Tutor, out string, force bool) error {
	file, err := dueFile(t)
	if err != nil {
		return err
	}
	return c.deliver(file, out, force)
}

// deliver writes a file, and says where, or puts it out where none is named. Some shells of Windows change what goes through their own >.
func (c *cli) deliver(file []byte, out string, force bool) error {
	if out == "" || out == "-" {
		_, err := c.sys.Out.Write(file)
		return err
	}
	path, err := c.door().Place(out, "", force, tutor.Holding(file))
	if err == nil {
		c.console().Say("Written to " + path + ".")
	}
	return err
}

// dueFile is what is due as a file for a calendar program. A calendar of nothing is none: RFC 5545 (3.6) asks for an event at the least.
func dueFile(t *tutor.Tutor) ([]byte, error) {
	due := t.Progress.Calendar()
	if due.Empty() {
		return nil, errors.New("nothing is due yet, so there is nothing for a calendar: practise, and ask again")
	}
	return due.File(), nil
}

// alone refuses beside --ics what is about a certificate.
func (o *certificate) alone(cmd *cobra.Command) (err error) {
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Changed && err == nil && !slices.Contains([]string{"ics", "output", "force"}, f.Name) {
			err = misused("--ics is of what is due, and makes no certificate: leave --%s out", f.Name)
		}
	})
	return err
}
