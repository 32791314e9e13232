package command

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/scenarios/pack"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// guidance is the command that prints extracts.
func (c *cli) guidance() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "guidance [WORDS | CLAUSE-ID]",
		Short: "Print what holds your words: extracts, situations and principles; or the paragraph you name",
		Long: "What holds all your words is printed, with the situations and principles that do and what the UK and Ireland\n" +
			"differ on, the paragraph you name by its id, or the list of documents. Other names for your words count too (whatsapp is\n" +
			"instant messaging), and so does one slip of the key. Where you have imported a copy of your own, the original\n" +
			"stands under each extract. After -- everything is a word to search for, the commands below too.",
		Example: "  probity guidance anonymous\n  probity guidance gmc-social-2024/trust-3\n  probity guidance import guidance.pdf\n" +
			"  probity guidance -- import",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			t, damage, err := c.desk(cmd)
			if err != nil {
				return err
			}
			r, damage := c.reader(t, damage)
			text, err := extracts(t.Library, strings.Join(args, " "), r, func(clause *guidance.Clause) string {
				return t.Copies.All().Extract(clause, r)
			})
			if err != nil {
				return err
			}
			return cmp.Or(c.print(text), damage)
		},
	}
	cmd.AddCommand(c.importCopies(), c.sources(), c.forget())
	return cmd
}

// desk is a tutor with the library and the learner's own copies. A record that cannot be read keeps nobody from either: it comes
// back beside the tutor.
func (c *cli) desk(cmd *cobra.Command) (t *tutor.Tutor, damage, err error) {
	if _, _, err := c.library(); err != nil {
		return nil, nil, err
	}
	t, damage = c.open(cmd)
	if err := load(t); err != nil {
		return nil, nil, err
	}
	if damage == nil {
		damage = t.Read().Do()
	}
	c.notify(t.Notices())
	return t, damage, nil
}

// reader is who reads: as the flags say, else as the record has it, else a doctor in the UK. A record that cannot be read is said
// here, with what that means for the labels, and comes back as an error that was said.
func (c *cli) reader(t *tutor.Tutor, damage error) (guidance.Reader, error) {
	learner := t.Profile.Learner()
	if damage != nil {
		learner = tutor.Learner{Role: guidance.Role(c.role), Jurisdiction: guidance.Jurisdiction(c.jurisdiction)}
		text := prose.Worded(damage)
		if !learner.Complete() {
			text += " Guidance is labelled for a doctor in the UK, unless --role and --jurisdiction say otherwise."
		}
		c.notify([]string{text})
		damage = said{damage}
	}
	if !learner.Role.Known() {
		learner.Role = guidance.Doctor
	}
	if !learner.Jurisdiction.Known() {
		learner.Jurisdiction = guidance.UK
	}
	return learner.Reader(), damage
}

// extracts is the Markdown of what was asked for: a clause with what changed, what a search for the words finds, or the list of documents.
// extract is the Markdown of one clause.
func extracts(library *tutor.Library, words string, r guidance.Reader, extract func(*guidance.Clause) string) (string, error) {
	words = prose.Line(words)
	lib := library.Pack().Guidance
	if words == "" {
		return documents(library.Pack()), nil
	}
	if c, ok := lib.Clause(words); ok {
		return one(lib, c, extract), nil
	}
	return search(library, words, r, extract)
}

func documents(p *pack.Pack) string {
	var b strings.Builder
	b.WriteString("# The guidance Probity teaches\n\n")
	for _, s := range p.Guidance.Sources() {
		fmt.Fprintf(&b, "## %s\n\n%s, %s · %s · %s · addressed to %s · %s, last checked %s\n\n",
			s.Title, s.Publisher, s.Edition(), s.Status, s.Jurisdiction.Name(), s.Audience(), prose.Count(float64(len(s.Clauses)), "paragraph"), s.Checked.Format("2 January 2006"))
		for _, says := range []string{s.Note, p.Whose(s.ID)} {
			if says != "" {
				b.WriteString(says + "\n\n")
			}
		}
	}
	b.WriteString("Name a paragraph or give words to search for: probity guidance anonymous\n")
	return b.String()
}

func one(lib *guidance.Library, c *guidance.Clause, extract func(*guidance.Clause) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s", c.ID, extract(c))
	if c.Changed != "" {
		fmt.Fprintf(&b, "\n**Now:** %s\n", c.Changed)
	}
	for _, now := range lib.Clauses(c.Today) {
		fmt.Fprintf(&b, "\n## Today: %s\n\n%s", now.ID, extract(now))
	}
	for _, before := range lib.Before([]string{c.ID}) {
		fmt.Fprintf(&b, "\n## Before: %s\n\n%s\n**Now:** %s\n", before.ID, extract(before), before.Changed)
	}
	for _, d := range lib.Differences([]string{c.ID}) {
		fmt.Fprintf(&b, "\n## UK and Ireland: %s\n\n%s\n", d.Title, strings.TrimSpace(d.Says))
	}
	return b.String()
}

// print writes Markdown: styled on a terminal, as it is in a pipe.
func (c *cli) print(text string) error {
	md := prose.FromMarkdown(text)
	out := strings.TrimRight(md.String(), "\n")
	if !c.plain() {
		out = markdown.New().Render(md, min(c.sys.width(), 100)-2, c.printTheme())
		return c.sys.colour(out)
	}
	_, err := fmt.Fprintln(c.sys.Out, out)
	return err
}

// printTheme is the look of printed guidance. The terminal is not asked for its background: that can take long, so
// without --theme the colours are left out and weight alone styles the text.
func (c *cli) printTheme() *theme.Theme {
	kind := theme.Kind(c.theme)
	if kind == "" || kind == theme.Auto || c.sys.profile() <= colorprofile.ANSI {
		kind = theme.Mono
	}
	return theme.New(kind, true)
}
