package find

import (
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance"
	"probity/guidance/text"
)

// How many other queries are offered, and how many are tried for that.
const (
	mostInstead = 3
	mostTried   = 12
)

// Instead lists queries like one that finds nothing, that find something: with words that are spelled alike in place of the unknown ones,
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
	likely := slices.Clone(parts) // with the first word that is like each unknown one
	for i, p := range parts {
		if alike := x.near(p, 2); len(alike) > 0 && len(x.meet(named([]string{p}))) == 0 {
			likely[i] = alike[0]
		}
	}
	for i, p := range parts {
		if likely[i] == p {
			continue
		}
		for _, w := range x.near(p, 2) {
			offer(slices.Concat(likely[:i], []string{w}, likely[i+1:]))
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
		if text.Slips(word, w) <= slips {
			out = append(out, w)
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }
