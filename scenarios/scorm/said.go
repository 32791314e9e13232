package scorm

import (
	"fmt"
	"slices"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// Holds says in a sentence how many situations and variants the file holds, and what an attempt asks of them.
func (p *Package) Holds() string { return p.content.holds() }

func (c content) holds() string {
	situations, variants, several := text.Count(c.Situations, "situation"), text.Count(c.Variants, "variant"), len(c.Papers)
	if c.Rule != "" {
		return fmt.Sprintf("%s of %s, each in one variant; %s in all.", text.Count(several, "paper"), situations, variants)
	}
	said, asks := situations+", "+variants, len(c.Papers[0].Items)
	switch again := asks - c.Situations; {
	case again == 0:
		return said + "."
	case c.Situations == 1:
		said += ": an attempt asks it once, and again with one fact changed"
	case again == c.Situations:
		said += ": an attempt asks each situation once, and again with one fact changed"
	default:
		said += ": an attempt asks each situation once, and those with several variants again with one fact changed"
	}
	switch several {
	case 1:
		return said + "."
	case 2:
		return fmt.Sprintf("%s, %d of the variants. The others are in a second attempt.", said, asks)
	}
	return fmt.Sprintf("%s, %d of the variants. The others are in the next %d attempts.", said, asks, several-1)
}

// guided is what a practice promises beside reasons: the guidance that decides each situation, unless some cite none yet.
func (c content) guided() string {
	if slices.ContainsFunc(c.Items, func(i item) bool { return len(i.Deciding) == 0 }) {
		return " and why"
	}
	return ", why, and the guidance that decides it"
}

// noted says which of the situations that are to be given out the file lacks, since they are another country's or other roles', and how many of
// those in it cite no guidance yet.
func (c Course) noted(taken []*scenarios.Situation) []string {
	in, families := map[string]bool{}, map[string]bool{}
	for _, s := range taken {
		in[s.ID], families[s.Family] = true, true
	}
	abroad, others, uncited := 0, map[string]bool{}, map[string]bool{}
	for _, s := range c.Situations {
		switch {
		case in[s.ID] && s.Uncited() > 0:
			uncited[s.Family] = true
		case in[s.ID]:
		case !s.For(c.Reader.Jurisdiction):
			abroad++
		case !families[s.Family]:
			others[s.Family] = true
		}
	}
	var out []string
	if abroad > 0 {
		out = append(out, fmt.Sprintf("Left out: %s not offered in %s.", text.Count(abroad, "variant"), guidance.The(c.Reader.Jurisdiction)))
	}
	if len(others) > 0 {
		out = append(out, fmt.Sprintf("Left out: %s told in other shoes than those of --role %s.", text.Count(len(others), "situation"), c.Reader.Role))
	}
	if n := len(uncited); n > 0 {
		says := "say"
		if n == 1 {
			says = "says"
		}
		out = append(out, fmt.Sprintf("No guidance is cited yet for some of what %s %s: learners are told so there.", text.Count(n, "situation"), says))
	}
	return out
}
