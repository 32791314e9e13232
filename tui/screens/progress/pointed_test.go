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
