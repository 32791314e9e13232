package command

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"probity/tui/linear"
	"probity/tui/tutor"
)

// calendarUsage says what the flag --ics does.
const calendarUsage = "what is due, and in Ireland the end of a doctor's scheme year, for a calendar program: --ics > due.ics"

// calendar puts out what is due for a calendar program.
func (c *cli) calendar(t *tutor.Tutor) error {
	file, err := dueFile(t)
	if err == nil {
		_, err = c.sys.Out.Write(file)
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

// due writes the calendar where it is wanted.
func (o *certificate) due(t *tutor.Tutor) error {
	if o.out == "" || o.out == "-" {
		return o.calendar(t)
	}
	file, err := dueFile(t)
	if err != nil {
		return err
	}
	path, err := o.door().Place(o.out, "", o.force, tutor.Holding(file))
	if err != nil {
		return err
	}
	linear.New(o.sys.In, o.sys.Out).Say("Written to " + path + ".")
	return nil
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
