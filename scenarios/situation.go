// Package scenarios holds what a learner meets: situations, the formats they are answered in, how answers are marked,
// and the sitting that leads through them. It is pure: no clock, no disk, no terminal.
package scenarios

import "probity/guidance"

// Topic groups situations and clauses.
type Topic struct {
	ID     string
	Title  string
	Covers string
}

// Principle is the one-line lesson that sibling situations teach.
type Principle struct {
	ID     string
	Topic  string
	Lesson string
}

// Option is one thing a learner could do. Answers are recorded by its ID, whatever order is shown.
type Option struct {
	ID    string
	Text  string
	Why   string   // the rationale: why it is right or wrong
	Cites []string // clause ids
}

// Situation is one scenario: a stem, an ask, its options and the key.
type Situation struct {
	ID            string
	Revision      int
	Principle     string
	Topic         string // the principle's topic
	Format        Format
	Title         string
	Level         int // 1 straightforward, 2 needs weighing, 3 reasonable people hesitate
	Setting       guidance.Role
	Jurisdictions []guidance.Jurisdiction
	Minutes       int
	Stem          string // Markdown, untrusted until cleaned for the terminal
	Ask           string
	Key           []string
	Reflect       string
	Talk          []string
	Options       []Option
}

// For tells whether the situation is offered to learners of this country.
func (s *Situation) For(j guidance.Jurisdiction) bool {
	for _, own := range s.Jurisdictions {
		if own == j {
			return true
		}
	}
	return false
}

// Option finds an option by its id.
func (s *Situation) Option(id string) (Option, bool) {
	for _, o := range s.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// Cites lists every clause the rationales rest on, each once: those of the key first, then in option order.
func (s *Situation) Cites() []string {
	var out []string
	seen := map[string]bool{}
	add := func(o Option) {
		for _, c := range o.Cites {
			if !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	for _, o := range s.Options {
		if s.keyed(o.ID) {
			add(o)
		}
	}
	for _, o := range s.Options {
		add(o)
	}
	return out
}

// keyed tells whether the key names an option outright, as best and choose do.
func (s *Situation) keyed(id string) bool {
	for _, k := range s.Key {
		if k == id {
			return true
		}
	}
	return false
}
