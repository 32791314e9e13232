package command

import (
	"github.com/spf13/cobra"

	"probity/tui/linear"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// assess is the command that sits an assessment.
func (c *cli) assess() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "assess",
		Aliases: []string{"assessment"},
		Short:   "Sit an assessment, or carry on with the one you left",
		Long: "A whole sitting on every topic, with no feedback until it is handed in. You may leave and carry on\n" +
			"another day. --new gives up the one you left.",
		Example: "  probity assess          begin, or carry on\n  probity assess --new    give up the one you left, and begin anew",
		Args:    c.noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.tutor(cmd, assessment{anew: c.fresh}, true) },
	}
	c.seedFlag(cmd)
	c.newFlag(cmd, "begin anew even if an assessment was left open")
	return cmd
}

// assessment is the sitting that counts for a certificate.
type assessment struct {
	anew bool // one that was left is given up
}

func (assessment) route() screen.Route { return screen.ToExamMenu{} }

func (a assessment) lead(console *linear.Console, t *tutor.Tutor) error {
	if left, ok := t.Assessments.Unfinished(); ok && !a.anew {
		return console.Assess(t, t.Assessments.Resume(left))
	}
	if lost, ok := t.Assessments.Stranded(); ok && !a.anew {
		return console.Stranded(t, lost)
	}
	draft, err := t.Assessments.Preview()
	if err != nil {
		return err
	}
	if _, open := t.Assessments.Unfinished(); open {
		console.Say("An assessment is open. Beginning another gives it up, and its answers never count.")
	}
	if !console.Propose(t, draft) {
		console.Say("Not begun: start it again when you have the time.")
		return nil
	}
	return console.Assess(t, t.Assessments.Begin(draft))
}
