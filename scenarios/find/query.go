package find

import (
	"slices"
	"strings"
)

// mostWords is how many words of a query are looked at: bounds are for what is pasted.
const mostWords = 10

// mostParts is how many words of a query are read as one name.
const mostParts = 4

// readings are the ways to read a query: each word by itself, and where several words make a name or a word of the library, they as one.
// Words that say nothing are left out, unless there are no others.
func (x *Index) readings(query string) [][]name {
	parts := words(query)
	parts = parts[:min(len(parts), mostWords)]
	if len(parts) == 0 {
		return nil
	}
	apart, together := singles(parts), x.joined(parts)
	if len(apart) == len(together) {
		return [][]name{apart}
	}
	return [][]name{apart, together}
}

// singles are the words by themselves.
func singles(parts []string) (out []name) {
	telling := slices.DeleteFunc(slices.Clone(parts), slight)
	if len(telling) == 0 {
		telling = parts
	}
	for _, p := range telling {
		out = append(out, named([]string{p}))
	}
	return out
}

// joined are the words, as many as make a name or a word of the library as one.
func (x *Index) joined(parts []string) (out []name) {
	var alone []string
	for i := 0; i < len(parts); {
		n := min(mostParts, len(parts)-i)
		for n > 1 && !x.knows(named(parts[i:i+n])) {
			n--
		}
		if n > 1 {
			out = append(out, named(parts[i:i+n]))
		} else {
			alone = append(alone, parts[i])
		}
		i += n
	}
	if len(alone) > 0 && (len(out) == 0 || slices.ContainsFunc(alone, func(w string) bool { return !slight(w) })) {
		out = append(out, singles(alone)...)
	}
	return out
}

// knows reports whether a name is one of the topics', or a word of the library.
func (x *Index) knows(n name) bool {
	return len(x.called[n.word]) > 0 || len(x.called[n.stem]) > 0 || len(x.posts[n.word]) > 0
}

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

// indirect is 1 where neither the word nor another name for the same thing stands in what was met.
func (g grade) indirect() int {
	if g <= begun {
		return 0
	}
	return 1
}

// score is how an entry meets a query.
type score struct {
	cost  int
	worst grade
	times int
	words []string // that were met, folded
}

// meetAll are the entries that meet every word of a reading.
func (x *Index) meetAll(reading []name) map[int]score {
	var all map[int]score
	for i, n := range reading {
		met := x.meet(n)
		if i == 0 {
			all = met
			continue
		}
		for e, s := range all {
			m, also := met[e]
			if !also {
				delete(all, e)
				continue
			}
			all[e] = score{s.cost + m.cost, max(s.worst, m.worst), s.times + m.times, slices.Concat(s.words, m.words)}
		}
	}
	return all
}

// meet are the entries that meet one word. What it begins or nearly is counts only where it is no word of the library itself.
func (x *Index) meet(n name) map[int]score {
	met := scores{}
	if x.direct(n, met); len(met) > 0 {
		return met
	}
	for i, _ := slices.BinarySearch(x.known, n.word); i < len(x.known) && strings.HasPrefix(x.known[i], n.word); i++ {
		x.lesser(x.known[i], begun, met)
	}
	if len(met) > 0 {
		return met
	}
	for _, w := range x.near(n.word, 1) {
		x.lesser(w, nearly, met)
	}
	return met
}

// direct adds what meets a word by itself, by its stem, by another name or by the topic. The stem of a name that stands nowhere is not
// looked at: it is another word's, as "dating" has that of "date".
func (x *Index) direct(n name, met scores) {
	met.add(x.posts[n.word], exactly)
	met.add(x.phrases[n.stem], exactly)
	if len(x.called[n.word]) == 0 || len(x.posts[n.word]) > 0 {
		for _, form := range x.forms[n.stem] {
			met.add(x.posts[form], byStem)
		}
	}
	for _, i := range x.thingsCalled(n) {
		x.alike(x.things[i], n, met)
	}
}

// alike adds what meets a thing by its other names, and what is of its topic.
func (x *Index) alike(it thing, n name, met scores) {
	for _, other := range it.names {
		if other.word == n.word {
			continue
		}
		met.add(x.phrases[other.stem], byName)
		for _, form := range x.forms[other.stem] {
			met.add(x.posts[form], byName)
		}
	}
	for e := range x.entries {
		if x.entries[e].topic == it.topic {
			met.ofTopic(e)
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

// step is what one grade costs: more than a better place is worth.
const step = 10

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

// ofTopic adds an entry of the topic that a name belongs to. If the word stands there too, it weighs a little more.
func (m scores) ofTopic(e int) {
	s, met := m[e]
	if !met {
		m[e] = score{cost: int(inItsTopic) * step, worst: inItsTopic}
		return
	}
	if s.cost%2 == 1 {
		s.cost--
		m[e] = s
	}
}
