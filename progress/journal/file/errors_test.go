package file

import (
	"errors"
	"strings"
	"testing"
)

// TestDamageNamesALineOnlyWhereThereIsOneToMend: of a file that is empty, or no text at all, there is none.
func TestDamageNamesALineOnlyWhereThereIsOneToMend(t *testing.T) {
	for _, c := range []struct {
		err               CorruptError
		placed, at, mends string
	}{
		{CorruptError{Path: "p", Line: 3, Problem: errors.New("it is odd")}, "it is odd (line 3)", "line 3 of p", "Mend that line in an editor (it is odd), or start probity"},
		{CorruptError{Path: "p", Problem: errors.New("the file is empty")}, "the file is empty", "p", "Nothing in it has been changed. Start probity to go back to a backup"},
	} {
		if c.err.Placed() != c.placed || c.err.At("p") != c.at || !strings.Contains(c.err.Message(), c.mends) || strings.Contains(c.err.Message(), "line 0") {
			t.Errorf("%q, %q, %q", c.err.Placed(), c.err.At("p"), c.err.Message())
		}
	}
}
