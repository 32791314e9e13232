// The report: what of a pool may be told, worked out once, for every medium.

package cohort

import (
	"cmp"
	_ "embed" // for the schema
	"maps"
	"math"
	"slices"

	"probity/scenarios"
)

//go:embed schema.json
var schema string

// JSONSchema is the published schema of a report's JSON (draft 2020-12).
func JSONSchema() string { return schema }

// Report is what may be told of a cohort, every figure of it rounded. Its JSON is a public contract.
type Report struct {
	Schema      int           `json:"schema"`
	Program     string        `json:"program"`
	People      int           `json:"people"`   // whose records were counted, in whole fives
	Sessions    int           `json:"sessions"` // counted
	Situations  []Situation   `json:"situations"`
	Topics      []Topic       `json:"topics"`
	Calibration []Calibration `json:"calibration"`
	Shifts      []Shift       `json:"shifts"`
}

// Count is a number of people, in whole fives.
type Count struct {
	N int `json:"n"`
}

// Share is a share of people or marks, rounded.
type Share struct {
	Value float64 `json:"value"`
}

// Situation is how one edition of a situation was answered at first.
type Situation struct {
	ID             string   `json:"id"`
	Revision       int      `json:"revision"`
	Title          string   `json:"title"`
	Topic          string   `json:"topic"`
	Format         string   `json:"format"`
	People         Count    `json:"people"`
	Facility       Share    `json:"facility"`
	Chance         float64  `json:"chance"`                   // what chance alone brings
	Discrimination *float64 `json:"discrimination,omitempty"` // absent below LeastDiscrimination people
	Options        []Option `json:"options,omitempty"`        // absent when the library has another revision
}

// Option is how many took an option: chose it, put it first in a ranking, or rated it as the key has it.
type Option struct {
	ID     string  `json:"id"`
	Letter string  `json:"letter"`
	Key    bool    `json:"key"` // the key has it; in a rating every option is rated by the key
	Share  float64 `json:"share"`
}

// Topic is how a topic's situations were answered at first: the mean of the figures that are told of them, so that it tells
// nothing that they don't.
type Topic struct {
	ID         string  `json:"id"`
	Title      string  `json:"title"`
	Facility   float64 `json:"facility"`
	Chance     float64 `json:"chance"`
	Situations int     `json:"situations"` // that the figures rest on
}

// Calibration is how often answers of one certainty, the first of each person, were right: at least 75 % of their marks.
type Calibration struct {
	Certainty string  `json:"certainty"`
	Answers   int     `json:"answers"` // in whole fives
	Right     float64 `json:"right"`
}

// Shift is the share of hands for the key before and after discussion, over all rooms that voted twice.
type Shift struct {
	ID       string `json:"id"`
	Revision int    `json:"revision"`
	Title    string `json:"title"`
	Rooms    int    `json:"rooms"`
	Before   Share  `json:"before"`
	After    Share  `json:"after"`
}

// Above is a share of marks above what chance brings: 1 is full marks, 0 is chance.
func above(facility, chance float64) float64 { return (facility - chance) / (1 - chance) }

// Report is what may be told of everybody who was taken in; it comes last. The error is ErrTooFew. program is the name and
// version of the program.
func (p *Pool) Report(program string) (Report, error) {
	r := Report{Schema: 1, Program: program, Sessions: p.sessions, Situations: []Situation{}, Topics: []Topic{},
		Calibration: []Calibration{}, Shifts: []Shift{}}
	p.settle()
	r.People = p.people.counted
	if r.People == 0 && r.Sessions == 0 {
		return Report{}, ErrTooFew
	}
	for _, of := range editions(p.items) {
		if p.items[of].answers.counted >= LeastFacility {
			r.Situations = append(r.Situations, p.situation(of))
		}
	}
	r.addTopics(p.bank)
	r.addCalibration(p.sure)
	r.addShifts(p)
	slices.SortStableFunc(r.Situations, func(a, b Situation) int {
		return cmp.Compare(above(a.Facility.Value, a.Chance), above(b.Facility.Value, b.Chance))
	})
	return r, nil
}

