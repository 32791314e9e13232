package craft

import (
	"fmt"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
)

// TestEveryMustIsTaughtByTwoFamilies: two variants of one are not enough.
func TestEveryMustIsTaughtByTwoFamilies(t *testing.T) {
	must := &guidance.Clause{ID: "rules/1", Force: guidance.Must}
	should := &guidance.Clause{ID: "rules/2", Force: guidance.Should}
	for n, missed := range map[int]bool{1: true, 2: false} {
		var all []*scenarios.Situation
		for i := range n {
			f := turning(t, "best", 4, "a", "b")
			for _, s := range f.Variants {
				s.Family = fmt.Sprint("family-", i)
				s.ID = scenarios.Join(s.Family, s.Variant)
				s.Options[0].Cites = []string{"rules/1"}
			}
			all = append(all, f.Variants...)
		}
		sh := sheet{bars: bars()}
		sh.duties(scenarios.NewBank(nil, nil, all), []*guidance.Clause{must, should})
		if f := sh.figures[0]; f.Of != 1 || f.Value != float64(n) || (f.Verdict == Missed) != missed {
			t.Errorf("taught by %d families, the figure is %+v", n, f)
		}
		if told := fmt.Sprint(sh.warnings); strings.Contains(told, "{rules/1 a must, is taught by 1") != missed {
			t.Errorf("taught by %d families, the author is told %s", n, told)
		}
	}
}
