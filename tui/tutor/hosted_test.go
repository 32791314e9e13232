// The tutor on a host: sessions that are led, files that somebody names, and leaving with something unsaved.
package tutor

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress/hosted/hostedtest"
	"probity/scenarios/induction"
	"probity/tui/phones"
)

// onHost is a doctor's tutor on a host, with the files of its own that it has there.
func onHost(t *testing.T, l *hostedtest.Learner, c *clock, files *hostedtest.Files, in string) *Tutor {
	t.Helper()
	r := l.Open(t)
	o := Options{File: r, Sessions: r.Sessions(), Door: Door{Own: files, In: strings.NewReader(in)}}
	kept := inMemory
	inMemory = false // the record is given
	defer func() { inMemory = kept }()
	return openAs(t, o, small(t), c)
}

// TestASessionOnAHostIsCarriedOnWhereItWas, from another terminal too. Where two lead it, the first finds out.
func TestASessionOnAHostIsCarriedOnWhereItWas(t *testing.T) {
	c := starting()
	l := hostedtest.New(func() time.Time { return c.now })
	tutor := onHost(t, l, c, hostedtest.NewFiles(), "")
	watch := onHost(t, l, c, hostedtest.NewFiles(), "").Rooms.Watch()
	r := led(t, tutor)
	does(t, r, forward, forward, counting("a", 4), counting("b", 3))
	want := stands(r.Session(), tutor.Clock.Now())
	flush(t, tutor)
	if s, fresh, err := watch.Look(); err != nil || !fresh || s.HandsFor("a") != 4 {
		t.Errorf("who follows sees %v, %v", fresh, err)
	}
	c.pass(3 * time.Hour)
	again := onHost(t, l, c, hostedtest.NewFiles(), "")
	left := again.Rooms.FindUnfinished().Do()
	if left.Err != nil || left.Latest == nil {
		t.Fatalf("%+v", left)
	}
	room := opened(t, again, left.Latest.ID)
	if err := room.CarryOn(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, stands(room.Session(), again.Clock.Now())); diff != "" {
		t.Errorf("carried on elsewhere (-was +is): %s", diff)
	}
	does(t, room, counting("b", 6))
	flush(t, again)
	does(t, r, counting("a", 5))
	if err := tutor.Flush(); err == nil || !strings.Contains(tutor.WhyUnsaved(err), "another window of yours leads this session") {
		t.Errorf("the first says %v", err)
	}
	if s, fresh, err := watch.Look(); err != nil || !fresh || s.HandsFor("b") != 6 {
		t.Errorf("who follows sees %v, %v", fresh, err)
	}
}

// TestAHostWithoutPagesLetsNoPhoneVote: no port of it is opened for a room.
func TestAHostWithoutPagesLetsNoPhoneVote(t *testing.T) {
	c := starting()
	tutor := onHost(t, hostedtest.New(func() time.Time { return c.now }), c, hostedtest.NewFiles(), "")
	if made := tutor.Rooms.Connect("127.0.0.1", 10, induction.Connected{}, "").Run(); !errors.Is(made.Err, errNoWeb) {
		t.Errorf("connecting: %v", made.Err)
	}
}

// pages are the web servers of a host, of which a room gets what is asked for.
type pages struct {
	taken int // so many codes are another room's
	down  error
	codes []string // that were opened or tried
	fresh []bool
	calls chan phones.Call
	tells chan phones.Answer
}

func (p *pages) Web() string { return "https://tutor.example.org" }

func (p *pages) Open(code string, fresh bool) (phones.Line, error) {
	p.codes, p.fresh = append(p.codes, code), append(p.fresh, fresh)
	if len(p.codes) <= p.taken {
		return nil, phones.ErrTaken
	}
	return p, p.down
}

func (p *pages) Serve(ctx context.Context, s *phones.Server) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case c := <-p.calls:
			p.tells <- s.Answer(c)
		}
	}
}

func (p *pages) Close() error { return nil }

// ledOnHost is a session on a host with web servers.
func ledOnHost(t *testing.T, p *pages) (*Tutor, *Room) {
	t.Helper()
	c := starting()
	tutor := onHost(t, hostedtest.New(func() time.Time { return c.now }), c, hostedtest.NewFiles(), "")
	tutor.Rooms.network = p
	return tutor, led(t, tutor)
}

// TestPhonesVoteInARoomOnAHost on its pages, whose address is kept with the session.
func TestPhonesVoteInARoomOnAHost(t *testing.T) {
	p := &pages{taken: 2, calls: make(chan phones.Call), tells: make(chan phones.Answer)}
	tutor, room := ledOnHost(t, p)
	made := tutor.Rooms.Connect("", 10, induction.Connected{}, "").Do()
	if made.Err != nil || made.Moved || len(p.codes) != 3 || slices.Contains(p.fresh, false) || p.codes[0] == p.codes[2] {
		t.Fatalf("%+v, after %v", made, p.codes)
	}
	if err := room.Attach(made.Phones); err != nil {
		t.Fatal(err)
	}
	at, _ := room.Session().Phones()
	if want := "https://tutor.example.org/r/" + p.codes[2]; at.Address() != want || at.Own() != want+"/f/"+at.Secret || len(at.Code) != hostLetters || made.Phones.Reach().Do() != Reached {
		t.Errorf("it is at %+v", at)
	}
	var served sync.WaitGroup
	served.Go(func() {
		if err := made.Phones.Serve().Do(); err != nil {
			t.Error(err)
		}
	})
	does(t, room, forward, forward)
	round := room.round()
	token := strings.Repeat("A", 26)
	p.calls <- phones.Call{Method: "POST", Path: "/vote", Token: token, Form: url.Values{"situation": {round.Situation}, "number": {"1"}, "choice": {"a"}}.Encode()}
	if a := <-p.tells; a.Status != 303 || a.Location != phones.RoomPath(at.Code) {
		t.Errorf("a vote is answered with %+v", a)
	}
	p.calls <- phones.Call{Method: "GET"}
	if a := <-p.tells; a.Status != 200 || len(a.Token) != 26 || !strings.Contains(string(a.Body), `action="/r/`+at.Code+`/vote"`) || !strings.HasPrefix(a.Type, "text/html") {
		t.Errorf("a page is %+v", a)
	}
	if joined, voted := made.Phones.Turnout(); joined != 1 || voted != 1 {
		t.Errorf("%d joined, %d voted", joined, voted)
	}
	made.Phones.Close()
	served.Wait()
	again := tutor.Rooms.Connect("", 10, at, "").Do()
	if again.Err != nil || again.Moved || p.fresh[3] || p.codes[3] != at.Code || again.Phones.Address() != at.Address() {
		t.Errorf("carried on, it is at %+v", again)
	}
}

