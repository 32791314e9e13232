package craft

import (
	"fmt"

	"probity/scenarios"
	"probity/scenarios/pack"
)

// untraced lists the situations with rationales that nobody has given a clause for, a variant by itself, and says what to do about them
// and how many are put aside.
func untraced(families []*scenarios.Family, aside int) (out []Finding) {
	for _, f := range families {
		for _, s := range f.Variants {
			if n := s.Uncited(); n > 0 {
				out = append(out, Finding{s.ID, fmt.Sprintf("%d of %d rationales cite no clause yet", n, len(s.Options))})
			}
		}
	}
	if len(out) > 0 {
		out = append(out, Finding{scenarios.Uncited, "put the clause that decides in the place of the word; until then a situation can be practised, and is not assessed"})
	}
	if aside > 0 {
		out = append(out, Finding{pack.UnfinishedFolder, fmt.Sprintf("%d put aside there and not read: each file says what it lacks", aside)})
	}
	return out
}
