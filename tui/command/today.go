package command

import (
	"errors"

	"github.com/spf13/cobra"

	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// today is the command that does what a day asks for.
func (c *cli) today() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "today",
		Short: "About ten minutes: what is due, then what is new; or the Today you left",
		Long: "What is due comes first: you meet each principle in another situation than the last time. Then a mistake that you were very sure\n" +
			"of and have not put right; then situations that you have not met, the easier ones first. What does not fit into about ten minutes\n" +
			"waits. A Today that you left is carried on, unless you say --new.",
		Example: "  probity today          what is due, then what is new\n  probity today --new    leave aside the one that you began",
		Args:    c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.tutor(cmd, daily{practice{tutor.Selection{Today: true}, c.how(cmd, tutor.AsAsked)}}, true)
		},
	}
	c.seedFlag(cmd)
	c.newFlag(cmd, "begin anew even if a Today was left unfinished")
	return cmd
}

// next is the command that meets one situation.
func (c *cli) next() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "next",
		Short: "One situation: the first of what today holds",
		Long:  "The situation that probity today would begin with, and no more. A Today that you left is carried on instead.",
		Args:  c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.tutor(cmd, daily{practice{ask: tutor.Selection{Today: true, First: true}}}, true)
		},
	}
	c.seedFlag(cmd)
	return cmd
}

// daily is Today, or the first of it. That it holds nothing is no error.
type daily struct{ practice }

func (d daily) lead(console *linear.Console, t *tutor.Tutor) error {
	err := d.practice.lead(console, t)
	if !errors.Is(err, tutor.ErrNoneToday) {
		return err
	}
	text := prose.Sentence(err)
	if next := t.Practices.Reviews().Next; !next.IsZero() {
		text += " The next is due " + t.Clock.Day(next) + "; probity review --ahead meets it before then."
	}
	console.Say(text)
	return nil
}
