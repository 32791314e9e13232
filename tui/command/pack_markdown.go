// A situation as Markdown, in which nothing of its plain texts acts as a mark, with its key, for scripts and for those who keep situations elsewhere.

package command

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// shown is a situation as Markdown, with everything an author wants to see.
func shown(p *pack.Pack, s *scenarios.Situation) string {
	var b strings.Builder
	b.WriteString(head(p, s, s.ID, s.Jurisdictions, s.Stem))
	for _, o := range s.Options {
		fmt.Fprintf(&b, "- **%s**%s %s\n%s", o.ID, keyed(s, o), markup.FromPlain(o.Text), reasons(o))
	}
	if s.Turns != "" {
		b.WriteString("\n" + turns(s))
	}
	b.WriteString(after(s))
	return b.String()
}

// shownFamily is a family as Markdown: what its variants share, and then each of them.
func shownFamily(p *pack.Pack, f *scenarios.Family) string {
	var b strings.Builder
	first := f.Variants[0]
	var countries []guidance.Jurisdiction
	for _, j := range guidance.Jurisdictions() {
		if len(f.For(j)) > 0 {
			countries = append(countries, j)
		}
	}
	b.WriteString(head(p, first, f.ID, countries, first.Lead))
	for _, o := range first.Options {
		fmt.Fprintf(&b, "- **%s** %s\n", o.ID, markup.FromPlain(o.Text))
	}
	for _, s := range f.Variants {
		b.WriteString(shownVariant(s, len(s.Jurisdictions) < len(countries)))
	}
	b.WriteString(after(first))
	return b.String()
}

// shownVariant is what a variant has of its own; abroad says that not every country of the family is offered it.
func shownVariant(s *scenarios.Situation, abroad bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n## %s", s.Variant)
	if abroad {
		b.WriteString(" (" + inCountries(s.Jurisdictions) + ")")
	}
	fmt.Fprintf(&b, "\n\n%s\n\n%s\n", markup.Sealed(s.Facts), turns(s))
	for _, o := range s.Options {
		fmt.Fprintf(&b, "- **%s**%s\n%s", o.ID, keyed(s, o), reasons(o))
	}
	return b.String()
}

// head is what stands above the options.
func head(p *pack.Pack, s *scenarios.Situation, id string, offered []guidance.Jurisdiction, told string) string {
	principle, _ := p.Bank.Principle(s.Principle)
	topic, _ := p.Bank.Topic(s.Topic)
	return fmt.Sprintf("# %s\n\n%s, revision %d · %s · %s · %s · %s · about %s\n\n", markup.FromPlain(s.Title), id, s.Revision, s.Format.Title(),
		s.Difficulty(), s.Setting.Name(), inCountries(offered), prose.Count(float64(s.Minutes), "minute")) +
		fmt.Sprintf("**%s:** %s\n\n%s\n\n**%s**\n\n", markup.FromPlain(topic.Title), markup.FromPlain(principle.Lesson), markup.Sealed(told), markup.FromPlain(s.Ask))
}

func inCountries(offered []guidance.Jurisdiction) string {
	var names []string
	for _, j := range offered {
		names = append(names, j.Short())
	}
	return text.Series(names)
}

// turns is what makes the difference to a variant's siblings.
func turns(s *scenarios.Situation) string {
	return fmt.Sprintf("**What makes the difference:** %s\n", markup.FromPlain(s.Turns))
}

// keyed is what the key says of an option, in brackets; "" for nothing.
func keyed(s *scenarios.Situation, o scenarios.Option) string {
	if key := s.Format.KeyOf(s, o.ID); key != "" {
		return " (" + key + ")"
	}
	return ""
}

// reasons are an option's rationale and what it rests on.
func reasons(o scenarios.Option) string {
	return fmt.Sprintf("  %s\n  *%s*\n", markup.FromPlain(o.Why), markup.FromPlain(strings.Join(slices.Concat(o.Stated, o.Cites), ", ")))
}

// after is what is asked once the answer is known.
func after(s *scenarios.Situation) string {
	text := fmt.Sprintf("\n**To reflect on:** %s\n", markup.FromPlain(s.Reflect))
	for _, t := range s.Talk {
		text += fmt.Sprintf("\n**To talk about:** %s\n", markup.FromPlain(t))
	}
	return text
}
