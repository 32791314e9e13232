// What a page is narrowed to, and what its situations are called.

package cohort

import (
	"slices"
	"strings"

	"probity/scenarios"
)

// Only has the report tell of some topics alone, by their ids. The figures are those of the report on all topics, with the same rounding, so that the
// two together give nothing away that one does not; what is of all topics together is left out. Of invented learners nothing is.
func (p *Pool) Only(topics []string) { p.only = topics }

func (p *Pool) asksFor(topic string) bool { return len(p.only) == 0 || slices.Contains(p.only, topic) }

// titles are those of the topics that are asked for.
func (p *Pool) titles() []string {
	var out []string
	for _, t := range p.bank.Topics() {
		if slices.Contains(p.only, t.ID) {
			out = append(out, t.Title)
		}
	}
	return out
}

// longestTitle is how many characters of a family's title stand before the id of a variant, so that a row of a table stays short.
const longestTitle = 48

// label is what a situation is called on the page: its title, and of a variant its id in the family, which its author knows it by and which is
// another for each. Variants often begin with the same words.
func label(bank *scenarios.Bank, id string) string {
	s, there := bank.Situation(id)
	if !there || s.Variant == "" {
		return bank.TitleOf(id)
	}
	title := []rune(bank.TitleOf(s.Family))
	if len(title) > longestTitle {
		title = []rune(strings.TrimRight(string(title[:longestTitle-1]), " ,.;:") + "…")
	}
	return string(title) + ": " + s.Variant
}
