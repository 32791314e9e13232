// The report: what of a pool may be told, worked out once, for every medium.

package cohort

import (
	"cmp"
	_ "embed" // for the schema
	"maps"
	"slices"

	"probity/scenarios"
)

//go:embed schema.json
var schema string

// JSONSchema is the published schema of a report's JSON (draft 2020-12).
func JSONSchema() string { return schema }

// Report is what may be told of a cohort. Its JSON is a public contract.
type Report struct {
	Schema      int           `json:"schema"`
	Program     string        `json:"program"`
	People      int           `json:"people"`   // whose records were counted; 0 when they are fewer than five
	Sessions    int           `json:"sessions"` // counted; 0 when their rooms held fewer than five people in all
	Situations  []Situation   `json:"situations"`
	NotShown    int           `json:"situations_not_shown"` // answered by too few people
	Topics      []Topic       `json:"topics"`
	Calibration []Calibration `json:"calibration"`
	Shifts      []Shift       `json:"shifts"`
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
	Discrimination *float64 `json:"discrimination,omitempty"` // absent below LeastDiscrimination people, or where facility is a bound
	Options        []Option `json:"options,omitempty"`        // absent when the library has another revision
}

// Option is how many took an option: chose it, put it first in a ranking, or rated it as the key has it.
type Option struct {
	ID     string   `json:"id"`
	Letter string   `json:"letter"`
	Key    bool     `json:"key"`             // the key has it; in a rating every option is rated by the key
	Share  *float64 `json:"share,omitempty"` // absent when it is withheld
}

// Topic is how a topic's situations were answered at first.
type Topic struct {
	ID         string  `json:"id"`
	Title      string  `json:"title"`
	Facility   float64 `json:"facility"`
	Chance     float64 `json:"chance"`
	Situations int     `json:"situations"` // that the figures rest on
}

