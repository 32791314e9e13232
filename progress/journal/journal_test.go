package journal

import (
	"errors"
	"fmt"
	"testing"

	"probity/progress"
	"probity/scenarios/induction"
)

// TestARewrittenRecordIsAConflict, and a conflict need not be one: what is still known by its number is not looked for anew.
func TestARewrittenRecordIsAConflict(t *testing.T) {
	rewritten, between := fmt.Errorf("saving: %w", ErrRenumbered), fmt.Errorf("saving: %w", ErrConflict)
	if !errors.Is(rewritten, ErrConflict) || !errors.Is(rewritten, ErrRenumbered) || errors.Is(between, ErrRenumbered) {
		t.Errorf("%v, %v", rewritten, between)
	}
}

// TestEachKindHasATableOfItsOwn, in records and sessions together.
func TestEachKindHasATableOfItsOwn(t *testing.T) {
	record, session := progress.Kinds(), induction.Kinds()
	all := record
	for _, fact := range session {
		all = append(all, fact)
	}
	if kinds := KindsOf(all...); len(kinds) != len(record)+len(session) {
		t.Errorf("%d kinds have %d tables", len(record)+len(session), len(kinds))
	}
}
