package find

import (
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// Index is what a search looks in: every extract, difference, situation and principle of a library. Once made it does not change.
type Index struct {
	entries []entry
	things  []thing
	called  map[string][]int    // the things that have a name, by its words or its stems as one
	posts   map[string][]post   // where a word stands
	phrases map[string][]post   // where a name of several words stands, by its stems as one
	forms   map[string][]string // the words of a stem
	known   []string            // every word that stands somewhere, and every name, in order
}

// entry is something that can be found.
type entry struct {
	kind   Kind
	id     string
	topic  string
	title  string
	texts  []string // Markdown
	about  string   // what is said of it elsewhere: the document, the force, whose situation it is
	lines  []line   // of the texts, or of the title where there are none
	clause *guidance.Clause
	family *scenarios.Family
}

// line is a sentence with its words.
type line struct {
	text  string
	words []string
}

// place is the part of an entry in which a word stands, the best first.
type place int

const (
	inTitle place = iota
	inText
	inAbout
)

// post says that words stand in an entry.
type post struct {
	entry int
	place place
	times int
	words []string // as they stand there, folded
}

// New makes the index of a library.
func New(lib *guidance.Library, bank *scenarios.Bank) *Index {
	x := &Index{
		entries: entries(lib, bank), things: things(bank),
		called: map[string][]int{}, posts: map[string][]post{}, phrases: map[string][]post{}, forms: map[string][]string{},
	}
	beginning := map[string][]name{} // the names of several words, by the stem of the first
	for i, it := range x.things {
		for _, n := range it.names {
			x.call(n, i)
			if n.several() {
				beginning[n.stems[0]] = append(beginning[n.stems[0]], n)
			}
		}
	}
	r := reader{index: x, stems: map[string]string{}, beginning: beginning}
	for e := range x.entries {
		r.entry(e)
	}
	x.learn(r.stems)
	return x
}

// call notes that a thing has a name.
func (x *Index) call(n name, thing int) {
	for _, as := range []string{n.word, n.stem} {
		if !slices.Contains(x.called[as], thing) {
			x.called[as] = append(x.called[as], thing)
		}
	}
}

// reader reads the entries into an index.
type reader struct {
	index     *Index
	stems     map[string]string // of the words that were read
	beginning map[string][]name // the names of several words, by the stem of the first
}

// entry reads an entry, its title first.
func (r reader) entry(e int) {
	en := &r.index.entries[e]
	title := r.words(e, inTitle, en.title)
	for _, t := range en.texts {
		for _, sentence := range text.Sentences(t) {
			en.lines = append(en.lines, line{sentence, r.words(e, inText, sentence)})
		}
	}
	if len(en.lines) == 0 {
		en.lines = []line{{en.title, title}}
	}
	r.words(e, inAbout, en.about)
}

// words notes where the words of a text stand, and the names that several of them make.
func (r reader) words(e int, at place, text string) []string {
	all := words(text)
	stems := make([]string, len(all))
	for i, w := range all {
		if _, known := r.stems[w]; !known {
			r.stems[w] = stem(w)
		}
		stems[i] = r.stems[w]
		note(r.index.posts, w, post{e, at, 1, all[i : i+1]})
	}
	for i := range all {
		for _, n := range r.beginning[stems[i]] {
			if long := n.standsAt(all[i:], stems[i:]); long > 0 {
				note(r.index.phrases, n.stem, post{e, at, 1, all[i : i+long]})
			}
		}
	}
	return all
}

// note adds a post. Another one in the same entry is counted with the first, which stands in the better place.
func note(posts map[string][]post, of string, p post) {
	if all := posts[of]; len(all) > 0 && all[len(all)-1].entry == p.entry {
		all[len(all)-1].times++
		return
	}
	posts[of] = append(posts[of], p)
}

// learn gathers what is known once everything is read: the words of each stem, and all words and names in order.
func (x *Index) learn(stems map[string]string) {
	for w, s := range stems {
		x.forms[s] = append(x.forms[s], w)
		x.known = append(x.known, w)
	}
	for _, forms := range x.forms {
		slices.Sort(forms)
	}
	for _, it := range x.things {
		for _, n := range it.names {
			x.known = append(x.known, n.word)
		}
	}
	slices.Sort(x.known)
	x.known = slices.Compact(x.known)
}

// entries are what can be found, in the library's order.
func entries(lib *guidance.Library, bank *scenarios.Bank) (all []entry) {
	for _, s := range lib.Sources() {
		for _, c := range s.Clauses {
			all = append(all, ofClause(c))
		}
	}
	for _, d := range lib.AllDifferences() {
		all = append(all, entry{kind: Difference, id: d.Title, topic: d.Topic, title: d.Title, texts: []string{d.Says}, about: "differ difference compare"})
	}
	for _, f := range bank.Families() {
		all = append(all, ofFamily(f))
	}
	for _, p := range bank.Principles() {
		topic, _ := bank.Topic(p.Topic)
		all = append(all, entry{kind: Principle, id: p.ID, topic: p.Topic, title: p.Lesson, about: topic.Title})
	}
	return all
}

func ofClause(c *guidance.Clause) entry {
	s := c.Source
	return entry{
		kind: Extract, id: c.ID, topic: c.Topic, title: c.Locator, texts: []string{c.Text, c.Changed}, clause: c,
		about: strings.Join([]string{c.ID, c.Force.Name(), s.Title, s.Publisher, s.Edition(), string(s.Status), s.Jurisdiction.Name()}, " "),
	}
}

// ofFamily has as texts what a learner sees before answering. What the rationales say is said of it elsewhere: it can be searched for, but
// a line of theirs is not shown, for it would give the answer away.
func ofFamily(f *scenarios.Family) entry {
	e := entry{kind: Situation, id: f.ID, topic: f.Topic, title: f.Title, family: f}
	first := f.Variants[0]
	e.about = first.Setting.Name()
	for _, s := range f.Variants {
		if s.Facts == "" {
			e.texts = append(e.texts, s.Stem)
			continue
		}
		if s == first {
			e.texts = append(e.texts, s.Lead)
		}
		e.texts = append(e.texts, s.Facts)
	}
	e.texts = append(e.texts, first.Ask)
	for _, o := range first.Options {
		e.texts = append(e.texts, o.Text)
	}
	for _, s := range f.Variants {
		for _, o := range s.Options {
			e.about += " " + o.Why
		}
	}
	return e
}
