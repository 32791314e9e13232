package scenarios

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"probity/guidance"
)

// Blueprint says how an assessment is drawn and when it is passed. It is the [assessment] table of a pack.
type Blueprint struct {
	Pass       float64         // the least score above chance, as a share
	PerTopic   int             // situations of each topic that the learner's country has situations for
	Situations int             // in all; 0 where the topics alone say how many
	Rest       int             // days for which a situation that was answered stays out, as far as the mix allows
	Minutes    int             // what the clock counts towards; nothing happens when it is reached
	Formats    map[string]int  // how many parts of the whole each format has, by its name
	Levels     map[int]int     // how many parts of the whole each level has
	Roles      []guidance.Role // who is assessed; none for everybody

	Countries map[guidance.Jurisdiction]Blueprint // what differs by country; nil where nothing does
}

// In is the blueprint for learners of a country.
func (b Blueprint) In(j guidance.Jurisdiction) Blueprint {
	if own, differs := b.Countries[j]; differs {
		return own
	}
	return b
}

// Rule is the pass rule in words, for wherever "passed" is said.
func Rule(pass float64) string {
	return fmt.Sprintf("Passed means at least %s %% above chance: 100 %% is full marks, 0 %% what chance alone brings.", percent(pass))
}

// percent is a share in hundredths, as it was written: 0.55 times 100 is not quite 55 to a computer.
func percent(share float64) string {
	return strconv.FormatFloat(math.Round(share*1e4)/1e2, 'f', -1, 64)
}

// best counts the single best answers, and those that a paper of so many situations needs.
func (b Blueprint) best(drawn []*Situation) (have, need int, short bool) {
	formats, _ := tallied(drawn)
	have, need = formats[best{}.Name()], half(len(drawn))
	if mix := b.mix(len(drawn)); len(mix) > 0 {
		need = min(need, mix[best{}.Name()])
	}
	return have, need, have < need
}

// half is the least number that is half of n.
func half(n int) int { return (n + 1) / 2 }

// BestParts is how many parts of a whole single best answers have, and how many all other formats together.
func BestParts(formats map[string]int) (single, others int) {
	for name, parts := range formats {
		if name == (best{}).Name() {
			single = parts
		} else {
			others += parts
		}
	}
	return single, others
}

// mix is how many of n situations each format should have: the blueprint's shares. Where it asks for half or more single best
// answers, they are at least half of n too, although rounding would leave one fewer.
func (b Blueprint) mix(n int) map[string]int {
	mix, single := shares(b.Formats, n), best{}.Name()
	if asked, rest := BestParts(b.Formats); asked < rest || len(mix) == 0 || mix[single] >= half(n) {
		return mix
	}
	others := maps.Clone(b.Formats)
	delete(others, single)
	mix = shares(others, n-half(n))
	mix[single] = half(n)
	return mix
}

// shares divides n into parts of the given sizes: the largest remainders get what rounding leaves.
func shares[K cmp.Ordered](parts map[K]int, n int) map[K]int {
	whole := 0
	for _, p := range parts {
		whole += p
	}
	out := map[K]int{}
	if whole == 0 {
		return out
	}
	left := n
	for k, p := range parts {
		out[k] = n * p / whole
		left -= out[k]
	}
	keys := slices.Sorted(maps.Keys(parts))
	slices.SortStableFunc(keys, func(x, y K) int { return cmp.Compare(n*parts[y]%whole, n*parts[x]%whole) })
	for _, k := range keys[:left] {
		out[k]++
	}
	return out
}

func counted(n int, one, many string) string {
	return fmt.Sprintf("%d %s", n, choice(n == 1, one, many))
}

func choice(first bool, one, other string) string {
	if first {
		return one
	}
	return other
}

func abs(n int) int { return max(n, -n) }
