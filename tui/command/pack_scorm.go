package command

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/scenarios/scorm"
	"probity/tui/prose"
)

// packScorm is the command that takes situations to a learning platform.
func (c *cli) packScorm() *cobra.Command {
	p, topics, assessment := printed{format: "zip"}, []string{}, false
	cmd := &cobra.Command{
		Use:   "scorm [DIR]",
		Short: "Make a file of situations for a learning platform: ESR, Totara, Moodle",
		Long: "DIR is the folder of a pack; without one it is the whole library. The file is a SCORM 1.2 package, which is uploaded to the\n" +
			"platform as it is. It has a page that asks, marks and explains, and tells the platform status, score and time. It is made for\n" +
			"those who practise in the UK unless --jurisdiction says otherwise, and for everybody who works there unless --role names one role.\n\n" +
			"A practice asks each situation once, and again with one fact changed. What variants are left come in a further attempt. Options\n" +
			"are shuffled when the file is made, and then stand so for everybody; --seed fixes that, and what is drawn.",
		Example: "  probity pack scorm --topic boundaries -o boundaries.zip\n" +
			"  probity pack scorm --assessment --role doctor --seed 7 -o assessment.zip",
		Args: c.takes(0, 1, "name one folder, the one that holds pack.toml, or none for the library"),
		RunE: func(_ *cobra.Command, args []string) error {
			if assessment && len(topics) > 0 {
				return misused("--assessment draws from every topic: leave out --topic")
			}
			return c.makeScorm(p, args, topics, assessment)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&topics, "topic", nil, "only these topics, by id or title")
	f.BoolVar(&assessment, "assessment", false, "an assessment, drawn as the pack says, with a pass rule")
	f.StringVarP(&p.out, "output", "o", "", "the file to write, or - for standard output")
	f.BoolVar(&p.force, "force", false, "replace the file if it is there")
	c.seedFlag(cmd)
	return cmd
}

func (c *cli) makeScorm(p printed, args, topics []string, assessment bool) error {
	library, situations, err := c.taught(args, topics)
	if err != nil {
		return err
	}
	role := cmp.Or(guidance.Role(c.role), guidance.AnyRole)
	course := scorm.Course{Pack: library, Situations: situations, Reader: role.In(cmp.Or(guidance.Jurisdiction(c.jurisdiction), guidance.UK)), Seed: c.seed}
	make := scorm.Practice
	if assessment {
		make = scorm.Assessment
	}
	made, err := make(course)
	if err != nil {
		return fmt.Errorf("making the file for a learning platform: %w", err)
	}
	file, err := made.Zip()
	if err != nil {
		return fmt.Errorf("making the file for a learning platform: %w", err)
	}
	for _, note := range made.Notes {
		fmt.Fprintln(c.sys.Err, prose.Line(note))
	}
	fmt.Fprintln(c.sys.Err, prose.Line(made.Title()+": "+made.Holds()))
	return c.place(p, "probity-scorm", file)
}
