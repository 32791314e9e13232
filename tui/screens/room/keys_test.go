package room

import (
	"testing"

	"probity/tui/screen/screentest"
)

// keysThatLead are what the keys do while a session is led, but for those that scroll.
var keysThatLead = []string{"go on", "go back", "blank the screen", "skip this situation", "overview, to go to any", "add a situation", "people in the room", "end the session", "leave, to carry on later"}

// TestKeysAreOfferedWhereTheyWork: hands only in a vote, time only where a countdown runs, another action only in a rating.
func TestKeysAreOfferedWhereTheyWork(t *testing.T) {
	const hands, closes, minute, action = "hands for this choice, or who abstain", "close the vote as it is", "one more minute", "which action is voted on"
	for _, c := range []struct {
		name, keys     string
		offers, denies []string
	}{
		{"the situation", "", keysThatLead, []string{hands, closes, minute, action, "choose", "keep"}},
		{"thinking", "right", append([]string{minute, "pause, go on"}, keysThatLead...), []string{hands, closes, action}},
		{"a vote", "right right", append([]string{hands, closes, "the next choice"}, keysThatLead...), []string{minute, action}},
		{"a rating", "g j enter", append([]string{action}, keysThatLead...), []string{hands}},
		{"a list", "g", []string{"choose", "back"}, []string{"go on", "end the session"}},
		{"the number of people", "r", []string{"keep", "back, as it was"}, []string{"go on", hands}},
	} {
		t.Run(c.name, func(t *testing.T) { offered(lead(t).Keys(c.keys), c.offers, c.denies) })
	}
	offered(filling(t, 80, 24), []string{"go on", "people in the room", "back"}, []string{"end the session", "leave, to carry on later"})
}

func offered(d *screentest.Driver, offers, denies []string) {
	for _, does := range offers {
		d.Offers(does)
	}
	for _, does := range denies {
		d.Denies(does)
	}
}

// TestWhatCannotBeDoneNowIsSaid, and nothing comes of it.
func TestWhatCannotBeDoneNowIsSaid(t *testing.T) {
	for _, c := range []struct{ name, keys, says string }{
		{"a minute more of nothing", "+", "Nothing is being timed now"},
		{"a pause of nothing", "p", "Nothing is being timed now"},
		{"closing no vote", "c", "There is no vote to close now."},
		{"fewer people than have voted", "right right 9 r 5 enter", "9 hands are counted already"},
		{"a room of nobody", "r enter", "A room of 0 is not possible"},
	} {
		t.Run(c.name, func(t *testing.T) { lead(t).Keys(c.keys).Sees(c.says) })
	}
}
