package rooms

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"probity/scenarios/induction/box"
	"probity/tui/phones"
)

// TestPhonesVoteAtAnyHost in a room that is led at one.
func TestPhonesVoteAtAnyHost(t *testing.T) {
	s := hosts(t)
	a, b := s.host(), s.host()
	room := s.leads(a, true, 3)
	here, there := s.phone(s.web(a)), s.phone(s.web(b))
	for _, p := range []phone{here, there} {
		status, page := p.joins()
		p.wants(status, page, 200, "<h1>What do you do first?</h1>", "encrypted, from the server that the screen in the room is led from")
	}
	status, page := here.votes("x")
	here.wants(status, page, 200, "Recorded: a.")
	status, page = there.votes("x")
	there.wants(status, page, 200, "Recorded: a.")
	status, page = there.votes("y")
	there.wants(status, page, 200, "Recorded: b.")
	if votes := room.box.Close(); votes["x"] != 1 || votes["y"] != 1 {
		t.Errorf("the votes are %v", votes)
	}
	status, page = here.votes("y")
	here.wants(status, page, 409, "too late")
	status, page = s.phone(there.web).joins() // one more
	there.wants(status, page, 200)
	status, page = s.phone(there.web).joins()
	there.wants(status, page, 403, "Every seat has a phone already")
}

// TestWhatBrowsersAreTold of a page that comes encrypted: that it always will, and that its cookie is for it alone.
func TestWhatBrowsersAreTold(t *testing.T) {
	s := hosts(t)
	h := s.host()
	s.leads(h, true, 3)
	web := s.web(h)
	for path, status := range map[string]int{"/r/" + code: 200, "/r/zzzzzzz": 404, "/": 404, "/style.css": 200, "/script.js": 200} {
		r, err := http.Get(web + path)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		head := r.Header
		if r.StatusCode != status || head.Get("Strict-Transport-Security") == "" || !strings.Contains(head.Get("Content-Security-Policy"), "default-src 'none'") ||
			head.Get("X-Content-Type-Options") != "nosniff" || head.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %d, %v", path, r.StatusCode, head)
		}
		if kept := r.Cookies(); status == 200 && path == "/r/"+code && (len(kept) != 1 || !kept[0].Secure || !kept[0].HttpOnly || kept[0].Path != "/r/"+code || kept[0].SameSite != http.SameSiteLaxMode) {
			t.Errorf("the cookie is %v", kept)
		}
	}
	p := s.phone(web)
	status, page := p.read(p.Post(web+"/r/"+code+"/vote", "application/x-www-form-urlencoded", strings.NewReader(strings.Repeat("x", 2000))))
	p.wants(status, page, 413, "more than a vote")
	status, page = p.read(p.Post(web+"/r/"+code+"/vote", "application/x-www-form-urlencoded", strings.NewReader("%zz=;")))
	p.wants(status, page, 403)
}

// TestNothingButWhatItAsksGoesToTheRoom: neither where a phone is nor what browser it has.
func TestNothingButWhatItAsksGoesToTheRoom(t *testing.T) {
	s := hosts(t)
	h := s.host()
	s.leads(h, true, 3)
	heard, err := h.conn.SubscribeSync("room.>")
	if err != nil {
		t.Fatal(err)
	}
	p := s.phone(s.web(s.host()))
	p.joins()
	p.votes("x")
	for {
		m, err := heard.NextMsgWithContext(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Header) > 0 || strings.Contains(string(m.Data), "127.0.0.1") || strings.Contains(string(m.Data), "Go-http-client") {
			t.Errorf("a room hears %v %s", m.Header, m.Data)
		}
		if strings.Contains(string(m.Data), "choice=x") {
			return
		}
	}
}

// TestTheFacilitatorsPhoneLeadsFromAnyHost.
func TestTheFacilitatorsPhoneLeadsFromAnyHost(t *testing.T) {
	s := hosts(t)
	room := s.leads(s.host(), true, 3)
	p := s.phone(s.web(s.host()))
	own := "/r/" + code + "/f/S3CRET"
	status, page := p.get(own)
	p.wants(status, page, 200, own+"/next")
	status, _ = p.get("/r/" + code + "/f/WRONG")
	p.wants(status, "", 404)
	revision := room.Publish(phones.Page{Ask: "And now?"})
	status, page = p.read(p.PostForm(p.web+own+"/next", url.Values{"revision": {fmt.Sprint(revision)}}))
	p.wants(status, page, 200, own+"/next")
	for {
		asked, _ := room.Wait(t.Context())
		if asked.Command == phones.Next {
			break
		}
	}
	room.end()
	<-room.over
	status, page = p.get(own)
	p.wants(status, page, 503, "away for a moment", `data-page="`+own+`"`)
	status, page = p.read(p.PostForm(p.web+own+"/next", nil))
	p.wants(status, page, 503, `data-page="`+own+`"`)
}

