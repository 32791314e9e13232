package screen

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestActionsAreDrainedOnceInTheirOrder(t *testing.T) {
	var nav Nav
	nav.Notice("Saved.")
	nav.Push(ToHome{})
	nav.Replace(ToSettings{})
	nav.Pop()
	want := []Action{Say{Text: "Saved."}, Open{To: ToHome{}}, Open{To: ToSettings{}, Replace: true}, Close{}}
	if diff := cmp.Diff(want, nav.Drain()); diff != "" {
		t.Errorf("drained are others (-want +got):\n%s", diff)
	}
	if again := nav.Drain(); len(again) > 0 {
		t.Errorf("drained again are %v", again)
	}
}

func TestTwoColumnsNeedAWideFrame(t *testing.T) {
	for width, wide := range map[int]bool{80: false, 95: false, 96: true, 300: true} {
		if got := (Frame{Width: width}).Wide(); got != wide {
			t.Errorf("%d cells are wide: %v", width, got)
		}
	}
}
