package progress

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// TestTheWheelScrollsTheColumnAtThePointer, and the other one stands still.
func TestTheWheelScrollsTheColumnAtThePointer(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Resize(120, 34)
	s := d.Screen().(*Screen)
	left, right := s.widths()
	if right == 0 {
		t.Fatal("there is one column")
	}
	list, charts := s.menu.View(), s.charts.View()
	if s.Wheel(left+3, 5, 3); s.menu.View() != list {
		t.Error("over the charts the list moves")
	}
	s.Wheel(left+3, 5, -30)
	if s.Wheel(3, 5, 3); s.charts.View() != charts {
		t.Error("over the list the charts move")
	}
	if key := screen.Pointed(s).Click(left+3, 5); key != "" {
		t.Errorf("a click on a chart is %q", key)
	}
}
