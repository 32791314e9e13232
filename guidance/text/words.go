package text

import (
	"strconv"
	"strings"
)

// Count writes so many of a thing that takes an s: "1 answer", "12 answers".
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// Series joins words as English does: "a, b and c".
func Series(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// Slips is how many slips of the key make one word of another: a letter too many, one too few, a wrong one, two that changed places.
func Slips(from, to string) int {
	a, b := []rune(from), []rune(to)
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

// Nearest is the one of some names that a mistyped name is closest to, or begins; "" if none is close.
func Nearest(name string, names []string) string {
	name = strings.ToLower(name)
	best, least := "", 1+max(1, len([]rune(name))/3)
	for _, n := range names {
		if d := Slips(name, n); d < least {
			best, least = n, d
		}
	}
	for _, n := range names {
		if best == "" && len(name) >= 3 && strings.HasPrefix(n, name) {
			best = n
		}
	}
	return best
}
