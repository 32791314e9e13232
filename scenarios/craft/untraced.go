package craft

import (
	"fmt"

	"probity/scenarios"
	"probity/scenarios/pack"
)

// untraced lists the situations with rationales that nobody has given a clause for, a variant by itself, and says how many are put
// aside.
func untraced(families []*scenarios.Family, aside int) (out []Finding) {
	for _, f := range families {
		for _, s := range f.Variants {
			if n := s.Uncited(); n > 0 {
				out = append(out, Finding{s.ID, fmt.Sprintf("of %d rationales %s without a clause: put one in the place of %q. Until then it can be practised, and is not assessed",
					len(s.Options), are(n), scenarios.Uncited)})
			}
		}
	}
	if aside > 0 {
		out = append(out, Finding{pack.UnfinishedFolder, fmt.Sprintf("%s put aside in %s/ and not read: each says what it lacks", are(aside), pack.UnfinishedFolder)})
	}
	return out
}

// are is a number of things before what is said of them.
func are(n int) string {
	if n == 1 {
		return "1 is"
	}
	return fmt.Sprintf("%d are", n)
}
