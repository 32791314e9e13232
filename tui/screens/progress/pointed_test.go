package progress

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// TestAClickOnAChartIsNone: only the lines beside it can be chosen.
func TestAClickOnAChartIsNone(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Resize(120, 34)
	s := d.Screen().(*Screen)
	left, right := s.columns()
	if right == 0 {
		t.Fatal("there is one column")
	}
	for y := range 30 {
		if key := screen.Pointed(s).Click(left+3, y); key != "" {
			t.Errorf("a click on a chart in line %d is %q", y, key)
		}
	}
}

// TestAClickGoesToAKindOfEntries, in a window in which they stand on two lines too. A click between them goes to none.
func TestAClickGoesToAKindOfEntries(t *testing.T) {
	for _, width := range []int{80, 40} {
		d := replies(t).Resize(width, 40).Keys("h").Click("Flagged 1").Sees("[Flagged 1]").Click("All 4").Sees("[All 4]")
		d.Click("Bookmarked 0").Sees("[Bookmarked 0]").Click("Bookmarked 0").Sees("[Bookmarked 0]").Click("Missed").Sees("[Missed 2]")
		d.Click("  Flagged").Sees("[Missed 2]")
	}
}
