package linear

import (
	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Preview says a situation as a learner hears it, for its author: the question, the feedback on the key or on each answer that has one of its
// own, and all that is said of options and guidance.
func (c *Console) Preview(t *tutor.Tutor, s *scenarios.Situation, each bool) {
	answers := scenarios.Previewed(s, each)
	order := s.OptionIDs()
	c.pose(prose.Line(s.Title), s, s.Format.Begin(s, order))
	for _, chosen := range answers {
		out, lines := scenarios.Answered(s, chosen)
		c.say("\n%s", scenarios.PreviewTitle(s, chosen)+":")
		c.brief(t, out, lines)
	}
	out, lines := scenarios.Answered(s, s.Key)
	c.say("\nAll options and extracts, as “more” says them:")
	c.rest(t, out, lines)
}
