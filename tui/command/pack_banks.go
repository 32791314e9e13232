package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
	"probity/scenarios/exchange/moodle"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// bank is a form of questions that a learning platform takes in.
type bank struct {
	name, called string // of the command, and as people say it
	file         string // what a file is called whose name nobody gave
	holds        string // what it can't hold, as help says it
	write        func([]exchange.Question) ([]byte, []exchange.Loss, error)
}

func banks() []bank {
	return []bank{
		{"moodle", "Moodle XML", "probity-moodle.xml", "A ranking becomes a question of the type ordering, which Moodle has since 4.5.", func(q []exchange.Question) ([]byte, []exchange.Loss, error) {
			file, err := moodle.Write(q)
			return file, nil, err
		}},
		{"gift", "GIFT", "probity-gift.txt", "GIFT holds no ranking: what is left out is listed.", func(q []exchange.Question) ([]byte, []exchange.Loss, error) {
			file, lost := gift.Write(q)
			return file, lost, nil
		}},
	}
}

// packBank is the command that writes situations as questions of a learning platform.
func (c *cli) packBank(b bank) *cobra.Command {
	topics, out, force := []string{}, "", false
	cmd := &cobra.Command{
		Use:   b.name + " [DIR]",
		Short: "Write situations as questions for a question bank, in " + b.called,
		Long: "The pack in DIR, or the library, becomes a file that a question bank takes in: a category of each topic, a question of\n" +
			"each variant, with its reasons and the extracts that decide it. " + b.holds,
		Example: fmt.Sprintf("  probity pack %[1]s my-pack -o %[2]s\n  probity pack %[1]s --topic boundaries,images", b.name, b.file),
		Args:    c.takes(0, 1, "name one folder, the one that holds pack.toml, or none for the library"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, situations, err := c.taught(args, topics)
			if err != nil {
				return err
			}
			file, lost, err := b.write(exchange.Questions(p, situations))
			if err != nil {
				return err
			}
			for _, l := range lost {
				fmt.Fprintf(c.sys.Err, "probity: left out of the file: %s\n", prose.Line(l.String()))
			}
			if out == "-" {
				_, err := c.sys.Out.Write(file)
				return err
			}
			path, err := c.door().Publish(out, b.file, force, tutor.Holding(file))
			if err != nil {
				return err
			}
			c.console().Say(fmt.Sprintf("Written to %s, of %s.", path, prose.Count(float64(len(situations)), "situation")))
			return nil
		},
	}
	cmd.Flags().StringSliceVar(&topics, "topic", nil, "these topics alone: ids with commas between them")
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write, or - for standard output (default "+b.file+")")
	cmd.Flags().BoolVar(&force, "force", false, "replace the file if it is there")
	return cmd
}
