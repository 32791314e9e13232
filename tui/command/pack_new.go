package command

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios/pack"
	"probity/scenarios/starter"
	"probity/tui/linear"
	"probity/tui/prose"
)

// packNew is the command with which an author begins.
func (c *cli) packNew() *cobra.Command {
	given := map[string]*string{"title": new(string), "id": new(string), "owner": new(string), "document": new(string), "jurisdiction": &c.jurisdiction}
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Begin a pack: five questions, and a small one is there to be changed",
		Long: "Asks five things, each with an answer that enter takes, and leaves a pack in DIR that is whole: a policy with two\n" +
			"clauses, a situation of each format, and notes that say how each is written. What a flag answers is not asked.",
		Example: "  probity pack new our-pack\n  probity pack new our-pack --title \"Messages at work\" --id messages --owner \"Anytown Hospital\" --jurisdiction uk --document \"Messaging policy\"",
		Args:    c.takes(1, 1, "name one folder, which is empty or not there yet"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := c.door().Vacant(args[0]); err != nil {
				return err
			}
			answers, err := c.answers(given)
			if err != nil {
				return err
			}
			return c.beginPack(args[0], answers)
		},
	}
	cmd.Flags().StringVar(given["title"], "title", "", "what the pack is called")
	cmd.Flags().StringVar(given["id"], "id", "", "what answers are recorded under: small letters, digits and hyphens")
	cmd.Flags().StringVar(given["owner"], "owner", "", "whose pack it is, such as a hospital")
	cmd.Flags().StringVar(given["document"], "document", "", "the title of the document that decides")
	return cmd
}

// answers are those of flags, and of questions for what no flag answers.
func (c *cli) answers(given map[string]*string) (starter.Answers, error) {
	answers := starter.Answers{Today: c.sys.Now()}
	var blanks []linear.Blank
	var left []string
	for _, q := range starter.Questions() {
		if line := *given[q.Name]; line != "" {
			if err := q.Take(&answers, line); err != nil {
				return answers, misused("--%s %q cannot be used: %s", q.Name, line, err)
			}
			continue
		}
		left = append(left, "--"+q.Name)
		blanks = append(blanks, linear.Blank{
			Asks: q.Asks, Explains: q.Explains, Suggests: func() string { return cmp.Or(q.Of(answers), q.Suggests(answers)) }, // who goes back has answered
			Take: func(line string) error { return q.Take(&answers, line) },
		})
	}
	if len(blanks) == 0 {
		return answers, nil
	}
	ctx, stop := c.signals()
	defer stop()
	console := c.consoleUntil(ctx)
	for {
		if n := console.FillIn(blanks); n < len(blanks) {
			return answers, misused("no pack was made: %s not answered. Begin again, or answer by %s", areLeft(len(blanks)-n, len(starter.Questions())), text.Series(left[n:]))
		}
		if !c.sys.asks() || console.Confirm(summary(answers)) {
			return answers, nil
		}
		if console.Over() {
			return answers, misused("no pack was made: it was not agreed to")
		}
		console.Say("Then once more. An empty line takes what you have answered.")
	}
}

// summary asks whether a pack is to be made of the answers.
func summary(a starter.Answers) string {
	return fmt.Sprintf("“%s” (id %s), of %s, for %s. What decides: “%s”. Write it?", a.Title, a.ID, a.Owner, guidance.The(a.Country), a.Document)
}

// areLeft says how many of the questions there was no answer to.
func areLeft(n, of int) string {
	if n == 1 {
		return fmt.Sprintf("one of the %d questions was", of)
	}
	return fmt.Sprintf("%d of the %d questions were", n, of)
}

// beginPack writes the files of a new pack, and says what comes next.
func (c *cli) beginPack(dir string, a starter.Answers) error {
	files, err := starter.Files(a)
	if err != nil {
		return err
	}
	if err := c.door().Found(dir, files, pack.ManifestName); err != nil {
		return err
	}
	named := asTyped(dir)
	say := c.console().Say
	say(fmt.Sprintf("Written: a pack of %d files in %s. It is whole: change it piece by piece, beginning with guidance/policy.toml and", len(files), prose.Line(dir)) +
		" scenarios/messages/a-question-at-six.toml. The notes in them say how. Next:\n")
	for _, next := range [][2]string{
		{"probity pack check --watch " + named, "says what is wrong, each time you save"},
		{"probity pack show " + named, "lists what is in it, to be read as learners see it"},
		{"probity practise " + a.ID + ":a-question-at-six --pack " + named, "is you as a learner"},
	} {
		say("  " + next[0] + "\n      " + next[1])
	}
	if a.Title != starter.Example {
		say("\nUntil you write your own, its topic and its situations are an example, “" + starter.Example + "”: scenarios/topics.toml says what the topic is called.")
	}
	if a.Country == guidance.Ireland {
		say("\nIt is for Ireland: a learner is offered it who says that they practise there, as with --jurisdiction ie.")
	}
	return nil
}