// Calibration is how often answers of one certainty were right: at least 75 % of their marks.
type Calibration struct {
	Certainty string  `json:"certainty"`
	Answers   int     `json:"answers"`
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

// Report is what may be told. The error is ErrTooFew. program is the name and version of the program.
func (p *Pool) Report(program string) (Report, error) {
	r := Report{Schema: 1, Program: program, Situations: []Situation{}, Topics: []Topic{}, Calibration: []Calibration{},
		Shifts: []Shift{}}
	if p.people < LeastPeople && p.room < LeastPeople {
		return Report{}, ErrTooFew
	}
	if p.people >= LeastPeople {
		r.People = p.people
		for _, of := range editions(p.items) {
			if p.items[of].n < LeastFacility {
				r.NotShown++
				continue
			}
			r.Situations = append(r.Situations, p.situation(of))
		}
		slices.SortStableFunc(r.Situations, func(a, b Situation) int {
			return cmp.Compare(above(a.Facility.Value, a.Chance), above(b.Facility.Value, b.Chance))
		})
		pooled := r.addTopics(p)
		r.addCalibration(p, pooled)
	}
	if p.room >= LeastPeople {
		r.Sessions = p.sessions
		r.addShifts(p)
	}
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

// told is the facility as it may be told.
func (i *item) told(people int) Share {
	return bounded(i.facility(), i.n-i.none, i.n-i.full, counted(i.n, people).N)
}

func (p *Pool) situation(of edition) Situation {
	i := p.items[of]
	s := Situation{
		ID: of.scenario, Revision: of.revision, Title: p.title(of.scenario), Topic: i.topic, Format: i.format,
		People: counted(i.n, p.people), Facility: i.told(p.people), Chance: whole(i.chance),
	}
	if r, ok := i.pairs.correlation(); ok && i.pairs.n >= LeastDiscrimination && s.Facility.Bound == "" {
		r = whole(r)
		s.Discrimination = &r
	}
	if at, ok := p.bank.Situation(of.scenario); ok && at.Revision == of.revision {
		s.Options = i.options(at)
	}
	return s
}

// options is how many took each option. The options of the key and the others add up to what the facility tells, so of each of
// the two, as of all together, no single one is withheld alone.
func (i *item) options(s *scenarios.Situation) []Option {
	key := func(n int) bool { return slices.Contains(s.Key, s.Options[n].ID) }
	var groups []int
	for _, o := range s.Options {
		groups = append(groups, i.picks[o.ID])
	}
	hidden := withhold(groups, i.n, key)
	if s.Format.Name() == "choose" {
		for _, side := range []bool{true, false} {
			part := slices.Clone(groups)
			for n := range part {
				if key(n) != side {
					part[n] = 0
				}
			}
			for n, h := range withhold(part, i.n, func(int) bool { return false }) {
				hidden[n] = hidden[n] || h
			}
		}
	}
	var out []Option
	for n, o := range s.Options {
		option := Option{ID: o.ID, Letter: scenarios.Letter(n), Key: key(n) || s.Format.Name() == "rate"}
		if s.Format.Name() == "rank" {
			option.Key = s.Key[0] == o.ID
		}
		if !hidden[n] {
			share := whole(float64(groups[n]) / float64(i.n))
			option.Share = &share
		}
		out = append(out, option)
	}
	return out
}

// poolable is those editions whose sums can be told together: those told of singly and, if there are others, these too when
// the two or more of them hide one another.
func (p *Pool) poolable(of []edition) []edition {
	var shown, hidden []edition
	full, lost := 0, 0
	for _, e := range of {
		i := p.items[e]
		if i.n >= LeastFacility && i.told(p.people).Bound == "" {
			shown = append(shown, e)
			continue
		}
		hidden = append(hidden, e)
		full, lost = full+i.n-i.none, lost+i.n-i.full
	}
	if len(hidden) > 1 && full >= LeastPeople && lost >= LeastPeople {
		return append(shown, hidden...)
	}
	return shown
}

// addTopics adds the topics in the library's order and returns the editions that they rest on.
func (r *Report) addTopics(p *Pool) []edition {
	by := map[string][]edition{}
	for _, of := range editions(p.items) {
		by[p.items[of].topic] = append(by[p.items[of].topic], of)
	}
	var order []string
	for _, t := range p.bank.Topics() {
		order = append(order, t.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(by)) {
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	var all []edition
	for _, id := range order {
		pooled := p.poolable(by[id])
		t := Topic{ID: id, Title: id, Situations: len(pooled)}
		if known, ok := p.bank.Topic(id); ok {
			t.Title = known.Title
		}
		n, share, chance := 0, 0.0, 0.0
		for _, of := range pooled {
			i := p.items[of]
			n, share, chance = n+i.n, share+i.share, chance+i.chance*float64(i.n)
		}
		if n >= LeastFacility {
			t.Facility, t.Chance = whole(share/float64(n)), whole(chance/float64(n))
			r.Topics = append(r.Topics, t)
			all = append(all, pooled...)
		}
	}
	return all
}

// addCalibration adds each certainty whose answers, right and wrong, are certain to be of five people: as many as in the
// situation that has most of them. One level alone is never withheld, since it would follow from the others.
func (r *Report) addCalibration(p *Pool, pooled []edition) {
	var sums, most [4]certain
	var wrong [4]int
	for _, of := range pooled {
		for c, s := range p.items[of].sure {
			sums[c] = certain{sums[c].n + s.n, sums[c].right + s.right}
			most[c] = certain{max(most[c].n, s.n), max(most[c].right, s.right)}
			wrong[c] = max(wrong[c], s.n-s.right)
		}
	}
	var told []int
	for c := 1; c < len(sums); c++ {
		if most[c].n >= LeastPeople && !small(most[c].right) && !small(wrong[c]) {
			told = append(told, c)
		}
	}
	if len(told) == len(sums)-2 { // one is withheld: the smallest goes with it
		least := slices.MinFunc(told, func(a, b int) int { return cmp.Compare(sums[a].n, sums[b].n) })
		told = slices.DeleteFunc(told, func(c int) bool { return c == least })
	}
	for _, c := range told {
		r.Calibration = append(r.Calibration, Calibration{scenarios.Certainty(c).Name(), sums[c].n,
			whole(float64(sums[c].right) / float64(sums[c].n))})
	}
}

// addShifts adds the situations that enough hands were raised on, twice.
func (r *Report) addShifts(p *Pool) {
	for _, of := range editions(p.votes) {
		v := p.votes[of]
		if min(v.ofBefore, v.ofAfter) < LeastFacility {
			continue
		}
		share := func(k, n int) Share { return bounded(float64(k)/float64(n), k, n-k, n) }
		r.Shifts = append(r.Shifts, Shift{of.scenario, of.revision, p.title(of.scenario), v.rooms,
			share(v.before, v.ofBefore), share(v.after, v.ofAfter)})
	}
}
