// Reflections and their wordings.

package progress

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// Wordings returns reflections with what they replaced, what replaced them, and so on.
func Wordings(all []Reflection, of ...Reflection) []Reflection {
	for grown := true; grown; {
		grown = false
		for _, r := range all {
			in := slices.ContainsFunc(of, func(c Reflection) bool { return SameReflection(c, r) })
			linked := slices.ContainsFunc(of, func(c Reflection) bool {
				return c.Scenario == r.Scenario && (c.Replaces == r.Seq || r.Replaces == c.Seq && c.Seq > 0)
			})
			if linked && !in {
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

// SameReflection reports whether two are one, whatever numbers they have in their files.
func SameReflection(x, y Reflection) bool {
	return x.Scenario == y.Scenario && x.Text == y.Text && x.At.Equal(y.At)
}

// ID names a reflection without telling what it says: the same on every computer. A draft names by it what it was begun with.
func (f Reflection) ID() string {
	what := strings.Join([]string{f.Scenario, f.Text, f.At.UTC().Format(time.RFC3339)}, "\x00")
	sum := sha256.Sum256([]byte(what))
	return hex.EncodeToString(sum[:16])
}
