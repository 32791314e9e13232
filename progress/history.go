// The history: what the facts say, and the program's only source of numbers. It is pure, and the order it goes by is seq.

package progress

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"probity/scenarios"
)

// History is what the facts of a record say. Facts may be applied in any order, and more than once: only their Seq counts.
// It is for one goroutine at a time.
type History struct {
	answers     []Answer // these by seq
	sittings    []Sitting
	reflections []Reflection
	settings    []Setting
	flags       []Flag
	bookmarks   []Bookmark
	submits     []Submit
	undos       []Undo
	certified   []Certified
	attended    []Attended
	fold        *fold           // nil while it is to be made anew
	due         *schedule       // nil while it is to be made anew
	spent       map[quarter]int // active seconds; dates are left to whoever asks
	seconds     int
	names       map[string]string
	last        int64
}

// NewHistory returns the history of a record without facts.
func NewHistory() *History {
	return &History{fold: newFold(), spent: map[quarter]int{}, names: map[string]string{}}
}

// Apply adds facts, as read or as returned by Append.
func (h *History) Apply(facts ...Fact) {
	for _, fact := range facts {
		fact, added := h.keep(fact)
		seq, _ := Stamp(fact)
		switch inOrder := seq > h.last; {
		case added && inOrder && h.fold != nil:
			h.fold.take(fact)
			h.follow(fact)
		case added:
			h.fold, h.due = nil, nil
		}
		h.last = max(h.last, seq)
	}
}

// keep puts a fact in its list and returns it as it is kept; false when it is there already or is of no kind that counts.
func (h *History) keep(fact Fact) (kept Fact, added bool) {
	switch f := fact.(type) {
	case Answer:
		h.share(&f)
		if h.answers, added = insert(h.answers, f, func(f Answer) int64 { return f.Seq }); added {
			h.spend(f.At, f.Seconds)
		}
		return f, added
	case Sitting:
		h.sittings, added = insert(h.sittings, f, func(f Sitting) int64 { return f.Seq })
	case Reflection:
		h.reflections, added = insert(h.reflections, f, func(f Reflection) int64 { return f.Seq })
	case Setting:
		h.settings, added = insert(h.settings, f, func(f Setting) int64 { return f.Seq })
	case Flag:
		if h.flags, added = insert(h.flags, f, func(f Flag) int64 { return f.Seq }); added {
			h.spend(f.At, f.Seconds)
		}
	case Bookmark:
		h.bookmarks, added = insert(h.bookmarks, f, func(f Bookmark) int64 { return f.Seq })
	case Undo:
		h.undos, added = insert(h.undos, f, func(f Undo) int64 { return f.Seq })
	case Attended:
		h.attended, added = insert(h.attended, f, func(f Attended) int64 { return f.Seq })
	case Certified:
		h.certified, added = insert(h.certified, f, func(f Certified) int64 { return f.Seq })
	case Submit:
		if h.submits, added = insert(h.submits, f, func(f Submit) int64 { return f.Seq }); added {
			h.spend(f.At, f.Seconds)
		}
	}
	return fact, added
}

// spend notes the active time of a fact.
func (h *History) spend(at time.Time, seconds int) {
	h.seconds += Active(seconds)
	h.spent[quarterOf(at)] += Active(seconds)
}

// Seq is the highest number of a fact so far, applied or reached; 0 for none.
func (h *History) Seq() int64 { return h.last }

// Reach ends a reading: there are facts up to a number, the last of them perhaps of a kind that this version does not know. The
// figures are worked out now, so that whoever asks first need not wait.
func (h *History) Reach(seq int64) {
	h.last = max(h.last, seq)
	h.tally()
}

// share makes equal strings of many answers one, which keeps a long record small in memory.
func (h *History) share(a *Answer) {
	for _, s := range []*string{&a.Sitting, &a.Scenario, &a.Variant, &a.Topic, &a.Principle, &a.Format} {
		one, known := h.names[*s]
		if !known {
			one = strings.Clone(*s)
			h.names[one] = one
		}
		*s = one
	}
}

