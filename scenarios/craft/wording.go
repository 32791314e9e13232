package craft

import (
	"fmt"
	"math"
	"regexp"
	"slices"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

var (
	// reason is a clause that argues. "As" argues after a comma, or before a person who does something; not in "as it is".
	reason = text.Expression(`(?i)\b(since|because|so that|given that|as (you|he|she|we|they|nobody|everybody))\b|, as\b`)
	// joint is what is taken to join one clause to another.
	joint = text.Expression(`(?i)[,;]|\b(and|but)\b`)
	// forbids is an absolute that forbids.
	forbids = text.Expression(`(?i)\b(may not|not allowed|must never|ha(ve|s) no business)\b`)
)

// keyed is an option, and whether any variant has it in its key.
type keyed struct {
	scenarios.Option
	ever bool
}

// sides lists the options of variants whose keys name the options that are right; none of other formats.
func sides(variants []*scenarios.Situation) []keyed {
	var out []keyed
	if !hasDistractors(variants[0]) {
		return nil
	}
	for _, o := range variants[0].Options {
		ever := slices.ContainsFunc(variants, func(s *scenarios.Situation) bool { return slices.Contains(s.Key, o.ID) })
		out = append(out, keyed{o, ever})
	}
	return out
}

// wording adds what the wording of the options gives away of the keys, and of the clauses behind them.
func (sh *sheet) wording(families []*scenarios.Family, j guidance.Jurisdiction) {
	var all []keyed
	outright := 0
	for _, f := range families {
		own := sides(f.For(j))
		if all = append(all, own...); len(own) > 0 {
			outright++
		}
	}
	if !slices.ContainsFunc(all, func(o keyed) bool { return !o.ever }) {
		outright = 0 // there are none to compare with
	}
	b := sh.bars
	apart := func(key, says, what string, bar Bar, has *regexp.Regexp) {
		ever, never := share(all, true, has), share(all, false, has)
		sh.judge(Figure{Key: key, Country: string(j), Says: says, Unit: points, Value: tenths(math.Abs(ever - never)), Of: outright, Bar: bar},
			EnoughFamilies, fmt.Sprintf(": %s in %.0f %% of the options that are ever keyed, in %.0f %% of those that never are", what, ever, never))
	}
	apart("reasons", "Reason in keyed and never keyed: points apart", "a reason stands", atMost(b.ReasonsMost), reason())
	apart("clauses", "More than one clause: points apart", "a second clause stands", atMost(b.ClausesMost), joint())
	sh.judge(Figure{
		Key: "length", Country: string(j), Says: "Length of keyed, of that of never keyed", Unit: percent,
		Value: whole(100 * lengthRatio(all)), Of: outright, Bar: between(b.LengthLeast, b.LengthMost),
	}, EnoughFamilies, "")
	sh.forbidding(families, j)
	sh.neverKeyed(families, j)
	sh.oneClause(families, j)
}

// forbidding adds how many options forbid. Guidance seldom does: whoever has learned that needs no facts.
func (sh *sheet) forbidding(families []*scenarios.Family, j guidance.Jurisdiction) {
	var all []keyed
	for _, f := range families {
		for _, o := range f.Variants[0].Options {
			all = append(all, keyed{Option: o})
		}
	}
	sh.judge(Figure{
		Key: "forbidding", Country: string(j), Says: "Options that forbid (may not, must never)", Unit: percent,
		Value: tenths(share(all, false, forbids())), Of: len(families), Bar: atMost(sh.bars.ForbiddingMost),
	}, EnoughFamilies, "")
}

// share is how many in a hundred of the options on one side match.
func share(all []keyed, ever bool, has *regexp.Regexp) float64 {
	n, of := 0.0, 0.0
	for _, o := range all {
		if o.ever != ever {
			continue
		}
		if of++; has.MatchString(o.Text) {
			n++
		}
	}
	if of == 0 {
		return 0
	}
	return 100 * n / of
}

// neverKeyed adds how many options of a family are in no key: whoever has learned that they never are needs no facts.
func (sh *sheet) neverKeyed(families []*scenarios.Family, j guidance.Jurisdiction) {
	var one, several []item
	for _, f := range families {
		own, n := sides(f.For(j)), 0
		for _, o := range own {
			if !o.ever {
				n++
			}
		}
		it := item{f.ID, float64(n), fmt.Sprintf("%d of %d options are in no variant's key", n, len(own))}
		switch {
		case len(own) == 0:
		case len(f.For(j)[0].Key) == 1:
			one = append(one, it)
		default:
			several = append(several, it)
		}
	}
	b := sh.bars
	sh.each(Figure{Key: "never_keyed_one", Country: string(j), Says: "Never keyed, where one is right: most", Bar: atMost(b.NeverKeyedOneMost)}, one)
	sh.each(Figure{Key: "never_keyed_several", Country: string(j), Says: "Never keyed, where several are: most", Bar: atMost(b.NeverKeyedSeveralMost)}, several)
}

// oneClause adds how often the commonest of the clauses decides that stand first in the rationale of the first keyed option. In a
// clause's own topic that says nothing, since the clause is what the topic is about; elsewhere it shows a clause that fits everything.
func (sh *sheet) oneClause(families []*scenarios.Family, j guidance.Jurisdiction) {
	n, most, variants := map[string]int{}, "", 0
	for _, f := range families {
		for _, s := range f.For(j) {
			variants++
			c, known := sh.guidance.Clause(firstCited(s))
			if !known || c.Topic == f.Topic {
				continue
			}
			if n[c.ID]++; n[c.ID] > n[most] {
				most = c.ID
			}
		}
	}
	if variants == 0 {
		return
	}
	sh.judge(Figure{
		Key: "one_clause", Country: string(j), Says: "Variants one clause decides outside its topic", Unit: percent,
		Value: tenths(100 * float64(n[most]) / float64(variants)), Of: len(families), Bar: atMost(sh.bars.OneClauseMost),
	}, EnoughFamilies, fmt.Sprintf(": %s decides %d of %d outside its own topic", most, n[most], variants))
}

// firstCited is the clause that the first keyed option cites first; "" where it cites none.
func firstCited(s *scenarios.Situation) string {
	picked := s.Format.Picked(s, s.Key)
	if len(picked) == 0 {
		return ""
	}
	if o, _ := s.Option(picked[0]); len(o.Cites) > 0 {
		return o.Cites[0]
	}
	return ""
}
