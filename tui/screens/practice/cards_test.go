package practice

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// TestNoCardOfAFeedbackIsSkipped: enter reads on to the last one, and only then goes on. So it does where something else is shown in its place.
func TestNoCardOfAFeedbackIsSkipped(t *testing.T) {
	d := practising(t, "a-thread").Resize(40, 8).Keys("b enter 3").Sees("✗ Not this time").Offers("read on").Denies("summary")
	d.Keys("space").Sees("Chance alone brings").Offers("read on").Keys("enter").Lacks("Chance alone brings").Requests()
	d.Keys("end").Denies("read on").Offers("go on").Keys("esc").Offers("read on")
	for turned := 0; ; turned++ {
		if turned > 20 {
			t.Fatal("there is no last card")
		}
		if _, below := d.Screen().(screen.Scroller).More(); !below {
			break
		}
		d.Keys("enter").Requests()
	}
	screentest.Opened[screen.ToSummary](d.Offers("summary").Keys("enter"))
}
