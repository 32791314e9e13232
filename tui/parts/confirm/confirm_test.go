package confirm

import (
	"testing"

	"probity/tui/screen"
)

// Each letter is a key press that requests what it is called; a dot is anything else that takes the question away, a blank what leaves it.
func TestOnlyWhatIsRequestedAgainWhileTheQuestionStandsIsSure(t *testing.T) {
	for _, c := range []struct {
		presses string
		sure    bool // at the last press
		asked   int  // how many questions were shown
	}{
		{"a", false, 1},
		{"aa", true, 1},
		{"a a", true, 1},
		{"ab", false, 2},
		{"aba", false, 3},
		{"a.a", false, 2},
		{"aab", false, 2},
		{"aaa", false, 2},
		{"..", false, 0},
	} {
		t.Run(c.presses, func(t *testing.T) {
			nav := &screen.Nav{}
			confirm, sure, asked := New(nav), false, 0
			for _, press := range c.presses {
				if press == ' ' {
					continue
				}
				sure = press != '.' && confirm.Sure(press, "Sure?")
				var of any
				for _, action := range nav.Drain() {
					of = action.(screen.Ask).Of
					asked++
				}
				nav.Stand(of)
			}
			if sure != c.sure || asked != c.asked {
				t.Errorf("sure is %v after %d questions; want %v after %d", sure, asked, c.sure, c.asked)
			}
		})
	}
}

// TestAQuestionIsOfWhoAsked: what another part asks in the same words is something else.
func TestAQuestionIsOfWhoAsked(t *testing.T) {
	nav := &screen.Nav{}
	New(nav).Sure("leave", "Leave?")
	nav.Stand(nav.Drain()[0].(screen.Ask).Of)
	if New(nav).Sure("leave", "Leave?") {
		t.Error("one is sure of what the other asked")
	}
}
