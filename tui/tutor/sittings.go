package tutor

import (
	"math/rand/v2"
	"strings"

	"probity/progress"
	"probity/scenarios"
)

// sittings is what the parts that draw situations, or look back on them, stand on.
type sittings struct {
	clock   *Clock
	library *Library
	record  *Record
	profile *Profile
	seed    *int64 // --seed; nil for chance
}

// Ready reports whether the library is loaded and the record read.
func (s sittings) Ready() bool { return s.library.pack != nil && s.record.history != nil }

// drawSeed is the seed of the next draw: --seed, or chance.
func (s sittings) drawSeed() int64 {
	if s.seed != nil {
		return *s.seed
	}
	return rand.Int64N(1 << 31)
}

// begun saves what was drawn for a sitting, and returns the sitting's id.
func (s sittings) begun(fact progress.Sitting, drawn []*scenarios.Situation) string {
	fact.ID, fact.Library = newID(s.clock), s.library.pack.Version
	for _, situation := range drawn {
		fact.Drawn = append(fact.Drawn, situation.ID)
	}
	s.record.save(fact)
	return fact.ID
}

// newID is an id for what begins now: its time, and a few characters of chance.
func newID(c *Clock) string {
	return c.Now().UTC().Format("20060102-150405-") + base36(rand.Uint32())
}

func base36(n uint32) string {
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	var b strings.Builder
	for range 4 {
		b.WriteByte(digits[n%36])
		n /= 36
	}
	return b.String()
}

// answer is an outcome as the record keeps it.
func answer(sitting string, out scenarios.Outcome, seconds int) progress.Answer {
	s := out.Situation
	return progress.Answer{
		Sitting: sitting, Scenario: s.Family, Variant: s.Variant, Revision: s.Revision, Topic: s.Topic, Principle: s.Principle, Format: s.Format.Name(),
		Chosen: out.Chosen, Marks: out.Marking.Marks, Of: out.Marking.Of, Chance: out.Marking.Chance, Sure: int(out.Sure), Rated: out.Rated, Seconds: seconds,
	}
}
