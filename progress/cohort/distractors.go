// Distractors: wrong options that nobody takes.

package cohort

import (
	"slices"

	"probity/scenarios"
)

// leastUnused is how many people a situation needs before an option of 0 % is said to be taken by nobody. From here on shares have steps of ten
// points or smaller, and 0 % is under 5 %, give or take the lot: below that an option works for nobody (T. Haladyna and S. Downing, How many options is enough for a
// multiple-choice test item?, Educational and Psychological Measurement 53, 1993).
const leastUnused = 50

// markUnused marks the options that are right in no variant of their family and are told to be taken by 0 % wherever they are told of. It looks at
// nothing but what the page tells already, rounded and with its lot, and so gives nothing away. It is of formats whose options are chosen: a ranking
// and a rating use all of theirs.
func (r *Report) markUnused(bank *scenarios.Bank) {
	works := map[[2]string]bool{} // by family and option
	for _, s := range r.Situations {
		family, _ := scenarios.Split(s.ID)
		for _, o := range s.Options {
			works[[2]string{family, o.ID}] = works[[2]string{family, o.ID}] || o.Share > 0
		}
	}
	for n, s := range r.Situations {
		f, _ := scenarios.FormatNamed(s.Format)
		if s.People.N < leastUnused || len(s.Options) == 0 || f.PickedMeans() != "" {
			continue
		}
		family, _ := scenarios.Split(s.ID)
		for place, o := range s.Options {
			r.Situations[n].Options[place].Unused = !works[[2]string{family, o.ID}] && !keyed(bank, s.ID, o.ID)
		}
	}
}

// keyed reports whether an option is right in a variant of the situation's family.
func keyed(bank *scenarios.Bank, situation, option string) bool {
	s, _ := bank.Situation(situation)
	family, known := bank.Family(s.Family)
	return known && slices.ContainsFunc(family.Variants, func(v *scenarios.Situation) bool {
		return slices.Contains(v.Format.Picked(v, v.Key), option)
	})
}

// unused lists the letters of the options that nobody takes.
func (s Situation) unused() []string {
	var out []string
	for _, o := range s.Options {
		if o.Unused {
			out = append(out, o.Letter)
		}
	}
	return out
}
