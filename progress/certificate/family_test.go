// Variants of a family, as a certificate has them.

package certificate

import (
	"testing"

	"probity/progress"
	"probity/scenarios/scenariostest"
)

// Each variant is a situation of its own: it is marked again by its own key, and rests on its own guidance. What was written
// about the family is taken up.
func TestVariantsOfAFamily(t *testing.T) {
	p := scenariostest.Families(t)
	family, _ := p.Bank.Family("a-request")
	h := progress.NewHistory()
	h.Apply(progress.Sitting{Seq: 1, ID: "p", Kind: progress.Practice, Library: "1.0.0"}, progress.Reflection{Seq: 9, Scenario: "a-request", Text: "I looked twice."})
	right := 0
	for i, v := range family.Variants {
		m := v.Format.Mark(v, family.Variants[0].Key)
		if m.Right() {
			right++
		}
		h.Apply(progress.Answer{Seq: int64(2 + i), Sitting: "p", Scenario: v.Family, Variant: v.Variant, Revision: v.Revision, Topic: v.Topic,
			Format: v.Format.Name(), Chosen: family.Variants[0].Key, Marks: m.Marks, Of: m.Of, Chance: m.Chance, At: noon})
	}
	work := must(Gather(h, p.Bank, Choice{Sitting: "p"}))(t)
	same(t, "left out", len(work.LeftOut), 0)
	e := Weigh(work, p, uk)
	same(t, "situations", e.Activity.Situations, len(family.Variants))
	same(t, "right, and some not", []bool{e.Score.Right == right, right < len(family.Variants)}, []bool{true, true})
	same(t, "guidance", len(e.Guidance) > 0, true)
	same(t, "taken up", Seeds(h, work, p.Bank).SoWhat, family.Title+": I looked twice.")

	wrong := h.Answers()[1]
	wrong.Seq, wrong.Marks = 8, 1-wrong.Marks
	h.Apply(wrong)
	same(t, "marked by another's key", len(must(Gather(h, p.Bank, Choice{Sitting: "p"}))(t).LeftOut), 1)
}
