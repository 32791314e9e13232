package screen

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/tutor"
)

// TestATaskRunsApartAndIsDoneOnTheProgramsGoroutine: the command runs it, and no more; Done comes when the app calls it.
func TestATaskRunsApartAndIsDoneOnTheProgramsGoroutine(t *testing.T) {
	for name, c := range map[string]struct {
		then func(int) tea.Msg
		want tea.Msg
	}{
		"with a message":         {func(n int) tea.Msg { return 2 * n }, 14},
		"without a message":      {func(int) tea.Msg { return nil }, nil},
		"with nothing to follow": {nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var done []int
			ran := 0
			cmd := Run(tutor.Task[int]{Run: func() int { ran++; return 7 }, Done: func(n int) { done = append(done, n) }}, c.then)
			if ran > 0 {
				t.Error("it ran before the command did")
			}
			msg, ok := cmd().(RanMsg)
			if !ok || ran != 1 || len(done) > 0 {
				t.Fatalf("it ran %d times, and is done already: %v", ran, done)
			}
			if got := msg.Done(); got != c.want {
				t.Errorf("the screen is given %v, want %v", got, c.want)
			}
			if len(done) != 1 || done[0] != 7 || ran != 1 {
				t.Errorf("done with %v after %d runs", done, ran)
			}
		})
	}
}

// TestTheResultIsTakenBeforeTheScreenHearsOfIt: what the screen looks at then is as the task left it.
func TestTheResultIsTakenBeforeTheScreenHearsOfIt(t *testing.T) {
	state := "before"
	cmd := Run(tutor.Task[string]{Run: func() string { return "after" }, Done: func(s string) { state = s }}, func(string) tea.Msg { return state })
	if msg, _ := cmd().(RanMsg); msg.Done() != "after" {
		t.Errorf("the screen hears of it while the tutor is as it was: %s", state)
	}
}
