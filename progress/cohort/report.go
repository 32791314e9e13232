// The report: what of a pool may be told, worked out once, for every medium.

package cohort

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"probity/scenarios"
)

// Report is what may be told of a cohort, every figure of it rounded. Its JSON is a public contract.
type Report struct {
	Schema      int           `json:"schema"`
	Program     string        `json:"program"`
	Simulated   bool          `json:"simulated,omitempty"` // the people are invented: nothing in it is evidence
	People      int           `json:"people"`              // whose records were counted, in whole fives
	Sessions    int           `json:"sessions"`            // counted
	Only        []string      `json:"only,omitempty"`      // the topics that were asked for, by their titles; absent for all
	Situations  []Situation   `json:"situations"`
	Topics      []Topic       `json:"topics"`
	Calibration []Calibration `json:"calibration"`
	Shifts      []Shift       `json:"shifts"`
	Reliability *Reliability  `json:"reliability,omitempty"` // absent when no records were counted
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
	ID             string   `json:"id"` // of a variant: family/variant
	Revision       int      `json:"revision"`
	Title          string   `json:"title"` // of a variant with its id in the family
	Topic          string   `json:"topic"`
	Format         string   `json:"format"`
	People         Count    `json:"people"`
	Facility       Share    `json:"facility"`
	Chance         float64  `json:"chance"`                   // what chance alone brings
	Discrimination *float64 `json:"discrimination,omitempty"` // absent below leastDiscrimination people
	Options        []Option `json:"options,omitempty"`        // absent when the library has another revision

	Mistakes *Mistakes `json:"confident_mistakes,omitempty"` // absent below leastFacility people who were asked how sure they were
}

// Mistakes is the share of the answers whose certainty was asked that were very sure, and wrong: less than 75 % of the marks.
type Mistakes struct {
	Answers int     `json:"answers"` // whose certainty was asked, in whole fives
	Share   float64 `json:"share"`
}

// Option is how many took an option: chose it, put it first in a ranking, or rated it as the key has it.
type Option struct {
	ID     string  `json:"id"`
	Letter string  `json:"letter"`
	Key    bool    `json:"key"` // the key has it; in a rating every option is rated by the key
	Share  float64 `json:"share"`
	Unused bool    `json:"unused,omitempty"` // a wrong option that nobody takes, or hardly anybody: see markUnused
}

