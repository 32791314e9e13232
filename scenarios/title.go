package scenarios

import (
	"slices"
	"sort"
	"strings"
)

// Gone is a situation that left the library. What was recorded of it can still be named.
type Gone struct {
	ID        string // of the family
	Title     string
	Principle string
}

// AllGone lists what left the library.
func (b *Bank) AllGone() []Gone { return slices.Clone(b.gone) }

// Gone finds a situation that left the library by its family's id.
func (b *Bank) Gone(family string) (Gone, bool) {
	for _, g := range b.gone {
		if g.ID == family {
			return g, true
		}
	}
	return Gone{}, false
}

// TitleOf is what a situation or a family is called, by its id: one of several variants with the beginning of its facts. Of what
// left the library it says so; what nothing is known of is called by its id.
func (b *Bank) TitleOf(id string) string {
	return b.TitleIn(id, func(string) bool { return false })
}

// TitleIn is TitleOf with more of the facts of a variant, where that fits.
func (b *Bank) TitleIn(id string, fits func(title string) bool) string {
	const left = " (no longer in the library)"
	family, variant := Split(id)
	f, known := b.byFamily[family]
	s, there := b.byID[id]
	switch {
	case there && variant != "":
		return f.name(s, fits)
	case known && variant == "":
		return f.Title
	case known:
		return f.Title + left
	}
	if g, known := b.Gone(family); known {
		return g.Title + left
	}
	return id + left
}

// fewestWords is how many words of the facts tell variants apart, unless it takes more.
const fewestWords = 6

// Name is the title, and as much of a variant's facts as tells it from its siblings; the title alone for a situation that is told
// alone.
func (f *Family) Name(s *Situation) string { return f.name(s, func(string) bool { return false }) }

// name is Name with as many more words of the facts as fit.
func (f *Family) name(s *Situation, fits func(string) bool) string {
	words := strings.Fields(s.Facts)
	if len(words) == 0 {
		return f.Title
	}
	with := func(n int) string {
		beginning := strings.Join(words[:n], " ")
		if n < len(words) {
			beginning = closed(strings.TrimRight(beginning, ".,;:") + "…")
		}
		return f.Title + ": " + beginning
	}
	least := min(fewestWords, len(words))
	for least < len(words) && f.begins(s, strings.Join(words[:least], " ")+" ") {
		least++
	}
	more := sort.Search(len(words)-least, func(i int) bool { return !fits(with(least + i + 1)) })
	return with(least + more)
}

// closed is the beginning of a text, with a quotation that goes on behind it closed.
func closed(beginning string) string {
	if strings.Count(beginning, "“") > strings.Count(beginning, "”") {
		return beginning + "”"
	}
	return beginning
}

// begins reports whether the facts of a sibling begin so.
func (f *Family) begins(but *Situation, beginning string) bool {
	for _, s := range f.Variants {
		if s != but && strings.HasPrefix(strings.Join(strings.Fields(s.Facts), " ")+" ", beginning) {
			return true
		}
	}
	return false
}