func editions[V any](of map[edition]V) []edition {
	return slices.SortedFunc(maps.Keys(of), func(a, b edition) int {
		return cmp.Or(cmp.Compare(a.scenario, b.scenario), cmp.Compare(a.revision, b.revision))
	})
}

func (p *Pool) title(id string) string {
	if s, ok := p.bank.Situation(id); ok {
		return s.Title
	}
	return id
}

// correlationStep is how finely a correlation is told, in points. One answer of one person moves those of all the situations
// that the person met, so that steps as small as a share's would give people away; these have their edges at ±0.2, where a
// correlation begins to mean something.
const correlationStep = 40

func (p *Pool) situation(of edition) Situation {
	i := p.items[of]
	n := i.answers.counted
	s := Situation{
		ID: of.scenario, Revision: of.revision, Title: p.title(of.scenario), Topic: i.topic, Format: i.format,
		People: Count{n}, Facility: Share{nearest(i.facility(), n, i.members.lot("facility"))}, Chance: whole(i.chance),
	}
	if r, ok := i.pairs.correlation(); ok && i.pairs.n >= LeastDiscrimination {
		r = withLot(r, correlationStep, i.members.lot("discrimination"))
		s.Discrimination = &r
	}
	if at, ok := p.bank.Situation(of.scenario); ok && at.Revision == of.revision {
		s.Options = i.options(at)
	}
	return s
}

// options is how many took each option.
func (i *item) options(s *scenarios.Situation) []Option {
	var out []Option
	n, key := i.answers.counted, s.Format.Picked(s, s.Key)
	for place, o := range s.Options {
		share, figure := float64(i.picks[o.ID])/float64(n), "option "+o.ID
		if math.Abs(share-i.facility()) < 1e-9 {
			figure = "facility" // of a best answer they are one, and are told as one
		}
		out = append(out, Option{ID: o.ID, Letter: scenarios.Letter(place), Key: slices.Contains(key, o.ID),
			Share: nearest(share, n, i.members.lot(figure))})
	}
	return out
}

// addTopics adds the topics of the situations that are told of, in the library's order. A mean of them is told to ten points,
// or as finely as so many people allow.
func (r *Report) addTopics(bank *scenarios.Bank) {
	points := min(10, step(r.People))
	for _, topic := range topics(bank, r.Situations) {
		t := Topic{ID: topic, Title: topic}
		if known, ok := bank.Topic(topic); ok {
			t.Title = known.Title
		}
		facility, chance := 0.0, 0.0
		for _, s := range r.Situations {
			if s.Topic == topic {
				t.Situations++
				facility, chance = facility+s.Facility.Value, chance+s.Chance
			}
		}
		t.Facility, t.Chance = stepped(facility/float64(t.Situations), points), whole(chance/float64(t.Situations))
		r.Topics = append(r.Topics, t)
	}
}

// topics are those of the situations: in the library's order, then those that it lacks.
func topics(bank *scenarios.Bank, of []Situation) []string {
	found := map[string]bool{}
	for _, s := range of {
		found[s.Topic] = true
	}
	var out []string
	for _, t := range bank.Topics() {
		if found[t.ID] {
			out = append(out, t.ID)
			delete(found, t.ID)
		}
	}
	return append(out, slices.Sorted(maps.Keys(found))...)
}

// addCalibration adds each certainty that enough people answered with.
func (r *Report) addCalibration(sure [4]*certain) {
	for c, s := range sure {
		if n := s.answers.counted; n >= LeastFacility {
			r.Calibration = append(r.Calibration, Calibration{scenarios.Certainty(c).Name(), n,
				nearest(float64(s.right)/float64(n), n, s.members.lot("right"))})
		}
	}
}

// addShifts adds the situations that enough hands were raised on, twice.
func (r *Report) addShifts(p *Pool) {
	for _, of := range editions(p.votes) {
		v := p.votes[of]
		if min(v.ofBefore, v.ofAfter) < LeastFacility {
			continue
		}
		share := func(hands, n int) Share { return Share{nearest(float64(hands)/float64(n), n, 0)} }
		r.Shifts = append(r.Shifts, Shift{of.scenario, of.revision, p.title(of.scenario), v.rooms,
			share(v.before, v.ofBefore), share(v.after, v.ofAfter)})
	}
}
