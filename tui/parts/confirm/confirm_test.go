package confirm

import (
	"testing"

	"probity/tui/screen"
)

// Each letter is a key press that requests what it is called; a dot is any other key.
func TestOnlyTheSameRequestTwiceRunningIsSure(t *testing.T) {
	for _, c := range []struct {
		presses string
		sure    bool // at the last press
		asked   int  // how many questions were shown
	}{
		{"a", false, 1},
		{"aa", true, 1},
		{"ab", false, 2},
		{"aba", false, 3},
		{"a.a", false, 2},
		{"aab", false, 2},
		{"aaa", false, 2},
		{"..", false, 0},
	} {
		t.Run(c.presses, func(t *testing.T) {
			nav := &screen.Nav{}
			confirm, sure := New(nav), false
			for _, press := range c.presses {
				confirm.Press()
				sure = press != '.' && confirm.Sure(press, "Sure?")
			}
			if asked := len(nav.Drain()); sure != c.sure || asked != c.asked {
				t.Errorf("sure is %v after %d questions; want %v after %d", sure, asked, c.sure, c.asked)
			}
		})
	}
}

func TestAForgottenQuestionIsAskedAgain(t *testing.T) {
	confirm := New(&screen.Nav{})
	confirm.Press()
	confirm.Sure("leave", "Leave?")
	confirm.Forget()
	confirm.Press()
	if confirm.Sure("leave", "Leave?") {
		t.Error("it is sure of what was forgotten")
	}
}
