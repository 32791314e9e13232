package find

import (
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance"
)

// How many other queries are offered, and how many are tried for that.
const (
	mostInstead = 3
	mostTried   = 12
)

// Instead lists queries like one that finds nothing, that find something: with a word that is spelled alike in place of an unknown one,
// and then without one of the words, where another names something.
func (x *Index) Instead(query string, r guidance.Reader) (out []string) {
	parts := words(query)
	parts = parts[:min(len(parts), mostWords)]
	tried := 0
	offer := func(other []string) {
		said := strings.Join(other, " ")
		if tried++; tried <= mostTried && len(out) < mostInstead && said != "" && !slices.Contains(out, said) && len(x.Search(said, r)) > 0 {
			out = append(out, said)
		}
	}
	for i, p := range parts {
		if len(x.meet(named([]string{p}))) > 0 {
			continue
		}
		for _, w := range x.near(p, 2) {
			offer(slices.Concat(parts[:i], []string{w}, parts[i+1:]))
		}
	}
	for i := range parts {
		if left := slices.DeleteFunc(slices.Concat(parts[:i], parts[i+1:]), slight); slices.ContainsFunc(x.joined(left), func(n name) bool { return len(x.thingsCalled(n)) > 0 }) {
			offer(left)
		}
	}
	return out
}

// How long a word is that is taken for a slip of the key in another, in letters.
const (
	fewestLetters = 5
	mostLetters   = 30
)

// near lists the known words that a word becomes with so many slips of the key. The first letter is right.
func (x *Index) near(word string, slips int) (out []string) {
	letters := []rune(word)
	if len(letters) < fewestLetters || len(letters) > mostLetters {
		return nil
	}
	for _, w := range x.known {
		if first, _ := utf8.DecodeRuneInString(w); first != letters[0] || abs(utf8.RuneCountInString(w)-len(letters)) > slips {
			continue
		}
		if distance(letters, []rune(w)) <= slips {
			out = append(out, w)
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// distance is how many slips of the key make one word of another: a letter too many, one too few, a wrong one, two that changed places.
func distance(a, b []rune) int {
	before, last, now := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			wrong := 1
			if a[i-1] == b[j-1] {
				wrong = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