// Topic is how a topic's situations were answered at first. Its figures are means of their published ones, so they give away nothing
// that these don't. The score above chance weighs each situation by its format, as every score does.
type Topic struct {
	ID         string  `json:"id"`
	Title      string  `json:"title"`
	Facility   float64 `json:"facility"`
	Chance     float64 `json:"chance"`
	Above      float64 `json:"above_chance"`
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

// above is a share of marks above what chance brings: 1 is full marks, 0 is chance.
func above(facility, chance float64) float64 { return (facility - chance) / (1 - chance) }

// Report works out what may be published of everybody who was taken in. Call it once, after all of them: it counts those who were
// held back until now. The error says that there are too few people. program is the name and version of the program.
func (p *Pool) Report(program string) (Report, error) {
	r := Report{Schema: 1, Program: program, Sessions: p.sessions, Situations: []Situation{}, Topics: []Topic{},
		Calibration: []Calibration{}, Shifts: []Shift{}, Simulated: p.simulated}
	p.settle()
	r.People = p.people.counted
	if r.People == 0 && r.Sessions == 0 {
		return Report{}, errTooFew
	}
	for _, of := range editions(p.items) {
		if p.items[of].answers.counted >= leastFacility && p.asksFor(p.items[of].topic) {
			r.Situations = append(r.Situations, p.situation(of))
		}
	}
	r.markUnused(p.bank)
	r.Only = p.titles()
	r.addTopics(p.bank)
	if whole := len(p.only) == 0 || p.simulated; whole && r.People > 0 {
		r.Reliability = p.reliability.report()
		r.addCalibration(p.sure)
	}
	r.addShifts(p)
	slices.SortStableFunc(r.Situations, func(a, b Situation) int {
		return cmp.Compare(above(a.Facility.Value, a.Chance), above(b.Facility.Value, b.Chance))
	})
	return r, nil
}

func editions[V any](of map[edition]V) []edition {
	return slices.SortedFunc(maps.Keys(of), func(a, b edition) int {
		return cmp.Or(cmp.Compare(a.situation, b.situation), cmp.Compare(a.revision, b.revision))
	})
}

// correlationStep is the step that a correlation is rounded to, in hundredths. One answer of a person moves the correlations of all
// the situations that the person met, so steps as small as a share's would give people away. The edges of these steps are at
// ±0.2, where a correlation begins to mean something.
const correlationStep = 40

func (p *Pool) situation(of edition) Situation {
	i := p.items[of]
	n := i.answers.counted
	s := Situation{
		ID: of.situation, Revision: of.revision, Title: label(p.bank, of.situation), Topic: i.topic, Format: i.format,
		People: Count{n}, Facility: Share{nearest(i.facility(), n, i.members.lot("facility"))}, Chance: whole(i.chance),
	}
	if r, ok := i.pairs.correlation(); ok && i.pairs.n >= leastDiscrimination {
		r = withLot(r, correlationStep, i.members.lot("discrimination"))
		s.Discrimination = &r
	}
	if asked := i.mistaken.answers.counted; asked >= leastFacility {
		s.Mistakes = &Mistakes{asked, i.mistaken.share("mistaken")}
	}
	if at, ok := p.bank.Situation(of.situation); ok && at.Revision == of.revision {
		s.Options = i.options(at)
	}
	return s
}

// options lists the options of a situation, with the share of people who took each.
func (i *item) options(s *scenarios.Situation) []Option {
	var out []Option
	key := s.Format.Picked(s, s.Key)
	for place, o := range s.Options {
		out = append(out, Option{ID: o.ID, Letter: scenarios.Letter(place), Key: slices.Contains(key, o.ID), Share: i.taken(o.ID)})
	}
	return out
}

// taken is the share of people who took an option, as it is published. The share of the best answer's key is the facility: both are
// one figure, and have one lot, so that the page never gives two values for it.
func (i *item) taken(option string) float64 {
	n, figure := i.answers.counted, "option "+option
	share := float64(i.picks[option]) / float64(n)
	if math.Abs(share-i.facility()) < 1e-9 {
		figure = "facility"
	}
	return nearest(share, n, i.members.lot(figure))
}

// addTopics adds the topics of the situations in the report, in the library's order. A topic's mean is rounded to ten points, or to a
// smaller step where there are people enough for it.
func (r *Report) addTopics(bank *scenarios.Bank) {
	points := min(10, step(r.People))
	for _, topic := range topics(bank, r.Situations) {
		t := Topic{ID: topic, Title: topic}
		if known, ok := bank.Topic(topic); ok {
			t.Title = known.Title
		}
		facility, chance, share, weights := 0.0, 0.0, 0.0, 0.0
		for _, s := range r.Situations {
			if s.Topic == topic {
				t.Situations++
				facility, chance = facility+s.Facility.Value, chance+s.Chance
				share, weights = share+s.weight()*above(s.Facility.Value, s.Chance), weights+s.weight()
			}
		}
		t.Above = stepped(share/weights, points)
		t.Facility, t.Chance = stepped(facility/float64(t.Situations), points), whole(chance/float64(t.Situations))
		r.Topics = append(r.Topics, t)
	}
}

// weight is how often the situation counts in a score.
func (s Situation) weight() float64 {
	f, _ := scenarios.FormatNamed(s.Format) // whatever has answers that are counted has one
	return float64(f.Weight())
}

// topics lists the topics of the situations: those of the library in its order, then the others by name.
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
func (r *Report) addCalibration(sure [4]*part) {
	for c, s := range sure {
		if n := s.answers.counted; n >= leastFacility {
			r.Calibration = append(r.Calibration, Calibration{scenarios.Certainty(c).Name(), n, s.share("right")})
		}
	}
}

// addShifts adds the situations that enough hands were raised on, twice.
func (r *Report) addShifts(p *Pool) {
	for _, of := range editions(p.votes) {
		v := p.votes[of]
		if s, _ := p.bank.Situation(of.situation); len(p.only) > 0 && (s == nil || !p.asksFor(s.Topic)) {
			continue
		}
		if min(v.ofBefore, v.ofAfter) < leastFacility {
			continue
		}
		share := func(hands, n int) Share { return Share{nearest(float64(hands)/float64(n), n, 0)} }
		r.Shifts = append(r.Shifts, Shift{of.situation, of.revision, label(p.bank, of.situation), v.rooms,
			share(v.before, v.ofBefore), share(v.after, v.ofAfter)})
	}
}
