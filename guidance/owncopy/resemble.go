// How much a paragraph is about what one of our extracts is about. An extract shares no sentence with its original, but
// it cannot do without some of the words.

package owncopy

import (
	"math"
	"sort"

	"probity/guidance"
)

// stemLength is how much of a word is compared, so that "disclose" meets "disclosure"; shorter words say too little.
const stemLength = 4

// stems are the beginnings of the words of a run of letters.
func stems(l letters, s span) map[string]bool {
	out := map[string]bool{}
	for i := sort.SearchInts(l.words, s.from); i < len(l.words) && l.words[i] < s.to; i++ {
		if from, to := l.words[i], l.word(i+1); to-from >= stemLength {
			out[string(l.b[from:from+stemLength])] = true
		}
	}
	return out
}

// themes say what each paragraph of a document is about, and which words tell one paragraph from another.
type themes struct {
	doc    *Document
	blocks []map[string]bool
	rarity map[string]float64
	unseen float64
}

func themesOf(d *Document) *themes {
	t := &themes{doc: d, rarity: map[string]float64{}, unseen: math.Log(float64(len(d.blocks) + 1))}
	for i := range d.blocks {
		words := stems(d.letters, d.body(i))
		t.blocks = append(t.blocks, words)
		for w := range words {
			t.rarity[w]++
		}
	}
	for w, n := range t.rarity {
		t.rarity[w] = math.Log(float64(len(d.blocks)+1) / n)
	}
	return t
}

// extract is what a clause's extract is about.
func extract(c *guidance.Clause) map[string]bool {
	l := lettersOf(c.Text)
	return stems(l, span{to: len(l.b)})
}

// resemblance is how much of what an extract is about the block has: 0 to 1, rare words counting most.
func (t *themes) resemblance(extract map[string]bool, block int) float64 {
	shared, all := 0.0, 0.0
	for w := range extract {
		weight, ok := t.rarity[w]
		if !ok {
			weight = t.unseen
		}
		all += weight
		if t.blocks[block][w] {
			shared += weight
		}
	}
	if all == 0 {
		return 0
	}
	return shared / all
}
