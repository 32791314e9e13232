package find

import (
	"cmp"
	"slices"
)

// mostWords is how many words of a query are looked at: bounds are for what is pasted.
const mostWords = 10

// mostParts is how many words of a query are read as one name.
const mostParts = 4

// reading is a way to read a query.
type reading struct {
	names []name
	cost  int
}

// readings are the ways to read a query: each word by itself, and where several words make a name or a word of the library, they as one.
// Words that say nothing are left out, unless there are no others, and unknown words are read as typed and as known ones. To read a name
// word by word has a cost: "medical advice online" is not whatever is medical, advises and is online.
func (x *Index) readings(query string) []reading {
	parts := words(query)
	parts = parts[:min(len(parts), mostWords)]
	if len(parts) == 0 {
		return nil
	}
	var out []reading
	for _, as := range [][]string{parts, x.corrected(parts)} {
		together, apart := reading{names: x.joined(as)}, reading{names: singles(as)}
		if slices.ContainsFunc(together.names, func(n name) bool { return n.several() && len(x.thingsCalled(n)) > 0 }) {
			apart.cost = apartCost
		}
		for _, r := range []reading{together, apart} {
			if !slices.ContainsFunc(out, r.like) {
				out = append(out, r)
			}
		}
	}
	return out
}

// like reports whether two readings are of the same words.
func (r reading) like(other reading) bool {
	return slices.EqualFunc(r.names, other.names, func(m, n name) bool { return m.word == n.word })
}

// corrected are the words, with a known one in place of each that is unknown and a slip of the key away from it: of several the one that
// stands in most entries.
func (x *Index) corrected(parts []string) []string {
	out := slices.Clone(parts)
	for i, p := range parts {
		if len(x.begunBy(p)) > 0 || x.knows(named(parts[i:i+1])) || len(x.forms[stem(p)]) > 0 {
			continue
		}
		if spelt := x.near(p, 1); len(spelt) > 0 {
			out[i] = slices.MaxFunc(spelt, func(a, b string) int { return cmp.Compare(len(x.posts[a]), len(x.posts[b])) })
		}
	}
	return out
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