// Answers returns all answers in the order of seq. They are the history's own, for reading, until the next Apply.
func (h *History) Answers() []Answer { return slices.Clip(h.answers) }

// Last returns the latest answer to a situation that counts.
func (h *History) Last(situation string) (Answer, bool) {
	a, ok := h.tally().last[situation]
	return a, ok
}

// Times returns how often a family was answered, by whichever variant, as far as it counts.
func (h *History) Times(family string) int { return h.tally().times[family] }

// Topic returns the score of a topic.
func (h *History) Topic(id string) scenarios.Score { return h.tally().topics[id] }

// Topics returns the scores of all topics with scored answers, by topic id.
func (h *History) Topics() map[string]scenarios.Score { return maps.Clone(h.tally().topics) }

// Total returns the score of all answers that count.
func (h *History) Total() scenarios.Score { return h.tally().total }

// Seconds returns the active time of all sittings, whether their answers count or not: it was spent.
func (h *History) Seconds() int { return h.seconds }

// Setting returns the latest value given to a setting.
func (h *History) Setting(name string) (string, bool) {
	for _, s := range slices.Backward(h.settings) {
		if s.Name == name {
			return s.Value, true
		}
	}
	return "", false
}

// Bookmarked reports whether a family is marked to come back to.
func (h *History) Bookmarked(family string) bool {
	for _, b := range slices.Backward(h.bookmarks) {
		if b.Scenario == family {
			return b.On == 1
		}
	}
	return false
}

// Bookmarks returns the mark on each family that has one, the latest first.
func (h *History) Bookmarks() []Bookmark {
	var on []Bookmark
	said := map[string]bool{}
	for _, b := range slices.Backward(h.bookmarks) {
		if b.On == 1 && !said[b.Scenario] {
			on = append(on, b)
		}
		said[b.Scenario] = true
	}
	return on
}

// Attended returns the sessions that the learner took part in, in the order of seq, each once.
func (h *History) Attended() []Attended {
	var each []Attended
	for _, a := range h.attended {
		if !slices.ContainsFunc(each, func(b Attended) bool { return b.Session == a.Session }) {
			each = append(each, a)
		}
	}
	return each
}

// Certified reports whether a certificate of this digest was made before.
func (h *History) Certified(digest string) bool {
	return slices.ContainsFunc(h.certified, func(c Certified) bool { return c.Digest == digest })
}

// Sitting returns the sitting of an id.
func (h *History) Sitting(id string) (Sitting, bool) {
	for _, s := range slices.Backward(h.sittings) {
		if s.ID == id {
			return s, true
		}
	}
	return Sitting{}, false
}

// answersIn returns the answers given in a sitting. They come after it.
func (h *History) answersIn(s Sitting) []Answer {
	var in []Answer
	from, _ := slices.BinarySearchFunc(h.answers, s.Seq, func(a Answer, seq int64) int { return cmp.Compare(a.Seq, seq) })
	for _, a := range h.answers[from:] {
		if a.Sitting == s.ID {
			in = append(in, a)
		}
	}
	return in
}

// insert puts a fact in its place by seq, unless it is there already. A record that two machines' copies were joined in may
// have one seq twice: those are different facts, and both are kept.
func insert[F Fact](list []F, fact F, seq func(F) int64) ([]F, bool) {
	n := len(list)
	if n == 0 || seq(list[n-1]) < seq(fact) { // as it nearly always is
		return append(list, fact), true
	}
	i, _ := slices.BinarySearchFunc(list, seq(fact), func(f F, n int64) int { return cmp.Compare(seq(f), n) })
	for ; i < n && seq(list[i]) == seq(fact); i++ {
		if reflect.DeepEqual(list[i], fact) {
			return list, false
		}
	}
	return slices.Insert(list, i, fact), true
}
