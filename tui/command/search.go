package command

import (
	"errors"
	"fmt"
	"strings"

	"probity/guidance"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/find"
	"probity/scenarios/pack"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// search is the Markdown of what holds the words: extracts and differences whole, of situations and principles the line where they stand.
func search(library *tutor.Library, words string, r guidance.Reader, extract func(*guidance.Clause) string) (string, error) {
	index := library.MakeIndex().Do()
	groups := index.Search(words, r)
	if len(groups) == 0 {
		return "", nothing(words, index.Instead(words, r))
	}
	var b strings.Builder
	for _, g := range groups {
		fmt.Fprintf(&b, "# %s\n\n", headed(g))
		for _, h := range g.Hits {
			b.WriteString(found(library.Pack(), h, r, extract))
		}
		if g.Kind == find.Situation || g.Kind == find.Principle {
			b.WriteString("\n")
		}
	}
	return b.String(), nil
}

// nothing says that nothing was found, and what to search for instead.
func nothing(words string, instead []string) error {
	said := fmt.Sprintf("no paragraph, situation or principle holds \"%s\": ", words)
	if len(instead) == 0 {
		return errors.New(said + "try fewer or shorter words")
	}
	return errors.New(said + "did you mean " + strings.Join(instead, ", or ") + "?")
}

func headed(g find.Group) string {
	if g.Kind == find.Difference {
		return prose.Count(float64(len(g.Hits)), "matter") + " on which the UK and Ireland differ"
	}
	thing := map[find.Kind]string{find.Extract: "extract", find.Situation: "situation", find.Principle: "principle"}[g.Kind]
	return prose.Count(float64(len(g.Hits)), thing)
}

// found is one thing that was found.
func found(p *pack.Pack, h find.Hit, r guidance.Reader, extract func(*guidance.Clause) string) string {
	switch h.Kind {
	case find.Extract:
		c, _ := p.Guidance.Clause(h.ID)
		return fmt.Sprintf("## %s\n\n%s\n", h.ID, extract(c))
	case find.Difference:
		d, _ := p.Guidance.Difference(h.ID)
		return fmt.Sprintf("## %s\n\n%s\n\n", markup.FromPlain(prose.Line(d.Title)), strings.TrimSpace(d.Says))
	case find.Situation:
		f, _ := p.Bank.Family(h.ID)
		where := ""
		if len(f.For(r.Jurisdiction)) == 0 {
			where = " (for " + guidance.The(f.Variants[0].Jurisdictions[0]) + ": to compare)"
		}
		return "- **" + markup.FromPlain(prose.Line(f.Title)) + "**" + where + ": " + prose.Line(h.Line) + "\n"
	}
	principle, _ := p.Bank.Principle(h.ID)
	topic, _ := p.Bank.Topic(principle.Topic)
	return "- " + markup.FromPlain(prose.Line(principle.Lesson)) + " (" + markup.FromPlain(prose.Line(topic.Title)) + ")\n"
}
