package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/tui/parts/preview"
	"probity/tui/prose"
	"probity/tui/tutor"
)

func (c *cli) packShow() *cobra.Command {
	asMarkdown, each := false, false
	cmd := &cobra.Command{
		Use:   "show [DIR] ID",
		Short: "Read a situation as learners see it: each variant, each answer, the guidance",
		Long: "Shows a family, or one of its variants, as a learner meets it: the question, what is said to whoever answers as the\n" +
			"key has it (with --each: to each answer), every option, and the extracts. Options stand in the file's order, which\n" +
			"learners get shuffled. With DIR alone it lists what is in that pack. --jurisdiction and --role say whose eyes it is seen with; --markdown prints the file's words,\n" +
			"with the key, in one piece.",
		Example: "  probity pack show one-star-on-google\n  probity pack show my-pack                           what is in a pack\n  probity pack show my-pack late-post                 one of it\n  probity pack show my-pack late-post --markdown",
		Args:    c.takes(1, 2, "name one situation by its id, such as probity pack show one-star-on-google, or the folder of a pack, or both"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, own, id, err := c.shelf(args)
			if err != nil {
				return err
			}
			if id == "" {
				c.console().Say(contents(p, own))
				return nil
			}
			return c.show(p, own, id, asMarkdown, each)
		},
	}
	cmd.Flags().BoolVar(&each, "each", false, "the feedback on each answer whole, and not on the key alone")
	cmd.Flags().BoolVar(&asMarkdown, "markdown", false, "print it as Markdown with its key, and not as learners see it")
	return cmd
}

// shelf is where a situation is looked for: the library with the packs asked for, or with that of a folder, whose id own is then. The id is ""
// where a folder alone is named.
func (c *cli) shelf(args []string) (p *pack.Pack, own, id string, err error) {
	if p, _, err = c.library(); err != nil {
		return nil, "", "", err
	}
	dir := args[0]
	switch _, err := os.Stat(filepath.Join(dir, pack.ManifestName)); {
	case len(args) == 2:
		id = args[1]
	case err != nil:
		return p, "", args[0], nil
	}
	if p, err = c.loadNamed(dir, p, "shown"); err != nil {
		return nil, "", "", err
	}
	return p, p.Merged[len(p.Merged)-1].ID, id, nil
}

// contents lists what is in a pack, by topics.
func contents(p *pack.Pack, own string) string {
	var b strings.Builder
	n := 0
	for _, topic := range p.Bank.Topics() {
		begun := false
		for _, f := range p.Bank.Families() {
			if f.Topic != topic.ID || !strings.HasPrefix(f.ID, own+":") {
				continue
			}
			if !begun {
				begun = true
				fmt.Fprintf(&b, "\n%s\n", prose.Line(topic.Title))
			}
			n++
			fmt.Fprintf(&b, "  %s: %s (%s, %s)\n", strings.TrimPrefix(f.ID, own+":"), prose.Line(f.Title), strings.ToLower(f.Variants[0].Format.Title()), told(f))
		}
	}
	return fmt.Sprintf("%s: %s\n", own, prose.Count(float64(n), "situation")) + strings.TrimRight(b.String(), "\n")
}

func told(f *scenarios.Family) string {
	if f.Variants[0].Variant == "" {
		return "told alone"
	}
	return prose.Count(float64(len(f.Variants)), "variant")
}

// show shows a situation by its id, with or without the prefix of the pack in which it is looked for first.
func (c *cli) show(p *pack.Pack, own, id string, asMarkdown, each bool) error {
	for _, named := range []string{own + ":" + id, id} {
		f, is := p.Bank.Family(named)
		s, one := p.Bank.Situation(named)
		switch {
		case one && asMarkdown:
			return c.print(shown(p, s))
		case is && asMarkdown:
			return c.print(shownFamily(p, f))
		case one:
			return c.preview(p, []*scenarios.Situation{s}, each)
		case is:
			return c.preview(p, f.Variants, each)
		}
	}
	return fmt.Errorf("there is no situation %q: its id is the name of its file, a variant's is FAMILY/VARIANT, "+
		"and what a pack adds begins with the pack's, as in trust-x:late-night-post", id)
}

// preview shows situations as learners see them.
func (c *cli) preview(p *pack.Pack, all []*scenarios.Situation, each bool) error {
	for i, s := range all {
		reader := c.readerOf(s)
		t := tutor.Reading(p, reader)
		head := fmt.Sprintf("%s, as a learner sees it: %s, %s.", prose.Line(s.ID), reader.Role.Name(), reader.Jurisdiction.Short())
		if s.Turns != "" {
			head += "\nWhat makes the difference: " + prose.FromMarkdown(s.Turns).Plain()
		}
		if i > 0 {
			head = "\n" + head
		}
		if c.plain() {
			console := c.console()
			console.Say(head + "\n")
			console.Preview(t, s, each)
			continue
		}
		if err := c.sys.colour(c.drawn(t, s, head, each)); err != nil {
			return err
		}
	}
	return nil
}

// readerOf is whose eyes a situation is seen with: as the flags say, as far as it is offered there, else one of those it is for.
func (c *cli) readerOf(s *scenarios.Situation) tutor.Learner {
	l := tutor.Learner{Role: guidance.Role(c.role), Jurisdiction: guidance.Jurisdiction(c.jurisdiction)}
	if l.Role == "" {
		l.Role = s.Setting
	}
	if !l.Role.Known() {
		l.Role = guidance.Doctor
	}
	if !s.For(l.Jurisdiction) && len(s.Jurisdictions) > 0 {
		l.Jurisdiction = s.Jurisdictions[0]
	}
	return l
}

// drawn is a situation as screens show it, one part below the other.
func (c *cli) drawn(t *tutor.Tutor, s *scenarios.Situation, head string, each bool) string {
	width, th := c.sys.width(), c.printTheme()
	drawn := preview.New(t, width, th)
	var b strings.Builder
	part := func(title, body string) {
		rule := strings.Repeat("─", max(3, min(width, 100)-len(title)-4))
		fmt.Fprintf(&b, "\n%s %s %s\n\n%s\n", th.Rule.Render("──"), th.Heading.Render(title), th.Rule.Render(rule), body)
	}
	b.WriteString(worded(head, width) + "\n")
	part("The question", drawn.Question(s))
	for _, chosen := range scenarios.Previewed(s, each) {
		part(scenarios.PreviewTitle(s, chosen), drawn.Feedback(s, chosen))
	}
	part("Every option and its reason", drawn.Options(s, s.Key))
	if len(s.Cites()) > 0 {
		part("All extracts, one key away", drawn.Extracts(s, s.Key))
	}
	return c.sys.signs().Drawn(strings.TrimRight(b.String(), "\n"))
}
