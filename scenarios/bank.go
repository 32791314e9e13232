package scenarios

import (
	"slices"

	"probity/guidance"
)

// Bank is every topic, principle and situation a tutor has. Once made it does not change.
type Bank struct {
	topics     []Topic
	principles []Principle
	families   []*Family
	situations []*Situation
	byID       map[string]*Situation
	byFamily   map[string]*Family
	gone       []Gone
}

// NewBank indexes situations, gives each the topic of its principle, and puts the variants of a family together. A situation that
// names no family is told alone. Where an id occurs twice the first stands; the loader reports the second. What left the library is
// known by its title alone.
func NewBank(topics []Topic, principles []Principle, situations []*Situation, gone ...Gone) *Bank {
	b := &Bank{topics: topics, principles: principles, gone: gone, byID: map[string]*Situation{}, byFamily: map[string]*Family{}}
	for _, s := range situations {
		if _, taken := b.byID[s.ID]; taken {
			continue
		}
		if p, ok := b.Principle(s.Principle); ok && s.Topic != p.Topic {
			s.Topic = p.Topic
		}
		if s.Family == "" {
			s.Family = s.ID
		}
		b.byID[s.ID] = s
		b.situations = append(b.situations, s)
		b.familyOf(s).Variants = append(b.familyOf(s).Variants, s)
	}
	return b
}

// familyOf is the family of a situation, made when its first variant comes.
func (b *Bank) familyOf(s *Situation) *Family {
	f, known := b.byFamily[s.Family]
	if !known {
		f = &Family{ID: s.Family, Title: s.Title, Principle: s.Principle, Topic: s.Topic}
		b.byFamily[s.Family] = f
		b.families = append(b.families, f)
	}
	return f
}

// Topics lists the topics in the order shown.
func (b *Bank) Topics() []Topic { return b.topics }

// Topic finds a topic by its id.
func (b *Bank) Topic(id string) (Topic, bool) {
	for _, t := range b.topics {
		if t.ID == id {
			return t, true
		}
	}
	return Topic{}, false
}

// TopicsBut lists the titles of the topics that are not among those of some ids.
func (b *Bank) TopicsBut(ids []string) []string {
	var titles []string
	for _, t := range b.topics {
		if !slices.Contains(ids, t.ID) {
			titles = append(titles, t.Title)
		}
	}
	return titles
}

// Principle finds a principle by its id.
func (b *Bank) Principle(id string) (Principle, bool) {
	for _, p := range b.principles {
		if p.ID == id {
			return p, true
		}
	}
	return Principle{}, false
}

// Principles lists the principles in library order.
func (b *Bank) Principles() []Principle { return b.principles }

// Situation finds a situation by its id.
func (b *Bank) Situation(id string) (*Situation, bool) {
	s, ok := b.byID[id]
	return s, ok
}

// Family finds a family by its id.
func (b *Bank) Family(id string) (*Family, bool) {
	f, ok := b.byFamily[id]
	return f, ok
}

// Families lists every family, whatever its country.
func (b *Bank) Families() []*Family { return b.families }

// FamiliesFor lists the families of which something is offered in a country, of one topic or, with "", of every topic.
func (b *Bank) FamiliesFor(j guidance.Jurisdiction, topic string) []*Family {
	return slices.DeleteFunc(slices.Clone(b.families), func(f *Family) bool {
		return topic != "" && f.Topic != topic || len(f.For(j)) == 0
	})
}

// All lists every situation, whatever its country: each variant of a family by itself.
func (b *Bank) All() []*Situation { return b.situations }

// Offered lists the situations offered to learners of one country, of one topic or, with "", of every topic.
func (b *Bank) Offered(j guidance.Jurisdiction, topic string) []*Situation {
	var out []*Situation
	for _, s := range b.situations {
		if s.For(j) && (topic == "" || s.Topic == topic) {
			out = append(out, s)
		}
	}
	return out
}

// Teaching lists the families with a variant whose rationales cite a clause.
func (b *Bank) Teaching(clause string) []*Family {
	cites := func(s *Situation) bool { return slices.Contains(s.Cites(), clause) }
	return slices.DeleteFunc(slices.Clone(b.families), func(f *Family) bool { return !slices.ContainsFunc(f.Variants, cites) })
}
