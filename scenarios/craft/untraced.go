package craft

import (
	"fmt"

	"probity/scenarios"
	"probity/scenarios/pack"
)

// untraced lists the situations with rationales that are missing or that nobody has given a clause for, a variant by itself, and says what
// to do about them and how many are put aside. A lesson that only repeats the title of its topic is one that nobody has written yet.
func untraced(families []*scenarios.Family, bank *scenarios.Bank, aside int) (out []Finding) {
	said := map[string]bool{}
	for _, f := range families {
		for _, s := range f.Variants {
			if n := s.Uncited(); n > 0 {
				out = append(out, Finding{s.ID, fmt.Sprintf("%d of %d rationales cite no clause yet", n, len(s.Options))})
			}
			if n := s.Unreasoned(); n > 0 {
				out = append(out, Finding{s.ID, fmt.Sprintf("%d of %d options have no rationale yet: write why each is right or wrong", n, len(s.Options))})
			}
		}
		topic, _ := bank.Topic(f.Topic)
		if lesson, _ := bank.Principle(f.Principle); lesson.Lesson == topic.Title && !said[f.Principle] {
			said[f.Principle] = true
			out = append(out, Finding{f.Principle, "the lesson is the topic's title: say in a line what should stay"})
		}
	}
	if len(out) > 0 {
		out = append(out, Finding{scenarios.Uncited, "put the clause that decides in the place of the word. What lacks a clause or a rationale can be practised, and is not assessed"})
	}
	if aside > 0 {
		out = append(out, Finding{pack.UnfinishedFolder, fmt.Sprintf("%d put aside there and not read: each file says what it lacks", aside)})
	}
	return out
}
