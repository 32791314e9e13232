package room

import (
	"errors"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"testing"
	"time"

	"probity/scenarios/induction"
	"probity/tui/phones"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// nowhere is a listener at which nobody comes.
type nowhere struct{ net.Listener }

func (nowhere) Close() error { return nil }

var here = induction.Connected{Host: "192.168.178.23", Port: 8040, Code: "kfx", Secret: "Q7X"}

// withPhones lets phones vote.
func withPhones(d *screentest.Driver) *screentest.Driver {
	return d.Send(connectedMsg{tutor.Connection{Phones: tutor.NewPhones(nowhere{}, here, 14)}})
}

// TestARoomJoinsWhileItFills: the square stands beside the words or below them, and where there is no room for it the address is typed.
func TestARoomJoinsWhileItFills(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {160, 45}, {64, 44}} {
		d := withPhones(filling(t, size[0], size[1]))
		d.Sees("A first Monday", "192.168.178.23:8040/kfx", "0 of 14 joined", "█▄▄▄▄▄▄▄█")
		d.Send(lonelyMsg{new(tutor.Phones)}).Lacks("Nobody yet?").Send(lonelyMsg{d.Screen().(*Screen).phones}).Sees("Nobody yet?")
		withPhones(d).Lacks("Nobody yet?") // others are given their time
	}
	withPhones(filling(t, 40, 12)).Lacks("█▄▄▄▄▄▄▄█", "square").Keys("end").Sees("192.168.178.23:8040/kfx")
}

// TestHowToBeginStandsBesideTheSquare also in a small window that has to say more of how to join.
func TestHowToBeginStandsBesideTheSquare(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	to := screen.ToRoom{Plan: screentest.FourSituations, People: 14, Votes: screen.Votes{Wifi: "Education"}}
	asks := here
	asks.Slips = "plan-codes.toml"
	d.Show(New(d.Env, parts(d.Tutor), to)).Resize(80, 24).Send(connectedMsg{tutor.Connection{Phones: tutor.NewPhones(nowhere{}, asks, 14)}}).Sees("space begins", "r people in the room: 14", "Have your slip ready", "█▄▄▄▄▄▄▄█")
}

// TestARoomOnAHost votes on its pages, from any network, and what may keep phones away is no wifi of this computer.
func TestARoomOnAHost(t *testing.T) {
	at := induction.Connected{Web: "https://tutor.example.org", Code: "bcdfghj", Secret: "Q7X"}
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d := filling(t, size[0], size[1]).Send(connectedMsg{tutor.Connection{Phones: tutor.NewPhones(nowhere{}, at, 14)}})
		d.Sees("Vote by phone, from any network", "https://tutor.example.org/r/bcdfghj", "0 of 14 joined", "█▄▄▄▄▄▄▄█").Lacks("same wifi")
		d.Send(lonelyMsg{d.Screen().(*Screen).phones}).Sees("Nobody yet?", "without wifi too").Lacks("laptop")
		d.Keys("space").SessionHas(`web = "https://tutor.example.org"`, 1)
	}
}

// TestTheSquareComesBack in the midst of a session, for who comes late.
func TestTheSquareComesBack(t *testing.T) {
	d := withPhones(filling(t, 80, 24)).Keys("space").SessionHas("[[induction-connected]]", 1).SessionHas(`code = "kfx"`, 1)
	d.Sees("The situation").Keys("v").Sees("192.168.178.23:8040/kfx").Keys("v").Sees("The situation").Keys("v esc").Sees("The situation")
	d.Keys("v").Sees("space goes back to the session").Keys("space").Sees("The situation").Lacks("Think")
}

func TestPhonesInTheMidstOfASession(t *testing.T) {
	d := withPhones(lead(t)).Sees("192.168.178.23:8040/kfx").SessionHas("[[induction-connected]]", 1).Keys("esc space space").Sees("0 of 14 voted")
	d.Keys("4").Sees("4 of 14 voted")
}

func TestWhatKeepsPhonesAwayIsSaid(t *testing.T) {
	away := errors.New("phones cannot vote: this computer is in no network. Join the wifi, or count hands")
	lead(t).Send(connectedMsg{tutor.Connection{Err: away}}).Sees("Phones cannot vote: this computer is in no network.", "The situation")
	down := errors.New("phones cannot vote any more: the network is down. Count hands")
	d := withPhones(lead(t)).Keys("esc")
	d.Send(endedMsg{new(tutor.Phones), down}).Lacks("the network is down") // of phones that are gone
	phones := d.Screen().(*Screen).phones
	d.Send(endedMsg{phones, down}).Sees("the network is down").Keys("space space").Sees("0 of 14 voted")
	if news := phones.News().Run(); news.More {
		t.Error("there is news of phones that can vote no more")
	}
	moved := tutor.Connection{Phones: tutor.NewPhones(nowhere{}, here, 14), Moved: true}
	lead(t).Send(connectedMsg{moved}).Sees("everybody scans the square once more")
}

// TestNoPortIsOpenedUnasked: a screen that nobody asked for phones connects to nothing.
func TestNoPortIsOpenedUnasked(t *testing.T) {
	if cmd := New(screentest.New(t, screentest.Doctor).Env, Parts{}, screen.ToRoom{Plan: screentest.FourSituations, People: 14}).opened(); cmd != nil {
		t.Error("it asks for phones")
	}
	wanted := screen.ToRoom{Plan: screentest.FourSituations, People: 14, Votes: screen.Votes{Phones: true}}
	d := screentest.New(t, screentest.Doctor)
	if cmd := New(d.Env, parts(d.Tutor), wanted).opened(); cmd == nil {
		t.Error("it was asked for phones, and does not connect")
	}
}

