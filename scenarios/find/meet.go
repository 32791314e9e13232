package find

import (
	"slices"
	"strings"
)

// grade is how closely a word is met, the closest first.
type grade int

const (
	exactly grade = iota
	byStem
	byName     // another name for the same thing
	begun      // what the word begins
	inItsTopic // the topic of a name
	nearly     // but for one slip of the key
)

// score is how an entry meets a query.
type score struct {
	cost  int
	worst grade
	times int
	words []string // that were met, folded
	parts int      // how many words of the reading were met
	named bool     // one of those is the name of something
}

// lacks reports whether one of the words is missing.
func (s score) lacks() bool { return s.cost >= lacking }

// distance is how far an entry is from what was typed: 0 the words, or other names for the same things, stand in it; 1 it is of the topic
// of one; 2 it lacks one.
func (s score) distance() int {
	switch {
	case s.lacks():
		return 2
	case s.worst > begun:
		return 1
	}
	return 0
}

// meetAll are the entries that meet every word of a reading, and at a cost the extracts that meet the name of something and lack other words.
// Where nothing at all meets a word, nothing is found: it is better to say so.
func (x *Index) meetAll(r reading) map[int]score {
	all := map[int]score{}
	for _, n := range r.names {
		met, called := x.meet(n), len(x.thingsCalled(n)) > 0
		if len(met) == 0 {
			return nil
		}
		for e, m := range met {
			s := all[e]
			all[e] = score{s.cost + m.cost, max(s.worst, m.worst), s.times + m.times, slices.Concat(s.words, m.words), s.parts + 1, s.named || called}
		}
	}
	for e, s := range all {
		lacks := len(r.names) - s.parts
		if lacks > 0 && (!s.named || x.entries[e].kind != Extract) {
			delete(all, e)
			continue
		}
		s.cost += r.cost + lacks*lacking
		all[e] = s
	}
	return all
}

// meet are the entries that meet one word. What it begins or nearly is counts only where it is no word of the library itself.
func (x *Index) meet(n name) map[int]score {
	met := scores{}
	if x.direct(n, met); len(met) > 0 {
		return met
	}
	for _, w := range x.begunBy(n.word) {
		x.lesser(w, begun, met)
	}
	if len(met) > 0 {
		return met
	}
	for _, w := range x.near(n.word, 1) {
		x.lesser(w, nearly, met)
	}
	return met
}

// begunBy lists the known words that a word begins.
func (x *Index) begunBy(word string) []string {
	from, _ := slices.BinarySearch(x.known, word)
	to := from
	for to < len(x.known) && strings.HasPrefix(x.known[to], word) {
		to++
	}
	return x.known[from:to]
}

// direct adds what meets a word by itself, by its stem, by another name or by the topic.
func (x *Index) direct(n name, met scores) {
	met.add(x.posts[n.word], exactly)
	met.add(x.phrases[n.stem], exactly)
	for _, form := range x.forms[n.stem] {
		met.add(x.posts[form], byStem)
	}
	topics := map[string]bool{}
	for _, i := range x.thingsCalled(n) {
		x.asThing(x.things[i], n, met)
		topics[x.things[i].topic] = true
	}
	for e := range x.entries {
		if topics[x.entries[e].topic] {
			met.ofTopic(e)
		}
	}
}

// asThing adds what meets a thing by its other names.
func (x *Index) asThing(it thing, n name, met scores) {
	for _, other := range it.names {
		if other.word == n.word {
			continue
		}
		met.add(x.phrases[other.stem], byName)
		for _, form := range x.forms[other.stem] {
			met.add(x.posts[form], byName)
		}
	}
}

// lesser adds what a word stands for that was not typed.
func (x *Index) lesser(word string, g grade, met scores) {
	meant := scores{}
	x.direct(named([]string{word}), meant)
	for e, s := range meant {
		met.keep(e, score{cost: s.cost + int(g)*step, worst: max(s.worst, g), times: s.times, words: s.words})
	}
}

// thingsCalled are the things that have a name.
func (x *Index) thingsCalled(n name) []int {
	out := slices.Concat(x.called[n.word], x.called[n.stem])
	slices.Sort(out)
	return slices.Compact(out)
}

// step is what one grade costs: more than a better place is worth. The words of a name that stand apart count less than another name of
// several, and more than the topic. A word that is missing costs more than all that are met badly.
const (
	step      = 10
	apartCost = 3 * step
	lacking   = 10 * mostWords * step
)

// scores are how entries meet one word.
type scores map[int]score

// add adds where a word stands.
func (m scores) add(posts []post, g grade) {
	for _, p := range posts {
		m.keep(p.entry, score{cost: int(g)*step + 2*int(p.place) + 1, worst: g, times: p.times, words: p.words})
	}
}

// keep keeps the better of two ways in which an entry is met, and the words of both.
func (m scores) keep(e int, s score) {
	old, met := m[e]
	if !met {
		m[e] = s
		return
	}
	if s.cost >= old.cost {
		s, old = old, s
	}
	for _, w := range old.words {
		if !slices.Contains(s.words, w) {
			s.words = append(slices.Clip(s.words), w)
		}
	}
	m[e] = s
}

// ofTopic adds an entry of the topic that a name belongs to, once for a word. If the word stands there too, it weighs a little more.
func (m scores) ofTopic(e int) {
	s, met := m[e]
	if !met {
		m[e] = score{cost: int(inItsTopic) * step, worst: inItsTopic}
		return
	}
	s.cost--
	m[e] = s
}
