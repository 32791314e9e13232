package scorm

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// papers is how many papers an assessment has to draw from, as far as the library has situations enough for them to differ.
const papers = 4

// Assessment is a course that sets a paper by the blueprint of the pack, and explains it once it is handed in. Several papers are drawn, with as
// little in common as the library allows: each attempt has one of them, by chance.
func Assessment(c Course) (*Package, error) {
	if c.Pack.Assessment == nil {
		return nil, errors.New("this pack sets no assessment: give it an [assessment] table, or leave out --assessment")
	}
	bank := c.taught()
	blueprint, reader := c.Pack.Assessment.In(c.Reader.Jurisdiction), c.Reader
	if reader.Role == guidance.AnyRole { // drawn for those whom most is told of
		reader.Role = append(blueprint.Roles, guidance.Doctor)[0]
	}
	w := c.writer(bank)
	w.content.Pass, w.content.Minutes = blueprint.Pass, blueprint.Minutes
	w.content.Rule = scenarios.Rule(blueprint.Pass)
	w.content.Title = c.collection() + ": assessment"
	past := scenarios.Past{Seen: map[string]int64{}, Families: map[string]int64{}, When: map[string]time.Time{}}
	var sets [][]string
	for n := range papers {
		drawn := c.Pack.Assessment.Draw(bank, reader, past, start.AddDate(0, 0, n), c.Seed+int64(n))
		switch {
		case drawn.Refused != "":
			return nil, errors.New(drawn.Refused)
		case len(drawn.Drawn) == 0:
			return nil, fmt.Errorf("there is nothing to assess for %s: an assessment is drawn from situations that can be marked", guidance.The(reader.Jurisdiction))
		case !scenarios.Enough(len(drawn.Drawn)):
			return nil, c.tooSmall(w.content.Enough, len(drawn.Drawn))
		case n == 0:
			w.pack.Notes = drawn.Short
			w.content.Notes = append(w.content.Notes, lines(drawn.Short)...)
		}
		if set := idsOf(drawn.Drawn); !slices.ContainsFunc(sets, func(s []string) bool { return slices.Equal(s, set) }) {
			sets = append(sets, set)
			attempt := make([]asked, len(drawn.Drawn))
			for i, s := range drawn.Drawn {
				attempt[i].situation = s
			}
			w.paper(attempt)
		}
		for i, s := range drawn.Drawn {
			at := int64(n*len(drawn.Drawn) + i + 1)
			past.Seen[s.ID], past.Families[s.Family], past.When[s.Family] = at, at, start.AddDate(0, 0, n)
		}
	}
	return w.done()
}

// tooSmall is why nothing is made of so few situations that no score of them says anything: then nobody can be said to have passed.
func (c Course) tooSmall(need, have int) error {
	said, mend := fmt.Sprintf("an assessment of this would have %s, and needs %d: from fewer no score can be told, and so no pass", text.Count(have, "situation"), need), ""
	takes := c.Pack.Assessment.In(c.Reader.Jurisdiction).PerTopic
	if len(c.taught().FamiliesFor(c.Reader.Jurisdiction, "")) > have && takes > 0 {
		mend = fmt.Sprintf(" It takes %d of each topic: for more, write an [assessment] with pass, per_topic, situations and minutes into pack.toml.", takes)
	}
	return errors.New(said + "." + mend + " Or make a practice, without --assessment")
}

// taught is what is to be given out, with the topics that it has situations of: no other can be missed in an assessment.
func (c Course) taught() *scenarios.Bank {
	topics := slices.DeleteFunc(slices.Clone(c.Pack.Bank.Topics()), func(t scenarios.Topic) bool {
		return !slices.ContainsFunc(c.Situations, func(s *scenarios.Situation) bool { return s.Topic == t.ID })
	})
	return scenarios.NewBank(topics, c.Pack.Bank.Principles(), c.Situations)
}

// start is a day to count days of rest from: none is looked up.
var start = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// idsOf are the ids of situations, sorted: of two papers with the same, one is enough.
func idsOf(drawn []*scenarios.Situation) []string {
	ids := make([]string, len(drawn))
	for i, s := range drawn {
		ids[i] = s.ID
	}
	slices.Sort(ids)
	return ids
}
