package rooms

import (
	"testing"

	"github.com/chromedp/chromedp"

	"probity/progress/paper/pagetest"
)

// TestABrowserFindsItsRoomAgain: a vote that is sent while the room is away is sent again by the page, once the room is led at another host; and a
// page that is up while the room goes and comes back does so by itself.
func TestABrowserFindsItsRoomAgain(t *testing.T) {
	browser := pagetest.Browser(t)
	s := hosts(t)
	a, b := s.host(), s.host()
	before := s.leads(a, true, 3)
	p := pagetest.Open(t, browser, chromedp.EmulateViewport(360, 640), chromedp.Navigate(s.web(b)+"/r/"+code)).Sees("Send my vote").Chooses("Leave it")
	before.end()
	<-before.over
	p.Presses("Send my vote").Sees("The room is away for a moment")
	now := s.leads(a, false, 3)
	p.Sees("Recorded: b.")
	now.end()
	<-now.over
	again := s.leads(b, false, 3)
	for voted := 0; voted == 0; _, voted = again.box.Turnout() {
		if _, more := again.Wait(t.Context()); !more {
			t.Fatal("the phone does not come back")
		}
	}
	if votes := again.box.Close(); votes["y"] != 1 {
		t.Errorf("the votes are %v", votes)
	}
}

// TestEverybodyCanUseThePagesOfNoRoom.
func TestEverybodyCanUseThePagesOfNoRoom(t *testing.T) {
	axe := pagetest.Axe(t)
	browser := pagetest.Browser(t)
	s := hosts(t)
	h := s.host()
	for _, path := range []string{"/r/" + code, "/r/" + code + "/f/S3CRET"} {
		p := pagetest.Open(t, browser, chromedp.EmulateViewport(360, 640), chromedp.Navigate(s.web(h)+path)).Sees("room")
		if broken := p.Violations(axe); len(broken) > 0 {
			t.Errorf("%s keeps people out: %v", path, broken)
		}
	}
}
