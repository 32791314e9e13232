// Knowing a file again at the same cost, however much was merged into it.

package file

import (
	"os"
	"testing"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// TestAFileIsKnownAgainAtTheSameCost: once a merge has put many older facts before the one that it was known by, it is known by
// the first of these.
func TestAFileIsKnownAgainAtTheSameCost(t *testing.T) {
	first := progress.Sitting{ID: "first", Kind: progress.Practice}
	window := created(t, first)
	must(history(window))(t)
	merged := append([]progress.Fact{progress.Sitting{ID: "older", Kind: progress.Practice}}, answers(30)...)
	text, _, err := tables.EncodeAll(kinds(), append(merged, progress.Stamped(first, 0, noon)), 0, noon)
	check(t, err)
	head := tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: doctor})
	check(t, os.WriteFile(window.Path(), append(head, text...), disk.FileMode))
	must(window.Append(t.Context(), journal.Any, progress.Sitting{ID: "second"}))(t)
	if first, ok := window.what().first.(progress.Sitting); !ok || first.ID != "older" {
		t.Errorf("known by %v", window.what().first)
	}
}
