package command

import (
	"errors"

	"github.com/spf13/cobra"

	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// review is the command that meets what is due.
func (c *cli) review() *cobra.Command {
	ahead := false
	cmd := &cobra.Command{
		Use:     "review",
		Aliases: []string{"reviews", "revise"},
		Short:   "Review what is due, or what comes next",
		Long: "What you have met comes back when it is due, by principle, and through another situation than the last.\n" +
			"With --ahead you meet what comes next before it is due; it comes back when it would have.",
		Example: "  probity review            what is due\n  probity review --ahead    what comes next",
		Args:    c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.tutor(cmd, review{practice{tutor.Selection{Review: !ahead, Ahead: ahead}, c.how(cmd, tutor.AsAsked)}}, true)
		},
	}
	c.practiceFlags(cmd)
	cmd.Flags().BoolVar(&ahead, "ahead", false, "meet what comes next before it is due")
	return cmd
}

// review is a practice of what there may be none of: what is due, what was missed. That there is none is no error.
type review struct{ practice }

func (r review) lead(console *linear.Console, t *tutor.Tutor) error {
	err := r.practice.lead(console, t)
	if errors.Is(err, tutor.ErrNoneDue) {
		console.Say("Nothing is due for review today. The next is due " + t.Clock.Day(t.Practices.Reviews().Next) + "; --ahead meets it before then.")
		return nil
	}
	if errors.Is(err, tutor.ErrNoneMet) {
		console.Say("There is nothing to review yet: practise first, and what you meet comes back here.")
		return nil
	}
	for _, none := range []error{tutor.ErrNoneAhead, tutor.ErrNoneMissed, tutor.ErrNoneMarked} {
		if errors.Is(err, none) {
			console.Say(prose.Capital(none.Error()) + ".")
			return nil
		}
	}
	return err
}
