package craft

import (
	"slices"
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// TestWhatIsUncitedIsCounted, and what is put aside.
func TestWhatIsUncitedIsCounted(t *testing.T) {
	p := scenariostest.Families(t)
	f, _ := p.Bank.Family("a-request")
	if got := untraced([]*scenarios.Family{f}, p.Bank, 0); got != nil {
		t.Errorf("of what cites everything it says %q", got)
	}
	s := f.Variants[0]
	s.Options[3].Why = scenarios.NoReason
	for i := range 2 {
		s.Options[i].Cites, s.Options[i].Stated = nil, []string{scenarios.Uncited}
	}
	want := []Finding{
		{s.ID, "2 of 4 rationales cite no clause yet"},
		{s.ID, "1 of 4 options have no rationale yet: write why each is right or wrong"},
		{"uncited", "put the clause that decides in the place of the word. What lacks a clause or a rationale can be practised, and is not assessed"},
		{"unfinished", "3 put aside there and not read: each file says what it lacks"},
	}
	if got := untraced([]*scenarios.Family{f}, p.Bank, 3); !slices.Equal(got, want) {
		t.Errorf("it says %q", got)
	}
}