// TestARoomThatIsAwayComesBack with its code: the session was lost, and is carried on at another host. A phone is told of it, and votes again.
func TestARoomThatIsAwayComesBack(t *testing.T) {
	s := hosts(t)
	a, b := s.host(), s.host()
	room := s.leads(a, true, 3)
	p := s.phone(s.web(b))
	p.joins()
	p.votes("x")
	room.end()
	if err := <-room.over; err != nil {
		t.Errorf("the session was left, and its phones end with %v", err)
	}
	status, page := p.votes("y")
	p.wants(status, page, 503, "The room is away for a moment", `data-page="/r/`+code+`"`)
	status, page = p.get("/r/" + code + "/now")
	p.wants(status, page, 503)
	again := s.leads(b, false, 3)
	status, page = p.joins()
	p.wants(status, page, 200, "Send my vote")
	status, page = p.votes("y")
	p.wants(status, page, 200, "Recorded: b.")
	if votes := again.box.Close(); len(votes) != 1 || votes["y"] != 1 {
		t.Errorf("the votes are %v", votes)
	}
}

// TestOneSessionLeadsARoom: the one that began last, wherever the other is, as when its link is lost and nobody has noticed yet.
func TestOneSessionLeadsARoom(t *testing.T) {
	s := hosts(t)
	a, b := s.host(), s.host()
	before := s.leads(a, true, 3)
	if _, err := b.For(t.Context()).Open(code, true); !errors.Is(err, phones.ErrTaken) {
		t.Errorf("a room with a new code is let in beside another: %v", err)
	}
	now := s.leads(b, false, 3)
	if err := <-before.over; !errors.Is(err, phones.ErrElsewhere) {
		t.Errorf("the session before ended with %v", err)
	}
	p := s.phone(s.web(a))
	p.joins()
	p.votes("x")
	if votes := before.box.Close(); len(votes) > 0 {
		t.Errorf("the session before has %v", votes)
	}
	if votes := now.box.Close(); votes["x"] != 1 {
		t.Errorf("the session has %v", votes)
	}
}

// TestTwoThatLeadFindOut: their hosts could not reach each other when the second began.
func TestTwoThatLeadFindOut(t *testing.T) {
	s := hosts(t)
	a := s.host()
	before := s.leads(a, true, 3)
	late := &line{code: code, turn: time.Now().Add(time.Minute).UnixNano()}
	if err := a.conn.Publish(leading(code), late.says()); err != nil {
		t.Fatal(err)
	}
	if err := <-before.over; !errors.Is(err, phones.ErrElsewhere) {
		t.Errorf("the first ended with %v", err)
	}
}

// TestARoomThatWasNeverServedIsGoneWithItsSession.
func TestARoomThatWasNeverServedIsGoneWithItsSession(t *testing.T) {
	s := hosts(t)
	h := s.host()
	h.wait = 10 * time.Millisecond // nobody answers for the room
	session, end := context.WithCancel(t.Context())
	if _, err := h.For(session).Open(code, true); err != nil {
		t.Fatal(err)
	}
	end()
	for led := true; led; { // it ends on a goroutine of its own
		var err error
		if _, led, err = h.who(code); err != nil {
			t.Fatal(err)
		}
	}
}

// TestARoomWithoutHosts cannot be led, and says so.
func TestARoomWithoutHosts(t *testing.T) {
	s := hosts(t)
	h := s.host()
	p := s.phone(s.web(h))
	h.conn.Close()
	if _, err := h.For(t.Context()).Open(code, false); err == nil || !strings.Contains(err.Error(), "can't be asked for rooms at the moment") {
		t.Errorf("it is led: %v", err)
	}
	status, page := p.joins()
	p.wants(status, page, 503, "away for a moment")
}

// TestACrowdAtTwoHosts votes, changes and loads again at once: every phone counts once, with what it sent last.
func TestACrowdAtTwoHosts(t *testing.T) {
	const crowd = 60
	s := hosts(t)
	a, b := s.host(), s.host()
	room := s.leads(a, true, crowd)
	webs := []string{s.web(a), s.web(b)}
	var wg sync.WaitGroup
	for i := range crowd {
		p := s.phone(webs[i%2])
		wg.Go(func() {
			p.joins()
			for turn, choice := range []string{"x", "y", "x", []string{"x", "y"}[i%3%2]} {
				if status, page := p.votes(choice); status != 200 || !strings.Contains(page, "Recorded") {
					p.Errorf("phone %d: %d", i, status)
				}
				p.web = webs[(i+turn)%2] // by the same name: the browser's cookie is for both
			}
		})
	}
	wg.Wait()
	joined, _ := room.box.Turnout()
	if votes := room.box.Close(); joined != crowd || votes["x"] != 40 || votes["y"] != 20 {
		t.Errorf("%d joined, and voted %v", joined, votes)
	}
}

// TestTwoSessionsThatBeginTogether lead a room in turn, and not both: that which began a moment later has it.
func TestTwoSessionsThatBeginTogether(t *testing.T) {
	s := hosts(t)
	a, b := s.host(), s.host()
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	a.now, b.now = func() time.Time { return noon }, func() time.Time { return noon.Add(time.Millisecond) }
	b.wait = 10 * time.Millisecond // the first does not answer yet
	first, err := a.For(t.Context()).Open(code, false)
	if err != nil {
		t.Fatal(err)
	}
	s.leads(b, false, 3)
	if err := first.Serve(t.Context(), phones.NewHosted(box.New(3), code, "S3CRET")); !errors.Is(err, phones.ErrElsewhere) {
		t.Errorf("the first ends with %v", err)
	}
}
