package practice

import (
	"testing"

	"probity/tui/screen"
)

// TestNoCardOfAFeedbackIsSkipped: enter reads on to the last one, and only then goes on. A key that shows something else still does.
func TestNoCardOfAFeedbackIsSkipped(t *testing.T) {
	d := practising(t, "a-thread").Resize(40, 8).Keys("b enter 3").Sees("✗ Not this time").Offers("read on").Denies("summary")
	d.Keys("space").Sees("Chance alone brings").Denies("read on").Keys("esc").Offers("read on")
	for turned := 0; ; turned++ {
		if turned > 20 {
			t.Fatal("there is no last card")
		}
		if _, below := d.Screen().(screen.Scroller).More(); !below {
			break
		}
		d.Keys("enter").Requests()
	}
	if d.Offers("summary").Keys("enter"); len(d.Requested()) != 1 {
		t.Error("enter does not go on from the last card")
	}
}
