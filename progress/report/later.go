// Later: how what is followed up went since the session, in records that people have handed over.

package report

import (
	"fmt"

	"probity/progress/cohort"
	"probity/progress/paper"
	"probity/scenarios"
)

// later is how each family that is followed up went, where enough people have met it since.
func (r Report) later() []paper.Block {
	if r.Later == nil || len(r.FollowUp) == 0 {
		return nil
	}
	var items []string
	told := map[string]bool{} // a family that was turned may be followed up twice
	for _, f := range r.FollowUp {
		if !told[f.family] {
			told[f.family], items = true, append(items, r.since(f)...)
		}
	}
	from := "From records that were handed over: first answers since the session. People are counted in fives and shares are rounded, so that nobody can be made out."
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "How that went since"}, paper.List{Items: items}, paper.Small(from)}}
}

// since is how the variants of one family went.
func (r Report) since(f FollowUp) []string {
	var out []string
	for _, s := range r.Later.Situations {
		if family, _ := scenarios.Split(s.ID); family == f.family {
			out = append(out, fmt.Sprintf("%s: %d people had about %s of the marks; chance brings %s.", s.Title, s.People.N, s.Facility, cohort.Share{Value: s.Chance}))
		}
	}
	if out == nil {
		return []string{f.Title + ": too few people have answered it since to tell."}
	}
	return out
}
