package command

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/exchange/moodle"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// mostOfBank is how large a file of questions may be, in bytes.
const mostOfBank = 64 << 20

// packImport is the command that makes a pack of the questions of a learning platform.
func (c *cli) packImport() *cobra.Command {
	about := exchange.About{}
	cmd := &cobra.Command{
		Use:   "import FILE DIR",
		Short: "Make a pack of questions from Moodle, in Moodle XML or GIFT",
		Long: "FILE is what a question bank exports as Moodle XML, or as GIFT. Each question becomes a situation in DIR, which cites\n" +
			"no guidance until you give each option a clause. What can't be kept is listed, and written into IMPORTED.md there.",
		Example: "  probity pack import questions.xml ward\n  probity pack import questions.gift.txt ward --id ward --title \"Messages on the ward\"",
		Args:    c.takes(2, 2, "name the file of questions, and the folder for the pack: one that is empty or not there yet"),
		RunE:    func(_ *cobra.Command, args []string) error { return c.importQuestions(args[0], args[1], about) },
	}
	cmd.Flags().StringVar(&about.ID, "id", "", "what answers are recorded under (default: made of the folder's name)")
	cmd.Flags().StringVar(&about.Title, "title", "", "what the pack is called (default: the folder's name)")
	return cmd
}

// importQuestions reads a file of questions and writes the pack that is made of it.
func (c *cli) importQuestions(file, dir string, about exchange.About) error {
	if err := c.door().Vacant(dir); err != nil {
		return err
	}
	base, err := c.sys.base()
	if err != nil {
		return err
	}
	about.Countries = []guidance.Jurisdiction{guidance.UK}
	if c.jurisdiction != "" {
		about.Countries = []guidance.Jurisdiction{guidance.Jurisdiction(c.jurisdiction)}
	}
	about = about.Named(filepath.Base(filepath.Clean(dir)))
	bank, err := c.door().Read("file of questions", file, mostOfBank)
	if err != nil {
		return err
	}
	questions, lost, err := readBank(bank)
	if err != nil {
		return fmt.Errorf("reading the questions in %s: %w", prose.Line(file), err)
	}
	draft, partly := exchange.Draft(questions, about)
	if draft, err = exchange.Settle(draft, base); err != nil {
		return err
	}
	lost = exchange.InOrderOfLines(append(lost, partly...))
	files := draft.Files()
	files[importedName] = notes(filepath.Base(file), draft, lost)
	if err := c.door().Found(dir, files, pack.ManifestName); err != nil {
		return err
	}
	c.saysImported(dir, len(questions), draft, lost)
	return nil
}

// readBank reads questions in whichever form they are: Moodle XML begins with a sign that GIFT has no use for there.
func readBank(bank []byte) ([]exchange.Question, []exchange.Loss, error) {
	if strings.HasPrefix(exchange.Beginning(bank), "<") {
		return moodle.Read(bank)
	}
	return gift.Read(bank)
}

// importedName is the file that says what became of the questions.
const importedName = "IMPORTED.md"

// notes is what is written of an import for its author to work through: what is to be done, each with its file; then what is gone.
func notes(file string, d pack.Draft, lost []exchange.Loss) []byte {
	var b bytes.Buffer
	about := func(kind string, s *scenarios.Situation, path string, lacks ...string) {
		todo := slices.DeleteFunc(slices.Clone(lost), func(l exchange.Loss) bool { return l.Became != s.ID })
		if len(todo)+len(lacks) > 0 {
			fmt.Fprintf(&b, "\n## %s: %s\n\n`%s`\n\n", kind, markup.FromPlain(s.Title), path)
		}
		for _, l := range lacks {
			b.WriteString("- " + markup.FromPlain(l) + "\n")
		}
		for _, l := range todo {
			b.WriteString("- " + markup.FromPlain(l.Says) + "\n")
		}
	}
	fmt.Fprintf(&b, "# From %s\n\n%s\n", markup.FromPlain(prose.Line(file)), became(d))
	for _, u := range d.Unfinished {
		about("Put aside", u.Situation, pack.UnfinishedFile(u.Situation), u.Lacks...)
	}
	for _, s := range d.Situations {
		about("To do", s, pack.SituationFile(s))
	}
	gone := slices.DeleteFunc(slices.Clone(lost), func(l exchange.Loss) bool { return l.Became != "" })
	if len(gone) > 0 {
		b.WriteString("\n## Not kept\n\n")
	}
	for _, l := range gone {
		b.WriteString("- " + markup.FromPlain(l.String()) + "\n")
	}
	return b.Bytes()
}

// became says how many situations there are.
func became(d pack.Draft) string {
	return fmt.Sprintf("%s on %s, and %s put aside. Each option still has cites = [\"uncited\"]: give it the clause that decides.",
		prose.Count(float64(len(d.Situations)), "situation"), prose.Count(float64(len(d.Topics)), "topic"), prose.Number(float64(len(d.Unfinished))))
}

// mostSaid is how many things that were not kept are said; the file has all.
const mostSaid = 12

// saysImported says what became of the questions, and what comes next.
func (c *cli) saysImported(dir string, questions int, d pack.Draft, lost []exchange.Loss) {
	say := c.console().Say
	say(fmt.Sprintf("Read: %s. Written to %s: %s", prose.Count(float64(questions), "question"), prose.Line(dir), became(d)))
	for i, l := range lost {
		if i == mostSaid {
			say(fmt.Sprintf("  … and %d more: %s lists them.", len(lost)-i, importedName))
			break
		}
		say("  " + l.String())
	}
	say("Next: probity pack check " + asTyped(dir))
}