// TestAPortIsClosedThatIsOpenedTooLate: the room was left while its phones were being connected.
func TestAPortIsClosedThatIsOpenedTooLate(t *testing.T) {
	r := lead(t).Screen().(*Screen)
	r.Close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if msg := r.came(tutor.Connection{Phones: tutor.NewPhones(l, here, 14)}); msg != nil {
		t.Errorf("the screen that is up next is told %v", msg)
	}
	if err := l.(*net.TCPListener).SetDeadline(time.Now()); !errors.Is(err, net.ErrClosed) {
		t.Errorf("the port is open: %v", err)
	}
	if msg := r.came(tutor.Connection{Err: net.ErrClosed}); msg != nil {
		t.Errorf("the screen that is up next is told %v", msg)
	}
}

// TestAnAddressThatChangesIsNoticed: no network is waited out, another address takes the phones there; hands go on in either case.
func TestAnAddressThatChangesIsNoticed(t *testing.T) {
	d := withPhones(lead(t)).Keys("esc")
	r := d.Screen().(*Screen)
	d.Send(lookedMsg{r.phones, tutor.Alone}).Sees("is in no network at the moment", "What they have voted is kept", "no network  ±0")
	d.Send(lookedMsg{r.phones, tutor.Reached}).Lacks("no network  ").Send(lookedMsg{r.phones, tutor.Moved})
	if p := r.phones; p == nil || r.looked(lookedMsg{p, tutor.Moved}) == nil || r.byPhone() || !r.connecting {
		t.Error("phones are not asked to where they find this computer, or at the first look already")
	}
	if cmd := r.looked(lookedMsg{nil, tutor.Moved}); cmd != nil {
		t.Error("it goes on looking for phones that are gone")
	}
	d.Keys("right right 4").Sees("4 of 14 voted")
}

// answered is phones that answer, and how one of them asks for the page or votes.
func answered(t *testing.T) (connected connectedMsg, asks func(), votes func(choice string)) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := tutor.NewPhones(l, here, 14)
	t.Cleanup(p.Close)
	go p.Serve().Run()
	jar, _ := cookiejar.New(nil)
	phone, address := http.Client{Jar: jar}, "http://"+l.Addr().String()+"/kfx"
	done := func(r *http.Response, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		_ = r.Body.Close()
	}
	return connectedMsg{tutor.Connection{Phones: p}}, func() {
			done(phone.Get(address))
			done(phone.Get(address + "/style.css")) // as a browser does
		}, func(choice string) {
			done(phone.PostForm(address+"/vote", url.Values{"situation": {"a-request"}, "number": {"1"}, "choice": {choice}}))
		}
}

// TestMoreVotesThanPeopleIsSaid where it can be mended, before the vote is closed and when it is.
func TestMoreVotesThanPeopleIsSaid(t *testing.T) {
	connected, asks, votes := answered(t)
	d := lead(t).Send(connected).Keys("esc right right 1 4").Sees("One vote each, for the answer you would give.")
	asks()
	votes("b")
	d.Send(screen.ChangedMsg{}).Sees("15 of 14 voted", "15 votes from 14 people: count the hands again")
	d.Keys("right").Sees("1 of 4 · Vote", "15 votes from 14 people", "change the number of people.").Lacks("with c")
	d.Keys("1 3 right").Sees("How the room voted", "14 voted")
	d.Send(connectedMsg{tutor.Connection{Phones: tutor.NewPhones(nowhere{}, here, 14)}}).Keys("esc left").Sees("14 of 14 voted") // what was counted stands
}

// TestTheFacilitatorsPhoneClosesAVote that it can't go on from, as somebody has not voted.
func TestTheFacilitatorsPhoneClosesAVote(t *testing.T) {
	d := withPhones(lead(t)).Keys("esc right right 4")
	r := d.Screen().(*Screen)
	r.led(phones.Next)
	d.Send(screen.ChangedMsg{}).Sees("1 of 4 · Vote", "10 of 14 have not voted")
	r.led(phones.CloseVote)
	d.Send(screen.ChangedMsg{}).Sees("How the room voted", "4 voted, 10 did not")
}

// TestTheRestAreHands: who has joined by phone and not voted yet is not given away with f.
func TestTheRestAreHands(t *testing.T) {
	connected, asks, votes := answered(t)
	d := lead(t).Send(connected).Keys("esc right right").Sees("Hands of those without a phone")
	asks()
	d.Keys("5 f").Sees("13 of 14 voted", "  8▏").Keys("f").Sees("13 of 14 voted", "1 phone may still vote")
	votes("b")
	d.Keys("right").Sees("How the room voted", "14 voted")
}

// TestTheWifiHasASquareOfItsOwn where the facilitator named it, and none elsewhere.
func TestTheWifiHasASquareOfItsOwn(t *testing.T) {
	withPhones(filling(t, 80, 24)).Denies("onto the wifi, or to the vote").Keys("w").Sees("192.168.178.23:8040/kfx")
	d := screentest.New(t, screentest.Doctor)
	to := screen.ToRoom{Plan: screentest.FourSituations, People: 14, Votes: screen.Votes{Wifi: "Education Centre", Password: "ask; first"}}
	withPhones(d.Show(New(d.Env, parts(d.Tutor), to)).Resize(80, 24)).Sees("on the wifi Education", "Centre (w shows how)").Offers("onto the wifi, or to the vote")
	d.Keys("w").Sees("Education Centre", "ask; first").Lacks("192.168").Keys("w").Sees("192.168.178.23:8040/kfx")
	d.Keys("space w").Sees("The situation").Keys("v w").Sees("ask; first").Keys("w").Sees("192.168.178.23:8040/kfx")
}
