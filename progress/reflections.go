// Reflections and their wordings.

package progress

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// Reflections returns the reflections in the order of seq, without those that a later one replaces.
func (h *History) Reflections() []Reflection {
	replaced := map[int64]bool{}
	for _, r := range h.reflections {
		if r.Replaces < r.Seq {
			replaced[r.Replaces] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(h.reflections), func(r Reflection) bool { return replaced[r.Seq] })
}

// Wording returns the reflection that has a number, whether a later one replaces it or not; false for none.
func (h *History) Wording(seq int64) (r Reflection, there bool) {
	at := slices.IndexFunc(h.reflections, func(r Reflection) bool { return r.Seq == seq })
	if at < 0 {
		return r, false
	}
	return h.reflections[at], true
}

// HasReflection reports whether the record has the reflection that an ID names, whether a later one replaces it or not.
func (h *History) HasReflection(id string) bool {
	return slices.ContainsFunc(h.reflections, func(r Reflection) bool { return r.ID() == id })
}

// NumberOf returns the number that a reflection has here which was read before, whether a later one replaces it or not; 0 when it is
// not there any more.
func (h *History) NumberOf(read Reflection) int64 {
	for _, r := range h.reflections {
		if Same(r, read) {
			return r.Seq
		}
	}
	return 0
}

// Reworded reports whether the record still has what a reflection said before it was edited.
func (h *History) Reworded(r Reflection) bool {
	return slices.ContainsFunc(h.reflections, func(earlier Reflection) bool { return earlier.Seq == r.Replaces && earlier.Seq < r.Seq })
}

// Wordings returns reflections with what they replaced, what replaced them, and so on.
func Wordings(all []Reflection, of ...Reflection) []Reflection {
	for grown := true; grown; {
		grown = false
		for _, r := range all {
			linked := slices.ContainsFunc(of, func(c Reflection) bool {
				return c.Scenario == r.Scenario && (c.Replaces == r.Seq || r.Replaces == c.Seq && c.Seq > 0)
			})
			if linked && !slices.ContainsFunc(of, func(c Reflection) bool { return Same(c, r) }) {
				of, grown = append(of, r), true
			}
		}
	}
	return of
}

// EarlierWordings returns what a reflection said before it was edited.
func EarlierWordings(all []Reflection, of Reflection) []Reflection {
	return slices.DeleteFunc(Wordings(all, of), func(w Reflection) bool { return w.Seq >= of.Seq || w.Text == of.Text })
}

// ID names a reflection without telling what it says: the same on every computer. A draft names by it what it was begun with.
func (f Reflection) ID() string {
	what := strings.Join([]string{f.Scenario, f.Text, f.At.UTC().Format(time.RFC3339)}, "\x00")
	sum := sha256.Sum256([]byte(what))
	return hex.EncodeToString(sum[:16])
}