// TestARoomIsToldWhatKeepsPhonesAwayOnAHost.
func TestARoomIsToldWhatKeepsPhonesAwayOnAHost(t *testing.T) {
	for want, p := range map[string]*pages{"another room has this code": {taken: 99}, "the cable is out": {down: errors.New("the cable is out")}} {
		tutor, _ := ledOnHost(t, p)
		if made := tutor.Rooms.Connect("", 10, induction.Connected{}, "").Do(); made.Err == nil || !strings.Contains(made.Err.Error(), want) {
			t.Errorf("connecting: %v", made.Err)
		}
	}
}

// TestASessionThatWasOnAWifi has a code there that is too short for a host, and its phones join anew.
func TestASessionThatWasOnAWifi(t *testing.T) {
	p := &pages{}
	tutor, _ := ledOnHost(t, p)
	made := tutor.Rooms.Connect("", 10, induction.Connected{Host: "192.168.178.23", Port: 8040, Code: "kfx", Secret: "Q7X"}, "").Do()
	if made.Err != nil || !made.Moved || len(p.codes[0]) != hostLetters || made.Phones.At().Secret != "Q7X" {
		t.Errorf("%+v at %v", made, p.codes)
	}
}

// TestADoorOnAHostHasNames and no ways to anything.
func TestADoorOnAHostHasNames(t *testing.T) {
	files := hostedtest.NewFiles()
	d := Door{Own: files, In: strings.NewReader("sent in")}
	holds := Holding([]byte("text"))
	for _, name := range []string{"/etc/passwd", "../x", "./x", "~/x", "~", "..", ".hidden", "a/b", `a\b`, "c:x", "x\x00", "a\nb", "-o", strings.Repeat("x", 300)} {
		if _, err := d.Read("file", name, 100); !errors.As(err, new(*NotOwnError)) {
			t.Errorf("reading %q: %v", name, err)
		}
		if _, err := d.Place(name, "", true, holds); !errors.As(err, new(*NotOwnError)) {
			t.Errorf("writing %q: %v", name, err)
		}
	}
	if asked := files.Asked(); len(asked) > 0 {
		t.Errorf("asked for are %q", asked)
	}
	if text, err := d.Read("file", "-", 100); err != nil || string(text) != "sent in" {
		t.Errorf("what is sent in: %q, %v", text, err)
	}
	if _, err := d.Read("file", "a.txt", 100); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v", err)
	}
	for _, want := range []string{"a.txt", "a-2.txt", "a-3.txt"} {
		if path, err := d.Publish("", "a.txt", false, holds); path != want || err != nil {
			t.Errorf("numbered: %s, %v", path, err)
		}
	}
	if _, err := d.Place("a.txt", "", false, holds); !errors.As(err, new(*ExistsError)) {
		t.Errorf("over another: %v", err)
	}
	fails := errors.New("no typeface")
	if _, err := d.Place("a.txt", "", true, func(io.Writer) error { return fails }); !errors.Is(err, fails) {
		t.Errorf("what cannot be made: %v", err)
	}
	if text, err := d.Read("file", "a.txt", 4); err != nil || string(text) != "text" {
		t.Errorf("what is there: %q, %v", text, err)
	}
	if _, err := d.Read("file", "a.txt", 3); err == nil || !strings.Contains(err.Error(), "larger than such a file can be") {
		t.Errorf("what is too large: %v", err)
	}
}

// TestLeavingAHostWithSomethingUnsaved says that it is lost: no folder there is the learner's.
func TestLeavingAHostWithSomethingUnsaved(t *testing.T) {
	c := starting()
	l := hostedtest.New(func() time.Time { return c.now })
	tutor := onHost(t, l, c, hostedtest.NewFiles(), "")
	flush(t, tutor)
	if err := l.Open(t).Erase(t.Context()); err != nil { // by another window
		t.Fatal(err)
	}
	tutor.Record.Bookmark("friend-request")
	err := tutor.Flush()
	if said := tutor.Leaving("q", false); err == nil || !strings.Contains(said, "it is lost") || strings.Contains(said, "file of its own") {
		t.Errorf("asked is %q after %v", said, err)
	}
	var lost *NotKeptError
	if err := tutor.Leave(); !errors.As(err, &lost) || lost.Path != "" || strings.Contains(lost.Message(), "folder") {
		t.Errorf("leaving: %v", err)
	}
}
